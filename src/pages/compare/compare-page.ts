/** Two versions of a story beside each other, and what became of each claim between them. */
import { Hono } from 'hono'
import { z } from 'zod'
import { compareInStory, compareInStoryQueries } from '../../http/answers/compare-answer.ts'
import type { App } from '../../http/context.ts'
import type { ComparisonJson } from '../../http/json/stories/comparison-json.ts'
import type { LaneVersionJson } from '../../http/json/stories/lanes-json.ts'
import { mayRead } from '../../http/request/require-scope.ts'
import { ordinal } from '../../http/request/values.ts'
import { articleUnchanged, notModified } from '../../http/response/conditional.ts'
import { versionRange } from '../../http/routes/compare.ts'
import { summaryParts } from '../../http/words/kinds-in-words.ts'
import { timeText } from '../../http/words/times.ts'
import type { ArticleView } from '../../store/read/articles.ts'
import { address } from '../addresses.ts'
import { countedChanges } from '../figures/counted-changes.ts'
import { toldCounts } from '../figures/wording.ts'
import { answerPage, LOOK, pageParams, pageQuery, renamedPage } from '../frame/answer-page.ts'
import { csvLink, followStory, jsonLink } from '../frame/data-links.ts'
import type { Page } from '../frame/layout.ts'
import { html, joined, type Markup, NONE, raw } from '../markup.ts'
import { COMPARE } from '../words/compare-words.ts'
import { versionName } from '../words/figure-words.ts'
import { STORY } from '../words/story-words.ts'
import { timeMarkup } from '../words/times.ts'
import { isNew, type Noted } from './change-note.ts'
import { comparedRows } from './compare-rows.ts'

const viewShape = { view: z.enum(['inline', 'sides']).optional() }

/** /a/{slug}/compare/{a}..{b}, which leads to the order of time; the form with two numbers leads there. */
export const compareRoute = new Hono<App>()
  .get('/a/:slug/compare', mayRead, (c) => {
    const { slug } = pageParams(c, { slug: z.string() })
    const { a, b, view } = pageQuery(c, { a: ordinal, b: ordinal, ...viewShape })
    c.header('Cache-Control', 'no-cache')
    return c.redirect(address.compare(slug, a, b, { view }), 302)
  })
  .get('/a/:slug/compare/:range', mayRead, async (c) => {
    const { slug, range } = pageParams(c, { slug: z.string(), range: versionRange })
    const { view } = pageQuery(c, viewShape)
    const cached = await articleUnchanged(c, slug, () => [LOOK])
    if (cached) return cached
    const rows = await c.var.store.batchRead(compareInStoryQueries(c.var.store, slug, ...range))
    const { article, versions, json } = compareInStory(rows, slug, ...range)
    const renamed = renamedPage(c, slug, article.slug)
    if (renamed) return renamed
    const columns = versions()
    const [first, last] = range.map((version) => columns.findIndex(({ number }) => number === version))
    // Against the order of time nothing was dropped, and nobody could have disclosed it.
    if (first !== undefined && last !== undefined && first > last) {
      c.header('Cache-Control', 'no-cache')
      return c.redirect(address.compare(slug, range[1], range[0], { view }), 302)
    }
    const early = notModified(c, article.id, article.revision, LOOK)
    return early ?? answerPage(c, comparePage({ article, versions: columns, comparison: json(), inline: view === 'inline' }))
  })

export interface Compared {
  readonly article: Pick<ArticleView, 'slug' | 'title'>
  readonly versions: readonly LaneVersionJson[]
  readonly comparison: ComparisonJson
  readonly inline: boolean
}

function comparePage({ article, versions, comparison, inline }: Compared): Page {
  const { slug, title } = article
  const { from, to, changes, claims, rows } = comparison
  const names = namedChanges(comparison)
  const first = rows.flatMap((row) => row.changes.flatMap((i) => names[i] ?? []))
  const start = first.find(({ change }) => !isNew(change)) ?? first[0]
  const lede = html`${summary(comparison)} ${readOtherwise(versions, from.number, to.number)}`
  const json = `/v1/articles/${slug}/compare/${from.number}..${to.number}`
  return {
    title: COMPARE.title(from.number, to.number, title ?? slug),
    about: `${COMPARE.heading(from.number, to.number)}: ${plainSummary(comparison)}`,
    here: 'stories',
    wide: true,
    path: address.compare(slug, from.number, to.number),
    data: [
      jsonLink(json),
      csvLink(`/v1/articles/${slug}/changes`, { from: from.number, to: to.number }),
      ...followStory(slug),
      { label: COMPARE.unified, href: `${json}?format=unified`, type: 'text/plain' },
    ],
    body: html`<p class="kicker"><a href="${address.story(slug)}" dir="auto">${title ?? slug}</a></p>
<h1 class="title">${COMPARE.heading(from.number, to.number)}</h1>
<p class="lede">${lede}</p>
${tools({ article, versions, comparison, inline }, start?.id ?? null)}
<section class="cmp${inline ? ' inline' : ''}" aria-label="${COMPARE.texts}">
<div class="cmp-head">${inline ? html`<p class="new">${side(from)} → ${side(to)}</p>` : html`<p class="old">${side(from)}</p><span class="gutter"></span><p class="new">${side(to)}</p>`}<p class="said-of">${changes.length > 0 ? COMPARE.claims : NONE}</p></div>
${bylines(comparison, inline)}${comparedRows({
  comparison,
  noted: names,
  claims: new Map(claims.map((claim) => [claim.number, claim])),
  inline,
})}</section>`,
  }
}

const side = ({ number, captured_at }: ComparisonJson['from']): Markup =>
  html`${versionName(number)}, ${timeMarkup(captured_at)}`

/** That versions on the way from one to the other are no edits; '' where all are. */
function readOtherwise(versions: readonly LaneVersionJson[], from: number, to: number): string {
  const [first, last] = [from, to].map((version) => versions.findIndex(({ number }) => number === version))
  const between = versions.slice((first ?? 0) + 1, (last ?? 0) + 1).filter(({ technical }) => technical)
  if (between.length === 0) return ''
  return between.length === (last ?? 0) - (first ?? 0)
    ? STORY.technical
    : COMPARE.technical(between.map(({ number }) => number))
}

function summary(comparison: ComparisonJson): Markup {
  const counts = countedChanges(comparison.changes)
  if (Object.keys(counts.changes).length > 0) return toldCounts(counts)
  return html`${plainSummary(comparison)}`
}

/** The same without marks. */
function plainSummary({ changes, rows }: ComparisonJson): string {
  const parts = summaryParts(countedChanges(changes).changes).map(({ text }) => text)
  if (parts.length > 0) return `${parts.join(', ')}.`
  return rows.every(({ kind }) => kind === 'equal') ? COMPARE.same : COMPARE.noClaims
}

/** The changes by index, with their names in addresses and the ways from one to the next in the order of the rows. */
function namedChanges({ changes, rows }: ComparisonJson): (Noted | undefined)[] {
  const id = (i: number) => `change-${changes[i]?.id ?? `n${i + 1}`}`
  const stops = rows.flatMap((row) => row.changes).filter((i) => changes[i] && !isNew(changes[i]))
  const place = new Map(stops.map((i, n) => [i, n]))
  const stop = (n: number): string | null => {
    const i = stops[n]
    return i === undefined ? null : id(i)
  }
  return changes.map((change, i) => {
    const n = place.get(i)
    return { change, id: id(i), previous: n === undefined ? null : stop(n - 1), next: n === undefined ? null : stop(n + 1) }
  })
}

/** The choice of two versions, the steps to the pairs around these, and the two views. */
function tools({ article: { slug }, versions, comparison: { from, to }, inline }: Compared, first: string | null): Markup {
  const view = inline ? 'inline' : undefined
  const shown = versions.filter(({ withheld }) => withheld === null)
  const index = (number: number) => shown.findIndex((version) => version.number === number)
  const step = (i: number, words: (a: number, b: number) => string) => {
    const [a, b] = [shown[i], shown[i + 1]]
    return a && b
      ? [html`<a href="${address.compare(slug, a.number, b.number, { view })}">${words(a.number, b.number)}</a>`]
      : []
  }
  const earliest = Math.min(index(from.number), index(to.number))
  const latest = Math.max(index(from.number), index(to.number))
  const steps = [...step(earliest - 1, COMPARE.earlier), ...step(latest, COMPARE.later)]
  const here = (other: 'inline' | undefined, words: string) =>
    other === view
      ? html`<b>${words}</b>`
      : html`<a href="${address.compare(slug, from.number, to.number, { view: other })}">${words}</a>`
  return html`<div class="cmp-tools"><form action="${address.compareChosen(slug)}">${picker('a', COMPARE.from, from.number, versions)} ${picker('b', COMPARE.to, to.number, versions)}${inline ? html`<input type="hidden" name="view" value="inline">` : NONE} <button>${COMPARE.choose}</button></form>
<p>${joined([...steps, html`<a href="${address.changesOf(slug)}">${STORY.changes}</a>`], ' ')}</p>
<p>${here(undefined, COMPARE.sides)} ${here('inline', COMPARE.inline)}${first === null ? NONE : html` <a href="#${first}">${COMPARE.first}</a>`}</p></div>`
}

function picker(name: string, label: string, chosen: number, versions: readonly LaneVersionJson[]): Markup {
  const options = versions.map(({ number, captured_at, withheld }) => {
    const state = number === chosen ? raw(' selected') : withheld === null ? NONE : raw(' disabled')
    return html`<option value="${number}"${state}>${number}, ${withheld === null ? timeText(captured_at, { short: true }) : COMPARE.withheld}</option>`
  })
  return html`<span><label for="v-${name}">${label}</label> <select id="v-${name}" name="${name}">${options}</select></span>`
}

/** The two bylines, where they differ. */
function bylines({ from, to }: ComparisonJson, inline: boolean): Markup {
  if (from.byline === to.byline) return NONE
  const [before, after] = [from, to].map(({ byline }) => html`${COMPARE.byline}: ${byline ?? COMPARE.none}`)
  return inline
    ? html`<div class="cmp-row of-byline"><div class="new" dir="auto"><del>${before}</del> ${after}</div><div class="said-of"></div></div>
`
    : html`<div class="cmp-row of-byline"><div class="old" dir="auto">${before}</div><span class="gutter" aria-hidden="true"></span><div class="new" dir="auto">${after}</div><div class="said-of"></div></div>
`
}
