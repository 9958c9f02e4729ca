import { nameKind, namesIn, saysBy } from '../metadata/byline/author-names.ts'
import { datesIn } from '../metadata/date-text.ts'
import { saysChanged, saysPublished } from '../metadata/date-words.ts'
import type { TrimRule } from './trim-rule.ts'

const DATE = /^(?:date|datum|fecha|data|on|stand)\b/iu

const LONGEST = 120
/** The most letters beside each date in a line that is about the dates of the page. */
const REST = 30

/** The line with the author's name, and that with the date. */
export const bylineLine: TrimRule = {
  name: 'byline-line',
  drops: ({ text }, { blocks, index }) => {
    if (text.length > LONGEST || /[.!?]["”’]?\s+\p{Lu}.*[.!?]$/u.test(text)) return false
    const edge = index < 6 || index >= blocks.length - 4
    if (edge && saysBy(text) && namesIn(text).some((name) => nameKind(name) === 'person')) return true
    const dates = datesIn(text)
    const [date] = dates
    if (!date) return false
    const start = text.slice(0, date.start)
    const rest = dates.reduce((length, one) => length - (one.end - one.start), text.length)
    return rest < dates.length * REST && (index < 6 || DATE.test(text) || saysPublished(start) || saysChanged(start))
  },
}
