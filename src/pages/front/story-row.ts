/** The rows of the front page: stories by day, what their latest versions changed, and the weightiest change in its own words. */
import { byWeight } from '../../core/changes/weight.ts'
import type { StoryJson } from '../../http/json/stories/stories-json.ts'
import { address } from '../addresses.ts'
import { excerpt, toldCounts } from '../figures/wording.ts'
import { html, joined, type Markup, NONE } from '../markup.ts'
import type { ChangeJson } from '../words/change-in-words.ts'
import { counted, shortened } from '../words/counts.ts'
import { FRONT } from '../words/front-words.ts'
import { labelOf } from '../words/kinds-in-words.ts'
import { STORY } from '../words/story-words.ts'
import { clock, dayOf, isoDay, weekday } from '../words/times.ts'

/** The stories under the days of their latest versions. */
export function storyDays(stories: readonly StoryJson[]): Markup[] {
  const days = Map.groupBy(stories, (story) => isoDay(timeOf(story)))
  return [...days].map(
    ([day, list]) => html`<h2 class="day">${weekday(day)}, ${dayOf(day, { year: true })}</h2>
<ol class="rows">${list.map(row)}</ol>`,
  )
}

const timeOf = ({ version, article }: StoryJson): string =>
  version?.captured_at ?? article.latest_captured_at ?? article.created_at

function row(story: StoryJson): Markup {
  const { article, headline, version, heaviest } = story
  const { slug } = article
  const time = timeOf(story)
  const stamp = html`<time datetime="${time}">${clock(time)}</time>`
  return html`<li class="row">
<p class="row-time">${version ? html`<a href="${address.version(slug, version.number)}">${stamp}</a>` : stamp}</p>
<div class="row-main">
<h3 dir="auto"><a href="${address.story(slug)}">${shortened(headline ?? article.title ?? STORY.noTitle, 160)}</a></h3>
<p class="meta">${joined(
    [article.publication && html`<span dir="auto">${article.publication}</span>`, whichVersion(story)].filter((one) => !!one),
    ' · ',
  )}</p>
<p class="row-told">${whatChanged(story)}</p>
${heaviest ? html`<p class="wording" dir="auto">${label(heaviest)}${excerpt(heaviest)}</p>` : NONE}
</div>
</li>
`
}

function whichVersion({ article, version, previous }: StoryJson): Markup | string {
  if (!version) return FRONT.withheld
  if (previous === null) return FRONT.firstVersion
  return html`<a href="${address.compare(article.slug, previous, version.number)}">${FRONT.version(version.number)}</a> ${FRONT.of(article.version_count)}`
}

function whatChanged(story: StoryJson): Markup {
  const { article, version, changes, previous, withheld_between } = story
  if (Object.keys(changes).length > 0) return toldCounts(story)
  const claims = counted(article.present_claims, 'claim')
  if (withheld_between > 0 && version && previous !== null)
    return html`<span class="told">${claims}. <a href="${address.compare(article.slug, previous, version.number)}">${FRONT.across(previous)}</a></span>`
  return html`<span class="told">${claims}, ${previous === null ? FRONT.nothingToCompare : FRONT.nothingChanged}</span>`
}

/** The name of what happened, where the marked words do not show it. */
function label({ kinds, before, after, detail }: ChangeJson): Markup {
  const [kind = 'cosmetic'] = byWeight(kinds)
  if (before.length > 0 && after.length > 0 && kind !== 'superseded') return NONE
  return html`<span class="label">${labelOf(kind, detail)}:</span> `
}
