/** Answers a list as JSON, CSV or NDJSON. */
import type { Context } from 'hono'
import Papa from 'papaparse'
import type { App } from '../context.ts'
import type { ListFormat } from '../request/list.ts'
import { answerJson, answerText, type Json, type Otherwise } from './conditional.ts'

/** The beginnings of cells that a spreadsheet runs as formulas, in full width too. Papa's own pattern misses cells of several lines. */
const FORMULA = /^[=+\-@＝＋－＠\t\r\n]/

type Flat = Record<string, string | number | boolean | null>

/** A page of a list; a feed reports whether there is `more`. */
export interface ListAnswer<Row> {
  readonly data: readonly Row[]
  readonly next: string | null
  readonly more?: boolean
}

/**
 * Answers a list in the requested format. `table` has the columns of CSV and NDJSON. A feed always has `next` and reports whether
 * there is `more`; if not, the link is one to poll (rel=monitor, RFC 5989) instead of one to the next page.
 */
export function answerList<Row extends object>(
  c: Context<App>,
  { data, next, more }: ListAnswer<Row>,
  format: ListFormat | undefined,
  table: { readonly columns: readonly string[]; readonly flat: (row: Row) => Flat },
): Json<ListAnswer<Row>> | Otherwise {
  if (next !== null) {
    const url = new URL(c.req.url)
    const [parameter, relation] = more === false ? ['since', 'monitor'] : ['cursor', 'next']
    for (const name of ['since', 'cursor']) url.searchParams.delete(name)
    url.searchParams.set(parameter, next)
    c.header('Link', `<${url.pathname}${url.search}>; rel="${relation}"`, { append: true })
  }
  if (format === undefined || format === 'json') return answerJson(c, { data, next, ...(more !== undefined && { more }) })
  const rows = data.map(table.flat).map((row) => table.columns.map((name) => [name, row[name] ?? null] as const))
  if (format === 'csv') {
    const cells = [table.columns, ...rows.map((row) => row.map(([, value]) => value))]
    const csv = Papa.unparse(cells, { newline: '\r\n', escapeFormulae: FORMULA })
    return answerText(c, `${csv}\r\n`, 'text/csv; charset=utf-8; header=present')
  }
  const lines = rows.map((row) => `${JSON.stringify(Object.fromEntries(row))}\n`).join('')
  return answerText(c, lines, 'application/x-ndjson')
}
