/** Making a token: its fields, and the write that a route and a form share. */
import type { Context } from 'hono'
import { z } from 'zod'
import { createToken } from '../../auth/bearer-tokens.ts'
import { invalid } from '../../failure.ts'
import { SCOPES } from '../../settings/scopes.ts'
import type { App } from '../context.ts'
import { text, time } from '../request/values.ts'

export const newToken = {
  name: text(200).pipe(z.string().trim().min(1, 'is empty')),
  scopes: z.array(z.enum(SCOPES)).min(1),
  expires_at: time
    .nullable()
    .optional()
    .meta({ description: 'When it ends; absent or null: it does not end by itself.', example: null }),
}

/** Makes a token and returns it, which is the only time that it is shown. Throws Failure invalid where it has expired already. */
export function makeToken(
  c: Context<App>,
  { name, scopes, expires_at: expiresAt = null }: z.output<z.ZodObject<typeof newToken>>,
) {
  const now = new Date(c.var.clock()).toISOString()
  if (expiresAt !== null && expiresAt <= now) throw invalid('expires_at', 'is past')
  const kept = c.var.keep(201, { of: 'form' })
  return createToken(c.var.store, {
    name,
    scopes: SCOPES.filter((s) => scopes.includes(s)),
    now,
    expiresAt,
    bits: c.var.secretBits(),
    kept,
  })
}
