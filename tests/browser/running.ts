/** What the tests in Chromium share: the built app on a free port, and the browser. */
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { type Browser, chromium } from 'playwright-core'

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
