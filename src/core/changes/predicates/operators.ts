/** The operators of a wording, and the state in which they put the words that they govern. */
import { memoizeByIdentity } from '../../text/memoize-by-identity.ts'
import type { ReadText } from '../compare/comparison.ts'
import { doubt, mayDoubt } from './doubts.ts'
import { grammarOf } from './grammar.ts'
import { mayNegate, NEGATIONS } from './negations.ts'
import { type Operator, OUTRIGHT } from './operator.ts'

const RULES = [...NEGATIONS, doubt]

/** Returns true for a word that may be, or begin, an operator. */
export const mayOperate = (key: string): boolean => mayNegate(key) || mayDoubt(key) || key === 'non'

/** An operator by the words of the wording: the first, the end, and the one that it governs. */
export interface Governing extends Operator {
  readonly from: number
  readonly to: number
}

/** "non-sensitive": the prefix as a word of its own. */
const prefixed = ({ words }: ReadText): [number, Governing[]][] =>
  words.flatMap(({ key, end }, n): [number, Governing[]][] =>
    key === 'non' && words[n + 1]?.start === end + 1
      ? [[n + 1, [{ at: 0, past: 0, head: 0, negates: true, force: OUTRIGHT, from: n, to: n + 1, sort: 'prefix' }]]]
      : [],
  )

/** Returns the operators of a wording by the word that they govern. */
export const operatorsOf = memoizeByIdentity((read: ReadText): ReadonlyMap<number, readonly Governing[]> => {
  const found = new Map<number, Governing[]>(prefixed(read))
  if (!read.words.some(({ key }) => mayOperate(key))) return found
  const grammar = grammarOf(read)
  const wordOf = (at: number) => grammar.wordAt[at] ?? -1
  for (let at = 0; at < grammar.tokens.length; at++) {
    const token = grammar.tokens[at]?.lower ?? ''
    if (!mayOperate(token)) continue
    for (const rule of RULES) {
      const operator = rule(grammar, at)
      if (!operator) continue
      const [head, from] = [wordOf(operator.head), wordOf(at)]
      if (head < 0 || from < 0) continue
      let to = from + 1
      while (to < read.words.length && (grammar.tokenAt[to] ?? 0) < operator.past) to++
      const list = found.get(head) ?? []
      list.push({ ...operator, from, to })
      found.set(head, list)
      if (operator.past > at + 1) at = operator.past - 1
      break
    }
  }
  return found
})
