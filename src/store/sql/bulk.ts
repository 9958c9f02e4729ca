/** Many rows by one statement: `insert … select … from json_each(?)`, one bound JSON array. */
import type { SQL } from 'drizzle-orm'

/** Largest JSON parameter, in UTF-16 units: bulk parameters stay under 1 MB each, whatever the text. */
const CHUNK = 300_000

/** One statement for all rows, or a few where they would not fit into one parameter. */
export function bulk<Row, Statement = SQL>(
  rows: readonly Row[],
  columns: (row: Row) => unknown[],
  statement: (json: string) => Statement,
): Statement[] {
  return chunksOf(rows, columns).map(statement)
}

/** JSON arrays that together have what `said` gives of all values, each small enough for one parameter; none where there are none. */
export function chunksOf<Value>(values: readonly Value[], said: (value: Value) => unknown = (value) => value): string[] {
  const parts: string[] = []
  let part: string[] = []
  let size = 0
  for (const value of values) {
    const json = JSON.stringify(said(value))
    if (size + json.length > CHUNK && part.length) {
      parts.push(`[${part.join()}]`)
      part = []
      size = 0
    }
    part.push(json)
    size += json.length + 1
  }
  if (part.length) parts.push(`[${part.join()}]`)
  return parts
}
