/** One attempt to send a message: to a public address, with a time-out; signed (Standard Webhooks), where it is not for a chat. */
import { Webhook } from 'standardwebhooks'
import { addressFault } from '../addresses/public-address.ts'
import type { Outcome } from '../store/hooks/hook-leases.ts'
import type { HookTarget } from '../store/hooks/hooks.ts'

/** Sends a POST, follows no redirect and reads no body; each runtime has its own. */
export type Post = (
  url: string,
  request: { readonly headers: Readonly<Record<string, string>>; readonly body: string; readonly signal: AbortSignal },
) => Promise<{ readonly status: number; readonly retryAfter: string | null }>

/** How long a receiver may take to answer, in seconds. */
export const TIMEOUT_SECONDS = 10

export interface Attempt extends Outcome {
  /** The Retry-After of the receiver, in milliseconds; 0: there was none. */
  readonly retryAfter: number
}

export interface Sender {
  readonly post: Post
  /** Private addresses and http are allowed, for development. */
  readonly anywhere: boolean
  /** Now, in milliseconds since 1970. */
  readonly clock: () => number
  /** Aborts the attempt. */
  readonly stopped?: AbortSignal | undefined
}

/** The signatures of a message by all secrets of a hook that are valid now, separated by spaces. */
function signatures(hook: HookTarget, id: string, now: Date, body: string): string {
  const previous = hook.previousUntil !== null && hook.previousUntil > now.toISOString() ? hook.previousSecret : null
  const secrets = [hook.secret, ...(previous === null ? [] : [previous])]
  return secrets.map((secret) => new Webhook(secret).sign(id, now, body)).join(' ')
}

/** Sends the message with an id and returns the outcome. Never throws for faults of the receiver or the network. */
export async function attempt(sender: Sender, hook: HookTarget, id: string, body: string): Promise<Attempt> {
  const failed = (error: string): Attempt => ({ status: null, error, retryAfter: 0 })
  const fault = addressFault(hook.url, { anywhere: sender.anywhere })
  if (fault !== null) return failed(`Not sent, because of the address: ${fault}.`)
  const now = new Date(sender.clock())
  const headers = {
    'Content-Type': 'application/json',
    'User-Agent': 'Claimtrail-Hooks/1 (+https://www.standardwebhooks.com)',
    ...(hook.format === 'standard' && {
      'webhook-id': id,
      'webhook-timestamp': String(Math.floor(now.getTime() / 1000)),
      'webhook-signature': signatures(hook, id, now, body),
    }),
  }
  const timeout = AbortSignal.timeout(TIMEOUT_SECONDS * 1000)
  const signal = sender.stopped ? AbortSignal.any([timeout, sender.stopped]) : timeout
  try {
    return answered(await sender.post(hook.url, { headers, body, signal }))
  } catch (error) {
    if (timeout.aborted) return failed(`No answer within ${TIMEOUT_SECONDS} seconds.`)
    return failed(`No answer: ${error instanceof Error ? reasonOf(error) : error}`.slice(0, 300))
  }
}

/** The error of Node's `fetch` has the reason in its cause. */
function reasonOf(error: Error): string {
  return error.cause instanceof Error ? error.cause.message : error.message
}

function answered({ status, retryAfter }: Awaited<ReturnType<Post>>): Attempt {
  const seconds = /^\d{1,6}$/.test(retryAfter ?? '') ? Number(retryAfter) : 0
  const error =
    status >= 200 && status < 300
      ? null
      : status >= 300 && status < 400
        ? `Answered ${status}; redirects are not followed.`
        : `Answered ${status}.`
  return { status, error, retryAfter: seconds * 1000 }
}
