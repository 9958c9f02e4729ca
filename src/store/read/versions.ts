/** Reads versions: the list, one with its claims, the one that stood at a time. */
import { and, asc, eq, gt, or, type SQL, sql } from 'drizzle-orm'
import { ENGINE } from '../../core/analysis.ts'
import type { ResolvedContext, Statement } from '../../core/article.ts'
import { KINDS, type Kind } from '../../core/changes/change.ts'
import { analysisRuns, articles, slugs, versions } from '../schema.ts'
import { kindsOfMask } from '../sql/kind-mask.ts'
import { ordinalsOf, placedSentences, unpackReading } from '../sql/packing.ts'
import { standsInSight } from '../sql/stands.ts'
import type { Verdict } from '../sql/verdicts.ts'
import { shownKinds, whyWithheld } from '../sql/visibility.ts'
import { prepared, type Store } from '../store.ts'
import { articleIdOf } from './articles.ts'
import { neighbours, originalOf } from './mementos.ts'

const placeholder = sql.placeholder

const headColumns = {
  slug: articles.slug,
  revision: articles.revision,
  id: versions.id,
  articleId: versions.articleId,
  number: versions.number,
  place: versions.place,
  capturedAt: versions.capturedAt,
  publishedAt: versions.publishedAt,
  modifiedAt: versions.modifiedAt,
  recordedAt: versions.recordedAt,
  url: versions.url,
  title: versions.title,
  byline: versions.byline,
  wordCount: versions.wordCount,
  language: versions.language,
  unsupported: versions.unsupported,
  contentHash: versions.contentHash,
  previous: versions.previous,
  hash: versions.hash,
  withheld: whyWithheld,
}

const numberOf = (condition: SQL) => sql<number | null>`(select n.number from versions n where ${condition} limit 1)`

const fullColumns = {
  ...headColumns,
  body: versions.body,
  sentences: versions.sentences,
  predecessor: numberOf(sql`n.article_id = ${versions.articleId} and n.place < ${versions.place} order by n.place desc`),
  successor: numberOf(sql`n.article_id = ${versions.articleId} and n.place > ${versions.place} order by n.place`),
  latest: sql<number>`${numberOf(sql`n.id = ${articles.latestVersion}`)}`,
}

/** Every claim that stands in the version, as one JSON text: put together by SQLite without parsing. */
const claimsText = sql<
  string | null
>`(select group_concat('[' || c.number || ',' || json_quote(c.verdict) || ',' || json_quote(c.human_label) || ',' || t.sentence_id || ',' || w.ordinal || ',' || t.place || ',' || t.run_id || ',' || w.reading || ',' || t.analysis || ']')
  from wordings w join claims c on c.id = w.claim_id join statements t on t.id = w.statement_id
  where w.article_id = ${versions.articleId} and w.from_place <= ${versions.place}
    and (w.until_place is null or w.until_place > ${versions.place}))`

/** What every answer about a version depends on: the version never changes, what is said of its claims may. */
const state = sql<string>`${versions.id} || '-' || ${articles.revision}`

/** The run of today's engine, if it has run. */
const todaysRun = sql<number | null>`(select id from ${analysisRuns} where engine = ${ENGINE} and reason = 'ingest')`

const ofVersion = and(eq(versions.articleId, articles.id), eq(versions.number, placeholder('number')))

/** Which version it is, whether it is withheld and the state of what is said of it, without its text; null if there is none. */
export async function versionState(store: Store, slug: string, number: number) {
  const row = await prepared(store, 'versionState', (db) =>
    db
      .select({
        id: versions.id,
        articleId: versions.articleId,
        number: versions.number,
        slug: articles.slug,
        state,
        withheld: whyWithheld,
      })
      .from(slugs)
      .innerJoin(articles, eq(articles.id, slugs.articleId))
      .innerJoin(versions, ofVersion)
      .where(eq(slugs.slug, placeholder('slug')))
      .prepare(),
  ).get({ slug, number })
  return row ?? null
}

/** The whole version, with the text of its claims or without; null if there is none. */
export async function readVersion(store: Store, slug: string, number: number, withClaims: boolean) {
  const row = await prepared(store, 'readVersion', (db) =>
    db
      .select({
        ...fullColumns,
        state,
        publication: articles.publication,
        original: originalOf,
        mementos: neighbours,
        claims: sql<string | null>`case when ${placeholder('withClaims')} then ${claimsText} end`,
      })
      .from(slugs)
      .innerJoin(articles, eq(articles.id, slugs.articleId))
      .innerJoin(versions, ofVersion)
      .where(eq(slugs.slug, placeholder('slug')))
      .prepare(),
  ).get({ slug, number, withClaims: withClaims ? 1 : 0 })
  return row ?? null
}

export type VersionWithMementos = NonNullable<Awaited<ReturnType<typeof readVersion>>>

/** Two versions with the text of their claims, in no order; one row where both are the same, none where there is none. */
export function versionPair(store: Store, slug: string, a: number, b: number | 'latest') {
  return store.db
    .select({ ...fullColumns, claims: claimsText, todaysRun })
    .from(slugs)
    .innerJoin(articles, eq(articles.id, slugs.articleId))
    .innerJoin(versions, eq(versions.articleId, articles.id))
    .where(
      and(
        eq(slugs.slug, slug),
        or(eq(versions.number, a), b === 'latest' ? eq(versions.id, articles.latestVersion) : eq(versions.number, b)),
      ),
    )
}

export type ComparedRow = Awaited<ReturnType<typeof versionPair>>[number]
export type VersionRow = Omit<ComparedRow, 'todaysRun'>

/** A claim as a version has it, numbered, with what people decided of it. */
export interface VersionClaim {
  readonly number: number
  readonly verdict: Verdict | null
  readonly humanLabel: string | null
  readonly sentence: number
  readonly index: number
  /** Which told the statement. */
  readonly runId: number
  readonly statement: Statement
  readonly reading: ResolvedContext
}

/** The sentences and claims of a version row, in text order. */
export function versionContent(row: { title: string; body: string; sentences: string; claims: string | null }) {
  const sentences = placedSentences(row)
  const ids = sentences.map((s) => s.id)
  const ordinals = ordinalsOf(ids)
  const at = new Map(ids.map((id, i) => [`${id}/${ordinals[i]}`, i]))
  const packed = JSON.parse(`[${row.claims ?? ''}]`) as [
    number,
    VersionClaim['verdict'],
    string | null,
    number,
    number,
    number,
    number,
    unknown,
    Statement,
  ][]
  const claims = packed.map(([number, verdict, humanLabel, sentenceId, ordinal, index, runId, ...told]): VersionClaim => {
    const [reading, statement] = told
    const sentence = at.get(`${sentenceId}/${ordinal}`) ?? 0
    return { number, verdict, humanLabel, sentence, index, runId, statement, reading: unpackReading(reading, sentence) }
  })
  claims.sort((a, b) => a.sentence - b.sentence || a.index - b.index)
  return { sentences, claims }
}

/** The query for an article's versions in order, after a place. */
export function versionRows(store: Store, slug: string, after: string | undefined, limit: number) {
  return store.db
    .select({
      ...headColumns,
      kinds: sql<string>`(select json_group_array(${shownKinds('c')}) from changes c where c.article_id = ${versions.articleId} and c.to_version = ${versions.id}
        and ${standsInSight('c')})`,
    })
    .from(versions)
    .innerJoin(articles, eq(articles.id, versions.articleId))
    .where(and(sql`${versions.articleId} = ${articleIdOf(slug)}`, after === undefined ? undefined : gt(versions.place, after)))
    .orderBy(asc(versions.place))
    .limit(limit)
}

export type VersionListRow = Awaited<ReturnType<typeof versionRows>>[number]

/** How many changes of each kind, from a list of masks; kinds that do not occur are left out. */
export function countsByKind(masks: string): Partial<Record<Kind, number>> {
  const counts = new Map<Kind, number>()
  for (const mask of JSON.parse(masks) as number[]) {
    for (const kind of kindsOfMask(mask)) counts.set(kind, (counts.get(kind) ?? 0) + 1)
  }
  return Object.fromEntries(KINDS.flatMap((kind) => (counts.has(kind) ? [[kind, counts.get(kind)]] : [])))
}

/** The number of the version that stood at a time (null: the latest), and the article's slug; null if there is none. */
export async function versionAt(
  store: Store,
  slug: string,
  time: string | null,
): Promise<{ slug: string; number: number | null } | null> {
  const row = await prepared(store, 'versionAt', (db) =>
    db
      .select({
        slug: articles.slug,
        number: sql<number | null>`(select v.number from versions v where v.article_id = ${articles.id}
          and v.captured_at <= ${placeholder('time')} order by v.place desc limit 1)`,
      })
      .from(slugs)
      .innerJoin(articles, eq(articles.id, slugs.articleId))
      .where(eq(slugs.slug, placeholder('slug')))
      .prepare(),
  ).get({ slug, time: time ?? '9999' })
  return row ?? null
}
