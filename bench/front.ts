/**
 * `npm run bench -- front [articles]`: the front page and the lists of changes over an archive of so many articles of six versions, in
 * process and with no answer kept.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createApp } from '../src/app.ts'
import { configOf } from '../src/config.ts'
import { ingest } from '../src/recording/ingest.ts'
import { openSqlite, sqliteStore } from '../src/store/sqlite.ts'
import { insertArticle } from '../src/store/write/article-metadata.ts'
import type { Report } from './analysis.ts'
import { addCopies } from './copies.ts'
import { editedStory } from './edited-stories.ts'

const WRITTEN = 100
const VERSIONS = 6
const PUBLICATIONS = 20
const RUNS = 31

const PAGES = [
  '/',
  '/?kind=softened',
  '/?kind=restored',
  '/?kind=negated',
  '/?acknowledged=false',
  '/?acknowledged=true&kind=softened',
  '/?publication=Gazette%207',
  '/?source=Ada%20Moreno',
  '/?since=2025-01-10',
  '/changes',
  '/changes?disclosed=false',
  '/changes?kind=restored',
  '/changes?kind=negated',
  '/changes?source=Ada%20Moreno',
  '/changes?publication=Gazette%207',
  '/changes?from=2025-01-03&to=2025-01-04',
  '/v1/stories',
  '/v1/changes?sort=-captured',
  '/v1/changes?sort=-recorded&kind=softened',
]

/** Fills an archive: so many stories are recorded, the others are copies of them. */
async function fill(file: string, articles: number) {
  const database = openSqlite(file, 'migrations')
  const store = sqliteStore(database)
  const now = new Date().toISOString()
  for (let n = 0; n < WRITTEN; n++) {
    const slug = `story-${n}`
    await insertArticle(store, { slug, title: null, publication: `Gazette ${n % PUBLICATIONS}`, url: null }, now)
    for (const [i, text] of editedStory(n, VERSIONS).entries()) {
      const capturedAt = new Date(Date.UTC(2025, 0, 1) + n * 7_200_000 + i * 3_600_000).toISOString()
      await ingest(store, slug, { ...text, byline: null, url: null, capturedAt, publishedAt: null, modifiedAt: null }, now)
    }
  }
  database.pragma('synchronous = OFF')
  addCopies(database, Math.ceil(articles / WRITTEN) - 1)
  return { database, store }
}

export async function reportFront(report: Report, articles: number): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'claimtrail-front-'))
  const { database, store } = await fill(join(folder, 'archive.sqlite'), articles)
  try {
    const app = createApp(() => ({ store, config: configOf({}), clock: Date.now }))
    const rows = database.prepare('select (select count(*) from articles) || $and || (select count(*) from changes)').pluck()
    report('articles, changes', String(rows.get({ and: ', ' })))
    const next = /href="(\/\?cursor=[^"]+)"/.exec(await (await app.request('/')).text())?.[1]
    for (const path of [...PAGES, ...(next ? [next.replaceAll('&amp;', '&')] : [])]) {
      const { median, bytes } = await timeOf(app, path)
      report(`  ${path.slice(0, 54)}`, `${median.toFixed(1)} ms`, `${(bytes / 1000).toFixed(0)} KB`)
    }
  } finally {
    database.close()
    rmSync(folder, { recursive: true })
  }
}

type Asked = { request(path: string, init: RequestInit): Response | Promise<Response> }

/** The median of several requests of somebody who has been here before, in milliseconds, and the length of the answer. */
async function timeOf(app: Asked, path: string): Promise<{ median: number; bytes: number }> {
  const times: number[] = []
  let bytes = 0
  for (let run = 0; run < RUNS; run++) {
    const start = performance.now()
    const response = await app.request(path, { headers: { cookie: 'intro=off' } })
    bytes = (await response.text()).length
    times.push(performance.now() - start)
    if (!response.ok) throw new Error(`${path}: ${response.status}`)
  }
  return { median: times.toSorted((a, b) => a - b)[RUNS >> 1] ?? 0, bytes }
}
