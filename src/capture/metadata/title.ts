/** The headline as it is printed. */
import { classWords } from '../document/class-words.ts'
import { oneLine, textOf } from '../document/text-of.ts'
import { likeness } from './likeness.ts'
import type { PageFacts } from './page-facts.ts'

const LONGEST = 400
const NEAR = 0.5
const HEADLINE = /[ -](?:headline|entry-title|post-title|article-title|page-title|story-title|title|titre|titulo|titel)(?=[ -])/

/** The printed headline nearest to what the head names; else what the head names, without the name of the site. null: neither. */
export function titleOf(facts: PageFacts, publication: string | null): string | null {
  const heads = facts.headlines.map((text) => withoutSite(text, publication))
  const printed = printedHeadlines(facts.document)
  const scored = printed.map(({ text, weight }) => ({
    text,
    score: Math.max(0, ...heads.map((head) => likeness(text, head))) + weight,
  }))
  const best = scored.reduce<{ text: string; score: number } | null>((a, b) => (a && a.score >= b.score ? a : b), null)
  if (best && best.score >= NEAR) return best.text
  const only = printed.filter(({ first }) => first)
  if (heads.length === 0) return only[0]?.text ?? null
  return heads.find((head) => head.length > 3) ?? null
}

interface Printed {
  readonly text: string
  /** What its element adds to its likeness. */
  readonly weight: number
  readonly first: boolean
}

function printedHeadlines(document: Document): Printed[] {
  const seen: Printed[] = []
  for (const element of document.querySelectorAll('h1,h2,[itemprop~="headline"],[class*="headline" i],[class*="title" i]')) {
    const first = element.localName === 'h1'
    if (
      !first &&
      element.localName !== 'h2' &&
      !element.hasAttribute('itemprop') &&
      !HEADLINE.test(classWords(element, ['class']))
    )
      continue
    if (element.closest('nav,footer,aside,head')) continue
    const text = textOf(element)
    if (text.length < 3 || text.length > LONGEST) continue
    const weight = first ? 0.2 : element.hasAttribute('itemprop') ? 0.1 : 0
    seen.push({ text, weight, first }, ...withoutKicker(element).map((rest) => ({ text: rest, weight, first })))
    if (seen.length > 200) break
  }
  return seen
}

/** The headline without the short line that many print above it inside the same element. */
function withoutKicker(element: Element): string[] {
  const parts = [...element.childNodes].filter((node) => oneLine(node.textContent ?? '') !== '')
  // The headline often lies in one element more.
  const inner = parts.length === 1 && parts[0]?.nodeType === 1 ? (parts[0] as Element) : null
  if (inner) return withoutKicker(inner)
  if (parts.length < 2 || parts[0]?.nodeType !== 1) return []
  const rest = oneLine(
    parts
      .slice(1)
      .map((node) => node.textContent ?? '')
      .join(' '),
  ).replace(/^[\s:|–—-]+/, '')
  return rest.length >= 10 ? [rest] : []
}

const SEPARATOR = /\s+[|–—·•»:/-]\s+|\s*[|»]\s*/

/** A title of the head without the name of the site at its end or start. */
export function withoutSite(title: string, publication: string | null): string {
  const parts = title.split(SEPARATOR)
  if (parts.length < 2) return title
  const isSite = (part: string) =>
    publication !== null && (likeness(part, publication) > 0.6 || oneLine(part).toLowerCase() === publication.toLowerCase())
  const rest = title
  const last = parts.at(-1) ?? ''
  if (isSite(last) || last.length < 30) {
    const at = rest.lastIndexOf(last)
    const cut = rest.slice(0, at).replace(/\s*[|–—·•»:/-]\s*$/, '')
    if (cut.length > 12 && cut.length > last.length) return cut
  }
  const first = parts[0] ?? ''
  if (isSite(first)) return rest.slice(first.length).replace(/^\s*[|–—·•»:/-]\s*/, '')
  return rest
}
