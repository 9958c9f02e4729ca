/** "Dr. Lee stayed." is one sentence; "He works for Hale Inc. The firm is small." is two. */
import { LEADING_ABBREVIATIONS, TRAILING_ABBREVIATIONS } from '../abbreviations.ts'
import { type JoinRule, wordAfter, wordBefore } from '../boundary.ts'
import { SENTENCE_OPENERS } from '../sentence-openers.ts'

export const joinAbbreviations: JoinRule = ({ text, mark, end, next }) => {
  if (text[mark] !== '.' || end > mark + 1) return false
  const word = wordBefore(text, mark)
  const lower = word.toLowerCase()
  // "no." and "sun." are words too: "No. 4" is the abbreviation, "He said no. Then" is not.
  if (lower === 'no' || lower === 'nos' || lower === 'fig' || lower === 'figs') return /\d/.test(text[next] ?? '')
  if (lower === 'mt' || lower === 'st' || word !== lower) {
    if (LEADING_ABBREVIATIONS.has(lower)) return true
  } else if (/^(?:vs?|viz|cf|approx|est|e\.g|i\.e|ft|vol|pp|ed|eds)$/.test(lower)) return true
  if (!TRAILING_ABBREVIATIONS.has(lower)) return false
  if (word === lower && !lower.includes('.') && !/^(?:etc|al)$/.test(lower)) return false
  return !SENTENCE_OPENERS.has(wordAfter(text, next))
}
