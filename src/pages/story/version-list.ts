/** Every version of a story, the latest first: what it was called, and what it changed. */
import type { Session } from '../../http/context.ts'
import type { AcrossJson, LanesJson, LaneVersionJson } from '../../http/json/stories/lanes-json.ts'
import { address } from '../addresses.ts'
import { versionTools } from '../editing/tools.ts'
import { acrossText, toldCounts } from '../figures/wording.ts'
import { html, type Markup, NONE } from '../markup.ts'
import { versionName } from '../words/figure-words.ts'
import { STORY } from '../words/story-words.ts'
import { timeMarkup } from '../words/times.ts'

/** The rest is folded. */
const MOST_OPEN = 12

export function versionList({ article, versions, across }: LanesJson, session: Session | null = null): Markup {
  if (versions.length === 0) return NONE
  const items = versions
    .map((version, i) => {
      const hidden = across.find(({ to }) => to === version.number) ?? null
      return item(version, { older: versions[i - 1] ?? null, hidden, slug: article.slug }, session)
    })
    .toReversed()
  const folded = items.slice(MOST_OPEN)
  return html`<section class="versions" aria-labelledby="versions-title">
<h2 id="versions-title">${STORY.versions}</h2>
<ol>${items.slice(0, MOST_OPEN)}</ol>${folded.length > 0 ? html`<details><summary>${STORY.earlierVersions(folded.length)}</summary><ol>${folded}</ol></details>` : NONE}</section>`
}

interface Place {
  readonly older: LaneVersionJson | null
  /** The changes across withheld versions before it. */
  readonly hidden: AcrossJson | null
  readonly slug: string
}

function item(version: LaneVersionJson, place: Place, session: Session | null): Markup {
  const { number, captured_at, withheld } = version
  const tools = versionTools(session, { slug: place.slug, number, withheld })
  return html`<li><p class="row-time"><a href="${address.version(place.slug, number)}">${versionName(number)}</a><br> ${timeMarkup(captured_at, { short: true })}</p>
<div>${withheld === null ? shown(version, place) : html`<p dir="auto"><b>${STORY.withheld}</b> ${withheld}</p>`}${tools}</div></li>
`
}

function shown(version: LaneVersionJson, { older, hidden, slug }: Place): Markup {
  const { number, title, word_count } = version
  const renamed = older === null || older.title !== title
  const before = older === null ? null : older.withheld === null ? older.number : (hidden?.from ?? null)
  const what = hidden
    ? acrossText(hidden)
    : version.technical
      ? STORY.technical
      : older
        ? toldCounts(version)
        : STORY.first(version.changes.introduced ?? 0, word_count ?? 0)
  return html`${renamed && title ? html`<p class="headline" dir="auto">${title}</p>` : NONE}<p>${what}</p>
${before !== null ? html`<p class="meta"><a href="${address.compare(slug, before, number)}">${STORY.compareWith(before)}</a></p>` : NONE}`
}
