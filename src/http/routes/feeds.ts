/** Routes of feeds, as Atom and as JSON Feed: the changes of the archive by any filter, of an article, of a claim. */
import { type Context, Hono } from 'hono'
import { z } from 'zod'
import { Failure } from '../../failure.ts'
import { articleRow } from '../../store/read/articles.ts'
import { type ChangeRow, changeRows } from '../../store/read/changes.ts'
import { claimRows } from '../../store/read/claims.ts'
import { namesExist } from '../../store/read/name-exists.ts'
import type { App } from '../context.ts'
import { feedEntries, forXml } from '../json/feed-entry.ts'
import { FEED_TYPES, type FeedFormat, feedText, jsonFeedSchema } from '../json/feed-formats.ts'
import { describeRoute } from '../openapi/describe-route.ts'
import { originOf } from '../origin.ts'
import { pageOf } from '../page-addresses.ts'
import { found, slugParam } from '../request/article-path.ts'
import { archiveFilterShape, changeFilterOf, changeFilterShape, refuseUnknown } from '../request/change-filter.ts'
import { param, query } from '../request/input.ts'
import { DEFAULT_LIMIT, fromCursor, listShape, page } from '../request/list.ts'
import { mayReadFeed } from '../request/require-scope.ts'
import { archiveAnswer } from '../response/archive-answer.ts'
import { answerText, articleUnchanged, notModified } from '../response/conditional.ts'

const pageShape = { limit: listShape.limit, cursor: listShape.cursor }
const docOf = (id: string, summary: string, formats: readonly FeedFormat[]) => ({
  tag: 'Feeds' as const,
  id,
  summary,
  answer: formats.includes('json') ? jsonFeedSchema : z.string(),
  media: formats.includes('json') ? FEED_TYPES.json : FEED_TYPES.atom,
  texts: formats.includes('json') && formats.includes('atom') ? [FEED_TYPES.atom] : [],
})

interface Feed {
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
function answerFeed(c: Context<App>, feed: Feed, rows: readonly ChangeRow[], limit: number): Response {
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

/** The name and the format of a feed's file. Throws Failure not_found. */
function fileOf(file: string): { name: string; format: FeedFormat } {
  const [, name, format] = /^(.+)\.(atom|json)$/.exec(file) ?? []
  if (name === undefined) throw new Failure('not_found', `There is no feed "${file}": its name ends in .atom or .json.`)
  return { name, format: format === 'atom' ? 'atom' : 'json' }
}

/** The redirect (308) from a former slug's feed to the present one's, or null. */
function moved(c: Context, requested: string, current: string, path: string): Response | null {
  if (requested === current) return null
  // An article may take its old slug back.
  c.header('Cache-Control', 'no-cache')
  return c.redirect(path + new URL(c.req.url).search, 308)
}

const newest = { standing: false, order: 'newest' } as const

export const feeds = new Hono<App>()

for (const format of ['atom', 'json'] as const) {
  feeds.get(
    `/changes.${format}`,
    describeRoute(
      docOf(
        format === 'atom' ? 'getChangesAtom' : 'getChangesJsonFeed',
        'The changes of the archive, newest first; a first version is one entry',
        [format],
      ),
    ),
    mayReadFeed,
    query({ ...pageShape, ...archiveFilterShape }),
    async (c) => {
      const given = c.req.valid('query')
      const { limit = DEFAULT_LIMIT } = given
      const [below] = fromCursor('entries', { cursor: given.cursor }, 'id') ?? []
      const filter = { ...changeFilterOf(given), ...newest, below, firstAsOne: true, limit: limit + 1 }
      return archiveAnswer(
        c,
        `feed-${format}`,
        // A subscription may be one to a publication that has no article yet.
        { article: given.article, source: given.source },
        () => [changeRows(c.var.store, filter)],
        ([rows], revision) => {
          const feed = {
            name: 'changes',
            title: 'Claimtrail: changes',
            about: '/v1/changes',
            page: '/',
            path: '/feeds/changes',
            format,
            // A revision is the time of its write; the first, before any, is 1.
            begun: new Date(revision).toISOString(),
          }
          return answerFeed(c, feed, rows, limit)
        },
      )
    },
  )
}

feeds
  .get(
    '/articles/:file',
    describeRoute({
      ...docOf('getArticleFeed', 'An article’s changes, newest first: {slug}.atom or {slug}.json', ['atom', 'json']),
      failures: [404],
    }),
    mayReadFeed,
    param({ file: slugParam.meta({ description: '{slug}.atom or {slug}.json', example: 'kremlin-cease-fire.json' }) }),
    query({ ...pageShape, ...changeFilterShape }),
    async (c) => {
      const { name: slug, format } = fileOf(c.req.valid('param').file)
      const given = c.req.valid('query')
      const { limit = DEFAULT_LIMIT } = given
      const [below] = fromCursor('entries', { cursor: given.cursor }, 'id') ?? []
      const { store } = c.var
      const cached = await articleUnchanged(c, slug, () => ['feed', format])
      if (cached) return cached
      const [[row], [named], rows] = await store.batchRead([
        articleRow(store, slug),
        namesExist(store, { source: given.source }),
        changeRows(store, { ...changeFilterOf(given), ...newest, slug, below, firstAsOne: true, limit: limit + 1 }),
      ])
      const article = found(row, slug)
      refuseUnknown({ source: given.source }, named)
      const path = `/feeds/articles/${article.slug}`
      const early =
        moved(c, slug, article.slug, `${path}.${format}`) ?? notModified(c, article.id, article.revision, 'feed', format)
      const title = `Changes of “${article.title ?? article.slug}”`
      const about = `/v1/articles/${article.slug}`
      const page = pageOf.story(article.slug)
      const feed = { name: `articles/${article.id}`, title, about, page, path, format, begun: article.createdAt }
      return early ?? answerFeed(c, feed, rows, limit)
    },
  )
  .get(
    '/articles/:slug/claims/:file',
    describeRoute({
      ...docOf('getClaimFeed', 'A claim’s changes, newest first: {number}.atom or {number}.json', ['atom', 'json']),
      failures: [404],
    }),
    mayReadFeed,
    param({
      slug: slugParam,
      file: slugParam.meta({ description: '{number}.atom or {number}.json', example: '7.json' }),
    }),
    query({ ...pageShape, ...changeFilterShape }),
    async (c) => {
      const { slug, file } = c.req.valid('param')
      const { name, format } = fileOf(file)
      const number = /^[1-9]\d{0,8}$/.test(name) ? Number(name) : 0
      const given = c.req.valid('query')
      const { limit = DEFAULT_LIMIT } = given
      const [below] = fromCursor('entries', { cursor: given.cursor }, 'id') ?? []
      const { store } = c.var
      const cached = await articleUnchanged(c, slug, () => ['feed', format])
      if (cached) return cached
      const [[row], [claim], [named], rows] = await store.batchRead([
        articleRow(store, slug),
        claimRows(store, { slug, number, sort: 'number', limit: 1 }),
        namesExist(store, { source: given.source }),
        changeRows(store, { ...changeFilterOf(given), ...newest, slug, claim: number, below, limit: limit + 1 }),
      ])
      const article = found(row, slug)
      if (!claim) throw new Failure('not_found', `"${slug}" has no claim ${name}.`)
      refuseUnknown({ source: given.source }, named)
      const about = `/v1/articles/${article.slug}/claims/${number}`
      const path = `/feeds/articles/${article.slug}/claims/${number}`
      const early =
        moved(c, slug, article.slug, `${path}.${format}`) ?? notModified(c, article.id, article.revision, 'feed', format)
      const title = `Claim ${number} of “${article.title ?? article.slug}”`
      const page = pageOf.claim(article.slug, number)
      const feed = {
        name: `articles/${article.id}/claims/${number}`,
        title,
        about,
        page,
        path,
        format,
        begun: article.createdAt,
      }
      return early ?? answerFeed(c, feed, rows, limit)
    },
  )
