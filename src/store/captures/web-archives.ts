/** The rows of requests to a public web archive. */
import { sql } from 'drizzle-orm'
import type { Store } from '../store.ts'

export interface WebArchiveRequest {
  readonly address: string
  readonly requestedAt: string
  /** Null: there was no answer. */
  readonly status: number | null
  readonly keptAt: string | null
  /** Null: it was accepted. */
  readonly error: string | null
}

/** Records a request for a version; the first one stays. */
export const recordWebArchive = (store: Store, slug: string, version: number, request: WebArchiveRequest): Promise<void> =>
  store.batchWrite([
    sql`insert into web_archives (version_id, address, requested_at, status, kept_at, error)
      select id, ${request.address}, ${request.requestedAt}, ${request.status}, ${request.keptAt}, ${request.error} from versions
      where article_id = (select article_id from slugs where slug = ${slug}) and number = ${version} on conflict do nothing`,
  ])
