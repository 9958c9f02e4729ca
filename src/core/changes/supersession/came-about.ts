/** The event that was ahead has happened: one predicate on both sides, planned before and told as done after. */
import { isContent } from '../../text/stems.ts'
import { type Comparison, changedPlaces, isLine, type Wording } from '../compare/comparison.ts'
import { alignedWords } from '../predicates/align-words.ts'
import { grammarOf } from '../predicates/grammar.ts'
import { type Governing, operatorsOf } from '../predicates/operators.ts'
import { isPast } from '../predicates/word-roots.ts'

/** The last words of phrases for plans. */
const PLANS = /^(?:will|to|would)$/

/** "will vote" → "voted", "Minister to Resign" → "Minister Resigns" */
export function cameAbout(comparison: Comparison): boolean {
  const { before, after } = comparison
  const planned = changedPlaces(comparison, 'before').some((n) => PLANS.test(before.words[n]?.key ?? ''))
  if (!planned) return false
  const { after: partners } = alignedWords(comparison)
  const [opsA, opsB] = [operatorsOf(before.read), operatorsOf(after.read)]
  const headline = isLine(before) && isLine(after)
  return before.words.some((word, i) => {
    const j = partners[i] ?? -1
    const key = after.words[j]?.key ?? ''
    if (j < 0 || key === word.key || !isContent(word.key) || opsB.has(j) || after.words[j - 1]?.key === 'to') return false
    const ahead = isPlanned(opsA.get(i)) || (headline && isHeadlineInfinitive(before, i))
    return ahead && (isPast(key) || (headline && key.endsWith('s')))
  })
}

const isPlanned = (ops: readonly Governing[] = []): boolean =>
  ops.some(({ sort }) => sort === 'will' || sort === 'plan') && ops.every(({ negates }) => !negates)

/** "Minister to Resign": the only verb. */
function isHeadlineInfinitive(wording: Wording, i: number): boolean {
  if (i === 0 || wording.words[i - 1]?.key !== 'to') return false
  const { groups, groupAt, tokenAt } = grammarOf(wording.read)
  const own = groupAt[tokenAt[i] ?? 0] ?? -1
  return groups.every((group, n) => n === own || group.infinitive || group.from > (tokenAt[i] ?? 0))
}
