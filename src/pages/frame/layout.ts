/** The document around every page: its head, its header with search and navigation, its footer with the links to its data. */

import type { Session } from '../../http/context.ts'
import { address } from '../addresses.ts'
import { SPRITE } from '../figures/marks.ts'
import { html, joined, type Markup, NONE, raw, type Value } from '../markup.ts'
import { SIGNED_IN } from '../words/editors/sign-in-words.ts'
import { FRAME, titleOf } from '../words/frame-words.ts'
import type { DataLink } from './data-links.ts'
import { sessionStrip } from './session-strip.ts'
import { FRAME_SCRIPT, ICON, SCRIPT, STYLE } from './style.ts'

export interface Page {
  /** The title; the product is added. */
  readonly title: string
  /** One or two sentences, for search engines and previews. */
  readonly about?: Value
  /** The part of the navigation to which it belongs. */
  readonly here?: 'stories' | 'changes' | 'sources' | 'tryIt' | 'guide'
  readonly wide?: boolean
  /** The words in the field of the search. */
  readonly query?: string
  /** The path of the page by its one right address, without what only chooses a view. */
  readonly path?: string
  readonly data?: readonly DataLink[]
  /** It can stand in other pages: programs find the card by oEmbed, under `path`. */
  readonly embeddable?: boolean
  /** It stands in other pages, without the header and the footer; `path` is that of the page that it belongs to. */
  readonly bare?: boolean
  /** The script does not ask whether it would read otherwise now. */
  readonly still?: boolean
  readonly body: Markup
}

const BRAND = raw(
  '<svg class="brand-mark" width="44" height="12" viewBox="0 0 44 12" aria-hidden="true"><rect x="0" y="1.5" width="16" height="9"/><rect x="16" y="3.5" width="12" height="5"/><rect x="28" y="5" width="9" height="2"/><circle cx="40.5" cy="6" r="2.6"/></svg>',
)

const NAVIGATION = [
  ['stories', address.front()],
  ['changes', address.changes()],
  ['sources', address.sources()],
  ['tryIt', address.tryIt()],
  ['guide', address.guide()],
  ['api', address.docs()],
] as const

/** The text of markup, as it is read. */
const plainText = (value: Value): string =>
  String(html`${value}`)
    .replace(/<[^>]+>/g, '')
    .replace(/&(amp|lt|gt|quot|#39);/g, (_, name: string) => ENTITIES[name] ?? '')
    .replace(/\s+/g, ' ')
    .trim()

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" }

function head({ title, about = FRAME.description, path, data = [], embeddable, bare, still }: Page, origin: string): Markup {
  const description = plainText(about)
  const feeds = data.filter(({ type }) => type?.startsWith('application/atom') || type?.startsWith('application/feed'))
  return html`<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${titleOf(title)}</title>
<meta name="description" content="${description}">
<meta name="color-scheme" content="light dark">
<meta property="og:site_name" content="${FRAME.product}">
<meta property="og:type" content="website">
<meta property="og:title" content="${title}">
<meta property="og:description" content="${description}">
<meta name="twitter:card" content="summary">
${path === undefined ? NONE : html`<meta property="og:url" content="${origin}${path}">\n<link rel="canonical" href="${origin}${path}">\n`}<link rel="icon" href="${ICON}" type="image/svg+xml">
<link rel="stylesheet" href="${STYLE}">
${bare ? FRAME_TAG : scriptOf(!still && data.some(({ type }) => type === 'application/json'))}
${feeds.map(({ href, type, label }) => html`<link rel="alternate" type="${type}" href="${href}" title="${label}">\n`)}${embeddable ? oembedLink(title, `${origin}${path}`, origin) : NONE}${bare ? IN_FRAME : NONE}</head>`
}

const FRAME_TAG = html`<script src="${FRAME_SCRIPT}" defer></script>`

/** The script with its words. `live`: it asks for news, for the page shows something of the archive. */
function scriptOf(live: boolean): Markup {
  const { copy, copied, news, reload } = FRAME.script
  return html`<script src="${SCRIPT}" defer data-copy="${copy}" data-copied="${copied}"${live ? html` data-news="${news}" data-reload="${reload}"` : NONE}></script>`
}

/** Links lead out of the frame; search engines take the page itself. */
const IN_FRAME = raw('<base target="_top">\n<meta name="robots" content="noindex">\n')

function oembedLink(title: string, url: string, origin: string): Markup {
  const href = `${origin}/oembed?${new URLSearchParams({ url, format: 'json' })}`
  return html`<link rel="alternate" type="application/json+oembed" href="${href}" title="${title}">\n`
}

function header({ here, query = '' }: Page): Markup {
  return html`<header class="top">
<a class="brand" href="${address.front()}">${FRAME.product} ${BRAND}</a>
<form class="search" role="search" action="${address.search()}"><label for="q" class="unseen">${FRAME.search}</label><input type="search" id="q" name="q" value="${query}" placeholder="${FRAME.search}"><button>${FRAME.searchButton}</button></form>
<nav aria-label="${FRAME.navigation}">${NAVIGATION.map(
    ([name, href]) => html`<a href="${href}"${name === here ? raw(' aria-current="page"') : NONE}>${FRAME[name]}</a>`,
  )}</nav>
</header>`
}

function footer({ data = [], path = '/' }: Page, session: Session | null): Markup {
  return html`<footer class="foot">
<p>${FRAME.about} <a href="${address.guide()}">${FRAME.howToRead}</a>. <a href="${address.record()}">${FRAME.record}</a>. ${FRAME.utc}</p>
${
  data.length > 0
    ? html`<p class="data-links">${joined(
        data.map(({ label, href }) => html`<a href="${href}">${label}</a>`),
        ' ',
      )}</p>\n`
    : NONE
}${session ? NONE : html`<p><a href="${address.signIn(path)}" rel="nofollow">${SIGNED_IN.footer}</a></p>\n`}</footer>`
}

/** The whole document. `origin` is that of absolute addresses; `session` is that of who signed in. */
export function documentOf(page: Page, origin: string, session: Session | null = null): string {
  if (page.bare) return bareDocument(page, origin)
  return `<!doctype html>
${html`<html lang="en">
${head(page, origin)}
<body>
<a class="skip" href="#main">${FRAME.skip}</a>
${header(page)}
${session ? sessionStrip(session) : NONE}
${SPRITE}
<main id="main"${page.wide ? raw(' class="wide"') : NONE}>
${page.body}
</main>
${footer(page, session)}
</body>
</html>`}
`
}

function bareDocument(page: Page, origin: string): string {
  return `<!doctype html>
${html`<html lang="en">
${head(page, origin)}
<body class="embed">
${SPRITE}
<main id="main" class="card${page.wide ? ' wide' : ''}">
${page.body}
<p class="card-foot"><a class="brand" href="${address.front()}">${FRAME.product} ${BRAND}</a> <a class="meta" href="${address.guide()}">${FRAME.howToRead}</a></p>
</main>
</body>
</html>`}
`
}
