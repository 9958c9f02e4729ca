/**
 * `npm run bench -- soak [node|worker] [seconds]`: mixed reads over 32 connections with one ingest a second. No answer may fail or be
 * wrong: a version's text has the hash that it states, and one path answers the same under the same ETag. Memory has to stay level.
 */
import { createHash } from 'node:crypto'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import autocannon from 'autocannon'
import type { Report } from './analysis.ts'
import { AUTHORIZED, openArticle, post, TOKEN } from './archive.ts'
import { type Server, startServer, startWorker } from './server.ts'
import { storyOf } from './stories.ts'

const CONNECTIONS = 32
const ARTICLES = 20
const VERSIONS = 5
/** Until then a server still grows into its work. */
const SETTLED_AFTER = 0.5

const PATHS = [
  '/v1/articles',
  '/v1/articles/story-{n}',
  '/v1/articles/story-{n}/versions',
  '/v1/articles/story-{n}/versions/{v}',
  '/v1/articles/story-{n}/claims',
  '/v1/articles/story-{n}/claims/3',
  '/v1/articles/story-{n}/changes',
  '/v1/articles/story-{n}/compare/1..{v}',
  '/v1/claims?sort=check_worthiness',
  '/v1/changes?kind=introduced',
  '/v1/sources',
  '/v1/search?q=tunnel',
  '/v1/stats/changes?interval=hour&by=kind',
  '/feeds/changes.atom',
]

interface Counts {
  answers: number
  readonly faults: string[]
}

export async function reportSoak(report: Report, runtime: string, seconds: number): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'claimtrail-soak-'))
  const server =
    runtime === 'worker'
      ? await startWorker(folder, TOKEN)
      : await startServer('dist/node.js', { ARCHIVE: join(folder, 'archive.sqlite'), BOOTSTRAP_TOKEN: TOKEN })
  try {
    for (let n = 0; n < ARTICLES; n++) {
      await openArticle(server.url, `story-${n}`)
      for (let v = 1; v <= VERSIONS; v++) await write(server.url, n, v)
    }
    const counts: Counts = { answers: 0, faults: [] }
    const memory: number[] = []
    const load = autocannon({
      url: server.url,
      connections: CONNECTIONS,
      duration: seconds,
      requests: PATHS.map((path) => readOf(path, counts)),
    })
    let writes = 0
    for (let second = 0; second < seconds; second++) {
      const start = performance.now()
      await write(server.url, second % ARTICLES, VERSIONS + 1 + Math.floor(second / ARTICLES))
      writes++
      memory.push(megabytes(server))
      await delay(Math.max(0, 1000 - (performance.now() - start)))
    }
    const { errors, timeouts } = await load
    const settled = memory.slice(Math.floor(memory.length * SETTLED_AFTER))
    const third = Math.ceil(settled.length / 3)
    report(`${runtime}, ${CONNECTIONS} connections, ${seconds} s: answers`, String(counts.answers), `${writes} ingests`)
    report('  errors, time-outs', `${errors}, ${timeouts}`, '0, 0')
    report('  wrong answers', String(counts.faults.length), '0')
    for (const fault of counts.faults.slice(0, 5)) report(`    ${fault}`, '')
    const level = `${mean(settled.slice(0, third))} → ${mean(settled.slice(-third))} MB`
    report('  memory, first and last third of the second half', level, 'level')
  } finally {
    await server.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}

const mean = (values: readonly number[]) => (values.reduce((sum, value) => sum + value, 0) / values.length).toFixed(0)

async function write(url: string, n: number, version: number): Promise<void> {
  const story = storyOf(n, version).at(-1)
  const captured_at = new Date(Date.UTC(2025, 0, 1) + n * 60_000 + version * 3_600_000).toISOString()
  await post(url, `/v1/articles/story-${n}/versions`, { ...story, captured_at })
}

/** A read of one of the articles, and the check of its answer. */
function readOf(path: string, counts: Counts): autocannon.Request {
  const known = new Map<string, string>()
  return {
    method: 'GET',
    headers: AUTHORIZED,
    setupRequest(request, context) {
      const [n, v] = [Math.floor(Math.random() * ARTICLES), 2 + Math.floor(Math.random() * (VERSIONS - 1))]
      const asked = path.replace('{n}', String(n)).replace('{v}', String(v))
      Object.assign(context, { asked })
      return { ...request, path: asked }
    },
    onResponse(status, body, context, headers) {
      counts.answers++
      const { asked } = context as { asked: string }
      const fault = faultOf(asked, status, body, headers as Record<string, string>, known)
      if (fault) counts.faults.push(`${asked}: ${fault}`)
    },
  }
}

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')

function faultOf(
  path: string,
  status: number,
  body: string,
  headers: Readonly<Record<string, string>>,
  known: Map<string, string>,
): string | null {
  if (status !== 200) return `${status} ${body.slice(0, 200)}`
  // autocannon decodes an answer chunk by chunk: a character that two of them share is lost to it.
  if (body.includes('\ufffd')) return null
  const etag = Object.entries(headers).find(([name]) => name.toLowerCase() === 'etag')?.[1]
  if (!etag) return 'no ETag'
  const hash = sha256(body)
  const before = known.get(`${path} ${etag}`)
  known.set(`${path} ${etag}`, hash)
  if (before !== undefined && before !== hash) return `two answers under ${etag}`
  if (/\/versions\/\d+$/.test(path)) {
    const version = JSON.parse(body) as { title: string; byline: string | null; body: string; content_hash: string }
    if (sha256(JSON.stringify([version.title, version.byline, version.body])) !== version.content_hash) return 'another text'
  }
  return null
}

/** What the server's process and its children hold, in MB (Linux). */
function megabytes({ pid }: Server): number {
  let kilobytes = 0
  for (const each of [pid, ...childrenOf(pid)]) {
    const status = readFileSync(`/proc/${each}/status`, 'utf8')
    kilobytes += Number(/^VmRSS:\s+(\d+)/m.exec(status)?.[1] ?? 0)
  }
  return kilobytes / 1024
}

function childrenOf(pid: number): number[] {
  const children = readdirSync(`/proc/${pid}/task`).flatMap((task) =>
    readFileSync(`/proc/${pid}/task/${task}/children`, 'utf8').split(' ').filter(Boolean).map(Number),
  )
  return children.flatMap((child) => [child, ...childrenOf(child)])
}
