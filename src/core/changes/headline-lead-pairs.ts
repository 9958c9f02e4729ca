/** Pairs the claims of the headline with those of the lead that state the same. */
import { wordsOf } from '../text/stems.ts'

/** A claim of the headline or of the lead. */
export interface OpeningClaim {
  readonly number: number
  readonly headline: boolean
  /** The text of its content. */
  readonly content: string
}

/**
 * The least share of the headline's content words and numbers that the lead must have, and their least count. The lead must
 * have all numbers.
 */
const SHARE = 0.6
const LEAST = 2

/**
 * Returns pairs [claim of the headline, claim of the lead], one to one, the greatest share first. A lead says more than a
 * headline, so that only the headline's words count.
 *
 *     "Ferry aground off Pellow" · "The ferry Halcyon ran aground on a sandbank off Pellow on Tuesday."
 */
export function headlineLeadPairs(claims: readonly OpeningClaim[]): [headline: number, lead: number][] {
  const keyed = claims.map((claim) => ({
    ...claim,
    words: new Set(wordsOf(claim.content).flatMap((word) => (word.kind === 'small' ? [] : [word.key]))),
    numbers: wordsOf(claim.content).flatMap((word) => (word.kind === 'number' ? [word.key] : [])),
  }))
  const leads = keyed.filter((claim) => !claim.headline)
  const options = keyed
    .filter((claim) => claim.headline)
    .flatMap((head) =>
      leads.map((lead) => {
        const shared = [...head.words].filter((word) => lead.words.has(word)).length
        const numbers = head.numbers.every((number) => lead.words.has(number))
        return { head, lead, shared, numbers, share: shared / Math.max(1, head.words.size) }
      }),
    )
    .filter(({ shared, numbers, share }) => numbers && shared >= LEAST && share >= SHARE)
    .sort((p, q) => q.share - p.share || p.lead.words.size - q.lead.words.size)
  const pairs: [number, number][] = []
  for (const { head, lead } of options) {
    if (!pairs.some(([h, l]) => h === head.number || l === lead.number)) pairs.push([head.number, lead.number])
  }
  return pairs
}
