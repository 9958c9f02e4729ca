/** The result of an attribution rule: who says what, in token indices. */
import type { CertaintyLevel, SourceKind } from '../../article.ts'
import type { ParsedSentence } from '../parsed-sentence.ts'
import type { Range } from '../words/token.ts'

export interface Attribution {
  readonly rule: string
  /** Null if the sentence does not name the source. */
  readonly source: Range | null
  readonly cue: Range | null
  readonly lemma: string
  /** In order, not overlapping. */
  readonly content: readonly Range[]
  /** The rule that ended the content, if any. */
  readonly extent?: string
  /** The cue denies the content: "denied that". */
  readonly denied: boolean
  /** The upper limit of certainty: "asked whether" unknown, "urged them to" possible, "believes that" probable. */
  readonly level: CertaintyLevel
  /** "Asked whether it rained, Lee said": the question of nobody, which is no claim. */
  readonly silent?: boolean
  /** Set by a rule if the words of the source do not determine the kind. */
  readonly kind?: SourceKind
}

/** The attributions found so far. */
export interface Progress {
  readonly found: Attribution[]
  /** True for each token of a content. */
  readonly taken: boolean[]
  /** Indices of `parsed.cues` that an attribution already uses. */
  readonly used: Set<number>
}

export type AttributionRule = (parsed: ParsedSentence, progress: Progress) => void
