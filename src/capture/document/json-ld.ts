/** The linked data of a page (schema.org as JSON-LD). */
import { salvagedArticle } from './salvaged-json.ts'

export type JsonObject = Readonly<Record<string, unknown>>

const ARTICLE = /Article$|^(?:BlogPosting|LiveBlogPosting|Report|SocialMediaPosting|Review|CreativeWork)$/

/** Every object of the JSON-LD of a page, those inside others too; of scripts that are not JSON even after mending, the article alone. */
export function linkedData(document: Document): JsonObject[] {
  return [...document.querySelectorAll('script[type*="ld+json" i]')].flatMap((script) => {
    const source = script.textContent ?? ''
    const parsed = lenientJson(source)
    return objectsIn(parsed === undefined ? salvagedArticle(source) : parsed)
  })
}

/** The types of an object, without their namespace. */
export function typesOf(object: JsonObject): string[] {
  return [object['@type']].flat().flatMap((type) => (typeof type === 'string' ? [type.replace(/^.*[/:#]/, '')] : []))
}

/** The article of the page among its objects; null if none is one. Where several are, the one that names the address or a headline of the page. */
export function articleOf(objects: readonly JsonObject[], url: string, headlines: readonly string[]): JsonObject | null {
  const articles = objects.filter((object) => typesOf(object).some((type) => ARTICLE.test(type)))
  if (articles.length < 2) return articles[0] ?? null
  const score = (object: JsonObject) =>
    (names(object, url) ? 2 : 0) + (headlines.includes(textIn(object.headline) ?? '') ? 2 : 0) + known(object)
  return articles.reduce((best, one) => (score(one) > score(best) ? one : best))
}

/** 0 to 1: how many of the fields that matter an object has. */
const known = (object: JsonObject) =>
  ['headline', 'datePublished', 'author', 'articleBody'].filter((field) => object[field]).length / 4

function names(object: JsonObject, url: string): boolean {
  return [object.url, object['@id'], object.mainEntityOfPage].some((value) => {
    const address = typeof value === 'string' ? value : textIn((value as JsonObject | undefined)?.['@id'])
    return address !== null && path(address) === path(url)
  })
}

const path = (address: string) =>
  address
    .replace(/^https?:\/\/(?:www\.)?/, '')
    .replace(/[?#].*$/, '')
    .replace(/\/$/, '')

/** A value as text: that of a string, or the first of a list. */
export function textIn(value: unknown): string | null {
  const first = Array.isArray(value) ? value[0] : value
  return typeof first === 'string' && first.trim() ? first.trim() : null
}

const MOST_OBJECTS = 2_000

function objectsIn(root: unknown): JsonObject[] {
  const found: JsonObject[] = []
  const queue: unknown[] = [root]
  for (let at = 0; at < queue.length && found.length < MOST_OBJECTS; at++) {
    const value = queue[at]
    if (typeof value !== 'object' || value === null) continue
    if (!Array.isArray(value)) found.push(value as JsonObject)
    queue.push(...Object.values(value).slice(0, 500))
  }
  return found
}

/** Parses JSON with the faults that pages have: comments around it, line breaks inside strings, commas before a bracket. */
function lenientJson(source: string): unknown {
  const text = source
    .replace(/^\s*(?:<!--|\/\*\s*<!\[CDATA\[\s*\*\/|\/\/\s*<!\[CDATA\[|<!\[CDATA\[)/, '')
    .replace(/(?:-->|\/\*\s*\]\]>\s*\*\/|\/\/\s*\]\]>|\]\]>)\s*$/, '')
  for (const attempt of [
    text,
    text
      .replace(/\p{Cc}+/gu, ' ')
      .replace(/,\s*([}\]])/g, '$1')
      .replace(/;\s*$/, ''),
  ]) {
    try {
      return JSON.parse(attempt)
    } catch {}
  }
  return undefined
}
