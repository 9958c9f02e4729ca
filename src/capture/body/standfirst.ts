/** The lines between headline and text that sum the article up: many pages put them outside the element of the body. */
import type { Block } from '../document/blocks.ts'
import { classWords } from '../document/class-words.ts'
import { within } from '../document/inside.ts'
import { headlineAt } from '../metadata/headline-line.ts'
import { likeness } from '../metadata/likeness.ts'
import { metaOf, type PageFacts } from '../metadata/page-facts.ts'
import { trimmed } from '../trimming/trim.ts'

const NAMES =
  /[ -](?:standfirst|lead|lede|lead-text|leadtext|dek|deck|subhead|subheadline|sub-headline|subtitle|sub-title|subtitulo|sottotitolo|summary|intro|introduction|vorspann|teaser-text|anrisstext|anreisser|chapo|chapeau|bajada|entradilla|copete|sommario|occhiello|description|excerpt|abstract|ingress|anleser|zusammenfassung)(?=[ -])/

const CAPTION = /[ -](?:caption|credit|photo)(?=[ -])/

const SHORTEST = 40
const LONGEST = 700
/** How many blocks lie at most between the headline and the standfirst. */
const FAR = 12

const ELSEWHERE: ReadonlySet<string> = new Set(['figure', 'figcaption', 'aside', 'nav', 'footer', 'form'])

/** The blocks of the standfirst that `body` does not hold; none where there is none. */
export function standfirstOf(facts: PageFacts, title: string | null, body: readonly Block[]): Block[] {
  const lines = facts.lines()
  const headline = headlineAt(facts, title)
  const first = body[0]
  if (headline < 0 || !first) return []
  const start = lines.findIndex(({ text }, index) => index > headline && text === first.text)
  const between = lines.slice(headline + 1, start < 0 ? headline + FAR : Math.min(start, headline + FAR))
  const description = metaOf(facts, 'og:description', 'description', 'twitter:description')
  const whole = body.map(({ text }) => text).join('\n')
  const found = between.filter(
    ({ text, element, linked }) =>
      text.length >= SHORTEST &&
      text.length <= LONGEST &&
      linked < 0.5 &&
      !whole.includes(text) &&
      !within(element, ELSEWHERE) &&
      !CAPTION.test(classWords(element, ['class'])) &&
      (describes(text, description) || named(element)),
  )
  return trimmed(found, title)
}

const describes = (text: string, description: string | null) =>
  description !== null && (likeness(text, description) > 0.8 || description.startsWith(text.slice(0, 60)))

/** Whether an element or one that directly holds it is named as a standfirst. */
const named = (element: Element) =>
  [element, element.parentElement].some(
    (one) => one !== null && NAMES.test(classWords(one, ['class', 'itemprop', 'data-testid', 'data-component'])),
  )
