/** One version as it stood: the text with its claims underlined, who says them in the margin, and the way to the versions around it. */
import { Hono } from 'hono'
import { z } from 'zod'
import type { CertaintyLevel } from '../../core/article.ts'
import { Failure } from '../../failure.ts'
import { type VersionJson, versionInStory, versionInStoryQueries } from '../../http/answers/version-in-story.ts'
import type { App, Session } from '../../http/context.ts'
import type { LanesJson, LaneVersionJson } from '../../http/json/stories/lanes-json.ts'
import { found } from '../../http/request/article-path.ts'
import { mayRead } from '../../http/request/require-scope.ts'
import { ordinal, time } from '../../http/request/values.ts'
import { articleUnchanged, notModified } from '../../http/response/conditional.ts'
import { LEVELS } from '../../http/words/claim-in-words.ts'
import { counted, thousands } from '../../http/words/counts.ts'
import { versionAt } from '../../store/read/last-position.ts'
import { versionRows } from '../../store/read/lists/version-lists.ts'
import { address } from '../addresses.ts'
import { versionTools } from '../editing/tools.ts'
import { gridOf, lanesIn, swatch } from '../figures/grid.ts'
import { acrossText, toldCounts } from '../figures/wording.ts'
import { answerGone, answerPage, LOOK, pageParams, pageQuery, renamedPage } from '../frame/answer-page.ts'
import { csvLink, followStory, jsonLink } from '../frame/data-links.ts'
import type { Page } from '../frame/layout.ts'
import { html, type Markup, NONE, type Value } from '../markup.ts'
import { RECORD } from '../words/record-words.ts'
import { STORY } from '../words/story-words.ts'
import { timeMarkup } from '../words/times.ts'
import { askedText, stoodText, VERSION } from '../words/version-words.ts'
import { goneClaims, type Reading } from './margin.ts'
import { timeTravel } from './time-travel.ts'
import { versionText } from './version-text.ts'

/** A time without seconds, as a form sends it, means the end of that minute, as a date means the end of that day. */
const asked = z.preprocess(
  (given) => (typeof given === 'string' && /T\d\d:\d\d$/.test(given) ? `${given}:59.999` : given),
  time.optional(),
)

/** /a/{slug}/v/{n}; a time leads to the version that stood then. */
export const versionRoute = new Hono<App>()
  .get('/a/:slug/at', mayRead, async (c) => {
    const { slug } = pageParams(c, { slug: z.string() })
    const { at } = pageQuery(c, { at: asked })
    const { store } = c.var
    const version = found(await versionAt(store, slug, at ?? null), slug)
    const number = version.number ?? (await versionRows(store, slug, undefined, 1))[0]?.number
    if (number === undefined) throw new Failure('not_found', `"${slug}" has no version yet.`)
    c.header('Cache-Control', 'no-cache')
    return c.redirect(address.version(version.slug, number, { at }), 302)
  })
  .get('/a/:slug/v/:number', mayRead, async (c) => {
    const { slug, number } = pageParams(c, { slug: z.string(), number: ordinal })
    const { at } = pageQuery(c, { at: asked })
    const cached = await articleUnchanged(c, slug, () => [LOOK])
    if (cached) return cached
    const rows = await c.var.store.batchRead(versionInStoryQueries(c.var.store, slug, number))
    const { article, story, record, text } = versionInStory(rows, slug, number)
    const renamed = renamedPage(c, slug, article.slug)
    if (renamed) return renamed
    if (text === null) return answerGone(c, withheldPage(story(), record, at))
    const early = notModified(c, article.id, article.revision, LOOK)
    return early ?? answerPage(c, versionPage(story(), text(), { at, session: c.var.session }))
  })

/** The versions around one, in the order of time. */
function around({ versions }: LanesJson, number: number) {
  const place = versions.findIndex((version) => version.number === number)
  const isShown = ({ withheld }: LaneVersionJson) => withheld === null
  return {
    here: versions[place],
    older: versions[place - 1],
    newer: versions[place + 1],
    lastShown: versions.slice(0, Math.max(0, place)).findLast(isShown),
    nextShown: versions.slice(place + 1).find(isShown),
  }
}

type Around = ReturnType<typeof around>

interface Reader {
  /** The time that was asked for. */
  readonly at?: string | undefined
  readonly session?: Session | null
}

export function versionPage(story: LanesJson, version: VersionJson, { at, session = null }: Reader = {}): Page {
  const { article, versions } = story
  const { slug, title } = article
  const { number, unsupported, captured_at } = version
  const near = around(story, number)
  const standing = { at: captured_at, until: near.newer?.captured_at ?? null }
  const reading: Reading = {
    slug,
    number,
    grid: gridOf(versions),
    lanes: new Map(lanesIn(story).map((lane) => [lane.number, lane])),
    read: !unsupported,
  }
  const told = askedText(at, standing, near.older === undefined)
  return {
    title: VERSION.title(version.title || STORY.noTitle, number, captured_at),
    about: VERSION.about(number, versions.length, captured_at, version.claims?.length ?? 0),
    here: 'stories',
    path: address.version(slug, number),
    data: [
      jsonLink(version.url),
      csvLink(`/v1/articles/${slug}/claims`, { version: number }),
      ...followStory(slug),
      { label: VERSION.timemap, href: `/v1/articles/${slug}/timemap`, type: 'application/link-format' },
      { label: RECORD.title, href: address.recordOf(slug), type: null },
    ],
    body: html`<p class="kicker"><a href="${address.story(slug)}" dir="auto">${title ?? slug}</a></p>
<p class="stood">${told === null ? NONE : html`<b>${told}</b> `}${VERSION.place(number, versions.length)} ${stoodText(standing)}</p>
${timeTravel(versions, number, slug, at)}
${beforeAndAfter(near, story, slug)}
${unsupported ? html`<p class="not-read">${STORY.notRead}</p>` : LEGEND}
${versionText(version, reading)}
${goneClaims(reading)}
${versionTools(session, { slug, number, withheld: null })}
${theRecord(slug, version)}`,
  }
}

const LEVELS_SHOWN: readonly CertaintyLevel[] = ['certain', 'probable', 'possible']

const LEGEND = html`<p class="text-legend"><span><span class="u q-none u-certain">${VERSION.legend.none}</span></span> <span><span class="u q-indirect u-certain">${VERSION.legend.indirect}</span></span> <span><span class="u q-direct u-certain">${VERSION.legend.direct}</span></span> <span class="meta levels-row">${LEVELS_SHOWN.map((level) => html`<span>${swatch(level)}${LEVELS[level]}</span>`)}</span></p>`

/** The changes to this version and from it. */
function beforeAndAfter(
  { here, older, newer, lastShown, nextShown }: Around,
  { across: all }: LanesJson,
  slug: string,
): Markup {
  if (!here) return NONE
  const name = (version: LaneVersionJson) =>
    html`<a href="${address.version(slug, version.number)}">version ${version.number}</a>`
  const across = (to: LaneVersionJson | undefined, other: LaneVersionJson | undefined) => {
    const hidden = all.find((one) => one.to === to?.number)
    if (!hidden || !other) return NONE
    return html` ${acrossText(hidden)} <a href="${address.compare(slug, hidden.from, hidden.to)}">${VERSION.compareWith(other.number)}</a>`
  }
  const counts = (from: LaneVersionJson, to: LaneVersionJson) =>
    html`${to.technical ? STORY.technical : Object.keys(to.changes).length > 0 ? toldCounts(to) : VERSION.nothing} <a href="${address.compare(slug, from.number, to.number)}">${VERSION.compare}</a>`
  const first = !older
    ? html`<div><dt>${VERSION.first}</dt><dd>${counted(here.changes.introduced ?? 0, 'claim')}</dd></div>`
    : html`<div><dt>${VERSION.changedFrom} ${name(older)}</dt><dd>${older.withheld === null ? counts(older, here) : html`${VERSION.isWithheld}${across(here, lastShown)}`}</dd></div>`
  const last = !newer
    ? NONE
    : html`<div><dt>${VERSION.changedAgain} ${name(newer)}</dt><dd>${newer.withheld === null ? counts(here, newer) : html`${VERSION.isWithheld}${across(nextShown, nextShown)}`}</dd></div>`
  return html`<dl class="before-after">
${first}
${last}
</dl>`
}

const facts = (rows: readonly (readonly [string, Value])[]) =>
  html`<dl class="facts">${rows.map(([term, value]) => html`<div><dt>${term}</dt><dd>${value}</dd></div>\n`)}</dl>`

/** The hash of a version, which leads to its entry in the log. */
const fingerprint = (slug: string, number: number, hash: string): Markup =>
  html`<a href="${address.recordOf(slug)}#v-${number}"><code>${hash.slice(0, 16)}…</code></a>`

function theRecord(slug: string, version: VersionJson): Markup {
  const { number, published_at, modified_at, captured_at, word_count, language, source_url, hash } = version
  const when = (given: string | null, none: string) => (given === null ? none : timeMarkup(given, { year: true }))
  return html`<section class="record" aria-labelledby="record-title"><h2 id="record-title">${VERSION.record}</h2>${facts([
    [VERSION.published, when(published_at, VERSION.notKnown)],
    [VERSION.modified, when(modified_at, VERSION.notSaid)],
    [VERSION.read, when(captured_at, VERSION.notKnown)],
    [VERSION.words, thousands(word_count)],
    ...(language === null || language === 'en' ? [] : [[VERSION.language, language] as const]),
    ...(source_url === null
      ? []
      : [[VERSION.source, html`<a href="${source_url}" rel="nofollow noopener">${new URL(source_url).hostname}</a>`] as const]),
    [VERSION.log, fingerprint(slug, number, hash)],
  ])}
</section>`
}

interface WithheldRecord {
  readonly number: number
  readonly hash: string
  readonly capturedAt: string
  readonly withheld: string | null
}

/** A version that is withheld: all that is known of it is that it was there. */
function withheldPage(story: LanesJson, { number, hash, capturedAt, withheld }: WithheldRecord, at?: string): Page {
  const { article, versions } = story
  const { slug, title } = article
  const near = around(story, number)
  const { lastShown, nextShown } = near
  const told = askedText(at, { at: capturedAt, until: near.newer?.captured_at ?? null }, near.older === undefined)
  return {
    title: VERSION.withheldTitle(number, title ?? slug),
    about: withheld ?? VERSION.withheldHeading,
    here: 'stories',
    path: address.version(slug, number),
    data: [...followStory(slug), { label: RECORD.title, href: address.recordOf(slug), type: null }],
    body: html`<p class="kicker"><a href="${address.story(slug)}" dir="auto">${title ?? slug}</a></p>
<p class="stood">${told === null ? NONE : html`<b>${told}</b> `}${VERSION.place(number, versions.length)} ${VERSION.read} ${timeMarkup(capturedAt, { year: true })}.</p>
${timeTravel(versions, number, slug, at)}
<section class="lonely"><h1>${VERSION.withheldHeading}</h1>
<p class="lede" dir="auto">${withheld}</p>
<p>${VERSION.withheld}</p>
${lastShown && nextShown ? html`<p><a href="${address.compare(slug, lastShown.number, nextShown.number)}">${VERSION.acrossIt(lastShown.number, nextShown.number)}</a></p>` : NONE}
${facts([[VERSION.log, fingerprint(slug, number, hash)]])}</section>`,
  }
}
