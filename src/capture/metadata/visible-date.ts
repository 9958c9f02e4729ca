/** The date that a page prints near its headline. */
import type { Block } from '../document/blocks.ts'
import { classWords } from '../document/class-words.ts'
import { datesIn, dayText, type FoundDate, type NumberOrder } from './date-text.ts'
import { saysChanged, saysPublished } from './date-words.ts'
import { headlineAt } from './headline-line.ts'
import { metaOf, type PageFacts } from './page-facts.ts'

const MONTH_FIRST = /^(?:en(?:-(?:us|ph))?|es-(?:us|pr|pa))$/i

/** Whether the page writes the month first in "3/4/2020": it says English without a country, or a country that does so. */
export function numberOrder(facts: PageFacts): NumberOrder {
  const language = facts.document.documentElement.getAttribute('lang') ?? metaOf(facts, 'content-language', 'og:locale') ?? ''
  return MONTH_FIRST.test(language.replace('_', '-')) ? 'month' : 'day'
}

const DATE_NAMES =
  /[ -](?:date|datetime|datum|fecha|data|time|timestamp|published|publish|posted|byline|dateline|meta|info|created|pubdate)(?=[ -])/
/** How far from the headline a date may stand, in blocks. */
const BEFORE = 6
const AFTER = 15
const LONGEST = 200
/** How far from the start of a paragraph the date of its dateline ends at most. */
const DATELINE = 60

/** The day, from the lines around the headline; else of an element named as a date. null: there is none. */
export function visibleDate(facts: PageFacts, title: string | null): string | null {
  const order = numberOrder(facts)
  const headline = headlineAt(facts, title)
  const scored = facts.lines().flatMap((line, index) => scoredDates(line, headline < 0 ? null : index - headline, order))
  return scored.reduce<ScoredDay | null>((a, b) => (a && a.score >= b.score ? a : b), null)?.day ?? null
}

interface ScoredDay {
  readonly day: string
  readonly score: number
}

/** The dates of a line that may be that of the page; `distance` is that from the headline. */
function scoredDates({ text, element }: Block, distance: number | null, order: NumberOrder): ScoredDay[] {
  const near = distance !== null && distance >= -BEFORE && distance <= AFTER
  const long = text.length > LONGEST
  if (long && !near) return []
  const dates = long ? datelineOf(text, order) : datesIn(text, order)
  if (dates.length === 0) return []
  const named = DATE_NAMES.test(classWords(element, ['class', 'id', 'itemprop']))
  const base = (near ? 3 - Math.abs(distance) / AFTER : 0) + (named ? 1.5 : 0) + (text.length < 60 ? 0.5 : 0)
  return dates.flatMap((date, at) => {
    const label = text.slice(dates[at - 1]?.end ?? 0, date.start)
    const score = base + (saysPublished(label) ? 1 : saysChanged(label) ? -1 : 0)
    return Math.max(base, score) >= LEAST ? [{ day: dayText(date), score }] : []
  })
}

const LEAST = 1.5

/** The date that a paragraph begins with: "12.3.2025 - The council …", "LONDON, March 12, 2025 (AP) — The council …". */
function datelineOf(text: string, order: NumberOrder): FoundDate[] {
  const [date] = datesIn(text.slice(0, DATELINE), order)
  if (!date) return []
  return date.start === 0 || /^\s*(?:\([^()]{2,20}\)\s*|\/[^/]{2,20}\/\s*)?[–—-]/.test(text.slice(date.end)) ? [date] : []
}
