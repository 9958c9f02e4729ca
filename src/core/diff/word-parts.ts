/** The difference of two short texts word by word. */
import { type Hunk, shortestEdit } from '../text/shortest-edit.ts'

export interface Part {
  readonly kind: 'equal' | 'delete' | 'insert'
  readonly text: string
}

/** Words with their inner marks, runs of white space, single other characters: they tile the text. */
const PIECE = /\s+|[\p{L}\p{M}\p{N}]+(?:['’.,:-][\p{L}\p{M}\p{N}]+)*|./gsu

/**
 * Returns parts whose equal and deleted texts join to `a`, and whose equal and inserted texts join to `b`. White space alone
 * between two changes counts as changed, so that a changed phrase stays together. A deletion precedes the insertion that
 * replaces it.
 */
export function wordParts(a: string, b: string): Part[] {
  const [x, y] = [a.match(PIECE) ?? [], b.match(PIECE) ?? []]
  const parts: Part[] = []
  /** The position in the two texts, in pieces of `a` and in characters, and the start of the current difference. */
  let [i, atA, atB] = [0, 0, 0]
  let [deleteFrom, insertFrom] = [0, 0]
  const flush = () => {
    if (atA > deleteFrom) parts.push({ kind: 'delete', text: a.slice(deleteFrom, atA) })
    if (atB > insertFrom) parts.push({ kind: 'insert', text: b.slice(insertFrom, atB) })
  }
  const end: Hunk = { aFrom: x.length, aTo: x.length, bFrom: y.length, bTo: y.length }
  for (const hunk of [...shortestEdit(x, y), end]) {
    const from = atA
    const equal = lengthOf(x, i, hunk.aFrom)
    const differs = atA > deleteFrom || atB > insertFrom
    if (equal > 0 && !(differs && hunk !== end && hunk.aFrom === i + 1 && isSpace(x[i] as string))) {
      flush()
      parts.push({ kind: 'equal', text: a.slice(from, from + equal) })
      ;[deleteFrom, insertFrom] = [atA + equal, atB + equal]
    }
    atA += equal + lengthOf(x, hunk.aFrom, hunk.aTo)
    atB += equal + lengthOf(y, hunk.bFrom, hunk.bTo)
    i = hunk.aTo
  }
  flush()
  return parts
}

function lengthOf(pieces: readonly string[], from: number, to: number): number {
  let length = 0
  for (let n = from; n < to; n++) length += (pieces[n] as string).length
  return length
}

const isSpace = (piece: string): boolean => piece.trim() === ''
