/** The texts under which statements are indexed, which the index itself does not keep. */
import { type SQL, sql } from 'drizzle-orm'
import { spannedText } from '../../core/claims/sources/source-identity.ts'
import { parseStatement } from '../sql/packed-statement.ts'
import { readingOf, unpackReading } from '../sql/packing.ts'
import type { Store } from '../store.ts'
import type { Row } from './table-pages.ts'

export const SEARCH_COLUMNS = ['rowid', 'label', 'content', 'source'] as const

const PAGE_ROWS = 2500

/** The values of which a row of the index is made. */
export interface Indexed {
  readonly id: number
  readonly sentence: number
  readonly analysis: string
  readonly text: string
  /** The source of the first wording; null: no claim has the statement any more. */
  readonly reading: string | null
  readonly name: string | null
}

/** A statement as the index has it. */
export interface IndexedRow {
  readonly id: number
  readonly label: string
  readonly content: string
  readonly source: string
}

/** Of some statements, those that the index has: of the runs of ingests alone. */
export async function indexedStatements(store: Store, ids: readonly number[]): Promise<Indexed[]> {
  return store.db.all<Indexed>(indexedBy(sql`t.id in (select value from json_each(${JSON.stringify(ids)})) order by t.id`))
}

const indexedBy = (
  which: SQL,
): SQL => sql`select t.id, s.id as sentence, t.analysis, s.text, ${readingOf('w')} as reading, o.name
  from statements t join analysis_runs r on r.id = t.run_id and r.reason = 'ingest' join sentences s on s.id = t.sentence_id
  left join wordings w on w.id = (select f.id from wordings f where f.statement_id = t.id order by f.from_place, f.id limit 1)
  left join sources o on o.id = w.source_id where ${which}`

/** Rows of the index in the order of their ids, up to the id `until`, in pages. Statements that later engines found again are not indexed. */
export async function* searchPages(store: Store, until: number): AsyncGenerator<Row[]> {
  for (let after = 0; ; ) {
    const rows = await store.db.all<Indexed>(
      indexedBy(sql`t.id > ${after} and t.id <= ${until} order by t.id limit ${PAGE_ROWS}`),
    )
    const last = rows.at(-1)
    if (!last) return
    yield rows.map(rowOf)
    after = last.id
  }
}

/** The row of the index. */
export function indexedRow({ id, analysis, text, reading, name }: Indexed): IndexedRow {
  const { label, content, source } = parseStatement(analysis)
  const own = spannedText(text, source.spans)
  const resolved = reading === null ? null : unpackReading(JSON.parse(reading), 0)
  const words = !resolved ? own : resolved.source ? name : (resolved.name ?? own)
  return { id, label, content: spannedText(text, content), source: resolved?.kind === 'author' ? '' : (words ?? '') }
}

function rowOf(row: Indexed): Row {
  const { id, label, content, source } = indexedRow(row)
  return [id, label, content, source]
}
