/** Claim lanes: versions are columns, a claim is a lane, its bar is as thick as the claim is sure. A lane is a row of HTML. */
import { byWeight } from '../../core/changes/weight.ts'
import type { LaneChangeJson } from '../../http/json/stories/lanes-json.ts'
import { address } from '../addresses.ts'
import { html, joined, type Markup, NONE, raw, type Value } from '../markup.ts'
import { brief, isDisclosed } from '../words/change-in-words.ts'
import { sourceText } from '../words/claim-in-words.ts'
import { shortened } from '../words/counts.ts'
import { inVersion, LANES, stillClaims, unmarkedClaims } from '../words/figure-words.ts'
import { labelOf } from '../words/kinds-in-words.ts'
import { bars, type Grid, isMarked, isStill, type LaneOf, MANY_VERSIONS, MOST_NAMED, percent } from './grid.ts'
import { placedMark } from './marks.ts'
import { columnHeads, dayStarts, timeAxis } from './time-axis.ts'

/** More open lanes than these are dense. */
const MANY_LANES = 40
/** The sizes of a figure, by the number of its columns: the stylesheet knows them. */
const SIZES = [8, 16, 32, 64, 128] as const

/** How much room the label of a mark has: about the width of all columns, the mark, and a character, in pixels. */
const ROOM = { columns: 800, mark: 16, character: 6.2 }

/** A piece of a line that connects lanes. */
interface Piece {
  readonly x: string
  readonly from: '0' | '50%'
  readonly to: '50%' | '100%'
  /** The lane begins here, in the place of another. */
  readonly start: boolean
}

/** The name of the change: the labels of its kinds, or that the claim took the place of another. */
export const changeLabels = (change: LaneChangeJson, lane: { readonly number: number }): string =>
  isMarked(change, lane)
    ? byWeight(change.kinds)
        .map((kind) => labelOf(kind, change.detail))
        .join(', ')
    : LANES.tookThePlace

/** Words beside a mark, as many as there is room for up to the next one; a bracket over several lanes is named once. */
function besides(change: LaneChangeJson, lane: LaneOf, grid: Grid): string {
  const bracket = change.kinds.some((kind) => kind === 'split' || kind === 'merged')
  if (bracket && Math.min(...change.before, ...change.after) !== lane.number) return ''
  const here = grid.at(change.to)
  const next = Math.min(1, ...lane.changes.map(({ to }) => grid.at(to)).filter((x) => x > here + 1e-9))
  const room = Math.floor(((next - here) * ROOM.columns - ROOM.mark) / ROOM.character)
  return room < 4 ? '' : shortened(brief(change) ?? '', room)
}

function marks(lane: LaneOf, grid: Grid, named: boolean): Markup[] {
  return lane.changes
    .filter((change) => isMarked(change, lane))
    .map((change) => {
      const x = percent(grid.at(change.to))
      const shown = byWeight(change.kinds).slice(0, 2)
      const text = named ? besides(change, lane, grid) : ''
      const drawn = shown.map((kind, i) =>
        placedMark(
          kind,
          x,
          shown.length > 1 ? i * 16 - 8 : 0,
          isDisclosed(change),
          inVersion(labelOf(kind, change.detail), change.to),
        ),
      )
      return html`${drawn}${text ? html`<svg x="${x}" class="on note"><text x="11" y="-8">${text}</text></svg>` : NONE}`
    })
}

/** The lines between lanes: down to the claim that took the place, or a bracket over claims that were split or merged together. */
function piecesBetween(lanes: readonly LaneOf[], grid: Grid): Piece[][] {
  const pieces = lanes.map((): Piece[] => [])
  const place = new Map(lanes.map(({ number }, i) => [number, i]))
  for (const change of new Set(lanes.flatMap(({ changes }) => changes))) {
    const superseded = change.kinds.includes('superseded')
    if (!superseded && !change.kinds.some((kind) => kind === 'split' || kind === 'merged')) continue
    const touched = [...new Set([...change.before, ...change.after])].flatMap((number) => place.get(number) ?? [])
    if (touched.length < 2) continue
    const [first, last] = [Math.min(...touched), Math.max(...touched)]
    const x = percent(grid.at(change.to))
    for (let i = first; i <= last; i++)
      pieces[i]?.push({
        x,
        from: i === first ? '50%' : '0',
        to: i === last ? '50%' : '100%',
        start: superseded && i === last,
      })
  }
  return pieces
}

/** One lane: its bars, its marks, and what crosses it. */
export function track(
  lane: LaneOf,
  grid: Grid,
  pieces: readonly Piece[] = [],
  named = grid.versions.length <= MOST_NAMED,
): Markup {
  const lines = pieces.map(({ x, from, to }) => `<line class="link" x1="${x}" x2="${x}" y1="${from}" y2="${to}"/>`)
  const ends = pieces
    .filter(({ start }) => start)
    .map(({ x }) => `<svg x="${x}" class="on"><circle class="link-end" r="3"/></svg>`)
  return html`<div class="track"><svg aria-hidden="true" focusable="false">${raw(lines.join(''))}<svg y="50%" class="on">${bars(lane, grid)}${raw(ends.join(''))}${marks(lane, grid, named)}</svg></svg></div>`
}

/** "softened in 2 · dropped in 4", each a link to the two versions side by side. */
function trailWords(lane: LaneOf, slug: string, among: ReadonlySet<number> | undefined): Value[] {
  return joined(
    lane.changes.map(
      (change) =>
        html`<a href="${address.compare(slug, change.from, change.to)}#change-${change.id}">${labelAmong(change, lane, among)}</a> in ${change.to}`,
    ),
    ' · ',
  )
}

/** The name of the change in a row; the claim whose place this one took may stand in no other row. */
function labelAmong(change: LaneChangeJson, lane: LaneOf, among?: ReadonlySet<number>): string {
  const apart = !isMarked(change, lane) && among !== undefined && !change.before.some((number) => among.has(number))
  return apart ? LANES.tookAPlace : changeLabels(change, lane).toLowerCase()
}

interface RowForm {
  readonly named: boolean
  readonly dense: boolean
  /** The claims that have rows, where these are not all of the story. */
  readonly among?: ReadonlySet<number>
}

function row(lane: LaneOf, grid: Grid, slug: string, pieces: readonly Piece[], { named, dense, among }: RowForm): Markup {
  const words = trailWords(lane, slug, among)
  return html`<li class="lane" id="claim-${lane.number}">
<div class="lane-label"><a class="lane-name" dir="auto" href="${address.claim(slug, lane.number)}">${shortened(lane.label, dense ? 44 : 90)}</a>
<p class="meta">${lane.zone === 'headline' ? `${LANES.headline} · ` : ''}<span dir="auto">${shortened(sourceText(lane.source), 48)}</span>${words.length > 0 ? html` · <span class="moves">${words}</span>` : NONE}</p></div>
${track(lane, grid, pieces, named)}</li>
`
}

/** The lines of the columns, behind the lanes. */
function columnRules({ versions }: Grid): Markup {
  const few = versions.length <= MANY_VERSIONS
  const starts = dayStarts(versions)
  const kind = (withheld: string | null, i: number) =>
    withheld !== null ? ' class="held"' : few ? '' : i > 0 && starts[i] ? ' class="day-start"' : ' class="faint"'
  return raw(
    `<div class="rules" aria-hidden="true"><ol>${versions.map(({ withheld }, i) => `<li${kind(withheld, i)}></li>`).join('')}</ol></div>`,
  )
}

export const sizeOf = ({ versions }: Grid): number => SIZES.find((size) => versions.length <= size) ?? 128

/** The figure: lanes of claims that changed, open; the rest folded with a count. `titleId` names it. */
export function lanesFigure(lanes: readonly LaneOf[], grid: Grid, slug: string, titleId: string): Markup {
  const moving = lanes.filter((lane) => !isStill(lane))
  const still = lanes.filter(isStill)
  const { versions } = grid
  const form = { named: versions.length <= MOST_NAMED, dense: versions.length > MANY_VERSIONS || moving.length > MANY_LANES }
  const pieces = piecesBetween(moving, grid)
  const open = moving.map((lane, i) => row(lane, grid, slug, pieces[i] ?? [], form))
  const folded = still.map((lane) => row(lane, grid, slug, [], { named: false, dense: true }))
  return html`<figure class="lanes n-${sizeOf(grid)}" aria-labelledby="${titleId}">
<div class="scroller" tabindex="0" role="region" aria-label="${LANES.region}">
<div class="sheet">
${columnRules(grid)}
<div class="lane-head"><div class="lane-label"><span class="meta">${LANES.time}<br>${LANES.columns}</span></div><div class="axis">${timeAxis(grid)}${columnHeads(grid, slug)}</div></div>
<ol class="lane-list${form.dense ? ' dense' : ''}">
${open}</ol>
${
  folded.length > 0
    ? html`<details class="fold"${moving.length === 0 ? raw(' open') : NONE}><summary>${(versions.some(({ withheld }) => withheld !== null) ? unmarkedClaims : stillClaims)(folded.length)}</summary>
<ol class="lane-list dense">
${folded}</ol></details>`
    : NONE
}
</div></div></figure>`
}

/** One lane by itself, below the heads of its columns. */
export const oneLane = (lane: LaneOf, grid: Grid): Markup =>
  html`<div class="sheet">${columnRules(grid)}${track(lane, grid)}</div>`

/** Lanes without the heads of columns: those that changed, and the rest folded. */
export function laneRows(lanes: readonly LaneOf[], grid: Grid, slug: string): Markup {
  const moving = lanes.filter((lane) => !isStill(lane))
  const still = lanes.filter(isStill)
  const columns = grid.versions.length
  const among = new Set(lanes.map(({ number }) => number))
  const form = { named: columns <= MOST_NAMED, dense: columns > MANY_VERSIONS || moving.length > MANY_LANES, among }
  const pieces = piecesBetween(moving, grid)
  const open = moving.map((lane, i) => row(lane, grid, slug, pieces[i] ?? [], form))
  const folded = still.map((lane) => row(lane, grid, slug, [], { named: false, dense: true }))
  const list =
    open.length > 0
      ? html`<ol class="lane-list${form.dense ? ' dense' : ''}">
${open}</ol>`
      : NONE
  if (folded.length === 0) return list
  const isOpen = moving.length === 0 && still.length <= MANY_VERSIONS
  return html`${list}<details class="fold"${isOpen ? raw(' open') : NONE}><summary>${stillClaims(folded.length)}</summary>
<ol class="lane-list dense">
${folded}</ol></details>`
}
