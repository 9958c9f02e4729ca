/** The operations of a comparison as rows beside each other: what a paragraph has of one kind is one row, and a moved sentence leaves its place. */
import type { Operation, Piece } from './compare.ts'

export interface Row {
  /** left: the place that a moved sentence left. */
  readonly kind: Operation['kind'] | 'left'
  readonly part: Operation['part']
  /** Indices of its operations. */
  readonly operations: readonly number[]
  /** For a move, the index of the row that it left; for such a place, the index of the move; else null. */
  readonly other: number | null
  /** It goes on in the paragraph in which the sentence before it stands. */
  readonly continues: boolean
}

const PARAGRAPH = '\n\n'
const ONE_A_ROW: readonly Operation['kind'][] = ['replace', 'move']
const PARTS = ['title', 'body'] as const

interface Draft {
  readonly kind: Row['kind']
  readonly part: Row['part']
  readonly operations: number[]
  /** Where its first sentence stood; null: a row of the later version alone, or a move. */
  readonly stood: number | null
}

/** The rows in order: those of the later text, with deletions and left places where their sentences stood. */
export function rowsOf(operations: readonly Operation[]): Row[] {
  const drafts = PARTS.flatMap((part) => withLeftPlaces(draftsOf(operations, part), operations, part))
  const index = new Map(drafts.map((draft, i) => [`${draft.kind}${draft.operations[0]}`, i]))
  const opens = { before: openings(operations, 'before'), after: openings(operations, 'after') }
  return drafts.map(({ kind, part, operations: own }) => {
    const { before = null, after = null } = operations[own[0] ?? -1] ?? {}
    const side = after !== null && kind !== 'left' ? 'after' : 'before'
    const start = (side === 'after' ? after : before)?.start ?? 0
    const other = kind === 'move' ? 'left' : 'move'
    return {
      kind,
      part,
      operations: own,
      other: kind === 'move' || kind === 'left' ? (index.get(`${other}${own[0]}`) ?? null) : null,
      continues: !opens[side].has(`${part}${start}`),
    }
  })
}

/** Where paragraphs begin. */
function openings(operations: readonly Operation[], side: 'before' | 'after'): Set<string> {
  const ends = operations.flatMap(({ part, [side]: piece }) => (piece?.text.endsWith(PARAGRAPH) ? [`${part}${piece.end}`] : []))
  return new Set(['title0', 'body0', ...ends])
}

function draftsOf(operations: readonly Operation[], part: Row['part']): Draft[] {
  const drafts: Draft[] = []
  let last: Operation | null = null
  for (const [i, operation] of operations.entries()) {
    if (operation.part !== part) continue
    if (last && goesOn(last, operation)) drafts.at(-1)?.operations.push(i)
    else {
      const { kind, before } = operation
      drafts.push({ kind, part, operations: [i], stood: kind === 'move' ? null : (before?.start ?? null) })
    }
    last = operation
  }
  return drafts
}

/** Whether an operation belongs to the row of the one before it. */
function goesOn(last: Operation, next: Operation): boolean {
  if (next.kind !== last.kind || ONE_A_ROW.includes(next.kind)) return false
  if ((last.after ?? last.before)?.text.endsWith(PARAGRAPH)) return false
  const touch = (a: Piece | null, b: Piece | null) => a?.end === b?.start
  return touch(last.before, next.before) && touch(last.after, next.after)
}

/** The rows of a part with one for each place that a moved sentence left, directly after what stood before it. */
function withLeftPlaces(drafts: readonly Draft[], operations: readonly Operation[], part: Row['part']): Draft[] {
  const left = operations
    .flatMap(({ kind, part: own, before }, i): Draft[] =>
      kind === 'move' && own === part && before ? [{ kind: 'left', part, operations: [i], stood: before.start }] : [],
    )
    .sort((a, b) => (a.stood ?? 0) - (b.stood ?? 0))
  if (left.length === 0) return [...drafts]
  const starts = drafts.flatMap(({ stood }) => stood ?? [])
  const all: Draft[] = []
  let [taken, passed] = [0, 0]
  const takeUntil = (end: number) => {
    for (; taken < left.length && (left[taken]?.stood ?? 0) < end; taken++) all.push(left[taken] as Draft)
  }
  takeUntil(starts[0] ?? Number.POSITIVE_INFINITY)
  for (const draft of drafts) {
    all.push(draft)
    if (draft.stood !== null) takeUntil(starts[++passed] ?? Number.POSITIVE_INFINITY)
  }
  return all
}
