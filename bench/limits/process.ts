/**
 * `node dist/limits/process.js FILE < JSON`: sends requests to the app over an archive, reads the answers to their end, and prints the CPU time that
 * they took. A process of its own, whose heap the caller limits.
 */
import { json } from 'node:stream/consumers'
import { createApp } from '../../src/app.ts'
import { configOf } from '../../src/config.ts'
import { ResponseCache } from '../../src/http/response/response-cache.ts'
import { openSqlite, sqliteStore } from '../../src/store/sqlite.ts'
import { AUTHORIZED, TOKEN } from '../archive.ts'
import type { Asked } from './operations.ts'

/** As a Worker keeps answers. */
const ANSWERS_KEPT = 16_000_000

const asked = (await json(process.stdin)) as Asked[]
const database = openSqlite(process.argv[2] ?? '', 'migrations')
const store = sqliteStore(database)
const responses = new ResponseCache(ANSWERS_KEPT)
const app = createApp(() => ({ store, config: configOf({ BOOTSTRAP_TOKEN: TOKEN }), clock: Date.now, responses }))

const before = process.cpuUsage()
for (const { method, path, body, status } of asked) {
  const headers = { ...AUTHORIZED, 'content-type': 'application/json' }
  const response = await app.request(path, { method, headers, ...(body && { body: JSON.stringify(body) }) })
  if (response.status !== status)
    throw new Error(`${method} ${path}: ${response.status} ${(await response.text()).slice(0, 300)}`)
  // As a client takes it: no part is kept.
  for await (const _ of response.body ?? []);
}
const { user, system } = process.cpuUsage(before)
console.log(JSON.stringify({ seconds: (user + system) / 1e6, peak: process.resourceUsage().maxRSS / 1024 }))
database.close()
