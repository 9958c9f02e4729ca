/** Who may do what: bearer tokens with scopes. Checked before validation and look-up. */
import type { MiddlewareHandler } from 'hono'
import { Failure } from '../failure.ts'
import { callerOf, type Scope } from '../tokens.ts'
import type { App } from './context.ts'

/** Lets a request pass that carries a valid token with `scope`. */
export function requires(scope: Scope): MiddlewareHandler<App> {
  return async (c, next) => {
    const token = /^Bearer +(\S+)$/i.exec(c.req.header('authorization') ?? '')?.[1]
    if (!token) throw new Failure('unauthorized', 'Send "Authorization: Bearer <token>".')
    const { bootstrapToken, bootstrapName } = c.var.config
    const caller = await callerOf(c.var.store, token, bootstrapToken, bootstrapName)
    if (!caller) throw new Failure('unauthorized', 'The token is unknown or was revoked.')
    if (!caller.scopes.includes(scope)) throw new Failure('forbidden', `The token "${caller.name}" lacks the scope ${scope}.`)
    c.set('caller', caller)
    await next()
  }
}

/** Reading is open, unless the setting READ_TOKEN_REQUIRED closes it. */
export const mayRead: MiddlewareHandler<App> = async (c, next) => {
  if (!c.var.config.readTokenRequired) return next()
  return requires('archive:read')(c, next)
}
