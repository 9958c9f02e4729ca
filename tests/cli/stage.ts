/** The surroundings of a command line under test: captured output, a temporary folder, and an archive whose answers the test gives. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { onTestFinished } from 'vitest'
import { appClient } from '../../src/cli/archive/connection.ts'
import type { Target } from '../../src/cli/archive/target.ts'
import { run } from '../../src/cli/main.ts'
import type { Session } from '../../src/cli/session.ts'
import { contentHash } from '../../src/store/hash.ts'

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

/** Runs a command line against an archive that answers by `part`. Returns the output and the requests. */
export async function play(argv: readonly string[], part: Part = () => ({}), more: Partial<Session> = {}) {
  const printed = { out: '', err: '' }
  const asked: Asked[] = []
  const places: Target[] = []
  const code = await run(argv, {
    version: '1.2.3',
    env: {},
    out: { write: (text) => (printed.out += text) },
    err: { write: (text) => (printed.err += text) },
    input: async () => new Uint8Array(),
    now: () => new Date('2025-04-01T00:00:00Z'),
    seedFolder: 'seed',
    open: async (target) => {
      places.push(target)
      return { client: appClient(actor(part, asked)), close: () => {} }
    },
    copy: async () => {},
    serve: async () => {},
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
    const type: Record<string, string> =
      status >= 400 && typeof body === 'object' ? { 'content-type': 'application/problem+json' } : {}
    return Response.json(body, { status, headers: { ...type, ...(location !== undefined && { location }) } })
  }
}

interface Text {
  readonly title: string
  readonly body: string
}

const NOT_FOUND = { status: 404, body: { title: 'Not found', detail: 'there is no such article' } }

/** An archive that numbers versions, finds equal ones unchanged, and has only the articles that were created. */
export function recorder(): Part {
  const articles = new Map<string, Text[]>()
  return ({ method, path, body }) => {
    if (path === '/v1/articles') {
      const { slug } = body as { slug: string }
      articles.set(slug, [])
      return { status: 201, body: { slug } }
    }
    const [, , , slug = '', , number] = path.replace(/\?.*/, '').split('/')
    const texts = articles.get(slug)
    if (texts === undefined) return NOT_FOUND
    const version = (n: number) => {
      const { title = '', body = '' } = texts[n - 1] ?? {}
      const content_hash = contentHash({ title, byline: null, body })
      return { number: n, captured_at: '2025-03-01T00:00:00.000Z', byline: null, title, body, content_hash }
    }
    if (method === 'POST') {
      const { title, body: text } = body as Text
      const latest = texts.at(-1)
      const unchanged = latest?.title === title && latest.body === text
      if (!unchanged) texts.push({ title, body: text })
      return { body: { outcome: unchanged ? 'unchanged' : 'created', version: version(texts.length), changes: [] } }
    }
    if (number === undefined) return { body: { data: texts.map((_, i) => version(i + 1)), next: null } }
    const n = number === 'latest' ? texts.length : Number(number)
    return n > 0 && n <= texts.length ? { body: version(n) } : NOT_FOUND
  }
}

/** The bodies of the versions posted, each once though it was posted before and after its article. */
export function posted(asked: readonly Asked[]): string[] {
  const posts = asked.filter(({ method, path }) => method === 'POST' && path.endsWith('/versions'))
  return posts
    .map(({ path, body }) => `${path.split('/')[3]}: ${(body as Text).body}`)
    .filter((one, i, all) => one !== all[i - 1])
}

/** What articles were created with. */
export function created(asked: readonly Asked[]): unknown[] {
  return asked.filter(({ method, path }) => method === 'POST' && path === '/v1/articles').map(({ body }) => body)
}
