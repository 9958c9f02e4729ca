/** Plain text for a terminal: colour where it is wanted, columns, and nothing that could steer the terminal. */
import { styleText } from 'node:util'
import type { Output, Session } from '../session.ts'

export type Paint = (format: 'bold' | 'dim' | 'red' | 'green' | 'yellow' | 'cyan', text: string) => string

/** Colours only on a terminal, and not with NO_COLOR (https://no-color.org) or TERM=dumb. */
export function paintFor(output: Output, env: Session['env']): Paint {
  const coloured = output.isTTY === true && !env.NO_COLOR && env.TERM !== 'dumb'
  return (format, text) => (coloured ? styleText(format, text, { validateStream: false }) : text)
}

/** Archived text without control characters, save tab and line end. */
export function printable(text: string): string {
  return text.replace(/[^\n\t\P{Cc}]/gu, '')
}

/** Rows as lines of aligned columns; the last column is not padded. */
export function columns(rows: readonly (readonly string[])[]): string[] {
  const widths: number[] = []
  for (const row of rows) {
    for (const [i, cell] of row.entries()) widths[i] = Math.max(widths[i] ?? 0, cell.length)
  }
  return rows.map((row) =>
    row
      .map((cell, i) => (i === row.length - 1 ? cell : cell.padEnd(widths[i] ?? 0)))
      .join('  ')
      .trimEnd(),
  )
}

export function count(n: number, noun: string): string {
  return `${n} ${noun}${n === 1 ? '' : 's'}`
}
