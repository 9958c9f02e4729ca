/** Decides what the standing reviews of an article mean for its claims and changes. */
import type { Constraint, Occurrence } from '../core/changes/constraints/constraint.ts'
import type { PackedSide } from '../store/sql/packing.ts'
import type { DecidedChange, ReviewDetail, StandingReview, StoredOccurrence } from '../store/sql/standing-reviews.ts'
import type { Verdict } from '../store/sql/verdicts.ts'

/** A decision and the review that made it. */
export interface Decision {
  readonly verdict: Verdict
  readonly review: number
}

/** Looks up the decisions of people on the claims and changes of one article. */
export class Decisions {
  readonly #claims = new Map<number, Decision>()
  readonly #changes: (Decision & { readonly change: DecidedChange })[] = []

  /** `canonicalNumber`: the number of the claim into which a claim was merged. */
  constructor(reviews: readonly StandingReview[], canonicalNumber: (number: number) => number = (number) => number) {
    for (const { id, claim, change, action } of reviews) {
      if (action !== 'confirm' && action !== 'reject') continue
      const decision: Decision = { verdict: action === 'confirm' ? 'confirmed' : 'rejected', review: id }
      if (change) this.#changes.push({ ...decision, change: renamed(change, canonicalNumber) })
      else this.#claims.set(claim, decision)
    }
  }

  /** The decision on a claim, by its number; the last one counts. */
  ofClaim(number: number): Decision | null {
    return this.#claims.get(number) ?? null
  }

  /**
   * The decision on a change of the claims with these numbers: the last one on a change of the same kinds and claims between the same
   * sentences, from or to the same version. A change that is only about rejected claims is rejected with them.
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

function renamed(change: DecidedChange, canonicalNumber: (number: number) => number): DecidedChange {
  const side = (list: DecidedChange['before']) =>
    list.map(([sentence, zone, start, claims]): PackedSide => [sentence, zone, start, claims.map(canonicalNumber)])
  return { ...change, before: side(change.before), after: side(change.after) }
}

/** A late version may come between two neighbors: the change then happened before or after it. */
function same(a: DecidedChange, b: DecidedChange): boolean {
  const sides = ({ before, after }: DecidedChange) =>
    JSON.stringify([before, after].map((list) => list.map(([sentence, , , claims]) => [sentence, claims])))
  return (a.fromVersion === b.fromVersion || a.toVersion === b.toVersion) && a.kinds === b.kinds && sides(a) === sides(b)
}

/** The relation that each action sets between two claims. A rejection sets one where it rejects a succession. */
const RELATIONS = { merge: 'same', split: 'apart', supersede: 'superseded', reject: 'unrelated' } as const
const isRelating = (action: string): action is keyof typeof RELATIONS => Object.hasOwn(RELATIONS, action)

type Decided = Pick<StandingReview, 'detail'> & { readonly action: string }

/** Whether a review relates two claims. */
export const relatesClaims = ({ action, detail }: Decided): boolean => isRelating(action) && detail.relates !== undefined

/** Whether a review changes which claims there are, so that making it tracks all versions again. */
export const isBinding = (review: Decided): boolean => review.action === 'add' || relatesClaims(review)

/** The statements that people added to an article's sentences, by the id of the sentence's row. */
export function addedStatements(
  reviews: readonly StandingReview[],
): ReadonlyMap<number, readonly NonNullable<ReviewDetail['added']>[]> {
  return Map.groupBy(
    reviews.flatMap(({ action, detail: { added } }) => (action === 'add' && added ? [added] : [])),
    (added) => added.sentence,
  )
}

export interface NumberedConstraint extends Constraint {
  /** The numbers that the two claims have when none are merged. */
  readonly numbers: NonNullable<StandingReview['detail']['numbers']>
}

/** The constraints of the reviews that bind claims. `order`: the numbers of the versions in their order. */
export function constraintsOf(reviews: readonly StandingReview[], order: readonly number[]): NumberedConstraint[] {
  const places = new Map(order.map((version, i) => [version, i + 1]))
  const occurrence = ([version, sentence, index]: StoredOccurrence): Occurrence => ({
    place: places.get(version) ?? 0,
    sentence,
    index,
  })
  return reviews.flatMap(({ id, action, detail: { relates, numbers = [null, null] } }) => {
    if (!relates || !isRelating(action)) return []
    const [earlier, later] = relates.map(occurrence)
    return earlier && later ? [{ review: id, kind: RELATIONS[action], earlier, later, numbers }] : []
  })
}

/** The numbers that reviews recorded for the claims that they relate. */
export function namesOf(constraints: readonly NumberedConstraint[]): (Occurrence & { readonly number: number })[] {
  return constraints.flatMap(({ earlier, later, numbers }) =>
    [earlier, later].flatMap((occurrence, i) => {
      const number = numbers[i] ?? null
      return number === null ? [] : [{ ...occurrence, number }]
    }),
  )
}
