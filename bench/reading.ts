/** Reads a second, as ratios to the bare server of the same run. */
import type { Report } from './analysis.ts'
import { type Archive, AUTHORIZED, openArticle, postRevised, versionOf } from './archive.ts'
import { getRequest, inTurn, once, postRequest, requestsPerSecond } from './load.ts'

const ROUNDS = 3
/** More than the revisions between the versions that are compared at a distance. */
const REVISIONS = 30
/** Of these each is read in turn. */
export const ARTICLES = 200
/** Each is recorded once: more than can be recorded while it is measured. */
const WRITES = 2500

interface Measured {
  readonly name: string
  /** What is asked of the app, and of which of the bare server's answers it is a share. */
  readonly paths: readonly string[]
  readonly bare: string
  readonly bound: string
  readonly headers?: Readonly<Record<string, string>>
}

const VERSION = '/version/bench/1'

const READS: readonly Measured[] = [
  {
    name: '  version without its claims',
    paths: ['/v1/articles/bench/versions/1?claims=false'],
    bare: VERSION,
    bound: '≥ 0.45, aim 0.7',
  },
  {
    name: '  version with 60 claims',
    paths: ['/v1/articles/bench/versions/1'],
    bare: VERSION,
    bound: '≥ 0.3, aim 0.5',
  },
  {
    name: `  the same, ${ARTICLES} articles in turn`,
    paths: Array.from({ length: ARTICLES }, (_, n) => `/v1/articles/first-${n}/versions/1`),
    bare: VERSION,
    bound: '',
  },
  { name: '  claims of an article', paths: ['/v1/articles/bench/claims'], bare: VERSION, bound: '≥ 0.3, aim 0.5' },
  { name: '  changes of an article', paths: ['/v1/articles/bench/changes'], bare: VERSION, bound: '≥ 0.3, aim 0.5' },
  { name: '  one claim with its trail', paths: ['/v1/articles/bench/claims/31'], bare: VERSION, bound: '≥ 0.3, aim 0.5' },
  { name: '  claims of the archive', paths: ['/v1/claims'], bare: VERSION, bound: '≥ 0.3, aim 0.5' },
  { name: '  changes of the archive', paths: ['/v1/changes'], bare: VERSION, bound: '≥ 0.3, aim 0.5' },
  {
    name: '  compare neighbours, to jsdiff',
    paths: ['/v1/articles/revised/compare/1..2'],
    bare: '/compare/revised/1/2',
    bound: '≥ 0.8',
  },
  {
    name: `  compare ${REVISIONS} apart, to jsdiff`,
    paths: [`/v1/articles/revised/compare/1..${REVISIONS + 1}`],
    bare: `/compare/revised/1/${REVISIONS + 1}`,
    bound: '≥ 20',
  },
  {
    name: '  search, to a bare search with snippets',
    paths: ['/v1/search?q=ferry&in=sentences'],
    bare: '/search/ferry',
    bound: '≥ 0.6, aim 0.8',
  },
]

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN
}

/** Reads; and writes against the insertion of a text and its search entry. Fills the archive with what it needs. */
export async function reportServing(report: Report, { app, bare }: Archive): Promise<void> {
  await postRevised(app.url, 'revised', REVISIONS)
  const get = (server: string, path: string, headers = {}) => getRequest(new URL(path, server), headers)
  const app_ = new URL(app.url)
  const bare_ = new URL(bare.url)
  report('requests a second, as ratios to the bare server', '')
  for (const { name, paths, bare: yardstick, bound } of READS) {
    const ratios: number[] = []
    for (let round = 0; round < ROUNDS; round++) {
      const rate = await requestsPerSecond(app_, inTurn(...paths.map((path) => get(app.url, path))))
      ratios.push(rate / (await requestsPerSecond(bare_, inTurn(get(bare.url, yardstick)))))
    }
    report(name, median(ratios).toFixed(2), bound)
  }
  await reportUnchanged(report, app.url)
  await reportWriting(report, { app, bare })
}

/** A 304 to the read that it saves, where the answer is kept. */
async function reportUnchanged(report: Report, url: string): Promise<void> {
  const version = new URL('/v1/articles/bench/versions/1', url)
  const etag = (await fetch(version)).headers.get('etag') ?? ''
  const whole = await requestsPerSecond(version, inTurn(getRequest(version)))
  const same = await requestsPerSecond(version, inTurn(getRequest(version, { 'if-none-match': etag })))
  report('  304, to the read that it saves', (same / whole).toFixed(2), '> 1')
}

/** An ingest of a version with one sentence changed, to a bare insertion of its text. */
async function reportWriting(report: Report, { app, bare }: Pick<Archive, 'app' | 'bare'>): Promise<void> {
  const slugs = Array.from({ length: 8 }, (_, n) => `written-${n}`)
  for (const slug of slugs) await openArticle(app.url, slug)
  const edits = Array.from({ length: WRITES }, (_, n) => {
    const url = new URL(`/v1/articles/${slugs[n % slugs.length]}/versions`, app.url)
    return postRequest(url, AUTHORIZED, versionOf(n + 1))
  })
  const inserts = Array.from({ length: 8 * WRITES }, (_, n) => postRequest(new URL('/', bare.url), {}, versionOf(n)))
  const rate = await requestsPerSecond(new URL(app.url), once(edits))
  const bareRate = await requestsPerSecond(new URL(bare.url), once(inserts))
  report('  ingest of an edit, to a bare insertion with its search entry', (rate / bareRate).toFixed(2), '≥ 0.34')
  report('    ingests a second', rate.toFixed(0))
}
