/** Pairs sentences at the same place of two versions that report the same event in different words. */
import type { Sentence } from '../../article.ts'
import { comparisonOf } from '../compare/comparison.ts'
import { isNote } from '../notes/is-note.ts'
import { contributions } from '../supersession/feature.ts'
import { supersededReason } from '../supersession/superseded-reason.ts'
import { type Gap, gapsBetween, openIn } from './gaps.ts'
import { heaviestChain, type Pair } from './heaviest-chain.ts'
import { SAME_EVENT_FEATURES } from './same-event-features.ts'
import { type Place, type Rarity, rarityIn, readingOf, type SideBySide, sideBySide } from './side-by-side.ts'
import { areStrangers, hasNeighbour } from './strangers.ts'

/** Log odds that two open sentences of a gap report the same event, before any feature counts. */
const PRIOR = -2.6
/** In larger gaps no sentences are paired by their matter. */
const MOST_PAIRS = 12
const LONGEST = 1000
/** The least share of common content words, synonyms as one, for a pair that breaks the order. */
const ALIKE = 0.5

/**
 * Pairs the open sentences between the same neighbors if the evidence for a pair outweighs the evidence against it:
 * order-preserving, one to one. `takenA` and `takenB` hold the partner of each sentence, or a negative number; the function
 * fills them in.
 *
 *     "The cause is not known." / "Inspectors traced the fire to a heater."
 */
export function pairSameEvent(a: readonly Sentence[], b: readonly Sentence[], takenA: Int32Array, takenB: Int32Array): void {
  const gaps = smallGaps(takenA, takenB)
  const [leftA, leftB] = [openIn(takenA), openIn(takenB)]
  const few = leftA.length * leftB.length > 0 && leftA.length * leftB.length <= MOST_PAIRS
  if (gaps.length === 0 && !few) return
  const rarity = rarityIn([...a, ...b])
  for (const { a: openA, b: openB } of gaps) {
    const lone = openA.length === 1 && openB.length === 1
    const pairs = openA.flatMap((i, x) =>
      openB.flatMap((j, y): Pair[] => {
        const [s, t] = [a[i], b[j]]
        if (!s || !t || s.text.length > LONGEST || t.text.length > LONGEST || isNote(s) !== isNote(t)) return []
        const place: Place = { lone, lead: i === 0 && j === 0 && s.zone !== 'headline' }
        const [p, q] = [readingOf(s), readingOf(t)]
        const found = sideBySide(p, q, place, rarity)
        const weight = odds(found)
        // A pair supported only by temporal order is kept only if the later sentence supersedes the earlier; so alignment is
        // symmetric.
        const supported =
          weight > 0 &&
          (supersededReason(comparisonOf(p.wording, q.wording, [])) !== null || odds(sideBySide(q, p, place, rarity)) > 0)
        return supported && (hasNeighbour(i, j, takenA) || !areStrangers(p, q)) ? [{ i: x, j: y, weight }] : []
      }),
    )
    for (const { i, j } of heaviestChain(pairs)) {
      takenA[openA[i] as number] = openB[j] as number
      takenB[openB[j] as number] = openA[i] as number
    }
  }
  if (few) pairMoved(a, b, takenA, takenB, rarity)
}

/**
 * Pairs rewritten sentences that moved: if few sentences are left, those about the same thing in words of the same meaning, at
 * any place.
 */
function pairMoved(
  a: readonly Sentence[],
  b: readonly Sentence[],
  takenA: Int32Array,
  takenB: Int32Array,
  rarity: Rarity,
): void {
  const place: Place = { lone: false, lead: false }
  const [leftA, leftB] = [openIn(takenA), openIn(takenB)]
  const pairs = leftA.flatMap((i) =>
    leftB.flatMap((j): Pair[] => {
      const [s, t] = [a[i], b[j]]
      if (!s || !t || s.text.length > LONGEST || t.text.length > LONGEST || isNote(s) || isNote(t)) return []
      const [p, q] = [readingOf(s), readingOf(t)]
      const found = sideBySide(p, q, place, rarity)
      const weight = Math.min(odds(found), odds(sideBySide(q, p, place, rarity)))
      return found.likeness >= ALIKE && weight > 0 ? [{ i, j, weight }] : []
    }),
  )
  for (const { i, j } of pairs.sort((p, q) => q.weight - p.weight)) {
    if (takenA[i] !== -1 || takenB[j] !== -1) continue
    takenA[i] = j
    takenB[j] = i
  }
}

const odds = (found: SideBySide): number =>
  contributions(SAME_EVENT_FEATURES, found).reduce((sum, { odds }) => sum + odds, PRIOR)

/** Returns the small gaps between sentences that kept their order. */
function smallGaps(takenA: Int32Array, takenB: Int32Array): Gap[] {
  if (!takenA.includes(-1) || !takenB.includes(-1)) return []
  const linked = Array.from(takenA, (j, i) => ({ i, j, weight: j < 0 ? 0 : 1 }))
  return gapsBetween(heaviestChain(linked), takenA, takenB).filter((gap) => gap.a.length * gap.b.length <= MOST_PAIRS)
}
