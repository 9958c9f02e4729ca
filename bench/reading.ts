/** Reads a second, as ratios to the bare server of the same run. */
import type { Report } from './analysis.ts'
import { type Archive, AUTHORIZED, openArticle, postRevised, versionOf } from './archive.ts'
import { clientName, readsPerSecond } from './light-client.ts'
import { once, postRequest, requestsPerSecond } from './load.ts'

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
  /** Each path is asked once: no answer was kept. */
  readonly isNew?: boolean
  readonly headers?: Readonly<Record<string, string>>
}

/** More searches than are answered while they are measured. */
const FIRST_TIME = Array.from({ length: 20_000 }, (_, n) => n)

const VERSION = '/version/bench/1'

const READS: readonly Measured[] = [
  {
    name: '  version without its claims',
    paths: ['/v1/articles/bench/versions/1?claims=false'],
    bare: VERSION,
    bound: '≥ 0.35, aim 0.6',
  },
  {
    name: '  version with 60 claims',
    paths: ['/v1/articles/bench/versions/1'],
    bare: VERSION,
    bound: '≥ 0.35, aim 0.6',
  },
  {
    name: `  the same, ${ARTICLES} articles in turn`,
    paths: Array.from({ length: ARTICLES }, (_, n) => `/v1/articles/first-${n}/versions/1`),
    bare: VERSION,
    bound: '',
  },
  { name: '  claims of an article', paths: ['/v1/articles/bench/claims'], bare: VERSION, bound: '≥ 0.35, aim 0.6' },
  { name: '  changes of an article', paths: ['/v1/articles/bench/changes'], bare: VERSION, bound: '≥ 0.35, aim 0.6' },
  { name: '  one claim with its trail', paths: ['/v1/articles/bench/claims/31'], bare: VERSION, bound: '≥ 0.35, aim 0.6' },
  { name: '  claims of the archive', paths: ['/v1/claims'], bare: VERSION, bound: '≥ 0.35, aim 0.6' },
  { name: '  changes of the archive', paths: ['/v1/changes'], bare: VERSION, bound: '≥ 0.35, aim 0.6' },
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
    name: '  first-time search, to a bare search with snippets',
    // Each has a word of its own to leave out, so that no answer was kept.
    paths: FIRST_TIME.map((n) => `/v1/search?q=ferry+-z${n}&in=sentences`),
    isNew: true,
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
  report(`requests a second by ${await clientName()}, as ratios to the bare server`, '')
  for (const { name, paths, bare: yardstick, bound, isNew } of READS) {
    const rounds: { rate: number; bareRate: number }[] = []
    const share = paths.length / ROUNDS
    for (let round = 0; round < ROUNDS; round++) {
      const asked = isNew ? paths.slice(round * share, (round + 1) * share) : paths
      rounds.push({ rate: await readsPerSecond(app.url, asked), bareRate: await readsPerSecond(bare.url, [yardstick]) })
    }
    const of = (value: (one: (typeof rounds)[number]) => number) => median(rounds.map(value))
    const rates = `${of((one) => one.rate).toFixed(0)} to ${of((one) => one.bareRate).toFixed(0)} a second`
    report(name, of(({ rate, bareRate }) => rate / bareRate).toFixed(2), `${bound.padEnd(18)}${rates}`)
  }
  await reportUnchanged(report, app.url)
  await reportWriting(report, { app, bare })
}

/** A 304 to the read that it saves, where the answer is kept. */
async function reportUnchanged(report: Report, url: string): Promise<void> {
  const version = new URL('/v1/articles/bench/versions/1', url)
  const etag = (await fetch(version)).headers.get('etag') ?? ''
  const whole = await readsPerSecond(url, [version.pathname])
  const same = await readsPerSecond(url, [version.pathname], { 'if-none-match': etag })
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
