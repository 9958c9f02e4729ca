/** Claim lanes: versions are columns, a claim is a lane, its bar is as thick as the claim is sure. A lane is a row of HTML. */

import { byWeight } from '../../core/changes/weight.ts'
import type { CoverageJson } from '../../http/json/captures/coverage-json.ts'
import { isDisclosed } from '../../http/words/change-in-words.ts'
import { sourceText } from '../../http/words/claim-in-words.ts'
import { shortened } from '../../http/words/counts.ts'
import { labelOf } from '../../http/words/kinds-in-words.ts'
import { MOST_COMPARED } from '../../reading/across-withheld.ts'
import { address } from '../addresses.ts'
import { html, joined, type Markup, NONE, raw, type Value } from '../markup.ts'
import { inVersion, LANES, stillClaims, unmarkedClaims } from '../words/figure-words.ts'
import { besides, changeAddress, eventText, type Names, namesOf } from './event-text.ts'
import { bars, type Grid, gapsIn, isMarked, isStill, type LaneOf, MANY_VERSIONS, MOST_NAMED, percent } from './grid.ts'
import { placedMark } from './marks.ts'
import { columnHeads, dayStarts, timeAxis } from './time-axis.ts'

/** More open lanes than these are dense. */
const MANY_LANES = 40
/** The sizes of a figure, by the number of its columns: the stylesheet knows them. */
const SIZES = [8, 16, 32, 64, 128] as const

/** A piece of a line that connects lanes. */
interface Piece {
  readonly x: string
  readonly from: '0' | '50%'
  readonly to: '50%' | '100%'
  /** The lane begins here, in the place of another. */
  readonly start: boolean
}

/** `names`: those of claims, for words beside the marks; null: no words stand there. */
function marks(lane: LaneOf, grid: Grid, names: Names | null): Markup[] {
  return lane.changes
    .filter((change) => isMarked(change, lane))
    .map((change) => {
      const x = percent(grid.at(change.to))
      const shown = byWeight(change.kinds).slice(0, 2)
      const text = names ? besides(change, lane, grid, names) : ''
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
function track(lane: LaneOf, grid: Grid, pieces: readonly Piece[], names: Names | null): Markup {
  const lines = pieces.map(({ x, from, to }) => `<line class="link" x1="${x}" x2="${x}" y1="${from}" y2="${to}"/>`)
  const ends = pieces
    .filter(({ start }) => start)
    .map(({ x }) => `<svg x="${x}" class="on"><circle class="link-end" r="3"/></svg>`)
  return html`<div class="track"><svg aria-hidden="true" focusable="false">${raw(lines.join(''))}<svg y="50%" class="on">${bars(lane, grid)}${raw(ends.join(''))}${marks(lane, grid, names)}</svg></svg></div>`
}

/** "softened in 2 · dropped in 4", each a link to the two versions side by side. */
function trailWords(lane: LaneOf, slug: string, names: Names): Value[] {
  return joined(
    lane.changes.map(
      (change) => html`<a href="${changeAddress(change, slug)}">${eventText(change, lane, names)}</a> ${LANES.in} ${change.to}`,
    ),
    ' · ',
  )
}

interface RowForm {
  /** Words stand beside the marks. */
  readonly named: boolean
  readonly dense: boolean
  readonly names: Names
}

function row(lane: LaneOf, grid: Grid, slug: string, pieces: readonly Piece[], { named, dense, names }: RowForm): Markup {
  const words = trailWords(lane, slug, names)
  return html`<li class="lane" id="claim-${lane.number}">
<div class="lane-label"><a class="lane-name" dir="auto" href="${address.claim(slug, lane.number)}">${shortened(lane.label, dense ? 44 : 90)}</a>
<p class="meta">${lane.zone === 'headline' ? `${LANES.headline} · ` : ''}<span dir="auto">${shortened(sourceText(lane.source), 48)}</span>${words.length > 0 ? html` · <span class="moves" dir="auto">${words}</span>` : NONE}</p></div>
${track(lane, grid, pieces, named ? names : null)}</li>
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

/** The rows of lanes: those of claims that changed, and those of the rest, which are folded. */
function rowsOf(lanes: readonly LaneOf[], grid: Grid, slug: string) {
  const moving = lanes.filter((lane) => !isStill(lane))
  const columns = grid.versions.length
  const dense = columns > MANY_VERSIONS || moving.length > MANY_LANES
  const names = namesOf(lanes)
  const pieces = piecesBetween(moving, grid)
  const form = { named: columns <= MOST_NAMED, dense, names }
  const open = moving.map((lane, i) => row(lane, grid, slug, pieces[i] ?? [], form))
  const folded = lanes.filter(isStill).map((lane) => row(lane, grid, slug, [], { named: false, dense: true, names }))
  const newer = moving.filter(({ number, changes }) => !changes.some(({ before }) => before.includes(number))).length
  return { open, folded, newer, list: raw(`<ol class="lane-list${dense ? ' dense' : ''}">`) }
}

/** The fold of claims that have not changed. `known`: what changed of each is known, or some of it lies across withheld versions. */
const foldOf = (folded: readonly Markup[], isOpen: boolean, newer: number, known = true): Markup =>
  folded.length === 0
    ? NONE
    : html`<details class="fold"${isOpen ? raw(' open') : NONE}><summary>${known ? stillClaims(folded.length, newer) : unmarkedClaims(folded.length)}</summary>
<ol class="lane-list dense">
${folded}</ol></details>`

/** The figure: lanes of claims that changed, open; the rest folded with a count. `titleId` names it, `gaps` stand on the line of time. */
export function lanesFigure(
  lanes: readonly LaneOf[],
  grid: Grid,
  { slug, titleId, gaps = [] }: { readonly slug: string; readonly titleId: string; readonly gaps?: CoverageJson['gaps'] },
): Markup {
  const { open, folded, newer, list } = rowsOf(lanes, grid, slug)
  const fold = foldOf(folded, open.length === 0, newer, gapsIn(grid) <= MOST_COMPARED)
  const head = html`<div class="lane-label"><span class="meta">${LANES.time}<br>${LANES.columns}</span></div><div class="axis">${timeAxis(grid, gaps)}${columnHeads(grid, slug)}</div>`
  return html`<figure class="lanes n-${sizeOf(grid)}" aria-labelledby="${titleId}">
${sheet(LANES.region, grid, head, html`${list}\n${open}</ol>\n${fold}`)}</figure>`
}

/** The lanes below the heads of their columns, in a region that scrolls where they are many. `label` names it. */
const sheet = (label: string, grid: Grid, head: Markup, lanes: Markup): Markup =>
  html`<div class="scroller" tabindex="0" role="region" aria-label="${label}">
<div class="sheet">
${columnRules(grid)}
<div class="lane-head">${head}</div>
${lanes}
</div></div>`

/** One lane by itself, below the heads of its columns. `names`: those of the claims that took its place. */
export const oneLane = (lane: LaneOf, grid: Grid, names: Names = new Map()): Markup =>
  html`<div class="sheet">${columnRules(grid)}${track(lane, grid, [], grid.versions.length <= MOST_NAMED ? names : null)}</div>`

/** Lanes of one story among others, below the heads of its versions: those that changed, and the rest folded. `title` is the story's. */
export function lanesOfStory(lanes: readonly LaneOf[], grid: Grid, slug: string, title: string): Markup {
  const { open, folded, newer, list } = rowsOf(lanes, grid, slug)
  const fold = foldOf(folded, open.length === 0 && folded.length <= MANY_VERSIONS, newer)
  const head = html`<div class="lane-label"><span class="meta">${LANES.versions}</span></div><div class="axis">${columnHeads(grid, slug)}</div>`
  return sheet(LANES.ofStory(title), grid, head, open.length > 0 ? html`${list}\n${open}</ol>${fold}` : fold)
}
