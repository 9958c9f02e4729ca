/** The signs in a page that the rules of judging ask about, read once. */
import { oneLine, UNSEEN } from '../document/text-of.ts'
import { walk } from '../document/walk.ts'
import type { PageFacts } from '../metadata/page-facts.ts'
import type { PageReading } from '../reading.ts'

export interface PageSigns {
  readonly html: string
  readonly facts: PageFacts
  readonly read: PageReading
  /** The words of the body that was read. */
  readonly bodyWords: number
  /** The text that a reader sees of the whole page, on one line. */
  readonly text: string
  readonly textWords: number
  /** The title of the document and the headlines that it prints. */
  readonly heads: readonly string[]
  /** The share of the letters of `text` that stand in links. */
  readonly linked: number
}

export function pageSigns(html: string, facts: PageFacts, read: PageReading): PageSigns {
  const { text, linked } = visibleText(facts.document.body)
  const title = oneLine(facts.document.querySelector('title')?.textContent ?? '')
  const printed = [...facts.document.querySelectorAll('h1,h2,.title')]
    .slice(0, 8)
    .map((element) => oneLine(element.textContent ?? ''))
  const heads = [title, ...printed].filter((head) => head !== '' && head.length < 200)
  return { html, facts, read, bodyWords: countWords(read.body ?? ''), text, textWords: countWords(text), heads, linked }
}

/** Words, or two characters of a script without spaces between words. */
export function countWords(text: string): number {
  const words = text.match(/[\p{L}\p{N}]+/gu)?.length ?? 0
  const unspaced = text.match(/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/gu)?.length ?? 0
  return Math.max(words, Math.round(unspaced / 2))
}

function visibleText(root: Element): { text: string; linked: number } {
  const parts: string[] = []
  let links = 0
  let linked = 0
  walk(root, {
    enter(element) {
      if (UNSEEN.has(element.localName) && element.localName !== 'button') return false
      if (element.localName === 'a') links++
      parts.push(' ')
      return true
    },
    text(text) {
      parts.push(text)
      if (links > 0) linked += oneLine(text).length
    },
    leave(element) {
      if (element.localName === 'a') links--
    },
  })
  const text = oneLine(parts.join(''))
  return { text, linked: text ? linked / text.length : 0 }
}
