/** A SQLite database with faults: at each statement, also inside a transaction, and at each commit. */
import type SQLite from 'better-sqlite3'
import type { Faults } from './faults.ts'

const RUNS = ['run', 'get', 'all'] as const

/** The same database as a program sees it to which faults happen. */
export function withFaults(client: SQLite.Database, faults: Faults): SQLite.Database {
  const faulty = Object.create(client) as SQLite.Database
  faulty.prepare = ((text: string) => faultyStatement(client.prepare(text), faults)) as typeof client.prepare
  faulty.transaction = ((work: () => unknown) => {
    // The fault of the work is one before the commit, and that of the whole is one before it begins or after the commit.
    const whole = client.transaction(() => faults.run(work))
    const committed = (kind: 'immediate' | 'deferred') => () => faults.run(() => whole[kind]())
    return { immediate: committed('immediate'), deferred: committed('deferred') }
  }) as never
  return faulty
}

function faultyStatement(statement: SQLite.Statement, faults: Faults): SQLite.Statement {
  const faulty = Object.create(statement) as SQLite.Statement
  for (const name of RUNS) faulty[name] = ((...values: unknown[]) => faults.run(() => statement[name](...values))) as never
  for (const name of ['raw', 'pluck'] as const)
    faulty[name] = ((...toggle: boolean[]) => {
      statement[name](...toggle)
      return faulty
    }) as never
  return faulty
}
