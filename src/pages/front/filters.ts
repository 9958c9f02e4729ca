/** The choices of the front page: disclosed or not, what happened, where, who says it, since when. */
import type { StoriesQuery } from '../../http/answers/stories-answer.ts'
import type { StoryJson } from '../../http/json/stories/stories-json.ts'
import { FAMILIES, type Family, KIND_WORDS, kindsOfFamily } from '../../http/words/kinds-in-words.ts'
import { isoDay } from '../../http/words/times.ts'
import { address } from '../addresses.ts'
import { html, type Markup, NONE, raw } from '../markup.ts'
import { chosenText, FRONT, isSilent, tabCount } from '../words/front-words.ts'

export type FrontQuery = StoriesQuery

export const hasFilter = ({ kind, publication, source, since, acknowledged }: FrontQuery): boolean =>
  [kind, publication, source, since, acknowledged].some((one) => one !== undefined)

/** Whether stories are chosen by their changes: a row then shows several of them. */
export const choosesChanges = ({ kind, source, acknowledged }: FrontQuery): boolean =>
  kind !== undefined || source !== undefined || acknowledged !== undefined

const fieldsOf = ({ kind, publication, source, since, acknowledged }: FrontQuery) => ({
  kind: kind?.join(),
  publication,
  source,
  since: since && isoDay(since),
  acknowledged,
})

/** How many stories each tab has. */
export interface TabCounts {
  readonly all: number
  readonly silent: number
  readonly said: number
}

/** The counts, where all stories are at hand. */
export const countsOfTabs = (stories: readonly StoryJson[]): TabCounts => ({
  all: stories.length,
  silent: stories.filter(isSilent).length,
  said: stories.filter(({ disclosed }) => disclosed > 0).length,
})

/** The question of the morning as tabs; null: nobody counted the stories. */
export function tabs(query: FrontQuery, counts: TabCounts | null): Markup {
  const choices = [
    [FRONT.all, undefined, counts?.all],
    [FRONT.silent, false, counts?.silent],
    [FRONT.said, true, counts?.said],
  ] as const
  return html`<nav class="tabs" aria-label="${FRONT.tabs}">${choices.map(([name, acknowledged, count]) => {
    const here = query.acknowledged === acknowledged ? raw(' aria-current="page"') : NONE
    return html`<a href="${address.front({ ...fieldsOf(query), acknowledged })}"${here}>${name}${count === undefined ? NONE : html` <span>${tabCount(count)}</span>`}</a>`
  })}</nav>`
}

const selected = (is: boolean) => (is ? raw(' selected') : NONE)

export function filterForm(query: FrontQuery, publications: readonly string[]): Markup {
  const { acknowledged, publication, source, since } = query
  const groups = (Object.keys(FAMILIES) as Family[]).map(
    (family) =>
      html`<optgroup label="${FAMILIES[family]}">${kindsOfFamily(family).map(
        (kind) =>
          html`<option value="${kind}"${selected(query.kind?.includes(kind) === true)}>${KIND_WORDS[kind].label}</option>`,
      )}</optgroup>`,
  )
  const names = publications.map((name) => html`<option value="${name}"${selected(name === publication)}>${name}</option>`)
  return html`<form class="filters" action="${address.front()}">${acknowledged === undefined ? NONE : html`<input type="hidden" name="acknowledged" value="${String(acknowledged)}">`}
<div><label for="f-kind">${FRONT.kind}</label><select id="f-kind" name="kind"><option value="">${FRONT.anyKind}</option>${groups}</select></div>
<div><label for="f-publication">${FRONT.publication}</label><select id="f-publication" name="publication"><option value="">${FRONT.anyPublication}</option>${names}</select></div>
<div><label for="f-source">${FRONT.source}</label><input id="f-source" name="source" value="${source}" placeholder="${FRONT.sourceHint}"></div>
<div><label for="f-since">${FRONT.since}</label><input id="f-since" name="since" type="date" value="${since && isoDay(since)}"></div>
<button>${FRONT.show}</button>
</form>`
}

/** The filters that are set and how many stories fit, with the way back. */
export const chosenNote = (query: FrontQuery, count: number, more: boolean): Markup =>
  html`<p class="chosen" dir="auto"><b>${chosenText(count, more, query)}</b> <a href="${address.front()}">${FRONT.showAll}</a></p>`

export function none(query: FrontQuery): Markup {
  const also =
    query.acknowledged === false
      ? html` · <a href="${address.front({ ...fieldsOf(query), acknowledged: undefined })}">${FRONT.alsoDisclosed}</a>`
      : NONE
  return html`<section class="lonely"><h2>${FRONT.noneTitle}</h2><p dir="auto">${chosenText(0, false, query)} ${FRONT.none}</p><p><a href="${address.front()}">${FRONT.showAll}</a>${also}</p></section>`
}
