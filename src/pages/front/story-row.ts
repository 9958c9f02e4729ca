/** The rows of the front page: stories by day, what changed in them, and the changes for which they are listed, in their own words. */
import type { Kind } from '../../core/changes/change.ts'
import { byWeight } from '../../core/changes/weight.ts'
import type { StoryJson } from '../../http/json/stories/stories-json.ts'
import type { ChangeJson } from '../../http/words/change-in-words.ts'
import { counted, shortened } from '../../http/words/counts.ts'
import { labelOf } from '../../http/words/kinds-in-words.ts'
import { clock, dayOf, isoDay, spanText, weekday } from '../../http/words/times.ts'
import type { StoryPicture } from '../../reading/story-picture.ts'
import { address } from '../addresses.ts'
import { fingerprint } from '../figures/fingerprint.ts'
import { columnsOf } from '../figures/grid.ts'
import { excerpt, toldCounts } from '../figures/wording.ts'
import { html, joined, type Markup, NONE } from '../markup.ts'
import { FRONT } from '../words/front-words.ts'
import { STORY } from '../words/story-words.ts'
import { choosesChanges, type FrontQuery } from './filters.ts'

/** The distance of two lines of a picture, in pixels. */
const PITCH = 7

/** A story with its small picture. */
interface Pictured {
  readonly story: StoryJson
  readonly picture: StoryPicture | undefined
}

/** The stories under the days of their latest versions. */
export function storyDays(stories: readonly StoryJson[], pictures: readonly StoryPicture[], query: FrontQuery): Markup[] {
  const pictured = stories.map((story, i): Pictured => ({ story, picture: pictures[i] }))
  const days = Map.groupBy(pictured, ({ story }) => isoDay(timeOf(story)))
  return [...days].map(
    ([day, list]) => html`<h2 class="day">${weekday(day)}, ${dayOf(day, { year: true })}</h2>
<ol class="rows">${list.map((one) => row(one, query))}</ol>`,
  )
}

const timeOf = ({ version, article }: StoryJson): string =>
  version?.captured_at ?? article.latest_captured_at ?? article.created_at

function row({ story, picture }: Pictured, query: FrontQuery): Markup {
  const { article, headline, version } = story
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
${choosesChanges(query) ? html`<p class="row-told"><b>${FRONT.fits(story.matching)}</b></p>\n${matches(story, query)}\n<p class="row-told"><span class="meta">${FRONT.wholeStory}</span> ${whatChanged(story, query)}</p>` : html`<p class="row-told">${whatChanged(story, query)}</p>\n${matches(story, query)}`}
</div>
<div class="row-chart">${picture && picture.lanes.length > 0 ? html`${fingerprint(picture.lanes, { at: columnsOf(picture.versions) }, PITCH)}${picture.span && html`<p class="meta">${spanText(...picture.span, { short: true })}</p>`}` : NONE}</div>
</li>
`
}

/** The changes for which the story is listed, each with its version; without a filter only the one that tells most. */
function matches({ article, matching, matches: all }: StoryJson, query: FrontQuery): Markup {
  const { kind, source, acknowledged, since } = query
  const filtered = choosesChanges(query)
  const list = {
    kind: kind?.join(),
    source,
    disclosed: acknowledged,
    from: since && isoDay(since),
    added: source !== undefined && acknowledged === undefined && !kind,
  }
  const more = filtered ? matching - all.length : 0
  return html`${all.map(
    (change) =>
      html`<p class="wording" dir="auto">${label(change)}${excerpt(change)} <a class="meta" href="${address.change({ ...change, slug: article.slug })}">${FRONT.inVersion(change.to.number, change.to.captured_at)}</a></p>\n`,
  )}${more > 0 ? html`<p class="meta"><a href="${address.changesOf(article.slug, list)}">${FRONT.moreMatches(more)}</a></p>` : NONE}`
}

function whichVersion({ article, version, previous }: StoryJson): Markup | string {
  if (!version) return FRONT.withheld
  if (previous === null) return FRONT.firstVersion
  return html`<a href="${address.compare(article.slug, previous, version.number)}">${FRONT.version(version.number)}</a> ${FRONT.of(article.version_count)}`
}

function whatChanged(story: StoryJson, { since }: FrontQuery): Markup {
  const { article, version, changes, previous, withheld_between } = story
  const from = since && isoDay(since)
  const across =
    withheld_between > 0 && version && previous !== null
      ? html` <a href="${address.compare(article.slug, previous, version.number)}">${FRONT.across(previous)}</a>`
      : NONE
  if (Object.keys(changes).length > 0) {
    const list = (fields: { kind?: Kind; disclosed?: boolean }) => address.changesOf(article.slug, { ...fields, from })
    return html`${toldCounts(story, { kind: (kind) => list({ kind }), disclosed: (disclosed) => list({ disclosed }) })}${across}`
  }
  const claims = counted(article.present_claims, 'claim')
  if (across !== NONE) return html`<span class="told">${claims}.${across}</span>`
  return html`<span class="told">${claims}, ${previous === null ? FRONT.nothingToCompare : FRONT.nothingChanged}</span>`
}

/** The name of what happened, where the marked words do not show it. */
function label({ kinds, before, after, detail }: ChangeJson): Markup {
  const [kind = 'cosmetic'] = byWeight(kinds)
  if (before.length > 0 && after.length > 0 && kind !== 'superseded') return NONE
  return html`<span class="label">${labelOf(kind, detail)}:</span> `
}
