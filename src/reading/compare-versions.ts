/** Compares any two versions of an article: the operations between their texts and the changes of their claims. */

import { align } from '../core/changes/align/align.ts'
import { compareClaims } from '../core/changes/compare-claims.ts'
import { compareAcrossEngines } from '../core/changes/engines/compare-across-engines.ts'
import { compare, type Operation, type Side } from '../core/diff/compare.ts'
import { unified } from '../core/diff/unified.ts'
import { Failure } from '../failure.ts'
import { viewOf } from '../store/read/change-view.ts'
import { type ChangeView, changeRows, changeView } from '../store/read/changes.ts'
import {
  type ComparedRow,
  type VersionContent,
  versionClaims,
  versionContent,
  versionTexts,
  withClaims,
} from '../store/read/versions.ts'
import type { Results, Store } from '../store/store.ts'
import { sentenceKey } from '../store/write/history.ts'

export interface Comparison {
  readonly a: ComparedRow
  readonly b: ComparedRow
  readonly before: VersionContent
  readonly after: VersionContent
  readonly operations: readonly Operation[]
  /** Pairs of sentences that correspond, by index. */
  readonly links: readonly (readonly [number, number])[]
  readonly changes: readonly ChangeView[]
}

export interface ChangesBetween {
  readonly slug: string
  readonly articleId: number
  readonly revision: number
  readonly changes: readonly ChangeView[]
}

/** The queries for two versions, for one batch: their texts, their claims, and the changes recorded between them where they are neighbors. */
export const pairQueries = (store: Store, slug: string, a: number, b: number | 'latest') =>
  [
    versionTexts(store, slug, [a, b]),
    versionClaims(store, slug, [a, b]),
    changeRows(store, { slug, between: [a, b], zone: 'all', standing: true, order: 'trail', limit: -1 }),
  ] as const

type PairRows = Results<ReturnType<typeof pairQueries>>

async function pairOf(store: Store, slug: string, a: number, b: number | 'latest') {
  return pairIn(await store.batchRead(pairQueries(store, slug, a, b)), slug, a, b)
}

/** The two versions, the second of which may be 'latest', and what was recorded between them. Throws Failure not_found and withheld. */
function pairIn([texts, claims, recorded]: PairRows, slug: string, a: number, b: number | 'latest') {
  const rows = withClaims(texts, claims)
  const [first, second] = [
    rows.find((row) => row.number === a),
    rows.find((row) => row.number === (b === 'latest' ? row.latest : b)),
  ]
  for (const [row, number] of [
    [first, a],
    [second, b],
  ] as const) {
    if (!row) throw new Failure('not_found', `There is no version ${number} of an article "${slug}".`)
    if (row.withheld !== null)
      throw new Failure('withheld', `Version ${row.number} of "${row.slug}" is withheld: ${row.withheld}`)
  }
  if (!first || !second) throw new Failure('not_found', `There is no article "${slug}".`)
  return { a: first, b: second, before: versionContent(first), after: versionContent(second), recorded }
}

/** The changes of claims from one version to another, folded. Between neighbors they are the changes as recorded. */
export async function changesBetween(store: Store, slug: string, a: number, b: number | 'latest'): Promise<ChangesBetween> {
  const pair = await pairOf(store, slug, a, b)
  const { slug: current, articleId, revision } = pair.a
  return { slug: current, articleId, revision, changes: foldedChanges(pair) }
}

/** The two texts for the differ. */
const sidesOf = ({ a, b, before, after }: Pair): readonly [Side, Side] => [
  { title: a.title, body: a.body, sentences: before.sentences },
  { title: b.title, body: b.body, sentences: after.sentences },
]

/** The unified diff from one version to another, a sentence a line; '' if their sentences are the same. */
export async function unifiedDiff(
  store: Store,
  slug: string,
  a: number,
  b: number,
): Promise<{ readonly a: ComparedRow; readonly text: string }> {
  const pair = await pairOf(store, slug, a, b)
  const [before, after] = sidesOf(pair)
  const name = (row: ComparedRow) => `${row.slug}/${row.number}\t${row.capturedAt}`
  const names = { before: name(pair.a), after: name(pair.b) }
  return { a: pair.a, text: unified(before, after, compare(before, after), names) }
}

/** Both versions' sentences, the operations that turn one text into the other, and the claims' changes. */
export async function compareVersions(store: Store, slug: string, a: number, b: number): Promise<Comparison> {
  return comparisonIn(await store.batchRead(pairQueries(store, slug, a, b)), slug, a, b)()
}

/** The versions of the rows; their comparison is made when it is asked for. Throws Failure not_found and withheld. */
export function comparisonIn(rows: PairRows, slug: string, a: number, b: number): (() => Comparison) & Pick<Pair, 'a' | 'b'> {
  const pair = pairIn(rows, slug, a, b)
  return Object.assign(() => compared(pair), { a: pair.a, b: pair.b })
}

function compared(pair: Pair): Comparison {
  const groups = align(pair.before.sentences, pair.after.sentences)
  const operations = compare(...sidesOf(pair), groups)
  const links = groups.flatMap((g) => g.before.flatMap((i) => g.after.map((j) => [i, j] as const)))
  return { ...pair, operations, links, changes: foldedChanges(pair) }
}

/** The changes between two versions whose rows are at hand, and between which others are withheld. */
export const changesAcross = (a: ComparedRow, b: ComparedRow): ChangeView[] =>
  foldedChanges({ a, b, before: versionContent(a), after: versionContent(b), recorded: [] })

type Pair = ReturnType<typeof pairIn>

function foldedChanges(pair: Pair): ChangeView[] {
  const { a, b, before, after, recorded } = pair
  if (a.number === b.number) return []
  if (b.predecessor === a.number) return recorded.map(changeView)
  const from = { ref: { number: a.number, capturedAt: a.capturedAt }, ...before }
  const to = { ref: { number: b.number, capturedAt: b.capturedAt }, ...after }
  const rejected = new Set([...before.claims, ...after.claims].flatMap((c) => (c.verdict === 'rejected' ? c.number : [])))
  return folding(pair)(before, after)
    .map((change) => viewOf(change, a.slug, from, to))
    .filter(({ claims }) => claims.length === 0 || !claims.every((number) => rejected.has(number)))
}

/** The comparison of two versions: of their statements as stored where one engine found all of them, else as today's engine finds them. */
function folding({ a, before, after }: Pair): typeof compareClaims {
  const runs = new Set([...before.claims, ...after.claims].map((claim) => claim.runId))
  if (runs.size <= 1) return compareClaims
  const outdated = new Set(
    [before, after].flatMap(({ sentences, claims }) =>
      claims.flatMap(({ runId, sentence }) => {
        const stored = sentences[sentence]
        return stored && runId !== a.todaysRun ? [sentenceKey(stored.text, stored.zone === 'headline')] : []
      }),
    ),
  )
  return compareAcrossEngines((text, headline) => outdated.has(sentenceKey(text, headline)))
}
