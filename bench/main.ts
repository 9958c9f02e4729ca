/**
 * `npm run bench`: what an analysis takes and how that grows with the text (`-- analysis`: only this), what comparing and tracking
 * take, as ratios to jsdiff (`-- compare`: only this), and of the server (`-- serving`: only this) what an ingest takes, what a
 * version adds to the archive, and requests a second as ratios to a bare server. `-- captures`: reading a page of 200 KB, on Node and in
 * workerd, `-- pages`: the page of a large story, in Chromium too, `-- scale [articles]`: every read in an archive that grows to 10,000
 * articles (an hour), `-- front [articles]`: the front page and the lists of changes (minutes), `-- worker`: reads of the Worker as ratios to
 * a bare Worker, `-- soak [node|worker] [seconds]`: mixed reads and writes, `-- mixed [seconds]`: the same with reviews and a hook at a
 * constant rate, and then at four times what the server holds, and `-- limits [kind]`: memory and CPU of the largest texts; none of these is part of the whole.
 * Absolute numbers depend on the machine; ratios of one run can be compared.
 */
import SQLite from 'better-sqlite3'
import { reportAnalysis } from './analysis.ts'
import { openArchive, openArticle, postTimed } from './archive.ts'
import { article } from './article.ts'
import { reportCaptures } from './captures.ts'
import { reportCompare, reportTracking } from './compare.ts'
import { reportFront } from './front.ts'
import { reportLimits } from './limits/report.ts'
import { reportMixed } from './mixed/report.ts'
import { reportPages } from './pages.ts'
import { ARTICLES, reportServing } from './reading.ts'
import { reportScale } from './scale.ts'
import { reportSoak } from './soak.ts'
import { reportWorker } from './worker.ts'

const EDITIONS = 50
const WARM_UP = 10

interface Size {
  readonly rows: number
  /** The payload of all rows, and the pages that hold it. */
  readonly bytes: number
  readonly pages: number
}

/** All rows and what they take, indexes included. */
function sizeOf(file: string): Size {
  const database = new SQLite(file, { readonly: true })
  const tables = database.prepare<[], string>(
    "select name from sqlite_master where type = 'table' and sql not like '%virtual%'",
  )
  const rows = tables
    .pluck()
    .all()
    .reduce((sum, name) => sum + Number(database.prepare(`select count(*) from "${name}"`).pluck().get()), 0)
  const { bytes, pages } = database
    .prepare<[], Omit<Size, 'rows'>>('select sum(payload) as bytes, sum(pgsize) as pages from dbstat')
    .get() ?? { bytes: 0, pages: 0 }
  database.close()
  return { rows, bytes, pages }
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN
}

function report(what: string, value: string, bound = ''): void {
  console.log(`${what.padEnd(58)}${value.padStart(14)}   ${bound}`)
}

const [only, ...given] = process.argv.slice(2)
if (only === undefined || only === 'analysis') reportAnalysis(report)
if (only === undefined || only === 'compare') {
  reportCompare(report)
  reportTracking(report)
}
if (only === undefined || only === 'serving') {
  const archive = await openArchive()
  const { file, app } = archive
  try {
    const empty = sizeOf(file)
    const firsts: number[] = []
    for (let n = 0; n < ARTICLES; n++) {
      await openArticle(app.url, `first-${n}`)
      firsts.push(await postTimed(app.url, `first-${n}`, n))
    }
    const filled = sizeOf(file)
    await openArticle(app.url, 'bench')
    const edits: number[] = []
    for (let n = 1; n < EDITIONS; n++) edits.push(await postTimed(app.url, 'bench', n))
    const before = sizeOf(file)
    edits.push(await postTimed(app.url, 'bench', EDITIONS))
    const after = sizeOf(file)

    const size = Buffer.byteLength(article(1).body)
    report(`first version of ${size} bytes, median`, `${median(firsts.slice(WARM_UP)).toFixed(1)} ms`, '≤ 10 ms')
    report('version with one sentence changed, median', `${median(edits).toFixed(1)} ms`, '≤ 10 ms')
    const first = (filled.bytes - empty.bytes) / ARTICLES
    report('bytes that a first version adds, indexes included', first.toFixed(0))
    report('  in pages', ((filled.pages - empty.pages) / ARTICLES).toFixed(0), '≤ 60000')
    report(`rows that version ${EDITIONS} adds`, String(after.rows - before.rows))
    report(`bytes that version ${EDITIONS} adds, indexes included`, String(after.bytes - before.bytes))
    await reportServing(report, archive)
  } finally {
    await archive.end()
  }
}
if (only === 'pages') {
  const archive = await openArchive()
  await reportPages(report, archive).finally(archive.end)
}
if (only === 'captures') await reportCaptures(report)
if (only === 'scale') await reportScale(report, Number(given[0] ?? 10_000))
if (only === 'front') await reportFront(report, Number(given[0] ?? 10_000))
if (only === 'worker') await reportWorker(report)
if (only === 'limits') await reportLimits(report, given[0])
if (only === 'mixed') await reportMixed(report, Number(given[0] ?? 600))
if (only === 'soak') await reportSoak(report, given[0] ?? 'node', Number(given[1] ?? 60))
