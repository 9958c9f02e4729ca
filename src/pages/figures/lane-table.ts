/** The lanes as a table: a row a claim and a column a version; of many versions a row a change. */
import type { LaneJson } from '../../http/json/stories/lanes-json.ts'
import { isDisclosed } from '../../http/words/change-in-words.ts'
import { LEVELS, sourceText } from '../../http/words/claim-in-words.ts'
import { shortened, upper } from '../../http/words/counts.ts'
import { timeText } from '../../http/words/times.ts'
import { address } from '../addresses.ts'
import { html, type Markup, NONE, type Value } from '../markup.ts'
import { LANES, versionName } from '../words/figure-words.ts'
import { eventText, type Names, namesOf } from './event-text.ts'
import { type Grid, isStill, type LaneOf, MANY_VERSIONS } from './grid.ts'

/** The stretch that a version belongs to, or null. */
export function stretchAt(
  stretches: LaneJson['stretches'],
  { at }: Grid,
  number: number,
): LaneJson['stretches'][number] | null {
  return stretches.find(({ from, to }) => at(from) <= at(number) && at(number) < at(to)) ?? null
}

export function laneTable(lanes: readonly LaneOf[], grid: Grid, slug: string): Markup {
  const moving = lanes.filter((lane) => !isStill(lane))
  const rows = grid.versions.length > MANY_VERSIONS ? changeRows : claimRows
  const body = rows(moving, grid, slug, namesOf(lanes))
  return html`<table class="data"><caption>${LANES.table}</caption>
${body}</table>`
}

const heads = (names: readonly Value[]) =>
  html`<thead><tr>${names.map((name) => html`<th scope="col">${name}</th>`)}</tr></thead>`

const nameOf = (lane: LaneOf, slug: string) =>
  html`<th scope="row" dir="auto"><a href="${address.claim(slug, lane.number)}">${shortened(lane.label, 90)}</a></th>`

function claimRows(lanes: readonly LaneOf[], grid: Grid, slug: string, names: Names): Markup {
  const columns = grid.versions.map(
    ({ number, captured_at }) =>
      html`${versionName(number)}<br><span class="meta">${timeText(captured_at, { short: true })}</span>`,
  )
  const rows = lanes.map((lane) => {
    const cells = grid.versions.map(({ number, withheld }) => {
      const stretch = stretchAt(lane.stretches, grid, number)
      const here = lane.changes.filter(({ to }) => to === number)
      const words = upper(here.map((change) => eventText(change, lane, names)).join(', '))
      const said = here.some(isDisclosed) ? `, ${LANES.disclosed}` : ''
      const level = stretch
        ? LEVELS[stretch.level]
        : withheld !== null
          ? LANES.withheld
          : words
            ? ''
            : html`<span class="none">–</span>`
      return html`<td>${words ? html`<b>${words}</b>${said} ` : NONE}${level}</td>`
    })
    return html`<tr>${nameOf(lane, slug)}<td dir="auto">${shortened(sourceText(lane.source), 48)}</td>${cells}</tr>
`
  })
  return html`${heads([LANES.claim, LANES.whoSaysIt, ...columns])}
<tbody>${rows}</tbody>`
}

function changeRows(lanes: readonly LaneOf[], grid: Grid, slug: string, names: Names): Markup {
  const rows = lanes.flatMap((lane) =>
    lane.changes.map((change) => {
      const stretch = stretchAt(lane.stretches, grid, change.to)
      const said = isDisclosed(change) ? `, ${LANES.disclosed}` : ''
      return html`<tr>${nameOf(lane, slug)}<td>${change.to}</td><td>${upper(eventText(change, lane, names))}${said}</td><td>${stretch ? LEVELS[stretch.level] : '–'}</td></tr>
`
    }),
  )
  return html`${heads([LANES.claim, LANES.version, LANES.whatHappened, LANES.howSure])}
<tbody>${rows}</tbody>`
}
