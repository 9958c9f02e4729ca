/** Dates, days, years and clock times in a content. */
import type { DateMention } from '../article.ts'
import type { Range, Scene } from './scene.ts'
import type { Token } from './tokens.ts'

const MONTH =
  /^(?:january|february|march|april|may|june|july|august|september|october|november|december|jan\.?|feb\.?|mar\.?|apr\.?|jun\.?|jul\.?|aug\.?|sept?\.?|oct\.?|nov\.?|dec\.?)$/
const WEEKDAY = /^(?:mon|tues|wednes|thurs|fri|satur|sun)days?(?:'s)?$/
const DAY = /^(?:yesterday|today|tomorrow|tonight|midnight|noon)(?:'s)?$/
const PERIOD =
  /^(?:week|weekend|month|year|spring|summer|autumn|fall|winter|quarter|decade|century|morning|afternoon|evening|night)(?:'s)?$/
const DAY_NUMBER = /^(?:[12]?\d|3[01])(?:st|nd|rd|th)?$/
const YEAR = /^(?:1[5-9]|20|21)\d\d(?:'?s)?$/
const CLOCK = /^(?:[01]?\d|2[0-4])[:.][0-5]\d(?:am|pm)?$|^(?:1[0-2]|\d)(?:am|pm)$/
const HALF_DAY = /^(?:a\.m\.?|p\.m\.?|am|pm|o'clock)$/

/** What else a date may begin with but a number or a capital. */
const OPENING = /^(?:next|last|this|past|coming|yesterday|today|tomorrow|tonight|midnight|noon)/

/** How many tokens a date takes that begins at `at`; 0 if none does. Each rule answers for one form. */
type DateRule = (tokens: readonly Token[], at: number) => number

const word = (tokens: readonly Token[], at: number): string => tokens[at]?.lower ?? ''

/** "10:15 a.m.", "4 p.m.", "16:30" */
const clockTime: DateRule = (tokens, at) => {
  if (!/^\d/.test(word(tokens, at))) return 0
  const half = HALF_DAY.test(word(tokens, at + 1))
  if (CLOCK.test(word(tokens, at)) && (half || /[:]|[ap]m$/.test(word(tokens, at)))) return half ? 2 : 1
  return half && DAY_NUMBER.test(word(tokens, at)) ? 2 : 0
}
/** "March 3", "March 3, 2021", "March 2021", "March" */
const monthFirst: DateRule = (tokens, at) => {
  if (!MONTH.test(word(tokens, at)) || !tokens[at]?.capital) return 0
  const day = DAY_NUMBER.test(word(tokens, at + 1)) && tokens[at + 1]?.tag === 'number'
  let length = day ? 2 : 1
  if (YEAR.test(word(tokens, at + length))) length++
  else if (word(tokens, at + length) === ',' && YEAR.test(word(tokens, at + length + 1))) length += 2
  // "May" and "March" alone may be a verb or a walk.
  const bare = length === 1 && /^(?:may|march)$/.test(word(tokens, at))
  return bare &&
    !/^(?:in|since|until|by|from|last|next|of|early|late|mid|through|and|to|before|after)$/.test(word(tokens, at - 1))
    ? 0
    : length
}
/** "3 March", "3 March 2021", "the 3rd of March" */
const dayFirst: DateRule = (tokens, at) => {
  if (!DAY_NUMBER.test(word(tokens, at))) return 0
  const month = word(tokens, at + 1) === 'of' ? at + 2 : at + 1
  if (!MONTH.test(word(tokens, month)) || !tokens[month]?.capital) return 0
  return month - at + 1 + (YEAR.test(word(tokens, month + 1)) ? 1 : 0)
}
/** "Tuesday", "Tuesday morning", "yesterday" */
const dayName: DateRule = (tokens, at) => {
  if (!(WEEKDAY.test(word(tokens, at)) && tokens[at]?.capital) && !DAY.test(word(tokens, at))) return 0
  return /^(?:morning|afternoon|evening|night)$/.test(word(tokens, at + 1)) ? 2 : 1
}
/** "next week", "last year", "this month" */
const relativePeriod: DateRule = (tokens, at) =>
  /^(?:next|last|this|past|coming)$/.test(word(tokens, at)) &&
  (PERIOD.test(word(tokens, at + 1)) || MONTH.test(word(tokens, at + 1)) || WEEKDAY.test(word(tokens, at + 1)))
    ? 2
    : 0
/** "2021", "the 1990s"; but not "2000 soldiers". */
const year: DateRule = (tokens, at) => {
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
  monthFirst, // "March 3, 2021"
  dayFirst, // "3 March 2021"
  dayName, // "Tuesday"
  relativePeriod, // "next week"
  year, // "2021"
]

/** The dates in a content, as ranges of tokens, in order. */
export function dateRangesIn({ tokens }: Scene, content: readonly Range[]): Range[] {
  const found: Range[] = []
  for (const [from, to] of content) {
    for (let at = from; at < to; at++) {
      const token = tokens[at]
      if (!token || !(token.tag === 'number' || token.tag === 'time' || token.capital || OPENING.test(token.lower))) continue
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

export function dateMention({ tokens }: Scene, [from, to]: Range): DateMention {
  return { start: tokens[from]?.start ?? 0, end: tokens[to - 1]?.end ?? 0 }
}
