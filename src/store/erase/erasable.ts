/** Reads what would be erased with a version: what no version has that stays. */
import { sql } from 'drizzle-orm'
import { readingOf, unpackPlacings } from '../sql/packing.ts'
import type { Store } from '../store.ts'

/** A version that is to be erased. */
export interface ErasableVersion {
  readonly id: number
  readonly articleId: number
  readonly number: number
}

/** A wording with the version at which it begins, and the one at which it ends. */
export interface ErasableWording {
  readonly id: number
  readonly claimId: number
  readonly statementId: number
  readonly ordinal: number
  readonly kind: string | null
  readonly key: string | null
  readonly reading: string
  readonly ended: string | null
  readonly successor: number | null
  readonly stood: string | null
  readonly begins: number | null
  readonly ends: number | null
}

const wordingsOf = (store: Store, articleId: number) =>
  store.db.all<ErasableWording>(sql`select w.id, w.claim_id as claimId, w.statement_id as statementId, w.ordinal, o.kind, o.key,
      ${readingOf('w')} as reading, w.ended, w.successor, w.stood,
      (select v.id from versions v where v.article_id = w.article_id and v.place = w.from_place) as begins,
      (select v.id from versions v where v.article_id = w.article_id and v.place = w.until_place) as ends
    from wordings w left join sources o on o.id = w.source_id where w.article_id = ${articleId} order by w.id`)

/** The rows of an article as an erasure needs them. */
export async function erasable(store: Store, { id, articleId, number }: ErasableVersion) {
  // Also of versions that were erased before: what they shared with this one goes now.
  const rows = await store.db.all<{ id: number; byline: string | null; sentences: string; kept: number }>(sql`
    select v.id, v.byline, v.sentences, v.id <> ${id} and not exists (select 1 from erasures e where e.version_id = v.id) as kept
    from versions v where v.article_id = ${articleId}`)
  const staying = rows.filter(({ kept }) => kept === 1)
  const kept = new Set(staying.flatMap((row) => unpackPlacings(row.sentences).map(([, , , sentence]) => sentence)))
  const going = rows.filter(({ kept }) => kept === 0)
  const texts = await store.db.all<{ id: number; title: string; body: string }>(
    sql`select id, title, body from versions where id in (select value from json_each(${JSON.stringify(going.map((row) => row.id))}))`,
  )
  const textOf = new Map(texts.map((text) => [text.id, text]))
  const versions = going.map((row) => ({
    ...{ id: row.id, title: textOf.get(row.id)?.title ?? '', body: textOf.get(row.id)?.body ?? '', byline: row.byline },
    placings: unpackPlacings(row.sentences),
    /** Whether a version that stays has the byline. */
    sharesByline: staying.some((one) => one.byline === row.byline),
  }))
  const lengths = new Map(
    versions.flatMap(({ placings }) =>
      placings.flatMap(([, start, end, one]) => (kept.has(one) ? [] : [[one, end - start] as const])),
    ),
  )
  const sentences = [...lengths.keys()]
  const json = JSON.stringify(sentences)
  const statements = await store.db.all<{ id: number; analysis: string }>(
    sql`select id, analysis from statements where sentence_id in (select value from json_each(${json})) order by id`,
  )
  const own = JSON.stringify(statements.map((statement) => statement.id))
  const wordings = await wordingsOf(store, articleId)
  const changes = await store.db.all<{ id: number; detail: string; evidence: string; note: string | null }>(sql`
    select id, detail, evidence, note from changes where article_id = ${articleId}
      and (${id} in (from_version, to_version) or detail ->> '$.restored.since' = ${number})`)
  const reviews = await store.db.all<{ id: number; detail: string; reason: string | null }>(sql`
    select r.id, r.detail, r.reason from reviews r where r.article_id = ${articleId} and (
      r.change_id in (select value from json_each(${JSON.stringify(changes.map((change) => change.id))}))
      or not exists (select 1 from claims c join wordings w on w.claim_id = c.id where c.article_id = r.article_id and c.number = r.claim
        and w.statement_id not in (select value from json_each(${own}))))`)
  return {
    /** Those whose texts tell only what stays afterwards. */
    versions,
    sentences,
    /** How long each of the sentences is, in UTF-16 units. */
    lengths,
    statements,
    /** All wordings of the article. */
    wordings,
    changes,
    reviews,
  }
}

export type Erasable = Awaited<ReturnType<typeof erasable>>
