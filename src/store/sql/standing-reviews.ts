/** What people decided of an article's claims and changes and did not take back, as a write of the article reads it. */
import { type SQL, sql } from 'drizzle-orm'
import type { AddedStatement } from '../../core/claims/added.ts'
import type { ReviewAction } from '../schema.ts'
import type { PackedSide } from './packing.ts'

/** What makes a change the same one when it is told again. */
export interface DecidedChange {
  readonly fromVersion: number | null
  readonly toVersion: number
  readonly kinds: number
  readonly before: readonly PackedSide[]
  readonly after: readonly PackedSide[]
}

/** A claim in a version (by number): index of its sentence there, place among the sentence's statements. */
export type StoredOccurrence = readonly [version: number, sentence: number, index: number]

/** What a review says besides. */
export interface ReviewDetail {
  readonly label?: string
  /** Of merge, split, supersede: the other claim; of split the one that was made. */
  readonly other?: number
  /** Of split and add. */
  readonly version?: number
  /** Of add: the words. */
  readonly exact?: string
  /** Of add: the row of the sentence, and what was added to it. */
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

/** What makes a change of a row of `changes` the same one, as JSON. */
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
