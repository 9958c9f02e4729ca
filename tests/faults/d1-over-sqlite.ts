/** The binding of D1 over a SQLite database, with faults at each query and at each batch. */
import type SQLite from 'better-sqlite3'
import type { openD1 } from '../../src/store/d1.ts'
import type { Faults } from './faults.ts'

type Binding = Parameters<typeof openD1>[0]

/** What D1 answers with objects, also to a statement that returns no rows. */
function answered(client: SQLite.Database, sql: string, values: readonly unknown[]) {
  const statement = client.prepare(sql)
  if (statement.reader) return { success: true, results: statement.all(...values), meta: {} }
  statement.run(...values)
  return { success: true, results: [], meta: {} }
}

export function d1Over(client: SQLite.Database, faults: Faults): Binding {
  const statementOf = (sql: string, values: readonly unknown[] = []) => ({
    sql,
    values,
    bind: (...given: unknown[]) => statementOf(sql, given),
    all: () => faults.send(() => answered(client, sql, values)),
    run: () => faults.send(() => answered(client, sql, values)),
    raw: () =>
      faults.send(() =>
        client
          .prepare(sql)
          .raw()
          .all(...values),
      ),
    first: () => faults.send(() => client.prepare(sql).get(...values) ?? null),
  })
  return {
    prepare: statementOf,
    batch: (statements: readonly { sql: string; values: readonly unknown[] }[]) =>
      faults.send(client.transaction(() => statements.map(({ sql, values }) => answered(client, sql, values))).immediate),
  } as never
}
