/** Resolves the target of a review: checks that it exists, and finds where the claims occur that the review relates. */

import { Failure, invalid } from '../failure.ts'
import { reviewTarget } from '../store/read/reviews.ts'
import type { ReviewAction } from '../store/schema.ts'
import { maskOf } from '../store/sql/kind-mask.ts'
import { type ReviewDetail, type StoredOccurrence, unpackChange } from '../store/sql/standing-reviews.ts'
import type { Store } from '../store/store.ts'
import type { ClaimPlace, LaterVersion } from '../store/write/later-versions.ts'
import type { WriteContext } from '../store/write/write-context.ts'
import { addedDetail } from './added-claim.ts'
import type { ArticleVersions } from './article-versions.ts'
import type { ReviewInput } from './input.ts'

export interface ReviewTarget {
  /** The claim's row; null: the review makes it. */
  readonly id: number | null
  /** `packedChange` of the change that it is about. */
  readonly change: string | null
  /** The action of the review that is withdrawn. */
  readonly reviewAction: ReviewAction | null
  readonly detail: ReviewDetail
}

/** Resolves the target. Throws Failure if it does not exist, is no longer current, or does not allow this action. */
export async function targetOf(
  store: Store,
  context: WriteContext,
  versions: ArticleVersions,
  claim: number | null,
  input: ReviewInput,
): Promise<ReviewTarget> {
  if (claim === null) {
    if (!input.added) throw new RangeError('a review of no claim adds none')
    return { id: null, change: null, reviewAction: null, detail: await addedDetail(store, context, versions, input.added) }
  }
  const target = await reviewTarget(store, context.id, claim, input)
  if (!target || target.status === 'retracted') throw new Failure('not_found', `"${context.slug}" has no claim ${claim}.`)
  if (input.change !== null && target.change === null)
    throw invalid('change', `${input.change} is no current change of claim ${claim}`)
  if (input.review !== null) {
    if (target.reviewAction === null) throw invalid('review', `${input.review} is not a review of claim ${claim}`)
    if (target.reviewAction === 'withdraw')
      throw invalid('review', `${input.review} is a withdrawal; make the withdrawn review again instead`)
    if (target.withdrawnBy !== null)
      throw new Failure('conflict', `Review ${input.review} was already withdrawn by review ${target.withdrawnBy}.`, [
        { path: 'review', message: 'is already withdrawn' },
      ])
  }
  return { ...target, detail: await detailOf(store, context, versions, claim, input, target.change) }
}

const SUPERSEDED = maskOf(['superseded'])

async function detailOf(
  store: Store,
  context: WriteContext,
  versions: ArticleVersions,
  claim: number,
  input: ReviewInput,
  packed: string | null,
): Promise<ReviewDetail> {
  const { action, detail } = input
  const change = packed === null ? null : unpackChange(packed)
  const apart = action === 'reject' && change !== null && (change.kinds & SUPERSEDED) !== 0 ? change : null
  if (input.added) return addedDetail(store, context, versions, input.added)
  if (action !== 'merge' && action !== 'split' && action !== 'supersede' && !apart) return detail
  const occurrences = await Occurrences.read(versions, context.withheld)
  if (apart) {
    const [old, heir] = [apart.before[0]?.[3][0] ?? 0, apart.after[0]?.[3][0] ?? 0]
    return {
      ...detail,
      relates: [occurrences.lastOf(old, Number.MAX_SAFE_INTEGER, 'change'), occurrences.firstOf(heir, 'change')],
    }
  }
  if (action === 'split') return splitDetail(occurrences, claim, detail)
  const other = detail.other ?? 0
  const path = action === 'merge' ? 'with' : 'by'
  if (other === claim) throw invalid(path, 'is the claim itself')
  if (!occurrences.has(other)) throw invalid(path, `"${context.slug}" has no claim ${other} that occurs in a version`)
  if (!occurrences.has(claim))
    throw new Failure('conflict', `Claim ${claim} occurs in no version: it was merged into another claim.`)
  return action === 'merge'
    ? mergeDetail(occurrences, claim, detail, other)
    : supersedeDetail(occurrences, claim, detail, other)
}

function mergeDetail(occurrences: Occurrences, claim: number, detail: ReviewDetail, other: number): ReviewDetail {
  const both = occurrences.together(claim, other)
  if (both !== null) throw invalid('with', `claims ${claim} and ${other} both occur in version ${both}; one claim occurs once`)
  const [first, second] = occurrences.begins(claim) < occurrences.begins(other) ? [claim, other] : [other, claim]
  return {
    ...detail,
    relates: [occurrences.lastOf(first, occurrences.begins(second), 'with'), occurrences.firstOf(second, 'with')],
  }
}

function supersedeDetail(occurrences: Occurrences, claim: number, detail: ReviewDetail, other: number): ReviewDetail {
  if (occurrences.inLatest(claim))
    throw invalid('by', `claim ${claim} still occurs in the latest version; nothing has superseded it`)
  return { ...detail, relates: [occurrences.lastOf(claim, Number.MAX_SAFE_INTEGER, 'by'), occurrences.firstOf(other, 'by')] }
}

function splitDetail(occurrences: Occurrences, claim: number, detail: ReviewDetail): ReviewDetail {
  const version = detail.version ?? 0
  const [before, now] = occurrences.around(claim, version)
  if (!now) throw invalid('version', `claim ${claim} does not occur in version ${version}`)
  if (!before)
    throw invalid('version', `claim ${claim} begins with version ${version}; there is no earlier wording to split it from`)
  if (occurrences.worded(before) === occurrences.worded(now))
    throw invalid('version', `claim ${claim} has the same wording in version ${version} as in the version before`)
  return { ...detail, relates: [occurrences.occurrence(before), occurrences.occurrence(now)] }
}

/** Where an article's claims occur; versions by their index in the order. */
class Occurrences {
  readonly #versions: readonly LaterVersion[]
  readonly #places: ReadonlyMap<number, readonly ClaimPlace[]>
  readonly #withheld: ReadonlySet<number>

  private constructor(versions: readonly LaterVersion[], places: readonly ClaimPlace[], withheld: readonly number[]) {
    this.#versions = versions
    this.#places = Map.groupBy(places, (place) => place.number)
    this.#withheld = new Set(withheld)
  }

  static async read(versions: ArticleVersions, withheld: readonly number[]): Promise<Occurrences> {
    return new Occurrences(await versions.versions(), await versions.places(), withheld)
  }

  #of(claim: number): readonly ClaimPlace[] {
    return this.#places.get(claim) ?? []
  }

  has(claim: number): boolean {
    return this.#places.has(claim)
  }

  begins(claim: number): number {
    return this.#of(claim)[0]?.version ?? 0
  }

  inLatest(claim: number): boolean {
    return this.#of(claim).at(-1)?.version === this.#versions.length - 1
  }

  /** The number of a version in which both occur, null if there is none. */
  together(a: number, b: number): number | null {
    const versions = new Set(this.#of(a).map((place) => place.version))
    const both = this.#of(b).find((place) => versions.has(place.version))
    return both ? this.#number(both) : null
  }

  /** Where the claim occurs in a version (by number) that is not withheld, and its occurrence before that one. */
  around(claim: number, version: number): [ClaimPlace | undefined, ClaimPlace | undefined] {
    if (this.#withheld.has(version)) throw new Failure('withheld', `Version ${version} is withheld.`)
    const places = this.#of(claim)
    const at = places.findIndex((place) => this.#number(place) === version)
    return [places[at - 1], places[at]]
  }

  worded({ version, sentence, index }: ClaimPlace): string {
    return `${this.#versions[version]?.sentences[sentence]?.id}/${index}`
  }

  firstOf(claim: number, path: string): StoredOccurrence {
    return this.#occurrenceIn(claim, this.#of(claim)[0], path)
  }

  /** Its last occurrence before a version. */
  lastOf(claim: number, before: number, path: string): StoredOccurrence {
    return this.#occurrenceIn(
      claim,
      this.#of(claim).findLast((place) => place.version < before),
      path,
    )
  }

  occurrence(place: ClaimPlace): StoredOccurrence {
    return [this.#number(place), place.sentence, place.index]
  }

  #occurrenceIn(claim: number, place: ClaimPlace | undefined, path: string): StoredOccurrence {
    if (!place) throw invalid(path, `claim ${claim} occurs in no version`)
    return this.occurrence(place)
  }

  #number({ version }: ClaimPlace): number {
    return this.#versions[version]?.mark.number ?? 0
  }
}
