/** An edition of the news site and the one after it, with what a watcher has to make of each page. */
import type { NewsSite, ServedPage } from './news-site.ts'
import { article, REST, rss } from './site.ts'

/** How long the watcher of an edition waits for an answer, in seconds. */
export const PATIENCE = '1.5'

interface Story {
  readonly path: string
  /** The content in the two editions. */
  readonly editions: readonly [ServedPage, ServedPage]
  /** The outcomes of the captures of both. */
  readonly outcomes: readonly [string, string]
  /** How many versions the archive has in the end. */
  readonly versions: number
  /** Words of the last version. */
  readonly holds?: string
}

const headline = (path: string) => path.slice(1).replaceAll(/^.|-/g, (letter) => (letter === '-' ? ' ' : letter.toUpperCase()))

const page = (path: string, lead: string, more: Partial<ServedPage> = {}): ServedPage => ({
  body: article(headline(path), lead, ...REST),
  ...more,
})

/** A page that was read once, and then had a fault. */
const fault = (path: string, outcome: string, then: ServedPage): Story => ({
  path,
  editions: [page(path, `The harbour office opened again on Monday, it said of ${headline(path)}.`), then],
  outcomes: ['created', outcome],
  versions: 1,
})

/** The bytes of a text in an old encoding of one byte a letter. `letters`: those from 0x80 on by their bytes. */
function oldBytes(text: string, letters: Readonly<Record<string, number>>): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(text, (letter) => letters[letter] ?? letter.charCodeAt(0))
}

const CYRILLIC = Object.fromEntries(
  Array.from({ length: 64 }, (_, n) => [String.fromCharCode(0x410 + n), 0xc0 + n]).concat([['ё', 0xb8]]),
)
const cyrillic = (number: number): ServedPage => ({
  body: oldBytes(
    article('Port Chief Anna Ivanova', `Anna Ivanova (Анна Иванова) counted ${number} boats on Monday.`, ...REST),
    CYRILLIC,
  ),
  headers: { 'Content-Type': 'text/html; charset=windows-1251' },
})

/** The encoding is named by the page alone. */
const latin = (name: string): ServedPage => ({
  body: oldBytes(
    article('Cafe on the Quay', `The ${name} on the quay opened on Monday, its owner said.`, ...REST).replace(
      '<head>',
      '<head><meta charset="iso-8859-1">',
    ),
    {},
  ),
  headers: { 'Content-Type': 'text/html' },
})

const BLOCKED =
  '<html><head><title>Access denied</title></head><body><h1>Access denied</h1><p>Your request was blocked.</p></body></html>'
const SIX_MEGABYTES = `<html><body>${'<p>The tide comes and goes.</p>'.repeat(220_000)}</body></html>`
const [WILL, MAY] = ['will', 'may'].map((verb) => `Fares ${verb} rise by 10 percent in May, the operator said on Monday.`) as [
  string,
  string,
]
const STORM = page('/storm-ahead', 'A storm is coming, the weather office said on Monday.')

/** The surroundings of the article are no part of it. */
const surrounded = (teaser: string): ServedPage => {
  const { body } = page('/quiet-story', WILL)
  const around = `<aside class="related"><h2>Read more</h2><ul><li><a href="/x">${teaser}</a></li></ul></aside></article>`
  return { body: String(body).replace('</article>', around) }
}

const edited = (path: string, more: Partial<ServedPage>): Story => ({
  path,
  editions: [page(path, WILL, more), page(path, MAY, more)],
  outcomes: ['created', 'created'],
  versions: 2,
  holds: MAY,
})

/** The stories of a site, each watched by its address; a feed names one more. */
export const STORIES: readonly Story[] = [
  edited('/ferry-fares', {}),
  edited('/gzipped-story', { encoding: 'gzip' }),
  edited('/brotli-story', { encoding: 'br' }),
  {
    path: '/cyrillic',
    editions: [cyrillic(12), cyrillic(14)],
    outcomes: ['created', 'created'],
    versions: 2,
    holds: 'Анна Иванова) counted 14',
  },
  {
    path: '/latin',
    editions: [latin('café'), latin('café')],
    outcomes: ['created', 'unchanged'],
    versions: 1,
    holds: 'The café',
  },
  {
    path: '/quiet-story',
    editions: [surrounded('Boats sold'), surrounded('Boats bought')],
    outcomes: ['created', 'unchanged'],
    versions: 1,
  },
  {
    path: '/tagged-story',
    editions: [
      page('/tagged-story', WILL, { headers: { ETag: '"1"' } }),
      page('/tagged-story', WILL, { headers: { ETag: '"1"' } }),
    ],
    outcomes: ['created', 'not_modified'],
    versions: 1,
  },
  {
    path: '/old-address',
    editions: [
      { status: 301, headers: { Location: '/new-address' } },
      { status: 301, headers: { Location: '/new-address' } },
    ],
    outcomes: ['created', 'unchanged'],
    versions: 1,
    holds: 'The bridge closes',
  },
  fault('/blocked-story', 'block_page', { status: 403, body: BLOCKED }),
  fault('/lost-story', 'not_found', { status: 404, body: 'Not here.' }),
  fault('/failing-story', 'server_error', { status: 503, body: 'Later.' }),
  fault('/refused-story', 'refused', { status: 401, body: 'No.' }),
  fault('/cut-story', 'network_error', page('/cut-story', WILL, { cut: true })),
  fault('/cut-gzipped-story', 'network_error', page('/cut-gzipped-story', WILL, { cut: true, encoding: 'gzip' })),
  fault('/heavy-story', 'too_large', { body: SIX_MEGABYTES }),
  fault('/bomb-story', 'too_large', { body: SIX_MEGABYTES, encoding: 'gzip' }),
  fault('/circular-story', 'redirect_loop', { status: 302, headers: { Location: '/circular-story' } }),
  fault('/front-story', 'redirected_away', { status: 302, headers: { Location: '/' } }),
  fault('/secret-story', 'address_refused', { status: 302, headers: { Location: 'http://reader:secret@127.0.0.1/' } }),
  fault('/printed-story', 'not_html', { headers: { 'Content-Type': 'application/pdf' }, body: '%PDF-1.7' }),
  fault('/silent-story', 'timeout', { silent: true }),
  {
    path: '/private/story',
    editions: [page('/private/story', WILL), page('/private/story', MAY)],
    outcomes: ['robots_disallowed', 'robots_disallowed'],
    versions: 0,
  },
  {
    path: '/feed.xml',
    editions: [served('/storm-ahead'), served()],
    outcomes: ['feed_read', 'feed_read'],
    versions: 0,
  },
]

/** The story that the feed names in its first edition only. */
export const NAMED_BY_FEED = '/storm-ahead'

function served(...links: readonly string[]): ServedPage {
  const { body = '', headers = {} } = rss(...links)
  return { body, headers }
}

/** Puts an edition on the site. */
export function publish(site: NewsSite, edition: 0 | 1): void {
  site.pages.set('/robots.txt', {
    headers: { 'Content-Type': 'text/plain' },
    body: 'User-agent: *\nDisallow: /\n\nUser-agent: Claimtrail\nDisallow: /private/\n',
  })
  site.pages.set('/new-address', page('/new-address', 'The bridge closes on Monday, the council said.'))
  site.pages.set('/', { body: article('Harbour Post', 'All the news of the sound.', ...REST) })
  site.pages.set(NAMED_BY_FEED, STORM)
  for (const { path, editions } of STORIES) site.pages.set(path, editions[edition])
}
