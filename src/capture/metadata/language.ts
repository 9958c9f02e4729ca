/** The language of a page. */
import { languageOf } from '../../core/text/language.ts'
import { textIn } from '../document/json-ld.ts'
import { metaOf, type PageFacts } from './page-facts.ts'

const TAG = /^[a-z]{2,3}(?:-[a-z0-9]{2,8})*$/i

/** A BCP 47 tag: what the text itself shows where it is long enough, else what the page says. */
export function pageLanguage(facts: PageFacts, body: string | null): string | null {
  const said = declared(facts)
  const { language } = languageOf(body ?? '')
  if (language === null) return said
  return said?.toLowerCase().split('-')[0] === language ? said : language
}

function declared(facts: PageFacts): string | null {
  const root = facts.document.documentElement
  const names = [
    root.getAttribute('lang'),
    root.getAttribute('xml:lang'),
    textIn(facts.article?.inLanguage),
    metaOf(facts, 'content-language', 'language', 'dc.language', 'og:locale'),
    facts.document.body.getAttribute('lang'),
  ]
  const tags = names.flatMap(
    (name) =>
      name
        ?.trim()
        .replaceAll('_', '-')
        .split(/[,;\s]/)[0] || [],
  )
  return tags.find((tag) => TAG.test(tag)) ?? null
}
