/** Resolves a date in a text to a day, week, month or year, by the day of publication of the text. */
import { ABSOLUTE } from './absolute-dates.ts'
import type { DateReading, Mention } from './date-reading.ts'
import { RELATIVE } from './relative-dates.ts'

const READINGS: readonly DateReading[] = [...ABSOLUTE, ...RELATIVE]

/**
 * Returns the date that words mean, in ISO 8601 at their precision, or null if it is uncertain. `content` is the claim's text:
 * a weekday lies before the publication if the text is in the past tense, after it if in the future. `publishedAt` is ISO 8601;
 * its day is the one written, whatever the offset. Without it only dates with a year are resolved.
 */
export function calendarDate(words: string, content: string, publishedAt: string | null): string | null {
  const day = /^\d{4}-\d{2}-\d{2}/.exec(publishedAt ?? '')?.[0]
  const published = day === undefined || Number.isNaN(Date.parse(day)) ? null : new Date(`${day}T00:00:00.000Z`)
  const mention: Mention = {
    words: words
      .toLowerCase()
      .replace(/['’]s$/, '')
      .replace(/\s+/g, ' '),
    tense: tenseOf(content),
    published,
  }
  for (const reading of READINGS) {
    const date = reading(mention)
    if (date !== null) return date
  }
  return null
}

const FUTURE =
  /\b(?:will|won['’]t|shall|would|next|plan(?:s|ned)?|expected|scheduled|due|until)\b|\bto (?!the|an?|his|her|its|their|this|that)\p{Ll}|['’]ll\b/u
const PAST =
  /\b(?:was|were|had|agreed|did|said|told|met|held|took|made|went|came|began|left|killed|won|lost|gave|sent|struck|hit|fell|rose|broke|spoke|[a-zß-öø-ÿ]{2,}[a-df-zß-öø-ÿ]ed)\b/i

/** Returns a tense only if the content shows no other. */
function tenseOf(content: string): Mention['tense'] {
  const text = content.slice(0, 2000)
  const [past, future] = [PAST.test(text), FUTURE.test(text)]
  return past === future ? null : past ? 'past' : 'future'
}
