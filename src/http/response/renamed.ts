/** The redirect from a former slug of an article to its present one. */
import type { Context } from 'hono'
import type { Otherwise } from './conditional.ts'

const ARTICLES = '/v1/articles/'

/** The redirect (308) from a former slug to the present one; null if the slug is the present one. */
export function renamed(c: Context, requested: string, current: string): Otherwise | null {
  if (requested === current) return null
  // An article may take its old slug back.
  c.header('Cache-Control', 'no-cache')
  const { pathname, search } = new URL(c.req.url)
  // By its place, since the same slug can be percent-encoded in many ways.
  const [, ...rest] = pathname.slice(ARTICLES.length).split('/')
  return c.redirect([ARTICLES + current, ...rest].join('/') + search, 308) as Response as Otherwise
}
