/** Leads programs that ask for a page to the same thing in the media type that they prefer. */
import type { MiddlewareHandler } from 'hono'
import { accepts } from 'hono/accepts'
import type { App } from '../../http/context.ts'

const PAGE = 'text/html'
const ALTERNATE = /<([^>]*)>; rel="alternate"; type="([^";]+)/g
/** The headers that are about the page itself. */
const OF_PAGE = ['Content-Type', 'Content-Length', 'ETag', 'Link']

/**
 * A page that links to the same as JSON, as CSV or as a feed answers 303 to that where `Accept` prefers its media type to HTML
 * (RFC 9110, sections 12.5.1 and 15.4.4). Pages vary by `Accept`.
 */
export const negotiated: MiddlewareHandler<App> = async (c, next) => {
  await next()
  const { status, headers } = c.res
  if (!['GET', 'HEAD'].includes(c.req.method) || status !== 200 || !headers.get('content-type')?.startsWith(PAGE)) return
  c.header('Vary', 'Accept', { append: true })
  const others = new Map([...(headers.get('link') ?? '').matchAll(ALTERNATE)].map(([, href = '', type = '']) => [type, href]))
  const preferred = accepts(c, { header: 'Accept', supports: [PAGE, ...others.keys()], default: PAGE })
  const href = others.get(preferred)
  if (href === undefined) return
  const kept = new Headers(c.res.headers)
  for (const name of OF_PAGE) kept.delete(name)
  kept.set('Location', href)
  c.res = undefined
  c.res = new Response(null, { status: 303, headers: kept })
}
