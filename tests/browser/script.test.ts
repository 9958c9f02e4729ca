/** The parts that the script of the pages adds: keys, links to copy, a range by dragging, news, and the height of a frame. */
import { createServer } from 'node:http'
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { launchChromium, openPage, portOf, post, type RunningApp, seedDemo, startApp } from './running.ts'

const TOKEN = 'token-of-the-script-in-chromium'
const DEMO = '/a/kremlin-cease-fire'
const VERSIONS = 10
const MINUTE = 60_000

/** The window of a page, with all that its script asked for. */
interface Asking {
  fetch: typeof fetch
  asked: Promise<Response>[]
}

let app: RunningApp
let browser: Browser

const addVersion = (slug: string, number: number) =>
  post(app, TOKEN, `/v1/articles/${slug}/versions`, {
    title: 'The flood',
    body: `The flood displaced ${100 + number} people, the mayor said.`,
    captured_at: new Date(Date.UTC(2026, 0, 1, number)).toISOString(),
  })

beforeAll(async () => {
  app = await startApp({ BOOTSTRAP_TOKEN: TOKEN })
  seedDemo(app, TOKEN)
  for (const slug of ['flood', 'storm']) {
    await post(app, TOKEN, '/v1/articles', { slug })
    for (let number = 1; number <= VERSIONS; number++) await addVersion(slug, number)
  }
  browser = await launchChromium()
}, 120_000)

afterAll(async () => {
  await browser?.close()
  app?.process.kill()
})

const open = (path: string, options: BrowserContextOptions = {}) => openPage(browser, app, path, options)

test('j and k lead to the next and the previous change', async () => {
  const { page, complaints } = await open(`${DEMO}/compare/1..4`, {})
  const ids = await page.locator('main [id^="change-"]').evaluateAll((all) => all.map(({ id }) => id))
  expect(ids.length).toBeGreaterThan(2)
  const seen: string[] = []
  for (const key of ['k', 'j', 'k', 'k', 'j']) {
    await page.keyboard.press(key)
    seen.push(await page.evaluate(() => document.activeElement?.id ?? ''))
  }
  const [last, before] = [ids.at(-1), ids.at(-2)]
  expect(seen).toEqual([last, last, before, ids.at(-3), before])
  await page.keyboard.press('k')
  await page.getByRole('searchbox').first().press('j')
  expect(await page.evaluate(() => location.hash)).toBe(`#${ids.at(-3)}`)
  await page.close()
  expect(complaints).toEqual([])
})

describe('a link to copy', () => {
  const copied = async (page: Page, selector: string) => {
    await page.locator(selector).first().hover()
    await page.locator(`${selector} .copy`).first().click()
    await page.locator(`${selector} .copy[aria-label="Copied"]`).first().waitFor()
    return page.evaluate(() => navigator.clipboard.readText())
  }
  const permissions = ['clipboard-read', 'clipboard-write']

  test('stands at each claim of a story and leads to its page', async () => {
    const { page, complaints } = await open(DEMO, { permissions })
    expect(await page.locator('.lane .copy').count()).toBe(await page.locator('.lane').count())
    const href = await page
      .locator('.lane .lane-name')
      .first()
      .evaluate((link) => (link as HTMLAnchorElement).href)
    expect(await copied(page, '.lane')).toBe(href)
    await page.close()
    expect(complaints).toEqual([])
  })

  test.each([`${DEMO}/claims/6`, `${DEMO}/compare/1..4?view=inline`])('stands at each change of %s', async (path) => {
    const { page, complaints } = await open(path, { permissions })
    const changes = page.locator('main [id^="change-"]')
    expect(await page.locator('main [id^="change-"] > .copy').count()).toBe(await changes.count())
    const id = await changes.first().getAttribute('id')
    expect(await copied(page, `[id="${id}"]`)).toBe(`${app.url}${path}#${id}`)
    await page.close()
    expect(complaints).toEqual([])
  })

  test('is reached by keyboard, but in rows a line each', async () => {
    const { page } = await open(DEMO)
    await page.locator('.lane .lane-name').first().focus()
    const seen: string[] = []
    for (let i = 0; i < 4; i++) {
      await page.keyboard.press('Tab')
      seen.push(await page.evaluate(() => document.activeElement?.className ?? ''))
    }
    expect(seen).toContain('copy')
    expect(await page.locator('.dense .copy:not([tabindex="-1"])').count()).toBe(0)
    await page.close()
  })
})

describe('a range that is dragged', () => {
  const drag = async (page: Page, selector: string, from: number, to: number) => {
    const box = await page.locator(selector).first().boundingBox()
    if (!box) throw new Error(`no ${selector}`)
    const y = box.y + Math.min(box.height, 30) / 2
    await page.mouse.move(box.x + box.width * from, y)
    await page.mouse.down()
    await page.mouse.move(box.x + box.width * ((from + to) / 2), y)
    await page.mouse.move(box.x + box.width * to, y)
    await page.mouse.up()
  }

  test.each(['.lane-head .time', '.lane-head .columns'])('on %s shows these versions', async (selector) => {
    const { page, complaints } = await open('/a/flood?sort=changes', { viewport: { width: 1280, height: 900 } })
    const loaded = page.waitForURL(/from=/)
    await drag(page, selector, 0.21, 0.53)
    await loaded
    const query = new URL(page.url()).searchParams
    expect(Number(query.get('from'))).toBeGreaterThanOrEqual(3)
    expect(Number(query.get('to'))).toBeLessThanOrEqual(6)
    expect(Number(query.get('to'))).toBeGreaterThan(Number(query.get('from')))
    expect(query.get('sort')).toBe('changes')
    expect(await page.locator('.columns li').count()).toBe(Number(query.get('to')) - Number(query.get('from')) + 1)
    await page.close()
    expect(complaints).toEqual([])
  })

  test('is not meant by a press, and has a form for those without a mouse', async () => {
    const { page } = await open('/a/flood')
    await drag(page, '.lane-head .time', 0.2, 0.201)
    expect(new URL(page.url()).search).toBe('')
    await page.getByLabel('Versions', { exact: true }).fill('4')
    await page.keyboard.press('Enter')
    await page.waitForURL(/from=4/)
    await page.close()
  })
})

describe('news', () => {
  const minutes = async (page: Page, count: number) => {
    for (let i = 0; i <= count; i++) {
      if (i > 0) await page.clock.runFor(MINUTE)
      // The answer comes in true time.
      await page.evaluate(() => Promise.allSettled((globalThis as unknown as Asking).asked))
    }
  }

  /** A page whose clock the test moves, and the statuses of what it asked for. */
  const watched = async (path: string, answers: ((n: number) => number | 'away' | null) | null = null) => {
    const page = await browser.newPage()
    const asked: string[] = []
    await page.clock.install()
    await page.addInitScript(() => {
      const asking = globalThis as unknown as Asking
      const { fetch } = asking
      asking.asked = []
      asking.fetch = (...given) => {
        const answer = fetch(...given)
        asking.asked.push(answer)
        return answer
      }
    })
    await page.route('**/*', async (route) => {
      if (route.request().method() !== 'HEAD') return route.continue()
      const { 'if-none-match': etag } = await route.request().allHeaders()
      asked.push(etag ? 'with its ETag' : 'first')
      const status = answers?.(asked.length) ?? null
      if (status === 'away') return route.abort()
      return status === null ? route.continue() : route.fulfill({ status })
    })
    await page.goto(app.url + path)
    await minutes(page, 0)
    return { page, asked }
  }
  test('is told where the archive has something new; the page stays as it is', async () => {
    const { page, asked } = await watched('/a/flood')
    await minutes(page, 2)
    expect(asked).toEqual(['first', 'with its ETag', 'with its ETag'])
    expect(await page.locator('.news').count()).toBe(0)
    const before = await page.locator('main').innerText()
    await addVersion('flood', VERSIONS + 1)
    await minutes(page, 1)
    expect(await page.locator('.news').innerText()).toBe('The archive has something new: reload')
    expect(await page.locator('main').innerText()).toBe(before)
    const many = asked.length
    await minutes(page, 2)
    expect(asked.length).toBe(many)
    await page.getByRole('link', { name: 'reload' }).click()
    await page.waitForFunction((text) => document.querySelector('main')?.innerText !== text, before)
    await page.close()
  })

  test('is not asked for where nothing of the archive is shown', async () => {
    const page = await browser.newPage()
    const asked: string[] = []
    page.on('request', (request) => asked.push(request.method()))
    await page.clock.install()
    await page.goto(`${app.url}/kinds`)
    await page.clock.runFor(2 * MINUTE)
    expect(asked).not.toContain('HEAD')
    await page.close()
  })

  test('is not asked for any more where the page may not be read', async () => {
    const { page, asked } = await watched('/a/storm', (n) => (n === 2 ? 401 : null))
    await minutes(page, 4)
    expect(asked).toEqual(['first', 'with its ETag'])
    await page.close()
  })

  test('is asked for ever later while the server fails, and then no more', async () => {
    const { page, asked } = await watched('/a/storm', (n) => (n === 1 ? null : n % 2 ? 503 : 'away'))
    await minutes(page, 1)
    expect(asked.length).toBe(2)
    await minutes(page, 1)
    expect(asked.length).toBe(2)
    await minutes(page, 1)
    expect(asked.length).toBe(3)
    await minutes(page, 60)
    expect(asked.length).toBe(6)
    await page.close()
  })
})

test('a card tells its host how high it is', async () => {
  const host = createServer((_, response) => {
    response.setHeader('Content-Type', 'text/html')
    response.end(`<!doctype html><iframe src="${app.url}/embed${DEMO}/claims/6" width="400" height="100"></iframe>
<script>addEventListener('message', ({ data }) => { if (data.type === 'claimtrail:height') document.title = data.height })</script>`)
  }).listen(0, '127.0.0.1')
  const page = await browser.newPage()
  await page.goto(`http://127.0.0.1:${portOf(host)}`)
  await page.waitForFunction(() => Number(document.title) > 0)
  const content = await page.frames()[1]?.evaluate(() => document.documentElement.scrollHeight)
  expect(Number(await page.title())).toBe(content)
  expect(content).toBeGreaterThan(100)
  await page.close()
  host.close()
})
