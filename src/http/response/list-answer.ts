/** Answers a list as JSON, CSV or NDJSON: a page of it, or all its rows as a stream. */
import type { Context } from 'hono'
import { Failure } from '../../failure.ts'
import { rowCount } from '../../store/read/lists/row-count.ts'
import type { App } from '../context.ts'
import {
  asksForAll,
  DEFAULT_LIMIT,
  fromCursor,
  type Key,
  type KeyType,
  type ListFormat,
  type PageQuery,
  toCursor,
} from '../request/list.ts'
import { answerJson, answerText, type Json, type Otherwise } from './conditional.ts'
import { ROW_TYPES, type RowFormat, rowsText, type Table } from './list-rows.ts'
import { streamOf } from './stream-text.ts'

/** Most rows of an answer in CSV or NDJSON where no setting says otherwise. */
const MOST_ROWS = 100_000

/** Rows that are read at once for it: about 1 MB. */
const READ_ROWS = 500

/** A page of a list; a feed reports whether there is `more`. */
export interface ListAnswer<Item> {
  readonly data: readonly Item[]
  readonly next: string | null
  readonly more?: boolean
}

/** A row of what a query reads. */
type RowOf<Query> = Awaited<Query> extends readonly (infer Row)[] ? Row : never

/** How the rows of a list are read. */
export interface Reading<K, Query> {
  /** So many rows at most behind a sort key; undefined: from the first. `end`: of a feed, up to that key. */
  readonly rows: (after: K | undefined, limit: number, end?: K) => Query
  readonly key: (row: RowOf<Query>) => K
  /** Whether `rows` returns a query, so that what it would read can be counted. Default: true. */
  readonly counts?: boolean
}

/** Rows as an answer has them. */
export interface Form<Row, Item> {
  /** null: the list leaves the row out. */
  readonly json: (row: Row) => Item | null
  readonly table: Table<Item>
  /** Whether a list that is no feed reports `more` too. Default: false. */
  readonly tellsMore?: boolean
}

/** A list as a query asks for it. */
export interface List<K, Query> {
  /** The key behind which the query begins; undefined: with the first row. */
  readonly start: K | undefined
  /** The number of rows that `first` reads. */
  readonly limit: number
  /** The query of its first page, with one row more where another follows. */
  readonly first: () => Query
  /** The page of these rows, as `answer` has it. */
  readonly page: <Item>(rows: readonly RowOf<Query>[], json: (row: RowOf<Query>) => Item | null, end?: K) => ListAnswer<Item>
  /**
   * Answers with these rows and, where the query asks for all, with those behind them. `end`: of a feed, the key of the last row that there
   * is, whether the list has it or not; polling goes on behind it. Throws Failure too_large.
   */
  readonly answer: <Item extends object>(
    c: Context<App>,
    rows: readonly RowOf<Query>[],
    form: Form<RowOf<Query>, Item>,
    end?: K,
  ) => Promise<Json<ListAnswer<Item>> | Otherwise>
}

/** The list of a name, with a sort key of these types. Throws Failure invalid. */
export function listOf<Query extends PromiseLike<readonly unknown[]>, const Types extends readonly KeyType[]>(
  name: string,
  types: Types,
  given: PageQuery,
  { rows: read, key, counts = true }: Reading<Key<Types>, Query>,
): List<Key<Types>, Query> {
  type Row = RowOf<Query>
  const { cursor, since, format, limit = DEFAULT_LIMIT } = given
  const none = since === 'now'
  const start = fromCursor(name, { cursor }, ...types) ?? (none ? undefined : fromCursor(name, { since }, ...types))
  const all = asksForAll(given)
  const size = all ? READ_ROWS : limit
  const asked = none ? 0 : size + 1
  /** The last row of the first page, where others follow. */
  const lastBefore = (rows: readonly Row[]) => (rows.length > size ? rows[size - 1] : undefined)
  const page: List<Key<Types>, Query>['page'] = (rows, json, end) => {
    const last = lastBefore(rows)
    const next = last === undefined ? end : key(last)
    return {
      data: rows.slice(0, size).flatMap((row) => json(row) ?? []),
      next: next === undefined ? null : toCursor(name, next),
      ...(end !== undefined && { more: last !== undefined }),
    }
  }
  return {
    start,
    limit: asked,
    first: () => read(start, asked),
    page,
    async answer(c, rows, form, end) {
      if (!all || lastBefore(rows) === undefined) {
        const one = page(rows, form.json, end)
        return answerList(c, form.tellsMore ? { more: one.next !== null, ...one } : one, format, form.table)
      }
      const most = mostRows(c)
      // Before any is sent.
      if (counts && (await rowCount(c.var.store, read(undefined, most + 1, end))) > most) throw tooLong(most)
      if (end !== undefined) linkOn(c, 'since', toCursor(name, end))
      const pages = pagesOf(rows, (after, limit) => read(after, limit, end) as PromiseLike<readonly Row[]>, key, most)
      return streamRows(c, pages, form, format as RowFormat)
    },
  }
}

const mostRows = (c: Context<App>) => c.var.config.listRows ?? MOST_ROWS

const tooLong = (most: number) =>
  new Failure(
    'too_large',
    `The list has more than ${most} rows: ask for pages (limit, then cursor), or for fewer rows by its filters.`,
  )

/** The rows of a list a page after the other, those that were read first. Throws Failure too_large behind the last that is given. */
async function* pagesOf<Row, K>(
  first: readonly Row[],
  read: (after: K, limit: number) => PromiseLike<readonly Row[]>,
  key: (row: Row) => K,
  most: number,
): AsyncGenerator<readonly Row[]> {
  let rows = first
  for (let given = 0; ; ) {
    const page = rows.slice(0, READ_ROWS)
    given += page.length
    if (given > most) throw tooLong(most)
    yield page
    const last = page.at(-1)
    if (rows.length <= READ_ROWS || last === undefined) return
    rows = await read(key(last), READ_ROWS + 1)
  }
}

function streamRows<Row, Item>(
  c: Context<App>,
  pages: AsyncIterable<readonly Row[]>,
  { json, table }: Form<Row, Item>,
  format: RowFormat,
): Otherwise {
  async function* texts() {
    let head = true
    for await (const rows of pages) {
      yield rowsText(
        rows.flatMap((row) => json(row) ?? []),
        table,
        format,
        head,
      )
      head = false
    }
  }
  // Proxies, and what is in front of the app, pass it on as it comes.
  const headers = { 'Content-Type': ROW_TYPES[format], 'X-Accel-Buffering': 'no' }
  return c.body(streamOf(texts()), 200, headers) as Response as Otherwise
}

/** Links to what follows: the next page, or what is to be polled (rel=monitor, RFC 5989). */
function linkOn(c: Context<App>, parameter: 'cursor' | 'since', value: string): void {
  const url = new URL(c.req.url)
  for (const name of ['since', 'cursor']) url.searchParams.delete(name)
  url.searchParams.set(parameter, value)
  const relation = parameter === 'since' ? 'monitor' : 'next'
  c.header('Link', `<${url.pathname}${url.search}>; rel="${relation}"`, { append: true })
}

/**
 * Answers a page of a list in the requested format. A feed always has `next` and reports whether there is `more`; if not, the link is one
 * to poll instead of one to the next page. Throws Failure too_large where there are more rows than an answer may have.
 */
export function answerList<Item extends object>(
  c: Context<App>,
  { data, next, more }: ListAnswer<Item>,
  format: ListFormat | undefined,
  table: Table<Item>,
): Json<ListAnswer<Item>> | Otherwise {
  if (next !== null) linkOn(c, more === false ? 'since' : 'cursor', next)
  if (format === undefined || format === 'json') return answerJson(c, { data, next, ...(more !== undefined && { more }) })
  if (data.length > mostRows(c)) throw tooLong(mostRows(c))
  return answerText(c, rowsText(data, table, format, true), ROW_TYPES[format])
}
