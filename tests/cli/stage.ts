/** A stage for the command line: streams that are read back, a folder of the test's own, and an archive that plays a part. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { onTestFinished } from 'vitest'
import { appConnection } from '../../src/cli/connection.ts'
import { run } from '../../src/cli/main.ts'
import type { Place } from '../../src/cli/place.ts'
import type { Session } from '../../src/cli/session.ts'

export interface Asked {
  readonly method: string
  readonly path: string
  readonly body: unknown
}

export type Part = (asked: Asked) => { readonly status?: number; readonly body?: unknown; readonly location?: string }

/** A folder that goes when the test ends, with the files given (text or bytes). */
export function folderWith(files: Readonly<Record<string, string | Uint8Array>>): string {
  const folder = mkdtempSync(join(tmpdir(), 'claimtrail-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true })
    writeFileSync(join(folder, name), content)
  }
  return folder
}

/** Runs a command line against an archive that answers as `part` says, and gives what was printed and asked. */
export async function play(argv: readonly string[], part: Part = () => ({}), more: Partial<Session> = {}) {
  const printed = { out: '', err: '' }
  const asked: Asked[] = []
  const places: Place[] = []
  const code = await run(argv, {
    env: {},
    out: { write: (text) => (printed.out += text) },
    err: { write: (text) => (printed.err += text) },
    now: () => new Date('2025-04-01T00:00:00Z'),
    seedFolder: 'seed',
    open: async (place) => {
      places.push(place)
      return { request: appConnection(actor(part, asked)), close: () => {} }
    },
    openTokens: () => Promise.reject(new Error('no tokens on this stage')),
    ...more,
  })
  return { code, ...printed, asked, places }
}

function actor(part: Part, asked: Asked[]) {
  return async (request: Request): Promise<Response> => {
    const { pathname, search } = new URL(request.url)
    const text = await request.text()
    const one = { method: request.method, path: pathname + search, body: text === '' ? null : JSON.parse(text) }
    asked.push(one)
    const { status = 200, body = {}, location } = part(one)
    return Response.json(body, { status, headers: location === undefined ? {} : { location } })
  }
}

/** An archive that numbers versions, finds equal ones unchanged, and knows only the articles it was told of. */
export function recorder(): Part {
  const versions = new Map<string, string[]>()
  return ({ method, path, body }) => {
    if (method !== 'POST') return { status: 404, body: { title: 'Not found' } }
    if (path === '/v1/articles') {
      const { slug } = body as { slug: string }
      versions.set(slug, [])
      return { status: 201, body: { slug } }
    }
    const texts = versions.get(path.split('/')[3] ?? '')
    if (texts === undefined) return { status: 404, body: { title: 'Not found', detail: 'there is no such article' } }
    const text = JSON.stringify(body)
    const version = () => ({ number: texts.length, captured_at: '2025-03-01T00:00:00.000Z' })
    if (texts.at(-1) === text) return { body: { outcome: 'unchanged', version: version(), changes: [] } }
    texts.push(text)
    return { status: 201, body: { outcome: 'created', version: version(), changes: [] } }
  }
}
