/** The address that a page names for itself. */
import { metaOf, type PageFacts } from './page-facts.ts'

/** Absolute, http or https, without fragment; null where the page names none. */
export function canonicalUrl(facts: PageFacts): string | null {
  const link = [...facts.document.querySelectorAll('link[rel~="canonical" i][href]')][0]?.getAttribute('href')
  return absolute(link, facts.url) ?? absolute(metaOf(facts, 'og:url'), facts.url)
}

function absolute(address: string | null | undefined, base: string): string | null {
  const given = address?.trim()
  if (!given || !URL.canParse(given, base)) return null
  const url = new URL(given, base)
  if (!/^https?:$/.test(url.protocol)) return null
  url.hash = ''
  return url.href
}
