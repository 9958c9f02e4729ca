/** The times that elements of the page name for machines. */
import { classWords } from '../document/class-words.ts'
import { textOf } from '../document/text-of.ts'
import { besideArticle } from './beside-article.ts'
import { saysChanged } from './date-words.ts'
import { headlineElement } from './headline-line.ts'
import { isoTime } from './iso-time.ts'
import type { PageFacts } from './page-facts.ts'
import { numberOrder } from './visible-date.ts'

/** The time of an element that microdata names. */
export function markedTime({ document }: PageFacts, name: string): string | null {
  const element = document.querySelector(`[itemprop~="${name}"]`)
  return element ? isoTime(element.getAttribute('datetime') ?? element.getAttribute('content') ?? element.textContent) : null
}

const ELEMENTS = 'time,relative-time,abbr.published'
const CHANGED = /[ -](?:modified|date-?modified|updated|last-?updated?|update)(?=[ -])/

/** The `time` element nearest to the headline in the tree; those of a change only where there is no other. */
export function timeElement(facts: PageFacts, title: string | null): string | null {
  const headline = headlineElement(facts, title)
  const order = numberOrder(facts)
  const times = [...facts.document.querySelectorAll(ELEMENTS)].flatMap((element) => {
    const time = besideArticle(element, headline)
      ? null
      : (isoTime(element.getAttribute('datetime') ?? element.getAttribute('title'), order) ??
        isoTime(element.textContent, order))
    return time ? [{ element, time }] : []
  })
  const published = times.filter(({ element }) => !isChange(element))
  return nearest(published.length ? published : times, headline)
}

function isChange(element: Element): boolean {
  const above = element.parentElement
  const label = above ? textOf(above) : ''
  return (
    (CHANGED.test(classWords(element, ['class', 'itemprop'])) && !/[ -]published[ -]/.test(classWords(element, ['class']))) ||
    saysChanged(label.slice(0, Math.max(0, label.indexOf(textOf(element)))))
  )
}

interface Timed {
  readonly element: Element
  readonly time: string
}

/** The time that shares the nearest ancestor with the headline; of several the one with the fewest elements between. */
function nearest(times: readonly Timed[], headline: Element | undefined): string | null {
  for (let at = headline; at; at = at.parentElement ?? undefined) {
    const box = at
    const near = times.filter(({ element }) => box.contains(element))
    if (near.length === 0 || !headline) continue
    const all = [...box.querySelectorAll('*')]
    const start = all.indexOf(headline)
    const distance = ({ element }: Timed) => Math.abs(all.indexOf(element) - start)
    return near.reduce((best, one) => (distance(one) < distance(best) ? one : best)).time
  }
  return times[0]?.time ?? null
}
