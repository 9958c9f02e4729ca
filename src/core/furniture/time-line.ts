/** "Updated at 14:05 GMT", "First published on 3 March 2026": when the page was made. */
import type { LineRule } from './line-rule.ts'

const LABEL =
  /^[\s([*•|—–-]*(?:(?:last|first|originally|story|article|page)\s+)?(?:updated?|published|posted|modified|created|revised|reviewed|amended|filed|issued|added)(?:\s+(?:on|at))?\s*[:|,–—-]?\s*/i
const MONTH =
  '(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)'
const DAY = '(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?'
const CLOCK =
  '\\d{1,2}[:.h]\\d{2}(?:[:.]\\d{2})?(?:\\s?[ap]\\.?m\\.?)?|\\d{1,2}\\s?[ap]\\.?m\\.?|\\d{4}(?=\\s?(?:gmt|utc|bst|est|edt|cet))'
const UNIT =
  '(?:\\d+|an?|one|two|three|few)\\s(?:seconds?|secs?|minutes?|mins?|hours?|hrs?|days?|weeks?|months?|years?)(?:\\sago)?'
const ZONE = '(?:gmt|utc|bst|e[sd]?t|c[sd]?t|m[sd]t|p[sd]?t|cest|cet|ist|aest|aedt|jst|hkt)(?:\\s?[+-]\\d{1,2}(?::?\\d{2})?)?'
const WORD = '(?:at|on|of|the|today|yesterday|just now|now|ago|local time|noon|midnight|updated|published|modified|last|first)'
const DATE = '\\d{1,4}[/.-]\\d{1,2}[/.-]\\d{1,4}'
/** A part of a time. Parts are matched one after another: one pattern for all of them would try each cut of a row of dashes. */
const PART = new RegExp(
  `(?:${DATE}|${CLOCK}|${UNIT}|${ZONE}|${MONTH}\\.?|${DAY}\\.?|(?:19|20)\\d\\d|\\d{1,2}(?:st|nd|rd|th)?|${WORD})(?![\\p{L}\\d])|[\\s,;|•·()/:–—-]+|\\.(?=\\s|$)|[)\\]]`,
  'iuy',
)
const CLOCK_IN = new RegExp(`(?<![\\d.:])(?:${CLOCK})`, 'i')
const MONTH_IN = new RegExp(`\\b${MONTH}\\b|\\d{4}-\\d\\d-\\d\\d`, 'i')

export const timeLine: LineRule = (line) => {
  if (!/\d|ago|today|now/i.test(line) || line.length > 120) return false
  const label = LABEL.exec(line)?.[0] ?? ''
  if (!isMaterial(line, label.length)) return false
  return label !== '' || (CLOCK_IN.test(line) && MONTH_IN.test(line))
}

/** Returns true if the line has nothing but parts of times from a place on, and one at least. */
function isMaterial(line: string, from: number): boolean {
  PART.lastIndex = from
  while (PART.lastIndex < line.length) if (!PART.test(line)) return false
  return line.length > from
}
