/** A desk that publishes invented articles into an archive, and the questions that the tests ask of it. */
import { sql } from 'drizzle-orm'
import type { Kind } from '../../src/core/changes/change.ts'
import { ingest, type Outcome } from '../../src/recording/ingest.ts'
import type { VersionInput } from '../../src/recording/storable.ts'
import { changeRows, changeView } from '../../src/store/read/changes.ts'
import { versionRows } from '../../src/store/read/lists/version-lists.ts'
import { versionClaims, versionContent, versionTexts, withClaims } from '../../src/store/read/versions.ts'
import type { Store } from '../../src/store/store.ts'
import { insertArticle } from '../../src/store/write/article-metadata.ts'

/** The time of every write, later than every capture. */
export const NOW = '2031-01-01T00:00:00.000Z'

/** The n-th minute of the story. */
export const minute = (n: number): string => new Date(Date.UTC(2030, 0, 1, 8, n)).toISOString()

export async function open(store: Store, slug = 'harbour'): Promise<void> {
  const recorded = await insertArticle(store, { slug, title: null, publication: null, url: null }, NOW)
  if (!recorded) throw new Error(`the archive has "${slug}" already`)
}

export const input = (body: string, at: string | null, more: Partial<VersionInput> = {}): VersionInput => ({
  title: '',
  byline: null,
  body,
  url: null,
  capturedAt: at,
  publishedAt: null,
  modifiedAt: null,
  ...more,
})

/** Posts a body as captured in the n-th minute. */
export function post(
  store: Store,
  body: string,
  n: number,
  more: Partial<VersionInput> = {},
  slug = 'harbour',
): Promise<Outcome> {
  return ingest(store, slug, input(body, minute(n), more), NOW)
}

/** As `post`, where a version must come of it. */
export async function publish(store: Store, body: string, n: number, more: Partial<VersionInput> = {}, slug = 'harbour') {
  const outcome = await post(store, body, n, more, slug)
  if (outcome.outcome !== 'created') throw new Error('expected a version, found a check')
  return outcome
}

const TABLES = [
  'articles',
  'slugs',
  'article_urls',
  'analysis_runs',
  'versions',
  'withholdings',
  'sentences',
  'statements',
  'sources',
  'claims',
  'wordings',
  'changes',
  'trails',
  'checks',
  'idempotency_keys',
  'sentence_search_docsize',
  'statement_search_docsize',
] as const

/** The rows of every table. */
export async function counts(store: Store): Promise<Record<string, number>> {
  const columns = TABLES.map((table) => sql`(select count(*) from ${sql.identifier(table)}) as ${sql.identifier(table)}`)
  const [row] = await store.db.all<Record<string, number>>(sql`select ${sql.join(columns, sql`, `)}`)
  return row ?? {}
}

export async function count(store: Store, table: (typeof TABLES)[number]): Promise<number> {
  return (await counts(store))[table] ?? 0
}

/** A change without ids and numbers: which texts it is about, and what happened to them. */
export interface Told {
  readonly from: string | null
  readonly to: string
  readonly kinds: readonly Kind[]
  readonly before: readonly string[]
  readonly after: readonly string[]
}

/** The changes that stand, in the order of the versions. */
export async function standing(store: Store, slug = 'harbour') {
  return (await changeRows(store, { slug, standing: true, order: 'trail', limit: -1 })).map(changeView)
}

/** What the n-th version (by number) claims. */
export async function versionOf(store: Store, number: number, slug = 'harbour') {
  const [texts, claims] = await store.batchRead([versionTexts(store, slug, [number]), versionClaims(store, slug, [number])])
  const [row] = withClaims(texts, claims)
  if (!row) throw new Error(`there is no version ${number}`)
  return { row, ...versionContent(row) }
}

/** Versions in their order. */
export const versionList = (store: Store, slug = 'harbour') => versionRows(store, slug, undefined, 1000)
