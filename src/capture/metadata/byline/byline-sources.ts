/** The places where pages name their authors, the most reliable first. */
import type { Block } from '../../document/blocks.ts'
import { classWords } from '../../document/class-words.ts'
import type { JsonObject } from '../../document/json-ld.ts'
import { textOf } from '../../document/text-of.ts'
import { datesIn } from '../date-text.ts'
import { likeness } from '../likeness.ts'
import { metaOf, type PageFacts } from '../page-facts.ts'
import { nameKind, namesIn, saysBy } from './author-names.ts'

/** Lines that name authors; the title is the headline as printed. */
export type BylineSource = (facts: PageFacts, title: string | null) => string[]

/** The authors of the article in the linked data, also where they are objects of their own. */
const linkedNames: BylineSource = ({ article, objects }) =>
  [article?.author ?? article?.creator].flat().flatMap((author) => {
    if (typeof author === 'string') return /^https?:/.test(author) ? [] : [author]
    const given = author as JsonObject | undefined
    const id = given?.['@id']
    const object = given?.name || typeof id !== 'string' ? given : objects.find((other) => other['@id'] === id && other.name)
    return [object?.name].flat().flatMap((name) => (typeof name === 'string' ? [name] : []))
  })

const META = [
  'author',
  'parsely-author',
  'sailthru.author',
  'article:author_name',
  'byl',
  'dc.creator',
  'dcterms.creator',
  'dc.contributor',
  'article:author',
  'og:article:author',
  'og:author',
  'authors',
  'citation_author',
  'cxenseparse:author',
  'rbauthors',
  'dcsext.author',
]

const metaNames: BylineSource = (facts) => META.flatMap((name) => metaOf(facts, name) ?? []).slice(0, 2)

/** A bit of Node.compareDocumentPosition. */
const FOLLOWING = 4

const MARKED = [
  '[itemprop~="author"] [itemprop~="name"]',
  '[itemprop~="author"]',
  '[rel~="author"]',
  '.author .fn,.vcard .fn,.byline .author,.author-name,.byline-name,.author_name,.article-author,.articleAuthor',
]

const PROFILES =
  'a[href*="/author/"],a[href*="/authors/"],a[href*="/autor/"],a[href*="/autoren/"],a[href*="/by/"],a[href*="/people/"],a[href*="/profile/"],a[href*="/auteur/"],a[href*="/staff/"]'

/** The first element that microdata, rel or class mark as author, with those beside it. */
const markedNames: BylineSource = (facts, title) => firstOf(facts, MARKED, title)

/** The first link to the page of an author, with those beside it. */
const linkedProfiles: BylineSource = (facts, title) => firstOf(facts, [PROFILES], title)

function firstOf({ document }: PageFacts, selectors: readonly string[], title: string | null): string[] {
  const headline = [...document.querySelectorAll('h1')].find((element) => likeness(textOf(element), title ?? '') > 0.85)
  for (const selector of selectors) {
    const outside = [...document.querySelectorAll(selector)].filter(outsideLists)
    const behind = headline ? outside.filter((element) => headline.compareDocumentPosition(element) & FOLLOWING) : []
    const found = behind.length ? behind : outside
    const named = found.filter((element) => namesIn(shown(element)).some((name) => nameKind(name) !== null))
    const [first] = named
    if (first) return [...new Set(named.filter((element) => near(first, element)).map(shown))].slice(0, 6)
  }
  return []
}

const shown = (element: Element) => textOf(element) || element.getAttribute('content') || ''

const near = (first: Element, element: Element) =>
  first === element || (first.parentElement?.parentElement?.contains(element) ?? false)

const OUTSIDE =
  /[ -](?:comments?|commentlist|related|sidebar|recommend\w*|teasers?|most-read|popular|latest|widget|footer|nav|card)(?=[ -])/

function outsideLists(element: Element): boolean {
  for (let at: Element | null = element; at && at.localName !== 'body'; at = at.parentElement) {
    if (
      at.localName === 'aside' ||
      at.localName === 'nav' ||
      at.localName === 'footer' ||
      OUTSIDE.test(classWords(at, ['class', 'id']))
    )
      return false
  }
  return true
}

/** How far from the headline a byline may stand, in blocks. */
const BEFORE = 5
const AFTER = 9
const LONGEST = 160

const POSTED =
  /\b(?:posted|published|written|veröffentlicht|geschrieben|verfasst|erstellt|publié|publicado|pubblicato|gepost|geplaatst)(?!\p{L}).{0,60}?\b(?:by|von|par|por|da|door)\s+(.{3,60})/iu

/** "By", also behind the date that stands first. */
const SAYS_BY =
  /(?:^|[\s|·•/(,])(?:by|von|par|por|autor(?:in|en|es)?(?:\/autor(?:in)?)?|author|auteur|door)(?:\s*:\s*|\s+)(.{2,100})/iu
/** The end of the names behind it. */
const BEHIND =
  /\s(?:in|on|at|am|um|le|el|il|last|updated|published|posted|leave|aktualisiert|veröffentlicht)\s.*$|\s*[|·•–—(\d].*$/iu

/** Lines near the headline that say "By", at their start or beside a date. */
const printedNames: BylineSource = (facts, title) => {
  const blocks = around(facts.lines(), title)
  const lines = blocks.flatMap(({ text }) => (text.length > LONGEST ? [] : text.replace(/:\s*\n/g, ': ').split('\n')))
  const said = lines.flatMap((line) => {
    const posted = POSTED.exec(line)?.[1]
    const names =
      posted ?? (saysBy(line) || datesIn(line).length > 0 || line.includes('|') ? SAYS_BY.exec(line)?.[1] : undefined)
    return names === undefined ? [] : [names.replace(BEHIND, '')]
  })
  const kindOf = (line: string) => namesIn(line).map(nameKind)
  return [
    said.find((line) => kindOf(line).includes('person')) ?? said.find((line) => kindOf(line).includes('account')) ?? '',
  ].filter(Boolean)
}

function around(blocks: readonly Block[], title: string | null): readonly Block[] {
  const headline = title === null ? -1 : blocks.findIndex(({ text }) => text.length < 400 && likeness(text, title) > 0.85)
  return headline < 0 ? blocks.slice(0, 25) : blocks.slice(Math.max(0, headline - BEFORE), headline + AFTER)
}

const NAMED =
  /[ -](?:byline|author|authors|author-name|autor|autoren|writer|verfasser|auteur|redattore|autore|contributor|by)(?=[ -])/

/** The first element named as a byline. */
const classedNames: BylineSource = ({ document }) => {
  const selector =
    '[class*="byline" i],[class*="author" i],[class*="autor" i],[class*="writer" i],[id*="author" i],[id*="byline" i],[class*="auteur" i],[class*="verfasser" i]'
  for (const element of document.querySelectorAll(selector)) {
    if (!NAMED.test(classWords(element, ['class', 'id'])) || !outsideLists(element)) continue
    const text = textOf(element)
    if (text.length > 2 && text.length < LONGEST && namesIn(text).some((name) => nameKind(name) === 'person')) return [text]
  }
  return []
}

export const BYLINE_SOURCES: readonly BylineSource[] = [
  linkedNames,
  metaNames,
  markedNames,
  printedNames,
  linkedProfiles,
  classedNames,
]
