/** Reads entries of the log with what the archive may tell of the rows that they are about. */
import { type SQL, sql } from 'drizzle-orm'
import { articleIdOf } from '../read/articles.ts'
import type { REVIEW_ACTIONS } from '../schema.ts'
import { recordedAt } from '../sql/recorded-at.ts'
import { changeIsShown } from '../sql/visibility.ts'
import type { Store } from '../store.ts'
import { kindNumber } from './append.ts'
import { LOG_KINDS, type LogKind, type LogLeaf } from './kinds.ts'

/** Which entries are read. */
export interface EntryFilter {
  /** A position: those behind it only. */
  readonly after: number
  readonly limit: number
  /** The last position. */
  readonly until?: number | undefined
  /** The slug of an article that there is. */
  readonly article?: string | undefined
}

/** An entry, and what stands of the rows that it is about. */
export interface LogEntry extends LogLeaf {
  readonly position: number
  /** The present slug of the article. */
  readonly slug: string | null
  /** The number of the version that it is about; null: of none, or of several. */
  readonly version: number | null
  /** The hash of the version that was recorded. */
  readonly hash: string | null
  /** How many changes it covers; null where one came to or from a withheld version. */
  readonly changes: number | null
  /** The number of the claim that was reviewed. */
  readonly claim: number | null
  readonly action: (typeof REVIEW_ACTIONS)[number] | 'withhold' | 'release' | 'join' | 'leave' | null
  /** Why the version is withheld, as long as that stands, or was erased. */
  readonly reason: string | null
  readonly orderedBy: string | null
  /** ISO 8601; null where nothing says when. */
  readonly recordedAt: string | null
}

const is = (alias: string, ...kinds: readonly LogKind[]): SQL =>
  sql`${sql.identifier(alias)}.kind in ${sql.raw(`(${kinds.map(kindNumber).join()})`)}`

const when = (kind: LogKind, value: SQL): SQL => sql`when ${sql.raw(String(kindNumber(kind)))} then ${value}`

/** A column of the row that an entry is about. */
const column = (kind: LogKind, table: string, value: SQL, subject: SQL): SQL =>
  when(kind, sql`(select ${value} from ${sql.identifier(table)} r where r.id = ${subject})`)

/** When the row of an entry was recorded, by the alias of the log; null where the row does not say. */
function timeOf(alias: string): SQL {
  const [kind, subject] = [sql`${sql.identifier(alias)}.kind`, sql`${sql.identifier(alias)}.subject`]
  return sql`case ${kind}
    ${when('article', sql`(select r.created_at from articles r where r.id = ${sql.identifier(alias)}.article_id)`)}
    ${column('version', 'versions', sql`r.recorded_at`, subject)}
    ${column('changes', 'changes', recordedAt('r'), subject)}
    ${column('review', 'reviews', sql`r.reviewed_at`, subject)}
    ${column('withholding', 'withholding_reasons', sql`r.withheld_at`, subject)}
    ${column('check', 'checks', sql`r.recorded_at`, subject)}
    ${column('erasure', 'erasures', sql`r.erased_at`, subject)}
    ${column('alias', 'alias_decisions', sql`r.decided_at`, subject)}
    ${column('key', 'log_keys', sql`r.since`, subject)} end`
}

/** Analyses have no time of their own: they are written behind what they follow from, but for those of another engine. */
const timeOfAnalysis = sql`coalesce(
  case when ${is('asked', 'statements')} then (select g.started_at from statements t join analysis_runs g on g.id = t.run_id
    where t.id = asked.subject and g.reason = 'reanalysis') end,
  (select ${timeOf('m')} from log m where m.article_id = asked.article_id and m.id < asked.id
    and ${is('m', 'article', 'version', 'changes', 'review', 'erasure')} order by m.id desc limit 1))`

/** The subject of the nearest entry of changes of the same article, on one side. */
const nearest = (side: SQL, order: SQL): SQL =>
  sql`(select m.subject from log m where m.article_id = asked.article_id and ${is('m', 'changes')} and m.id ${side} asked.id
    order by m.id ${order} limit 1)`

/**
 * What an entry of changes covers: those from its subject up to the next one's. Where entries came in another order than their rows, as for
 * an archive from before the log, the count is not known.
 */
const covered = sql`(select json_object('changes', case when min(${changeIsShown('c')}) = 1
      and coalesce(${nearest(sql`<`, sql`desc`)}, 0) < asked.subject then count(*) end,
    'version', case when min(c.to_version) = max(c.to_version) then max(c.to_version) end)
  from changes c where c.article_id = asked.article_id and c.id >= asked.subject
    and c.id < coalesce(${nearest(sql`>`, sql`asc`)}, ${Number.MAX_SAFE_INTEGER}))`

/** The id of the version that an entry is about. */
const versionId = sql`case asked.kind ${when('version', sql`asked.subject`)} ${when('wordings', sql`asked.subject`)}
  ${when('changes', sql`asked.covered ->> '$.version'`)}
  ${column('withholding', 'withholding_reasons', sql`r.version_id`, sql`asked.subject`)}
  ${column('check', 'checks', sql`r.version_id`, sql`asked.subject`)}
  ${column('erasure', 'erasures', sql`r.version_id`, sql`asked.subject`)} end`

const action = sql`case asked.kind ${column('review', 'reviews', sql`r.action`, sql`asked.subject`)}
  ${column('withholding', 'withholding_reasons', sql`iif(r.reason = '', 'release', 'withhold')`, sql`asked.subject`)}
  ${column('alias', 'alias_decisions', sql`iif(r.of_id is null, 'leave', 'join')`, sql`asked.subject`)} end`

/** The reason of a withholding that was lifted, or followed by another, is not told any more. */
const reason = sql`case asked.kind
  ${when(
    'withholding',
    sql`(select nullif(r.reason, '') from withholding_reasons r where r.id = asked.subject
    and not exists (select 1 from withholding_reasons n where n.version_id = r.version_id and n.id > r.id))`,
  )}
  ${column('erasure', 'erasures', sql`r.reason`, sql`asked.subject`)} end`

/** The entries behind a position, in their order. */
export async function entriesOf(store: Store, { after, limit, until, article }: EntryFilter): Promise<LogEntry[]> {
  const ofArticle = article === undefined ? sql`` : sql`and article_id = ${articleIdOf(article)}`
  const last = until ?? Number.MAX_SAFE_INTEGER
  type Row = Omit<LogEntry, 'kind'> & { readonly kind: number }
  const rows = await store.db.all<Row>(sql`
    select asked.id as position, asked.kind, asked.article_id as article, asked.subject, lower(hex(asked.digest)) as digest,
      (select a.slug from articles a where a.id = asked.article_id) as slug,
      (select v.number from versions v where v.id = ${versionId}) as version,
      case asked.kind ${column('version', 'versions', sql`r.hash`, sql`asked.subject`)} end as hash, asked.covered ->> '$.changes' as changes,
      case asked.kind ${column('review', 'reviews', sql`r.claim`, sql`asked.subject`)} end as claim,
      ${action} as action, ${reason} as reason,
      case asked.kind ${column('erasure', 'erasures', sql`r.ordered_by`, sql`asked.subject`)} end as orderedBy,
      case when ${is('asked', 'statements', 'claims', 'wordings')} then ${timeOfAnalysis} else ${timeOf('asked')} end as recordedAt
    from (select asked.*, case when ${is('asked', 'changes')} then ${covered} end as covered
      from (select * from log where id > ${after} and id <= ${last} ${ofArticle} order by id limit ${limit}) asked) asked order by asked.id`)
  return rows.map(({ kind, ...row }) => ({ ...row, kind: LOG_KINDS[kind] ?? ('' as LogKind) }))
}
