/** The article to which a watched page belongs: the watch's own, the one that is known at its addresses, or a new one. */
import { canonicalKey } from '../addresses/canonical-key.ts'
import type { PageReading } from '../capture/reading.ts'
import { slugOf } from '../recording/slug.ts'
import { watchOfArticle } from '../store/captures/watches.ts'
import { articlesAt } from '../store/write/addresses.ts'
import { insertArticle } from '../store/write/article-metadata.ts'
import type { Fetched } from '../web/fetch-resource.ts'
import type { Check } from './settle.ts'
import { isoOf, type Watching, type WatchSettings } from './watching.ts'

/** How many slugs are tried with a number behind. */
const MOST_SLUGS = 200

/** The slug of the article of a page that is good; it is recorded where there is none. */
export async function articleOfPage(
  w: Watching,
  { watch }: Check,
  fetched: Fetched,
  page: PageReading,
  settings: WatchSettings,
): Promise<string> {
  if (watch.article !== null) return watch.article
  for (const address of addressesOf(watch.url, fetched, page)) {
    const [known] = await articlesAt(w.store, address)
    if (!known) continue
    await w.store.batchWrite([watchOfArticle(watch.id, known.slug)])
    return known.slug
  }
  const publication = settings.publication ?? page.publication
  const base = slugOf(page.title ?? '') ?? slugOf(canonicalKey(fetched.url) ?? '') ?? `page-${watch.id}`
  for (let n = 1; n <= MOST_SLUGS; n++) {
    const slug = n === 1 ? base : `${base}-${n}`
    const article = { slug, title: null, publication, url: watch.url }
    if (await insertArticle(w.store, article, isoOf(w.clock()), [watchOfArticle(watch.id, slug)])) return slug
  }
  throw new Error(`${MOST_SLUGS} articles have a slug that begins with "${base}"`)
}

/** The addresses of a page: as asked, as landed, and the one that it names for itself where that is of the same site and no front page. */
function addressesOf(asked: string, { url }: Fetched, { canonical_url: canonical }: PageReading): string[] {
  const named = canonical !== null && isOfSite(canonical, url) && new URL(canonical).pathname.length > 1 ? [canonical] : []
  return [...new Set([asked, url, ...named])]
}

function isOfSite(one: string, other: string): boolean {
  const [a, b] = [one, other].map((address) => canonicalKey(new URL('/', address).href) ?? address)
  return a === b
}
