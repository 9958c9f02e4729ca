/** What the reviews of an article that stand mean for a change that tracking tells. */
import type { Constraint, Occurrence } from '../core/changes/constraints/constraint.ts'
import type { PackedSide } from '../store/sql/packing.ts'
import type { DecidedChange, ReviewDetail, StandingReview, StoredOccurrence } from '../store/sql/standing-reviews.ts'
import type { Verdict } from '../store/sql/verdicts.ts'

/** What was decided, and the review that says so. */
export interface Decision {
  readonly verdict: Verdict
  readonly review: number
}

/** Looks up what people decided of the changes of one article. */
export class Decisions {
  readonly #claims = new Map<number, Decision>()
  readonly #changes: (Decision & { readonly change: DecidedChange })[] = []

  /** `canonicalNumber`: the number by which a claim goes that was merged. */
  constructor(reviews: readonly StandingReview[], canonicalNumber: (number: number) => number = (number) => number) {
    for (const { id, claim, change, action } of reviews) {
      if (action !== 'confirm' && action !== 'reject') continue
      const decision: Decision = { verdict: action === 'confirm' ? 'confirmed' : 'rejected', review: id }
      if (change) this.#changes.push({ ...decision, change: renamed(change, canonicalNumber) })
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

function renamed(change: DecidedChange, canonicalNumber: (number: number) => number): DecidedChange {
  const side = (list: DecidedChange['before']) =>
    list.map(([sentence, zone, start, claims]): PackedSide => [sentence, zone, start, claims.map(canonicalNumber)])
  return { ...change, before: side(change.before), after: side(change.after) }
}

/** A version that comes late may part two neighbours: the change then happened before or after it. */
function same(a: DecidedChange, b: DecidedChange): boolean {
  const sides = ({ before, after }: DecidedChange) =>
    JSON.stringify([before, after].map((list) => list.map(([sentence, , , claims]) => [sentence, claims])))
  return (a.fromVersion === b.fromVersion || a.toVersion === b.toVersion) && a.kinds === b.kinds && sides(a) === sides(b)
}

/** What each action says of the claims that it relates. A rejection does so where it takes a succession apart. */
const RELATIONS = { merge: 'same', split: 'apart', supersede: 'superseded', reject: 'unrelated' } as const
const isRelating = (action: string): action is keyof typeof RELATIONS => Object.hasOwn(RELATIONS, action)

type Decided = Pick<StandingReview, 'detail'> & { readonly action: string }

/** Whether a review relates two claims. */
export const relatesClaims = ({ action, detail }: Decided): boolean => isRelating(action) && detail.relates !== undefined

/** Whether a review changes which claims there are, so that all versions are tracked again under it. */
export const isBinding = (review: Decided): boolean => review.action === 'add' || relatesClaims(review)

/** What people added to an article's sentences, by the id of the sentence's row. */
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

/** By which numbers claims go that reviews speak of. */
export function namesOf(constraints: readonly NumberedConstraint[]): (Occurrence & { readonly number: number })[] {
  return constraints.flatMap(({ earlier, later, numbers }) =>
    [earlier, later].flatMap((occurrence, i) => {
      const number = numbers[i] ?? null
      return number === null ? [] : [{ ...occurrence, number }]
    }),
  )
}
