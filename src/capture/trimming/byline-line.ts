import { nameKind, namesIn, saysBy } from '../metadata/byline/author-names.ts'
import { datesIn } from '../metadata/date-text.ts'
import { saysChanged, saysPublished } from '../metadata/date-words.ts'
import type { TrimRule } from './trim-rule.ts'

const DATE = /^(?:date|datum|fecha|data|on|stand)\b/iu

const LONGEST = 120

/** The line with the author's name, and that with the date. */
export const bylineLine: TrimRule = {
  name: 'byline-line',
  drops: ({ text }, { blocks, index }) => {
    if (text.length > LONGEST || /[.!?]["”’]?\s+\p{Lu}.*[.!?]$/u.test(text)) return false
    const edge = index < 6 || index >= blocks.length - 4
    if (edge && saysBy(text) && namesIn(text).some((name) => nameKind(name) === 'person')) return true
    const [date] = datesIn(text)
    if (!date) return false
    const start = text.slice(0, date.start)
    return (
      text.length - (date.end - date.start) < 30 && (index < 6 || DATE.test(text) || saysPublished(start) || saysChanged(start))
    )
  },
}
