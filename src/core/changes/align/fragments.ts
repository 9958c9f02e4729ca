/** Splits and merges: one sentence that corresponds to several neighboring ones. */
import type { Sentence } from '../../article.ts'
import type { Profile, Profiles } from './similarity.ts'
import { isTakenOut } from './taken-out.ts'

/**
 * Weights for an extra sentence as a part of a whole, besides the share of it that the whole contains (weight 1): the share of
 * the whole that only it adds, and a pronoun at its beginning ("It makes rope.").
 */
const ADDED = 1.5
const PRONOUN = 0.2
/** Weights against it: the share of the whole that the parts so far cover, and a sentence between it and them. */
const COVERED = 0.3
const FAR = 0.2
/** The least score, and the least share of the whole that the extra sentence must add. */
const ENOUGH = 0.54
const LEAST_ADDED = 0.05
/** From this score on, the words themselves may decide. */
const MAYBE = 0.3
/**
 * An extra sentence is accepted without a score if the whole contains at least half of it and it adds at least this share of
 * the whole.
 */
const HALF = 0.5
const HALF_ADDED = 0.08

const OPENS_WITH_PRONOUN = /^\W*(it|its|he|she|his|her|they|their|this|these|that|those|there|such)\b/i

/** The greatest distance of an extra sentence from the partner of the whole. */
const REACH = 2
/** In the second round a part may stand beside a part found in the first. */
const ROUNDS = 2

type Vocabulary = Pick<Profiles, 'weights' | 'content'>

/** One version's sentences: their profiles, and the partner of each or a negative number. */
export interface Side {
  readonly sentences: readonly Sentence[]
  readonly profiles: readonly Profile[]
  readonly taken: Int32Array
}

/**
 * Finds, for each sentence of `wholes` that is paired with one of `parts`, the open sentences near its partner that contain the
 * rest of it. Returns whole → parts (its partner included, ascending), and marks the parts as taken.
 *
 *     "The mill, which makes rope, burned." → "The mill burned." "It makes rope."
 */
export function fragments(wholes: Side, parts: Side, vocabulary: Vocabulary): Map<number, number[]> {
  const found = new Map<number, number[]>()
  const marks = new Uint8Array(vocabulary.weights.length)
  for (let round = 0; round < ROUNDS; round++) {
    const claims: { whole: number; part: number; score: number }[] = []
    for (let part = 0; part < parts.taken.length; part++) {
      if (parts.taken[part] !== -1) continue
      for (let step = -REACH; step <= REACH; step++) {
        const whole = step === 0 ? -1 : (parts.taken[part + step] ?? -1)
        const partner = wholes.taken[whole] ?? -1
        const far = Math.abs(step) > 1
        if (partner < 0 || (far && parts.taken[part + Math.sign(step)] !== -1)) continue
        if (mass(wholes, whole) === 0 || mass(parts, part) === 0) continue
        const soFar = (found.get(whole) ?? [partner]).map((k) => parts.profiles[k] as Profile)
        const share = shareOf(wholes.profiles[whole] as Profile, soFar, parts.profiles[part] as Profile, vocabulary, marks)
        if (share.added < LEAST_ADDED) continue
        const pronoun = OPENS_WITH_PRONOUN.test(parts.sentences[part]?.text ?? '')
        const score =
          share.contained + ADDED * share.added - COVERED * share.covered + (pronoun ? PRONOUN : 0) - (far ? FAR : 0)
        const half = share.contained >= HALF && share.added >= HALF_ADDED
        const maybe = score > MAYBE && (found.get(whole) ?? [partner]).length === 1
        const takenOut = maybe && isTakenOut(textOf(parts, part), textOf(wholes, whole), textOf(parts, partner))
        if (half || score > ENOUGH || takenOut) claims.push({ whole, part, score })
      }
    }
    claims.sort((p, q) => q.score - p.score || p.part - q.part)
    for (const { whole, part } of claims) {
      if (parts.taken[part] !== -1) continue
      parts.taken[part] = whole
      const list = found.get(whole) ?? [wholes.taken[whole] as number]
      found.set(
        whole,
        [...list, part].sort((x, y) => x - y),
      )
    }
  }
  return found
}

const textOf = ({ sentences }: Side, k: number): string => sentences[k]?.text ?? ''

const mass = ({ profiles }: Side, k: number): number => profiles[k]?.mass ?? 0

interface Share {
  /** The share of the part's weight that the whole contains. */
  readonly contained: number
  /** The share of the whole's weight that the part has and the parts so far lack; 0 if it includes no content word. */
  readonly added: number
  /** Dice's coefficient of the whole and the parts so far. */
  readonly covered: number
}

/** Marks of words: one that the parts so far have, one that the new part has. */
const SO_FAR = 1
const NEW = 2

/** Measures the share of a part in a whole. `marks` has a zero for each word, before and after. */
function shareOf(
  whole: Profile,
  soFar: readonly Profile[],
  part: Profile,
  { weights, content }: Vocabulary,
  marks: Uint8Array,
): Share {
  let massSoFar = 0
  for (const { words } of soFar) {
    for (let n = 0; n < words.length; n++) {
      const id = words[n] as number
      if (marks[id] === 0) massSoFar += weights[id] as number
      marks[id] = SO_FAR
    }
  }
  mark(part.words, NEW, marks)
  let [common, added, contained] = [0, 0, 0]
  let matter = false
  for (let n = 0; n < whole.words.length; n++) {
    const id = whole.words[n] as number
    const [found, weight] = [marks[id] as number, weights[id] as number]
    if ((found & SO_FAR) !== 0) common += weight
    if (found === NEW) {
      added += weight
      matter ||= content[id] === 1
    }
    if ((found & NEW) !== 0) contained += weight
  }
  for (const { words } of soFar) mark(words, 0, marks)
  mark(part.words, 0, marks)
  return {
    contained: contained / part.mass,
    added: matter ? added / whole.mass : 0,
    covered: (2 * common) / (massSoFar + whole.mass),
  }
}

/** Adds a mark to words; 0 clears all marks. */
function mark(words: Int32Array, added: number, marks: Uint8Array): void {
  for (let n = 0; n < words.length; n++) {
    const id = words[n] as number
    marks[id] = added === 0 ? 0 : (marks[id] as number) | added
  }
}
