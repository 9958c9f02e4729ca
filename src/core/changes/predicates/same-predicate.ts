/** Signs that a word that stands on both sides is the same predicate on both. */
import { isContent } from '../../text/stems.ts'
import type { Comparison, Wording } from '../compare/comparison.ts'
import type { AlignedWords } from './align-words.ts'
import { describesNoun, grammarOf, isAimed, isGerund, isNoun, isThing, isVerb, objectOf, verbOfNoun } from './grammar.ts'

const NEAR = 8
/** If less of the words stays, the surroundings must confirm that a predicate is the same. */
export const LITTLE_KEPT = 0.5

/** True if another content word beside the predicate stands on both sides too, or one of the wordings has hardly any. */
export function isSameMatter(i: number, j: number, { before, after, kept }: Comparison, words: AlignedWords): boolean {
  if (kept >= LITTLE_KEPT) return true
  for (let k = Math.max(0, i - NEAR); k <= Math.min(before.words.length - 1, i + NEAR); k++) {
    const partner = words.after[k] ?? -1
    if (k !== i && partner >= 0 && partner !== j && Math.abs(partner - j) <= NEAR && isContent(before.words[k]?.key ?? ''))
      return true
  }
  const content = ({ words }: Wording) => words.filter(({ key }) => isContent(key)).length
  return Math.min(content(before), content(after)) <= 2
}

/**
 * False for a verb and a noun of one root in different places ("never met", "after a meeting"), and for a word that describes a
 * noun on one side ("appears sound", "a sound roof").
 */
export function isOfOneRole(i: number, j: number, { before, after, hunks }: Comparison): boolean {
  const [a, b] = [grammarOf(before.read), grammarOf(after.read)]
  if (isAimed(a, i) !== isAimed(b, j)) return false
  if (!isVerb(a, i) && !isVerb(b, j) && describesNoun(a, i) !== describesNoun(b, j)) return false
  if (before.words[i]?.key === after.words[j]?.key || (isVerb(a, i) || isGerund(a, i)) === (isVerb(b, j) || isGerund(b, j)))
    return true
  return hunks.some((h) => h.aFrom <= i && i < h.aTo && h.bFrom <= j && j < h.bTo)
}

/**
 * False for a verb and a noun of opposite sense ("killed two", "found survivors"), and for two ends of different things ("began
 * to deliberate", "ended its first day").
 */
export function areOfOneClass(i: number, j: number, { before, after }: Comparison, { after: partners }: AlignedWords): boolean {
  const [a, b] = [grammarOf(before.read), grammarOf(after.read)]
  const [v, w] = [isVerb(a, i) || isGerund(a, i), isVerb(b, j) || isGerund(b, j)]
  if ((isThing(a, i) && w) || (isThing(b, j) && v)) return false
  if (!ENDS.test(before.words[i]?.key ?? '') || !isVerb(a, i)) return true
  const [x, y] = [objectOf(a, i), objectOf(b, j)]
  return x < 0 || y < 0 || partners[x] === y
}
const ENDS = /^(?:beg[aiu]n|start|end|stop|finish)/

/** Unless it is a noun that belongs to different verbs: "orders dried up", "a lack of orders led to it". */
export function ofOneVerb(i: number, j: number, { before, after }: Comparison, words: AlignedWords): boolean {
  const [a, b] = [grammarOf(before.read), grammarOf(after.read)]
  if (!isNoun(a, i) || !isNoun(b, j)) return true
  const [v, w] = [verbOfNoun(a, i), verbOfNoun(b, j)]
  if (v < 0 || w < 0) return true
  const plain = ({ words }: Wording, verb: number) => !isContent(words[verb]?.key ?? '')
  return words.after[v] === w || (plain(before, v) && plain(after, w))
}
