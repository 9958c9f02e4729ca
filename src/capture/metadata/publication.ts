/** The publication of the page. */
import { type JsonObject, textIn, typesOf } from '../document/json-ld.ts'
import { decoded } from '../document/meta-tags.ts'
import { oneLine } from '../document/text-of.ts'
import { metaOf, type PageFacts } from './page-facts.ts'

/** The name of the publication: by og:site_name, linked data, or the name of the application. */
export function publicationOf(facts: PageFacts): string | null {
  const publisher = facts.article?.publisher as JsonObject | undefined
  const site = facts.objects.find((object) =>
    typesOf(object).some((type) => type === 'WebSite' || type === 'NewsMediaOrganization'),
  )
  const name =
    metaOf(facts, 'og:site_name') ??
    textIn([publisher].flat()[0]?.name) ??
    textIn(site?.name) ??
    metaOf(facts, 'application-name', 'apple-mobile-web-app-title', 'dc.publisher', 'twitter:app:name:iphone')
  const text = name === null ? '' : oneLine(decoded(name))
  return text && text.length < 120 ? text : null
}
