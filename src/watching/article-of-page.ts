/** The article to which a watched page belongs: the watch's own, the one that is known at its addresses, or a new one. */
import { canonicalKey } from '../addresses/canonical-key.ts'
import { isSameStory } from '../capture/judging/context.ts'
import type { PageReading } from '../capture/reading.ts'
import type { Statements } from '../recording/ingest.ts'
import { slugOf } from '../recording/slug.ts'
import { latestText } from '../store/captures/latest-text.ts'
import { watchOfArticle } from '../store/captures/watches.ts'
import type { Store } from '../store/store.ts'
import { articlesAt } from '../store/write/addresses.ts'
import { insertArticle } from '../store/write/article-metadata.ts'
import type { Fetched } from '../web/fetch-resource.ts'
import type { Check } from './settle.ts'
import { isoOf, type Watching, type WatchSettings } from './watching.ts'

/** How many slugs are tried with a number behind. */
const MOST_SLUGS = 200

/** The slug of the article of a page that is good; it is recorded where there is none. */
export async function articleOfPage(
  { store, clock }: Watching,
  { watch }: Check,
  { url: landedUrl }: Fetched,
  page: PageReading,
  settings: WatchSettings,
): Promise<string> {
  if (watch.article !== null) return watch.article
  const known = await articleKnownOf({ store }, watch.url, landedUrl, page)
  if (known !== null) {
    await store.batchWrite([watchOfArticle(watch.id, known)])
    return known
  }
  const also = (slug: string) => [watchOfArticle(watch.id, slug)]
  return newArticleOf(store, { url: watch.url, landedUrl, settings }, page, isoOf(clock()), also)
}

/** The slug of the article of a page that the archive knows; null: none. */
export const articleKnownOf = ({ store }: Pick<Watching, 'store'>, asked: string, landed: string, page: PageReading) =>
  knownArticle(asked, landed, page, {
    at: (addresses) => articleKnownAt(store, addresses),
    textOf: async (slug) => (await latestText(store, slug))?.body ?? null,
  })

/** The slug of the article that is known at one of the addresses; null: none is. */
export async function articleKnownAt(store: Store, addresses: readonly string[]): Promise<string | null> {
  for (const address of addresses) {
    const [known] = await articlesAt(store, address)
    if (known) return known.slug
  }
  return null
}

interface PageAt {
  readonly url: string
  readonly landedUrl: string
  readonly settings: WatchSettings
}

/** Records an article for a page, and returns its slug. `also` returns further statements of the same write. */
export async function newArticleOf(
  store: Store,
  { url, landedUrl, settings }: PageAt,
  page: PageReading,
  now: string,
  also: (slug: string) => Statements = () => [],
): Promise<string> {
  const publication = settings.publication ?? page.publication
  const base = slugOf(page.title ?? '') ?? slugOf(canonicalKey(landedUrl) ?? '') ?? 'page'
  for (let n = 1; n <= MOST_SLUGS; n++) {
    const slug = n === 1 ? base : `${base}-${n}`
    if (await insertArticle(store, { slug, title: null, publication, url }, now, also(slug))) return slug
  }
  throw new Error(`${MOST_SLUGS} articles have a slug that begins with "${base}"`)
}

export interface KnownArticles {
  /** The slug of the article at one of the addresses; null: none is known there. */
  readonly at: (addresses: readonly string[]) => Promise<string | null>
  /** The last text of an article; null: it has none yet. */
  readonly textOf: (slug: string) => Promise<string | null>
}

/**
 * The slug of the article that is known at the address of a page as asked, as landed, or as the page names it for itself; null: none is. The
 * named address counts where it is of the same site and no front page, and where the article there tells the same story: templates
 * give many pages the address of another.
 */
export async function knownArticle(
  asked: string,
  landed: string,
  { canonical_url: canonical, body }: PageReading,
  known: KnownArticles,
): Promise<string | null> {
  const there = await known.at([asked, landed])
  if (there !== null || canonical === null) return there
  if (!isOfSite(canonical, landed) || new URL(canonical).pathname.length <= 1) return null
  const named = await known.at([canonical])
  const text = named === null ? null : await known.textOf(named)
  return text === null || isSameStory(text, body ?? '') ? named : null
}

function isOfSite(one: string, other: string): boolean {
  const [a, b] = [one, other].map((address) => canonicalKey(new URL('/', address).href) ?? address)
  return a === b
}
