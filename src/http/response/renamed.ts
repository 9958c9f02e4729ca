/** The redirect from a slug that an article had to the one it has. */
import type { Context } from 'hono'
import type { Otherwise } from './conditional.ts'

const ARTICLES = '/v1/articles/'

/** Leads from a slug that the article once had to the one it has (308), or gives null. */
export function renamed(c: Context, asked: string, current: string): Otherwise | null {
  if (asked === current) return null
  // An article may take its old slug back.
  c.header('Cache-Control', 'no-cache')
  const { pathname, search } = new URL(c.req.url)
  // By its place, since the same slug can be percent-encoded in many ways.
  const [, ...rest] = pathname.slice(ARTICLES.length).split('/')
  return c.redirect([ARTICLES + current, ...rest].join('/') + search, 308) as Response as Otherwise
}
