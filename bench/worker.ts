/** `npm run bench -- worker`: reads of the Worker beside those of a bare Worker that reads one row, both in one miniflare over one D1. */
import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { build } from 'esbuild'
import { convertV4MiniflareOptions, Miniflare } from 'miniflare'
import { createApp } from '../src/app.ts'
import { configOf } from '../src/config.ts'
import { openSqlite, sqliteStore } from '../src/store/sqlite.ts'
import type { Report } from './analysis.ts'
import { AUTHORIZED, TOKEN, versionOf } from './archive.ts'
import { article } from './article.ts'
import { clientName, readsPerSecond } from './light-client.ts'

const ROUNDS = 3
const DATE = '2026-10-23'
const BARE = 'bare.example'
const DATABASE = 'archive'
const EDITIONS = 10

const READS: readonly (readonly [name: string, path: string, bound: string])[] = [
  ['  version without its claims', '/v1/articles/bench/versions/1?claims=false', '≥ 0.7, aim 0.9'],
  ['  version with 60 claims', '/v1/articles/bench/versions/1', '≥ 0.45, aim 0.7'],
  ['  claims of an article', '/v1/articles/bench/claims', '≥ 0.45, aim 0.7'],
  ['  one claim with its trail', '/v1/articles/bench/claims/31', '≥ 0.4, aim 0.6'],
  ['  compare neighbours', '/v1/articles/bench/compare/1..2', '≥ 0.4, aim 0.6'],
]

export async function reportWorker(report: Report): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'claimtrail-worker-'))
  const [app, bare] = await Promise.all([bundled('src/worker.ts'), bundled('bench/bare-worker.ts')])
  const start = () => workers(folder, app, bare)
  try {
    await filled(folder, start())
    const running = start()
    const url = (await running.ready).origin
    report(`requests a second by ${await clientName()}, as ratios to the bare Worker`, '')
    for (const [name, path, bound] of READS) await compared(report, url, name, path, bound)
    await running.dispose()
  } finally {
    rmSync(folder, { recursive: true })
  }
}

/** A path against the bare read of its version's row. */
async function compared(report: Report, url: string, name: string, path: string, bound: string): Promise<void> {
  const rounds: [rate: number, bareRate: number][] = []
  for (let round = 0; round < ROUNDS; round++) {
    rounds.push([await readsPerSecond(url, [path]), await readsPerSecond(url, ['/version/bench/1'], { Host: BARE })])
  }
  const of = (value: (one: readonly [number, number]) => number) => rounds.map(value).sort((a, b) => a - b)[ROUNDS >> 1] ?? 0
  const rates = `${of(([rate]) => rate).toFixed(0)} to ${of(([, rate]) => rate).toFixed(0)} a second`
  report(name, of(([rate, bareRate]) => rate / bareRate).toFixed(2), `${bound.padEnd(18)}${rates}`)
}

export async function bundled(entry: string): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [entry],
    bundle: true,
    write: false,
    minify: true,
    format: 'esm',
    platform: 'browser',
    conditions: ['workerd', 'worker', 'browser'],
    external: ['node:*', 'cloudflare:*'],
    logLevel: 'error',
  })
  return outputFiles[0]?.text ?? ''
}

function workers(folder: string, app: string, bare: string): Miniflare {
  const common = { modules: true, compatibilityDate: DATE, d1Databases: { DB: DATABASE } } as const
  const options = convertV4MiniflareOptions({
    host: '127.0.0.1',
    port: 0,
    resourcePersistencePath: folder,
    workers: [
      { ...common, name: 'app', script: app, bindings: { BOOTSTRAP_TOKEN: TOKEN } },
      { ...common, name: 'bare', script: bare, routes: [`${BARE}/*`] },
    ],
  })
  return new Miniflare(options)
}

/** Fills the file of the local D1, once Miniflare has made it. */
async function filled(folder: string, first: Miniflare): Promise<void> {
  const made = await first.getD1Database('DB', 'app')
  // So that the migrations take it for an archive.
  await made.exec('create table d1_migrations (id integer primary key autoincrement, name text unique, applied_at timestamp)')
  await first.dispose()
  const file = readdirSync(folder, { recursive: true, encoding: 'utf8' }).find((name) => /[0-9a-f]{64}\.sqlite$/.test(name))
  if (file === undefined) throw new Error('Miniflare made no database')
  const database = openSqlite(join(folder, file), 'migrations')
  const store = sqliteStore(database)
  const app = createApp(() => ({ store, config: configOf({ BOOTSTRAP_TOKEN: TOKEN }), clock: Date.now }))
  const post = async (path: string, body: object) => {
    const headers = { ...AUTHORIZED, 'content-type': 'application/json' }
    const response = await app.request(path, { method: 'POST', headers, body: JSON.stringify(body) })
    if (response.status !== 201) throw new Error(`POST ${path}: ${response.status}`)
  }
  await post('/v1/articles', { slug: 'bench' })
  for (let n = 1; n <= EDITIONS; n++) await post('/v1/articles/bench/versions', { ...versionOf(n), title: article(n).title })
  database.pragma('wal_checkpoint(TRUNCATE)')
  database.close()
}
