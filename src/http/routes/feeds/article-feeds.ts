/** Routes of feeds, as Atom and as JSON Feed: the changes of an article, and of a claim. */
import { type Context, Hono } from 'hono'
import { Failure } from '../../../failure.ts'
import { articleRow } from '../../../store/read/articles.ts'
import { changeRows } from '../../../store/read/changes.ts'
import { claimRows } from '../../../store/read/claims.ts'
import { namesExist } from '../../../store/read/name-exists.ts'
import { answerFeed, docOf, newest, pageShape } from '../../answers/feed-answer.ts'
import type { App } from '../../context.ts'
import type { FeedFormat } from '../../json/feed-formats.ts'
import { describeRoute } from '../../openapi/describe-route.ts'
import { pageOf } from '../../page-addresses.ts'
import { found, slugParam } from '../../request/article-path.ts'
import { changeFilterOf, changeFilterShape, refuseUnknown } from '../../request/change-filter.ts'
import { param, query } from '../../request/input.ts'
import { DEFAULT_LIMIT, fromCursor } from '../../request/list.ts'
import { mayReadFeed } from '../../request/require-scope.ts'
import { articleUnchanged, notModified } from '../../response/conditional.ts'

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

/** Under /feeds: of an article, of a claim. */
export const articleFeeds = new Hono<App>()
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
