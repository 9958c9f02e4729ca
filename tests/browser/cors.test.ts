/** A page of another origin reads the running app in Chromium, as somebody's own dashboard would. */
import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { launchChromium, portOf, type RunningApp, startApp } from './running.ts'

const PAGE = '<!doctype html><html lang="en"><title>A dashboard elsewhere</title><pre id="answer"></pre>'

let app: RunningApp
let elsewhere: Server
let browser: Browser

beforeAll(async () => {
  app = await startApp()
  elsewhere = createServer((_, response) => response.setHeader('content-type', 'text/html').end(PAGE)).listen(0, '127.0.0.1')
  await once(elsewhere, 'listening')
  browser = await launchChromium()
}, 60_000)

afterAll(async () => {
  await browser?.close()
  elsewhere?.close()
  app?.process.kill()
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
  }, `${app.url}/healthz`)
  expect(answer).toMatchObject({ status: 200, json: { ok: true } })
  const picture = await page.screenshot({ path: 'screenshots/elsewhere.png' })
  expect(picture.byteLength).toBeGreaterThan(1000)
})
