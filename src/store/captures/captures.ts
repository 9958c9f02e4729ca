/** The rows of captures: every try to read a page or a feed. */
import { and, desc, eq, lt, type SQL, sql } from 'drizzle-orm'
import { captures, webArchives } from '../capture-schema.ts'
import { archive, articles, versions } from '../schema.ts'
import type { Store } from '../store.ts'
import type { HostLease } from './host-leases.ts'
import { stillLeased } from './host-leases.ts'

export interface NewCapture {
  /** Null: it was imported. */
  readonly watch: number | null
  /** The article's slug; null: none was made of it. */
  readonly article: string | null
  /** The version that it made or found again; null: none. */
  readonly version: number | null
  readonly url: string
  readonly landedUrl: string
  readonly redirects: readonly { readonly status: number; readonly url: string }[]
  readonly capturedAt: string
  readonly outcome: string
  /** It read what it was sent for. */
  readonly good: boolean
  readonly evidence: readonly { readonly rule: string; readonly text: string | null }[]
  readonly status: number | null
  readonly headers: Readonly<Record<string, string>>
  readonly bytes: number | null
  readonly rawHash: string | null
  readonly reader: number | null
}

/** The statement that records a capture; with a lease, only while its owner has it. */
export function captureRecorded(capture: NewCapture, now: string, lease: HostLease | null): SQL {
  const article = sql`(select article_id from slugs where slug = ${capture.article})`
  return sql`insert into captures (watch_id, article_id, url, landed_url, redirects, captured_at, outcome, good, evidence, status, headers,
      bytes, raw_hash, reader, version_id, recorded_at)
    select ${capture.watch}, ${article}, ${capture.url}, ${capture.landedUrl}, ${JSON.stringify(capture.redirects)},
      ${capture.capturedAt}, ${capture.outcome}, ${capture.good ? 1 : 0}, ${JSON.stringify(capture.evidence)}, ${capture.status},
      ${JSON.stringify(capture.headers)}, ${capture.bytes}, ${capture.rawHash}, ${capture.reader},
      (select id from versions where article_id = ${article} and number = ${capture.version}), ${now}
    where ${lease === null ? sql`1` : stillLeased(lease)}`
}

export interface CaptureFilter {
  readonly id?: number | undefined
  readonly article?: string | undefined
  readonly watch?: number | undefined
  readonly version?: number | undefined
  readonly outcomes?: readonly string[] | undefined
  /** As it was asked. */
  readonly address?: string | undefined
  readonly since?: string | undefined
  /** Those that read what they were sent for, or the others. */
  readonly good?: boolean | undefined
  /** Those whose bytes are kept. */
  readonly kept?: boolean | undefined
  /** Ids below this one only. */
  readonly below?: number | undefined
  readonly limit: number
}

/** The query for captures, the last recorded first. */
export function captureRows(
  store: Store,
  { id, article, watch, version, outcomes, address, since, good, kept, below, limit }: CaptureFilter,
) {
  const articleId = sql`(select article_id from slugs where slug = ${article})`
  return store.db
    .select({
      id: captures.id,
      watch: captures.watchId,
      article: articles.slug,
      version: versions.number,
      url: captures.url,
      landedUrl: captures.landedUrl,
      redirects: captures.redirects,
      capturedAt: captures.capturedAt,
      outcome: captures.outcome,
      evidence: captures.evidence,
      status: captures.status,
      headers: captures.headers,
      bytes: captures.bytes,
      rawHash: captures.rawHash,
      reader: captures.reader,
      recordedAt: captures.recordedAt,
      archiveAddress: webArchives.address,
      archiveRequestedAt: webArchives.requestedAt,
      archiveStatus: webArchives.status,
      archiveKeptAt: webArchives.keptAt,
      archiveError: webArchives.error,
    })
    .from(captures)
    .leftJoin(articles, eq(articles.id, captures.articleId))
    .leftJoin(versions, eq(versions.id, captures.versionId))
    .leftJoin(webArchives, sql`${webArchives.versionId} = ${captures.versionId} and ${captures.outcome} = 'created'`)
    .where(
      and(
        id === undefined ? undefined : eq(captures.id, id),
        article === undefined ? undefined : sql`${captures.articleId} = ${articleId}`,
        version === undefined ? undefined : eq(versions.number, version),
        watch === undefined ? undefined : eq(captures.watchId, watch),
        outcomes?.length === 1
          ? sql`${captures.outcome} = ${outcomes[0]}`
          : outcomes?.length
            ? sql`${captures.outcome} in (select value from json_each(${JSON.stringify(outcomes)}))`
            : undefined,
        address === undefined ? undefined : eq(captures.url, address),
        since === undefined ? undefined : sql`${captures.capturedAt} >= ${since}`,
        good === undefined ? undefined : sql`${captures.good} = ${good ? 1 : 0}`,
        kept ? sql`${captures.rawHash} is not null` : undefined,
        below === undefined ? undefined : lt(captures.id, below),
      ),
    )
    .orderBy(desc(captures.id))
    .limit(limit)
}

export type CaptureRow = Awaited<ReturnType<typeof captureRows>>[number]

/** A capture whose bytes are kept. */
export interface KeptCapture {
  readonly url: string
  readonly landedUrl: string
  readonly redirects: string
  readonly capturedAt: string
  readonly status: number | null
  readonly headers: string
  readonly bytes: number | null
  readonly rawHash: string
  readonly reader: number | null
}

/** The last capture that was read as a version, by its id: one of the watch, or an imported one. Null: no bytes are kept. */
export async function lastKept(store: Store, watch: number, version: number): Promise<KeptCapture | null> {
  const [row] =
    await store.db.all<KeptCapture>(sql`select c.url, c.landed_url as landedUrl, c.redirects, c.captured_at as capturedAt,
      c.status, c.headers, c.bytes, c.raw_hash as rawHash, c.reader
    from captures c where c.version_id = ${version} and c.raw_hash is not null and (c.watch_id = ${watch} or c.watch_id is null)
    order by c.id desc limit 1`)
  return row ?? null
}

/** The query for the capture whose bytes a version was read from. */
export function rawOfVersion(store: Store, slug: string, version: number) {
  return captureRows(store, { article: slug, version, kept: true, limit: 1 })
}

/** The query for the state on which lists of captures depend. */
export function capturesState(store: Store) {
  return store.db
    .select({ state: sql<string>`coalesce((select max(id) from ${captures}), 0) || '.' || ${archive.revision}` })
    .from(archive)
}
