/** The differences between the log and the rows that it is about. */
import type { NewEntry } from '../log/append.ts'
import type { LogKind } from '../log/kinds.ts'

/** An entry as the log has it. */
export interface StoredEntry extends NewEntry {
  /** Its position. */
  readonly id: number
}

/** A fault of an archive. */
export interface LogFault {
  /** The number of the version; 0: the article as a whole. */
  readonly version: number
  /** The position of the entry of the log that is contradicted; null: there is none. */
  readonly entry: number | null
  readonly fault: string
}

/** Collects differences. */
export class Differences {
  /** Entries that contradict their rows, or have none. */
  readonly faults: LogFault[] = []
  /** The entries of rows that have none: of before the log, or added without it. */
  readonly unlogged: { readonly entry: NewEntry; readonly version: number }[] = []

  fault(version: number, entry: number | null, fault: string): void {
    this.faults.push({ version, entry, fault })
  }

  missing(entry: NewEntry, version = 0): void {
    this.unlogged.push({ entry, version })
  }

  add({ faults, unlogged }: Differences): void {
    this.faults.push(...faults)
    this.unlogged.push(...unlogged)
  }
}

/** A row with an entry of its own. */
export interface SingleRow {
  readonly id: number
  readonly digest: string
  readonly version?: number
}

/** Compares rows with entries whose subjects are their ids. */
export function compareSingles(kind: LogKind, entries: readonly StoredEntry[], rows: readonly SingleRow[]): Differences {
  const found = new Differences()
  const rest = new Map<number, StoredEntry[]>(Map.groupBy(entries, (entry) => entry.subject))
  for (const { id, digest, version = 0 } of rows) {
    const [entry, ...more] = rest.get(id) ?? []
    rest.delete(id)
    if (!entry) found.missing({ kind, subject: id, digest }, version)
    else if (entry.digest !== digest) found.fault(version, entry.id, `the ${kind} is not as the log has it`)
    for (const { id: position } of more) found.fault(version, position, `the log has the ${kind} twice`)
  }
  for (const [{ id }] of rest.values() as Iterable<[StoredEntry]>)
    found.fault(0, id, `the ${kind} that the log has is not there`)
  return found
}

/** Compares texts that only the last entry must have, such as a title. `text`: null where it may have no entry. */
export function compareLast(kind: LogKind, entries: readonly StoredEntry[], digest: string, isEmpty: boolean): Differences {
  const found = new Differences()
  const last = entries.at(-1)
  if (!last) {
    if (!isEmpty) found.missing({ kind, subject: 0, digest })
  } else if (last.digest !== digest) found.fault(0, last.id, `the ${kind} is not the last that the log has`)
  return found
}

/** Compares a set of texts, each with one entry. */
export function compareSet(kind: LogKind, entries: readonly StoredEntry[], digests: readonly string[]): Differences {
  const found = new Differences()
  const [logged, stored] = [new Set(entries.map(({ digest }) => digest)), new Set(digests)]
  for (const digest of stored) if (!logged.has(digest)) found.missing({ kind, subject: 0, digest })
  for (const { id, digest } of entries) if (!stored.has(digest)) found.fault(0, id, `the ${kind} that the log has is not there`)
  return found
}
