/** The links of a page to the same thing for programs, as the pages of a story share them. */
import { address, queryOf } from '../addresses.ts'
import { FRAME } from '../words/frame-words.ts'

/** The same thing for programs: it stands in the footer, and in the header `Link` of the answer. */
export interface DataLink {
  readonly label: string
  readonly href: string
  /** Its media type; null: it is a page. */
  readonly type: string | null
}

type Fields = Parameters<typeof queryOf>[0]

export const jsonLink = (path: string, query: Fields = {}): DataLink => ({
  label: FRAME.json,
  href: `${path}${queryOf(query)}`,
  type: 'application/json',
})

export const csvLink = (path: string, query: Fields = {}): DataLink => ({
  label: FRAME.csv,
  href: `${path}${queryOf({ ...query, format: 'csv' })}`,
  type: 'text/csv',
})

export const feedLink = (path: string, query: Fields = {}): DataLink => ({
  label: FRAME.feed,
  href: `${path}${queryOf(query)}`,
  type: 'application/atom+xml',
})

/** To the form that makes a webhook with these filters. */
export const hookLink = (query: Parameters<typeof address.hooks>[0] = {}): DataLink => ({
  label: FRAME.hook,
  href: address.hooks(query),
  type: null,
})

/** The ways to follow a story: its feed, and a webhook. */
export const followStory = (slug: string): DataLink[] => [feedLink(`/feeds/articles/${slug}.atom`), hookLink({ article: slug })]
