/** The data types of a change: its kinds, and the record of one change between two consecutive versions. */
import type { Analysis, FoundClaim, Sentence } from '../article.ts'

export const KINDS = [
  'introduced',
  'withdrawn',
  'restored',
  'superseded',
  'split',
  'merged',
  'moved',
  'negated',
  'softened',
  'strengthened',
  'number_changed',
  'date_changed',
  'source_changed',
  'cue_changed',
  'quote_changed',
  'reworded',
  'cosmetic',
] as const
export type Kind = (typeof KINDS)[number]

export interface NumberChange {
  readonly from: number | null
  readonly to: number | null
  /** The common unit; null if none was read, or if the two amounts have units of their own. */
  readonly unit: string | null
  readonly from_unit?: string
  readonly to_unit?: string
}

export interface Detail {
  readonly source_changed?: 'replaced' | 'attributed' | 'unattributed' | 'named' | 'anonymised'
  readonly quote_changed?: 'edited' | 'quoted' | 'unquoted'
  readonly number_changed?: readonly NumberChange[]
  readonly date_changed?: readonly { readonly from: string; readonly to: string }[]
  readonly moved?: 'up' | 'down'
  /** The position (from 1) of the version that last had the claim. */
  readonly restored?: { readonly since: number }
}

/** One side of a change: a claim, and the sentence of that version that contains it. */
export interface Appearance {
  /** The claim's number in the article. */
  readonly claim: number
  /** Index into that version's sentences. */
  readonly sentence: number
  /** Position among the sentence's statements. */
  readonly index: number
}

/** The evidence for a kind: the rule, and the words on each side. */
export interface Evidence {
  readonly kind: Kind
  readonly rule: string
  readonly before: string | null
  readonly after: string | null
}

export interface Change {
  readonly kinds: readonly Kind[]
  readonly before: readonly Appearance[]
  readonly after: readonly Appearance[]
  readonly detail: Detail
  readonly acknowledged: boolean
  /** The sentences of the note that acknowledges it, by index in the new version; absent where none does. */
  readonly note?: readonly number[]
  readonly evidence: readonly Evidence[]
  /** The review that the change follows; absent for a change that the engine found. */
  readonly review?: number
  /** The sentences that the change is about, by index, if they are furniture: it is then about no claim. */
  readonly furniture?: { readonly before: readonly number[]; readonly after: readonly number[] }
}

/** A claim of a version together with its permanent number. */
export interface NumberedClaim extends FoundClaim {
  readonly number: number
}

export interface NumberedVersion {
  readonly sentences: readonly Sentence[]
  readonly claims: readonly NumberedClaim[]
}

/** A claim that an earlier version had and the latest lacks, with its last wording. */
export interface GoneClaim {
  readonly number: number
  /** The reason for its end. */
  readonly status: 'withdrawn' | 'superseded' | 'merged' | 'split'
  /** Position (from 1) of the version that last had it. */
  readonly since: number
  readonly sentence: Sentence
  readonly claim: FoundClaim
  /** The claim that replaced it (superseded, merged, split), else null. */
  readonly successor: number | null
  /**
   * The claims around it in that version: one of the sentence before and one of the sentence after in its paragraph, null at
   * the paragraph's edges; for a paragraph of one sentence, of the sentences around it.
   */
  readonly between: readonly [number | null, number | null]
}

/** The state with which the next version is compared. */
export interface TrackState {
  /** Position of `latest` in the order of versions, from 1. */
  readonly place: number
  readonly latest: NumberedVersion
  readonly gone: readonly GoneClaim[]
  /** The highest number assigned so far. */
  readonly numbers: number
}

/** One step of tracking. `state.latest` has the new version's claims with their numbers. */
export interface Step {
  readonly state: TrackState
  /**
   * Every claim of the new version or of the one before stands in one change, or in `kept`, or in neither if its sentence is
   * verbatim in both. Claims of sentences that were only cut differently may begin or end in neither.
   */
  readonly changes: readonly Change[]
  /** Claims that are unchanged though their sentence's text differs (another claim in it changed), with their new place. */
  readonly kept: readonly { readonly before: Appearance; readonly after: Appearance }[]
  /** Sentence links (i of the earlier, j of the new version). */
  readonly links: readonly (readonly [number, number])[]
}

/** Compares a new version with all versions before it. `state` is null for version 1. */
export type Track = (state: TrackState | null, next: Analysis) => Step
