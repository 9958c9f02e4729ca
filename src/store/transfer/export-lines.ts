/** Writes an archive as lines of an export. */
import { sql } from 'drizzle-orm'
import { ENGINE } from '../../core/analysis.ts'
import { runningSha256 } from '../hash.ts'
import { MIGRATIONS } from '../migration-names.ts'
import type { Store } from '../store.ts'
import { FORMAT, type Header, lineOf } from './format.ts'
import { SEARCH_COLUMNS, searchPages } from './search-rows.ts'
import { type Row, tablePages } from './table-pages.ts'
import { exportedTables, type Table } from './tables.ts'

interface State extends Pick<Header, 'head' | 'revision' | 'articles' | 'versions'> {
  readonly given: string
}

/** The ids that tables never give again. */
const GIVEN = ['captures', 'watches', 'hooks', 'deliveries']

async function stateOf(store: Store): Promise<State> {
  const [state] = await store.db.all<State>(sql`select
    (select hash from versions order by id desc limit 1) as head, (select revision from archive) as revision,
    (select count(*) from articles) as articles, (select count(*) from versions) as versions,
    (select json_group_object(name, seq order by name) from sqlite_sequence
      where name in (select value from json_each(${JSON.stringify(GIVEN)}))) as given`)
  if (!state) throw new RangeError('an archive without a state')
  return state
}

/** The largest id of each table that has ids. */
async function lastIds(store: Store, tables: readonly Table[]): Promise<Map<string, number>> {
  const withIds = tables.filter(({ hasId }) => hasId)
  const parts = withIds.map(
    ({ name, key }) => sql`select ${name} as name, max(${sql.identifier(key[0] ?? '')}) as id from ${sql.identifier(name)}`,
  )
  const found = new Map<string, number>()
  // SQLite on D1 joins few selects to one.
  for (let at = 0; at < parts.length; at += 4) {
    const rows = await store.db.all<{ name: string; id: number | null }>(sql.join(parts.slice(at, at + 4), sql` union all `))
    for (const { name, id } of rows) found.set(name, id ?? 0)
  }
  return found
}

/**
 * An archive as text, in pieces of whole lines. Where the store has no snapshot and readers could see something new meanwhile, the
 * last line tells that instead of the end. Rows with ids that were given meanwhile are left out.
 */
export async function* exportLines(archive: Store, secrets: boolean): AsyncGenerator<string> {
  const snapshot = archive.snapshot?.()
  const store = snapshot?.store ?? archive
  try {
    const tables = await exportedTables(store, secrets)
    const last = await lastIds(store, tables)
    const { given, ...state } = await stateOf(store)
    const hash = runningSha256()
    const rows: Record<string, number> = {}
    const header: Header = {
      claimtrail: 'archive',
      format: FORMAT,
      migration: MIGRATIONS.at(-1) ?? '',
      engine: ENGINE,
      ...state,
      secrets,
      given: givenOf(given, tables),
      columns: {
        ...Object.fromEntries(tables.map(({ name, columns }) => [name, columns])),
        statement_search: [...SEARCH_COLUMNS],
      },
    }
    const first = lineOf(header)
    hash.update(first)
    yield first
    for await (const [table, page] of pagesOf(store, tables, last)) {
      const text = page.map((row) => lineOf([table, ...row])).join('')
      rows[table] = (rows[table] ?? 0) + page.length
      hash.update(text)
      yield text
    }
    const { revision } = await stateOf(store)
    if (revision !== state.revision) yield lineOf({ failed: 'The archive was written meanwhile. Export it again.' })
    else yield lineOf({ end: { rows, sha256: hash.digest() } })
  } finally {
    snapshot?.close()
  }
}

function givenOf(given: string, tables: readonly Table[]): Record<string, number> {
  const named = new Set(tables.map(({ name }) => name))
  const all = JSON.parse(given) as Record<string, number>
  return Object.fromEntries(Object.entries(all).filter(([name]) => named.has(name)))
}

type Page = readonly [table: string, rows: readonly Row[]]

async function* pagesOf(store: Store, tables: readonly Table[], last: ReadonlyMap<string, number>): AsyncGenerator<Page> {
  const range = ({ name }: Table) => ({ ...(last.has(name) && { until: last.get(name) ?? 0 }) })
  const reviews = tables.find(({ name }) => name === 'reviews')
  if (!reviews) throw new RangeError('an export without reviews')
  for (const table of tables.filter((one) => one !== reviews)) {
    if (table.name === 'changes') yield* withReviews(store, table, reviews, range)
    else for await (const page of tablePages(store, table, range(table))) yield [table.name, page]
  }
  for await (const page of searchPages(store, last.get('statements') ?? 0)) yield ['statement_search', page]
}

/** Changes refer to the reviews that they follow, and reviews to the changes that they decide on: each comes before the first that names it. */
async function* withReviews(
  store: Store,
  changes: Table,
  reviews: Table,
  range: (table: Table) => { readonly until?: number },
): AsyncGenerator<Page> {
  const at = changes.columns.indexOf('review_id')
  let reviewed = 0
  async function* upTo(until: number): AsyncGenerator<Page> {
    if (until <= reviewed) return
    for await (const page of tablePages(store, reviews, { after: [reviewed], until })) yield ['reviews', page]
    reviewed = until
  }
  for await (const page of tablePages(store, changes, range(changes))) {
    let done = 0
    for (const [i, row] of page.entries()) {
      const review = row[at]
      if (typeof review !== 'number' || review <= reviewed) continue
      if (i > done) yield ['changes', page.slice(done, i)]
      yield* upTo(review)
      done = i
    }
    yield ['changes', page.slice(done)]
  }
  yield* upTo(range(reviews).until ?? 0)
}
