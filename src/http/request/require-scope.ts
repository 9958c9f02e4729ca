/** Authorization by bearer tokens with scopes, before validation and look-up. */
import type { Context, MiddlewareHandler, Next } from 'hono'
import { ASSERTION } from '../../auth/access-identities.ts'
import { callerOf, type Owner } from '../../auth/bearer-tokens.ts'
import { Failure } from '../../failure.ts'
import type { Scope } from '../../settings/scopes.ts'
import type { App } from '../context.ts'
import { refuseForeign } from './form-body.ts'

/** The bearer token that a request carries (RFC 6750). */
export const bearerToken = (c: Pick<Context<App>, 'req'>): string | undefined =>
  /^Bearer +(\S+)$/i.exec(c.req.header('authorization') ?? '')?.[1]

/** Lets a request pass that carries a valid token with `scope`; on a page also one of somebody who signed in with such a token. */
export function requires(scope: Scope): MiddlewareHandler<App> {
  return (c, next) => allow(c, bearerToken(c), scope, next)
}

/** The caller whose token this is, or null. */
export const callerWith = ({ var: { primary, config, clock } }: Context<App>, token: string): Promise<Owner | null> =>
  callerOf(primary, token, config, clock())

/** Sets the caller of a request that needs no token; one with an unknown token counts as one without. */
export const identifies: MiddlewareHandler<App> = async (c, next) => {
  const token = bearerToken(c)
  if (c.var.caller === null) c.set('caller', token === undefined ? await accessCaller(c) : await callerWith(c, token))
  await next()
}

/**
 * The owner of the assertion of Cloudflare Access, if the archive is behind it; else null. A browser sends its cookie with requests of other sites too, which
 * must write nothing: throws Failure forbidden.
 */
export async function accessCaller(c: Context<App>): Promise<Owner | null> {
  const assertion = c.req.header(ASSERTION)
  const caller = assertion === undefined ? null : await c.var.identify(assertion)
  const byBrowser = c.req.header('origin') ?? c.req.header('sec-fetch-site')
  if (caller && byBrowser !== undefined && !['GET', 'HEAD'].includes(c.req.method)) refuseForeign(c)
  return caller
}

async function allow(c: Context<App>, token: string | undefined, scope: Scope, next: Next): Promise<void> {
  const { session } = c.var
  const identity = token || session ? null : await accessCaller(c)
  if (!token && !session && !identity) throw new Failure('unauthorized', 'Send "Authorization: Bearer <token>".')
  const caller = token ? await callerWith(c, token) : (session?.caller ?? identity)
  if (!caller) throw new Failure('unauthorized', 'The token is unknown, was revoked or has expired.')
  refuseWithout(caller, scope)
  c.set('caller', caller)
  await next()
}

function refuseWithout({ name, scopes }: Owner, scope: Scope, why = ''): void {
  if (!scopes.includes(scope)) throw new Failure('forbidden', `The token "${name}" lacks the scope ${scope}${why}.`)
}

/** Whether the caller may read the archive: reading is open, or the token has the scope that opens it. */
export const callerReads = ({ var: { config, caller } }: Context<App>): boolean =>
  !config.readTokenRequired || caller?.scopes.includes('archive:read') === true

/** As `requires`, for routes that let the caller read, too: where reading is closed, the token also needs the scope that opens it. */
export function requiresAndReads(scope: Scope): MiddlewareHandler<App> {
  const required = requires(scope)
  return (c, next) =>
    required(c, async () => {
      const { caller, config } = c.var
      if (caller && config.readTokenRequired) refuseWithout(caller, 'archive:read', ', which this archive requires for reading')
      await next()
    })
}

/** As `mayRead`; programs that log in with a name and a password (RFC 7617) send the token as the password. */
export const mayReadFeed: MiddlewareHandler<App> = async (c, next) => {
  const basic = /^Basic +(\S+)$/i.exec(c.req.header('authorization') ?? '')?.[1]
  if (basic === undefined || !c.var.config.readTokenRequired) return mayRead(c, next)
  return allow(c, passwordIn(basic), 'archive:read', next)
}

function passwordIn(basic: string): string | undefined {
  try {
    return /^[^:]*:(\S+)$/.exec(atob(basic))?.[1]
  } catch {
    return undefined
  }
}

/** Reading is open, unless the setting READ_TOKEN_REQUIRED closes it. */
export const mayRead: MiddlewareHandler<App> = async (c, next) => {
  if (!c.var.config.readTokenRequired) return next()
  return requires('archive:read')(c, next)
}
