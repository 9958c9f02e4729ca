/** The page of a large story: how long it takes where nothing is kept, how long it is, and how soon Chromium draws it. */
import { gzipSync } from 'node:zlib'
import { chromium, type Page } from 'playwright-core'
import type { Report } from './analysis.ts'
import { type Archive, openArticle, post } from './archive.ts'
import { largeStory } from './large-story.ts'

const SLUG = 'great-flood'
const WARM_UP = 30
const REQUESTS = 100
const LOADS = 15

const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN

/** Needs Chromium (`CHROMIUM` names the binary). */
export async function reportPages(report: Report, { app }: Archive): Promise<void> {
  await openArticle(app.url, SLUG)
  for (const version of largeStory()) await post(app.url, `/v1/articles/${SLUG}/versions`, version)
  const times: number[] = []
  let text = ''
  for (let n = 0; n < WARM_UP + REQUESTS; n++) {
    const start = performance.now()
    // A page ignores a parameter that it does not know, and no two addresses share a kept answer.
    text = await (await fetch(`${app.url}/a/${SLUG}?n=${n}`)).text()
    if (n >= WARM_UP) times.push(performance.now() - start)
  }
  report('page of 50 versions × 200 claims, over HTTP, median', `${median(times).toFixed(1)} ms`, '≤ 30 ms')
  report('  its size, compressed by gzip', `${(gzipSync(text).length / 1024).toFixed(1)} KB`, '≤ 60 KB')
  const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: ['--no-sandbox'] })
  try {
    const paints: Paint[] = []
    for (let n = 0; n < LOADS; n++) {
      const page = await browser.newPage()
      await page.goto(`${app.url}/a/${SLUG}?load=${n}`)
      paints.push(await paintOf(page))
      await page.close()
    }
    const afterAnswer = median(paints.map(({ paint, answer }) => paint - answer))
    report('  first contentful paint after the answer, median', `${afterAnswer.toFixed(0)} ms`, '≤ 200 ms')
    report('  layout shift, largest', Math.max(...paints.map(({ shift }) => shift)).toFixed(3), '0')
  } finally {
    await browser.close()
  }
}

interface Paint {
  /** When the first of it was drawn, when its answer was complete: milliseconds. */
  readonly paint: number
  readonly answer: number
  readonly shift: number
}

const paintOf = (page: Page): Promise<Paint> =>
  page.evaluate(async () => {
    let shift = 0
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) shift += (entry as PerformanceEntry & { value: number }).value
    }).observe({ type: 'layout-shift', buffered: true })
    const paint = await new Promise<number>((resolve) => {
      new PerformanceObserver((list) => {
        for (const { name, startTime } of list.getEntries()) if (name === 'first-contentful-paint') resolve(startTime)
      }).observe({ type: 'paint', buffered: true })
    })
    const [navigation] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[]
    return { paint, answer: navigation?.responseEnd ?? 0, shift }
  })
