/** The legend of lanes: the kinds that occur with their counts, each a filter, and how thick the bars are. */
import type { CertaintyLevel } from '../../core/article.ts'
import type { Kind } from '../../core/changes/change.ts'
import { LATER } from '../../core/changes/weight.ts'
import type { LaneChangeJson } from '../../http/json/stories/lanes-json.ts'
import { LEVELS } from '../../http/words/claim-in-words.ts'
import { KIND_WORDS } from '../../http/words/kinds-in-words.ts'
import { html, type Markup, NONE } from '../markup.ts'
import { LANES } from '../words/figure-words.ts'
import { type Grid, type LaneOf, swatch } from './grid.ts'
import { DISCLOSED_MARK, mark } from './marks.ts'

const WITHHELD = html`<li><span class="swatch held"></span>${LANES.withheld}</li>`

interface Legend {
  readonly lanes: readonly LaneOf[]
  readonly changes: readonly LaneChangeJson[]
  readonly grid: Grid
  /** The lanes with only a kind. */
  readonly addressOf: (kind: Kind) => string
}

export function legend({ lanes, changes, grid, addressOf }: Legend): Markup {
  const kinds = LATER.map((kind) => ({ kind, count: changes.filter((change) => change.kinds.includes(kind)).length }))
  const seen = new Set(lanes.flatMap(({ stretches }) => stretches.map(({ level }) => level)))
  const levels = (Object.entries(LEVELS) as [CertaintyLevel, string][]).filter(([level]) => seen.has(level))
  return html`<div class="legend">
<ul class="legend-kinds" aria-label="${LANES.showOnly}">${kinds
    .filter(({ count }) => count > 0)
    .map(
      ({ kind, count }) => html`<li>${mark(kind)}<a href="${addressOf(kind)}">${KIND_WORDS[kind].label}</a> ${count}</li>`,
    )}</ul>
<ul class="legend-levels" aria-label="${LANES.howToReadBars}">${levels.map(([level, word]) => html`<li>${swatch(level)}${word}</li>`)}${grid.versions.some(({ withheld }) => withheld !== null) ? WITHHELD : NONE}<li>${DISCLOSED_MARK}${LANES.underlined}</li></ul>
</div>`
}
