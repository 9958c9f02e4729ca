/** Where readers reach the archive. */
import type { Context } from 'hono'
import type { App } from './context.ts'

/** The origin of its absolute addresses: the one that is set, or that of the request. */
export const originOf = (c: Context<App>): string => c.var.config.publicUrl ?? new URL(c.req.url).origin
