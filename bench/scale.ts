/**
 * `npm run bench -- scale [articles]`: fills an archive with so many articles of 20 versions each and times every read after 100,
 * 1,000 and 10,000 of them, in process and with no answer kept: an index is read in a time that hardly depends on how much there is.
 */
import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createApp } from '../src/app.ts'
import { configOf } from '../src/config.ts'
import { ingest } from '../src/recording/ingest.ts'
import { openSqlite, sqliteStore } from '../src/store/sqlite.ts'
import type { Store } from '../src/store/store.ts'
import { insertArticle } from '../src/store/write/article-metadata.ts'
import type { Report } from './analysis.ts'
import { storyOf } from './stories.ts'

const VERSIONS = 20
const STAGES = [100, 1_000, 10_000]
const RUNS = 31
const PUBLICATIONS = 40

/** `{n}`: an article of those that are there. */
const READS = [
  '/v1/articles',
  '/v1/articles?publication=Gazette%207',
  '/v1/articles?changed_since=2025-01-02',
  '/v1/articles/story-{n}',
  '/v1/articles/story-{n}/versions',
  '/v1/articles/story-{n}/versions/20',
  '/v1/articles/story-{n}/versions/at/2025-01-01T08:00:00Z',
  '/v1/articles/story-{n}/timemap',
  '/v1/articles/story-{n}/claims',
  '/v1/articles/story-{n}/claims?version=7',
  '/v1/articles/story-{n}/claims/3',
  '/v1/articles/story-{n}/changes',
  '/v1/articles/story-{n}/compare/1..20',
  '/v1/articles/story-{n}/sources',
  '/v1/claims',
  '/v1/claims?sort=check_worthiness',
  '/v1/claims?source=Ada%20Moreno',
  '/v1/claims?q=tunnel',
  '/v1/changes',
  '/v1/changes?kind=withdrawn',
  '/v1/changes?publication=Gazette%207',
  '/v1/changes?source=Ada%20Moreno',
  '/v1/changes?acknowledged=true',
  '/v1/sources',
  '/v1/search?q=tunnel',
  '/v1/search?q=%22Ada%20Moreno%22%20tunnel',
  '/v1/stats/changes?interval=day&by=kind',
  '/feeds/changes.atom',
  '/feeds/articles/story-{n}.atom',
]

export async function reportScale(report: Report, articles: number): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'claimtrail-scale-'))
  const file = join(folder, 'archive.sqlite')
  const database = openSqlite(file, 'migrations')
  try {
    const store = sqliteStore(database)
    const app = createApp(() => ({ store, config: configOf({}), clock: Date.now }))
    const stages = [...STAGES.filter((stage) => stage < articles), articles]
    const times: Map<string, number>[] = []
    let there = 0
    for (const stage of stages) {
      const start = performance.now()
      const before = there
      for (; there < stage; there++) await record(store, there)
      const each = (performance.now() - start) / ((stage - before) * VERSIONS)
      database.pragma('wal_checkpoint(TRUNCATE)')
      const bytes = statSync(file).size / (stage * VERSIONS)
      report(
        `${stage} articles of ${VERSIONS} versions`,
        `${each.toFixed(1)} ms`,
        `a version; ${bytes.toFixed(0)} bytes of file each`,
      )
      const found = new Map<string, number>()
      for (const path of READS) {
        const time = await timeOf(app, path, stage)
        if (time !== null) found.set(path, time)
      }
      times.push(found)
    }
    report(`read, ms at ${stages.join(' / ')} articles`, '')
    for (const path of READS) {
      const row = times.map((found) => found.get(path))
      if (row.every((time) => time !== undefined)) {
        const growth = (row.at(-1) ?? 0) / (row[0] ?? 1)
        report(`  ${path}`, row.map((time) => time.toFixed(2)).join(' / '), `× ${growth.toFixed(1)}`)
      }
    }
  } finally {
    database.close()
    rmSync(folder, { recursive: true })
  }
}

async function record(store: Store, n: number): Promise<void> {
  const slug = `story-${n}`
  const now = new Date().toISOString()
  await insertArticle(store, { slug, title: null, publication: `Gazette ${n % PUBLICATIONS}`, url: null }, now)
  for (const [i, { title, body }] of storyOf(n, VERSIONS).entries()) {
    // An article a minute, a version an hour.
    const capturedAt = new Date(Date.UTC(2025, 0, 1) + n * 60_000 + i * 3_600_000).toISOString()
    await ingest(store, slug, { title, body, byline: null, url: null, capturedAt, publishedAt: null, modifiedAt: null }, now)
  }
}

type Asked = { request(path: string): Response | Promise<Response> }

/** The median of several requests, each for another article; null where there is no such route. */
async function timeOf(app: Asked, path: string, articles: number): Promise<number | null> {
  const times: number[] = []
  for (let run = 0; run < RUNS; run++) {
    const asked = path.replace('{n}', String(Math.floor((run * articles) / RUNS)))
    const start = performance.now()
    const response = await app.request(asked)
    await response.text()
    times.push(performance.now() - start)
    if (response.status === 404) return null
    if (!response.ok && response.status !== 302) throw new Error(`${asked}: ${response.status}`)
  }
  return times.toSorted((a, b) => a - b)[RUNS >> 1] ?? null
}
