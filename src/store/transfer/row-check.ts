/** Checks the lines of an export as they come: form, order of the log, hashes of versions and sentences. */
import { contentHash, GENESIS, isSentenceHash, logHash } from '../hash.ts'
import type { Header } from './format.ts'
import type { Row, Value } from './table-pages.ts'

/** A row with the name of its table. */
export interface TableRow {
  readonly table: string
  readonly row: Row
}

const isValue = (value: unknown): value is Value =>
  value === null || typeof value === 'string' || (typeof value === 'number' && Number.isFinite(value))

/** The row of a parsed line. Throws a RangeError that says what is wrong with it. */
export function rowIn(line: unknown, { columns }: Pick<Header, 'columns'>): TableRow {
  const [table, ...row] = Array.isArray(line) ? (line as unknown[]) : []
  if (typeof table !== 'string') throw new RangeError('it is no row')
  const names = Object.hasOwn(columns, table) ? columns[table] : undefined
  if (!names) throw new RangeError(`the header has no table ${table}`)
  if (row.length !== names.length) throw new RangeError(`the table ${table} has ${names.length} columns, the row ${row.length}`)
  if (!row.every(isValue)) throw new RangeError('a value is neither text nor a number nor null')
  return { table, row }
}

/** Follows the log from an entry on. */
export class RowCheck {
  readonly #columns: Header['columns']
  #head: string
  /** The ids of versions whose texts were erased. */
  readonly #erased: Set<unknown>

  /** `head`: the hash of the log's last entry before the rows; null: there is none. `erased`: the versions that are known to be erased. */
  constructor({ columns }: Pick<Header, 'columns'>, head: string | null, erased: readonly number[] = []) {
    this.#erased = new Set(erased)
    this.#columns = columns
    this.#head = head ?? GENESIS
  }

  /** The hash of the last entry so far; null: there is none. */
  get head(): string | null {
    return this.#head === GENESIS ? null : this.#head
  }

  /** Throws a RangeError that says what is wrong with the row. */
  check({ table, row }: TableRow): void {
    if (table !== 'versions' && table !== 'sentences' && table !== 'erasures') return
    const named = Object.fromEntries((this.#columns[table] ?? []).map((name, i) => [name, row[i] ?? null]))
    if (table === 'versions') this.#follow(named)
    else if (table === 'erasures') this.#erased.add(named.version_id)
    else if (!isSentenceHash(named.hash, String(named.text)))
      throw new RangeError('the text of a sentence does not match its hash')
  }

  #follow(row: Readonly<Record<string, Value>>): void {
    const text = (name: string) => row[name] as string
    const given = (name: string) => row[name] as string | null
    const content = contentHash({ title: text('title'), byline: given('byline'), body: text('body') })
    if (content !== row.content_hash && !this.#erased.has(row.id)) {
      throw new RangeError('the text of a version does not match its content hash')
    }
    if (row.previous !== this.#head) throw new RangeError('a version does not follow on the entry before it in the log')
    const hash = logHash({
      previous: this.#head,
      contentHash: text('content_hash'),
      articleId: row.article_id as number,
      number: row.number as number,
      url: given('url'),
      capturedAt: text('captured_at'),
      publishedAt: given('published_at'),
      modifiedAt: given('modified_at'),
      recordedAt: text('recorded_at'),
    })
    if (hash !== row.hash) throw new RangeError('the hash of a version does not match its fields')
    this.#head = hash
  }
}
