/** Similarity of two sentences: their shared words, weighted by rarity within the two versions. */
import type { Sentence } from '../../article.ts'
import { tokensOf, type WordClass, wordOf } from '../../text/stems.ts'

/** A number may change while its claim stays, and small words carry little: both weigh less than a content word. */
const CLASSES: readonly WordClass[] = ['content', 'number', 'small']
const CONTENT = CLASSES.indexOf('content')
const FACTORS: readonly number[] = [1, 0.6, 0.2]

/** A sentence as a set of words. */
export interface Profile {
  /** Word ids, ascending. The ids number the words of both versions from the weightiest on. */
  readonly words: Int32Array
  /** The sum of the words' weights. */
  readonly mass: number
}

export interface Profiles {
  readonly a: readonly Profile[]
  readonly b: readonly Profile[]
  /** The weight of each word id, descending. */
  readonly weights: Float64Array
  /** 1 for each word id of a content word. */
  readonly content: Uint8Array
}

/**
 * Returns the profiles of the open sentences of two versions over one vocabulary; sentences that are taken have an empty
 * profile. The weight is the inverse document frequency over both versions (Spärck Jones 1972), times a factor for numbers and
 * small words. The work grows with the number of changed sentences.
 */
export function profilesOf(a: readonly Sentence[], b: readonly Sentence[], takenA: Int32Array, takenB: Int32Array): Profiles {
  const vocabulary = new Vocabulary()
  const setsOf = (sentences: readonly Sentence[], taken: Int32Array) =>
    sentences.map((s, n) => (taken[n] === -1 ? vocabulary.setOf(s.text) : NOTHING))
  const sets = [setsOf(a, takenA), setsOf(b, takenB)] as const
  const { ranks, weights, content } = vocabulary.ranked()
  const profiles = new Map<readonly number[], Profile>()
  const profileOf = (set: readonly number[]): Profile => {
    const again = profiles.get(set)
    if (again) return again
    const words = new Int32Array(set.length)
    let mass = 0
    for (let n = 0; n < set.length; n++) {
      const id = ranks[set[n] as number] as number
      words[n] = id
      mass += weights[id] as number
    }
    const profile = { words: words.sort(), mass }
    profiles.set(set, profile)
    return profile
  }
  return { a: sets[0].map(profileOf), b: sets[1].map(profileOf), weights, content }
}

const NOTHING: readonly number[] = []

/** The words of the sentences seen so far, numbered in order, and the number of sentences that contain each. */
class Vocabulary {
  readonly #ids = new Map<string, number>()
  readonly #idsOfTokens = new Map<string, number>()
  readonly #sets = new Map<string, readonly number[]>()
  /** Indices into CLASSES. */
  readonly #kinds: number[] = []
  readonly #frequencies: number[] = []
  /** By word, the last text that contained it: detects repetitions within a text. */
  readonly #lastRead: number[] = []
  /** The number of texts read, and of sentences given, repeated texts included. */
  #read = 0
  #sentences = 0

  /** Returns the ids of a sentence's words without duplicates; the same array for the same text. */
  setOf(text: string): readonly number[] {
    this.#sentences++
    const again = this.#sets.get(text)
    if (again) {
      for (const id of again) this.#frequencies[id] = (this.#frequencies[id] as number) + 1
      return again
    }
    const set: number[] = []
    const current = this.#read++
    for (const token of tokensOf(text)) {
      const id = this.#idsOfTokens.get(token) ?? this.#idOf(token)
      if (this.#lastRead[id] === current) continue
      this.#lastRead[id] = current
      this.#frequencies[id] = (this.#frequencies[id] as number) + 1
      set.push(id)
    }
    this.#sets.set(text, set)
    return set
  }

  #idOf(token: string): number {
    const { key, kind } = wordOf(token)
    let id = this.#ids.get(key)
    if (id === undefined) {
      id = this.#ids.size
      this.#ids.set(key, id)
      this.#kinds.push(CLASSES.indexOf(kind))
      this.#frequencies.push(0)
      this.#lastRead.push(-1)
    }
    this.#idsOfTokens.set(token, id)
    return id
  }

  /**
   * Returns the words' ranks by weight, and the weights in that order. Words of one class and frequency weigh the same, so that
   * only these groups are sorted.
   */
  ranked(): { ranks: Int32Array; weights: Float64Array; content: Uint8Array } {
    const groups: { weight: number; ids: number[] }[] = []
    for (let id = 0; id < this.#frequencies.length; id++) {
      const [kind, frequency] = [this.#kinds[id] as number, this.#frequencies[id] as number]
      const key = frequency * FACTORS.length + kind
      const group = groups[key]
      if (group) group.ids.push(id)
      else
        groups[key] = { weight: (FACTORS[kind] as number) * Math.log(1 + (2 * this.#sentences) / (frequency + 1)), ids: [id] }
    }
    const ranks = new Int32Array(this.#frequencies.length)
    const weights = new Float64Array(this.#frequencies.length)
    const content = new Uint8Array(this.#frequencies.length)
    let rank = 0
    for (const { weight, ids } of groups.flat().sort((p, q) => q.weight - p.weight)) {
      for (const id of ids) {
        ranks[id] = rank
        content[rank] = this.#kinds[id] === CONTENT ? 1 : 0
        weights[rank++] = weight
      }
    }
    return { ranks, weights, content }
  }
}

/** Returns the weight of the words that both have. */
export function sharedMass(p: Profile, q: Profile, weights: Float64Array): number {
  const [x, y] = [p.words, q.words]
  let sum = 0
  for (let i = 0, j = 0; i < x.length && j < y.length; ) {
    const difference = (x[i] as number) - (y[j] as number)
    if (difference === 0) sum += weights[x[i] as number] as number
    if (difference <= 0) i++
    if (difference >= 0) j++
  }
  return sum
}

/** The weight of the contained share beside Dice's coefficient. */
const CONTAINED = 0.1

/** 0..1: Dice's coefficient of the weighted sets, raised by the share of the smaller one that the larger contains. */
export function similarity(p: Profile, q: Profile, weights: Float64Array): number {
  const least = Math.min(p.mass, q.mass)
  return least === 0 ? 0 : likeness(sharedMass(p, q, weights), least, Math.max(p.mass, q.mass))
}

/** Returns the upper bound of the similarity of two sentences by their masses alone. */
export const mostSimilar = (p: Profile, q: Profile): number => {
  const least = Math.min(p.mass, q.mass)
  return least === 0 ? 0 : likeness(least, least, Math.max(p.mass, q.mass))
}

/** Returns the least share of a sentence's mass that a sentence of at least this similarity has in common with it. */
export function leastOverlap(similarity: number): number {
  const dice = (similarity - CONTAINED) / (1 - CONTAINED)
  return dice / (2 - dice)
}

const likeness = (shared: number, least: number, most: number): number =>
  ((1 - CONTAINED) * 2 * shared) / (least + most) + (CONTAINED * shared) / least
