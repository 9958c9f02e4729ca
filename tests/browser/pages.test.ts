/**
 * Every page of the demo archive and of a large story in Chromium: narrow and wide, light and dark. No rule of axe is broken, nothing
 * scrolls sideways or shifts, the console is silent, nothing is asked of another origin. Pictures go to `screenshots/`.
 */
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { largeStory } from '../../bench/large-story.ts'
import { sidewaysBy, violationsOf } from './looks.ts'
import { launchChromium, openPage, post, type RunningApp, seedDemo, startApp } from './running.ts'

const TOKEN = 'token-of-the-pages-in-chromium'
const DEMO = '/a/kremlin-cease-fire'
const PAGES = [
  '/',
  '/?acknowledged=false',
  '/?kind=negated',
  '/changes',
  '/changes?disclosed=false&kind=softened,withdrawn&from=2025-03-01',
  '/changes?kind=split&publication=Varsk+Courier',
  `${DEMO}/changes`,
  `${DEMO}/changes?disclosed=true`,
  DEMO,
  `${DEMO}?sort=changes`,
  `${DEMO}?kind=superseded`,
  `${DEMO}/claims/3`,
  `${DEMO}/claims/6`,
  `${DEMO}/claims/14`,
  `${DEMO}/v/2`,
  `${DEMO}/v/6`,
  `${DEMO}/record`,
  `${DEMO}/compare/1..4`,
  `${DEMO}/compare/2..3`,
  `${DEMO}/compare/5..6?view=inline`,
  '/record',
  '/record/verify',
  '/sources',
  '/search?q=studying',
  '/search?q=unheard',
  '/kinds',
  '/try',
  '/try?example=1',
  '/sign-in',
  `/embed${DEMO}/claims/6`,
  `/embed${DEMO}`,
  '/a/great-flood',
  '/a/great-flood/v/50',
  '/a/great-flood/compare/1..50',
  '/a/great-flood/record',
  '/watches',
  '/watches/1',
  '/checks',
  '/a/great-flood/checks?all=true',
]

let app: RunningApp
let browser: Browser

async function writeLargeStory(): Promise<void> {
  await post(app, TOKEN, '/v1/articles', { slug: 'great-flood', publication: 'Varsk Courier' })
  for (const version of largeStory()) await post(app, TOKEN, '/v1/articles/great-flood/versions', version)
}

/** The large story is watched at an address where nobody answers: its captures are a gap. */
async function leaveGap(): Promise<void> {
  await post(app, TOKEN, '/v1/watches', { url: 'http://127.0.0.1:9/great-flood', article: 'great-flood' })
  for (let n = 0; n < 3; n++) await post(app, TOKEN, '/v1/watches/1/check', {})
}

beforeAll(async () => {
  app = await startApp({ BOOTSTRAP_TOKEN: TOKEN, PRIVATE_CAPTURES: '1', CAPTURE_PAUSE: '0' })
  seedDemo(app, TOKEN)
  await writeLargeStory()
  await leaveGap()
  browser = await launchChromium()
}, 120_000)

afterAll(async () => {
  await browser?.close()
  app?.process.kill()
})

const open = (path: string, options: BrowserContextOptions) => openPage(browser, app, path, options)

/** How much of the page has moved since it was first drawn. */
const shiftOf = (page: Page) =>
  page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        let sum = 0
        new PerformanceObserver((list) => {
          for (const entry of list.getEntries()) sum += (entry as PerformanceEntry & { value: number }).value
        }).observe({ type: 'layout-shift', buffered: true })
        requestAnimationFrame(() => requestAnimationFrame(() => resolve(sum)))
      }),
  )

const nameOf = (path: string) => path.replace(/\W+/g, '-').replace(/^-|-$/g, '') || 'front'

describe.each([
  { width: 360, colorScheme: 'light' },
  { width: 1280, colorScheme: 'light' },
  { width: 360, colorScheme: 'dark' },
  { width: 1280, colorScheme: 'dark' },
] as const)('$width pixels, $colorScheme', ({ width, colorScheme }) => {
  test.each(PAGES)('%s', async (path) => {
    const { page, complaints } = await open(path, { viewport: { width, height: 900 }, colorScheme })
    await page.screenshot({ path: `screenshots/${nameOf(path)}-${width}-${colorScheme}.png` })
    const shut = await sidewaysBy(page)
    const shift = await shiftOf(page)
    await page.evaluate(() => {
      for (const fold of document.querySelectorAll('details')) fold.open = true
    })
    // Colours are those of the demo's pages, and a large page takes long.
    const isLookedAt = !path.includes('great-flood') || (width === 1280 && colorScheme === 'light')
    const violations = isLookedAt ? await violationsOf(page) : []
    const faults = { complaints, shift, shut, open: await sidewaysBy(page), violations }
    await page.close()
    expect(faults).toEqual({ complaints: [], shift: 0, shut: 0, open: 0, violations: [] })
  })
})

test('pages say the same without script', async () => {
  for (const path of ['/', DEMO, `${DEMO}/claims/3`]) {
    const texts: string[] = []
    for (const javaScriptEnabled of [true, false]) {
      const { page } = await open(path, { javaScriptEnabled })
      texts.push(await page.locator('main').innerText())
      await page.close()
    }
    expect(texts[0]).toBe(texts[1])
  }
})

test('every link inside the pages leads to a page or to data', async () => {
  const seen = new Set<string>()
  const dead: string[] = []
  for (const path of PAGES.filter((one) => !one.includes('great-flood'))) {
    const html = await (await fetch(app.url + path)).text()
    for (const [, href = ''] of html.matchAll(/<(?:a|link) [^>]*href="([^"]+)"/g)) {
      const url = new URL(href.replaceAll('&amp;', '&'), app.url + path)
      const address = url.pathname + url.search
      if (url.origin !== app.url || seen.has(address)) continue
      seen.add(address)
      const { status } = await fetch(url, { headers: { Accept: 'text/html,*/*' } })
      // The editors' side asks for a sign-in.
      if (status >= 400 && status !== 401) dead.push(`${status} ${address} on ${path}`)
    }
  }
  expect(seen.size).toBeGreaterThan(50)
  expect(dead).toEqual([])
})

test.each([DEMO, `${DEMO}/claims/6`])(
  '%s prints in light colours, without forms and navigation, with its folds open',
  async (path) => {
    const { page } = await open(path, { colorScheme: 'dark', viewport: { width: 720, height: 900 } })
    await page.emulateMedia({ media: 'print', colorScheme: 'dark' })
    const printed = await page.evaluate(() => {
      const shown = (selector: string) =>
        [...document.querySelectorAll(`main ${selector}, header ${selector}`)].filter((one) => one.checkVisibility()).length
      const parts = [...document.querySelectorAll('details > :not(summary)')]
      return {
        paper: getComputedStyle(document.documentElement).backgroundColor,
        controls: shown('form') + shown('nav') + shown('button') + shown('pre'),
        shut: parts.filter(
          (part) => !part.checkVisibility({ contentVisibilityAuto: true }) || part.getBoundingClientRect().height === 0,
        ).length,
        sideways: Math.max(0, document.documentElement.scrollWidth - innerWidth),
      }
    })
    await page.close()
    expect(printed).toEqual({ paper: 'rgb(255, 255, 255)', controls: 0, shut: 0, sideways: 0 })
  },
)

test('two clicks lead from the front page to how a claim ended', async () => {
  const { page } = await open('/', {})
  await page.getByRole('link', { name: 'Putin Agrees to Halt Energy Strikes but Not to Full Cease-Fire' }).first().click()
  await page.getByRole('link', { name: 'Kremlin studying proposal', exact: true }).first().click()
  expect(await page.locator('main').innerText()).toMatch(/Overtaken on 13 March/)
  await page.close()
})
