/**
 * `npm start`: a local D1 with the migrations applied, a development token, the Worker at http://127.0.0.1:8787 (PORT for
 * another), and the demo archive in it. Every step may be repeated.
 */
import { type ChildProcess, spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { setTimeout as delay } from 'node:timers/promises'
import type { LocalD1 } from './local-d1.ts'

const HOST = '127.0.0.1'
const TOKEN_FILE = '.wrangler/development-token'
const START_SECONDS = 60

const port = Number(process.env.PORT ?? 8787)
const url = `http://${HOST}:${port}`

/** Starts a program of this checkout, with the output of this process. */
function start(program: string, args: readonly string[]): ChildProcess {
  const env = { ...process.env, WRANGLER_SEND_METRICS: 'false', CLOUDFLARE_CF_FETCH_ENABLED: 'false' }
  return spawn(program, args, { stdio: ['ignore', 'inherit', 'inherit'], env, shell: process.platform === 'win32' })
}

function ended(child: ChildProcess): Promise<number> {
  return new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('exit', (code) => resolve(code ?? 1))
  })
}

/** Throws if something else answers at the port, so that the demo archive never goes into another's server. */
function portIsFree(): Promise<void> {
  return new Promise((resolve, reject) => {
    const probe = createServer()
    probe.once('error', () => reject(new Error(`${url} is taken; choose another port: PORT=8788 npm start`)))
    probe.listen(port, HOST, () => probe.close(() => resolve()))
  })
}

/** The token kept from an earlier start, else a new one. */
function developmentToken(): string {
  try {
    return readFileSync(TOKEN_FILE, 'utf8').trim()
  } catch {
    const token = `dev_${randomBytes(24).toString('base64url')}`
    mkdirSync('.wrangler', { recursive: true })
    writeFileSync(TOKEN_FILE, `${token}\n`, { mode: 0o600 })
    return token
  }
}

async function healthy(server: ChildProcess): Promise<void> {
  for (const end = Date.now() + START_SECONDS * 1000; Date.now() < end; await delay(200)) {
    if (server.exitCode !== null) throw new Error('wrangler dev ended before it answered')
    const answer = await fetch(`${url}/healthz`).catch(() => null)
    if (answer?.ok) return
  }
  throw new Error(`${url}/healthz did not answer within ${START_SECONDS} seconds`)
}

/** Builds dist/, and meanwhile opens the local D1 with the migrations applied. */
async function prepare(): Promise<LocalD1> {
  const [d1] = await Promise.all([import('./local-d1.ts').then(({ openLocalD1 }) => openLocalD1()), import('./build.ts')])
  return d1
}

/** The bundle loads in a fraction of the time that the sources take. */
async function seed({ database }: LocalD1): Promise<void> {
  const { seedD1 }: typeof import('./seed-d1.ts') = await import(new URL('../dist/seed-d1.js', import.meta.url).href)
  if ((await seedD1(database)) !== 0) console.error('npm start: serving without the demo archive')
}

async function main(): Promise<number> {
  await portIsFree()
  console.log('Building, and opening the local database …')
  const d1 = await prepare()
  console.log('Starting the Worker, and loading the demo archive …')
  const token = developmentToken()
  const flags = ['--ip', HOST, '--port', String(port), '--show-interactive-dev-session=false', '--log-level', 'error']
  const server = start('wrangler', ['dev', ...flags, '--var', `BOOTSTRAP_TOKEN:${token}`])
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => server.kill(signal))
  const exit = ended(server)
  try {
    await seed(d1).finally(d1.close)
    await healthy(server)
  } catch (error) {
    server.kill()
    await exit
    throw error
  }
  console.log('\nClaimtrail runs until Ctrl-C. Open it in a browser; the token signs you in and writes.')
  console.log(`address: ${url}`)
  console.log(`token:   ${token}\n`)
  return await exit
}

try {
  process.exitCode = await main()
} catch (error) {
  console.error(`npm start: ${error instanceof Error ? error.message : error}`)
  process.exitCode = 1
}
