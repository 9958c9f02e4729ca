/** The page of a story: what became of its claims as lanes, and every version. */
import { Hono } from 'hono'
import { z } from 'zod'
import { byWeight } from '../../core/changes/weight.ts'
import { lanesAnswer, lanesQueries } from '../../http/answers/lanes-answer.ts'
import type { App, Session } from '../../http/context.ts'
import type { LanesJson } from '../../http/json/stories/lanes-json.ts'
import { mayRead } from '../../http/request/require-scope.ts'
import { articleUnchanged, notModified } from '../../http/response/conditional.ts'
import { laneQuestion, lanesShape } from '../../http/routes/stories/lanes.ts'
import { counted } from '../../http/words/counts.ts'
import { KIND_WORDS } from '../../http/words/kinds-in-words.ts'
import { spanText, timeText } from '../../http/words/times.ts'
import { address } from '../addresses.ts'
import { gapTable } from '../captures/capture-table.ts'
import { aliasTool, storyTools } from '../editing/tools.ts'
import { fingerprint } from '../figures/fingerprint.ts'
import { gridOf, lanesIn, MOST_NAMED } from '../figures/grid.ts'
import { laneTable } from '../figures/lane-table.ts'
import { lanesFigure } from '../figures/lanes.ts'
import { legend } from '../figures/legend.ts'
import { answerPage, LOOK, pageParams, pageQuery, renamedPage } from '../frame/answer-page.ts'
import { csvLink, type DataLink, followStory, jsonLink } from '../frame/data-links.ts'
import type { Page } from '../frame/layout.ts'
import { html, joined, type Markup, NONE, raw } from '../markup.ts'
import { timeForm } from '../version/time-travel.ts'
import { CHECKS, coverageText, WATCHES } from '../words/capture-words.ts'
import { LANES } from '../words/figure-words.ts'
import { FRAME } from '../words/frame-words.ts'
import { RECORD } from '../words/record-words.ts'
import { STORY, storyVerdict } from '../words/story-words.ts'
import { timeMarkup } from '../words/times.ts'
import { versionList } from './version-list.ts'

type Query = z.infer<z.ZodObject<typeof lanesShape>>

/** /a/{slug}. */
export const storyRoute = new Hono<App>().get('/a/:slug', mayRead, async (c) => {
  const { slug } = pageParams(c, { slug: z.string() })
  const query = pageQuery(c, lanesShape)
  const question = laneQuestion(query)
  const cached = await articleUnchanged(c, slug, ({ coverage }) => [coverage, LOOK])
  if (cached) return cached
  const rows = await c.var.store.batchRead(lanesQueries(c.var.store, slug))
  const { article, aliasOf, parts, json } = lanesAnswer(rows, slug, question)
  // A range names versions by the numbers that an alias gave them.
  const leadsTo = isWhole(query) ? (aliasOf ?? article.slug) : article.slug
  const early = renamedPage(c, slug, leadsTo) ?? notModified(c, article.id, article.revision, ...parts, LOOK)
  return early ?? answerPage(c, storyPage(json(), query, c.var.session))
})

/** Whether it is about all versions. */
const isWhole = ({ from, to }: Query): boolean => from === undefined && to === undefined

/** From how many characters on a headline takes the smaller size. */
export const LONG_TITLE = 110

function storyPage(story: LanesJson, query: Query, session: Session | null = null): Page {
  const { article, versions, claims } = story
  const { slug } = article
  const shown = versions.filter(({ withheld }) => withheld === null)
  const headline = shown.at(-1)?.title || article.title || STORY.noTitle
  const verdict = storyVerdict(story, isWhole(query) ? address.changesOf(slug, { disclosed: false }) : null)
  return {
    title: STORY.title(headline),
    about: verdict,
    here: 'stories',
    wide: true,
    path: address.story(slug),
    embeddable: true,
    data: dataLinks(slug, query),
    body: html`<header class="story-head">
<div>
${article.publication === null ? NONE : html`<p class="kicker" dir="auto">${article.publication}</p>`}
<h1${headline.length > LONG_TITLE ? raw(' class="long"') : NONE} dir="auto">${headline}</h1>
${earlierTitles(shown, headline)}
<p class="lede">${verdict}</p>
${shown.some(({ unsupported }) => unsupported) ? html`<p>${STORY.notRead}</p>` : NONE}
${factsLine(story)}
${aliasLine(article, session)}
${versions.length === 0 ? NONE : timeForm(slug, STORY.textAt, versions.at(-1)?.captured_at)}
${storyTools(session, slug)}
</div>
${claims.length === 0 ? NONE : html`<figure class="whole"><figcaption>${STORY.whole(claims.length, story.totals.claims)}</figcaption>${fingerprint(lanesIn(story), gridOf(versions), claims.length > 100 ? 1.6 : 3)}</figure>`}
</header>
${versions.length === 0 ? NONE : lanesSection(story, query)}
<div class="story-foot">${versionList(story, session)}
${coverageBox(story, session)}</div>`,
  }
}

function dataLinks(slug: string, { kind, ...query }: Query): DataLink[] {
  const kinds = kind?.join()
  return [
    jsonLink(`/v1/articles/${slug}/lanes`, { ...query, kind: kinds }),
    csvLink(`/v1/articles/${slug}/changes`, { kind: kinds }),
    ...followStory(slug),
    { label: RECORD.title, href: address.recordOf(slug), type: null },
  ]
}

/** The most earlier titles below the headline; the list of versions has them all. */
const MOST_TITLES = 3

function earlierTitles(versions: LanesJson['versions'], headline: string): Markup {
  const titles = [...new Set(versions.flatMap(({ title }) => title || []))].filter((title) => title !== headline)
  if (titles.length === 0) return NONE
  const cited = joined(
    titles
      .slice(-MOST_TITLES)
      .toReversed()
      .map((title) => html`<cite dir="auto">${title}</cite>`),
    '; ',
  )
  return html`<p class="was-called">${STORY.earlier}: ${cited}${titles.length > MOST_TITLES ? `; ${STORY.moreTitles(titles.length - MOST_TITLES)}` : NONE}</p>`
}

/** How many versions, of when, and what to do with them. */
function factsLine({ article, versions }: LanesJson): Markup {
  const shown = versions.filter(({ withheld }) => withheld === null)
  const [first, latest] = [shown[0], shown.at(-1)]
  const [begins, ends] = [versions[0], versions.at(-1)]
  if (!begins || !ends) return NONE
  const original = article.urls[0]?.url
  const links = [
    latest && html`<a href="${address.version(article.slug, latest.number)}">${STORY.readText}</a>`,
    first &&
      latest &&
      first !== latest &&
      html`<a href="${address.compare(article.slug, first.number, latest.number)}">${STORY.firstAndLatest}</a>`,
    versions.length > 1 && html`<a href="${address.changesOf(article.slug)}">${STORY.changes}</a>`,
    original && html`<a href="${original}" rel="nofollow noopener">${STORY.original}</a>`,
  ].filter((one) => !!one)
  const span = spanText(begins.captured_at, ends.captured_at, { year: true })
  return html`<p class="meta">${joined([`${counted(versions.length, 'version')}, ${span} (UTC)`, ...links], ' · ')}</p>`
}

/** The stories that were found to be this one, each with the lanes of its own versions. */
function aliasLine({ aliases }: LanesJson['article'], session: Session | null): Markup {
  if (aliases.length === 0) return NONE
  const links = aliases.map(
    ({ slug, since }) =>
      html`<a href="${address.story(slug, { from: 1 })}">${slug}</a> (${STORY.aliasSince} ${timeMarkup(since)})${aliasTool(session, slug)}`,
  )
  return html`<p class="meta">${STORY.aliases} ${joined(links, ' · ')}</p>`
}

function lanesSection(story: LanesJson, query: Query): Markup {
  const { article, versions } = story
  const { slug } = article
  const grid = gridOf(versions, story.totals)
  const lanes = lanesIn(story)
  return html`<section aria-labelledby="lanes-title">
<div class="lanes-intro"><h2 id="lanes-title">${STORY.lanes}</h2>${orders(slug, query)}</div>
<p class="how">${STORY.how} <a href="${address.guide()}">${FRAME.howToRead}</a></p>
${legend({ lanes, changes: story.changes, grid, addressOf: (kind) => address.story(slug, { from: query.from, to: query.to, kind, sort: query.sort }) })}
${chosenKind(story, query)}
${rangeForm(story, query)}
${lanes.length === 0 ? NONE : lanesFigure(lanes, grid, { slug, titleId: 'lanes-title', gaps: story.coverage.gaps })}
${story.changes.length === 0 ? NONE : html`<details class="as-table"><summary>${LANES.asTable}</summary><div class="scroller" tabindex="0" role="region" aria-label="${LANES.tableRegion}">${laneTable(lanes, grid, slug)}</div></details>`}
</section>`
}

function orders(slug: string, query: Query): Markup {
  const { sort = 'text', from, to } = query
  const choices = Object.entries(STORY.orders).map(([name, words]) =>
    name === sort
      ? html`<b>${words}</b>`
      : html`<a href="${address.story(slug, { from, to, kind: query.kind?.join(), sort: name === 'text' ? undefined : name })}">${words}</a>`,
  )
  return html`<p class="sorts">${STORY.order}: ${joined(choices, ' · ')}</p>`
}

/** Which kind was chosen, and the way back. */
function chosenKind({ article: { slug }, claims, totals }: LanesJson, { kind, from, to, sort }: Query): Markup {
  if (!kind) return NONE
  const label = byWeight(kind)
    .map((one) => KIND_WORDS[one].label)
    .join(', ')
  const words = claims.length === 0 ? STORY.noneOfKind(label) : STORY.onlyKind(label, claims.length, totals.claims)
  return html`<p class="chosen"><b>${words}</b> <a href="${address.story(slug, { from, to, sort })}">${STORY.showAll}</a></p>`
}

/** Which versions the lanes show. Where all of them have words beside their marks there is nothing to choose. */
function rangeForm({ article, versions }: LanesJson, query: Query): Markup {
  if (article.version_count <= MOST_NAMED && isWhole(query)) return NONE
  const [first, last] = [versions[0], versions.at(-1)]
  const field = (name: string, label: string, value: number | undefined) =>
    html`<label for="r-${name}">${label}</label> <input id="r-${name}" name="${name}" type="number" min="1" max="${article.version_count}" value="${value}">`
  const kept = Object.entries({ kind: query.kind?.join(), sort: query.sort }).flatMap(([name, value]) =>
    value === undefined ? [] : [html`<input type="hidden" name="${name}" value="${value}">`],
  )
  const whole = isWhole(query)
  return html`<form class="range" action="${address.story(article.slug)}">${kept}${field('from', STORY.range, first?.number)} ${field('to', STORY.rangeTo, last?.number)} <button>${STORY.rangeButton}</button>${whole ? NONE : html` <a href="${address.story(article.slug, { kind: query.kind?.join(), sort: query.sort })}">${STORY.showAll}</a>`}</form>`
}

/** How well the story is watched, and the gaps in which nobody could read it. */
function coverageBox({ article, coverage }: LanesJson, session: Session | null): Markup {
  const { slug, version_count: count } = article
  const seen = coverage.last_check && timeText(coverage.last_check, { year: true })
  const text = coverage.watches === 0 ? html`${STORY.handedIn(count, seen)}` : coverageText(coverage)
  const mayWatch = session?.caller.scopes.includes('capture:write')
  const links = [
    ...(coverage.watches > 0 || coverage.gaps.length > 0
      ? [html`<a href="${address.checksOf(slug, { all: 'true' })}">${CHECKS.all}</a>`]
      : []),
    ...(mayWatch ? [html`<a href="${address.watches({ url: article.urls[0]?.url })}#add">${WATCHES.add}</a>`] : []),
  ]
  return html`<section class="coverage-box" aria-labelledby="coverage-title"><h2 id="coverage-title">${STORY.checked}</h2><p>${text}</p>${gapTable(coverage.gaps)}${links.length === 0 ? NONE : html`<p>${joined(links, ' · ')}</p>`}</section>`
}
