/** The application: its routes, their dependencies, and the headers of every response. It knows no runtime. */
import { type Context, Hono, type Next } from 'hono'
import { cors } from 'hono/cors'
import { AccessIdentities } from './auth/access-identities.ts'
import { noteUseOf, randomBits } from './auth/bearer-tokens.ts'
import type { Post } from './hooks/attempt.ts'
import { type Delivering, deliver } from './hooks/deliver.ts'
import { hookWording } from './http/chat/chat-messages.ts'
import type { App, Dependencies } from './http/context.ts'
import { type AnalysisJob, analysisAnswer } from './http/json/analysis-json.ts'
import { mcp } from './http/mcp/mcp.ts'
import { openapi } from './http/openapi/openapi.ts'
import { Attempts } from './http/request/attempts.ts'
import { audits, routeOf } from './http/request/audited.ts'
import { isForPrograms } from './http/request/for-programs.ts'
import { limitRequest } from './http/request/rate-limit.ts'
import { restorationGate } from './http/request/while-restoring.ts'
import { later } from './http/response/later.ts'
import { notFound } from './http/response/not-found.ts'
import { keepPrivate, protect, protectForeign, protectTransport } from './http/response/protection.ts'
import { ResponseCache } from './http/response/response-cache.ts'
import { websub } from './http/routes/captures/websub.ts'
import { docsPage } from './http/routes/docs-page.ts'
import { archiveFeeds } from './http/routes/feeds/archive-feeds.ts'
import { articleFeeds } from './http/routes/feeds/article-feeds.ts'
import { routes } from './http/routes.ts'
import { watchingOf } from './http/writes/watch-writes.ts'
import { failureAnswer } from './pages/frame/failure-page.ts'
import { pages } from './pages/pages.ts'
import { BOOKMARK, bookmarkCookie } from './runtime/d1-bookmark.ts'
import type { Observed } from './runtime/observation.ts'
import { forgetAddresses as forgetBefore } from './store/audit.ts'
import { checkDue } from './watching/check-next.ts'
import type { Get } from './web/get.ts'

export { sessionStart } from './runtime/d1-bookmark.ts'

/** Any page may read; a write needs a token. */
const CORS = {
  origin: '*',
  allowHeaders: [
    'Authorization',
    'Content-Type',
    'Idempotency-Key',
    'If-None-Match',
    'Accept-Datetime',
    'Mcp-Protocol-Version',
    'Mcp-Method',
    'Mcp-Name',
    BOOKMARK,
  ],
  allowMethods: ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE'],
  exposeHeaders: [
    'ETag',
    'Link',
    'Location',
    'Memento-Datetime',
    'Idempotency-Replayed',
    'Retry-After',
    'X-Request-Id',
    BOOKMARK,
  ],
  maxAge: 86_400,
}

/** The needs of the routes. `observe` is told of each request that was answered, which has an id of its own then. Default: nobody is. */
export interface AppDependencies extends Dependencies {
  readonly observe?: (observed: Observed) => void
}

/** Builds the app; `dependencies` turns a runtime's bindings into what the routes use for a request. */
export function createApp<Bindings extends object>(dependencies: (bindings: Bindings, request: Request) => AppDependencies) {
  const app = new Hono<App & { Bindings: Bindings }>()
  const remembered = { attempts: new Attempts(), identities: new AccessIdentities() }
  const gate = restorationGate()
  app.onError(failureAnswer)
  app.notFound((c) => failureAnswer(notFound(app.router, c), c))
  app.use(async (c, next) => {
    protect(c)
    c.header('Access-Control-Allow-Origin', CORS.origin)
    c.header('Access-Control-Expose-Headers', CORS.exposeHeaders.join())
    const given = dependencies(c.env, c.req.raw)
    const { store, config, clock, limit, wake, wakeWatches, bookmark, observe } = given
    provide((name, value) => c.set(name, value), given, remembered)
    c.set('requestId', requestIdOf(c.req.raw))
    const answered = WRITING.has(c.req.method) ? audits(c, store) : null
    protectTransport(c)
    const passed = async () => {
      if (limit) await limitRequest(c, limit)
      await gate(store, c.req.path)
      await next()
    }
    if (observe) await observed(c, passed, observe)
    else await passed()
    protectForeign(c)
    if (config.readTokenRequired) keepPrivate(c)
    const seen = bookmark?.()
    if (seen) tellSeen(c, seen)
    const caller = c.var.caller ?? c.var.session?.caller
    if (caller) later(c, noteUseOf(c.var.primary, caller, clock()))
    if (answered) later(c, answered())
    if (wake && wrote(c)) later(c, wake())
    if (wakeWatches && watched(c)) later(c, wakeWatches())
  })
  // Preflights by the middleware; on every other answer it would build the response twice.
  app.options('*', cors(CORS))
  app.route('/', routes)
  app.route('/feeds', archiveFeeds)
  app.route('/feeds', articleFeeds)
  app.route('/websub', websub)
  app.route('/docs', docsPage)
  app.route('/mcp', mcp)
  app.route('/openapi.json', openapi(app))
  app.route('/', pages)
  return app
}

/** The memory of the app from request to request. */
interface Remembered {
  readonly attempts: Attempts
  readonly identities: AccessIdentities
}

type Variables = App['Variables']

/** Sets the variables of a request. */
function provide(
  set: <Name extends keyof Variables>(name: Name, value: Variables[Name]) => void,
  given: Dependencies,
  { attempts, identities }: Remembered,
): void {
  const { store, primary = store, config, clock, client } = given
  const {
    responses = NOTHING_KEPT,
    post = unableToSend,
    analyze = inline,
    get = unableToGet,
    raw = null,
    signer = unsigned,
  } = given
  set('store', store)
  set('primary', primary)
  set('config', config)
  set('clock', clock)
  set('post', post)
  set('analyze', analyze)
  set('get', get)
  set('raw', raw)
  set('signer', signer)
  set('responses', responses)
  set('attempts', attempts)
  set('client', client)
  set('identify', async (assertion) => (config.access ? identities.ownerOf(assertion, config.access, get, clock()) : null))
  set('caller', null)
  set('session', null)
  set('keep', () => null)
  set('secretBits', randomBits)
}

const WRITING = new Set(['POST', 'PUT', 'PATCH', 'DELETE'])

/** The id of a request: that of a proxy before this process, or of Cloudflare, if there is one. */
function requestIdOf({ headers }: Request): string {
  const given = headers.get('x-request-id') ?? headers.get('cf-ray') ?? ''
  return /^[\w-]{1,64}$/.test(given) ? given : crypto.randomUUID()
}

/** Answers a request under its id, and tells `observe` of it. */
async function observed(c: Context, next: Next, observe: (observed: Observed) => void): Promise<void> {
  const id = c.var.requestId
  const start = performance.now()
  await next()
  // Into the answer's own fields, here and below: c.header() would build the answer anew, from its body as a stream.
  c.res.headers.set('X-Request-Id', id)
  const { method, path } = c.req
  observe({ id, method, path, route: routeOf(c), status: c.res.status, ms: performance.now() - start })
}

/** Delivers changes to the hooks of an archive, with at most `most` messages. See deliver(). */
export function deliverHooks(
  { store, config, clock, post = unableToSend }: Dependencies,
  more: { readonly most?: number; readonly stopped?: AbortSignal; readonly background?: Delivering['background'] } = {},
): ReturnType<typeof deliver> {
  const { most, stopped, background } = more
  const sender: Delivering = {
    store,
    clock,
    post,
    stopped,
    background,
    anywhere: config.privateHooks === true,
    random: Math.random,
    wording: hookWording(config.publicUrl),
  }
  return deliver(sender, most)
}

/** Forgets the addresses in the audit log that are older than the setting allows. */
export async function forgetAddresses({ store, config: { auditDays }, clock }: Dependencies): Promise<void> {
  if (auditDays !== undefined) await forgetBefore(store, new Date(clock() - auditDays * 86_400_000).toISOString())
}

/** Checks the watches of an archive that are due, at most `most`. See checkDue(). */
export function checkWatches(
  { get = unableToGet, raw = null, ...dependencies }: Dependencies,
  { most, stopped, readers }: { readonly most?: number; readonly stopped?: AbortSignal; readonly readers?: number } = {},
): ReturnType<typeof checkDue> {
  return checkDue({ ...watchingOf({ ...dependencies, get, raw }), stopped }, most, readers)
}

const unsigned = () => Promise.resolve(null)

const unableToGet: Get = () => Promise.reject(new Error('this process cannot request the web'))

const NOTHING_KEPT = new ResponseCache(0)

const inline = async (job: AnalysisJob) => analysisAnswer(job)

const unableToSend: Post = () => Promise.reject(new Error('this process cannot send to hooks'))

/** Paths whose writes may cause messages to hooks: those of the interface and of forms. */
const WRITES = /^\/(?:v1\/articles|v1\/captures|v1\/hooks|v1\/ingest|a|new|hooks)(?:\/|$)/

/** Whether the request may have caused messages to hooks: a write to the archive, or to a hook. */
function wrote({ req, res }: Context): boolean {
  return !['GET', 'HEAD', 'OPTIONS'].includes(req.method) && (res.ok || res.status === 303) && WRITES.test(req.path)
}

/** Paths whose writes may make a watch due. */
const WATCHES = /^\/(?:v1\/watches|watches|websub)(?:\/|$)/

/** Whether the request may have made a watch due. */
function watched({ req, res }: Context): boolean {
  return !['GET', 'HEAD', 'OPTIONS'].includes(req.method) && (res.ok || res.status === 303) && WATCHES.test(req.path)
}

/** Tells the bookmark: programs by a header, and browsers by a cookie after a form was sent, so that the next page shows what it did. */
function tellSeen(c: Context, bookmark: string): void {
  c.res.headers.set(BOOKMARK, bookmark)
  if (c.req.method === 'POST' && !isForPrograms(c.req.path)) c.res.headers.append('Set-Cookie', bookmarkCookie(bookmark))
}
