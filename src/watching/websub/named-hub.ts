/** The hub that a feed names, and the topic under which the hub knows the feed (WebSub, section 4). */
import { addressFault } from '../../addresses/public-address.ts'
import type { Feed } from '../../capture/read-feed.ts'
import type { Fetched } from '../../web/fetch-resource.ts'
import { linksIn } from '../../web/link-header.ts'

export interface NamedHub {
  readonly url: string
  readonly topic: string
}

/** The most characters of an address. */
const LONGEST = 2000

/**
 * The first hub that may be called: over https, or where private addresses are allowed. Null: none is named. Links of the header come
 * before those of the feed. The topic is `address` where the feed names none for itself.
 */
export function namedHub(
  { url, headers }: Pick<Fetched, 'url' | 'headers'>,
  feed: Pick<Feed, 'hub' | 'self'>,
  address: string,
  anywhere: boolean,
): NamedHub | null {
  const links = linksIn(headers.link ?? '')
  const named = (rel: string, inFeed: string | null) => {
    const inHeader = links.filter(({ rels }) => rels.includes(rel)).map(({ href }) => href)
    return inHeader.length > 0 ? inHeader : inFeed === null ? [] : [inFeed.trim()]
  }
  const hub = named('hub', feed.hub)
    .map((href) => URL.parse(href, url)?.href.replace(/#.*/, '') ?? '')
    .find((href) => href.length <= LONGEST && addressFault(href, { anywhere }) === null)
  if (hub === undefined) return null
  const [self] = named('self', feed.self)
  return { url: hub, topic: (self !== undefined && topicOf(self, url)) || address }
}

/** The topic as it was spelled, since hubs compare it by its letters. Null: it is no address. */
function topicOf(self: string, base: string): string | null {
  const topic = URL.canParse(self) ? self : (URL.parse(self, base)?.href ?? '')
  return /^https?:/i.test(topic) && topic.length <= LONGEST ? topic : null
}
