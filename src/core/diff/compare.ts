/** The difference of two versions as operations on sentences, with the changed words of rewritten sentences. */
import type { Sentence } from '../article.ts'
import { align, type Group } from '../changes/align/align.ts'
import { type Part, wordParts } from './word-parts.ts'

/** A version's texts and its sentences. */
export interface Side {
  readonly title: string
  readonly body: string
  readonly sentences: readonly Sentence[]
}

/** A part of the title or body: one or more whole sentences with the white space up to the next. */
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
  /** The word differences, if both sides exist and differ (a moved sentence may be rewritten too); else empty. */
  readonly parts: readonly Part[]
}

/**
 * Returns the operations that turn `a` into `b`, in the order of `b`; deletions stand where their sentences stood. The pieces
 * tile the texts: all `after` pieces of a part, in this order, join to its text in `b`; all `before` pieces, in the order of
 * `start`, to its text in `a`. A sentence that is equal may be followed by other white space. `groups` is the alignment, if it
 * is known already.
 */
export function compare(a: Side, b: Side, groups: readonly Group[] = align(a.sentences, b.sentences)): Operation[] {
  const [headA, headB] = [headlines(a), headlines(b)]
  const titles: Pairing[] = []
  const bodies: Pairing[] = []
  for (const group of groups) {
    const [before, after] = [run(group.before), run(group.after)]
    const [i, j] = [before[0], after[0]]
    if (i === undefined || j === undefined || i < headA !== j < headB) continue
    const pairs = i < headA ? titles : bodies
    pairs.push({ before, after, moved: group.moved !== null })
  }
  return [
    ...operationsOf('title', tiles(a.title, a.sentences, 0, headA), tiles(b.title, b.sentences, 0, headB), titles),
    ...operationsOf(
      'body',
      tiles(a.body, a.sentences, headA, a.sentences.length),
      tiles(b.body, b.sentences, headB, b.sentences.length),
      bodies,
    ),
  ]
}

function headlines({ sentences }: Side): number {
  const first = sentences.findIndex((s) => s.zone !== 'headline')
  return first < 0 ? sentences.length : first
}

interface Pairing {
  readonly before: readonly number[]
  readonly after: readonly number[]
  readonly moved: boolean
}

/** Returns the first unbroken run of indices: only neighboring sentences make one piece. */
const run = (indices: readonly number[]): readonly number[] =>
  indices.length === 1 ? indices : indices.filter((i, n) => i === (indices[0] ?? 0) + n)

/** The pieces of one text, one a sentence; `first` is the index of the first one's sentence. */
interface Tiles {
  readonly text: string
  readonly first: number
  readonly pieces: readonly Piece[]
}

/**
 * Returns each of the sentences [from, to) with the white space (and anything else between sentences) up to the next one; the
 * first piece begins at the start of the text. A text without a sentence is one piece.
 */
function tiles(text: string, sentences: readonly Sentence[], from: number, to: number): Tiles {
  if (from === to) return { text, first: -1, pieces: text === '' ? [] : [{ start: 0, end: text.length, text, sentences: [] }] }
  const pieces: Piece[] = []
  for (let index = from; index < to; index++) {
    const start = index === from ? 0 : (sentences[index] as Sentence).start
    const end = index + 1 === to ? text.length : (sentences[index + 1] as Sentence).start
    pieces.push({ start, end, text: text.slice(start, end), sentences: [index] })
  }
  return { text, first: from, pieces }
}

function operationsOf(part: Operation['part'], a: Tiles, b: Tiles, pairs: readonly Pairing[]): Operation[] {
  const startsB: (Pairing | undefined)[] = new Array(b.pieces.length)
  const [pairedA, pairedB] = [new Uint8Array(a.pieces.length), new Uint8Array(b.pieces.length)]
  for (const pair of pairs) {
    startsB[(pair.after[0] as number) - b.first] = pair
    for (const i of pair.before) pairedA[i - a.first] = 1
    for (const j of pair.after) pairedB[j - b.first] = 1
  }
  const operations: Operation[] = []
  let next = 0
  /** Adds the deletions of the pieces of `a` up to an index. */
  const deleteUpTo = (index: number) => {
    for (; next < index; next++) {
      if (!pairedA[next]) operations.push({ kind: 'delete', part, before: a.pieces[next] as Piece, after: null, parts: [] })
    }
  }
  for (const [n, piece] of b.pieces.entries()) {
    const pair = startsB[n]
    if (!pair) {
      if (!pairedB[n]) operations.push({ kind: 'insert', part, before: null, after: piece, parts: [] })
      continue
    }
    if (!pair.moved) deleteUpTo((pair.before[0] as number) - a.first)
    const [before, after] = [joined(a, pair.before), joined(b, pair.after)]
    const same = before.text === after.text || before.text.trim() === after.text.trim()
    const kind = pair.moved ? 'move' : same ? 'equal' : 'replace'
    operations.push({ kind, part, before, after, parts: same ? [] : wordParts(before.text, after.text) })
  }
  deleteUpTo(a.pieces.length)
  return operations
}

/** Returns the piece of one or more neighboring sentences. */
function joined({ text, first, pieces }: Tiles, sentences: readonly number[]): Piece {
  const head = pieces[(sentences[0] as number) - first] as Piece
  if (sentences.length === 1) return head
  const { end } = pieces[(sentences.at(-1) as number) - first] as Piece
  return { start: head.start, end, text: text.slice(head.start, end), sentences }
}
