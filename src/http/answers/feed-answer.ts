/** Feeds: what their routes share, and the answer with a page of entries. */
import type { Context } from 'hono'
import { z } from 'zod'
import type { ChangeRow } from '../../store/read/changes.ts'
import type { App } from '../context.ts'
import { feedEntries, forXml } from '../json/feed-entry.ts'
import { FEED_TYPES, type FeedFormat, feedText, jsonFeedSchema } from '../json/feed-formats.ts'
import { originOf } from '../origin.ts'
import { listShape, page } from '../request/list.ts'
import { answerText } from '../response/conditional.ts'

/** The pages of a feed. */
export const pageShape = { limit: listShape.limit, cursor: listShape.cursor }
export type PageOfFeed = z.infer<z.ZodObject<typeof pageShape>>

/** The description of a feed's route. */
export const docOf = (id: string, summary: string, formats: readonly FeedFormat[]) => ({
  tag: 'Feeds' as const,
  id,
  summary,
  answer: formats.includes('json') ? jsonFeedSchema : z.string(),
  media: formats.includes('json') ? FEED_TYPES.json : FEED_TYPES.atom,
  texts: formats.includes('json') && formats.includes('atom') ? [FEED_TYPES.atom] : [],
})

export interface Feed {
  /** Lasting, whatever slug and format: "articles/7". */
  readonly name: string
  readonly title: string
  readonly about: string
  /** The path of its page. */
  readonly page: string
  /** The path without its ending. */
  readonly path: string
  readonly format: FeedFormat
  /** When nothing is in it. */
  readonly begun: string
}

/** The id of a feed. Semicolons join the filters, since XML escapes an ampersand; encoded values have neither. */
const feedId = (hostname: string, name: string, filter: URLSearchParams) =>
  `tag:${hostname},2026:feeds/${name}${filter.size ? `?${filter.toString().replaceAll('&', ';')}` : ''}`

/** Answers a page of rows, newest first. */
export function answerFeed(c: Context<App>, feed: Feed, rows: readonly ChangeRow[], limit: number): Response {
  const { data, next } = page(rows, limit, 'entries', (row) => [row.id])
  const entries = feedEntries(data)
  const { search, searchParams } = new URL(c.req.url)
  const { origin, hostname } = new URL(originOf(c))
  const at = (path: string, params: URLSearchParams) => origin + path + (params.size ? `?${params}` : '')
  const path = `${feed.path}.${feed.format}`
  const first = new URLSearchParams(searchParams)
  first.delete('cursor')
  const older = new URLSearchParams(searchParams)
  older.set('cursor', next ?? '')
  const filter = new URLSearchParams(first)
  filter.delete('limit')
  const text = feedText(feed.format, {
    id: feedId(hostname, feed.name, filter),
    title: forXml(feed.title + (filter.size ? ` (${decodeURIComponent(filter.toString().replaceAll('+', ' '))})` : '')),
    origin,
    about: feed.about,
    page: feed.page,
    self: origin + path + search,
    formats: { atom: at(`${feed.path}.atom`, searchParams), json: at(`${feed.path}.json`, searchParams) },
    first: at(path, first),
    next: next === null ? null : at(path, older),
    entries,
    updated:
      entries
        .map(({ updated }) => updated)
        .sort()
        .at(-1) ?? feed.begun,
  })
  return answerText(c, text, feed.format === 'atom' ? `${FEED_TYPES.atom}; charset=utf-8` : FEED_TYPES.json)
}

/** As a feed reads changes. */
export const newest = { standing: false, order: 'newest' } as const
