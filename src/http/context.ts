/** The variables of every route: the archive, the settings, the clock, and the caller. */
import type { Owner } from '../auth/bearer-tokens.ts'
import type { Config } from '../config.ts'
import type { Post } from '../hooks/attempt.ts'
import type { Signer } from '../log/note.ts'
import type { Budget } from '../settings/budgets.ts'
import type { About, KeptAnswer } from '../store/idempotency.ts'
import type { Store } from '../store/store.ts'
import type { RawStore } from '../watching/raw-store.ts'
import type { Get } from '../web/get.ts'
import type { AnalysisJob } from './json/analysis-json.ts'
import type { Attempts } from './request/attempts.ts'
import type { ResponseCache } from './response/response-cache.ts'

/** Counts a request under a name. Returns the seconds to wait; 0: it may be answered. */
export type Limit = (budget: Budget, name: string) => number | Promise<number>

export interface Dependencies {
  readonly store: Store
  /**
   * The archive as its primary database has it, where `store` may be a replica that is behind: tokens are looked up there, so that one that
   * was revoked is refused at once. Default: `store`.
   */
  readonly primary?: Store
  readonly config: Config
  /** Now, in milliseconds since 1970. */
  readonly clock: () => number
  /** Recent answers of this archive, for all requests. Default: none is kept. */
  readonly responses?: ResponseCache
  /** The bookmark of the state that this request saw, for the next request (see d1-bookmark.ts). Default: none. */
  readonly bookmark?: () => string | null
  /** Sends a message to a hook. Default: sending fails. */
  readonly post?: Post
  /** Analyzes texts and returns the answer as JSON text. Default: at once, on the thread that asks. Throws Failure: invalid, busy. */
  readonly analyze?: (job: AnalysisJob) => Promise<string>
  /** Limits requests. Default: there is no limit. */
  readonly limit?: Limit
  /** The address of the caller. Default: unknown. */
  readonly client?: string | undefined
  /** Requests the web. Default: requests fail. */
  readonly get?: Get
  /** The key that signs checkpoints of the log; null: there is none. Default: none. */
  readonly signer?: () => Promise<Signer | null>
  /** Keeps the raw bytes of captures. Default: they are not kept. */
  readonly raw?: RawStore | null
  /** Wakes the check of watches that are due. Returns work that goes on after the response, or null. */
  readonly wakeWatches?: () => Promise<unknown> | null
  /** Wakes the delivery to hooks. Returns work that goes on after the response, or null. */
  readonly wake?: () => Promise<unknown> | null
}

/** Returns the record of an answer for its Idempotency-Key, to be written with what it reports; null if no key was sent. */
export type Keep = (status: number, about: About) => KeptAnswer | null

/** A sign-in to the pages. */
export interface Session {
  readonly caller: Owner
  /** The token that every form of the session carries. */
  readonly formToken: string
  /** 256 bits that only this session makes of a name, each time the same. */
  readonly bitsOf: (name: string) => Uint8Array
}

export interface App {
  Variables: Omit<Dependencies, 'limit' | 'responses' | 'wake' | 'wakeWatches'> & {
    readonly primary: Store
    /** The owner of an assertion of Cloudflare Access; null: it is not valid, or no team is set. */
    readonly identify: (assertion: string) => Promise<Owner | null>
    /** The id under which the request is told of: that of a proxy before this process, if there is one. */
    readonly requestId: string
    readonly raw: RawStore | null
    readonly get: Get
    readonly signer: () => Promise<Signer | null>
    readonly post: Post
    readonly analyze: (job: AnalysisJob) => Promise<string>
    readonly responses: ResponseCache
    readonly attempts: Attempts
    /** null: no token was sent. */
    readonly caller: Owner | null
    /** null: nobody signed in, or the path is not one of a page. */
    readonly session: Session | null
    /** See idempotency.ts. */
    readonly keep: Keep
    /** 256 bits for a secret that the request makes: random, or the same each time that a form is sent. */
    readonly secretBits: () => Uint8Array
  }
}
