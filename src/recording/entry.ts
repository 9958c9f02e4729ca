/** A version as the plan of rows knows it. */
import type { Analysis } from '../core/article.ts'

/** A sentence's row, and those of its statements. */
export interface SentenceRef {
  readonly id: number
  readonly statements: readonly number[]
}

/** One version from the inserted one on: which it is, what was found in it, and where that is stored. */
export interface Entry {
  readonly id: number
  readonly number: number
  readonly place: string
  readonly capturedAt: string
  /** The id of the version whose page it reads once more; null: it is what the site wrote. */
  readonly rereads: number | null
  readonly analysis: Analysis
  /** Parallel to `analysis.sentences`. */
  readonly refs: readonly SentenceRef[]
}
