/**
 * Negative quantifiers ("no one", "none of the crew", "not a single boat") that another wording replaces by someone or
 * something.
 */
import { isContent } from '../../text/stems.ts'
import type { Token } from './compare-tokens.ts'
import type { Comparison, Wording } from './comparison.ts'

/** The longest replacement: a phrase and not another clause. */
const MOST_WORDS = 8
/** The least share of the other words, those of the predicate, that both wordings have. */
const LEAST_KEPT = 0.5

/** "one" of "no one" and "not one" is never a number. */
export const countsNone = (words: readonly Token[], i: number): boolean =>
  words[i]?.key === 'one' && /^(no|not)$/.test(words[i - 1]?.key ?? '')

/**
 * Returns true if the predicate is the same and only its subject or object is negative in one wording and positive in the
 * other. However short the sentence is, that is another polarity and not a paraphrase.
 *
 *     "Nobody was hurt." / "Two people were hurt."   →   true
 *     "No crops failed." / "Two banks failed."       →   true
 *     "Nobody was hurt." / "Two boats were late."    →   false
 */
export function someAgainstNone({ before, after, hunks }: Comparison): boolean {
  const slot = hunks.find(({ aFrom, aTo, bFrom, bTo }) => {
    if (aTo === aFrom || bTo === bFrom || Math.max(aTo - aFrom, bTo - bFrom) > MOST_WORDS) return false
    const [none, other] = [hasNone(before, aFrom, aTo), hasNone(after, bFrom, bTo)]
    return none !== other && (none ? isSomeone(after, bFrom, bTo) : isSomeone(before, aFrom, aTo))
  })
  if (!slot || (comparing(before) && superlative(after)) || (superlative(before) && comparing(after))) return false
  // "No one lives there." → "Two monks live there.": the verb follows the number of the subject.
  const [verbA, verbB] = [before.words[slot.aTo - 1]?.key ?? '', after.words[slot.bTo - 1]?.key ?? '']
  let [kept, content, from] = inflected(verbA, verbB) ? [1, isContent(verbA), 0] : [0, false, 0]
  for (const hunk of [...hunks, { aFrom: before.words.length, aTo: before.words.length }]) {
    for (const { key } of before.words.slice(from, hunk.aFrom)) {
      kept++
      content ||= isContent(key)
    }
    from = hunk.aTo
  }
  const other = hunks.filter((hunk) => hunk !== slot && !agrees(before, after, hunk))
  const changed = other.reduce((sum, h) => sum + (h.aTo - h.aFrom) + (h.bTo - h.bFrom), 0)
  return content && 2 * kept >= LEAST_KEPT * (2 * kept + changed)
}

/** Returns true if a negative quantifier stands among the words [from, to). */
function hasNone({ words }: Wording, from: number, to: number): boolean {
  for (let i = from; i < to; i++) if (isNegativeQuantifier(words, i)) return true
  return false
}

/** Returns true if a negative quantifier begins at a word; not in "no fewer than ten" or "not a good year". */
export function isNegativeQuantifier(words: readonly Token[], i: number): boolean {
  const [key, next, last] = [0, 1, 2].map((n) => words[i + n]?.key)
  if (key === 'no') return last !== 'than'
  if (key === 'not') return next === 'one' || (next === 'a' && last === 'single')
  return key === 'nobody' || key === 'none' || key === 'nothing' || key === 'neither'
}

/** True for "two people were" and "a painting"; not for "shops have run out of", which has a verb of its own. */
function isSomeone({ words }: Wording, from: number, to: number): boolean {
  let end = to
  while (end > from && AUXILIARY.test(words[end - 1]?.key ?? '')) end--
  return !words.slice(from, end).some(({ key }) => AUXILIARY.test(key))
}
const AUXILIARY = /^(is|are|was|were|be|been|has|have|had|will|would|can|could|do|does|did)$/

/** "No peak is higher than Orm" means that Orm is the highest. */
const comparing = ({ words }: Wording): boolean => words.some(({ key }) => key === 'than')
const superlative = ({ words }: Wording): boolean => words.some(({ key }) => /^(most|least|best|worst)$|[^f]est$/.test(key))

/** "was" → "were" follows the number of the subject. */
function agrees(
  { words: a }: Wording,
  { words: b }: Wording,
  { aFrom, aTo, bFrom, bTo }: Comparison['hunks'][number],
): boolean {
  return aTo - aFrom === 1 && bTo - bFrom === 1 && inflected(a[aFrom]?.key ?? '', b[bFrom]?.key ?? '')
}

/** "is" and "are", "lives" and "live", "crop" and "crops". */
function inflected(x: string, y: string): boolean {
  const [short, long] = x.length < y.length ? [x, y] : [y, x]
  return short !== '' && (long === `${short}s` || long === `${short}es` || AGREEMENT.has(`${short} ${long}`))
}
const AGREEMENT = new Set(['is are', 'was were', 'has have'])
