/** The public address of the archive. */
import type { Context } from 'hono'
import type { App } from './context.ts'

/** The origin of its absolute addresses: the setting, or the origin of the request. */
export const originOf = (c: Context<App>): string => c.var.config.publicUrl ?? new URL(c.req.url).origin
