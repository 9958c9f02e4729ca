/** Recording an article: its fields, and the write that a route and a form share. */
import type { Context } from 'hono'
import type { z } from 'zod'
import { Failure, invalid } from '../../failure.ts'
import { slugOf } from '../../recording/slug.ts'
import { keepStatements } from '../../store/idempotency.ts'
import { articleView } from '../../store/read/articles.ts'
import { insertArticle } from '../../store/write/article-metadata.ts'
import type { App } from '../context.ts'
import { writtenArticleJson } from '../json/article-json.ts'
import { callerReads } from '../request/require-scope.ts'
import { line, slug, webAddress } from '../request/values.ts'
import { claimAddress } from './claim-address.ts'

export const newArticle = {
  slug: slug.optional(),
  title: line(500).optional(),
  publication: line(200).optional(),
  url: webAddress.optional(),
}

/** Records an article and returns its JSON. Throws Failure: invalid, conflict. */
export async function recordArticle(c: Context<App>, given: z.output<z.ZodObject<typeof newArticle>>) {
  const { title = null, publication = null, url = null, slug: asked } = given
  const { store } = c.var
  const now = new Date(c.var.clock()).toISOString()
  const slug = asked ?? slugOf(title ?? url?.replace(/^https?:/, '') ?? '')
  if (!slug)
    throw invalid(
      'slug',
      title === null && url === null
        ? 'give a slug, a title or a url'
        : `give one: none can be made of ${title === null ? 'this url' : 'this title'}`,
    )
  const urls = JSON.stringify(url ? [{ url, since: now }] : [])
  const view = articleView({ ...blank, slug, title, publication, urls, createdAt: now })
  const article = writtenArticleJson(view, callerReads(c))
  const kept = keepStatements(c.var.keep(201, { of: 'article', slug }), now)
  if (!(await claimAddress(c, slug, url, () => insertArticle(store, { slug, title, publication, url }, now, kept)))) {
    throw new Failure('conflict', `The slug "${slug}" is taken.`, [{ path: 'slug', message: 'is taken' }])
  }
  return article
}

/** The fields of an article before its first version. */
const blank = {
  id: 0,
  aliases: '[]',
  revision: 1,
  versionCount: 0,
  latestVersion: null,
  firstCapturedAt: null,
  latestCapturedAt: null,
  presentClaims: 0,
  withdrawnClaims: 0,
}
