/** Every version of a story, the latest first: what it was called, and what it changed. */
import type { Session } from '../../http/context.ts'
import type { LanesJson, LaneVersionJson } from '../../http/json/stories/lanes-json.ts'
import { address } from '../addresses.ts'
import { versionTools } from '../editing/tools.ts'
import { noted, toldCounts } from '../figures/wording.ts'
import { html, type Markup, NONE } from '../markup.ts'
import { versionName } from '../words/figure-words.ts'
import { STORY } from '../words/story-words.ts'
import { timeMarkup } from '../words/times.ts'

/** The rest is folded. */
const MOST_OPEN = 12

export function versionList({ article, versions }: LanesJson, session: Session | null = null): Markup {
  if (versions.length === 0) return NONE
  const items = versions.map((version, i) => item(version, versions[i - 1] ?? null, article.slug, session)).toReversed()
  const folded = items.slice(MOST_OPEN)
  return html`<section class="versions" aria-labelledby="versions-title">
<h2 id="versions-title">${STORY.versions}</h2>
<ol>${items.slice(0, MOST_OPEN)}</ol>${folded.length > 0 ? html`<details><summary>${STORY.earlierVersions(folded.length)}</summary><ol>${folded}</ol></details>` : NONE}</section>`
}

function item(version: LaneVersionJson, older: LaneVersionJson | null, slug: string, session: Session | null): Markup {
  const { number, captured_at, title, withheld } = version
  return html`<li><p class="row-time"><a href="${address.version(slug, number)}">${versionName(number)}</a><br>${timeMarkup(captured_at, { short: true })}</p>
<div>${withheld === null ? shown(version, older, slug, title) : html`<p dir="auto"><b>${STORY.withheld}</b> ${withheld}</p>`}${versionTools(session, { slug, number, withheld })}</div></li>
`
}

function shown(version: LaneVersionJson, older: LaneVersionJson | null, slug: string, title: string | null): Markup {
  const { number, word_count } = version
  const renamed = older === null || older.title !== title
  return html`${renamed && title ? html`<p class="headline" dir="auto">${title}</p>` : NONE}<p>${
    older ? html`${toldCounts(version)} ${noted(version)}` : STORY.first(version.changes.introduced ?? 0, word_count ?? 0)
  }</p>
${older && older.withheld === null ? html`<p class="meta"><a href="${address.compare(slug, older.number, number)}">${STORY.compareWith(older.number)}</a></p>` : NONE}`
}
