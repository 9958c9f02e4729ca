/** A whole story in one picture: a line a claim; what changed is dark and has the bare shape of its family. */
import type { CertaintyLevel } from '../../core/article.ts'
import { byWeight } from '../../core/changes/weight.ts'
import { type Family, KIND_WORDS } from '../../http/words/kinds-in-words.ts'
import type { PictureLane } from '../../reading/story-picture.ts'
import { type Markup, raw } from '../markup.ts'
import { type Grid, isMarked, isStill, levelStretches, percent } from './grid.ts'

const THICKNESS: Record<CertaintyLevel, number> = { certain: 2.6, probable: 1.6, possible: 0.9, unknown: 2.6 }

const SHAPES: Record<Family, string> = {
  presence: 'M-3 0A3 3 0 1 1 3 0A3 3 0 1 1-3 0Z',
  certainty: 'M-3.6-2.8H3.6L0 3.6Z',
  facts: 'M-2.8-2.8H2.8V2.8H-2.8Z',
  attribution: 'M-3.2-3H3.2V1.6H0L-1.6 3.6V1.6H-3.2Z',
  wording: 'M-3-.8H3V.8H-3Z',
}

/** `pitch` is the distance of two lines in pixels. */
export function fingerprint(lanes: readonly PictureLane[], grid: Pick<Grid, 'at'>, pitch: number): Markup {
  const lines = lanes.map((lane, i) => line(lane, grid, i * pitch + 5)).join('')
  return raw(`<svg class="print" height="${lanes.length * pitch + 10}" aria-hidden="true" focusable="false">${lines}</svg>`)
}

function line(lane: PictureLane, { at }: Pick<Grid, 'at'>, y: number): string {
  const shade = isStill(lane) ? 'u' : 'm'
  const stretches = levelStretches(lane.stretches).map(({ from, to, level }) => {
    const height = THICKNESS[level]
    return `<rect class="${shade}" x="${percent(at(from))}" width="${percent(at(to) - at(from))}" y="${y - height / 2}" height="${height}"/>`
  })
  const marks = lane.changes
    .filter((change) => isMarked(change, lane))
    .map(({ kinds, to }) => {
      const { family } = KIND_WORDS[byWeight(kinds)[0] ?? 'cosmetic']
      return `<svg x="${percent(at(to))}" y="${y}" class="on"><path class="b f-${family}" d="${SHAPES[family]}"/></svg>`
    })
  return [...stretches, ...marks].join('')
}
