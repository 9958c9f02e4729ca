/** Lines in the gutter from the place that a sentence left to where it stands; each row that a line crosses draws its piece. */
import type { ComparisonRowJson } from '../../http/json/stories/comparison-json.ts'
import { type Markup, raw } from '../markup.ts'

/** How far down in a row a line turns. */
const MIDDLE = '1.7rem'

/** The gutter of each row. A row of lines that only pass, as in a fold, is that of any row inside it. */
export function gutters(rows: readonly Pick<ComparisonRowJson, 'kind' | 'other'>[]): Markup[] {
  const lines = rows.map((): string[] => [])
  let drawn = 0
  for (const [right, { kind, other: left }] of rows.entries()) {
    if (kind !== 'move' || left === null) continue
    const x = `${30 + (drawn++ % 3) * 20}%`
    const [first, last] = [Math.min(left, right), Math.max(left, right)]
    for (let i = first; i <= last; i++) {
      const [top, bottom] = [i === first ? MIDDLE : '0', i === last ? MIDDLE : '100%']
      lines[i]?.push(`<line class="way" x1="${x}" x2="${x}" y1="${top}" y2="${bottom}"/>`)
    }
    lines[left]?.push(`<line class="way" x1="0" x2="${x}" y1="${MIDDLE}" y2="${MIDDLE}"/>`)
    lines[right]?.push(
      `<line class="way" x1="${x}" x2="100%" y1="${MIDDLE}" y2="${MIDDLE}"/><svg x="100%" y="${MIDDLE}" class="on"><path class="tip" d="M0 0L-6-4V4Z"/></svg>`,
    )
  }
  return lines.map((list) =>
    raw(
      `<span class="gutter" aria-hidden="true">${list.length > 0 ? `<svg focusable="false">${list.join('')}</svg>` : ''}</span>`,
    ),
  )
}
