/** The entry on Node: the app over a SQLite file, and deliveries to hooks while it serves. */
import { fileURLToPath } from 'node:url'
import { serve } from '@hono/node-server'
import { serveStatic } from '@hono/node-server/serve-static'
import { createApp, deliverHooks } from './app.ts'
import { configOf, servedOnNode } from './config.ts'
import { startDeliveryLoop } from './hooks/delivery-loop.ts'
import { nodePost } from './runtime/node-post.ts'
import { openSqlite, sqliteStore } from './store/sqlite.ts'

/** About as many bytes: nearly all of it is Latin-1. */
const ANSWERS_KEPT = 64_000_000

/** How often what is to be sent to hooks is looked for, in seconds, where no write of this process wakes the loop. */
const HOOKS_EVERY = 5

/** What scripts/build.ts put beside this file. */
const ASSETS = fileURLToPath(new URL('assets', import.meta.url))

try {
  start()
} catch (error) {
  console.error(`claimtrail: ${error instanceof Error ? error.message : error}`)
  process.exitCode = 1
}

function start(): void {
  const { archive, port } = servedOnNode(process.env)
  const config = configOf(process.env)
  const database = openSqlite(archive, fileURLToPath(new URL('../migrations', import.meta.url)))
  const post = nodePost(config.privateHooks === true)
  const dependencies = { store: sqliteStore(database), config, clock: Date.now, answersKept: ANSWERS_KEPT, post }
  const hooks = startDeliveryLoop((stopped) => deliverHooks(dependencies, { stopped }), HOOKS_EVERY)
  const wake = () => {
    hooks.wake()
    return null
  }
  const app = createApp(() => ({ ...dependencies, wake }))
  app.get('/docs/*', serveStatic({ root: ASSETS, onFound: (_, c) => c.header('Cache-Control', 'public, max-age=3600') }))
  const server = serve({ fetch: app.fetch, port, hostname: '127.0.0.1' }, ({ port }) => {
    console.log(`claimtrail serves ${archive} at http://127.0.0.1:${port}`)
  })
  server.on('error', (error) => {
    console.error(`claimtrail: ${error.message}`)
    process.exit(1)
  })
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => {
      const delivered = hooks.stop()
      server.close(async () => {
        await delivered
        database.close()
        process.exit(0)
      })
    })
  }
}
