/** Dates, days, years and clock times in a content. */
import type { DateMention } from '../../article.ts'
import { NUMBER_WORDS } from '../../lexicon/numbers.ts'
import type { ParsedSentence } from '../parsed-sentence.ts'
import type { Range, Token } from '../words/token.ts'
import { PERIOD_RULES } from './date-periods.ts'
import { dateTense } from './date-tense.ts'
import { DAY, DAY_NUMBER, DAY_RANGE, type DateRule, isMonth, MONTH, WEEKDAY, word, YEAR, YEAR_RANGE } from './date-words.ts'

const CLOCK = /^(?:[01]?\d|2[0-4])[:.][0-5]\d(?:am|pm)?$|^(?:1[0-2]|\d)(?:am|pm)$/
const HALF_DAY = /^(?:a\.m\.?|p\.m\.?|am|pm|o'clock)$/

/** The words that may begin a date, besides numerals and names of days and months. */
const OPENING: ReadonlySet<string> = new Set([
  ...NUMBER_WORDS.keys(),
  ..."next last this past coming previous yesterday yesterday's today today's tomorrow tomorrow's tonight tonight's midnight noon overnight weekend day early earlier late later mid spring summer autumn fall winter first second third fourth final first-quarter second-quarter third-quarter fourth-quarter q1 q2 q3 q4 h1 h2 in a an several few some many".split(
    ' ',
  ),
])
const CAPITALIZED = new RegExp(`${MONTH.source}|${WEEKDAY.source}|${DAY.source}|^[qh][34]$|^(?:final|last)-quarter$`)
const mayOpen = ({ tag, lower, capital }: Token): boolean =>
  tag === 'number' || tag === 'time' || OPENING.has(lower) || lower.startsWith('mid-') || (capital && CAPITALIZED.test(lower))

/** "10:15 a.m.", "4 p.m.", "16:30" */
const clockTime: DateRule = (tokens, at) => {
  if (!/^\d/.test(word(tokens, at))) return 0
  const half = HALF_DAY.test(word(tokens, at + 1))
  if (CLOCK.test(word(tokens, at)) && (half || /[:]|[ap]m$/.test(word(tokens, at)))) return half ? 2 : 1
  return half && DAY_NUMBER.test(word(tokens, at)) ? 2 : 0
}
/** "2025-03-12", "12/03/2025" */
const numeric: DateRule = (tokens, at) => {
  if (/^\d{4}-\d\d-\d\d$/.test(word(tokens, at))) return 1
  const slashes = [1, 3].every((n) => /^[/]$/.test(word(tokens, at + n)) && tokens[at + n]?.start === tokens[at + n - 1]?.end)
  const numbers = /^\d{1,2}$/.test(word(tokens, at)) && /^\d{1,2}$/.test(word(tokens, at + 2))
  return slashes && numbers && /^(?:\d{4}|\d\d)$/.test(word(tokens, at + 4)) ? 5 : 0
}
/** "March 3", "March 12-15", "March 3, 2021", "March 2021", "March" */
const monthFirst: DateRule = (tokens, at) => {
  if (!isMonth(tokens, at)) return 0
  const days = DAY_NUMBER.test(word(tokens, at + 1)) || DAY_RANGE.test(word(tokens, at + 1))
  const day = days && tokens[at + 1]?.tag === 'number'
  let length = day ? 2 : 1
  if (YEAR.test(word(tokens, at + length))) length++
  else if (word(tokens, at + length) === ',' && YEAR.test(word(tokens, at + length + 1))) length += 2
  // "May" and "March" alone may be other words.
  const bare = length === 1 && /^(?:may|march)$/.test(word(tokens, at))
  return bare &&
    !/^(?:in|since|until|by|from|last|next|of|early|late|mid|through|and|to|before|after)$/.test(word(tokens, at - 1))
    ? 0
    : length
}
/** "3 March", "3 March 2021", "the 3rd of March", "12-15 March", "12 to 15 March" */
const dayFirst: DateRule = (tokens, at) => {
  const ranged = DAY_RANGE.test(word(tokens, at))
  if (!DAY_NUMBER.test(word(tokens, at)) && !ranged) return 0
  if (/^(?:to|-|–|and)$/.test(word(tokens, at + 1)) && DAY_NUMBER.test(word(tokens, at + 2)) && isMonth(tokens, at + 3))
    return 2 + dayFirst(tokens, at + 2)
  const month = word(tokens, at + 1) === 'of' ? at + 2 : at + 1
  if (!isMonth(tokens, month)) return 0
  return month - at + 1 + (YEAR.test(word(tokens, month + 1)) ? 1 : 0)
}
/** "Tuesday", "Tuesday morning", "yesterday" */
const dayName: DateRule = (tokens, at) => {
  if (!(WEEKDAY.test(word(tokens, at)) && tokens[at]?.capital) && !DAY.test(word(tokens, at))) return 0
  return /^(?:morning|afternoon|evening|night)$/.test(word(tokens, at + 1)) ? 2 : 1
}
/** "2021", "the 1990s", "2019-2021"; but not "2000 soldiers". */
const year: DateRule = (tokens, at) => {
  if (YEAR_RANGE.test(word(tokens, at))) return 1
  if (!YEAR.test(word(tokens, at))) return 0
  const next = tokens[at + 1]
  const counted =
    next?.tag === 'noun' &&
    /s$/.test(next.lower) &&
    !/^(?:in|since|by|of|until|from|before|after|during|the)$/.test(word(tokens, at - 1))
  return counted ? 0 : 1
}

const RULES: readonly DateRule[] = [
  clockTime, // "10:15 a.m."
  numeric, // "2025-03-12"
  monthFirst, // "March 3, 2021"
  dayFirst, // "3 March 2021"
  dayName, // "Tuesday"
  ...PERIOD_RULES, // "next week", "three days ago"
  year, // "2021"
]

/** Returns the dates in a content, as ranges of tokens, in order. */
export function dateRangesIn({ tokens }: ParsedSentence, content: readonly Range[]): Range[] {
  const found: Range[] = []
  for (const [from, to] of content) {
    for (let at = from; at < to; at++) {
      const token = tokens[at]
      if (!token || !mayOpen(token)) continue
      let length = 0
      for (const rule of RULES) {
        length = rule(tokens, at)
        if (length > 0) break
      }
      if (length === 0) continue
      const end = Math.min(at + length, to)
      found.push([at, end])
      at = end - 1
    }
  }
  return found
}

/** The date of a range of tokens; a weekday or a month without its year with the tense of its clause. */
export function dateMention(parsed: ParsedSentence, [from, to]: Range, content: readonly Range[]): DateMention {
  const { tokens } = parsed
  const span = { start: tokens[from]?.start ?? 0, end: tokens[to - 1]?.end ?? 0 }
  const words = tokens.slice(from, to)
  const open =
    words.some(({ lower }) => WEEKDAY.test(lower) || MONTH.test(lower)) && !words.some(({ lower }) => YEAR.test(lower))
  const tense = open ? dateTense(parsed, from, content) : null
  return tense ? { ...span, tense } : span
}
