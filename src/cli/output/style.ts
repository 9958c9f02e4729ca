/** Text for a terminal: color where it is wanted, columns, and no control characters. */
import { styleText } from 'node:util'
import type { Output, Session } from '../session.ts'

export type Paint = (format: 'bold' | 'dim' | 'red' | 'green' | 'yellow' | 'cyan' | 'inverse', text: string) => string

/** Colors only on a terminal, and not with NO_COLOR (https://no-color.org) or TERM=dumb; FORCE_COLOR decides before all these. */
export function paintFor(output: Output, env: Session['env']): Paint {
  const { FORCE_COLOR: forced } = env
  const wanted = output.isTTY === true && !env.NO_COLOR && env.TERM !== 'dumb'
  const colored = forced === undefined ? wanted : forced !== '0' && forced !== 'false'
  return (format, text) => (colored ? styleText(format, text, { validateStream: false }) : text)
}

/** The text without control characters other than tab and line end. */
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

export function count(n: number, noun: string, many = `${noun}s`): string {
  return `${n} ${n === 1 ? noun : many}`
}
