/** "Dana R. Holt stayed." is one sentence: a single capital with a stop is an initial, except "I". */
import { type JoinRule, wordAfter, wordBefore } from '../boundary.ts'
import { SENTENCE_OPENERS } from '../sentence-openers.ts'

export const joinInitials: JoinRule = ({ text, mark, end, next }) => {
  if (text[mark] !== '.' || end > mark + 1) return false
  const word = wordBefore(text, mark)
  if (!/^(?:\p{Lu}\.)*\p{Lu}$/u.test(word) || word === 'I') return false
  return !SENTENCE_OPENERS.has(wordAfter(text, next)) || wordAfter(text, next).length === 1
}
