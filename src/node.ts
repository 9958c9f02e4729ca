/** The entry on Node: the app over a SQLite file, analyses on threads of their own, and deliveries to hooks while it serves. */
import { createServer, type IncomingMessage } from 'node:http'
import { extname } from 'node:path'
import { fileURLToPath } from 'node:url'
import { getRequestListener, type HttpBindings } from '@hono/node-server'
import { serveStatic } from '@hono/node-server/serve-static'
import { type AppDependencies, checkWatches, createApp, deliverHooks, forgetAddresses } from './app.ts'
import { configOf, servedOnNode } from './config.ts'
import type { AnalysisJob } from './http/json/analysis-json.ts'
import { addressName, processLimit } from './http/request/rate-limit.ts'
import { requires } from './http/request/require-scope.ts'
import { ResponseCache } from './http/response/response-cache.ts'
import { givenSigner, keyName } from './log/given-signer.ts'
import { AnalysisThreads } from './runtime/analysis-threads.ts'
import { clientOf } from './runtime/client-address.ts'
import { closable } from './runtime/close-server.ts'
import { KeptAnswers } from './runtime/kept-answers.ts'
import { fileSigner } from './runtime/log-key.ts'
import { nodeGet } from './runtime/node-get.ts'
import { nodePost } from './runtime/node-post.ts'
import { amountsOf, Metrics, requestLine } from './runtime/observation.ts'
import { Arrivals } from './runtime/overload.ts'
import { answerParserErrors, hasHost, malformedRequest } from './runtime/parser-problems.ts'
import { rawFolder } from './runtime/raw-folder.ts'
import { dropStalledBodies } from './runtime/stalled-bodies.ts'
import { startWorkLoop } from './runtime/work-loop.ts'
import { amountsIn } from './store/health.ts'
import { openSqlite, sqliteStore, writesSeen } from './store/sqlite.ts'
import { completeLog } from './store/verify/complete.ts'
import { READERS } from './watching/check-next.ts'

/** How much text the response cache holds, in UTF-16 units. In bytes it is about as much: nearly all of it is Latin-1. */
const ANSWERS_KEPT = 32_000_000
/** How many bytes of answers are kept in front of the app. */
const BYTES_KEPT = 48_000_000

/** How often hooks that are due are looked for, in seconds, where no write of this process wakes the loop. */
const HOOKS_EVERY = 5
/** How often addresses in the audit log are forgotten, in seconds. */
const ADDRESSES_EVERY = 3600
/** How often watches that are due are looked for, in seconds. */
const WATCHES_EVERY = 1

/** scripts/build.ts puts them beside the built file. */
const ASSETS = fileURLToPath(new URL(extname(import.meta.filename) === '.ts' ? '../dist/assets' : 'assets', import.meta.url))
/** The names of these files have a hash. On Cloudflare the file `_headers` says the same. */
const FOR_EVER = 'public, max-age=31536000, immutable'
/** Beside this file, from source as in the build. */
const ANALYSIS_THREAD = new URL(`analysis-thread${extname(import.meta.filename)}`, import.meta.url)

try {
  start()
} catch (error) {
  console.error(`claimtrail: ${error instanceof Error ? error.message : error}`)
  process.exitCode = 1
}

function start(): void {
  const { archive, raw, host, port, requestLog, proxies } = servedOnNode(process.env)
  const config = configOf(process.env)
  const database = openSqlite(archive, fileURLToPath(new URL('../migrations', import.meta.url)))
  const threads = new AnalysisThreads<AnalysisJob>(ANALYSIS_THREAD)
  const metrics = new Metrics()
  const responses = new ResponseCache(ANSWERS_KEPT)
  const limit = processLimit(config.limits, Date.now)
  const dependencies: AppDependencies = {
    limit,
    store: sqliteStore(database),
    config,
    clock: Date.now,
    responses,
    post: nodePost(config.privateHooks === true),
    get: nodeGet(config.privateCaptures === true),
    raw: raw === null ? null : rawFolder(raw),
    signer: config.logKey ? givenSigner(config.logKey) : fileSigner(archive, keyName(config.publicUrl)),
    analyze: (job) => threads.run(job),
    observe: (observed) => {
      metrics.observe(observed)
      if (requestLog) console.log(requestLine(observed, Date.now()))
    },
  }
  void completeLog(dependencies.store).catch((error: unknown) => console.error(`claimtrail: the log: ${error}`))
  const hooks = startWorkLoop(
    'hooks',
    (stopped, background) => deliverHooks(dependencies, { stopped, background }),
    HOOKS_EVERY,
  )
  const forgetting = startWorkLoop('audit', () => forgetAddresses(dependencies), ADDRESSES_EVERY)
  // A loop for each host that is read, so that a slow one delays no other.
  const watches = Array.from({ length: READERS }, () =>
    startWorkLoop('watches', (stopped) => checkWatches(dependencies, { stopped, readers: 1 }), WATCHES_EVERY),
  )
  const wakeWatches = () => {
    for (const reader of watches) reader.wake()
  }
  const client = (incoming: IncomingMessage) => clientOf(incoming, proxies)
  const app = appOver(dependencies, metrics, client, hooks.wake, wakeWatches)
  const admits = (incoming: IncomingMessage) => limit('reads', addressName(client(incoming))) === 0
  // An answer that needs a token is given by the app alone, which reads the token.
  const kept = config.readTokenRequired
    ? null
    : new KeptAnswers(
        writesSeen(database),
        BYTES_KEPT,
        dependencies.observe,
        (url, etag) => responses.textOf(url, etag),
        admits,
      )
  const close = serve(app, kept, archive, host, port)
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, async () => {
      await Promise.all([hooks.stop(), forgetting.stop(), ...watches.map((reader) => reader.stop()), close()])
      await threads.stop()
      database.close()
      process.exit(0)
    })
  }
}

function appOver(
  dependencies: AppDependencies,
  metrics: Metrics,
  client: (incoming: IncomingMessage) => string | undefined,
  wakeHooks: () => void,
  wakeChecks: () => void,
) {
  const wake = () => {
    wakeHooks()
    return null
  }
  const wakeWatches = () => {
    wakeChecks()
    return null
  }
  const app = createApp((bindings: HttpBindings) => ({
    ...dependencies,
    wake,
    wakeWatches,
    client: client(bindings.incoming),
  }))
  app.get('/docs/*', serveStatic({ root: ASSETS, onFound: (_, c) => c.header('Cache-Control', 'public, max-age=3600') }))
  app.get('/static/*', serveStatic({ root: ASSETS, onFound: (_, c) => c.header('Cache-Control', FOR_EVER) }))
  app.get('/metrics', requires('archive:admin'), async (c) =>
    c.body(await metrics.text(amountsOf(await amountsIn(c.var.store))), 200, {
      'Content-Type': metrics.contentType,
      'Cache-Control': 'no-store',
    }),
  )
  return app
}

/** Starts the server and returns the function that closes it. */
function serve(
  app: ReturnType<typeof appOver>,
  kept: KeptAnswers | null,
  archive: string,
  host: string,
  port: number,
): () => Promise<void> {
  const listener = getRequestListener(
    kept ? (request, bindings) => kept.fetch(request, bindings as HttpBindings, app.fetch) : app.fetch,
    { hostname: host, errorHandler: malformedRequest },
  )
  const arrivals = new Arrivals()
  const server = createServer({ requireHostHeader: false }, (request, response) => {
    if (!hasHost(request, response) || kept?.answer(request, response)) return
    arrivals.add(response, () => void listener(request, response))
  })
  server.on('connection', arrivals.connected)
  answerParserErrors(server)
  dropStalledBodies(server)
  server.on('error', (error) => {
    console.error(`claimtrail: ${error.message}`)
    process.exit(1)
  })
  server.listen(port, host, () => {
    const address = server.address()
    const bound = typeof address === 'object' ? address?.port : port
    console.log(`claimtrail serves ${archive} at http://${host.includes(':') ? `[${host}]` : host}:${bound}`)
  })
  return closable(server)
}
