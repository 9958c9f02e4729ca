/** Idempotency-Key: a write that is sent again with the same key and body gets the first answer again. */
import type { Context, MiddlewareHandler } from 'hono'
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import { tellable } from '../change-view.ts'
import { Failure, invalid } from '../failure.ts'
import { sha256 } from '../store/hash.ts'
import { keptAnswer } from '../store/idempotency.ts'
import { withheldVersions } from '../store/withholdings.ts'
import { refuseWithheld } from './article-path.ts'
import type { App } from './context.ts'

/** Gives the handler `c.var.keep`, or answers as before. The same key with another request is a 422. */
export const idempotent: MiddlewareHandler<App> = async (c, next) => {
  const key = c.req.header('idempotency-key')
  if (key === undefined) return next()
  if (!/^[\x21-\x7e]{1,200}$/.test(key)) throw invalid('header.idempotency-key', 'expected 1 to 200 visible ASCII characters')
  const tokenId = c.var.caller?.id ?? 0
  const requestHash = sha256(`${c.req.method} ${c.req.path}\n${await c.req.text()}`)
  const before = await replayed(c, tokenId, key, requestHash)
  if (before) return before
  c.set('keep', (status, answer) => ({ tokenId, key, requestHash, status, answer: JSON.stringify(answer) }))
  await next()
  // Of two requests with one key at the same time, the second finds its write refused.
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
  // Every answer that is kept is of a resource, and says where that is.
  const told = JSON.parse(kept.answer) as { url: string } | KeptOutcome
  const answer = 'outcome' in told ? await stillTellable(c, kept.answer) : kept.answer
  c.header('Location', 'outcome' in told ? told.version.url : told.url)
  return c.body(answer, kept.status as ContentfulStatusCode, {
    'Content-Type': 'application/json',
    'Idempotency-Replayed': 'true',
  })
}

/** What an ingest answered. */
interface KeptOutcome {
  readonly outcome: string
  readonly version: { readonly article: string; readonly number: number; readonly url: string }
  readonly changes: readonly Parameters<typeof tellable>[0][number][]
}

/** The answer to an ingest without what was withheld since. Throws Failure withheld if that is the version itself. */
async function stillTellable(c: Context<App>, kept: string): Promise<string> {
  const answer = JSON.parse(kept) as KeptOutcome
  const { article: slug, number } = answer.version
  const withheld = new Map((await withheldVersions(c.var.store, slug)).map((v) => [v.number, v.reason]))
  if (withheld.size === 0) return kept
  refuseWithheld({ slug, number, withheld: withheld.get(number) ?? null })
  return JSON.stringify({ ...answer, changes: tellable(answer.changes, new Set(withheld.keys())) })
}
