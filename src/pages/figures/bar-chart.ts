/** Bars over time, stacked by family: each leads to what it counts, and the rule under it is as long as the part that was disclosed. */

import { thousands } from '../../http/words/counts.ts'
import type { Family } from '../../http/words/kinds-in-words.ts'
import { html, type Markup, raw } from '../markup.ts'
import { percent } from './grid.ts'

export interface Bar {
  readonly href: string
  /** The words of the bar, for all who do not see it. */
  readonly label: string
  readonly parts: readonly { readonly family: Family; readonly count: number }[]
  readonly sum: number
  readonly disclosed: number
}

export interface BarChart {
  /** Tells the charts of a page apart. */
  readonly id: string
  readonly title: string
  readonly about: string
  readonly bars: readonly Bar[]
}

/** The part of an interval's width that its bar has. */
const WIDTH = 0.76
/** A bar that is one of few is no wider than this part of the chart. */
const WIDEST = 1 / 7

/** A round number at or above a count, of which half is whole too: the top of the axis. */
export function roundTop(most: number): number {
  const power = 10 ** Math.floor(Math.log10(Math.max(1, most)))
  return Math.max(2, [1, 2, 4, 6, 8, 10].map((step) => step * power).find((top) => top >= most) ?? most)
}

export function barChart({ id, title, about, bars }: BarChart): Markup {
  const top = roundTop(Math.max(...bars.map(({ sum }) => sum)))
  const step = Math.min(WIDEST, 1 / Math.max(1, bars.length))
  const lines = [1, 0.5].map(
    (part) =>
      `<line class="grid" x1="0" x2="100%" y1="${percent(1 - part)}" y2="${percent(1 - part)}"/><svg y="${percent(1 - part)}" class="on"><text x="-6" y="4" text-anchor="end">${thousands(top * part)}</text></svg>`,
  )
  return html`<svg class="chart" role="group" aria-labelledby="${id}-title" aria-describedby="${id}-about"><title id="${id}-title">${title}</title><desc id="${id}-about">${about}</desc>${raw(lines.join(''))}${bars.map((bar, i) => drawn(bar, i * step, step, top))}<line class="base" x1="0" x2="100%" y1="100%" y2="100%"/></svg>`
}

/** One bar, with the whole height of its interval to press on. */
function drawn({ href, label, parts, sum, disclosed }: Bar, x: number, step: number, top: number): Markup | string {
  if (sum === 0) return ''
  const [left, width] = [x + (step * (1 - WIDTH)) / 2, step * WIDTH]
  let above = 0
  const pieces = parts.map(({ family, count }) => {
    if (count === 0) return ''
    above += count
    return `<rect class="f-${family}" x="${percent(left)}" width="${percent(width)}" y="${percent(1 - above / top)}" height="${percent(count / top)}"/>`
  })
  const rule =
    disclosed === 0
      ? ''
      : `<svg y="100%" class="on"><rect class="rule" x="${percent(left)}" width="${percent((width * disclosed) / sum)}" y="3" height="2"/></svg>`
  return html`<a href="${href}" aria-label="${label}"><title>${label}</title><rect class="press" x="${percent(x)}" width="${percent(step)}" y="0" height="100%"/>${raw(pieces.join('') + rule)}</a>`
}
