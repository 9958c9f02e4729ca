/**
 * `npm run bench`: what an analysis takes and how that grows with the text (`-- analysis`: only this), what comparing and tracking
 * take, as ratios to jsdiff (`-- compare`: only this), what an ingest takes, what a version adds to the archive, and reads as ratios
 * to a bare server that answers the same row. Absolute numbers depend on the machine; ratios of one run can be compared.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import SQLite from 'better-sqlite3'
import { reportAnalysis } from './analysis.ts'
import { article } from './article.ts'
import { reportCompare, reportTracking } from './compare.ts'
import { requestsPerSecond } from './load.ts'
import { startServer } from './server.ts'

const EDITIONS = 50
const WARM_UP = 10
/** Enough that the answers do not all fit into what the server keeps. */
const ARTICLES = 200
const ROUNDS = 3
const TOKEN = 'bench-token-of-a-run-on-this-machine'

interface Size {
  readonly rows: number
  readonly bytes: number
}

/** All rows and their payload, indexes included. */
function sizeOf(file: string): Size {
  const database = new SQLite(file, { readonly: true })
  const tables = database.prepare<[], string>(
    "select name from sqlite_master where type = 'table' and sql not like '%virtual%'",
  )
  const rows = tables
    .pluck()
    .all()
    .reduce((sum, name) => sum + Number(database.prepare(`select count(*) from "${name}"`).pluck().get()), 0)
  const bytes = Number(database.prepare('select sum(payload) from dbstat').pluck().get())
  database.close()
  return { rows, bytes }
}

async function post(url: string, path: string, body: object): Promise<void> {
  const response = await fetch(url + path, {
    method: 'POST',
    headers: { authorization: `Bearer ${TOKEN}`, 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })
  const answer = await response.text()
  if (response.status !== 201) throw new Error(`POST ${path}: ${response.status} ${answer.slice(0, 300)}`)
}

async function postTimed(url: string, slug: string, edition: number): Promise<number> {
  const captured_at = new Date(Date.UTC(2025, 0, 1) + edition * 3_600_000).toISOString()
  const start = performance.now()
  await post(url, `/v1/articles/${slug}/versions`, { ...article(edition), captured_at })
  return performance.now() - start
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN
}

function report(what: string, value: string, bound = ''): void {
  console.log(`${what.padEnd(58)}${value.padStart(14)}   ${bound}`)
}

const [only] = process.argv.slice(2)
if (only !== 'compare') reportAnalysis(report)
if (only === 'analysis') process.exit()
reportCompare(report)
reportTracking(report)
if (only === 'compare') process.exit()

const folder = mkdtempSync(join(tmpdir(), 'claimtrail-bench-'))
const file = join(folder, 'archive.sqlite')
const app = await startServer('dist/node.js', { ARCHIVE: file, BOOTSTRAP_TOKEN: TOKEN })
try {
  const firsts: number[] = []
  for (let n = 0; n < ARTICLES; n++) {
    await post(app.url, '/v1/articles', { slug: `first-${n}` })
    firsts.push(await postTimed(app.url, `first-${n}`, n))
  }
  await post(app.url, '/v1/articles', { slug: 'bench' })
  const edits: number[] = []
  for (let n = 1; n < EDITIONS; n++) edits.push(await postTimed(app.url, 'bench', n))
  const before = sizeOf(file)
  edits.push(await postTimed(app.url, 'bench', EDITIONS))
  const after = sizeOf(file)

  const size = Buffer.byteLength(article(1).body)
  report(
    `first version of ${size} bytes, request included, median`,
    `${median(firsts.slice(WARM_UP)).toFixed(1)} ms`,
    '≤ 10 ms',
  )
  report('version with one sentence changed, median', `${median(edits).toFixed(1)} ms`, '≤ 10 ms')
  report(`rows that version ${EDITIONS} adds`, String(after.rows - before.rows))
  report(`bytes that version ${EDITIONS} adds, indexes included`, String(after.bytes - before.bytes))

  const bare = await startServer('bench/bare-server.ts', { ARCHIVE: file })
  const many = Array.from({ length: ARTICLES }, (_, n) => new URL(`/v1/articles/first-${n}/versions/1`, app.url))
  const rounds: { bare: number; text: number; claims: number; first: number }[] = []
  for (let round = 0; round < ROUNDS; round++) {
    rounds.push({
      bare: await requestsPerSecond(new URL('/', bare.url)),
      text: await requestsPerSecond(new URL('/v1/articles/bench/versions/1?claims=false', app.url)),
      claims: await requestsPerSecond(new URL('/v1/articles/bench/versions/1', app.url)),
      first: await requestsPerSecond(...many),
    })
  }
  await bare.stop()
  report('bare row, requests a second', median(rounds.map((round) => round.bare)).toFixed(0))
  const ratio = (of: 'text' | 'claims' | 'first') => median(rounds.map((round) => round[of] / round.bare)).toFixed(2)
  report('version without claims, to the bare row', ratio('text'), '≥ 0.45')
  report('version with its claims, to the bare row', ratio('claims'), '≥ 0.25')
  report(`the same, ${ARTICLES} articles in turn (none is kept)`, ratio('first'))
} finally {
  await app.stop()
  rmSync(folder, { recursive: true })
}
