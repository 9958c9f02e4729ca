/** When a page was published and last modified. */
import { textIn, typesOf } from '../document/json-ld.ts'
import { isoTime } from './iso-time.ts'
import { DATED, MODIFIED, metaTime, PUBLISHED } from './meta-times.ts'
import type { PageFacts } from './page-facts.ts'
import { markedTime, timeElement } from './time-element.ts'
import { numberOrder, visibleDate } from './visible-date.ts'

export interface PageTimes {
  readonly published_at: string | null
  readonly modified_at: string | null
}

/** A place where pages tell when they were published. */
type TimeSource = (facts: PageFacts, title: string | null) => string | null

/** A field of the article in the linked data, or of the page there. */
const linkedTime =
  (field: string, type: RegExp | null = null): TimeSource =>
  (facts) => {
    const object = type
      ? facts.objects.find((one) => one[field] && typesOf(one).some((name) => type.test(name)))
      : facts.article
    return isoTime(textIn(object?.[field]), numberOrder(facts))
  }

/** A date without a name, unless the page prints an earlier one: then it is that of a change. */
const datedTime: TimeSource = (facts, title) => {
  const dated = metaTime(facts, DATED)
  if (dated === null) return null
  const printed = timeElement(facts, title) ?? visibleDate(facts, title)
  return printed !== null && printed.slice(0, 10) < dated.slice(0, 10) ? printed : dated
}

/** The day that an address names: /2020/03/04/, /2020-03-04-, /20200304/. */
const addressDay: TimeSource = ({ url }) => {
  const match = /[/_-]((?:19|20)\d\d)[/_-]?(0[1-9]|1[0-2])[/_-]?(0[1-9]|[12]\d|3[01])(?!\d)/.exec(url)
  return match ? isoTime(`${match[1]}-${match[2]}-${match[3]}`) : null
}

/** The most reliable first. */
const PUBLICATION: readonly TimeSource[] = [
  linkedTime('datePublished'),
  (facts) => metaTime(facts, PUBLISHED),
  (facts) => markedTime(facts, 'datePublished'),
  datedTime,
  linkedTime('datePublished', /Page$/),
  timeElement,
  addressDay,
  visibleDate,
  linkedTime('dateCreated'),
  linkedTime('datePublished', /./),
]

const CHANGE: readonly TimeSource[] = [
  linkedTime('dateModified'),
  (facts) => metaTime(facts, MODIFIED),
  (facts) => markedTime(facts, 'dateModified'),
]

/** By the first place that tells. */
export function timesOf(facts: PageFacts, title: string | null): PageTimes {
  return { published_at: firstOf(PUBLICATION, facts, title), modified_at: firstOf(CHANGE, facts, title) }
}

function firstOf(sources: readonly TimeSource[], facts: PageFacts, title: string | null): string | null {
  for (const source of sources) {
    const time = source(facts, title)
    if (time !== null) return time
  }
  return null
}
