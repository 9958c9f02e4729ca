/** The cookie of people who signed in. Only pages read it: what a program may do depends on the token that it sends. */
import type { Context, MiddlewareHandler } from 'hono'
import { deleteCookie, getCookie, setCookie } from 'hono/cookie'
import { ASSERTION } from '../../auth/access-identities.ts'
import type { Owner } from '../../auth/bearer-tokens.ts'
import {
  beginSession,
  bitsOf,
  endSession,
  endSessionsOf,
  formTokenOf,
  SESSION_HOURS,
  sessionOwner,
} from '../../auth/sessions.ts'
import type { App, Session } from '../context.ts'
import { originOf } from '../origin.ts'
import { isForPrograms } from './for-programs.ts'
import { callerWith } from './require-scope.ts'

const COOKIE = 'session'
const SECRET = /^[\w-]{43}$/

const isHttps = (origin: string | undefined) => origin?.startsWith('https:') === true

/** Whether a form came by https; a proxy may speak http to this process. */
const isSecure = (c: Context<App>) => isHttps(originOf(c)) || isHttps(c.req.header('origin'))

/** The secret in the cookie. By https only a cookie counts that this host has set (RFC 6265bis, section 4.1.3.2). */
function secretIn(c: Context<App>): string | undefined {
  const secret = getCookie(c, COOKIE, 'host') || (isHttps(originOf(c)) ? undefined : getCookie(c, COOKIE))
  return secret !== undefined && SECRET.test(secret) ? secret : undefined
}

/** Sets the session of a request for a page, and keeps the answer to it out of all caches: signing out leaves nothing behind. */
export const readsSession: MiddlewareHandler<App> = async (c, next) => {
  if (isForPrograms(c.req.path)) return next()
  const { primary, config, clock } = c.var
  const secret = secretIn(c)
  const caller = secret === undefined ? null : await sessionOwner(primary, secret, config, clock())
  if (secret !== undefined && caller) c.set('session', sessionOf(caller, secret))
  else await readsAssertion(c)
  await next()
  if (!c.res.headers.get('vary')?.includes('Cookie')) c.header('Vary', 'Cookie', { append: true })
  if (c.var.session) c.header('Cache-Control', 'private, no-store')
}

const sessionOf = (caller: Owner, secret: string): Session => ({
  caller,
  formToken: formTokenOf(secret),
  bitsOf: (name) => bitsOf(secret, name),
})

/** A person who comes through Cloudflare Access is signed in; the assertion is the secret, which other sites cannot read. */
async function readsAssertion(c: Context<App>): Promise<void> {
  const assertion = c.req.header(ASSERTION)
  const caller = assertion === undefined ? null : await c.var.identify(assertion)
  if (assertion !== undefined && caller) c.set('session', sessionOf(caller, assertion))
}

/** Signs in with a token; false: it is not valid. A session that the browser had before ends. */
export async function signIn(c: Context<App>, token: string): Promise<boolean> {
  const caller = await callerWith(c, token)
  if (!caller) return false
  c.set('caller', caller)
  const secret = await beginSession(c.var.store, token, caller, c.var.clock())
  await endPrevious(c)
  const secure = isSecure(c)
  const options = { path: '/', httpOnly: true, sameSite: 'Strict', maxAge: SESSION_HOURS * 3600 } as const
  if (secure) setCookie(c, COOKIE, secret, { ...options, secure, prefix: 'host' })
  else setCookie(c, COOKIE, secret, options)
  return true
}

/** Ends the session of this browser; `everywhere`: all sessions of its token. */
export async function signOut(c: Context<App>, everywhere = false): Promise<void> {
  const { session, store } = c.var
  if (everywhere && session) await endSessionsOf(store, session.caller.id)
  else await endPrevious(c)
  deleteCookie(c, COOKIE, { path: '/' })
  if (isSecure(c)) deleteCookie(c, COOKIE, { path: '/', secure: true, prefix: 'host' })
}

async function endPrevious(c: Context<App>): Promise<void> {
  const secret = secretIn(c)
  if (secret !== undefined) await endSession(c.var.store, secret)
}
