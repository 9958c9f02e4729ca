/** The length of a label: whole parts are cut from its end until it fits. */
import { isDangling } from './headline-words.ts'

export const SHORTEST = 3
const LONGEST = 8
/** Up to this number of words the next part may run over `LONGEST`. */
const SHORT = 5
/** The limit where the sense needs more. */
export const MOST = 10
/** No label is longer, whatever it needs. */
export const LIMIT = 12
/** Adverbs that point to what was cut. */
const ADVERB = /^(?:mostly|partly|largely|mainly|chiefly|primarily|especially|particularly|only|almost|nearly)$/

/** A part as words. */
export interface Piece {
  readonly words: readonly string[]
  readonly rank: 'needed' | 'more' | 'time' | 'day'
  /** Numbers of words after which the part may be cut inside, in order. */
  readonly cuts: readonly number[]
  /** The number of words to which it is cut where nothing else makes the label fit; 0: it goes. */
  readonly least?: number
}

export interface Draft {
  readonly head: Piece
  /** The parts after the head of the subject, in order. */
  readonly mods: readonly Piece[]
  /** "A judge in Leeds": the object comes before what follows the head. */
  readonly modsLast: boolean
  readonly verb: readonly string[]
  readonly tail: readonly Piece[]
}

/** Returns the words of the label, and true if all of the subject is in it. */
export function fitted({ head, mods, modsLast, verb, tail }: Draft): { readonly words: string[]; readonly whole: boolean } {
  const taken = new Map<Piece, number>([[head, head.words.length]])
  const length = () => {
    let sum = verb.length
    for (const words of taken.values()) sum += words
    return sum
  }
  const needed = [...mods, ...tail].filter(({ rank }) => rank === 'needed')
  for (const piece of needed) taken.set(piece, piece.words.length)
  if (length() > LONGEST) shorten(taken, head, length() - LONGEST)
  for (const piece of needed.toReversed()) if (length() > MOST) shorten(taken, piece, length() - MOST)
  // "were unhappy with the decision to run": nothing follows what was cut
  const cutAt = tail.findIndex((piece) => (taken.get(piece) ?? piece.words.length) < piece.words.length)
  if (cutAt >= 0) for (const piece of tail.slice(cutAt + 1)) taken.delete(piece)
  for (const piece of mods.toReversed()) if (length() > MOST) taken.delete(piece)
  const add = (pieces: readonly Piece[], rank: Piece['rank'], most: number) => {
    for (const piece of pieces) {
      if (piece.rank !== rank || taken.has(piece)) continue
      if (length() + piece.words.length > most) {
        const cut = piece.cuts.findLast((words) => length() + words <= most)
        if (cut !== undefined) taken.set(piece, cut)
        return
      }
      taken.set(piece, piece.words.length)
    }
  }
  const first = (pieces: readonly Piece[]) => pieces.slice(0, pieces.findIndex(({ rank }) => rank === 'more') + 1)
  const cutShort = tail.some((piece) => (taken.get(piece) ?? piece.words.length) < piece.words.length)
  const rest = cutShort ? [] : tail
  if (!modsLast) add(first(mods), 'more', LONGEST)
  // "find no link | between coffee and heart disease"
  if (length() <= SHORT) add(first(rest), 'more', MOST)
  add(rest, 'more', LONGEST)
  add(mods, 'more', LONGEST)
  const cut = rest.findIndex((piece) => piece.rank === 'more' && !taken.has(piece))
  add(cut < 0 ? rest : rest.slice(0, cut), 'time', LONGEST + 1)
  if (length() < SHORTEST + 1) add(rest, 'day', LONGEST)
  for (const piece of tail.toReversed()) if (length() > LIMIT) shrink(taken, piece)
  const words = (pieces: readonly Piece[]) => pieces.flatMap((piece) => piece.words.slice(0, taken.get(piece) ?? 0))
  const all = [...words([head, ...mods]), ...verb, ...words(tail)].slice(0, LIMIT)
  while (all.length > SHORTEST && (length() > LIMIT || ADVERB.test(all.at(-1) ?? '')) && isDangling(all.at(-1) ?? '')) all.pop()
  return { words: all, whole: mods.every((piece) => taken.has(piece)) }
}

/** To its least words; a piece without them goes. */
function shrink(taken: Map<Piece, number>, piece: Piece): void {
  const { least = 0 } = piece
  if (least > 0 && (taken.get(piece) ?? 0) > least) taken.set(piece, least)
  else taken.delete(piece)
}

function shorten(taken: Map<Piece, number>, piece: Piece, excess: number): void {
  const cut = piece.cuts.findLast((words) => words <= piece.words.length - excess) ?? piece.cuts[0]
  if (cut !== undefined) taken.set(piece, cut)
}
