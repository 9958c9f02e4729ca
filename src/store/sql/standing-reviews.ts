/** The reviews of an article that were not withdrawn, as a write of the article reads them. */
import { type SQL, sql } from 'drizzle-orm'
import type { AddedStatement } from '../../core/claims/added.ts'
import type { ReviewAction } from '../schema.ts'
import type { PackedSide } from './packing.ts'

/** The properties by which a change is recognized when it is reported again. */
export interface DecidedChange {
  readonly fromVersion: number | null
  readonly toVersion: number
  readonly kinds: number
  readonly before: readonly PackedSide[]
  readonly after: readonly PackedSide[]
}

/** A claim in a version (by number): index of its sentence there, place among the sentence's statements. */
export type StoredOccurrence = readonly [version: number, sentence: number, index: number]

/** The details of a review, by its action. */
export interface ReviewDetail {
  readonly label?: string
  /** The other claim of a merge, split or supersession; for a split the one that was made. */
  readonly other?: number
  /** Set for a split or an added claim. */
  readonly version?: number
  /** The words of an added claim. */
  readonly exact?: string
  /** The row of the sentence of an added claim, and the claim that was added to it. */
  readonly added?: AddedStatement & {
    readonly sentence: number
    readonly statementId: number
    /** Index of the sentence in the version. */
    readonly stands: number
  }
  /** The earlier and the later claim, by where they stand, and the numbers that these have when no claims are merged. */
  readonly relates?: readonly [StoredOccurrence, StoredOccurrence]
  readonly numbers?: readonly [number | null, number | null]
}

export interface StandingReview {
  readonly id: number
  /** The claim's number. */
  readonly claim: number
  readonly action: Exclude<ReviewAction, 'withdraw'>
  readonly detail: ReviewDetail
  /** The change that it is about; null: the claim itself. */
  readonly change: DecidedChange | null
}

/** The DecidedChange of a row of `changes`, as JSON. */
export const packedChange = (alias: string): SQL => {
  const c = sql.identifier(alias)
  return sql`json_array(${c}.from_version, ${c}.to_version, ${c}.kinds, json(${c}.before), json(${c}.after))`
}

export function unpackChange(json: string): DecidedChange {
  const [fromVersion, toVersion, kinds, before, after] = JSON.parse(json) as [
    DecidedChange['fromVersion'],
    number,
    number,
    PackedSide[],
    PackedSide[],
  ]
  return { fromVersion, toVersion, kinds, before, after }
}
