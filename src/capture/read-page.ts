/** Reads an article out of a page. */
import { readBody } from './body/read-body.ts'
import { bylineOf } from './metadata/byline/byline.ts'
import { canonicalUrl } from './metadata/canonical-url.ts'
import { pageLanguage } from './metadata/language.ts'
import type { PageFacts } from './metadata/page-facts.ts'
import { publicationOf } from './metadata/publication.ts'
import { timesOf } from './metadata/times.ts'
import { titleOf } from './metadata/title.ts'
import type { PageReading, SiteSettings } from './reading.ts'

/** Reads a page whose head is read already. With `settings.keep`, the body is what these selectors select. */
export function readFacts(facts: PageFacts, settings: SiteSettings): PageReading {
  const publication = publicationOf(facts)
  const title = titleOf(facts, publication)
  const blocks = readBody(facts, title, settings)
  const body = blocks.map(({ text }) => text).join('\n\n') || null
  return {
    title,
    byline: bylineOf({ facts, title, body: blocks }),
    body,
    ...timesOf(facts, title),
    canonical_url: canonicalUrl(facts),
    publication,
    language: pageLanguage(facts, body),
  }
}
