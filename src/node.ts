/** The entry on Node: the app over a SQLite file. */
import { fileURLToPath } from 'node:url'
import { serve } from '@hono/node-server'
import { createApp } from './app.ts'
import { configOf } from './config.ts'
import { openSqlite, sqliteStore } from './store/sqlite.ts'

const path = process.env.ARCHIVE || 'archive.sqlite'
const port = Number(process.env.PORT || 8787)

const database = openSqlite(path, fileURLToPath(new URL('../migrations', import.meta.url)))
const dependencies = { store: sqliteStore(database), config: configOf(process.env), clock: Date.now }
const app = createApp(() => dependencies)
const server = serve({ fetch: app.fetch, port, hostname: '127.0.0.1' }, () => {
  console.log(`claimtrail serves ${path} at http://127.0.0.1:${port}`)
})

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => {
    server.close(() => {
      database.close()
      process.exit(0)
    })
  })
}
