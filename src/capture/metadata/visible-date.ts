/** The date that a page prints near its headline. */
import { classWords } from '../document/class-words.ts'
import { datesIn, dayText, type NumberOrder } from './date-text.ts'
import { likeness } from './likeness.ts'
import type { PageFacts } from './page-facts.ts'

const MONTH_FIRST = /^en(?:-us)?$/i

/** Whether the page writes the month first in "3/4/2020": it says English without a country, or American English. */
export function numberOrder({ document }: PageFacts): NumberOrder {
  const language = document.documentElement.getAttribute('lang') ?? ''
  return MONTH_FIRST.test(language.replace('_', '-')) ? 'month' : 'day'
}

const DATE_NAMES =
  /[ -](?:date|datetime|datum|fecha|data|time|timestamp|published|publish|posted|byline|dateline|meta|info|created|pubdate)(?=[ -])/
const PUBLISHED =
  /\b(?:published|posted|first published|veröffentlicht|erstellt|publié|publicado|pubblicato|gepubliceerd|publicerad|opublikowano|am|vom)(?!\p{L})/iu

/** How far from the headline a date may stand, in blocks. */
const BEFORE = 6
const AFTER = 15
const LONGEST = 200

/** The day, from the lines around the headline; else of an element named as a date. null: there is none. */
export function visibleDate(facts: PageFacts, title: string | null): string | null {
  const blocks = facts.lines()
  const order = numberOrder(facts)
  const headline = title === null ? -1 : blocks.findIndex(({ text }) => text.length < 400 && likeness(text, title) > 0.85)
  const scored = blocks.flatMap(({ text, element }, index) => {
    if (text.length > LONGEST) return []
    const [date] = datesIn(text, order)
    if (!date) return []
    const distance = headline < 0 ? null : index - headline
    const near = distance !== null && distance >= -BEFORE && distance <= AFTER
    const named = DATE_NAMES.test(classWords(element, ['class', 'id', 'itemprop']))
    const score =
      (near ? 3 - Math.abs(distance) / AFTER : 0) +
      (named ? 1.5 : 0) +
      (PUBLISHED.test(text) ? 1 : 0) +
      (text.length < 60 ? 0.5 : 0)
    return [{ day: dayText(date), score }]
  })
  const best = scored.reduce<{ day: string; score: number } | null>((a, b) => (a && a.score >= b.score ? a : b), null)
  return best && best.score >= 1.5 ? best.day : null
}
