/** Making a token: its fields, and the write that a route and a form share. */
import type { Context } from 'hono'
import { z } from 'zod'
import { createToken, SCOPES } from '../../auth/bearer-tokens.ts'
import type { App } from '../context.ts'
import { text } from '../request/values.ts'

export const newToken = {
  name: text(200).pipe(z.string().trim().min(1, 'is empty')),
  scopes: z.array(z.enum(SCOPES)).min(1),
}

/** Makes a token and returns it, which is the only time that it is shown. */
export function makeToken(c: Context<App>, { name, scopes }: z.output<z.ZodObject<typeof newToken>>) {
  const now = new Date(c.var.clock()).toISOString()
  const kept = c.var.keep(201, { of: 'form' })
  return createToken(c.var.store, {
    name,
    scopes: SCOPES.filter((s) => scopes.includes(s)),
    now,
    bits: c.var.secretBits(),
    kept,
  })
}
