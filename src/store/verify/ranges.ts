/** Compares rows with entries of the log each of which covers the rows of one write: those from its subject up to the next entry's. */
import type { NewEntry } from '../log/append.ts'
import { Differences, type StoredEntry } from './differences.ts'

interface Covered<Row> {
  readonly kind: NewEntry['kind']
  /** The entries of that kind, of one article. */
  readonly entries: readonly StoredEntry[]
  readonly digest: (rows: readonly Row[]) => string
  /** The number of the version that a fault is about; 0: the article as a whole. */
  readonly version?: (row: Row) => number
}

/** The differences between entries and rows, which come in the order of their ids. */
export async function compareRanges<Row extends { readonly id: number }>(
  pages: AsyncIterable<readonly Row[]>,
  { kind, entries, digest, version = () => 0 }: Covered<Row>,
): Promise<Differences> {
  const found = new Differences()
  const sorted = entries.toSorted((a, b) => a.subject - b.subject)
  let next = 0
  let rows: Row[] = []
  /** Compares the rows that were collected with the entry that covers them. */
  const close = () => {
    const entry = sorted[next - 1]
    const [first] = rows
    if (!entry) {
      if (first) found.missing({ kind, subject: first.id, digest: digest(rows) }, version(first))
    } else if (!first) found.fault(0, entry.id, `the ${kind} that the log has are not there`)
    else if (digest(rows) !== entry.digest) found.fault(version(first), entry.id, `the ${kind} are not those that the log has`)
    rows = []
  }
  for await (const page of pages) {
    for (const row of page) {
      for (let entry = sorted[next]; entry && entry.subject <= row.id; entry = sorted[next]) {
        close()
        next++
      }
      rows.push(row)
    }
  }
  for (; next < sorted.length; next++) close()
  close()
  return found
}
