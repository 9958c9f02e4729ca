/** How alike two sentences are in what they say: shared words, weighted by how rare they are in the two versions. */
import type { Sentence } from '../../article.ts'
import { type Word, type WordClass, wordsOf } from './words.ts'

/** A number may change while its claim stays, and small words carry little: both weigh less than a word of content. */
const FACTOR: Record<WordClass, number> = { content: 1, number: 0.4, small: 0.2 }

/** A sentence as a sorted set of word ids. */
export interface Profile {
  readonly words: Int32Array
  /** The sum of the words' weights. */
  readonly mass: number
}

export interface Profiles {
  readonly a: readonly Profile[]
  readonly b: readonly Profile[]
  /** The weight of each word id. */
  readonly weights: Float64Array
}

/** The profiles of the sentences of two versions over one vocabulary. The weight is the inverse document frequency over both
 * versions (Spärck Jones 1972), times a factor for numbers and small words. */
export function profilesOf(a: readonly Sentence[], b: readonly Sentence[]): Profiles {
  const ids = new Map<string, number>()
  const frequency: number[] = []
  const factor: number[] = []
  const seen = new Map<string, Word>()
  const known = new Map<string, Int32Array>()
  const setOf = ({ text }: Sentence): Int32Array => {
    const again = known.get(text)
    if (again) {
      for (const id of again) frequency[id] = (frequency[id] ?? 0) + 1
      return again
    }
    const set = new Set<number>()
    for (const { key, kind } of wordsOf(text, seen)) {
      let id = ids.get(key)
      if (id === undefined) {
        id = ids.size
        ids.set(key, id)
        frequency.push(0)
        factor.push(FACTOR[kind])
      }
      set.add(id)
    }
    for (const id of set) frequency[id] = (frequency[id] ?? 0) + 1
    const sorted = Int32Array.from(set).sort()
    known.set(text, sorted)
    return sorted
  }
  const sets = [a.map(setOf), b.map(setOf)] as const
  const total = a.length + b.length
  const weights = Float64Array.from(frequency, (n, id) => (factor[id] ?? 1) * Math.log(1 + (2 * total) / (n + 1)))
  const profile = (words: Int32Array): Profile => ({ words, mass: words.reduce((sum, id) => sum + (weights[id] ?? 0), 0) })
  return { a: sets[0].map(profile), b: sets[1].map(profile), weights }
}

/** The weight of the words that both have. */
export function sharedMass(p: Profile, q: Profile, weights: Float64Array): number {
  let sum = 0
  for (let i = 0, j = 0; i < p.words.length && j < q.words.length; ) {
    const x = p.words[i] as number
    const y = q.words[j] as number
    if (x === y) sum += weights[x] as number
    if (x <= y) i++
    if (y <= x) j++
  }
  return sum
}

/** 0..1: Dice's coefficient of the weighted sets, helped by how much of the smaller one is contained in the larger. */
export function similarity(p: Profile, q: Profile, weights: Float64Array): number {
  const least = Math.min(p.mass, q.mass)
  if (least === 0) return 0
  const shared = sharedMass(p, q, weights)
  return (0.9 * 2 * shared) / (p.mass + q.mass) + (0.1 * shared) / least
}
