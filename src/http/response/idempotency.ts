/** Idempotency-Key: a write that is repeated with the same key and body records nothing and is answered as the first was. */
import type { Context, MiddlewareHandler } from 'hono'
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import { Failure, invalid } from '../../failure.ts'
import { sha256 } from '../../store/hash.ts'
import { keptAnswer } from '../../store/idempotency.ts'
import type { App } from '../context.ts'
import { callerReads } from '../request/require-scope.ts'
import { replayResponse } from './replay-response.ts'

/** Sets `c.var.keep` for the handler, or replays the first answer. The same key with another request is a 422. */
export const idempotent: MiddlewareHandler<App> = async (c, next) => {
  const key = c.req.header('idempotency-key')
  if (key === undefined) return next()
  if (!/^[\x21-\x7e]{1,200}$/.test(key)) throw invalid('header.idempotency-key', 'expected 1 to 200 visible ASCII characters')
  const tokenId = c.var.caller?.id ?? 0
  const requestHash = sha256(`${c.req.method} ${c.req.path}\n${await c.req.text()}`)
  const before = await replayed(c, tokenId, key, requestHash)
  if (before) return before
  c.set('keep', (status, about) => ({ tokenId, key, requestHash, status, about }))
  await next()
  // If two requests with one key run at the same time, the write of the second is refused.
  if (c.error) {
    const first = await replayed(c, tokenId, key, requestHash)
    if (first) c.res = first
  }
}

async function replayed(c: Context<App>, tokenId: number, key: string, requestHash: string): Promise<Response | null> {
  const kept = await keptAnswer(c.var.store, tokenId, key)
  if (!kept) return null
  if (kept.requestHash !== requestHash) {
    throw new Failure('idempotency_key_reused', 'This Idempotency-Key came with another request before.', [
      { path: 'header.idempotency-key', message: 'was used for another request' },
    ])
  }
  const { location, answer } = await replayResponse(c.var.store, kept.about, callerReads(c))
  return c.json(answer, kept.status as ContentfulStatusCode, { Location: location, 'Idempotency-Replayed': 'true' })
}
