/** The shared parts of the tests in Chromium: the built app on a free port, and the browser. */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core'

const LAUNCH = [
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-quic',
  '--no-first-run',
  '--disable-component-update',
  '--disable-sync',
  '--no-sandbox',
]

export interface RunningApp {
  readonly url: string
  readonly process: ChildProcess
}

/** `npm run start:node`, built before, over an archive in memory. */
export async function startApp(env: Readonly<Record<string, string>> = {}): Promise<RunningApp> {
  const port = await freePort()
  const process_ = spawn(process.execPath, ['dist/node.js'], {
    env: { ...process.env, ARCHIVE: ':memory:', PORT: String(port), ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  if (process_.stdout) await once(process_.stdout, 'data')
  return { url: `http://127.0.0.1:${port}`, process: process_ }
}

export function launchChromium(): Promise<Browser> {
  return chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: LAUNCH })
}

export function portOf(server: Server): number {
  return (server.address() as AddressInfo).port
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1')
  await once(probe, 'listening')
  const port = portOf(probe)
  probe.close()
  await once(probe, 'close')
  return port
}

/** Fills the archive of the app with the demo. */
export function seedDemo(app: RunningApp, token: string): void {
  const env = { ...process.env, CLAIMTRAIL_TOKEN: token }
  const seeded = spawnSync(process.execPath, ['dist/cli.js', 'seed', '--url', app.url, '--token', token], {
    env,
    encoding: 'utf8',
  })
  if (seeded.status !== 0) throw new Error(seeded.stderr)
}

/** Writes to the app over HTTP. */
export async function post(app: RunningApp, token: string, path: string, body: unknown): Promise<void> {
  const headers = { Authorization: `Bearer ${token}`, 'Content-Type': 'application/json' }
  const response = await fetch(app.url + path, { method: 'POST', headers, body: JSON.stringify(body) })
  if (!response.ok) throw new Error(`${response.status} ${await response.text()}`)
}

/** A page of the browser, and what it complains of. */
export async function openPage(
  browser: Browser,
  app: RunningApp,
  path: string,
  options: BrowserContextOptions,
): Promise<{ page: Page; complaints: string[] }> {
  const page = await browser.newPage(options)
  const complaints: string[] = []
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) complaints.push(message.text())
  })
  page.on('pageerror', (error) => complaints.push(error.message))
  page.on('request', (request) => {
    if (!request.url().startsWith(app.url)) complaints.push(`asks ${request.url()}`)
  })
  page.on('response', (response) => {
    if (response.status() >= 400) complaints.push(`${response.status()} ${response.url()}`)
  })
  await page.goto(app.url + path)
  return { page, complaints }
}
