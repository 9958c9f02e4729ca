/** What every route is handed: the archive, the settings, the clock, and who asks. */
import type { Config } from '../config.ts'
import type { Post } from '../hooks/attempt.ts'
import type { Store } from '../store/store.ts'
import type { About, KeptAnswer } from '../store/write/idempotency.ts'
import type { AnalysisJob } from './json/analysis-json.ts'
import type { ResponseCache } from './response/response-cache.ts'

export interface Dependencies {
  readonly store: Store
  readonly config: Config
  /** Now, in milliseconds since 1970. */
  readonly clock: () => number
  /** How much text of answers is kept in memory, in UTF-16 units. Default: none. */
  readonly answersKept?: number
  /** What a later request sends to read no older state than this one saw (see bookmark.ts). Default: nothing. */
  readonly bookmark?: () => string | null
  /** How this runtime sends to hooks. Default: it does not. */
  readonly post?: Post
  /** Analyzes texts and returns the answer as JSON text. Default: at once, on the thread that asks. Throws Failure: invalid, busy. */
  readonly analyze?: (job: AnalysisJob) => Promise<string>
  /** Tells the deliverer of hooks that there may be something to send; gives what goes on behind the answer, if anything does. */
  readonly wake?: () => Promise<unknown> | null
}

/** Who sent the request. `id` is 0 for the bootstrap token. */
export interface Caller {
  readonly id: number
  readonly name: string
  readonly scopes: readonly string[]
}

/** Makes what is to be remembered of the answer, for the same atomic write as what it reports; null if no key was sent. */
export type Keep = (status: number, about: About) => KeptAnswer | null

export interface App {
  Variables: Omit<Dependencies, 'answersKept' | 'wake'> & {
    readonly post: Post
    readonly analyze: (job: AnalysisJob) => Promise<string>
    readonly rendered: ResponseCache
    /** null: no token was sent. */
    readonly caller: Caller | null
    /** See idempotency.ts. */
    readonly keep: Keep
  }
}
