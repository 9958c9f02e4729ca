/** Reads versions with their texts and claims. */
import { and, eq, or, type Placeholder, type SQL, sql } from 'drizzle-orm'
import { ENGINE } from '../../core/analysis.ts'
import type { ResolvedContext, Statement } from '../../core/article.ts'
import { KINDS, type Kind } from '../../core/changes/change.ts'
import { boundQuery } from '../bound-query.ts'
import { analysisRuns, articles, claims, slugs, statements, versions, wordings } from '../schema.ts'
import { kindsOfMask } from '../sql/kind-mask.ts'
import { parseStatement } from '../sql/packed-statement.ts'
import { ordinalsOf, placedSentences, readingOf, unpackReading } from '../sql/packing.ts'
import type { Verdict } from '../sql/verdicts.ts'
import { whyWithheld } from '../sql/visibility.ts'
import { prepared, type Store } from '../store.ts'
import { neighbours, originalOf } from './mementos.ts'

const placeholder = sql.placeholder

export const headColumns = {
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
  rereads: versions.rereads,
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

/** The state on which every answer about a version depends: the version never changes, what is known of its claims may. */
const state = sql<string>`${versions.id} || '-' || ${articles.revision}`

/** The run of today's engine, if it has run. */
const todaysRun = sql<number | null>`(select id from ${analysisRuns} where engine = ${ENGINE} and reason = 'ingest')`

const ofVersion = and(eq(versions.articleId, articles.id), eq(versions.number, placeholder('number')))

/** The version without its text: its identity, its state, whether it is withheld; null if there is none. */
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

/** The whole version with its claims, or with `claims` null; null if there is no such version. */
export async function readVersion(store: Store, slug: string, number: number, withClaims: boolean) {
  const text = boundQuery(wholeVersion(store), { slug, number })
  const claims = prepared(store, 'versionClaims', () =>
    versionClaims(store, placeholder('slug'), [placeholder('number')]).prepare(),
  )
  const [[row], found] = withClaims ? await store.batchRead([text, boundQuery(claims, { slug, number })]) : [await text, null]
  return row ? { ...row, claims: found } : null
}

/** The query for a version and its place among the others. */
function wholeVersion(store: Store) {
  return prepared(store, 'wholeVersion', (db) =>
    db
      .select({ ...fullColumns, state, publication: articles.publication, original: originalOf, mementos: neighbours })
      .from(slugs)
      .innerJoin(articles, eq(articles.id, slugs.articleId))
      .innerJoin(versions, ofVersion)
      .where(eq(slugs.slug, placeholder('slug')))
      .prepare(),
  )
}

export type VersionWithMementos = NonNullable<Awaited<ReturnType<typeof readVersion>>>

/** A version by its number, the latest one, or those of which the one before or after is withheld, and which are not withheld themselves. */
type VersionKey = number | 'latest' | 'beside withheld' | Placeholder

const idOf = (condition: SQL) =>
  sql`(select n.id from versions n where n.article_id = ${versions.articleId} and ${condition} limit 1)`

const isBesideWithheld = sql`(${whyWithheld} is null and exists (select 1 from withholdings w where w.version_id in (
  ${idOf(sql`n.place < ${versions.place} order by n.place desc`)}, ${idOf(sql`n.place > ${versions.place} order by n.place`)})))`

function isKey(key: VersionKey): SQL {
  if (key === 'beside withheld') return isBesideWithheld
  return key === 'latest' ? eq(versions.id, articles.latestVersion) : eq(versions.number, key)
}

const isOneOf = (keys: readonly VersionKey[]) => or(sql`false`, ...keys.map(isKey))

/** The query for versions of an article without their claims, in no order; each is one row, however often it is named. */
export function versionTexts(store: Store, slug: string, keys: readonly VersionKey[]) {
  return store.db
    .select({ ...fullColumns, todaysRun })
    .from(slugs)
    .innerJoin(articles, eq(articles.id, slugs.articleId))
    .innerJoin(versions, eq(versions.articleId, articles.id))
    .where(and(eq(slugs.slug, slug), isOneOf(keys)))
}

/** The version has the wording. */
const isWordingThere = sql`${wordings.articleId} = ${versions.articleId} and ${wordings.fromPlace} <= ${versions.place}
  and (${wordings.untilPlace} is null or ${wordings.untilPlace} > ${versions.place})`

/** The query for the claims of versions of an article, in no order: a row a claim. The cross join has the versions chosen before any wording. */
export function versionClaims(store: Store, slug: string | Placeholder, keys: readonly VersionKey[]) {
  return store.db
    .select({
      versionId: versions.id,
      number: claims.number,
      verdict: claims.verdict,
      humanLabel: claims.humanLabel,
      sentenceId: statements.sentenceId,
      ordinal: wordings.ordinal,
      index: statements.place,
      runId: statements.runId,
      reading: readingOf('wordings'),
      analysis: statements.analysis,
    })
    .from(slugs)
    .innerJoin(articles, eq(articles.id, slugs.articleId))
    .innerJoin(versions, eq(versions.articleId, articles.id))
    .crossJoin(wordings)
    .innerJoin(claims, eq(claims.id, wordings.claimId))
    .innerJoin(statements, eq(statements.id, wordings.statementId))
    .where(and(eq(slugs.slug, slug), isOneOf(keys), isWordingThere))
}

export type VersionClaimRow = Awaited<ReturnType<typeof versionClaims>>[number]
type TextRow = Awaited<ReturnType<typeof versionTexts>>[number]
/** A version with the rows of its claims; null: they were not asked for. */
type WithClaims<Row> = Row & { readonly claims: readonly VersionClaimRow[] | null }

export type ComparedRow = WithClaims<TextRow>
export type VersionRow = WithClaims<Omit<TextRow, 'todaysRun'>>

/** The versions, each with the rows of its own claims. */
export function withClaims(rows: readonly TextRow[], claims: readonly VersionClaimRow[]): ComparedRow[] {
  const byVersion = Map.groupBy(claims, (claim) => claim.versionId)
  return rows.map((row) => ({ ...row, claims: byVersion.get(row.id) ?? [] }))
}

/** A claim in a version, with its number and the decisions of people. */
export interface VersionClaim {
  readonly number: number
  readonly verdict: Verdict | null
  readonly humanLabel: string | null
  readonly sentence: number
  readonly index: number
  /** The run that found the statement. */
  readonly runId: number
  readonly statement: Statement
  readonly reading: ResolvedContext
}

/** The sentences and claims of a version row, in text order. */
export function versionContent(row: Pick<VersionRow, 'title' | 'body' | 'sentences' | 'claims'>) {
  const sentences = placedSentences(row)
  const ids = sentences.map((s) => s.id)
  const ordinals = ordinalsOf(ids)
  const at = new Map(ids.map((id, i) => [`${id}/${ordinals[i]}`, i]))
  const found = (row.claims ?? []).map(({ versionId: _, sentenceId, ordinal, analysis, reading, ...claim }): VersionClaim => {
    const sentence = at.get(`${sentenceId}/${ordinal}`) ?? 0
    const statement = parseStatement(analysis)
    return { ...claim, sentence, statement, reading: unpackReading(JSON.parse(reading), sentence) }
  })
  found.sort((a, b) => a.sentence - b.sentence || a.index - b.index)
  return { sentences, claims: found }
}

export type VersionContent = ReturnType<typeof versionContent>

/** Counts changes by kind, from a list of masks; kinds that do not occur are left out. */
export function countsByKind(masks: string): Partial<Record<Kind, number>> {
  const counts = new Map<Kind, number>()
  for (const mask of JSON.parse(masks) as number[]) {
    for (const kind of kindsOfMask(mask)) counts.set(kind, (counts.get(kind) ?? 0) + 1)
  }
  return Object.fromEntries(KINDS.flatMap((kind) => (counts.has(kind) ? [[kind, counts.get(kind)]] : [])))
}
