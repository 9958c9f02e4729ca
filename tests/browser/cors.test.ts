/** A page of another origin reads the running app in Chromium, as somebody's own dashboard would. */
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { type Browser, chromium } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'

const PAGE = '<!doctype html><html lang="en"><title>A dashboard elsewhere</title><pre id="answer"></pre>'
const LAUNCH = [
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-quic',
  '--no-first-run',
  '--disable-component-update',
]

let app: ChildProcess
let elsewhere: Server
let browser: Browser
let api: string

beforeAll(async () => {
  const port = await freePort()
  api = `http://127.0.0.1:${port}`
  app = spawn(process.execPath, ['dist/node.js'], {
    env: { ...process.env, ARCHIVE: ':memory:', PORT: String(port) },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  if (app.stdout) await once(app.stdout, 'data')
  elsewhere = createServer((_, response) => response.setHeader('content-type', 'text/html').end(PAGE)).listen(0, '127.0.0.1')
  await once(elsewhere, 'listening')
  browser = await chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    args: [...LAUNCH, '--disable-sync', '--no-sandbox'],
  })
}, 60_000)

afterAll(async () => {
  await browser?.close()
  elsewhere?.close()
  app?.kill()
})

test('a page of another origin reads the JSON', async () => {
  const page = await browser.newPage({ viewport: { width: 800, height: 400 } })
  await page.goto(`http://127.0.0.1:${portOf(elsewhere)}/`)
  const answer = await page.evaluate(async (url) => {
    const response = await fetch(url)
    const json: unknown = await response.json()
    const shown = document.querySelector('#answer')
    if (shown) shown.textContent = JSON.stringify(json, null, 2)
    return { status: response.status, json }
  }, `${api}/healthz`)
  expect(answer).toMatchObject({ status: 200, json: { ok: true } })
  const picture = await page.screenshot({ path: 'screenshots/elsewhere.png' })
  expect(picture.byteLength).toBeGreaterThan(1000)
})

function portOf(server: Server): number {
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
