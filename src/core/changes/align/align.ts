/** Alignment of the sentences of two versions: pairs, splits, merges, moves. */
import type { Sentence } from '../../article.ts'
import { lowerBound } from '../../text/lower-bound.ts'
import { plainKey } from '../../text/stems.ts'
import { namesIn } from '../compare/proper-names.ts'
import { isNote } from '../notes/is-note.ts'
import { fragments } from './fragments.ts'
import { alignGap, gapsBetween, type Texts } from './gaps.ts'
import { heaviestChain } from './heaviest-chain.ts'
import { pairIdentical } from './pair-identical.ts'
import { pairSameEvent } from './pair-same-event.ts'
import { dropUnlikelyMoves, pairSimilar } from './pair-similar.ts'
import { pairTemplatedLines } from './pair-templated-lines.ts'
import { pairRecut, type Recut, sharing } from './recut.ts'
import { readingOf } from './side-by-side.ts'
import { profilesOf } from './similarity.ts'
import { areStrangers, hasNeighbour } from './strangers.ts'

/**
 * Corresponding sentences: one to one, one to several (a split), several to one (a merge), or any to any if both sides hold the
 * same text. Indices ascend.
 */
export interface Group {
  readonly before: readonly number[]
  readonly after: readonly number[]
  /** The direction of a group outside the heaviest order-preserving chain; null for a group inside it. */
  readonly moved: 'up' | 'down' | null
  /** Both sides hold the same text, white space aside, cut into different sentences. */
  readonly recut?: true
}

/**
 * The evidence that may pair two sentences: shared words, or also that the later one reports what became of the earlier one's
 * matter.
 */
export type Evidence = 'words' | 'matter'

/** The least similarity for a pair at any place: before the gaps are filled, and after. */
const SURE = 0.74
const LIKELY = 0.6

/**
 * Aligns the sentences of two versions. Headlines align with headlines only, furniture with furniture. Steps: the same text cut differently; verbatim
 * sentences; sentences that differ in typography only; templated lines; very similar sentences; the best order-preserving
 * pairing inside the gaps; similar sentences at any place; fragments of a paired sentence; and sentences about the same event
 * in other words. A sentence without a group was removed or added. With `by` = 'words' fewer sentences are paired and fewer
 * count as moved: that alignment is for display, and no change depends on it.
 */
export function align(a: readonly Sentence[], b: readonly Sentence[], by: Evidence = 'matter'): Group[] {
  const titleA = a.findIndex((s) => s.zone !== 'headline')
  const titleB = b.findIndex((s) => s.zone !== 'headline')
  const [headA, headB] = [titleA < 0 ? a.length : titleA, titleB < 0 ? b.length : titleB]
  const heads = markMoves(alignZone(a.slice(0, headA), b.slice(0, headB), by), a, b)
  return [...heads, ...alignBodies(a, b, headA, headB, by)]
}

/** Aligns the sentences from `headA` and `headB` on: those of the story, and furniture with furniture. */
function alignBodies(a: readonly Sentence[], b: readonly Sentence[], headA: number, headB: number, by: Evidence): Group[] {
  const groups = [false, true].flatMap((furniture) => {
    const indicesIn = (sentences: readonly Sentence[], head: number) =>
      [...sentences.keys()].filter((k) => k >= head && (sentences[k]?.zone === 'furniture') === furniture)
    const [inA, inB] = [indicesIn(a, headA), indicesIn(b, headB)]
    const zoneOf = (sentences: readonly Sentence[], indices: readonly number[]) => indices.flatMap((k) => sentences[k] ?? [])
    return alignZone(zoneOf(a, inA), zoneOf(b, inB), by).map((group) => ({
      ...group,
      before: group.before.map((i) => inA[i] as number),
      after: group.after.map((j) => inB[j] as number),
    }))
  })
  groups.sort((p, q) => (p.before[0] ?? 0) - (q.before[0] ?? 0))
  return markMoves(groups, a, b)
}

/** Returns the pairs of sentences that a group links. */
export const pairsOf = (group: Group, a: readonly Sentence[], b: readonly Sentence[]): (readonly [number, number])[] =>
  group.recut ? sharing(group, a, b) : group.before.flatMap((i) => group.after.map((j) => [i, j] as const))

function alignZone(a: readonly Sentence[], b: readonly Sentence[], by: Evidence): Group[] {
  const takenA = new Int32Array(a.length).fill(-1)
  const takenB = new Int32Array(b.length).fill(-1)
  if (a.length === 1 && b.length === 1 && a[0]?.zone === 'headline') {
    takenA[0] = 0
    takenB[0] = 0
  }
  const [textsA, textsB] = [a.map(textOf), b.map(textOf)]
  const recut = pairRecut(textsA, textsB, takenA, takenB)
  pairIdentical(textsA, textsB, takenA, takenB)
  const openKeys = (sentences: readonly Sentence[], taken: Int32Array) =>
    sentences.map((s, k) => (taken[k] === -1 ? plainKey(s.text) : ''))
  pairIdentical(openKeys(a, takenA), openKeys(b, takenB), takenA, takenB)
  const open = takenA.includes(-1) || takenB.includes(-1)
  const { splits, merges } = open ? pairRewritten(a, b, takenA, takenB, by) : NO_FRAGMENTS
  return groupsOf(takenA, recut, splits, merges)
}

const textOf = (s: Sentence) => s.text

interface Fragments {
  readonly splits: ReadonlyMap<number, readonly number[]>
  readonly merges: ReadonlyMap<number, readonly number[]>
}

const NO_FRAGMENTS: Fragments = { splits: new Map(), merges: new Map() }

/**
 * Pairs the sentences that do not stand verbatim in both versions. Fills in `takenA` and `takenB`; returns the splits and the
 * merges.
 */
function pairRewritten(
  a: readonly Sentence[],
  b: readonly Sentence[],
  takenA: Int32Array,
  takenB: Int32Array,
  by: Evidence,
): Fragments {
  const profiles = profilesOf(a, b, takenA, takenB)
  const differentLines = pairTemplatedLines(a, b, takenA, takenB)
  const otherSorts = (i: number, j: number) => differentLines(i, j) || isNote(a[i] as Sentence) !== isNote(b[j] as Sentence)
  const sure = pairSimilar(profiles, takenA, takenB, SURE, otherSorts)
  const texts: Texts = {
    apart: (i, j) =>
      otherSorts(i, j) ||
      (!hasNeighbour(i, j, takenA) && areStrangers(readingOf(a[i] as Sentence), readingOf(b[j] as Sentence))),
    namesA: (i) => namesIn(a[i]?.text ?? ''),
    namesB: (j) => namesIn(b[j]?.text ?? ''),
  }
  const inOrder = () =>
    heaviestChain(Array.from(takenA, (j, i) => ({ i, j, weight: j < 0 ? 0 : weightOf(a[i]) + weightOf(b[j]) })))
  const stayed = inOrder()
  const doubted = by === 'words' ? dropUnlikelyMoves(sure, stayed, takenA, takenB) : []
  for (const gap of gapsBetween(stayed, takenA, takenB)) {
    for (const { i, j } of alignGap(gap, profiles, texts)) {
      takenA[i] = j
      takenB[j] = i
    }
  }
  const doubts = new Set(doubted.map(({ i, j }) => i * b.length + j))
  const likely = pairSimilar(profiles, takenA, takenB, LIKELY, (i, j) => doubts.has(i * b.length + j) || otherSorts(i, j))
  if (by === 'words' && likely.pairs.length > 0) dropUnlikelyMoves(likely, inOrder(), takenA, takenB)
  const splits = fragments(
    { profiles: profiles.a, sentences: a, taken: takenA },
    { profiles: profiles.b, sentences: b, taken: takenB },
    profiles,
  )
  const whole = takenB.map((i) => (splits.has(i) ? -2 : i))
  const merges = fragments(
    { profiles: profiles.b, sentences: b, taken: whole },
    { profiles: profiles.a, sentences: a, taken: takenA },
    profiles,
  )
  if (by === 'matter') pairSameEvent(a, b, takenA, takenB)
  return { splits, merges }
}

function groupsOf(
  takenA: Int32Array,
  recut: Recut,
  splits: ReadonlyMap<number, readonly number[]>,
  merges: ReadonlyMap<number, readonly number[]>,
): Group[] {
  const groups: Group[] = []
  for (const [i, j] of takenA.entries()) {
    if (j < 0) continue
    const run = recut.get(i)
    if (run) {
      groups.push({ ...run, moved: null, recut: true })
      continue
    }
    const merged = merges.get(j)
    if (merged && merged[0] !== i) continue
    groups.push({ before: merged ?? [i], after: merged ? [j] : (splits.get(i) ?? [j]), moved: null })
  }
  return groups
}

/** The weight of a sentence in a chain: a longer one is more likely to have stayed. Furniture moves around the story. */
const weightOf = (sentence: Sentence | undefined): number =>
  (1 + (sentence?.text.length ?? 0) / 1000) * (sentence?.zone === 'furniture' ? 0.001 : 1)

/**
 * Marks the groups outside the heaviest order-preserving chain as moved, up or down by the groups of the chain that they
 * passed.
 */
function markMoves(groups: readonly Group[], a: readonly Sentence[], b: readonly Sentence[]): Group[] {
  const weigh = (list: readonly number[], sentences: readonly Sentence[]) =>
    list.reduce((sum, i) => sum + weightOf(sentences[i]), 0)
  const chain = heaviestChain(
    groups.map((g) => ({ i: g.before[0] ?? 0, j: g.after[0] ?? 0, weight: weigh(g.before, a) + weigh(g.after, b) })),
  )
  if (chain.length === groups.length) return [...groups]
  const stayed = new Set(chain.map((p) => p.i))
  return groups.map((g) => {
    const [i, j] = [g.before[0] ?? 0, g.after[0] ?? 0]
    if (stayed.has(i)) return g
    const passed = lowerBound(chain, j, (p) => p.j) - lowerBound(chain, i, (p) => p.i)
    return { ...g, moved: passed < 0 ? 'up' : 'down' }
  })
}
