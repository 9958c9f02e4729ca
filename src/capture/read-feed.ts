/** Reads the addresses of pages out of a feed: RSS, Atom, RDF, JSON Feed, or a sitemap (sitemaps.org, with the extension for news). */
import { parseFeed } from 'feedsmith'

export interface FeedItem {
  /** As the feed has it: it may be relative. */
  readonly url: string
  readonly title: string | null
}

export interface Feed {
  readonly title: string | null
  /** In the order of the feed. */
  readonly items: readonly FeedItem[]
  /** The hub that sends what is new (WebSub); null: none. */
  readonly hub: string | null
  /** The address that the feed names for itself. */
  readonly self: string | null
}

/** Null: the text is no feed. */
export function readFeed(text: string): Feed | null {
  return sitemap(text) ?? parsed(text)
}

function parsed(text: string): Feed | null {
  try {
    const found = parseFeed(text)
    switch (found.format) {
      case 'rss': {
        const { title, items = [], atom } = found.feed
        return {
          title: title ?? null,
          items: items.flatMap((item) => itemOf(item.link ?? permalink(item.guid), item.title)),
          ...linksOf(atom?.links),
        }
      }
      case 'rdf': {
        const { title, items = [] } = found.feed
        return { title: title ?? null, items: items.flatMap((item) => itemOf(item.link, item.title)), hub: null, self: null }
      }
      case 'atom': {
        const { title, entries = [], links } = found.feed
        return {
          title: title?.value ?? null,
          items: entries.flatMap((entry) => itemOf(pageLink(entry.links) ?? undefined, entry.title?.value)),
          ...linksOf(links),
        }
      }
      case 'json': {
        const { title, items = [], hubs = [], feed_url: self } = found.feed
        return {
          title: title ?? null,
          items: items.flatMap((item) => itemOf(item.url ?? item.external_url, item.title)),
          hub: hubs.find((hub) => hub.type?.toLowerCase() === 'websub')?.url ?? null,
          self: self ?? null,
        }
      }
    }
  } catch {
    return null
  }
}

interface Link {
  readonly href?: string | undefined
  readonly rel?: string | undefined
  readonly type?: string | undefined
}

const linksOf = (links: readonly Link[] = []) => ({
  hub: links.find(({ rel }) => rel === 'hub')?.href ?? null,
  self: links.find(({ rel }) => rel === 'self')?.href ?? null,
})

/** The page of an entry: its alternate link (RFC 4287, section 4.2.7.2: a link without `rel` is one). */
function pageLink(links: readonly Link[] = []): string | null {
  const pages = links.filter(({ rel = 'alternate' }) => rel === 'alternate')
  return (pages.find(({ type = 'text/html' }) => type === 'text/html') ?? pages[0])?.href ?? null
}

/** An identifier that is an address (RSS 2.0: a guid is one unless it says that it is not). */
const permalink = (guid: { value?: string | undefined; isPermaLink?: boolean | undefined } | undefined): string | undefined =>
  guid?.isPermaLink !== false && /^https?:\/\//i.test(guid?.value ?? '') ? guid?.value : undefined

const itemOf = (link: string | undefined, title: string | undefined): FeedItem[] =>
  link === undefined || link.trim() === '' ? [] : [{ url: link.trim(), title: title?.trim() || null }]

/** The latest of a sitemap come last or first, by the site: nothing is said of their order. */
function sitemap(text: string): Feed | null {
  if (!/^\s*(?:<\?xml[^>]*>\s*|<!--[\s\S]{0,2000}?-->\s*|<\?xml-stylesheet[^>]*>\s*)*<(?:\w+:)?urlset\b/.test(text)) return null
  const items = [...text.matchAll(/<(?:\w+:)?url\b[^>]*>([\s\S]*?)<\/(?:\w+:)?url>/g)].flatMap(([, entry = '']) => {
    const link = /<(?:sm:|sitemap:)?loc\b[^>]*>([\s\S]*?)<\/(?:sm:|sitemap:)?loc>/.exec(entry)?.[1]
    const title = /<news:title\b[^>]*>([\s\S]*?)<\/news:title>/.exec(entry)?.[1]
    return itemOf(link && plain(link), title && plain(title))
  })
  return { title: null, items, hub: null, self: null }
}

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

/** The text of an XML element without children. */
const plain = (xml: string): string =>
  xml
    .trim()
    .replace(/^<!\[CDATA\[([\s\S]*)\]\]>$/, '$1')
    .replace(/&(?:#(\d+)|#x([\da-f]+)|(\w+));/gi, (whole, decimal, hexadecimal, name) => {
      const code = decimal ? Number(decimal) : hexadecimal ? Number.parseInt(hexadecimal, 16) : null
      return code === null ? (ENTITIES[name] ?? whole) : code <= 0x10ffff ? String.fromCodePoint(code) : whole
    })
    .trim()
