/** Answers with pages: their headers, their ETags, their query parameters, and the redirect from a former slug. */
import type { Context, MiddlewareHandler } from 'hono'
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import { z } from 'zod'
import type { App, Session } from '../../http/context.ts'
import { link } from '../../http/json/memento.ts'
import { originOf } from '../../http/origin.ts'
import { isForPrograms } from '../../http/request/for-programs.ts'
import { checked } from '../../http/request/input.ts'
import { answerText, type Otherwise } from '../../http/response/conditional.ts'
import { streamOf } from '../../http/response/stream-text.ts'
import type { Markup } from '../markup.ts'
import { documentOf, type Page } from './layout.ts'
import { FRAME_SCRIPT, SCRIPT, STYLE } from './style.ts'

/** Pages load nothing but our own files, run no inline script or style, and stand in no frame. */
const POLICY = {
  'default-src': "'none'",
  'script-src': "'self'",
  'style-src': "'self'",
  'img-src': "'self'",
  'connect-src': "'self'",
  'form-action': "'self'",
  'base-uri': "'none'",
}

const EMBEDDED = /^\/embed\//

/** Whether the path is one of a page that any page may show in a frame. */
export const isFramed = (path: string): boolean => EMBEDDED.test(path)

/** The Content-Security-Policy of the page at a path. */
export function pagePolicy(path: string): string {
  const policy = { ...POLICY, 'frame-ancestors': isFramed(path) ? '*' : "'none'" }
  return Object.entries(policy)
    .map(([name, value]) => `${name} ${value}`)
    .join('; ')
}

/** Sets the policy of pages before they are answered: a 304 has it too, since browsers keep a page with the headers of its last 304. */
export const setsPolicy: MiddlewareHandler<App> = async (c, next) => {
  if (!isForPrograms(c.req.path)) c.header('Content-Security-Policy', pagePolicy(c.req.path))
  await next()
}

export const HTML = 'text/html; charset=utf-8'

/** Raise it when the markup of pages changes, so that no browser keeps one of an older shape. */
const MARKUP = 8

/** The part of the ETag of a page that does not depend on the archive. */
export const LOOK = `p${MARKUP}${[STYLE, SCRIPT, FRAME_SCRIPT].map((file) => /-(\w{5})/.exec(file)?.[1]).join('')}`

/** Answers with a page; it is cached if `notModified` set an ETag. */
export function answerPage(c: Context<App>, page: Page, framed = false): Otherwise {
  const links = (page.data ?? []).flatMap(({ href, type }) => (type === null ? [] : [link(href, 'alternate', { type })]))
  if (links.length > 0) c.header('Link', links.join(', '))
  // A page of another site must not lead anybody to press a button here.
  return answerText(c, textOf(c, page, framed ? null : c.var.session), HTML)
}

/** Answers with a page that is true of this moment: no cache keeps it. */
export function answerNow(c: Context<App>, page: Page): Otherwise {
  c.header('Cache-Control', 'no-store')
  return answerPage(c, { ...page, still: true })
}

/** As `answerNow`, with more of the body as it is made. What it has been given to close it closes. */
export function answerStreamed(c: Context<App>, page: Page, more: AsyncIterable<Markup>): Response {
  const text = textOf(c, { ...page, still: true }, c.var.session)
  const end = text.lastIndexOf('\n</main>')
  async function* parts() {
    yield text.slice(0, end)
    for await (const part of more) yield String(part)
    yield text.slice(end)
  }
  // Proxies, and what is in front of the app, pass it on as it comes.
  const headers = { 'Content-Type': HTML, 'Cache-Control': 'no-store', 'X-Accel-Buffering': 'no' }
  return c.body(streamOf(parts()), 200, headers)
}

/** The document. In a closed archive the script does not ask for news: it would ask without the session. */
const textOf = (c: Context<App>, page: Page, session: Session | null): string =>
  documentOf({ ...page, still: page.still || c.var.config.readTokenRequired }, originOf(c), session)

/** Answers with a form, or with what came of one. `readsSession` keeps it out of caches where somebody signed in. */
export function answerForm(c: Context<App>, page: Page, status: ContentfulStatusCode = 200): Response {
  c.header('Cache-Control', 'private, no-cache')
  return c.body(textOf(c, page, c.var.session), status, { 'Content-Type': HTML })
}

/** Leads on after a form was sent. */
export function seeOther(c: Context<App>, path: string): Response {
  c.header('Cache-Control', 'no-store')
  return c.redirect(path, 303)
}

/** The same about something that was there and is not shown any more (410). It is not cached. */
export function answerGone(c: Context<App>, page: Page): Otherwise {
  c.header('Cache-Control', 'no-cache')
  const { body, headers } = answerPage(c, page)
  return new Response(body, { status: 410, headers }) as Response as Otherwise
}

/**
 * The query of a page. A field that a form sends empty counts as left out, and parameters that are not known are ignored: links come with
 * all kinds of them. Throws Failure invalid.
 */
export function pageQuery<Shape extends z.ZodRawShape>(c: Context<App>, shape: Shape): z.output<z.ZodObject<Shape>> {
  const given = Object.entries(c.req.queries()).flatMap(([name, values]) => {
    const [first, ...more] = values.filter((value) => value !== '')
    return first === undefined ? [] : [[name, more.length > 0 ? [first, ...more] : first] as const]
  })
  return checked(z.object(shape), Object.fromEntries(given), 'query')
}

/** The parameters in the path of a page. Throws Failure invalid. */
export function pageParams<Shape extends z.ZodRawShape>(c: Context<App>, shape: Shape): z.output<z.ZodObject<Shape>> {
  return checked(z.object(shape), c.req.param(), 'path')
}

/** The redirect (308) of …/a/{slug}… from a former slug to the present one; null if the slug is the present one. */
export function renamedPage(c: Context<App>, requested: string, current: string): Otherwise | null {
  if (requested === current) return null
  c.header('Cache-Control', 'no-cache')
  const { pathname, search } = new URL(c.req.url)
  const parts = pathname.split('/')
  parts[parts.indexOf('a') + 1] = current
  return c.redirect(parts.join('/') + search, 308) as Response as Otherwise
}
