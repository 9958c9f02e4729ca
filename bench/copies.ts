/** Copies of articles that are recorded: a large archive in a minute, with the rows that recording writes, but for the hashes and the search. */
import type { Database } from 'better-sqlite3'
import { numberAt, positionOf, timeAt } from '../src/store/sql/position.ts'

/** A copy is so much later than the one before it, in milliseconds. */
const APART = 60_000

/** The values that a copy writes into columns, the others as they are. `$n`: the number of the copy; `$article` …: how far its ids are shifted. */
const TABLES: readonly (readonly [table: string, changed: Readonly<Record<string, string>>])[] = [
  [
    'articles',
    {
      id: 'id + $article',
      slug: "slug || '-' || $n",
      latest_version: 'latest_version + $version',
      first_captured_at: 'later(first_captured_at, $n)',
      latest_captured_at: 'later(latest_captured_at, $n)',
    },
  ],
  ['slugs', { slug: "slug || '-' || $n", article_id: 'article_id + $article' }],
  [
    'versions',
    {
      id: 'id + $version',
      article_id: 'article_id + $article',
      place: 'later_place(place, $n)',
      captured_at: 'later(captured_at, $n)',
      previous: "previous || '-' || $n",
      hash: "hash || '-' || $n",
      sentences: 'with_ids(sentences, 3, $sentence)',
    },
  ],
  ['sentences', { id: 'id + $sentence', article_id: 'article_id + $article' }],
  ['statements', { id: 'id + $statement', sentence_id: 'sentence_id + $sentence' }],
  [
    'claims',
    {
      id: 'id + $claim',
      article_id: 'article_id + $article',
      statement_id: 'statement_id + $statement',
      last_place: 'later_place(last_place, $n)',
    },
  ],
  [
    'wordings',
    {
      claim_id: 'claim_id + $claim',
      from_place: 'later_place(from_place, $n)',
      until_place: 'later_place(until_place, $n)',
      article_id: 'article_id + $article',
      statement_id: 'statement_id + $statement',
    },
  ],
  [
    'changes',
    {
      id: 'id + $change',
      article_id: 'article_id + $article',
      from_version: 'from_version + $version',
      to_version: 'to_version + $version',
      before: 'with_ids(before, 0, $sentence)',
      after: 'with_ids(after, 0, $sentence)',
      retracts: 'retracts + $change',
      note: 'with_ids(note, 0, $sentence)',
    },
  ],
  ['trails', { claim_id: 'claim_id + $claim', change_id: 'change_id + $change' }],
  ['article_sources', { article_id: 'article_id + $article' }],
  ['change_counts', { hour: 'later(hour, $n)', article_id: 'article_id + $article' }],
  ['source_change_counts', { hour: 'later(hour, $n)', article_id: 'article_id + $article' }],
]

/** The ids that a copy shifts, each with its table. */
const KEYS = {
  article: 'articles',
  version: 'versions',
  sentence: 'sentences',
  statement: 'statements',
  claim: 'claims',
  change: 'changes',
} as const

/** The columns by which the originals are told from their copies, of tables without an id of their own. */
const FOREIGN: Readonly<Record<string, keyof typeof KEYS>> = { wordings: 'claim', trails: 'claim' }

/** The condition for the rows that are no copies. */
function originals(table: string): string {
  const own = Object.entries(KEYS).find(([, name]) => name === table)
  if (own) return `id <= $most_${own[0]}`
  const key = FOREIGN[table] ?? 'article'
  return `${key}_id <= $most_${key}`
}

/** A time or an hour, so many steps later. */
function later(text: string | null, steps: number): string | null {
  if (text === null) return null
  const hour = text.length === 13
  const time = Date.parse(hour ? `${text}:00:00.000Z` : text) + steps * APART
  return new Date(time).toISOString().slice(0, hour ? 13 : 24)
}

function laterPlace(place: string | null, steps: number): string | null {
  return place === null ? null : positionOf(later(timeAt(place), steps) ?? '', numberAt(place))
}

/** The ids at one place of each row of a JSON array, so much higher. */
function withIds(json: string | null, at: number, more: number): string | null {
  if (json === null) return null
  const rows = JSON.parse(json) as unknown[][]
  return JSON.stringify(rows.map((row) => row.with(at, Number(row[at]) + more)))
}

/** Adds `copies` of every article, each a minute later than the one before. */
export function addCopies(database: Database, copies: number): void {
  database.function('later', { deterministic: true }, later as (...values: unknown[]) => unknown)
  database.function('later_place', { deterministic: true }, laterPlace as (...values: unknown[]) => unknown)
  database.function('with_ids', { deterministic: true }, withIds as (...values: unknown[]) => unknown)
  const last = Object.fromEntries(
    Object.entries(KEYS).map(([key, table]) => [key, Number(database.prepare(`select max(id) from ${table}`).pluck().get())]),
  )
  const inserts = TABLES.map(([table, changed]) => {
    const columns = database.prepare<[string], string>('select name from pragma_table_info(?)').pluck().all(table)
    const values = columns.map((name) => changed[name] ?? name)
    return database.prepare(
      `insert into ${table} (${columns.join()}) select ${values.join()} from ${table} where ${originals(table)}`,
    )
  })
  const limits = Object.fromEntries(Object.entries(last).map(([key, most]) => [`most_${key}`, most]))
  const copy = database.transaction((n: number) => {
    const shifts = Object.fromEntries(Object.entries(last).map(([key, most]) => [key, most * n]))
    for (const insert of inserts) insert.run({ ...limits, ...shifts, n })
  })
  for (let n = 1; n <= copies; n++) copy(n)
}
