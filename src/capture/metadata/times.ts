/** When a page was published and last modified. */
import { textIn } from '../document/json-ld.ts'
import { isoTime } from './iso-time.ts'
import { metaOf, type PageFacts } from './page-facts.ts'
import { numberOrder, visibleDate } from './visible-date.ts'

const PUBLISHED = [
  'article:published_time',
  'og:article:published_time',
  'article:published',
  'og:published_time',
  'datepublished',
  'date_published',
  'parsely-pub-date',
  'sailthru.date',
  'publishdate',
  'publish-date',
  'publish_date',
  'pubdate',
  'pub_date',
  'publication_date',
  'publicationdate',
  'article_date_original',
  'originalpublicationdate',
  'dc.date.issued',
  'dcterms.created',
  'dc.date.created',
  'dc.date',
  'dcterms.date',
  'dcterms.issued',
  'cxenseparse:recs:publishtime',
  'article.published',
  'article.created',
  'published-date',
  'displaydate',
  'date',
  'created',
  'timestamp',
  'rnews:datepublished',
  'ptime',
  'bt:pubdate',
  'datecreated',
  'citation_publication_date',
  'eomportal-lastupdate',
] as const

const MODIFIED = [
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

export interface PageTimes {
  readonly published_at: string | null
  readonly modified_at: string | null
}

/** From linked data, meta elements, `time` elements, the address, then the dates that are printed near the headline. */
export function timesOf(facts: PageFacts, title: string | null): PageTimes {
  const order = numberOrder(facts)
  const published =
    isoTime(textIn(facts.article?.datePublished), order) ??
    firstTime(facts, PUBLISHED) ??
    timeElement(facts.document, order) ??
    fromAddress(facts.url) ??
    visibleDate(facts, title) ??
    isoTime(textIn(facts.article?.dateCreated), order) ??
    isoTime(textIn(facts.objects.find((object) => object.datePublished)?.datePublished), order)
  const modified =
    isoTime(textIn(facts.article?.dateModified), order) ??
    firstTime(facts, MODIFIED) ??
    markedTime(facts.document, 'dateModified')
  return { published_at: published, modified_at: modified }
}

function firstTime(facts: PageFacts, names: readonly string[]): string | null {
  for (const name of names) {
    const time = isoTime(metaOf(facts, name), numberOrder(facts))
    if (time) return time
  }
  return null
}

/** The time of an element that microdata names. */
function markedTime(document: Document, name: string): string | null {
  const element = document.querySelector(`[itemprop~="${name}"]`)
  return element ? isoTime(element.getAttribute('datetime') ?? element.getAttribute('content') ?? element.textContent) : null
}

function timeElement(document: Document, order: 'day' | 'month'): string | null {
  const marked = markedTime(document, 'datePublished')
  if (marked) return marked
  const times = [...document.querySelectorAll('time[pubdate],time.published,time.entry-date,abbr.published,time')]
  for (const time of times) {
    if (time.closest('aside,nav,footer,[class*="comment" i],[class*="related" i]')) continue
    const found =
      isoTime(time.getAttribute('datetime') ?? time.getAttribute('title'), order) ?? isoTime(time.textContent, order)
    if (found) return found
  }
  return null
}

/** The day that an address names: /2020/03/04/, /2020-03-04-, /20200304/. */
function fromAddress(url: string): string | null {
  const match = /[/_-]((?:19|20)\d\d)[/_-]?(0[1-9]|1[0-2])[/_-]?(0[1-9]|[12]\d|3[01])(?!\d)/.exec(url)
  return match ? isoTime(`${match[1]}-${match[2]}-${match[3]}`) : null
}
