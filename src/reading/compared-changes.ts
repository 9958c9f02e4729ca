/** Where the changes between two versions belong: to which operations, to which row, to which words. */
import type { Sentence } from '../core/article.ts'
import type { Operation } from '../core/diff/compare.ts'
import { type Row, rowsOf } from '../core/diff/rows.ts'
import { type About, aboutWords } from '../core/diff/word-evidence.ts'
import type { ChangeSide, ChangeView } from '../store/read/changes.ts'

export interface PlacedChanges {
  readonly rows: readonly Row[]
  /** For each row the indices of the changes that are told beside it; a change is told once. */
  readonly told: readonly (readonly number[])[]
  /** For each operation the indices of the changes of which a sentence is in it. */
  readonly touching: readonly (readonly number[])[]
  /** For each operation what its words are about, a value for each part. */
  readonly about: readonly (readonly (About | null)[])[]
}

type Sentences = readonly Pick<Sentence, 'start'>[]

/** The changes in the operations from the sentences `before` to those `after`. */
export function placedChanges(
  operations: readonly Operation[],
  before: Sentences,
  after: Sentences,
  changes: readonly ChangeView[],
): PlacedChanges {
  const rows = rowsOf(operations)
  const from = holders(operations, 'before', before)
  const to = holders(operations, 'after', after)
  const touching = operations.map((): number[] => [])
  const toldAt = operations.map((): number[] => [])
  for (const [c, change] of changes.entries()) {
    const [was, is] = [inOperations(change.before, from), inOperations(change.after, to)]
    for (const i of new Set([...was, ...is])) touching[i]?.push(c)
    const [first = was[0]] = is
    if (first !== undefined) toldAt[first]?.push(c)
  }
  return {
    rows,
    told: rows.map(({ kind, operations: own }) => (kind === 'left' ? [] : own.flatMap((i) => toldAt[i] ?? []))),
    touching,
    about: operations.map(({ parts }, i) =>
      aboutWords(
        parts,
        (touching[i] ?? []).flatMap((index) => {
          const change = changes[index]
          return change ? [{ index, kinds: change.kinds, evidence: change.evidence }] : []
        }),
      ),
    ),
  }
}

const place = (part: Operation['part'], start: number) => `${part}${start}`

/** Which operation has each sentence, by its place. */
function holders(operations: readonly Operation[], side: 'before' | 'after', sentences: Sentences): Map<string, number> {
  return new Map(
    operations.flatMap(({ part, [side]: piece }, i) =>
      (piece?.sentences ?? []).map((index): [string, number] => [place(part, sentences[index]?.start ?? 0), i]),
    ),
  )
}

const inOperations = (sides: readonly ChangeSide[], held: ReadonlyMap<string, number>): number[] =>
  sides.flatMap(({ zone, start }) => held.get(place(zone === 'headline' ? 'title' : 'body', start)) ?? []).sort((a, b) => a - b)
