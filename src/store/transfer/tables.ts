/** The tables of an export, in an order in which every row follows those that it refers to. */
import { sql } from 'drizzle-orm'
import type { Store } from '../store.ts'

interface Exported {
  readonly name: string
  /** Only in an export that is asked for with secrets. */
  readonly secret?: true
  /** Columns that are not exported: they are derived by triggers, or of use to the running server alone. */
  readonly omit?: readonly string[]
  /** Columns of bytes, which lines have in hexadecimal. */
  readonly bytes?: readonly string[]
}

const LEASE = ['lease', 'leased_until']

/** `reviews` and `statement_search` have no entry: see `export-lines.ts`. */
export const TABLES: readonly Exported[] = [
  { name: 'articles' },
  { name: 'slugs' },
  { name: 'article_urls' },
  { name: 'analysis_runs' },
  { name: 'erasures' },
  { name: 'erased' },
  { name: 'versions' },
  { name: 'withholding_reasons' },
  { name: 'sentences', bytes: ['hash'] },
  { name: 'statements' },
  { name: 'sources', omit: ['claims', 'present', 'articles'] },
  { name: 'claims' },
  { name: 'wordings' },
  { name: 'changes' },
  { name: 'reviews' },
  { name: 'trails' },
  { name: 'lapsed_reviews' },
  { name: 'checks' },
  { name: 'bound_states' },
  { name: 'article_sources' },
  { name: 'change_counts' },
  { name: 'source_change_counts' },
  { name: 'alias_decisions' },
  { name: 'log_keys' },
  { name: 'log', bytes: ['digest'] },
  { name: 'hosts', omit: LEASE },
  // Without validators the next check reads a page whole, so that a feed names its hub again.
  { name: 'watches', omit: ['etag', 'last_modified'] },
  { name: 'captures' },
  { name: 'web_archives' },
  { name: 'tokens', secret: true, omit: ['last_used_at'] },
  { name: 'hooks', secret: true, omit: LEASE },
  { name: 'deliveries', secret: true },
  { name: 'outbox', secret: true },
  { name: 'subscriptions', secret: true },
]

/** Tables that no export has, with the reason. */
export const LEFT_OUT: Readonly<Record<string, string>> = {
  audit: 'it tells who wrote to this very database',
  archive: 'the header has its revision',
  archive_change_counts: 'triggers keep the sums',
  log_tiles: 'they are computed from the log',
  idempotency_keys: 'they are of use for two days',
  erasing: 'the mark of a write',
  restorations: 'the mark of an archive that is not whole',
  sessions: 'they end within twelve hours',
}

/** A table as an export has it. */
export interface Table extends Exported {
  readonly columns: readonly string[]
  /** The columns of the primary key, by which its rows are ordered. */
  readonly key: readonly string[]
  /** Whether the key is the id of the row. */
  readonly hasId: boolean
}

/** The tables of an export, with the columns that the database has. */
export async function exportedTables(store: Store, secrets: boolean): Promise<Table[]> {
  const chosen = TABLES.filter((table) => secrets || !table.secret)
  const rows = await store.db.all<{
    of: string
    name: string
    type: string
    pk: number
  }>(sql`select m.value as "of", p.name, p.type, p.pk
    from json_each(${JSON.stringify(chosen.map(({ name }) => name))}) m, pragma_table_info(m.value) p order by m.key, p.cid`)
  return chosen.map((table) => {
    const own = rows.filter((row) => row.of === table.name)
    const key = own.filter(({ pk }) => pk > 0).sort((a, b) => a.pk - b.pk)
    return {
      ...table,
      columns: own.map(({ name }) => name).filter((name) => !table.omit?.includes(name)),
      key: key.map(({ name }) => name),
      hasId: key.length === 1 && key[0]?.type === 'INTEGER',
    }
  })
}
