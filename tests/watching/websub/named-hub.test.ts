/** Which hub a feed names, and under which topic: the header before the feed, public addresses over https alone. */
import { describe, expect, it, test } from 'vitest'
import { namedHub } from '../../../src/watching/websub/named-hub.ts'

const FEED = 'https://harbour-post.example/feed.xml'
const HUB = 'https://hub.example/'

interface Given {
  readonly hub?: string
  readonly self?: string
  readonly link?: string
  readonly landed?: string
  readonly anywhere?: boolean
}

const named = ({ hub, self, link, landed = FEED, anywhere = false }: Given) => {
  const found = namedHub(
    { url: landed, headers: link ? { link } : {} },
    { hub: hub ?? null, self: self ?? null },
    FEED,
    anywhere,
  )
  return found && [found.url, found.topic]
}

describe('a hub and a topic', () => {
  it.each<[name: string, given: Given, hub: string, topic: string]>([
    ['of the feed', { hub: HUB, self: 'https://harbour-post.example/all' }, HUB, 'https://harbour-post.example/all'],
    ['of the header', { link: `<${HUB}>; rel=hub, <https://x.example/t>; rel=self` }, HUB, 'https://x.example/t'],
    ['of the header before the feed', { link: `<${HUB}>; rel=hub`, hub: 'https://other.example/' }, HUB, FEED],
    ['of the header and of the feed', { link: `<${HUB}>; rel=hub`, self: 'https://x.example/t' }, HUB, 'https://x.example/t'],
    ['without a self link', { hub: HUB }, HUB, FEED],
    ['with a self link of another host', { hub: HUB, self: 'https://other.example/feed' }, HUB, 'https://other.example/feed'],
    ['with the spelling of the topic', { hub: HUB, self: 'https://EXAMPLE.example' }, HUB, 'https://EXAMPLE.example'],
    ['with a relative self link', { hub: HUB, self: '/all.xml' }, HUB, 'https://harbour-post.example/all.xml'],
    ['with a self link that is no address', { hub: HUB, self: 'tag:harbour' }, HUB, FEED],
    ['with a self link that is too long', { hub: HUB, self: `https://x.example/${'a'.repeat(2000)}` }, HUB, FEED],
    ['relative to where the feed is', { hub: '/hub', landed: 'https://cdn.example/f' }, 'https://cdn.example/hub', FEED],
    ['without its fragment', { hub: `${HUB}#x` }, HUB, FEED],
    ['the first that may be called', { link: `<http://a.example/>; rel=hub, <${HUB}>; rel=hub` }, HUB, FEED],
    ['in development over http', { hub: 'http://127.0.0.1:9/', anywhere: true }, 'http://127.0.0.1:9/', FEED],
  ])('%s', (_, given, hub, topic) => expect(named(given)).toEqual([hub, topic]))

  test.each<[name: string, given: Given]>([
    ['not named', {}],
    ['only a self link', { self: FEED }],
    ['over http', { hub: 'http://hub.example/' }],
    ['at a private address', { hub: 'https://127.0.0.1/' }],
    ['at a private address of IPv6', { hub: 'https://[::1]/' }],
    ['at a private name', { hub: 'https://hub.internal/' }],
    ['with a password', { hub: 'https://a:b@hub.example/' }],
    ['at a port of another service', { hub: 'https://hub.example:25/' }],
    ['of another scheme', { hub: 'ftp://hub.example/' }],
    ['that is too long', { hub: `https://hub.example/${'a'.repeat(2000)}` }],
    ['of the feed where the header names a bad one', { hub: HUB, link: '<http://a.example/>; rel=hub' }],
  ])('are none: %s', (_, given) => expect(named(given)).toBeNull())
})
