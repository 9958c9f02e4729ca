/** Reads what the log has of an article, and the rows that it is about, in pages of bounded size. */
import { sql } from 'drizzle-orm'
import type { LoggedChange, LoggedReview, LoggedStatement } from '../log/digests.ts'
import { sealed, sealedChange, sealedStatement } from '../log/digests.ts'
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
    }>(
      sql`select t.id, t.sentence_id as sentenceId, t.place, r.reason, t.analysis
        from sentences s join statements t on t.sentence_id = s.id join analysis_runs r on r.id = t.run_id
        where s.article_id = ${articleId} and t.id > ${after} order by t.id limit ${PAGE}`,
    ),
  )
  for await (const page of pages) yield page.map((row) => ({ ...row, sealed: sealedStatement(parsed(row.analysis)) }))
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
  }
  const pages = pagesOf((after) =>
    store.db.all<Row>(sql`select c.id, c.from_version as fromVersion, c.to_version as toVersion, c.kinds, c.before, c.after,
        c.detail, c.evidence, c.acknowledged, c.aside, c.note, c.retracts, c.review_id as reviewId, ${recordedAt('c')} as recordedAt,
        (select json_group_array(t.claim_id) from trails t where t.change_id = c.id) as claimIds,
        (select v.number from versions v where v.id = c.to_version) as number
      from changes c where c.article_id = ${articleId} and c.id > ${after} order by c.id limit ${PAGE}`),
  )
  for await (const page of pages) {
    yield page.map((row) => ({
      ...row,
      acknowledged: row.acknowledged === 1,
      claimIds: JSON.parse(row.claimIds) as number[],
      sealed: sealedChange(row),
    }))
  }
}

export interface WordingRow {
  readonly id: number
  readonly claimId: number
  readonly fromPlace: string
  readonly untilPlace: string | null
  readonly statementId: number
  readonly ordinal: number
  readonly source: { readonly kind: string; readonly key: string } | null
  readonly reading: string
  readonly ended: string | null
  readonly successor: number | null
  readonly stood: string | null
}

/** The wordings of an article's claims, with sealed readings. */
export async function wordingRows(store: Store, articleId: number): Promise<WordingRow[]> {
  type Row = Omit<WordingRow, 'source'> & { readonly kind: string | null; readonly key: string | null }
  const pages = pagesOf((after) =>
    store.db.all<Row>(sql`select w.id, w.claim_id as claimId, w.from_place as fromPlace, w.until_place as untilPlace,
        w.statement_id as statementId, w.ordinal, o.kind, o.key, ${readingOf('w')} as reading, w.ended, w.successor, w.stood
      from wordings w left join sources o on o.id = w.source_id
      where w.article_id = ${articleId} and w.id > ${after} order by w.id limit ${PAGE}`),
  )
  const rows: WordingRow[] = []
  for await (const page of pages) {
    for (const { kind, key, ...row } of page) {
      rows.push({ ...row, reading: sealed(row.reading), source: kind !== null && key !== null ? { kind, key } : null })
    }
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
export const reviewPages = (store: Store, articleId: number) =>
  pagesOf((after) =>
    store.db.all<
      LoggedReview & { readonly id: number }
    >(sql`select id, claim, change_id as change, action, detail, withdraws, reviewer,
        reason, reviewed_at as reviewedAt
      from reviews where article_id = ${articleId} and id > ${after} order by id limit ${PAGE}`),
  )

/** The texts of an article besides its versions, its decisions on aliases, and the withholdings of its versions. */
export async function articleTexts(store: Store, articleId: number) {
  const [article] = await store.db.all<{
    readonly slug: string
    readonly title: string | null
    readonly publication: string | null
    readonly createdAt: string
    readonly slugs: string
    readonly addresses: string
    readonly aliases: string
    readonly withholdings: string
  }>(sql`select a.slug, a.title, a.publication, a.created_at as createdAt,
      (select json_group_array(s.slug) from slugs s where s.article_id = a.id) as slugs,
      (select json_group_array(u.url) from article_urls u where u.article_id = a.id) as addresses,
      (select json_group_array(json_array(d.id, d.of_id, d.reason, d.decided_by, d.decided_at)) from alias_decisions d
        where d.article_id = a.id) as aliases,
      (select json_group_array(json_array(r.id, r.version_id, r.reason, r.withheld_at, v.number)) from versions v
        join withholding_reasons r on r.version_id = v.id where v.article_id = a.id) as withholdings
    from articles a where a.id = ${articleId}`)
  if (!article) return null
  return {
    ...article,
    slugs: JSON.parse(article.slugs) as string[],
    addresses: JSON.parse(article.addresses) as string[],
    aliases: JSON.parse(article.aliases) as [number, number | null, string, string, string][],
    withholdings: JSON.parse(article.withholdings) as [number, number, string, string, number][],
  }
}
