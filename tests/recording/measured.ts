/** A better-sqlite3 connection whose values are measured: every value that is bound or read. */
import { fileURLToPath } from 'node:url'
import type SQLite from 'better-sqlite3'
import { openSqlite, sqliteStore } from '../../src/store/sqlite.ts'
import type { Store } from '../../src/store/store.ts'

const MIGRATIONS = fileURLToPath(new URL('../../migrations', import.meta.url))

/** The length of the longest value in UTF-8, and the statement that bound or read it. */
export interface Longest {
  bytes: number
  statement: string
}

export function measuredStore(): { store: Store; longest: Longest } {
  const client = openSqlite(':memory:', MIGRATIONS)
  const longest: Longest = { bytes: 0, statement: '' }
  const prepare = client.prepare.bind(client)
  client.prepare = ((text: string) => measured(prepare(text), text, longest)) as typeof client.prepare
  return { store: sqliteStore(client), longest }
}

const RUNS = new Set(['run', 'get', 'all'])

/** The statement; `raw` and `pluck` return it again, so those are wrapped once more. */
function measured(statement: SQLite.Statement, text: string, longest: Longest): SQLite.Statement {
  return new Proxy(statement, {
    get(target, name) {
      const member: unknown = Reflect.get(target, name, target)
      if (typeof member !== 'function') return member
      return (...args: unknown[]) => {
        const result: unknown = Reflect.apply(member, target, args)
        if (result === target) return measured(target, text, longest)
        if (RUNS.has(String(name))) for (const value of [args, result]) measure(value, text, longest)
        return result
      }
    },
  })
}

function measure(value: unknown, statement: string, longest: Longest): void {
  if (typeof value === 'string') {
    // A string has at most three bytes a UTF-16 unit.
    const bytes = value.length * 3 <= longest.bytes ? 0 : Buffer.byteLength(value)
    if (bytes > longest.bytes) Object.assign(longest, { bytes, statement })
  } else if (typeof value === 'object' && value !== null) {
    for (const part of Object.values(value)) measure(part, statement, longest)
  }
}
