/** The same operations by the Worker in workerd, whose V8 is given the heap of a Worker: workerd itself has no limits. */
import { copyFileSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { convertV4MiniflareOptions, Miniflare } from 'miniflare'
import { AUTHORIZED, TOKEN } from '../archive.ts'
import { bundled } from '../worker.ts'
import type { Before, Operation } from './operations.ts'

const DATE = '2026-10-23'
const FLAGS = 'MINIFLARE_WORKERD_V8_FLAGS'

let script: Promise<string> | null = null

/** The most resident memory of workerd in MB after an operation with a heap of so many MB; null: it ran out of memory. */
export async function inWorkerd(
  archives: Record<Before, string>,
  operation: Operation,
  kind: string,
  heap: number,
): Promise<number | null> {
  const file = archives[operation.before]
  const folder = `${file}.d1`
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder)
  script ??= bundled('src/worker.ts')
  const first = started(folder, await script)
  await (await first.getD1Database('DB')).exec('create table made (id integer)')
  await first.dispose()
  const database = readdirSync(folder, { recursive: true, encoding: 'utf8' }).find((name) => /[0-9a-f]{64}\.sqlite$/.test(name))
  if (database === undefined) throw new Error('Miniflare made no database')
  const path = join(folder, database)
  for (const end of ['-wal', '-shm']) rmSync(path + end, { force: true })
  copyFileSync(file, path)
  operation.prepare?.(path)
  process.env[FLAGS] = `--max-heap-size=${heap}`
  const workerd = started(folder, await script)
  try {
    const url = (await workerd.ready).origin
    for (const { method, path: asked, body, status } of operation.requests(kind, path)) {
      const headers = { ...AUTHORIZED, 'content-type': 'application/json' }
      const response = await fetch(url + asked, { method, headers, ...(body && { body: JSON.stringify(body) }) }).catch(
        () => null,
      )
      const answer = await response?.text().catch(() => null)
      if (!response || answer === null) return null
      if (response.status !== status) throw new Error(`${method} ${asked}: ${response.status} ${answer?.slice(0, 300)}`)
    }
    return Math.max(...childrenOf(process.pid).map(peakOf))
  } finally {
    delete process.env[FLAGS]
    await workerd.dispose().catch(() => {})
    rmSync(folder, { recursive: true, force: true })
  }
}

function started(folder: string, script: string): Miniflare {
  const worker = { name: 'app', modules: true, compatibilityDate: DATE, d1Databases: { DB: 'archive' } } as const
  const bindings = { BOOTSTRAP_TOKEN: TOKEN }
  return new Miniflare(
    convertV4MiniflareOptions({
      host: '127.0.0.1',
      port: 0,
      resourcePersistencePath: folder,
      workers: [{ ...worker, script, bindings }],
    }),
  )
}

const childrenOf = (pid: number): number[] =>
  readdirSync(`/proc/${pid}/task`).flatMap((task) =>
    readFileSync(`/proc/${pid}/task/${task}/children`, 'utf8').split(' ').filter(Boolean).map(Number),
  )

const peakOf = (pid: number): number =>
  Number(/^VmHWM:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1024
