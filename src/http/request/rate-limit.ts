/** Limits of requests: which budget a request draws on, under which names it counts, and its refusal (429). */
import type { Context } from 'hono'
import { Failure } from '../../failure.ts'
import { BUDGETS, type Budget } from '../../settings/budgets.ts'
import { sha256 } from '../../store/hash.ts'
import type { App, Limit } from '../context.ts'
import { subscriberOf } from './attempts.ts'
import { bearerToken } from './require-scope.ts'
import { TokenBuckets } from './token-buckets.ts'

const READS = ['GET', 'HEAD', 'OPTIONS']
/** Paths that compute at length for whoever asks: analyses, the page to try them, and the tools of assistants, one of which compares texts. */
const ANALYSES = /^\/(?:v1\/analyze|try|mcp)(?:\/|$)/

/** The budget of a request. */
export function budgetOf(method: string, path: string): Budget {
  if (READS.includes(method)) return 'reads'
  if (ANALYSES.test(path)) return 'analyses'
  return path === '/sign-in' ? 'signIns' : 'writes'
}

/** The name under which the requests of an address count. */
export const addressName = (address: string | undefined): string => `from ${subscriberOf(address)}`

/** The name of a token; it tells nothing of it, as others may keep it. */
const tokenName = (token: string) => `token ${sha256(token).slice(0, 24)}`

/**
 * Counts a request under its address and, where it carries a token, under that too: whoever makes tokens up escapes no limit. Throws Failure
 * too_many_requests.
 */
export async function limitRequest(c: Pick<Context<App>, 'req' | 'var' | 'header'>, limit: Limit): Promise<void> {
  const budget = budgetOf(c.req.method, c.req.path)
  const token = bearerToken(c)
  const names = [addressName(c.var.client), ...(token === undefined ? [] : [tokenName(token)])]
  const wait = Math.max(...(await Promise.all(names.map((name) => limit(budget, name)))))
  if (wait === 0) return
  c.header('Retry-After', String(wait))
  throw new Failure('too_many_requests', `Send it again in ${wait} seconds.`)
}

/** The limits of one process: a number of requests a minute for each budget, 0 for any number. */
export function processLimit(
  perMinute: Readonly<Record<Budget, number>> | undefined,
  clock: () => number,
): (...request: Parameters<Limit>) => number {
  const buckets = new Map(BUDGETS.map((budget) => [budget, new TokenBuckets(perMinute?.[budget] ?? 0)]))
  return (budget, name) => buckets.get(budget)?.take(name, clock()) ?? 0
}
