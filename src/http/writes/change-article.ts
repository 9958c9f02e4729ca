/** Changing the metadata and the slug of an article: the write that a route and a form share. */
import type { Context } from 'hono'
import type { z } from 'zod'
import { Failure } from '../../failure.ts'
import { keepStatements } from '../../store/idempotency.ts'
import { articleRow, articleView, findArticle } from '../../store/read/articles.ts'
import { updateArticle } from '../../store/write/article-metadata.ts'
import type { App } from '../context.ts'
import { writtenArticleJson } from '../json/article-json.ts'
import { found } from '../request/article-path.ts'
import { callerReads } from '../request/require-scope.ts'
import { claimAddress } from './claim-address.ts'
import type { newArticle } from './new-article.ts'

/**
 * Changes the fields of an article that are given and returns its JSON; null empties a title or a publication, an address joins those
 * before it, and the old slug keeps redirecting. Throws Failure: not_found, conflict.
 */
export async function changeArticle(c: Context<App>, asked: string, patch: z.output<z.ZodObject<typeof newArticle>>) {
  const { store } = c.var
  const article = found(await findArticle(store, asked), asked)
  const slug = patch.slug ?? article.slug
  const now = new Date(c.var.clock()).toISOString()
  const changes = Object.values(patch).some((value) => value !== undefined)
  const kept = keepStatements(c.var.keep(200, { of: 'article', slug }), now)
  const update = () => updateArticle(store, article, patch, now, kept)
  if (changes && !(await claimAddress(c, article.slug, patch.url, update)))
    throw new Failure('conflict', `The slug "${patch.slug}" is taken.`, [{ path: 'slug', message: 'is taken' }])
  const [row] = await articleRow(store, slug)
  return writtenArticleJson(articleView(found(row, asked)), callerReads(c))
}
