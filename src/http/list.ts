/** Lists: keyset cursors, and the same rows as JSON, CSV or NDJSON. */
import type { Context } from 'hono'
import Papa from 'papaparse'
import { z } from 'zod'
import { invalid } from '../failure.ts'

/** The query parameters that every list takes. */
export const listShape = {
  limit: z
    .string()
    .regex(/^\d{1,4}$/, 'expected a whole number from 1 to 200')
    .transform(Number)
    .refine((n) => n >= 1 && n <= 200, 'expected a whole number from 1 to 200')
    .optional()
    .meta({ description: 'Rows a page, 1 to 200; default 50.' }),
  cursor: z.string().max(500).optional().meta({ description: '`next` of the page before.' }),
  format: z.enum(['json', 'csv', 'ndjson']).optional(),
}

export const DEFAULT_LIMIT = 50

/** What a list answers as JSON. */
export const listSchema = <Row extends z.ZodType>(row: Row) =>
  z.object({ data: z.array(row), next: z.string().nullable().describe('Cursor of the next page; null on the last.') })

/** Packs the sort key of a page's last row. Opaque to callers. */
export function toCursor(key: readonly (string | number)[]): string {
  return btoa(String.fromCharCode(...new TextEncoder().encode(JSON.stringify(key))))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replace(/=+$/, '')
}

/** The sort key in a cursor, of the types given. Throws Failure invalid. */
export function fromCursor<Types extends readonly ('string' | 'number')[]>(
  cursor: string | undefined,
  ...types: Types
): { [K in keyof Types]: Types[K] extends 'string' ? string : number } | undefined {
  if (cursor === undefined) return undefined
  try {
    const bytes = Uint8Array.from(atob(cursor.replaceAll('-', '+').replaceAll('_', '/')), (ch) => ch.charCodeAt(0))
    const key = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
    if (Array.isArray(key) && key.length === types.length && types.every((type, i) => typeof key[i] === type)) {
      return key as { [K in keyof Types]: Types[K] extends 'string' ? string : number }
    }
  } catch {
    // Not one of ours: said below.
  }
  throw invalid('query.cursor', 'is not a cursor that this list gave')
}

/** A page cut from `limit + 1` rows, and the cursor of the next. */
export function page<Row>(rows: readonly Row[], limit: number, key: (row: Row) => readonly (string | number)[]) {
  const data = rows.slice(0, limit)
  const last = data.at(-1)
  return { data, next: rows.length > limit && last !== undefined ? toCursor(key(last)) : null }
}

type Flat = Record<string, string | number | boolean | null>

/** Answers a list in the format asked for. `table` gives the columns of CSV and NDJSON, and `extra` what JSON says besides. */
export function answerList<Row extends object>(
  c: Context,
  { data, next }: { data: readonly Row[]; next: string | null },
  format: 'json' | 'csv' | 'ndjson' | undefined,
  table: { readonly columns: readonly string[]; readonly flat: (row: Row) => Flat },
  extra: object = {},
): Response {
  if (next !== null) {
    const url = new URL(c.req.url)
    url.searchParams.delete('since')
    url.searchParams.set('cursor', next)
    c.header('Link', `<${url.pathname}${url.search}>; rel="next"`, { append: true })
  }
  if (format === 'csv') {
    const csv = Papa.unparse(
      { fields: [...table.columns], data: data.map(table.flat) },
      { newline: '\r\n', escapeFormulae: true },
    )
    return c.body(`${csv}\r\n`, 200, { 'Content-Type': 'text/csv; charset=utf-8; header=present' })
  }
  if (format === 'ndjson') {
    return c.body(data.map((row) => `${JSON.stringify(table.flat(row))}\n`).join(''), 200, {
      'Content-Type': 'application/x-ndjson',
    })
  }
  return c.json({ data, next, ...extra })
}
