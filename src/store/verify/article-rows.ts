/** Reads what the log has of an article, and the rows that it is about, in pages of bounded size. */
import { sql } from 'drizzle-orm'
import { redactedDetail, redactedReview, redactedSentence, redactedStatement } from '../erase/redacted.ts'
import type { LoggedChange, LoggedReview, LoggedStatement } from '../log/digests.ts'
import { sealedChange, sealedReading, sealedReview, sealedStatement } from '../log/digests.ts'
import { LOG_KINDS, type LogKind } from '../log/kinds.ts'
import { readingOf } from '../sql/packing.ts'
import { recordedAt } from '../sql/recorded-at.ts'
import type { Store } from '../store.ts'
import type { StoredEntry } from './differences.ts'

/** How many rows are read at once. */
const PAGE = 2000

/** The rows of a query that takes the last id of the page before. */
async function* pagesOf<Row extends { readonly id: number }>(
  page: (after: number) => readonly Row[] | Promise<readonly Row[]>,
) {
  let after = 0
  for (;;) {
    const rows = await page(after)
    if (rows.length > 0) yield rows
    const last = rows.at(-1)
    if (rows.length < PAGE || !last) return
    after = last.id
  }
}

/** The entries of an article up to a position, by their kinds, in their order. */
export async function entriesByKind(store: Store, articleId: number, until: number): Promise<Map<LogKind, StoredEntry[]>> {
  const pages = pagesOf((after) =>
    store.db.all<{
      id: number
      kind: number
      subject: number
      digest: string
    }>(sql`select id, kind, subject, lower(hex(digest)) as digest
      from log where article_id = ${articleId} and id > ${after} and id <= ${until} order by id limit ${PAGE}`),
  )
  const found = new Map<LogKind, StoredEntry[]>()
  for await (const page of pages) {
    for (const { kind, ...entry } of page) {
      const name = LOG_KINDS[kind]
      if (name === undefined) continue
      const known = found.get(name)
      if (known) known.push({ kind: name, ...entry })
      else found.set(name, [{ kind: name, ...entry }])
    }
  }
  return found
}

/** The statements of an article. */
export async function* statementPages(store: Store, articleId: number): AsyncGenerator<(LoggedStatement & { id: number })[]> {
  const pages = pagesOf((after) =>
    store.db.all<{
      id: number
      sentenceId: number
      place: number
      reason: LoggedStatement['reason']
      analysis: string
      sentence: number
      text: string
      erased: string | null
    }>(
      sql`select t.id, t.sentence_id as sentenceId, t.place, r.reason, t.analysis, s.id as sentence, s.text, ${erasedAs('statement', 't')} as erased
        from sentences s join statements t on t.sentence_id = s.id join analysis_runs r on r.id = t.run_id
        where s.article_id = ${articleId} and t.id > ${after} order by t.id limit ${PAGE}`,
    ),
  )
  for await (const page of pages) {
    yield page.map(({ text, sentence, erased, ...row }) => {
      const isErased =
        erased !== null && text === redactedSentence(sentence, text.length) && isRedacted(redactedStatement, row.analysis)
      return { ...row, sealed: isErased ? erased : sealedStatement(parsed(row.analysis)) }
    })
  }
}

/** The hash that stands for a row that was erased, by the table's alias; null: it was not. */
const erasedAs = (kind: string, alias: string) =>
  sql<string | null>`(select e.sealed from erased e where e.kind = ${kind} and e.row_id = ${sql.identifier(alias)}.id)`

/** Whether a column tells nothing any more: a hash does not stand for words that are there. */
function isRedacted(redacted: (column: string) => string, column: string): boolean {
  try {
    return redacted(column) === column
  } catch {
    return false
  }
}

/** The value of a column of JSON, or its text where somebody broke it. */
function parsed(json: string): unknown {
  try {
    return JSON.parse(json)
  } catch {
    return json
  }
}

/** The changes of an article, with the numbers of the versions that they came to. */
export async function* changePages(
  store: Store,
  articleId: number,
): AsyncGenerator<(LoggedChange & { id: number; number: number })[]> {
  type Row = Omit<LoggedChange, 'acknowledged' | 'claimIds' | 'sealed'> & {
    readonly acknowledged: number
    readonly claimIds: string
    readonly detail: string
    readonly evidence: string
    readonly note: string | null
    readonly number: number
    readonly erased: string | null
    readonly isOfErased: number
  }
  const pages = pagesOf((after) =>
    store.db.all<Row>(sql`select c.id, c.from_version as fromVersion, c.to_version as toVersion, c.kinds, c.before, c.after,
        c.detail, c.evidence, c.acknowledged, c.aside, c.note, c.retracts, c.review_id as reviewId, ${recordedAt('c')} as recordedAt,
        (select json_group_array(t.claim_id) from trails t where t.change_id = c.id) as claimIds,
        (select v.number from versions v where v.id = c.to_version) as number, ${erasedAs('change', 'c')} as erased,
        exists (select 1 from erasures e join versions v on v.id = e.version_id where v.article_id = c.article_id
          and (v.id in (c.from_version, c.to_version) or v.number = c.detail ->> '$.restored.since')) as isOfErased
      from changes c where c.article_id = ${articleId} and c.id > ${after} order by c.id limit ${PAGE}`),
  )
  for await (const page of pages) {
    yield page.map(({ erased, isOfErased, ...row }) => {
      const isErased = isOfErased === 1 && row.evidence === '[]' && row.note === null && isRedacted(redactedDetail, row.detail)
      return {
        ...row,
        acknowledged: row.acknowledged === 1,
        claimIds: JSON.parse(row.claimIds) as number[],
        sealed: (isErased ? erased : null) ?? sealedChange(row),
      }
    })
  }
}

export interface WordingRow {
  readonly id: number
  readonly claimId: number
  readonly fromPlace: string
  readonly untilPlace: string | null
  readonly statementId: number
  readonly ordinal: number
  readonly sealed: string
  readonly ended: string | null
  readonly successor: number | null
  readonly stood: string | null
}

/** The wordings of an article's claims, with sealed readings. */
export async function wordingRows(store: Store, articleId: number): Promise<WordingRow[]> {
  type Row = Omit<WordingRow, 'sealed'> & {
    readonly kind: string | null
    readonly key: string | null
    readonly reading: string
  }
  const pages = pagesOf((after) =>
    store.db.all<Row>(sql`select w.id, w.claim_id as claimId, w.from_place as fromPlace, w.until_place as untilPlace,
        w.statement_id as statementId, w.ordinal, o.kind, o.key, ${readingOf('w')} as reading, w.ended, w.successor, w.stood
      from wordings w left join sources o on o.id = w.source_id
      where w.article_id = ${articleId} and w.id > ${after} order by w.id limit ${PAGE}`),
  )
  const rows: WordingRow[] = []
  for await (const page of pages) {
    for (const { kind, key, reading, ...row } of page) rows.push({ ...row, sealed: sealedReading({ kind, key, reading }) })
  }
  return rows
}

/** The claims of an article. */
export const claimPages = (store: Store, articleId: number) =>
  pagesOf((after) =>
    store.db.all<{ id: number; number: number }>(
      sql`select id, number from claims where article_id = ${articleId} and id > ${after} order by id limit ${PAGE}`,
    ),
  )

/** The checks of an article. */
export const checkPages = (store: Store, articleId: number) =>
  pagesOf((after) =>
    store.db.all<{
      readonly id: number
      readonly capturedAt: string
      readonly contentHash: string
      readonly url: string | null
      readonly publishedAt: string | null
      readonly modifiedAt: string | null
      readonly recordedAt: string
    }>(sql`select id, captured_at as capturedAt, content_hash as contentHash, url, published_at as publishedAt,
        modified_at as modifiedAt, recorded_at as recordedAt
      from checks where article_id = ${articleId} and id > ${after} order by id limit ${PAGE}`),
  )

/** The reviews of an article's claims. */
export async function* reviewPages(
  store: Store,
  articleId: number,
): AsyncGenerator<(LoggedReview & { readonly id: number })[]> {
  type Row = Omit<LoggedReview, 'sealed'> & {
    readonly id: number
    readonly detail: string
    readonly reason: string | null
    readonly erased: string | null
    readonly hasErasures: number
  }
  const pages = pagesOf((after) =>
    store.db.all<Row>(sql`select r.id, r.claim, r.change_id as change, r.action, r.detail, r.withdraws, r.reviewer, r.reason,
        r.reviewed_at as reviewedAt, ${erasedAs('review', 'r')} as erased,
        exists (select 1 from erasures e join versions v on v.id = e.version_id where v.article_id = r.article_id) as hasErasures
      from reviews r where r.article_id = ${articleId} and r.id > ${after} order by r.id limit ${PAGE}`),
  )
  for await (const page of pages) {
    yield page.map(({ erased, hasErasures, ...row }) => {
      const isErased = hasErasures === 1 && row.reason === null && isRedacted(redactedReview, row.detail)
      return { ...row, sealed: (isErased ? erased : null) ?? sealedReview(row) }
    })
  }
}
