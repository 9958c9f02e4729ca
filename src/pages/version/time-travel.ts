/** The versions of a story as a strip: the one that is shown filled, the ones before and after it, and a time to go to. */
import type { LaneVersionJson } from '../../http/json/stories/lanes-json.ts'
import { timeText } from '../../http/words/times.ts'
import { address } from '../addresses.ts'
import { html, type Markup, NONE, raw } from '../markup.ts'
import { versionName } from '../words/figure-words.ts'
import { VERSION } from '../words/version-words.ts'

/** The strip of a longer story has only the versions near the one shown, with the first and the last. */
const MOST_SHOWN = 24
const NEAR = 6

export function timeTravel(versions: readonly LaneVersionJson[], number: number, slug: string, asked?: string): Markup {
  const place = versions.findIndex((version) => version.number === number)
  const [older, newer] = [versions[place - 1], versions[place + 1]]
  const isShown = (i: number) =>
    versions.length <= MOST_SHOWN || i === 0 || i === versions.length - 1 || Math.abs(i - place) <= NEAR
  const items = versions.map((version, i) => {
    if (!isShown(i)) return isShown(i - 1) ? raw('<li><span class="none">…</span></li>') : NONE
    const here = i === place ? raw(' aria-current="page"') : NONE
    const held = version.withheld === null ? NONE : raw(' class="held"')
    return html`<li><a href="${address.version(slug, version.number)}"${here}${held} title="${versionName(version.number)}, ${timeText(version.captured_at)} UTC">${version.number}</a></li>`
  })
  const step = (version: LaneVersionJson | undefined, rel: string, words: string) =>
    version
      ? html`<a rel="${rel}" href="${address.version(slug, version.number)}">${words}</a>`
      : html`<span class="none">${words}</span>`
  return html`<nav class="travel" aria-label="${VERSION.versions}">
<ol>${items}</ol>
<p>${step(older, 'prev', VERSION.earlier)} ${step(newer, 'next', VERSION.later)}</p>
${timeForm(slug, VERSION.asOf, asked ?? versions[place]?.captured_at)}
</nav>`
}

/** The form that leads to the version that stood at a time (UTC). `time` is what it says first. */
export const timeForm = (slug: string, label: string, time = ''): Markup =>
  html`<form class="as-of" action="${address.versionAt(slug)}"><label for="at">${label}</label> <input type="datetime-local" id="at" name="at" value="${time.slice(0, 16)}" required> <button>${VERSION.go}</button> <span class="meta">${VERSION.utc}</span></form>`
