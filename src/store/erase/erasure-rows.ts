/** The statements that erase a version: one atomic write. */
import { type SQL, sql } from 'drizzle-orm'
import { sentenceHash } from '../hash.ts'
import { changedWordings, entriesOfLast, type NewEntry } from '../log/append.ts'
import { erasureDigest, sealedChange, sealedReading, sealedReview, sealedStatement, wordingsDigest } from '../log/digests.ts'
import { bulk } from '../sql/bulk.ts'
import { type Indexed, indexedRow } from '../transfer/search-rows.ts'
import { derivedStatements } from '../write/derive.ts'
import type { Erasable, ErasableVersion, ErasableWording } from './erasable.ts'
import {
  redactedDetail,
  redactedReading,
  redactedReview,
  redactedSentence,
  redactedStatement,
  redactedText,
} from './redacted.ts'

export interface Erasure {
  readonly reason: string
  /** The court, authority or person that ordered it. */
  readonly orderedBy: string
  /** The name of the token that did it. */
  readonly erasedBy: string
  /** ISO 8601. */
  readonly at: string
}

/** `indexed`: the statements that go, as the index has them. `recordings`: `articles.recordings` as it was read. */
export function erasureStatements(
  { id, articleId }: ErasableVersion,
  found: Erasable,
  indexed: readonly Indexed[],
  recordings: number,
  { reason, orderedBy, erasedBy, at }: Erasure,
): SQL[] {
  return [
    sql`insert into erasing (id) values (1)`,
    sql`insert into erasures (version_id, reason, ordered_by, erased_by, erased_at) values (${id}, ${reason}, ${orderedBy}, ${erasedBy}, ${at})`,
    ...entriesOfLast(articleId, 'erasure', 'erasures', [erasureDigest({ version: id, reason, orderedBy, erasedBy, at })]),
    ...sealedRows(found),
    ...indexed
      .map(indexedRow)
      .map(
        ({ id, label, content, source }) =>
          sql`insert into statement_search (statement_search, rowid, label, content, source) values ('delete', ${id}, ${label}, ${content}, ${source})`,
      ),
    ...bulk(
      indexed.map(redactedIndexed).map(indexedRow),
      ({ id, label, content, source }) => [id, label, content, source],
      (json) => sql`insert into statement_search (rowid, label, content, source)
        select value ->> 0, value ->> 1, value ->> 2, value ->> 3 from json_each(${json})`,
    ),
    ...bulk(
      found.sentences,
      (sentence) => [sentence],
      (json) => sql`insert into sentence_search (sentence_search, rowid, text)
        select 'delete', s.id, s.text from json_each(${json}) j join sentences s on s.id = j.value ->> 0`,
    ),
    ...redactions(articleId, found),
    sql`delete from bound_states where article_id = ${articleId}`,
    ...derivedStatements({
      articleId,
      recordings,
      reviewed: true,
      changes: 'all',
      withheld: true,
      claims: 'all',
      sources: 'all',
    }),
    // A name that no wording has any more is a name of what was erased.
    sql`update sources set name = 'erased ' || id, key = 'erased ' || id where not exists (select 1 from wordings w where w.source_id = sources.id)
      and id in (select t.source_before from trails t join claims c on c.id = t.claim_id where c.article_id = ${articleId}
        union select t.source_after from trails t join claims c on c.id = t.claim_id where c.article_id = ${articleId})`,
    sql`delete from erasing`,
  ]
}

/** The rows without their words. */
function redactions(articleId: number, found: Erasable): SQL[] {
  const erased = new Set(found.sentences)
  const statements = new Set(found.statements.map((row) => row.id))
  const gone = found.wordings.filter((row) => statements.has(row.statementId))
  return [
    ...found.versions.map((v) => {
      const [title, body] = [true, false].map((headline) =>
        redactedText(headline ? v.title : v.body, v.placings, erased, headline),
      )
      return sql`update versions set title = ${title}, body = ${body}, byline = ${v.sharesByline ? v.byline : null} where id = ${v.id}`
    }),
    ...sentenceUpdates(found),
    ...bulk(
      found.statements,
      (row) => [row.id, redactedStatement(row.analysis)],
      (json) =>
        sql`update statements set analysis = j.value ->> 1, words = 0 from json_each(${json}) j where statements.id = j.value ->> 0`,
    ),
    ...bulk(
      gone,
      (row) => [row.id, redactedReading(row.reading)],
      (json) =>
        sql`update wordings set reading = j.value ->> 1, source_id = null from json_each(${json}) j where wordings.id = j.value ->> 0`,
    ),
    ...changedWordings(articleId, wordingEntries(found.wordings, statements)),
    ...bulk(
      gone,
      (row) => [row.claimId],
      (json) => sql`update claims set label = '' where id in (select value ->> 0 from json_each(${json}))`,
    ),
    ...bulk(
      found.changes,
      (row) => [row.id, redactedDetail(row.detail)],
      (json) =>
        sql`update changes set detail = j.value ->> 1, evidence = '[]', note = null from json_each(${json}) j where changes.id = j.value ->> 0`,
    ),
    ...bulk(
      found.reviews,
      (row) => [row.id, redactedReview(row.detail)],
      (json) =>
        sql`update reviews set detail = j.value ->> 1, reason = null from json_each(${json}) j where reviews.id = j.value ->> 0`,
    ),
  ]
}

/** A statement of the index once it tells nothing. */
const redactedIndexed = (row: Indexed): Indexed => ({
  ...row,
  analysis: redactedStatement(row.analysis),
  text: redactedSentence(row.sentence, row.text.length),
  reading: row.reading === null ? null : redactedReading(row.reading),
  name: null,
})

function sealedRows({ statements, changes, reviews, sentences }: Erasable): SQL[] {
  const rows: [kind: string, id: number, sealed: string][] = [
    ...sentences.map((id): [string, number, string] => ['sentence', id, '']),
    ...statements.map((row): [string, number, string] => ['statement', row.id, sealedStatement(JSON.parse(row.analysis))]),
    ...changes.map((row): [string, number, string] => ['change', row.id, sealedChange(row)]),
    ...reviews.map((row): [string, number, string] => ['review', row.id, sealedReview(row)]),
  ]
  // Rows that an earlier erasure erased keep what that one sealed.
  return bulk(
    rows,
    (row) => row,
    (json) => sql`insert into erased (kind, row_id, sealed) select value ->> 0, value ->> 1, value ->> 2 from json_each(${json})
      where true on conflict do nothing`,
  )
}

/** They are indexed as they are then, as the index's content is that of the table. */
function sentenceUpdates({ lengths }: Erasable): SQL[] {
  const rows = [...lengths].map(([id, length]) => ({ id, text: redactedSentence(id, length) }))
  return [
    ...bulk(
      rows,
      ({ id, text }) => [id, text, sentenceHash(text)],
      (json) =>
        sql`update sentences set text = j.value ->> 1, hash = unhex(j.value ->> 2) from json_each(${json}) j where sentences.id = j.value ->> 0`,
    ),
    ...bulk(
      rows,
      ({ id, text }) => [id, text],
      (json) => sql`insert into sentence_search (rowid, text) select value ->> 0, value ->> 1 from json_each(${json})`,
    ),
  ]
}

/** The wordings that begin and end at each version, once those of the given statements tell nothing. */
function wordingEntries(wordings: readonly ErasableWording[], erased: ReadonlySet<number>): NewEntry[] {
  const begun = Map.groupBy(wordings, (w) => w.begins)
  const ended = Map.groupBy(wordings, (w) => w.ends)
  return [...begun].flatMap(([version, rows]): NewEntry[] => {
    if (version === null || !rows.some((w) => erased.has(w.statementId))) return []
    const begins = rows.map((w) => ({
      ...w,
      sealed: sealedReading(erased.has(w.statementId) ? { kind: null, key: null, reading: redactedReading(w.reading) } : w),
    }))
    return [{ kind: 'wordings', subject: version, digest: wordingsDigest(begins, ended.get(version) ?? []) }]
  })
}
