/** The note of a list that is filtered by words which do not name exactly one source: which it may be, or that there is none. */
import type { SourceChoice } from '../../http/answers/source-choice.ts'
import { address } from '../addresses.ts'
import { html, type Markup, NONE } from '../markup.ts'
import { FRONT } from '../words/front-words.ts'
import { SOURCES, sourceNotFound, sourcesOffered } from '../words/source-words.ts'

/** `listOf`: the address of the list with another source, or with none. */
export function sourceNote(
  { words, names, more }: NonNullable<SourceChoice['open']>,
  listOf: (source: string | undefined) => string,
): Markup {
  const sources = names.map((name) => html`<li dir="auto"><a href="${listOf(name)}">${name}</a></li>`)
  const all = more ? html` <a href="${address.sources({ q: words })}">${SOURCES.allOffered}</a>` : NONE
  return html`<section class="lonely source-note"><h2 dir="auto">${names.length === 0 ? sourceNotFound(words) : sourcesOffered(words)}</h2>
${names.length === 0 ? html`<p><a href="${address.sources()}">${SOURCES.seeAll}</a></p>` : html`<ul>${sources}</ul>${all}`}
<p><a href="${listOf(undefined)}">${FRONT.anySource}</a></p></section>`
}
