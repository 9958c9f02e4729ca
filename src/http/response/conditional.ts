/** Strong ETags, the 304 that they allow (RFC 9110, sections 8.8.3 and 13), and answers kept under them. */
import type { Context, TypedResponse } from 'hono'
import { ENGINE } from '../../core/analysis.ts'
import { sha256 } from '../../store/hash.ts'
import { type ArticleState, archiveRevision, articleState } from '../../store/read/articles.ts'
import type { App } from '../context.ts'
import { checksum } from './checksum.ts'

/** JSON, as a typed client knows it. */
export type Json<Answer> = Response & TypedResponse<Answer, 200, 'json'>

/** What stands for that JSON at times and is none to a typed client: a 304, the way to another address, rows of CSV, or what is kept. */
export type Otherwise = Response & TypedResponse<null, 304, 'body'>

/** Changes with the shape of the answers, so that a reader never keeps one of an older shape. */
const SHAPE = `3.${ENGINE}`

/**
 * Sets the ETag of an answer that is known by its revision before it is built; gives the 304 if the caller has that answer
 * already, else null. `parts` name what the answer depends on besides the URL's query.
 */
export function notModified(c: Context<App>, ...parts: readonly (string | number)[]): Otherwise | null {
  return matched(c, tagOf(c, parts))
}

/** Answers with JSON. It is kept, where `notModified` gave it an ETag. */
export function answerJson<Answer extends object>(c: Context<App>, answer: Answer): Json<Answer> {
  return answerText(c, JSON.stringify(answer), 'application/json') as Response as Json<Answer>
}

/** Answers with text of a media type. It is kept, where `notModified` gave it an ETag. */
export function answerText(c: Context<App>, text: string, type: string): Otherwise {
  const response = c.body(text, 200, { 'Content-Type': type })
  const etag = response.headers.get('etag')
  if (etag) c.var.rendered.keep(c.req.url, { tag: etag.slice(1, -1), text, headers: [...response.headers] })
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
 * What can be answered before anything is looked for: the 304, where the caller names the answer that there would be, and that
 * answer itself, where it is kept; else null. `parts` asks for no more than what `notModified` is given, and gives null where
 * the answer is none of these.
 */
export async function unchanged(
  c: Context<App>,
  parts: () => Promise<readonly (string | number)[] | null>,
): Promise<Otherwise | null> {
  const given = c.req.header('if-none-match')
  // Whether there is any answer, only looking for it tells.
  const known = given?.trim() === '*' ? undefined : given
  const kept = c.var.rendered.get(c.req.url)
  if (known === undefined && !kept) return null
  const now = await parts()
  if (!now) return null
  const tag = tagOf(c, now)
  if (known !== undefined && names(known, `"${tag}"`)) return matched(c, tag)
  if (kept?.tag !== tag) return null
  for (const [name, value] of kept.headers) c.header(name, value)
  return matched(c, tag) ?? (c.body(kept.text) as Response as Otherwise)
}

/** As `unchanged`, for a list over the whole archive; `list` as `notModified` is given it. */
export function archiveUnchanged(c: Context<App>, list: string): Promise<Otherwise | null> {
  return unchanged(c, async () => {
    const [archive] = await archiveRevision(c.var.store)
    return [list, archive?.revision ?? 0]
  })
}

/** As `unchanged`, for what belongs to an article; `more` gives what else the answer depends on. */
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

/** Answers JSON that no revision stands for: its ETag is its hash. */
export function hashedJson<Answer extends object>(c: Context, answer: Answer): Json<Answer> {
  return hashedText(c, JSON.stringify(answer), 'application/json') as Response as Json<Answer>
}

/** As `hashedJson`, with text of a media type; `hash` where it is known already. */
export function hashedText(c: Context, text: string, type: string, hash = sha256(text)): Otherwise {
  return matched(c, hash) ?? (c.body(text, 200, { 'Content-Type': type }) as Response as Otherwise)
}

function matched(c: Context, tag: string): Otherwise | null {
  const etag = `"${tag}"`
  const known = c.req.header('if-none-match')
  c.header('ETag', etag)
  c.header('Cache-Control', 'no-cache')
  if (known === undefined) return null
  return names(known, etag) ? c.body(null, 304) : null
}

/** Whether If-None-Match names an ETag. */
function names(known: string, etag: string): boolean {
  return known.trim() === '*' || known.split(',').some((one) => one.trim().replace(/^W\//, '') === etag)
}
