/** The text of elements as a reader sees it. */
import { holds } from './inside.ts'
import { walk } from './walk.ts'

/** Elements whose content no reader sees as text. */
export const UNSEEN: ReadonlySet<string> = new Set(
  'head title meta link base script style noscript template svg math iframe object embed canvas video audio map select option datalist textarea input button dialog'.split(
    ' ',
  ),
)

/** White space, also the kinds that HTML does not collapse, and marks without width. */
const SPACE = /[\s\u00a0\u2000-\u200a\u202f\u205f\u3000\ufeff]+/g
const NO_WIDTH = /[\u00ad\u200b\u2060]/g

/** One line of text: white space collapsed, none at its ends. */
export function oneLine(text: string): string {
  return text.replace(NO_WIDTH, '').replace(SPACE, ' ').trim()
}

const WITH_UNSEEN: ReadonlySet<string> = new Set(['script', 'style', 'noscript', 'svg'])

/** The text of an element without what readers do not see, on one line. */
export function textOf(element: Element): string {
  if (!holds(element, WITH_UNSEEN)) return oneLine(element.textContent ?? '')
  const parts: string[] = []
  walk(element, {
    enter: (inner) => !UNSEEN.has(inner.localName),
    text: (text) => parts.push(text),
    leave: () => {},
  })
  return oneLine(parts.join(''))
}
