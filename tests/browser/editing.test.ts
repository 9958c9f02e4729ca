/** The editors' side in Chromium, without script: its pages, and forms that somebody sends twice. */
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { sidewaysBy, violationsOf } from './looks.ts'
import { launchChromium, post, type RunningApp, startApp } from './running.ts'

const TOKEN = 'token-of-the-editors-in-chromium'
const PAGES = [
  '/',
  '/new',
  '/a/flood',
  '/a/flood/new',
  '/a/flood/new?seen=2',
  '/a/flood/metadata',
  '/a/flood/claims/1',
  '/a/flood/v/1/claims/new',
  '/a/flood/v/1/withholding',
  '/hooks',
  '/hooks/1',
  '/tokens',
  '/sign-in',
]

let app: RunningApp
let browser: Browser

beforeAll(async () => {
  app = await startApp({ BOOTSTRAP_TOKEN: TOKEN })
  await post(app, TOKEN, '/v1/articles', { slug: 'flood', title: 'The flood', publication: 'Varsk Courier' })
  for (const number of [1, 2])
    await post(app, TOKEN, '/v1/articles/flood/versions', {
      title: 'The flood',
      body: `The flood displaced ${100 + number} people, the mayor said.`,
      captured_at: new Date(Date.UTC(2026, 0, 1, number)).toISOString(),
    })
  await post(app, TOKEN, '/v1/hooks', { url: 'https://desk.example/hook', description: 'The desk' })
  browser = await launchChromium()
}, 120_000)

afterAll(async () => {
  await browser?.close()
  app?.process.kill()
})

async function signedIn(options: Parameters<Browser['newContext']>[0] = {}): Promise<{ context: BrowserContext; page: Page }> {
  const context = await browser.newContext(options)
  const page = await context.newPage()
  await page.goto(`${app.url}/sign-in`)
  await page.getByLabel('Token').fill(TOKEN)
  await page.getByRole('button', { name: 'Sign in' }).click()
  await page.getByText('Signed in as').waitFor()
  return { context, page }
}

describe.each([
  { width: 360, colorScheme: 'light' },
  { width: 1280, colorScheme: 'dark' },
] as const)('$width pixels, $colorScheme', ({ width, colorScheme }) => {
  test('no rule of axe is broken, and nothing scrolls sideways', async () => {
    const { context, page } = await signedIn({ viewport: { width, height: 900 }, colorScheme })
    const faults: unknown[] = []
    for (const path of PAGES) {
      await page.goto(app.url + path)
      await page.evaluate(() => {
        for (const fold of document.querySelectorAll('details')) fold.open = true
      })
      const name = path.replace(/\W+/g, '-').replace(/^-|-$/g, '') || 'front'
      await page.screenshot({ path: `screenshots/editor-${name}-${width}-${colorScheme}.png`, fullPage: true })
      const [wide, violations] = [await sidewaysBy(page), await violationsOf(page)]
      if (wide > 0 || violations.length > 0) faults.push({ path, wide, violations })
    }
    await context.close()
    expect(faults).toEqual([])
  })
})

const tokensOf = async () => {
  const answer = await fetch(`${app.url}/v1/tokens`, { headers: { Authorization: `Bearer ${TOKEN}` } })
  return ((await answer.json()) as { data: { name: string }[] }).data.map(({ name }) => name)
}

test.each([true, false])(
  'a double click and a reload make one token, which is shown (script %s)',
  async (javaScriptEnabled) => {
    const { context, page } = await signedIn({ javaScriptEnabled })
    const name = `desk ${javaScriptEnabled}`
    await page.goto(`${app.url}/tokens`)
    await page.getByLabel('Name').fill(name)
    await page.getByLabel(/archive:read/).check()
    await page.getByRole('button', { name: 'Make the token' }).dblclick()
    const shown = page.locator('pre code')
    await shown.waitFor()
    const secret = await shown.innerText()
    expect(secret).toMatch(/^ct_[\w-]{43}$/)
    await page.reload()
    expect(await shown.innerText()).toBe(secret)
    expect((await tokensOf()).filter((one) => one === name)).toEqual([name])
    await context.close()
  },
)

test('after signing out, going back shows nothing of the session', async () => {
  const { context, page } = await signedIn()
  await page.goto(`${app.url}/tokens`)
  await page.getByRole('button', { name: 'Sign out' }).click()
  await page.getByText('Sign in to edit').waitFor()
  await page.goBack()
  await page.waitForLoadState()
  expect(await page.locator('body').innerText()).not.toContain('Signed in as')
  await context.close()
})

test('a form whose session is over comes back with what was typed', async () => {
  const { context, page } = await signedIn()
  await page.goto(`${app.url}/a/flood/new`)
  await page.getByLabel('Text').fill('The flood is over.\n\nPeople return.')
  await context.clearCookies()
  await page.getByRole('button', { name: 'Add the version' }).click()
  await page.getByText('nobody is signed in').waitFor()
  expect(await page.locator('pre.typed').innerText()).toBe('The flood is over.\n\nPeople return.')
  await context.close()
})
