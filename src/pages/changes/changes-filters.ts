/** The choices of a list of changes: disclosed or not, what happened, where, who says it, and when. */
import type { ChangesPageQuery } from '../../http/answers/latest-changes-answer.ts'
import { FAMILIES, type Family, KIND_WORDS, kindsOfFamily } from '../../http/words/kinds-in-words.ts'
import { isoDay } from '../../http/words/times.ts'
import { MOST_COUNTED_CHANGES } from '../../store/read/stories/latest-changes.ts'
import { html, joined, type Markup, NONE, raw } from '../markup.ts'
import { CHANGES, changesCount, chosenChanges } from '../words/changes-words.ts'
import { FRONT } from '../words/front-words.ts'

export type ChangesQuery = ChangesPageQuery

/** The address of the list with other choices. */
export type ListAddress = (query: Readonly<Record<string, string | number | boolean | null | undefined>>) => string

/** The choices as fields of an address. */
export const fieldsOf = ({ kind, publication, source, disclosed, from, to, first_versions, added }: ChangesQuery) => ({
  kind: kind?.join(),
  publication,
  source,
  disclosed,
  from: from && shortest(from, 'T00:00:00.000Z'),
  to: to && shortest(to, 'T23:59:59.999Z'),
  first_versions: first_versions || undefined,
  added: added || undefined,
})

/** A time that bounds a day as that day. */
const shortest = (time: string, bound: string) => (time.endsWith(bound) ? isoDay(time) : time)

const isChosen = (query: ChangesQuery): boolean => Object.values(fieldsOf(query)).some((one) => one !== undefined)

export function changesTabs(query: ChangesQuery, list: ListAddress): Markup {
  const choices = [
    [CHANGES.all, undefined],
    [CHANGES.silent, false],
    [CHANGES.said, true],
  ] as const
  return html`<nav class="tabs" aria-label="${CHANGES.tabs}">${choices.map(([name, disclosed]) => {
    const here = query.disclosed === disclosed ? raw(' aria-current="page"') : NONE
    return html`<a href="${list({ ...fieldsOf(query), disclosed })}"${here}>${name}</a>`
  })}</nav>`
}

/** `publications`: the names to choose from; null: the list is of one story. */
export function changesForm(query: ChangesQuery, list: ListAddress, publications: readonly string[] | null): Markup {
  const { disclosed, publication, source, from, to } = query
  const names = publications?.map(
    (name) => html`<option value="${name}"${name === publication ? raw(' selected') : NONE}>${name}</option>`,
  )
  const day = (name: string, label: string, value: string | undefined) =>
    html`<div><label for="f-${name}">${label}</label><input id="f-${name}" name="${name}" type="date" value="${value && isoDay(value)}"></div>`
  return html`<form class="filters" action="${list({})}">${disclosed === undefined ? NONE : html`<input type="hidden" name="disclosed" value="${String(disclosed)}">`}${query.first_versions ? html`<input type="hidden" name="first_versions" value="true">` : NONE}${query.added ? html`<input type="hidden" name="added" value="true">` : NONE}
${kindsChoice(query)}
${names ? html`<div><label for="f-publication">${FRONT.publication}</label><select id="f-publication" name="publication"><option value="">${FRONT.anyPublication}</option>${names}</select></div>` : NONE}
<div><label for="f-source">${FRONT.source}</label><input id="f-source" name="source" value="${source}" placeholder="${FRONT.sourceHint}"></div>
${day('from', CHANGES.from, from)}
${day('to', CHANGES.to, to)}
<button>${FRONT.show}</button>
</form>`
}

/** Several kinds may be chosen. */
function kindsChoice({ kind: chosen = [] }: ChangesQuery): Markup {
  const families = (Object.keys(FAMILIES) as Family[]).map(
    (family) =>
      html`<fieldset><legend>${FAMILIES[family]}</legend>${joined(
        kindsOfFamily(family).map(
          (kind) =>
            html`<label><input type="checkbox" name="kind" value="${kind}"${chosen.includes(kind) ? raw(' checked') : NONE}> ${KIND_WORDS[kind].label}</label>`,
        ),
        ' ',
      )}</fieldset>\n`,
  )
  return html`<details class="kinds-choice"${chosen.length > 0 ? raw(' open') : NONE}><summary>${CHANGES.kinds}</summary>
<div>${families}</div></details>`
}

/** The choice, with the way back; nothing where all is shown. */
export function chosenNote(query: ChangesQuery, list: ListAddress): Markup {
  const chosen = chosenChanges(query)
  if (chosen === null) return NONE
  return html`<p class="chosen" dir="auto"><b>${chosen}</b> <a href="${list({ disclosed: query.disclosed })}">${FRONT.showAll}</a></p>`
}

/** How many changes the list has, and the way to added claims where it leaves them out, or back. */
export function countNote(query: ChangesQuery, list: ListAddress, count: number): Markup {
  const also = query.added
    ? html` <a href="${list({ ...fieldsOf(query), added: undefined })}">${CHANGES.withoutAdded}</a>`
    : query.kind === undefined && query.disclosed === undefined && !query.first_versions
      ? html` <a href="${list({ ...fieldsOf(query), added: true })}">${CHANGES.alsoAdded}</a>`
      : NONE
  return html`<p class="coverage">${changesCount(count, MOST_COUNTED_CHANGES)}${also}</p>`
}

export function noChange(query: ChangesQuery, list: ListAddress): Markup {
  if (!isChosen(query)) return html`<p>${CHANGES.nothing}</p>`
  return html`<section class="lonely"><h2>${CHANGES.noneTitle}</h2><p>${CHANGES.none}</p><p><a href="${list({})}">${FRONT.showAll}</a></p></section>`
}
