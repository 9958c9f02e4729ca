/** The dates, days and times in a sentence. */
import { BEFORE_DATES, DAYTIMES, HALVES, MONTHS, PERIODS, RELATIVE, SEASONS, WEEKDAYS } from './calendar.ts'
import type { Token } from './compare-tokens.ts'

/** A mention as a run of words [from, to) of the sentence's words. */
export interface Mention {
  readonly from: number
  readonly to: number
  /** The run's keys, joined. */
  readonly key: string
}

/** Returns the date mentions in order: "Thursday", "9 May 2024", "10:15 am", "next week". `text` is the sentence. */
export function dateMentionsOf(words: readonly Token[], text: string): Mention[] {
  const isDate = words.map((_, i) => isDateWord(words, i, text))
  let next = 0
  for (const { 0: found, index } of formsIn(text)) {
    while (next < words.length && (words[next]?.start ?? 0) < index) next++
    for (; next < words.length && (words[next]?.end ?? 0) <= index + found.length; next++) isDate[next] = true
  }
  const mentions: Mention[] = []
  for (let i = 0; i < words.length; i++) {
    if (!isDate[i]) continue
    const from = i
    while (isDate[i + 1]) i++
    const run = words.slice(from, i + 1)
    mentions.push({ from, to: i + 1, key: run.map((w) => w.key).join(' ') })
  }
  return mentions
}

/** Dates recognized by their form: "2025-03-12", "12/03/2025", "Q3", "the third quarter", "overnight", "three days ago". */
const FORMS =
  /\b\d{4}-\d\d-\d\d\b|\b\d{1,2}\/\d{1,2}\/\d{2,4}\b|\b[QH][1-4]\b|\b(?:first|second|third|fourth|final) quarter\b(?! of (?!\d))|\bovernight\b|\b[\p{L}\p{N}]+ (?:minute|hour|day|week|month|year|decade)s? ago\b|\b(?:\d{1,2}(?:st|nd|rd|th)|\p{L}+(?:st|nd|rd|th))[ -]century\b|\b\d{3,4} (?:GMT|BST|UTC|CET|CEST|EST|EDT|PST|PDT)\b|(?<=\d(?: ?[ap]\.?m\.?)? )(?:GMT|BST|UTC|CET|CEST|EST|EDT|PST|PDT|ET|PT)\b|\b(?:Christmas|Easter|New Year['’]s)(?: (?:Eve|Day|Sunday|Monday))?\b|\b(?:Boxing|Labor|Memorial|Independence|Thanksgiving|Bastille|Armistice) Day\b|\b(?:Good Friday|Thanksgiving|Halloween|Ramadan|Passover|Diwali|Pentecost)\b|(?<=\b(?:on|by|until|till|from|since|before|after) the )\d{1,2}(?:st|nd|rd|th)(?=[.,;:]|$| (?:and|or|of|to|at|in|with|but)\b)/giu

/** Searches only a text that has a part that each form needs. */
const formsIn = (text: string): Iterable<RegExpExecArray> => (FORMED.test(text) ? text.matchAll(FORMS) : [])
const FORMED =
  /\d[-/]\d|[qh][1-4]|quarter|overnight|ago|century|christmas|easter|new year|day|friday|halloween|ramadan|passover|diwali|pentecost|\b[A-Z]{2,4}T\b|UTC|\d(?:st|nd|rd|th)/i

/** Words that may belong to a date. */
const CALENDAR: ReadonlySet<string> = new Set(
  [WEEKDAYS, DAYTIMES, HALVES, SEASONS, RELATIVE, PERIODS, MONTHS].flatMap((s) => [...s]),
)

function isDateWord(words: readonly Token[], i: number, text: string): boolean {
  const word = words[i]
  if (!word) return false
  const key = word.key
  if (key === 'of') return isOrdinal(words[i - 1]) && isMonth(words, i + 1, text)
  if (word.type !== 'number' && !CALENDAR.has(key)) return false
  const [before, after] = [words[i - 1]?.key ?? '', words[i + 1]?.key ?? '']
  if (word.type === 'number') {
    // A footnote, the number of a record
    if (/\[$|\p{L}-$/u.test(text.slice(Math.max(0, word.start - 2), word.start))) return false
    if (/^\d{1,2}:\d\d([ap]m)?$|^\d{1,2}([.]\d\d)?[ap]m$|^\d{4}s$/.test(key) || HALVES.has(after)) return true
    if (isOrdinal(word) && after === 'of') return isMonth(words, i + 2, text)
    if (/^\d{1,2}(st|nd|rd|th)?$/.test(key)) {
      const [from, to] = [rangeWith(words, i - 1) ? i - 2 : i - 1, rangeWith(words, i) ? i + 2 : i + 1]
      return isMonth(words, from, text) || isMonth(words, to, text)
    }
    return (
      isYear(key) && (BEFORE_DATES.has(before) || isMonth(words, i - 1, text) || isMonth(words, i - 2, text) || !plural(after))
    )
  }
  if (WEEKDAYS.has(key) || DAYTIMES.has(key)) return true
  if (HALVES.has(key)) return words[i - 1]?.type === 'number'
  if (SEASONS.has(key)) return before === 'the' || BEFORE_DATES.has(before)
  if (RELATIVE.has(key)) return PERIODS.has(after) || SEASONS.has(after) || isMonth(words, i + 1, text) || WEEKDAYS.has(after)
  if (key === 'night' && (WEEKDAYS.has(before) || before === 'tomorrow')) return true
  if (PERIODS.has(key)) return RELATIVE.has(before)
  return isMonth(words, i, text)
}

/** "the 3rd of March" */
const isOrdinal = (word: Token | undefined) => word !== undefined && /^\d{1,2}(st|nd|rd|th)$/.test(word.key)

/** True if a word and the one after it are the days of a range: "3-5 March". */
const rangeWith = (words: readonly Token[], i: number): boolean => {
  const [left, right] = [words[i], words[i + 1]]
  if (!left || !right || right.start - left.end !== 1) return false
  return /^\d{1,2}$/.test(left.key) && /^\d{1,2}$/.test(right.key)
}

const isYear = (key: string) => /^(1[5-9]|20)\d\d$/.test(key)
const plural = (key: string) => /[^s]s$|^(people|men|women|children)$/.test(key)

/** A month's name with a capital. "May" and "March" need a day, a year or a preposition beside them. */
function isMonth(words: readonly Token[], i: number, text: string): boolean {
  const word = words[i]
  if (!word || !MONTHS.has(word.key) || !/\p{Lu}/u.test(text.charAt(word.start))) return false
  if (isName(words, i, text)) return false
  if (word.key !== 'may' && word.key !== 'march' && word.key !== 'mar') return true
  const isDay = (token: Token | undefined) => token !== undefined && /^\d{1,2}(st|nd|rd|th)?$|^\d{4}$/.test(token.key)
  if (words[i - 1]?.key === 'as') return /^(?:early|late|soon|recently|far)$/.test(words[i - 2]?.key ?? '')
  return isDay(words[i - 1]) || isDay(words[i + 1]) || BEFORE_DATES.has(words[i - 1]?.key ?? '')
}

/** A month that is part of a person's name: "June Askew", "Theresa May". */
function isName(words: readonly Token[], i: number, text: string): boolean {
  const beside = (k: number) => {
    const [left, right] = [words[Math.min(i, k)], words[Math.max(i, k)]]
    const capital = /\p{Lu}/u.test(text.charAt(words[k]?.start ?? text.length))
    return capital && left !== undefined && right !== undefined && text.slice(left.end, right.start) === ' '
  }
  const given = /^(april|may|june|august|jan)$/.test(words[i]?.key ?? '')
  if (!given || BEFORE_DATES.has(words[i - 1]?.key ?? '')) return false
  return (
    (beside(i + 1) && words[i + 1]?.type === 'word') ||
    (i > 1 && beside(i - 1) && words[i - 1]?.type === 'word' && !/day$/.test(words[i - 1]?.key ?? ''))
  )
}
