/** The rows of a list of changes: under their days, what happened, in which words, and whether the article said so. */
import { byWeight } from '../../core/changes/weight.ts'
import { type ChangeJson, disclosure, isDisclosed, labelsOf } from '../../http/words/change-in-words.ts'
import { shortened } from '../../http/words/counts.ts'
import { labelOf } from '../../http/words/kinds-in-words.ts'
import { clock, dayOf, isoDay, weekday } from '../../http/words/times.ts'
import { address } from '../addresses.ts'
import { mark } from '../figures/marks.ts'
import { noteQuote } from '../figures/note-quote.ts'
import { claimLink } from '../figures/trail.ts'
import { excerpt } from '../figures/wording.ts'
import { html, joined, type Markup, NONE } from '../markup.ts'
import { changeSentences } from '../words/change-in-words.ts'
import { CHANGES } from '../words/changes-words.ts'
import { STORY } from '../words/story-words.ts'

/** The words around what changed, in characters, and the most that a row tells of a claim. */
const ROOM = 160
const LONGEST_LABEL = 110

/** The changes under the days of their versions. `titles`: of the stories, by slug; null: all are of one story, which the page names. */
export function changeDays(changes: readonly ChangeJson[], titles: ReadonlyMap<string, string | null> | null): Markup[] {
  const days = Map.groupBy(changes, ({ to }) => isoDay(to.captured_at))
  return [...days].map(
    ([day, list]) => html`<h2 class="day">${weekday(day)}, ${dayOf(day, { year: true })}</h2>
<ol class="rows">${list.map((change) => row(change, titles))}</ol>`,
  )
}

function row(change: ChangeJson, titles: ReadonlyMap<string, string | null> | null): Markup {
  const { article: slug, to } = change
  const says = disclosure(change)
  const story =
    titles && html`<a href="${address.story(slug)}" dir="auto">${shortened(titles.get(slug) ?? STORY.noTitle, 110)}</a>`
  return html`<li class="row change-row" id="change-${change.id}">
<p class="row-time"><a href="${address.version(slug, to.number)}"><time datetime="${to.captured_at}">${clock(to.captured_at)}</time></a></p>
<div class="row-main">
<p class="row-told">${byWeight(change.kinds).map((kind) => mark(kind, isDisclosed(change)))}${whatHappened(change)}${says === null ? NONE : html` <span class="${change.acknowledged ? 'noted' : 'silent'}">${says}</span>`}</p>
<p class="wording" dir="auto">${excerpt(change, ROOM)}</p>
${noteQuote(change)}<p class="meta">${joined([...(story ? [story] : []), whichVersions(change), ...claims(change)], ' · ')}</p>
</div>
</li>
`
}

const whatHappened = (change: ChangeJson): Markup =>
  change.kinds.join() === 'introduced'
    ? html`${labelOf('introduced')}.`
    : html`${joined(changeSentences(change, null, claimLink(change.article), false), ' ')}`

function whichVersions(change: ChangeJson): Markup {
  const { article: slug, from, to } = change
  const words = from === null ? CHANGES.first(to.number) : CHANGES.sideBySide(from.number, to.number)
  return html`<a href="${address.change({ ...change, slug })}">${words}</a>`
}

/** The claims of the change, each as it is called last. */
function claims(change: ChangeJson): Markup[] {
  const { article: slug, claims: numbers } = change
  const labels = labelsOf([change])
  const links = numbers.map(
    (number) =>
      html`<q><a href="${address.claim(slug, number)}" dir="auto">${shortened(labels.get(number) ?? String(number), LONGEST_LABEL)}</a></q>`,
  )
  return links.length === 0 ? [] : [html`${CHANGES.claims(links.length)} ${joined(links, ', ')}`]
}
