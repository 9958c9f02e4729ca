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

/** The meta elements that name authors. */
export const metaNames: BylineSource = ({ facts }) => {
  const card = CARD.test(metaOf(facts, 'twitter:label1') ?? '') ? metaOf(facts, 'twitter:data1') : null
  const named = META.flatMap((name) => metaOf(facts, name) ?? []).slice(0, 2)
  return named.length || card === null ? named : [card]
}
