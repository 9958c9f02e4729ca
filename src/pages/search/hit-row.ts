/** A hit of a search: its words, its story, since when it stood, whether it is gone, and its claims. */
import type { HitJson } from '../../http/json/stories/hit-json.ts'
import { shortened } from '../../http/words/counts.ts'
import { address } from '../addresses.ts'
import { html, joined, type Markup, type Value } from '../markup.ts'
import { SEARCH } from '../words/search-words.ts'
import { STORY } from '../words/story-words.ts'
import { timeMarkup } from '../words/times.ts'

/** The words that were searched for are marked. */
function marked({ text, marks }: HitJson['snippet']): Value[] {
  let at = 0
  const parts = marks.flatMap(([start, end]): Value[] => {
    const before = text.slice(at, start)
    at = end
    return [before, html`<mark>${text.slice(start, end)}</mark>`]
  })
  return [...parts, text.slice(at)]
}

export function hitRow({ article, story, publication, headline, snippet, introduced, removed, claims }: HitJson): Markup {
  const at = ({ version, captured_at }: HitJson['introduced']) =>
    html`<a href="${address.version(article, version)}">${SEARCH.version(version)}</a>, ${timeMarkup(captured_at, { short: true, year: true })}`
  const labels = claims.map(
    ({ label, number }) => html`<a href="${address.claim(article, number)}" dir="auto">${shortened(label, 90)}</a>`,
  )
  const facts = [
    html`<a href="${address.story(article)}" dir="auto">${shortened(story || STORY.noTitle, 120)}</a>`,
    publication !== null && html`<span dir="auto">${publication}</span>`,
    headline && SEARCH.headline,
    html`${SEARCH.since} ${at(introduced)}`,
    removed ? html`<b>${SEARCH.gone}</b> ${SEARCH.goneIn} ${at(removed)}` : SEARCH.stillThere,
    labels.length > 0 && html`${joined(labels)}`,
  ]
  return html`<li><p class="wording" dir="auto">${marked(snippet)}</p>
<p class="meta">${joined(
    facts.filter((fact) => fact !== false),
    ' · ',
  )}</p></li>
`
}
