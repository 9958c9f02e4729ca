/** Strong ETags, the 304 that they allow (RFC 9110, sections 8.8.3 and 13), and responses that are cached by them. */
import type { Context, TypedResponse } from 'hono'
import { ENGINE } from '../../core/analysis.ts'
import { sha256 } from '../../store/hash.ts'
import { type ArticleState, archiveRevision, articleState } from '../../store/read/articles.ts'
import { names } from '../../web/etags.ts'
import type { App } from '../context.ts'
import { checksum } from './checksum.ts'

/** A JSON response for the typed client. */
export type Json<Answer> = Response & TypedResponse<Answer, 200, 'json'>

/** A response in place of that JSON that the typed client does not parse: a 304, a redirect, rows of CSV, or a cached response. */
export type Otherwise = Response & TypedResponse<null, 304, 'body'>

/** Changes with the shape of the answers, so that no reader keeps one of an older shape. */
const SHAPE = `7.${ENGINE}`

/**
 * Sets the ETag of an answer from its revision, before the answer is built; returns the 304 if the caller has that answer, else
 * null. `parts` are what the answer depends on besides the URL's query. The page of a session has none: no browser keeps it.
 */
export function notModified(c: Context<App>, ...parts: readonly (string | number)[]): Otherwise | null {
  return c.var.session ? null : matched(c, tagOf(c, parts))
}

/** Answers with JSON, which is cached if `notModified` set an ETag. */
export function answerJson<Answer extends object>(c: Context<App>, answer: Answer): Json<Answer> {
  return answerText(c, JSON.stringify(answer), 'application/json') as Response as Json<Answer>
}

/** Answers with text of a media type, which is cached if `notModified` set an ETag. */
export function answerText(c: Context<App>, text: string, type: string): Otherwise {
  const response = c.body(text, 200, { 'Content-Type': type })
  const etag = response.headers.get('etag')
  if (etag) c.var.responses.keep(c.req.url, { tag: etag.slice(1, -1), text, headers: [...response.headers] })
  return response as Response as Otherwise
}

function tagOf(c: Context<App>, parts: readonly (string | number)[]): string {
  const search = c.req.url.indexOf('?')
  const { publicUrl } = c.var.config
  return [
    SHAPE,
    ...parts,
    ...(publicUrl === undefined ? [] : [checksum(publicUrl)]),
    ...(search < 0 ? [] : [checksum(c.req.url.slice(search))]),
  ].join('-')
}

/**
 * The answer without reading the resource: the 304, where the caller has the present ETag, or the cached response; else null.
 * `parts` reads only the parts of the ETag, as for `notModified`; null where the answer has none.
 */
export async function unchanged(
  c: Context<App>,
  parts: () => Promise<readonly (string | number)[] | null>,
): Promise<Otherwise | null> {
  if (c.var.session) return null
  const header = c.req.header('if-none-match')
  // Whether the resource exists is not known yet.
  const etags = header?.trim() === '*' ? undefined : header
  const cached = c.var.responses.get(c.req.url)
  if (etags === undefined && !cached) return null
  const now = await parts()
  if (!now) return null
  const tag = tagOf(c, now)
  if (etags !== undefined && names(etags, `"${tag}"`)) return matched(c, tag)
  if (cached?.tag !== tag) return null
  const early = matched(c, tag)
  if (early) return early
  for (const [name, value] of cached.headers) c.header(name, value)
  return c.body(cached.text) as Response as Otherwise
}

/** As `unchanged`, for a list over the whole archive; `list` is the part of the ETag. */
export function archiveUnchanged(c: Context<App>, list: string): Promise<Otherwise | null> {
  return unchanged(c, async () => {
    const [archive] = await archiveRevision(c.var.store)
    return [list, archive?.revision ?? 0]
  })
}

/** As `unchanged`, for a resource of an article; `more` returns further parts of the ETag. */
export function articleUnchanged(
  c: Context<App>,
  slug: string,
  more: (article: ArticleState) => readonly string[] = () => [],
): Promise<Otherwise | null> {
  return unchanged(c, async () => {
    const article = await articleState(c.var.store, slug)
    return article?.slug === slug ? [article.id, article.revision, ...more(article)] : null
  })
}

/** Answers with JSON that has no revision: its ETag is its hash. */
export function hashedJson<Answer extends object>(c: Context, answer: Answer): Json<Answer> {
  return hashedText(c, JSON.stringify(answer), 'application/json') as Response as Json<Answer>
}

/** As `hashedJson`, with text of a media type; `hash`, if it is known already. */
export function hashedText(c: Context, text: string, type: string, hash = sha256(text)): Otherwise {
  return matched(c, hash) ?? (c.body(text, 200, { 'Content-Type': type }) as Response as Otherwise)
}

function matched(c: Context, tag: string): Otherwise | null {
  const etag = `"${tag}"`
  const etags = c.req.header('if-none-match')
  c.header('ETag', etag)
  c.header('Cache-Control', 'no-cache')
  if (etags === undefined) return null
  return names(etags, etag) ? c.body(null, 304) : null
}
