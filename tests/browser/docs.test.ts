/** The page of the interface in Chromium: all operations, nothing from elsewhere, no error, and it can ask. */
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { launchChromium, type RunningApp, startApp } from './running.ts'

let app: RunningApp
let browser: Browser
let page: Page
/** What the console and the network complain of, and every address that was asked. */
const complaints: string[] = []
const asked: string[] = []

beforeAll(async () => {
  app = await startApp()
  browser = await launchChromium()
  page = await browser.newPage({ viewport: { width: 1100, height: 1400 } })
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) complaints.push(message.text())
  })
  page.on('pageerror', (error) => complaints.push(error.message))
  page.on('requestfailed', (request) => complaints.push(`${request.url()} ${request.failure()?.errorText}`))
  page.on('response', (response) => {
    asked.push(response.url())
    if (response.status() >= 400) complaints.push(`${response.status()} ${response.url()}`)
  })
  await page.goto(`${app.url}/docs`)
  await page.waitForSelector('.opblock')
}, 60_000)

afterAll(async () => {
  await browser?.close()
  app?.process.kill()
})

test('shows every operation and webhook of the document, by tag', async () => {
  const document = (await (await fetch(`${app.url}/openapi.json`)).json()) as {
    tags: { name: string }[]
    paths: Record<string, Record<string, unknown>>
    webhooks?: Record<string, Record<string, unknown>>
  }
  const described = Object.entries({ ...document.paths, ...document.webhooks }).flatMap(([path, methods]) =>
    Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`),
  )
  const shown = await page.$$eval('.opblock-summary', (blocks) =>
    blocks.map((block) => {
      const method = block.querySelector('.opblock-summary-method')?.textContent
      return `${method} ${block.querySelector('.opblock-summary-path')?.getAttribute('data-path')}`
    }),
  )
  expect(shown.sort()).toEqual(described.sort())
  const tags = await page.$$eval('.opblock-tag', (found) => found.map((tag) => tag.getAttribute('data-tag')))
  expect(tags).toEqual(document.tags.map(({ name }) => name))
  await page.screenshot({ path: 'screenshots/docs.png' })
})

test('asks an operation and shows what is answered', async () => {
  await page.click('#operations-Service-getHealth .opblock-summary-control')
  await page.click('#operations-Service-getHealth .try-out__btn')
  await page.click('#operations-Service-getHealth .execute')
  await page.waitForSelector('#operations-Service-getHealth .live-responses-table')
  expect(await page.textContent('#operations-Service-getHealth .live-responses-table')).toContain('"database": "ready"')
  await page.screenshot({ path: 'screenshots/docs-asked.png' })
})

test('loads nothing from elsewhere, and nothing goes wrong', () => {
  expect(asked.length).toBeGreaterThan(4)
  expect(asked.filter((url) => !url.startsWith(`${app.url}/`) && !url.startsWith('data:'))).toEqual([])
  expect(complaints).toEqual([])
})
