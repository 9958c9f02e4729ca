/** The times that meta elements name. */
import { isoTime } from './iso-time.ts'
import { metaOf, type PageFacts } from './page-facts.ts'
import { numberOrder } from './visible-date.ts'

/** Names that mean the publication. */
export const PUBLISHED = [
  'article:published_time',
  'og:article:published_time',
  'article:published',
  'og:published_time',
  'og:pubdate',
  'datepublished',
  'date_published',
  'published_time',
  'published_at',
  'parsely-pub-date',
  'sailthru.date',
  'publishdate',
  'publish-date',
  'publish_date',
  'published',
  'published-date',
  'pubdate',
  'pub_date',
  'publication_date',
  'publication-date',
  'publicationdate',
  'article_date_original',
  'article:post_date',
  'originalpublicationdate',
  'dc.date.issued',
  'dcterms.created',
  'dc.date.created',
  'dcterms.issued',
  'cxenseparse:recs:publishtime',
  'article.published',
  'article.created',
  'displaydate',
  'created',
  'rnews:datepublished',
  'ptime',
  'bt:pubdate',
  'datecreated',
  'citation_publication_date',
  'citation_date',
  'citation_online_date',
] as const

/** Names that some systems use for the publication, and others for the last change. */
export const DATED = ['date', 'dc.date', 'dcterms.date', 'timestamp', 'eomportal-lastupdate'] as const

/** Names that mean the last change. */
export const MODIFIED = [
  'article:modified_time',
  'og:updated_time',
  'datemodified',
  'article:modified',
  'article.updated',
  'last-modified',
  'lastmod',
  'dcterms.modified',
  'dc.date.modified',
  'revised',
  'modified',
  'og:modified_time',
  'last_updated_date',
] as const

/** The first time that one of these meta elements tells. */
export function metaTime(facts: PageFacts, names: readonly string[]): string | null {
  for (const name of names) {
    const time = isoTime(metaOf(facts, name), numberOrder(facts))
    if (time) return time
  }
  return null
}
