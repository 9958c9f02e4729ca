/** Writes articles: their metadata, slugs and URLs. */
import { type SQL, sql } from 'drizzle-orm'
import { canonicalKey } from '../../addresses/canonical-key.ts'
import { logEntries } from '../log/append.ts'
import { textDigest } from '../log/digests.ts'
import { articleIdOf, findArticle } from '../read/articles.ts'
import { isTaken, type Store } from '../store.ts'
import { addressEntries, refuseForeignAddresses } from './addresses.ts'
import { bumpArchive, firstRevision, nextRevision } from './revision.ts'

export interface NewArticle {
  readonly slug: string
  readonly title: string | null
  readonly publication: string | null
  readonly url: string | null
}

/**
 * Records an article, with further statements in the same write. False if the slug is taken, by an article that has it or once had it.
 * Throws an error of `isForeignAddress`.
 */
export async function insertArticle(
  store: Store,
  article: NewArticle,
  now: string,
  also: readonly SQL[] = [],
): Promise<boolean> {
  const { slug, title, publication, url } = article
  try {
    await store.batchWrite([
      ...(url ? [refuseForeignAddresses(slug, [url])] : []),
      sql`insert into articles (slug, title, publication, created_at, revision)
        values (${slug}, ${title}, ${publication}, ${now}, ${firstRevision})`,
      sql`insert into slugs (slug, article_id) select slug, id from articles where slug = ${slug}`,
      ...textEntries(articleIdOf(slug), { article: now, slug, title, publication }),
      ...(url ? addUrl(articleIdOf(slug), url, now) : []),
      bumpArchive,
      ...also,
    ])
    return true
  } catch (error) {
    if (isTaken(error)) return false
    throw error
  }
}

/** The fields that a PATCH changes; a field that is absent stays, null empties it. */
export interface ArticlePatch {
  readonly slug?: string | undefined
  readonly title?: string | null | undefined
  readonly publication?: string | null | undefined
  readonly url?: string | undefined
}

/**
 * Changes an article's metadata, with further statements in the same write. Returns false if the new slug belongs to another article. A new slug raises `articles.recordings`,
 * because the answer to a write of the article contains its slug. Throws an error of `isForeignAddress`.
 */
export async function updateArticle(
  store: Store,
  article: { id: number; slug: string },
  patch: ArticlePatch,
  now: string,
  also: readonly SQL[] = [],
): Promise<boolean> {
  const slug = patch.slug ?? article.slug
  const column = (name: 'title' | 'publication') =>
    patch[name] === undefined
      ? sql`${sql.identifier(name)} = ${sql.identifier(name)}`
      : sql`${sql.identifier(name)} = ${patch[name]}`
  const taken = await findArticle(store, slug)
  if (taken && taken.id !== article.id) return false
  const recordings = slug === article.slug ? sql`` : sql`, recordings = recordings + 1`
  try {
    await store.batchWrite([
      ...(patch.url ? [refuseForeignAddresses(article.slug, [patch.url])] : []),
      sql`update articles set slug = ${slug}, ${column('title')}, ${column('publication')}, revision = ${nextRevision}
        ${recordings} where id = ${article.id}`,
      ...(taken ? [] : [sql`insert into slugs (slug, article_id) values (${slug}, ${article.id})`]),
      ...textEntries(sql`${article.id}`, textsOf(article, patch)),
      ...(patch.url ? addUrl(sql`${article.id}`, patch.url, now) : []),
      // The article that it is an alias of names it.
      sql`update articles set revision = ${nextRevision} where id = (select of_id from aliases where article_id = ${article.id})`,
      bumpArchive,
      ...also,
    ])
    return true
  } catch (error) {
    if (isTaken(error)) return false
    throw error
  }
}

function addUrl(article: SQL, url: string, now: string): SQL[] {
  return [
    ...addressEntries(article, [url]),
    sql`insert or ignore into article_urls (article_id, url, since, key) values (${article}, ${url}, ${now}, ${canonicalKey(url)})`,
  ]
}

/** The texts that the log has of an article. */
type LoggedTexts = Partial<Readonly<Record<'article' | 'slug' | 'title' | 'publication', string | null>>>

/** Those that a patch says anew. */
const textsOf = (article: { slug: string }, { slug, title, publication }: ArticlePatch): LoggedTexts => ({
  ...(slug !== undefined && slug !== article.slug && { slug }),
  ...(title !== undefined && { title }),
  ...(publication !== undefined && { publication }),
})

function textEntries(article: SQL, texts: LoggedTexts): SQL[] {
  const kinds = ['article', 'slug', 'title', 'publication'] as const
  return logEntries(
    article,
    kinds.flatMap((kind) => (texts[kind] === undefined ? [] : [{ kind, subject: 0, digest: textDigest(texts[kind]) }])),
  )
}
