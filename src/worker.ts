/**
 * The entry on Cloudflare Workers: the app over the D1 database bound as DB, each request in a session of its own, deliveries to hooks
 * through the queue bound as HOOKS, and checks of watches through the queue bound as CHECKS, with raw bytes in the bucket bound as RAW.
 * A write starts them; a cron trigger starts what has become due.
 */
import type { D1Database, ExecutionContext, MessageBatch, Queue, R2Bucket, RateLimit } from '@cloudflare/workers-types'
import { checkWatches, createApp, deliverHooks, forgetAddresses, sessionStart } from './app.ts'
import { type Config, configOf } from './config.ts'
import type { Post } from './hooks/attempt.ts'
import type { Limit } from './http/context.ts'
import { ResponseCache } from './http/response/response-cache.ts'
import { givenSigner } from './log/given-signer.ts'
import { plainFault } from './runtime/fetch-fault.ts'
import { rawBucket } from './runtime/raw-bucket.ts'
import { anyWatchDue, countDueHosts } from './store/captures/host-leases.ts'
import { openD1 } from './store/d1.ts'
import { anyEnabled } from './store/hooks/hooks.ts'
import type { Store } from './store/store.ts'
import { completeLog } from './store/verify/complete.ts'
import type { Get } from './web/get.ts'

interface Bindings extends Readonly<Record<string, unknown>> {
  readonly DB: D1Database
  readonly HOOKS?: Queue<null>
  readonly CHECKS?: Queue<Round | null>
  readonly RAW?: R2Bucket
  readonly RATE_READS?: RateLimit
  readonly RATE_WRITES?: RateLimit
  readonly RATE_ANALYSES?: RateLimit
  readonly RATE_SIGN_INS?: RateLimit
}

/** How many messages one invocation sends: on the free plan it may make 50 D1 queries. */
const MESSAGES = 4
/** How much text of answers an isolate keeps, in UTF-16 units; it has 128 MB. */
const ANSWERS_KEPT = 16_000_000
const responses = new ResponseCache(ANSWERS_KEPT)

/** How many watches one invocation checks, all at once: on the free plan it may make 50 D1 queries. */
const CHECKED = 4
/** To how many articles of before the log one invocation gives entries. */
const LOGGED = 4

/** How many rounds of checks cron starts at most, and how long each goes on, in milliseconds: until cron starts the next ones. */
const ROUNDS = 10
const ROUND = 60_000

/** Consumers pass a round on from invocation to invocation, as long as watches are due; null: a new round. */
interface Round {
  /** Milliseconds since 1970. */
  readonly until: number
}

/** The part of a batch that is read; messages of other queues have no content. */
interface Messages extends Pick<MessageBatch, 'queue'> {
  readonly messages: readonly { readonly body: unknown }[]
}

const failPlainly = (error: unknown) => {
  throw plainFault(error)
}

/** The signer of a key, which an isolate reads once. */
const signers = new Map<string, ReturnType<typeof givenSigner>>()
function signerOf(key: string) {
  const signer = signers.get(key) ?? givenSigner(key)
  signers.set(key, signer)
  return signer
}

/** The addresses of names are not checked: a Worker reaches no private network. */
const post: Post = async (url, request) => {
  const response = await fetch(url, { method: 'POST', redirect: 'manual', ...request }).catch(failPlainly)
  await response.body?.cancel()
  return { status: response.status, retryAfter: response.headers.get('retry-after') }
}

/** As `post`. The runtime decodes the body. */
const get: Get = async (url, request) => {
  const { status, headers, body } = await fetch(url, { redirect: 'manual', ...request }).catch(failPlainly)
  return { status, headers, body }
}

/**
 * The dependencies of deliveries and checks. Without a session D1 reads from its primary, so nothing is done twice because a replica is
 * behind.
 */
const working = (bindings: Bindings) => ({
  store: openD1(bindings.DB),
  config: configOf(bindings),
  clock: Date.now,
  post,
  get,
  raw: bindings.RAW ? rawBucket(bindings.RAW) : null,
  signer: signerOf(configOf(bindings).logKey ?? ''),
})

const app = createApp<Bindings>((bindings, request) => {
  const session = bindings.DB.withSession(sessionStart(request))
  const store = openD1(session)
  const { HOOKS, CHECKS } = bindings
  const work = working(bindings)
  return {
    ...work,
    store,
    primary: openD1(bindings.DB),
    responses,
    limit: limitBy(bindings, work.config),
    client: request.headers.get('cf-connecting-ip') ?? undefined,
    bookmark: () => session.getBookmark(),
    wake: () => (HOOKS ? wakeHooks(store, HOOKS) : null),
    wakeWatches: () => (CHECKS ? CHECKS.send(null) : null),
  }
})

/** How long a limiter counts, in seconds: see wrangler.toml. */
const PERIOD = 60

/** The limits of the bindings; a budget without one, or whose setting is 0, has none. */
function limitBy({ RATE_READS, RATE_WRITES, RATE_ANALYSES, RATE_SIGN_INS }: Bindings, { limits }: Config): Limit {
  const limiters = { reads: RATE_READS, writes: RATE_WRITES, analyses: RATE_ANALYSES, signIns: RATE_SIGN_INS }
  return async (budget, key) => {
    const limiter = limits?.[budget] === 0 ? undefined : limiters[budget]
    return !limiter || (await limiter.limit({ key })).success ? 0 : PERIOD
  }
}

/** Asks first whether a hook is enabled, since a message to the queue costs more. */
async function wakeHooks(store: Store, queue: Queue<null>): Promise<void> {
  if (await anyEnabled(store)) await queue.send(null)
}

/** Delivers messages that are due; the rest in another invocation. */
async function deliver(bindings: Bindings): Promise<void> {
  const { more } = await deliverHooks(working(bindings), { most: MESSAGES })
  if (more) await bindings.HOOKS?.send(null)
}

/** Checks watches that are due, and passes the round on for the rest: at once, or when hosts that are left alone for their pause are free. */
async function check(bindings: Bindings, round: Round = { until: Date.now() + ROUND }): Promise<void> {
  const { more } = await checkWatches(working(bindings), { most: CHECKED, readers: CHECKED })
  const { CHECKS } = bindings
  if (!CHECKS || Date.now() >= round.until) return
  if (more) return void (await CHECKS.send(round))
  const delaySeconds = Math.max(1, Math.ceil(configOf(bindings).capturePause ?? 0))
  const later = new Date(Date.now() + delaySeconds * 1000).toISOString()
  if (await anyWatchDue(openD1(bindings.DB), later)) await CHECKS.send(round, { delaySeconds })
}

/** By cron: through the queue, where there is one, so that a check has the time of a consumer. */
async function startChecks(bindings: Bindings): Promise<void> {
  const hosts = await countDueHosts(openD1(bindings.DB), new Date().toISOString(), ROUNDS)
  if (hosts === 0) return
  if (!bindings.CHECKS) return check(bindings)
  const round: Round = { until: Date.now() + ROUND }
  await bindings.CHECKS.sendBatch(Array.from({ length: hosts }, () => ({ body: round })))
}

export default {
  fetch: (request: Request, bindings: Bindings, context: ExecutionContext) => app.fetch(request, bindings, context),
  scheduled: async (_event: unknown, bindings: Bindings) => {
    await Promise.all([
      deliver(bindings),
      startChecks(bindings),
      completeLog(openD1(bindings.DB), LOGGED),
      forgetAddresses(working(bindings)),
    ])
  },
  queue: async ({ queue, messages }: Messages, bindings: Bindings) => {
    if (!queue.includes('check')) return deliver(bindings)
    for (const { body } of messages) await check(bindings, (body as Round | null) ?? undefined)
  },
}
