/** What the reviews of an article that stand mean for a change that tracking tells. */
import type { DecidedChange, StandingReview } from './store/decisions.ts'

export type Verdict = 'confirmed' | 'rejected'

/** What was decided, and the review that says so. */
export interface Decision {
  readonly verdict: Verdict
  readonly review: number
}

/** Looks up what people decided of the changes of one article. */
export class Decisions {
  readonly #claims = new Map<number, Decision>()
  readonly #changes: (Decision & { readonly change: DecidedChange })[] = []

  constructor(reviews: readonly StandingReview[]) {
    for (const { id, claim, change, action } of reviews) {
      if (action !== 'confirm' && action !== 'reject') continue
      const decision: Decision = { verdict: action === 'confirm' ? 'confirmed' : 'rejected', review: id }
      if (change) this.#changes.push({ ...decision, change })
      else this.#claims.set(claim, decision)
    }
  }

  /** Of a claim, by its number; the last one counts. */
  ofClaim(number: number): Decision | null {
    return this.#claims.get(number) ?? null
  }

  /**
   * Of a change of the claims with these numbers: the last decision on a change of the same kinds and claims between the same
   * sentences, from or to the same version. One that is only about rejected claims is rejected with them.
   */
  ofChange(change: DecidedChange, claims: readonly number[]): Decision | null {
    const rejections = claims.flatMap((number) => {
      const decision = this.ofClaim(number)
      return decision?.verdict === 'rejected' ? decision.review : []
    })
    if (claims.length > 0 && rejections.length === claims.length) {
      return { verdict: 'rejected', review: Math.max(...rejections) }
    }
    return this.#changes.findLast((decided) => same(decided.change, change)) ?? null
  }
}

/** A version that comes late may part two neighbours: the change then happened before or after it. */
function same(a: DecidedChange, b: DecidedChange): boolean {
  const sides = ({ before, after }: DecidedChange) =>
    JSON.stringify([before, after].map((list) => list.map(([sentence, , , claims]) => [sentence, claims])))
  return (a.fromVersion === b.fromVersion || a.toVersion === b.toVersion) && a.kinds === b.kinds && sides(a) === sides(b)
}
