/** The rows of the audit log: see migrations/0030_access.sql. */
import { type SQL, sql } from 'drizzle-orm'
import type { Store } from './store.ts'

export interface AuditEntry {
  readonly at: string
  readonly tokenId: number
  readonly token: string
  readonly signedIn: boolean
  readonly method: string
  readonly route: string
  readonly path: string
  /** The slug of the article that the request is about; null: it names none. */
  readonly slug: string | null
  readonly address: string | null
  readonly requestId: string
}

const articleAt = (slug: string | null): SQL => sql`(select article_id from slugs where slug = ${slug})`

/** The statement that appends a row, for the same atomic write as what it tells of. */
export const auditStatement = ({ slug, signedIn, ...entry }: AuditEntry): SQL =>
  sql`insert into audit (at, token_id, token, signed_in, method, route, path, article_id, address, request_id)
    values (${entry.at}, ${entry.tokenId}, ${entry.token}, ${signedIn ? 1 : 0}, ${entry.method}, ${entry.route}, ${entry.path},
      ${articleAt(slug)}, ${entry.address}, ${entry.requestId})`

export interface AuditedAnswer {
  readonly requestId: string
  readonly status: number
  readonly location: string | null
  /** The slug of the article that was made. */
  readonly slug: string | null
}

/** Adds the answer to a row that has none yet. */
export const recordAnswer = (store: Store, { requestId, status, location, slug }: AuditedAnswer): Promise<void> =>
  store.batchWrite([
    sql`update audit set status = ${status}, location = ${location}, article_id = coalesce(article_id, ${articleAt(slug)})
      where request_id = ${requestId} and status is null`,
  ])

/** Forgets the addresses of rows from before a time. */
export const forgetAddresses = (store: Store, before: string): Promise<void> =>
  store.batchWrite([sql`update audit set address = null where address is not null and at < ${before}`])

export interface AuditRow extends Omit<AuditEntry, 'signedIn' | 'slug'> {
  readonly id: number
  readonly signedIn: number
  readonly article: string | null
  readonly status: number | null
  readonly location: string | null
}

export interface AuditFilter {
  /** The id of a token. */
  readonly token?: number | undefined
  /** An article, by any slug that it ever had. */
  readonly article?: string | undefined
  readonly since?: string | undefined
  /** Ids below this one. */
  readonly below?: number | undefined
  readonly limit: number
}

/** Reads rows of the log, the last first. */
export async function auditRows(store: Store, { token, article, since, below, limit }: AuditFilter): Promise<AuditRow[]> {
  const conditions = [
    token === undefined ? [] : sql`u.token_id = ${token}`,
    article === undefined ? [] : sql`u.article_id = ${articleAt(article)}`,
    since === undefined ? [] : sql`u.at >= ${since}`,
    below === undefined ? [] : sql`u.id < ${below}`,
  ].flat()
  const where = conditions.length === 0 ? sql.raw('') : sql`where ${sql.join(conditions, sql` and `)}`
  return store.db.all<AuditRow>(sql`select u.id, u.at, u.token_id as tokenId, u.token, u.signed_in as signedIn, u.method, u.route, u.path,
      a.slug as article, u.address, u.request_id as requestId, u.status, u.location
    from audit u left join articles a on a.id = u.article_id ${where} order by u.id desc limit ${limit}`)
}
