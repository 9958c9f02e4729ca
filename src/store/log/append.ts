/** The statements that append entries to the log, in the write that adds the rows that they are about. */
import { type SQL, sql } from 'drizzle-orm'
import { bulk } from '../sql/bulk.ts'
import { LOG_KINDS, type LogKind, type LogLeaf } from './kinds.ts'

/** An entry of an article, as a write appends it. */
export type NewEntry = Pick<LogLeaf, 'kind' | 'subject' | 'digest'>

/** The number of a kind, as stored. */
export const kindNumber = (kind: LogKind): number => LOG_KINDS.indexOf(kind)

/** Appends entries of an article, in their order. */
export const logEntries = (articleId: number | SQL, entries: readonly NewEntry[]): SQL[] =>
  bulk(
    entries,
    ({ kind, subject, digest }) => [kindNumber(kind), subject, digest],
    (json) => sql`insert into log (kind, article_id, subject, digest)
      select value ->> 0, ${articleId}, value ->> 1, unhex(value ->> 2) from json_each(${json}) order by key`,
  )

/** Appends the wordings of versions, where they are not as the last entry of the version says. */
export const changedWordings = (articleId: number, entries: readonly NewEntry[]): SQL[] =>
  bulk(
    entries,
    ({ subject, digest }) => [subject, digest],
    (json) => sql`insert into log (kind, article_id, subject, digest)
      select ${kindNumber('wordings')}, ${articleId}, value ->> 0, unhex(value ->> 1) from json_each(${json})
      where unhex(value ->> 1) is not (select l.digest from log l where l.id = (select max(m.id) from log m
        where m.article_id = ${articleId} and m.kind = ${kindNumber('wordings')} and m.subject = value ->> 0)) order by key`,
  )

/**
 * Appends entries of rows to which a table of this write gave its next ids, as many as there are: after the statement that inserts them.
 * `digests`: of the rows, in their order.
 */
export const entriesOfLast = (articleId: number, kind: LogKind, table: string, digests: readonly string[]): SQL[] =>
  digests.length === 0
    ? []
    : [
        sql`insert into log (kind, article_id, subject, digest)
          select ${kindNumber(kind)}, ${articleId}, (select max(id) from ${sql.identifier(table)}) - ${digests.length - 1} + key, unhex(value)
          from json_each(${JSON.stringify(digests)}) order by key`,
      ]
