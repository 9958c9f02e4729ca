/** The words of the pages of sources. */
import type { OneSourceJson } from '../../http/answers/source-answer.ts'
import type { SourceJson, SourcesQuery } from '../../http/answers/sources-answer.ts'
import { counted } from '../../http/words/counts.ts'

export const SOURCES = {
  title: 'Who is reported to say it',
  about: 'The people, bodies and documents to which stories attribute what they report.',
  note: 'Who is not named is listed by the words that the article uses.',
  source: 'Source',
  claims: 'Claims',
  standing: 'Standing now',
  stories: 'Stories',
  notNamed: 'not named',
  name: 'Name',
  kind: 'Kind',
  anyKind: 'All',
  publication: 'Publication',
  show: 'Show',
  showAll: 'Show all',
  more: 'Further sources',
  none: 'No source fits',
  noneText: 'No story reports anybody by this name.',
  empty: 'No story reports anybody yet.',
  reportedWith: 'Reported with',
  howSurely: 'How surely',
  moreStories: 'Earlier stories',
  allOffered: 'All that fit',
  seeAll: 'Who is reported',
} as const

export const KINDS_OF_SOURCES: Record<SourceJson['kind'], string> = {
  named: 'Named',
  unnamed: 'Not named',
  document: 'Documents',
}

/** The heading where a name fits nobody. */
export const sourceNotFound = (words: string): string => `No story reports anybody by the name “${words}”`

/** The heading over the sources that a name fits. */
export const sourcesOffered = (words: string): string => `Several sources fit “${words}”. Choose one:`

/** The kinds behind "18 sources". */
const OF_KIND: typeof KINDS_OF_SOURCES = {
  named: 'who are named',
  unnamed: 'who are not named',
  document: 'that are documents',
}

/** "A person", "Not named". */
export function whatSourceIs({ type }: Pick<SourceJson, 'type'>): string {
  if (type === 'person') return 'A person'
  if (type === 'body') return 'A body'
  if (type === 'document') return 'A document'
  return type === 'unnamed' ? 'Not named' : 'A person or a body'
}

/** "Reported to say 3 things in 2 stories. 1 of them changed later." */
export function sourceVerdict({ claims, articles, changed_claims }: OneSourceJson): string {
  const told = `Reported to say ${counted(claims, 'thing')} in ${counted(articles, 'story', 'stories')}.`
  if (changed_claims === 0) return `${told} ${claims === 1 ? 'It has not changed.' : 'None of them changed later.'}`
  if (changed_claims === claims) return `${told} ${claims === 1 ? 'It changed later.' : 'All of them changed later.'}`
  return `${told} ${changed_claims} of them changed later.`
}

/** "18 sources.", "The 100 sources with the most claims." */
export function sourcesCount(count: number, { cursor, q, kind, publication }: SourcesQuery, more: boolean): string {
  if (cursor !== undefined) return `${counted(count, 'further source')}.`
  const filters = [
    ...(q === undefined ? [] : [`with “${q}” in the name`]),
    ...(kind === undefined ? [] : [OF_KIND[kind]]),
    ...(publication === undefined ? [] : [`in ${publication}`]),
  ]
  const which = filters.length > 0 ? ` ${filters.join(', ')}` : ''
  return more ? `The ${counted(count, 'source')}${which} with the most claims.` : `${counted(count, 'source')}${which}.`
}
