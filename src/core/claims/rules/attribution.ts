/** What an attribution rule finds: who says what, in token indices. */
import type { CertaintyLevel, SourceKind } from '../../article.ts'
import type { ParsedSentence } from '../parsed-sentence.ts'
import type { Range } from '../syntax/tokens.ts'

export interface Attribution {
  readonly rule: string
  /** Null if the sentence does not name it. */
  readonly source: Range | null
  readonly cue: Range | null
  readonly lemma: string
  /** In order, not overlapping. */
  readonly content: readonly Range[]
  /** The rule that ended the content, where one did. */
  readonly extent?: string
  /** The cue denies the content: "denied that". */
  readonly denied: boolean
  /** How sure the cue leaves the content at most: "asked whether" unknown, "urged them to" possible, "believes that" probable. */
  readonly level: CertaintyLevel
  /** Told by the rule itself where the source's words do not tell it. */
  readonly kind?: SourceKind
}

/** What has been attributed already: for each token the content it belongs to, or -1; and the cues used. */
export interface Progress {
  readonly found: Attribution[]
  /** True for tokens of a content. */
  readonly taken: boolean[]
  /** Indices of `scene.cues` that have been explained. */
  readonly used: Set<number>
}

export type AttributionRule = (parsed: ParsedSentence, progress: Progress) => void

/** Records an attribution. */
export function record(progress: Progress, attribution: Attribution): void {
  progress.found.push(attribution)
  for (const [from, to] of attribution.content) progress.taken.fill(true, from, to)
}
