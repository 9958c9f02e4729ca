/** Which day, week, month or year a date in a text means, by the day on which the text was published. */
import { ABSOLUTE } from './absolute-dates.ts'
import type { DateReading, Mention } from './date-reading.ts'
import { RELATIVE } from './relative-dates.ts'

const READINGS: readonly DateReading[] = [...ABSOLUTE, ...RELATIVE]

/**
 * The date that words mean, in ISO 8601 at the precision that they have, or null where it is not certain. `content` is the claim's
 * text: a weekday is looked for before the publication if it is told in the past, after it if in the future. `publishedAt` is ISO
 * 8601; its day is the one written, whatever the offset. Without it only dates with their year are told.
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

/** Only where the content shows one tense and not the other. */
function tenseOf(content: string): Mention['tense'] {
  const text = content.slice(0, 2000)
  const [past, future] = [PAST.test(text), FUTURE.test(text)]
  return past === future ? null : past ? 'past' : 'future'
}
