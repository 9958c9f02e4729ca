/** Reads the rows of a table in the order of its key, in pages of bounded size. */
import { type SQL, sql } from 'drizzle-orm'
import type { Store } from '../store.ts'
import type { Table } from './tables.ts'

/** Largest page of a table with ids, in bytes of its columns. A larger row is a page of its own. */
const PAGE_BYTES = 1_000_000
/** How many rows the first page looks at. Another looks at twice as many as the one before it had, since each row that is looked at costs. */
const FIRST_ROWS = 100
const MOST_ROWS = 10_000

export type Value = string | number | null
export type Row = readonly Value[]

/** Which rows are read: those after a key, up to an id. */
export interface Range {
  readonly after?: Row
  readonly until?: number
}

const list = (parts: readonly SQL[]) => sql.join([...parts], sql`, `)

/** The rows of a table in pages. Tables without ids have small rows. */
export async function* tablePages(store: Store, table: Table, range: Range = {}): AsyncGenerator<Row[]> {
  const keys = table.key.map((name) => table.columns.indexOf(name))
  let { after } = range
  let most = FIRST_ROWS
  for (;;) {
    const rows = await tablePage(store, table, { ...range, ...(after && { after }) }, most)
    if (rows.length === 0) return
    yield rows
    most = Math.min(MOST_ROWS, 2 * rows.length + FIRST_ROWS)
    const last = rows.at(-1) ?? []
    after = keys.map((at) => last[at] ?? null)
  }
}

async function tablePage(store: Store, table: Table, { after, until }: Range, most: number): Promise<Row[]> {
  const key = list(table.key.map((name) => sql.identifier(name)).map((name) => sql`${name}`))
  const beyond = after ? sql`(${key}) > (${list(after.map((value) => sql`${value}`))})` : sql`true`
  const range = until === undefined ? beyond : sql`${beyond} and ${key} <= ${until}`
  const name = sql.identifier(table.name)
  const chosen = table.hasId ? sql`${key} in (${idsOfPage(table, range, most)})` : range
  // One column of JSON would lose digits of numbers.
  const columns = table.columns.map((column) => {
    const own = sql.identifier(column)
    return table.bytes?.includes(column) ? sql`lower(hex(${own})) as ${own}` : sql`${own}`
  })
  const rows = await store.db.all<Record<string, Value>>(
    sql`select ${list(columns)} from ${name} where ${chosen} order by ${key} limit ${most}`,
  )
  return rows.map((row) => table.columns.map((column) => row[column] ?? null))
}

/** octet_length reads a length from the header of a row: the texts that the page leaves out are not read. */
function idsOfPage(table: Table, range: SQL, most: number): SQL {
  const [id = ''] = table.key
  const lengths = table.columns.map((column) => sql`coalesce(octet_length(${sql.identifier(column)}), 0)`)
  const size = sql.join(lengths, sql` + `)
  return sql`select id from (select ${sql.identifier(id)} as id, ${size} as own, sum(${size}) over (order by ${sql.identifier(id)}) as total
    from ${sql.identifier(table.name)} where ${range} order by ${sql.identifier(id)} limit ${most}) where total <= ${PAGE_BYTES} or total = own`
}
