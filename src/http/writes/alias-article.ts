/** Making an article an alias of another, and taking that back: the fields, and the writes that routes and forms share. */
import type { Context } from 'hono'
import { z } from 'zod'
import { Failure, invalid } from '../../failure.ts'
import { retryOnConflict } from '../../recording/retry-on-conflict.ts'
import { type AliasState, aliasState, endAlias, makeAlias } from '../../store/write/aliases.ts'
import type { App } from '../context.ts'
import { found } from '../request/article-path.ts'
import { slug, text } from '../request/values.ts'

export const aliasReason = text(2000).pipe(z.string().trim().min(1, 'is empty'))

export const newAlias = {
  of: slug.meta({ description: 'The slug of the article that it is the same as', example: 'ferry-fares' }),
  reason: aliasReason,
}

/** Makes an article an alias of another, by the caller. Throws Failure: not_found, invalid, conflict. */
export async function aliasArticle(c: Context<App>, asked: string, { of, reason }: z.output<z.ZodObject<typeof newAlias>>) {
  const { store } = c.var
  const [by, at] = [c.var.caller?.name ?? '', new Date(c.var.clock()).toISOString()]
  return store.serialize(() =>
    retryOnConflict(async () => {
      const article = found(await aliasState(store, asked), asked)
      const other = await aliasState(store, of)
      if (!other) throw invalid('of', `there is no article "${of}"`)
      refuse(article, other, asked, of)
      const decision = { article: article.id, of: other.id, reason, by, at }
      await makeAlias(store, decision, c.var.keep(303, { of: 'form' }))
      return { article: article.slug, of: other.slug, reason, by, since: at }
    }),
  )
}

/** Throws Failure conflict. The caller may not be one who reads, so it names only what was given. */
function refuse(article: AliasState, other: AliasState, asked: string, of: string): void {
  if (article.of !== null) throw new Failure('conflict', `"${asked}" is an alias already.`)
  if (article.hasAliases) throw new Failure('conflict', `"${asked}" has aliases itself: take them back first.`)
  if (article.id === other.id) throw ofRefused('an article is no alias of itself')
  if (other.of !== null) throw ofRefused(`"${of}" is an alias itself`)
}

const ofRefused = (message: string) => new Failure('conflict', `of: ${message}.`, [{ path: 'of', message }])

/** Makes an alias an article of its own again, by the caller; one that is no alias stays as it is. Throws Failure not_found. */
export async function unaliasArticle(c: Context<App>, asked: string, reason: string) {
  const { store } = c.var
  const [by, at] = [c.var.caller?.name ?? '', new Date(c.var.clock()).toISOString()]
  return store.serialize(() =>
    retryOnConflict(async () => {
      const article = found(await aliasState(store, asked), asked)
      if (article.ofId !== null) {
        const decision = { article: article.id, of: article.ofId, reason, by, at }
        await endAlias(store, decision, c.var.keep(303, { of: 'form' }))
      }
      return { article: article.slug, of: null }
    }),
  )
}
