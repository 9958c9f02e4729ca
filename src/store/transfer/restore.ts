/** Restores an export into an empty archive, in parts. Until the last one the archive has a mark and answers nothing else. */
import { type SQL, sql } from 'drizzle-orm'
import { Failure } from '../../failure.ts'
import { MIGRATIONS } from '../migration-names.ts'
import { bulk } from '../sql/bulk.ts'
import { brokenConstraint, type Store } from '../store.ts'
import { type End, endIn, type Header, headerIn, parsedLine } from './format.ts'
import { RowCheck, rowIn, type TableRow } from './row-check.ts'
import { SEARCH_COLUMNS } from './search-rows.ts'
import { exportedTables, type Table } from './tables.ts'

/** How far a restoration is. */
export interface Restored {
  /** How many lines of the export are recorded. */
  readonly lines: number
  /** Whether the archive is whole. */
  readonly done: boolean
}

interface Mark {
  readonly header: string
  readonly lines: number
  readonly head: string | null
  /** JSON: the ids of versions that were erased. */
  readonly erased: string
}

async function markOf(store: Store): Promise<Mark | null> {
  const [mark] = await store.db.all<Mark>(
    sql`select header, lines, (select hash from versions order by id desc limit 1) as head,
      (select json_group_array(version_id) from erasures) as erased from restorations`,
  )
  return mark ?? null
}

/** Whether a restoration has begun, and whether there is an article. */
export async function restorationState(store: Store): Promise<{ readonly restoring: boolean; readonly filled: boolean }> {
  const [row] = await store.db.all<{ restoring: number; filled: number }>(
    sql`select exists (select 1 from restorations where id = 1) as restoring, exists (select 1 from articles) as filled`,
  )
  return { restoring: row?.restoring === 1, filled: row?.filled === 1 }
}

/**
 * Records the lines of an export from the line `first` on, which is the one after those that are recorded. The first line is sent
 * alone, and sent again it tells how many lines are recorded. Throws Failure: invalid for a line, which it names; conflict.
 */
export async function restoreLines(store: Store, lines: readonly string[], first: number): Promise<Restored> {
  const mark = await markOf(store)
  if (first === 1) return begin(store, lines, mark)
  if (!mark) throw new Failure('conflict', 'No restoration has begun: send the first line.')
  if (first !== mark.lines + 1) {
    throw new Failure('conflict', `${mark.lines} lines are recorded, so that line ${mark.lines + 1} comes next.`)
  }
  const header = headerIn(parsedLine(mark.header))
  const check = new RowCheck(header, mark.head, JSON.parse(mark.erased) as number[])
  const rows: TableRow[] = []
  let end: End | null = null
  for (const [i, text] of lines.entries()) {
    atLine(first + i, () => {
      if (end) throw new RangeError('it follows the end')
      const value = parsedLine(text)
      end = endIn(value)
      if (end) return
      const found = rowIn(value, header)
      check.check(found)
      rows.push(found)
    })
  }
  const tables = await exportedTables(store, header.secrets)
  // The end counts once the archive is whole.
  const total = mark.lines + lines.length - (end ? 1 : 0)
  // The lines are a condition of the write, so that of two that restore the second fails.
  const step = sql`update restorations set lines = case when lines = ${mark.lines} then ${total} end`
  try {
    await store.batchWrite([step, ...insertions(rows, tables)])
  } catch (error) {
    const told = brokenConstraint(error)
    if (told === null) throw error
    if (/restorations/.test(told)) throw new Failure('conflict', 'Somebody else restores it too.')
    throw new Failure('invalid', `lines ${first} to ${first + lines.length - 1}: a row contradicts the others: ${told}`)
  }
  if (end) await finish(store, header, end, tables)
  return { lines: mark.lines + lines.length, done: end !== null }
}

function atLine(number: number, work: () => void): void {
  try {
    work()
  } catch (error) {
    if (!(error instanceof RangeError)) throw error
    const message = `line ${number}: ${error.message}`
    throw new Failure('invalid', message, [{ path: 'body', message }])
  }
}

async function begin(store: Store, lines: readonly string[], mark: Mark | null): Promise<Restored> {
  const [text = '', ...more] = lines
  if (more.length > 0) throw new Failure('invalid', 'The first line is sent alone.')
  if (mark) {
    if (mark.header !== text) throw new Failure('conflict', 'Another export is being restored into this archive.')
    return { lines: mark.lines, done: false }
  }
  atLine(1, () => refuseOther(headerIn(parsedLine(text))))
  const { secrets, columns } = headerIn(parsedLine(text))
  const tables = await exportedTables(store, secrets)
  const isFilled = sql.join(
    tables.map(({ name }) => sql`exists (select 1 from ${sql.identifier(name)})`),
    sql` or `,
  )
  const notEmpty = new Failure('conflict', 'The archive is not empty: an export is restored into an empty one.')
  const [found] = await store.db.all<{ filled: number }>(sql`select ${isFilled} as filled`)
  if (found?.filled !== 0) throw notEmpty
  atLine(1, () => {
    for (const { name, columns: own } of tables) {
      if (columns[name]?.join() !== own.join()) throw new RangeError(`the table ${name} has other columns in this archive`)
    }
  })
  // The emptiness is a condition of the write, so that nothing comes in between.
  await store.batchWrite([
    sql`insert or ignore into restorations (id, header, lines) select 1, ${text}, 1 where not (${isFilled})`,
  ])
  const begun = await markOf(store)
  if (!begun) throw notEmpty
  return begin(store, lines, begun)
}

/** Throws a RangeError where rows could mean something else to this program. */
export function refuseOther({ migration }: Header): void {
  const last = MIGRATIONS.at(-1)
  if (migration !== last) {
    throw new RangeError(
      `the export is of an archive with the migration ${migration} and this program has ${last}: restore it with the program of that migration, which can be upgraded then`,
    )
  }
}

/** The statements that write rows, in their order. */
function insertions(rows: readonly TableRow[], tables: readonly Table[]): SQL[] {
  const groups: { table: string; rows: TableRow['row'][] }[] = []
  for (const { table, row } of rows) {
    const last = groups.at(-1)
    if (last?.table === table) last.rows.push(row)
    else groups.push({ table, rows: [row] })
  }
  return groups.flatMap((group) => {
    const table = tables.find(({ name }) => name === group.table)
    return bulk(
      group.rows,
      (row) => [...row],
      (json) => insertion(group.table, table, json),
    ).concat(group.table === 'sentences' ? indexed(group.rows, table) : [])
  })
}

function insertion(name: string, table: Table | undefined, json: string): SQL {
  const columns = table?.columns ?? SEARCH_COLUMNS
  const names = columns.map((column) => sql.identifier(column)).map((column) => sql`${column}`)
  const values = columns.map((column, i) => {
    const value = sql.raw(`value ->> ${i}`)
    return table?.bytes?.includes(column) ? sql`unhex(${value})` : value
  })
  return sql`insert into ${sql.identifier(name)} (${sql.join(names, sql`, `)}) select ${sql.join(values, sql`, `)} from json_each(${json})`
}

/** The index of sentences follows their rows. */
function indexed(rows: readonly TableRow['row'][], table: Table | undefined): SQL[] {
  const [id, text] = ['id', 'text'].map((name) => table?.columns.indexOf(name) ?? 0)
  return bulk(
    rows,
    (row) => [row[id ?? 0], row[text ?? 0]],
    (json) => sql`insert into sentence_search (rowid, text) select value ->> 0, value ->> 1 from json_each(${json})`,
  )
}

/** Takes the mark away if everything is there. Throws Failure invalid. */
async function finish(store: Store, header: Header, { rows }: End, tables: readonly Table[]): Promise<void> {
  const mark = await markOf(store)
  if ((mark?.head ?? null) !== header.head)
    throw new Failure('invalid', 'The log does not end with the head that the header names.')
  for (const { name } of tables) {
    const [found] = await store.db.all<{ rows: number }>(sql`select count(*) as "rows" from ${sql.identifier(name)}`)
    const given = rows[name] ?? 0
    if (found?.rows !== given)
      throw new Failure('invalid', `The table ${name} has ${found?.rows} rows, and the export ${given}.`)
  }
  const given = JSON.stringify(Object.entries(header.given))
  await store.batchWrite([
    sql`delete from sqlite_sequence where name in (select value ->> 0 from json_each(${given}))`,
    sql`insert into sqlite_sequence (name, seq) select value ->> 0, value ->> 1 from json_each(${given})`,
    sql`update archive set revision = ${header.revision}`,
    sql`delete from restorations`,
  ])
}
