/** The headline as it is printed. */
import { classWords } from '../document/class-words.ts'
import { within } from '../document/inside.ts'
import { oneLine, textOf } from '../document/text-of.ts'
import { likeness, sameWords } from './likeness.ts'
import type { PageFacts } from './page-facts.ts'

const LONGEST = 400
const NEAR = 0.5
/** How near a headline is that is all that stands before the first separator. */
const PART = 0.8
/** From this likeness on a text is the name of the site. */
const SITE = 0.6
const HEADLINE = /[ -](?:headline|entry-title|post-title|article-title|page-title|story-title|title|titre|titulo|titel)(?=[ -])/

/** The printed headline nearest to what the head names; else what the head names, without the name of the site. null: neither. */
export function titleOf(facts: PageFacts, publication: string | null): string | null {
  const heads = facts.headlines.map((text) => withoutSite(text, publication))
  const printed = printedHeadlines(facts)
  const firstParts = facts.headlines
    .flatMap((text) => text.split(SEPARATOR).slice(0, 1))
    .filter((part) => likeness(part, publication ?? '') < SITE)
  const scored = printed.map(({ text, weight }) => ({
    text,
    score:
      Math.max(0, ...heads.map((head) => likeness(text, head)), firstParts.some((part) => sameWords(part, text)) ? PART : 0) +
      weight,
  }))
  const best = scored.reduce<{ text: string; score: number } | null>((a, b) => (a && a.score >= b.score ? a : b), null)
  if (best && best.score >= NEAR) return best.text
  const sole = soleHeadline(facts, publication)
  if (sole !== null) return sole
  return heads.find((head) => head.length > 3) ?? null
}

const ELSEWHERE: ReadonlySet<string> = new Set(['nav', 'footer', 'aside'])

/** The only h1 of a page, whatever the head says, unless it is the name of the site. */
function soleHeadline({ document, url, headlines }: PageFacts, publication: string | null): string | null {
  const all = [...document.querySelectorAll('h1')].filter((element) => textOf(element) !== '' && !within(element, ELSEWHERE))
  const [only] = all
  if (all.length !== 1 || !only || isLogo(only, url)) return null
  const text = withoutKicker(only).find(({ named }) => named)?.text ?? textOf(only)
  const site = [publication, ...headlines.map((title) => title.split(SEPARATOR).at(-1) ?? '')]
  return text.length < LEAST || text.length > LONGEST || site.some((name) => name !== null && likeness(name, text) > SITE)
    ? null
    : text
}

const LEAST = 5

/** Whether a headline leads to the front page, or has the name of the host. */
function isLogo(element: Element, url: string): boolean {
  const link = element.querySelector('a') ?? element.closest('a')
  const href = link?.getAttribute('href')
  if (href && URL.canParse(href, url) && new URL(href, url).pathname === '/') return true
  const host = URL.canParse(url) ? new URL(url).hostname.replace(/^www\./, '') : ''
  return [host, host.replace(/\.\w+$/, '')].some((name) => letters(name) === letters(textOf(element)))
}

const HEAD: ReadonlySet<string> = new Set(['head'])
const letters = (text: string) => text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '')

interface Printed {
  readonly text: string
  /** Its element adds this to its likeness. */
  readonly weight: number
}

function printedHeadlines({ document, url }: PageFacts): Printed[] {
  const seen: Printed[] = []
  for (const element of document.querySelectorAll('h1,h2,h3,[itemprop~="headline"],[class*="headline" i],[class*="title" i]')) {
    const first = element.localName === 'h1'
    if (
      !first &&
      !/^h[23]$/.test(element.localName) &&
      !element.hasAttribute('itemprop') &&
      !HEADLINE.test(classWords(element, ['class']))
    )
      continue
    if (within(element, ELSEWHERE) || within(element, HEAD) || isLogo(element, url)) continue
    const text = textOf(element)
    if (text.length < 3 || text.length > LONGEST) continue
    const weight = first ? 0.2 : element.hasAttribute('itemprop') ? 0.1 : element.localName === 'h3' ? -0.2 : 0
    const rest = withoutKicker(element)
    const named = rest.some((one) => one.named)
    if (!named) seen.push({ text, weight })
    seen.push(...rest.map((one) => ({ text: one.text, weight })))
    if (seen.length > 200) break
  }
  return seen
}

const KICKER =
  /[ -](?:kicker|dachzeile|overline|topline|eyebrow|subtitle|titleheader|h1small|rubrik|spitzmarke|antetitulo|volanta|surtitre|occhiello|fake-h5)(?=[ -])/

/** The headline without the short line that many print above it inside the same element; `named` where its class says that it is one. */
function withoutKicker(element: Element): { readonly text: string; readonly named: boolean }[] {
  const parts = [...element.childNodes].filter((node) => oneLine(node.textContent ?? '') !== '')
  const [first] = parts
  if (first?.nodeType !== 1) return []
  // The headline often lies in one element more.
  if (parts.length === 1) return withoutKicker(first as Element)
  const joined = parts
    .slice(1)
    .map((node) => node.textContent ?? '')
    .join(' ')
  const text = oneLine(joined).replace(/^[\s:|–—-]+/, '')
  return text.length >= 10 ? [{ text, named: KICKER.test(classWords(first as Element, ['class'])) }] : []
}

const SEPARATOR = /\s+[|–—·•»:/-]\s+|\s*[|»]\s*/

/** A title of the head without the name of the site at its end or start. */
export function withoutSite(title: string, publication: string | null): string {
  const parts = title.split(SEPARATOR)
  if (parts.length < 2) return title
  const isSite = (part: string) =>
    publication !== null && (likeness(part, publication) > SITE || oneLine(part).toLowerCase() === publication.toLowerCase())
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
