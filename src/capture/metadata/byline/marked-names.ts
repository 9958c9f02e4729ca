/** Names that the elements of a page mark, by microdata, rel, class or the address of a profile. */
import { classWords } from '../../document/class-words.ts'
import { textOf } from '../../document/text-of.ts'
import { besideArticle } from '../beside-article.ts'
import { headlineElement } from '../headline-line.ts'
import type { PageFacts } from '../page-facts.ts'
import { nameKind, namesIn } from './author-names.ts'
import type { BylineSource } from './byline-source.ts'

/** A bit of Node.compareDocumentPosition. */
const FOLLOWING = 4

const MARKED = [
  '[itemprop~="author"] [itemprop~="name"]',
  '[itemprop~="author"]',
  '[rel~="author"]',
  '.author .fn,.vcard .fn,.byline .author,.author-name,.byline-name,.author_name,.article-author,.articleAuthor',
]

const PROFILES =
  'a[href*="/author/"],a[href*="/authors/"],a[href*="/autor/"],a[href*="/autoren/"],a[href*="/by/"],a[href*="/people/"],a[href*="/profile/"],a[href*="/auteur/"],a[href*="/staff/"],a[href*="/autore/"],a[href*="/autori/"],a[href*="/auteurs/"],a[href*="/journalist/"],a[href*="/columnist/"],a[href*="/contributor/"],a[href*="/skribent/"],a[href*="/autorzy/"],a[href*="/yazar/"]'

/** The first element that microdata, rel or class mark as author, with those beside it. */
export const markedNames: BylineSource = ({ facts, title }) => firstOf(facts, MARKED, title)

/** The first link to the page of an author, with those beside it. */
export const linkedProfiles: BylineSource = ({ facts, title }) => firstOf(facts, [PROFILES], title)

function firstOf(facts: PageFacts, selectors: readonly string[], title: string | null): string[] {
  const headline = headlineElement(facts, title)
  for (const selector of selectors) {
    const outside = [...facts.document.querySelectorAll(selector)].filter((element) => !besideArticle(element, headline))
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

/** The longest line of a byline, in letters. */
const LONGEST = 160

const NAMED =
  /[ -](?:byline|author|authors|author-name|autor|autoren|writer|verfasser|auteur|redattore|autore|contributor|by)(?=[ -])/

/** The first element named as a byline. */
export const classedNames: BylineSource = ({ facts, title }) => {
  const headline = headlineElement(facts, title)
  const selector =
    '[class*="byline" i],[class*="author" i],[class*="autor" i],[class*="writer" i],[id*="author" i],[id*="byline" i],[class*="auteur" i],[class*="verfasser" i]'
  for (const element of facts.document.querySelectorAll(selector)) {
    if (!NAMED.test(classWords(element, ['class', 'id'])) || besideArticle(element, headline)) continue
    const text = textOf(element)
    if (text.length > 2 && text.length < LONGEST && namesIn(text).some((name) => nameKind(name) === 'person')) return [text]
  }
  return []
}
