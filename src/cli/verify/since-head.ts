/** Looks up a head that was written down, and what came after it. */
import type { Client } from '../../client.ts'
import { askList, Refused } from '../archive/api.ts'

export interface SinceHead {
  readonly ok: boolean
  /** The versions that were recorded after it, in order, at most so many as were asked for. */
  readonly versions: readonly {
    readonly article: string
    readonly number: number
    readonly recorded_at: string
    readonly hash: string
  }[]
  readonly more: boolean
}

/** Whether the hash of a version is in the log, and the versions that were recorded after it. */
export async function sinceHead(client: Client, head: string, limit: number): Promise<SinceHead> {
  try {
    const { data, more } = await askList(limit, ({ cursor, ...page }) =>
      client.v1.log.$get({ query: { ...page, after: cursor ?? head } }),
    )
    return { ok: true, versions: data, more }
  } catch (error) {
    if (error instanceof Refused && error.status === 400) return { ok: false, versions: [], more: false }
    throw error
  }
}
