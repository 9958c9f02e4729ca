/** Periods and relative times: "the spring of 2024", "Q3 2024", "three days ago", "earlier this month". */

import { NUMBER_WORDS } from '../../lexicon/numbers.ts'
import type { Token } from '../words/token.ts'
import { type DateRule, isMonth, MONTH, PERIOD, SEASON, WEEKDAY, word, YEAR } from './date-words.ts'

/** "next week", "last year", "this month", "earlier this month", "over the weekend" */
const relativePeriod: DateRule = (tokens, at) => {
  if (/^(?:earlier|later)$/.test(word(tokens, at))) {
    const length = word(tokens, at + 1) === 'this' ? relativePeriod(tokens, at + 1) : 0
    return length > 0 ? length + 1 : 0
  }
  const names = PERIOD.test(word(tokens, at + 1)) || MONTH.test(word(tokens, at + 1)) || WEEKDAY.test(word(tokens, at + 1))
  if (!/^(?:next|last|this|past|coming|previous)$/.test(word(tokens, at)) || !names) return 0
  // "last year 2,000 came": a year only follows a month, as in "last March 2000".
  return isMonth(tokens, at + 1) && YEAR.test(word(tokens, at + 2)) ? 3 : 2
}
/** "overnight", "the weekend", "the day before yesterday", "the previous day", "the following day" */
const nearby: DateRule = (tokens, at) => {
  if (word(tokens, at) === 'overnight') return 1
  if (word(tokens, at) === 'weekend' && word(tokens, at - 1) === 'the') return 1
  if (word(tokens, at) !== 'day') return 0
  const next = `${word(tokens, at + 1)} ${word(tokens, at + 2)}`
  return next === 'before yesterday' || next === 'after tomorrow' ? 3 : 0
}
/** "three days ago", "a week ago", "several months earlier" */
const ago: DateRule = (tokens, at) => {
  if (!isCount(tokens, at)) return 0
  const unit = word(tokens, at + 1) === 'of' ? at + 2 : at + 1
  if (!TIMED.test(word(tokens, unit))) return 0
  return /^(?:ago|earlier|before|later)$/.test(word(tokens, unit + 1)) &&
    (word(tokens, unit + 1) === 'ago' || endsClause(tokens[unit + 2]))
    ? unit + 2 - at
    : 0
}
const TIMED = /^(?:minutes?|hours?|days?|weeks?|months?|years?|decades?|centur(?:y|ies))$/
const isCount = (tokens: readonly Token[], at: number): boolean =>
  /^(?:an?|several|few|some|many|\d{1,3})$/.test(word(tokens, at)) || NUMBER_WORDS.has(word(tokens, at))
const endsClause = (token: Token | undefined): boolean => token === undefined || token.tag === 'mark'

/** "in two weeks", if the context is the future */
const inSoMuch: DateRule = (tokens, at) => {
  if (word(tokens, at) !== 'in' || !isCount(tokens, at + 1) || !/^(?:day|week|month|year)s?$/.test(word(tokens, at + 2)))
    return 0
  for (let back = at - 1; back >= Math.max(0, at - 10); back--) {
    if (
      /^(?:will|would|shall|going|set|due|expected|scheduled|plans?|meets?|begins?|starts?|opens?|ends?)$/.test(
        word(tokens, back),
      )
    )
      return 3
    if (tokens[back]?.tag === 'ed') return 0
  }
  return 0
}
/** "the spring of 2024", "summer 2024", "in the spring" */
const season: DateRule = (tokens, at) => {
  if (!SEASON.test(word(tokens, at))) return 0
  if (word(tokens, at + 1) === 'of' && YEAR.test(word(tokens, at + 2))) return 3
  if (YEAR.test(word(tokens, at + 1))) return 2
  const the = word(tokens, at - 1) === 'the' && /^(?:in|by|since|until|during|before|after)$/.test(word(tokens, at - 2))
  return the && !/^(?:of|in)$/.test(word(tokens, at + 1)) && word(tokens, at) !== 'fall' ? 1 : 0
}
/** "Q3 2024", "the third quarter of 2024", "the fourth quarter", "the first half of 2023" */
const quarter: DateRule = (tokens, at) => {
  const year = (next: number) => {
    const of = word(tokens, next) === 'of' ? 1 : 0
    return YEAR.test(word(tokens, next + of)) ? of + 1 : 0
  }
  if (/^[qh][1-4]$/.test(word(tokens, at))) return 1 + year(at + 1)
  if (!/^(?:first|second|third|fourth|final|last|1st|2nd|3rd|4th)(?:-quarter)?$/.test(word(tokens, at))) return 0
  if (word(tokens, at).endsWith('-quarter')) return 1 + year(at + 1)
  if (word(tokens, at + 1) === 'quarter') return 2 + year(at + 2)
  return word(tokens, at + 1) === 'half' && year(at + 2) > 0 ? 2 + year(at + 2) : 0
}
/** "early 2024", "late March", "mid-March" */
const partOf: DateRule = (tokens, at) => {
  if (/^mid-/.test(word(tokens, at))) {
    const rest = word(tokens, at).slice(4)
    return MONTH.test(rest) ? (YEAR.test(word(tokens, at + 1)) ? 2 : 1) : YEAR.test(rest) ? 1 : 0
  }
  if (!/^(?:early|late|mid)$/.test(word(tokens, at))) return 0
  if (isMonth(tokens, at + 1)) return YEAR.test(word(tokens, at + 2)) ? 3 : 2
  return YEAR.test(word(tokens, at + 1)) ? 2 : 0
}

export const PERIOD_RULES: readonly DateRule[] = [
  ago, // "three days ago"
  inSoMuch, // "will open in two weeks"
  quarter, // "the third quarter of 2024"
  relativePeriod, // "next week"
  nearby, // "overnight"
  season, // "the spring of 2024"
  partOf, // "early 2024"
]
