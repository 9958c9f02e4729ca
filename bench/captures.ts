/** Reading a page of 200 KB: time and memory on Node and in workerd, and the time that pages with pathological markup take. */
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { capturePage } from '../src/capture/capture-page.ts'
import type { Report } from './analysis.ts'
import { TOKEN } from './archive.ts'
import { article } from './article.ts'
import { startWorker } from './server.ts'

const READS = 100
const REQUESTS = 200
const AT_ONCE = 8
const SIZE = 200_000
const MIB = 1024 * 1024
const ADDRESS = 'https://harbour-post.example/news/ferry-fares'

/** A page in the manner of news sites: an article of 7 KB among menus, teasers and scripts. */
function page(n: number): string {
  const { title, body } = article(n)
  const paragraphs = body.split('\n\n').map((text) => `<p class="article__paragraph">${text}</p>`)
  const teaser = (at: number) =>
    `<div class="teaser teaser--small" data-id="${at}"><a href="/news/story-${at}"><img src="/i/${at}.jpg" alt=""><h3 class="teaser__title">${title}, part ${at}</h3></a></div>`
  const menu = Array.from({ length: 60 }, (_, at) => `<li class="nav__item"><a href="/s/${at}">Section ${at}</a></li>`)
  const head = `<meta property="og:title" content="${title}"><meta property="og:type" content="article"><script>${'window.x={a:1};'.repeat(3_000)}</script>`
  const start = `<!doctype html><html lang="en"><head><title>${title} - Harbour Post</title>${head}</head><body><nav><ul>${menu.join('')}</ul></nav><main><h1>${title}</h1><p class="byline">By Ada Moreno</p><div class="layout"><div class="text">${paragraphs.join('')}</div></div></main><section class="more">`
  let teasers = ''
  for (let at = 0; start.length + teasers.length < SIZE; at++) teasers += teaser(at)
  return `${start}${teasers}</section><footer>Harbour Post</footer></body></html>`
}

const quantile = (values: readonly number[], share: number): number =>
  values.toSorted((a, b) => a - b)[Math.floor(share * (values.length - 1))] ?? Number.NaN

const timesText = (times: readonly number[]) => `${quantile(times, 0.5).toFixed(1)}, ${quantile(times, 0.95).toFixed(1)} ms`

const paragraph = '<p>The council voted on Tuesday to raise the fares of the harbour ferry by 12 percent from May.</p>'

/** Markup of a megabyte that readers could take long for. */
const PATHOLOGICAL: readonly (readonly [string, string])[] = [
  ['10,000 levels', '<div>'.repeat(10_000)],
  ['tables inside of tables', '<table><tr><td>Cell'.repeat(50_000)],
  ['paragraphs below 150 levels', `${'<div>'.repeat(150)}${'<p>A word.</p>'.repeat(15_000)}`],
  ['19,000 elements', '<hr>'.repeat(19_000)],
  ['60,000 elements', '<hr>'.repeat(60_000)],
  ['one attribute', `<p title="${'x'.repeat(MIB)}">`],
  ['one line of 5 MiB', `<p>${'word '.repeat(MIB)}`],
  ['a megabyte of running text', paragraph.repeat(MIB / paragraph.length)],
  ...['a.a.a.', ',', '“', '(', '>', '1', '&amp;'].map((sign): readonly [string, string] => [
    `only ${sign}`,
    `<p>${sign.repeat(MIB / sign.length)}</p>`,
  ]),
]

/** Reports both runtimes, then pages with pathological markup on Node. */
export async function reportCaptures(report: Report): Promise<void> {
  const began = performance.now()
  capturePage({ html: page(0), url: ADDRESS })
  report('page of 200 KB on Node, cold', `${(performance.now() - began).toFixed(0)} ms`)
  const before = process.memoryUsage()
  const times: number[] = []
  let heap = 0
  for (let n = 0; n < READS; n++) {
    const html = page(n)
    const start = performance.now()
    capturePage({ html, url: ADDRESS })
    times.push(performance.now() - start)
    heap = Math.max(heap, process.memoryUsage().heapUsed)
  }
  report('  warm, median and p95', timesText(times))
  report('  growth of the heap at most', `${((heap - before.heapUsed) / MIB).toFixed(0)} MiB`)
  report('  growth of the process at most', `${(process.resourceUsage().maxRSS / 1024 - before.rss / MIB).toFixed(0)} MiB`)
  await reportWorker(report)
  for (const [name, markup] of PATHOLOGICAL) {
    const html = `<html><head><title>Ferry</title></head><body><h1>Ferry</h1>${paragraph}${markup}`
    const start = performance.now()
    capturePage({ html, url: ADDRESS })
    report(`page of ${name}`, `${(performance.now() - start).toFixed(0)} ms`)
  }
}

async function reportWorker(report: Report): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'claimtrail-captures-'))
  const server = await startWorker(folder, TOKEN)
  try {
    const ask = async (n: number) => {
      const body = JSON.stringify({ url: ADDRESS, html: page(n) })
      const headers = { 'Content-Type': 'application/json' }
      const start = performance.now()
      const answer = await fetch(`${server.url}/v1/analyze/page`, { method: 'POST', headers, body })
      if (!answer.ok) throw new Error(`${answer.status}: ${await answer.text()}`)
      await answer.arrayBuffer()
      return performance.now() - start
    }
    const before = largest(server.pid)
    report('page of 200 KB in workerd, over HTTP, cold', `${(await ask(0)).toFixed(0)} ms`)
    const one: number[] = []
    for (let n = 0; n < REQUESTS; n++) one.push(await ask(n))
    report('  warm, one after another, median and p95', timesText(one))
    report('  growth of the process at most', `${(largest(server.pid) - before).toFixed(0)} MiB`, '≤ 128 MiB')
    const many: number[] = []
    for (let n = 0; n < REQUESTS; n += AT_ONCE)
      many.push(...(await Promise.all(Array.from({ length: AT_ONCE }, (_, i) => ask(n + i)))))
    report(`  ${AT_ONCE} at once, median and p95`, timesText(many))
    report('  growth of the process at most', `${(largest(server.pid) - before).toFixed(0)} MiB`, '≤ 128 MiB')
  } finally {
    await server.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}

/** The most resident memory so far of the largest workerd that a process has started, in MiB (Linux). */
function largest(root: number): number {
  const processes = readdirSync('/proc').flatMap((name) => {
    try {
      const status = /^\d+$/.test(name) ? readFileSync(`/proc/${name}/status`, 'utf8') : ''
      const field = (key: string) => new RegExp(`^${key}:\\s*(\\S+)`, 'm').exec(status)?.[1]
      const title = field('Name')
      return title
        ? [{ pid: Number(name), title, parent: Number(field('PPid')), peak: Number(field('VmHWM') ?? 0) / 1024 }]
        : []
    } catch {
      // It has ended meanwhile.
      return []
    }
  })
  const below = new Set([root])
  for (let size = 0; size !== below.size; ) {
    size = below.size
    for (const { pid, parent } of processes) if (below.has(parent)) below.add(pid)
  }
  return Math.max(0, ...processes.filter(({ pid, title }) => below.has(pid) && title === 'workerd').map(({ peak }) => peak))
}
