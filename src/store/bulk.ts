/** Many rows by one statement: `insert … select … from json_each(?)`, one bound JSON array. */
import type { SQL } from 'drizzle-orm'

/** Largest JSON parameter, in UTF-16 units: bulk parameters stay under 1 MB each, whatever the text. */
const CHUNK = 300_000

/** One statement for all rows, or a few where they would not fit into one parameter. */
export function bulk<Row>(rows: readonly Row[], columns: (row: Row) => unknown[], statement: (json: string) => SQL): SQL[] {
  const parts: string[] = []
  let part: string[] = []
  let size = 0
  for (const row of rows) {
    const json = JSON.stringify(columns(row))
    if (size + json.length > CHUNK && part.length) {
      parts.push(`[${part.join()}]`)
      part = []
      size = 0
    }
    part.push(json)
    size += json.length
  }
  if (part.length) parts.push(`[${part.join()}]`)
  return parts.map(statement)
}
