/** The needs of a check from its runtime, and the settings of a watch. */
import type { SiteSettings } from '../capture/reading.ts'
import type { Store } from '../store/store.ts'
import type { Get } from '../web/get.ts'
import type { RawStore } from './raw-store.ts'

export interface Watching {
  readonly store: Store
  /** Now, in milliseconds since 1970. */
  readonly clock: () => number
  /** From 0 to 1. */
  readonly random: () => number
  readonly get: Get
  /** Private addresses are allowed, for development. */
  readonly anywhere: boolean
  readonly userAgent: string
  /** The origin of the archive, at which hubs may reach it. Absent: they are not asked to. */
  readonly publicUrl?: string | undefined
  /** The shortest pause between two requests to a host, in milliseconds. */
  readonly pause: number
  /** The longest that a fetch may take, in seconds. Default: LONGEST_FETCH. */
  readonly timeout?: number | undefined
  /** How long a check at once waits for its host, in milliseconds. Default: 4 seconds. */
  readonly patience?: number
  /** The address of a public web archive to which that of a page is appended. Absent: none is asked. */
  readonly webArchive?: string | undefined
  /** Null: raw bytes are not kept. */
  readonly raw: RawStore | null
  /** Ends checks under way without a trace. */
  readonly stopped?: AbortSignal | undefined
}

/** The settings of a watch, as they are stored. */
export interface WatchSettings extends SiteSettings {
  /** The publication of the article, where the page names another or none. */
  readonly publication?: string
}

export const isoOf = (milliseconds: number): string => new Date(milliseconds).toISOString()

export const settingsOf = ({ settings }: { readonly settings: string }) => JSON.parse(settings) as WatchSettings
