/** The rows of a list as CSV and NDJSON. */
import Papa from 'papaparse'
import type { ListFormat } from '../request/list.ts'

type Value = string | number | boolean | null | readonly unknown[] | object

/** The columns of a list, and the values of a row by their names. */
export interface Table<Item> {
  readonly columns: readonly string[]
  readonly flat: (item: Item) => Readonly<Record<string, Value | undefined>>
}

/** The formats of rows. */
export type RowFormat = Exclude<ListFormat, 'json'>

/**
 * The beginnings of cells that a spreadsheet runs as formulas, in full width too, where they are more than a number. Papa's own pattern
 * misses cells of several lines.
 */
const FORMULA = /^(?![+-]?\d+(?:\.\d+)?$)[=+\-@＝＋－＠\t\r\n]/

export const ROW_TYPES: Readonly<Record<RowFormat, string>> = {
  csv: 'text/csv; charset=utf-8; header=present',
  ndjson: 'application/x-ndjson',
}

/** Lists and objects as JSON, so that a column has one type whatever a row holds. */
const cellOf = (value: Value) => (typeof value === 'object' && value !== null ? JSON.stringify(value) : value)

/** The text of rows; with `head` a line of CSV that names the columns comes first. */
export function rowsText<Item>(
  items: readonly Item[],
  { columns, flat }: Table<Item>,
  format: RowFormat,
  head: boolean,
): string {
  const rows = items.map((item) => {
    const values = flat(item)
    return columns.map((name) => [name, values[name] ?? null] as const)
  })
  if (format === 'ndjson') return rows.map((row) => `${JSON.stringify(Object.fromEntries(row))}\n`).join('')
  const cells = [...(head ? [columns] : []), ...rows.map((row) => row.map(([, value]) => cellOf(value)))]
  if (cells.length === 0) return ''
  return `${Papa.unparse(cells, { newline: '\r\n', escapeFormulae: FORMULA })}\r\n`
}
