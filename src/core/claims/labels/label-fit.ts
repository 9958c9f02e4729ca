/** The length of a label: whole parts are cut from its end until it fits. */
import { isDangling } from './headline-words.ts'

export const SHORTEST = 3
/** A part that the sense can do without is added up to this number of words. */
const LONGEST = 10
/** Up to this number of words the next part may run over `LONGEST`. */
const SHORT = 5
/** From this number of words a needed part ends before its adjuncts. */
export const MOST = 12
/** No label is longer, whatever it needs. */
export const LIMIT = 16
/** Adverbs that point to what was cut. */
const ADVERB = /^(?:mostly|partly|largely|mainly|chiefly|primarily|especially|particularly|only|almost|nearly)$/

/** A part as words. */
export interface Piece {
  readonly words: readonly string[]
  readonly rank: 'needed' | 'more' | 'time' | 'day'
  /** Numbers of words after which the part may end, in order. */
  readonly cuts: () => readonly number[]
  /** Further ones, where nothing else makes the label fit. */
  readonly least: () => readonly number[]
}

export interface Draft {
  readonly head: Piece
  /** The parts after the head of the subject, in order. */
  readonly mods: readonly Piece[]
  /** "A judge in Leeds": the object comes before what follows the head. */
  readonly modsLast: boolean
  readonly verb: readonly string[]
  readonly tail: readonly Piece[]
  /** Further limits of the claim: victims, a condition. */
  readonly added: readonly Piece[]
}

/** The pieces that are taken, each with its number of words. */
class Fit {
  readonly #taken = new Map<Piece, number>()
  /** The number of words of the label. */
  length: number

  constructor(verb: number) {
    this.length = verb
  }

  has(piece: Piece): boolean {
    return this.#taken.has(piece)
  }

  isCut(piece: Piece): boolean {
    return (this.#taken.get(piece) ?? piece.words.length) < piece.words.length
  }

  words(pieces: readonly Piece[]): string[] {
    return pieces.flatMap((piece) => piece.words.slice(0, this.#taken.get(piece) ?? 0))
  }

  #set(piece: Piece, words: number | null): void {
    this.length += (words ?? 0) - (this.#taken.get(piece) ?? 0)
    if (words === null) this.#taken.delete(piece)
    else this.#taken.set(piece, words)
  }

  take(pieces: readonly Piece[]): void {
    for (const piece of pieces) this.#set(piece, piece.words.length)
  }

  drop(pieces: readonly Piece[]): void {
    for (const piece of pieces) this.#set(piece, null)
  }

  /** Cuts a piece after the most words with which the label has at most `most`, or after the fewest that it may have. */
  shorten(piece: Piece, cuts: () => readonly number[], most: number): void {
    const own = this.#taken.get(piece) ?? 0
    const excess = this.length - most
    if (excess <= 0) return
    const cut = cuts().findLast((words) => words <= own - excess) ?? cuts()[0]
    if (cut !== undefined && cut < own) this.#set(piece, cut)
  }

  /** Takes the pieces of a rank in order, up to the first that would make the label longer than `most`. */
  add(pieces: readonly Piece[], rank: Piece['rank'], most: number): void {
    for (const piece of pieces) {
      if (piece.rank !== rank || this.has(piece)) continue
      const rest = most - this.length
      const words = piece.words.length <= rest ? piece.words.length : piece.cuts().findLast((cut) => cut <= rest)
      if (words !== undefined) this.#set(piece, words)
      if (words !== piece.words.length) return
    }
  }
}

/** Returns the words of the label, and true if all of the subject is in it. */
export function fitted({ head, mods, modsLast, verb, tail, added }: Draft): {
  readonly words: string[]
  readonly whole: boolean
} {
  const fit = new Fit(verb.length)
  const needed = [head, ...mods, ...tail].filter(({ rank }) => rank === 'needed')
  fit.take(needed)
  const backwards = needed.toReversed()
  for (const piece of backwards) fit.shorten(piece, piece.cuts, MOST)
  for (const piece of backwards) fit.shorten(piece, piece.least, LIMIT)
  for (const piece of backwards) if (fit.length > LIMIT && piece !== head && piece !== tail[0]) fit.drop([piece])
  // "were unhappy with the decision to run": nothing follows what was cut
  const cutAt = tail.findIndex((piece) => fit.isCut(piece))
  if (cutAt >= 0) fit.drop(tail.slice(cutAt + 1))
  const rest = cutAt < 0 ? tail : []
  const first = (pieces: readonly Piece[]) => pieces.slice(0, pieces.findIndex(({ rank }) => rank === 'more') + 1)
  if (!modsLast) fit.add(first(mods), 'more', LONGEST)
  // "find no link | between coffee and heart disease"
  if (fit.length <= SHORT) fit.add(first(rest), 'more', MOST)
  fit.add(rest, 'more', LONGEST)
  fit.add(mods, 'more', LONGEST)
  const left = rest.findIndex((piece) => piece.rank === 'more' && !fit.has(piece))
  fit.add(left < 0 ? rest : rest.slice(0, left), 'time', LONGEST)
  if (fit.length < SHORTEST + 1) fit.add(rest, 'day', LONGEST)
  const long = fit.length > LIMIT
  if (added.length > 0) {
    const least = added.reduce((sum, { rank, words }) => sum + (rank === 'needed' ? words.length : 0), 0)
    for (const piece of rest.toReversed()) if (piece.rank !== 'needed' && fit.length + least > LIMIT) fit.drop([piece])
    fit.add(added, 'needed', LIMIT)
    fit.add(added, 'more', MOST)
  }
  const all = [...fit.words([head, ...mods]), ...verb, ...fit.words([...tail, ...added])].slice(0, LIMIT)
  while (all.length > SHORTEST && (long || ADVERB.test(all.at(-1) ?? '')) && isDangling(all.at(-1) ?? '')) all.pop()
  return { words: all, whole: mods.every((piece) => fit.has(piece)) }
}
