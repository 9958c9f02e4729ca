/** The difference of two versions as operations on sentences, with the words inside those that were rewritten. */
import type { Sentence } from '../article.ts'
import { align, type Group } from '../changes/align/align.ts'
import { type Part, wordParts } from './words.ts'

/** A version's texts and its sentences. */
export interface Side {
  readonly title: string
  readonly body: string
  readonly sentences: readonly Sentence[]
}

/** A stretch of the title or body: one or more whole sentences with the white space up to the next. */
export interface Piece {
  readonly start: number
  readonly end: number
  readonly text: string
  /** Indices of the sentences in it. */
  readonly sentences: readonly number[]
}

export interface Operation {
  readonly kind: 'equal' | 'insert' | 'delete' | 'replace' | 'move'
  readonly part: 'title' | 'body'
  /** Null for an insertion. */
  readonly before: Piece | null
  /** Null for a deletion. */
  readonly after: Piece | null
  /** The words, where both sides are there and differ (a moved sentence may be rewritten too); else empty. */
  readonly parts: readonly Part[]
}

/**
 * The operations that turn `a` into `b`, in the order of `b`; deletions stand where their sentences stood. The pieces tile the
 * texts: all `after` pieces of a part, in this order, join to its text in `b`; all `before` pieces, in the order of `start`, to its
 * text in `a`. A sentence that is equal may be followed by other white space. `groups` is the alignment, if it is known already.
 */
export function compare(a: Side, b: Side, groups: readonly Group[] = align(a.sentences, b.sentences)): Operation[] {
  const [piecesA, piecesB] = [piecesOf(a), piecesOf(b)]
  const pairs = groups.flatMap((group) => {
    const [before, after] = [run(group.before), run(group.after)]
    return before.length > 0 && after.length > 0 ? [{ before, after, moved: group.moved !== null }] : []
  })
  const headA = a.sentences.filter((s) => s.zone === 'headline').length
  const headB = b.sentences.filter((s) => s.zone === 'headline').length
  const operations = (part: Operation['part']) => {
    const inPart = (i: number, head: number) => (part === 'title' ? i < head : i >= head)
    return operationsOf(
      part,
      piecesA[part],
      piecesB[part],
      pairs.filter((p) => inPart(p.before[0] ?? 0, headA) && inPart(p.after[0] ?? 0, headB)),
    )
  }
  return [...operations('title'), ...operations('body')]
}

interface Pairing {
  readonly before: readonly number[]
  readonly after: readonly number[]
  readonly moved: boolean
}

/** The first unbroken run of indices: only neighbouring sentences make one piece. */
const run = (indices: readonly number[]): number[] => indices.filter((i, n) => i === (indices[0] ?? 0) + n)

interface Pieces {
  readonly title: ReadonlyMap<number, Piece>
  readonly body: ReadonlyMap<number, Piece>
}

/** Each sentence with the white space (and anything else between sentences) up to the next one; the first from the start. */
function piecesOf({ title, body, sentences }: Side): Pieces {
  const tile = (text: string, list: readonly (readonly [number, Sentence])[]) => {
    if (list.length === 0 && text !== '') return new Map([[-1, { start: 0, end: text.length, text, sentences: [] }]])
    return new Map(
      list.map(([index, { start }], n): [number, Piece] => {
        const [from, to] = [n === 0 ? 0 : start, list[n + 1]?.[1].start ?? text.length]
        return [index, { start: from, end: to, text: text.slice(from, to), sentences: [index] }]
      }),
    )
  }
  const entries = [...sentences.entries()]
  return {
    title: tile(
      title,
      entries.filter(([, s]) => s.zone === 'headline'),
    ),
    body: tile(
      body,
      entries.filter(([, s]) => s.zone !== 'headline'),
    ),
  }
}

function operationsOf(
  part: Operation['part'],
  a: ReadonlyMap<number, Piece>,
  b: ReadonlyMap<number, Piece>,
  pairs: readonly Pairing[],
): Operation[] {
  const startsB = new Map(pairs.map((p) => [p.after[0] as number, p]))
  const pairedA = new Set(pairs.flatMap((p) => p.before))
  const pairedB = new Set(pairs.flatMap((p) => p.after))
  const operations: Operation[] = []
  const restA = [...a.keys()]
  let next = 0
  /** Deletions of the sentences of `a` up to an index. */
  const deleteUpTo = (index: number) => {
    for (; next < restA.length && (restA[next] as number) < index; next++) {
      const piece = a.get(restA[next] as number)
      if (piece && !pairedA.has(restA[next] as number))
        operations.push({ kind: 'delete', part, before: piece, after: null, parts: [] })
    }
  }
  for (const [index, piece] of b) {
    const pair = startsB.get(index)
    if (!pair) {
      if (!pairedB.has(index)) operations.push({ kind: 'insert', part, before: null, after: piece, parts: [] })
      continue
    }
    if (!pair.moved) deleteUpTo(pair.before[0] as number)
    const [before, after] = [joined(a, pair.before), joined(b, pair.after)]
    const same = before.text.trim() === after.text.trim()
    const kind = pair.moved ? 'move' : same ? 'equal' : 'replace'
    operations.push({ kind, part, before, after, parts: same ? [] : wordParts(before.text, after.text) })
  }
  deleteUpTo(Number.POSITIVE_INFINITY)
  return operations
}

function joined(pieces: ReadonlyMap<number, Piece>, indices: readonly number[]): Piece {
  const list = indices.flatMap((i) => pieces.get(i) ?? [])
  return {
    start: list[0]?.start ?? 0,
    end: list.at(-1)?.end ?? 0,
    text: list.map((p) => p.text).join(''),
    sentences: indices,
  }
}
