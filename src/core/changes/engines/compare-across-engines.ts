/**
 * Comparison of two versions whose sentences an older engine analyzed. A difference between the engines is no change of the
 * text.
 */
import type { FoundClaim, Sentence } from '../../article.ts'
import { align, pairsOf } from '../align/align.ts'
import type { Appearance, Change, NumberedClaim, NumberedVersion } from '../change.ts'
import { compareClaims } from '../compare-claims.ts'
import { pairClaims } from '../pair-claims.ts'
import { type ReExtraction, reExtractBoth } from './re-extract.ts'
import type { Outdated } from './track-across-engines.ts'

/**
 * Does the same as `compareClaims` if statements may come from an older engine. A sentence that stands verbatim in both
 * versions keeps its statements; any other is compared by the statements of the current engine. A claim that only one of the
 * engines finds causes no change, but begins or ends with the claim that contains its words.
 */
export function compareAcrossEngines(outdated: Outdated): typeof compareClaims {
  return (a, b) => {
    const old = ({ text, zone }: Sentence) => outdated(text, zone === 'headline')
    const { before, after } = reExtractBoth(a, b, old)
    const numbers = numbersOf(a, before, b, after)
    const changes = compareClaims(sideOf(before, after, numbers), sideOf(after, before, numbers))
    return withLost(withLost(changes, before, numbers, 'before'), after, numbers, 'after')
  }
}

type Numbers = ReadonlyMap<FoundClaim, number>

/** Returns one version with its numbered claims: those of the current engine, and those it lost that the other version has. */
function sideOf(
  { sentences, claims, lost }: ReExtraction<NumberedClaim>,
  other: ReExtraction<NumberedClaim>,
  numbers: Numbers,
): NumberedVersion {
  const today = claims.flatMap(({ claim }): NumberedClaim[] => {
    const number = numbers.get(claim)
    return number === undefined ? [] : [{ ...claim, number }]
  })
  const there = new Set(other.claims.map(({ claim }) => numbers.get(claim)))
  return { sentences, claims: [...today, ...lost.flatMap(({ stored }) => (there.has(stored.number) ? [stored] : []))] }
}

/**
 * Returns the number of each claim of the current engine. A claim that its version lacked gets the number of its counterpart
 * among the claims that only the other version has; it gets none if there is no counterpart.
 */
function numbersOf(
  a: NumberedVersion,
  before: ReExtraction<NumberedClaim>,
  b: NumberedVersion,
  after: ReExtraction<NumberedClaim>,
): Numbers {
  const numbers = new Map<FoundClaim, number>()
  for (const { claim, stored } of [...before.claims, ...after.claims]) if (stored) numbers.set(claim, stored.number)
  const alone = ({ claims }: ReExtraction<NumberedClaim>, other: NumberedVersion) => {
    const there = new Set(other.claims.map((claim) => claim.number))
    const free = claims.flatMap(({ claim, stored }) => (stored && there.has(stored.number) ? [] : [claim]))
    return Map.groupBy(free, (claim) => claim.sentence)
  }
  const [aloneA, aloneB] = [alone(before, b), alone(after, a)]
  const share = (from: FoundClaim, to: FoundClaim) => {
    const [m, n] = [numbers.get(from), numbers.get(to)]
    if (m === undefined && n !== undefined) numbers.set(from, n)
    if (n === undefined && m !== undefined) numbers.set(to, m)
  }
  const [{ sentences: zonedA }, { sentences: zonedB }] = [before, after]
  const links = align(zonedA, zonedB).flatMap((group) => pairsOf(group, zonedA, zonedB))
  for (const [i, j] of links) {
    const [p, q] = [aloneA.get(i) ?? [], aloneB.get(j) ?? []]
    for (const [x, y] of pairClaims(a.sentences[i]?.text ?? '', p, b.sentences[j]?.text ?? '', q)) {
      const [from, to] = [p[x], q[y]]
      if (from && to) share(from, to)
    }
  }
  return numbers
}

/** Adds each claim that the current engine does not find to the change of the claim that contains its words. */
function withLost(
  changes: readonly Change[],
  { lost }: ReExtraction<NumberedClaim>,
  numbers: Numbers,
  side: 'before' | 'after',
): Change[] {
  const other = side === 'before' ? 'after' : 'before'
  return changes.map((change) => {
    if (change[other].length > 0) return change
    const here = new Set(change[side].map((a) => a.claim))
    const more = lost.flatMap(({ stored, within }): Appearance[] => {
      const holder = within && numbers.get(within)
      const { number, sentence, index } = stored
      return holder && here.has(holder) && !here.has(number) ? [{ claim: number, sentence, index }] : []
    })
    return more.length === 0 ? change : { ...change, [side]: [...change[side], ...more] }
  })
}
