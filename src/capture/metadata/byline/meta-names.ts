import { metaOf } from '../page-facts.ts'
import type { BylineSource } from './byline-source.ts'

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

/** Some systems tell cards of links who wrote the page, under a label of theirs. */
const CARD =
  /^(?:written|posted|published) by|^(?:geschrieben|verfasst) von|^(?:écrit|rédigé) par|^escrito por|^scritto da|^geschreven door|^skrevet av|^skriven av|^skrevet af|^napisane przez|^автор|^auteur|^autor|^author/i

/** "Ferry Fares Rise - by Ada Moreno - Harbour Notes". */
const IN_TITLE = /\s[|–—-]\s(?:by|von|par|por|door)\s([^|–—]{3,60}?)\s[|–—-]\s/i

/** The meta elements that name authors. */
export const metaNames: BylineSource = ({ facts }) => {
  const card = CARD.test(metaOf(facts, 'twitter:label1') ?? '') ? metaOf(facts, 'twitter:data1') : null
  const named = META.flatMap((name) => metaOf(facts, name) ?? []).slice(0, 2)
  const titled = facts.headlines.flatMap((title) => IN_TITLE.exec(title)?.[1] ?? []).slice(0, 1)
  return named.length ? named : card === null ? titled : [card]
}
