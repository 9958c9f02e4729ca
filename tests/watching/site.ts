/** A small news site of the tests: pages that change on cue, feeds, robots.txt, redirects, faults, encodings. */
import type { Get, WebAnswer } from '../../src/web/get.ts'

export interface Page {
  readonly status?: number
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: string | Uint8Array<ArrayBuffer>
  /** The connection fails with this message. */
  readonly fails?: string
  /** The answer comes only when this resolves. */
  readonly after?: Promise<unknown>
}

export interface Asked {
  readonly url: string
  readonly headers: Readonly<Record<string, string>>
  /** The form of a POST. */
  readonly form?: URLSearchParams
}

/** The site: what is at each address, and what was asked. An address without a page is a 404. */
export class Site {
  readonly pages = new Map<string, Page>()
  /** By address, what answers a POST. */
  readonly services = new Map<string, (form: URLSearchParams) => Promise<Page>>()
  readonly asked: Asked[] = []
  /** The most requests to one host that were under way at once. */
  most = 0
  readonly #open = new Map<string, number>()

  /** Requests to this site alone. */
  readonly get: Get = async (url, { method, headers, body, signal }) => {
    const form = method === 'POST' ? new URLSearchParams(body) : undefined
    this.asked.push({ url, headers, ...(form && { form }) })
    const { host } = new URL(url)
    this.#count(host, 1)
    try {
      const found = form ? await this.services.get(url)?.(form) : this.pages.get(url)
      const page = found ?? { status: 404, body: 'Not here.' }
      await Promise.race([page.after, page.after && aborted(signal)])
      // So that two requests to a host would overlap.
      await new Promise((resolve) => setTimeout(resolve, 1))
      if (page.fails !== undefined) throw new Error(page.fails)
      return answerOf(page, headers)
    } finally {
      this.#count(host, -1)
    }
  }

  #count(host: string, by: number): void {
    const now = (this.#open.get(host) ?? 0) + by
    this.#open.set(host, now)
    this.most = Math.max(this.most, now)
  }

  /** The addresses that were asked, without those of robots.txt. */
  get read(): string[] {
    return this.asked.map(({ url }) => url).filter((url) => !url.endsWith('/robots.txt'))
  }
}

function aborted(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    if (signal.aborted) reject(signal.reason)
    signal.addEventListener('abort', () => reject(signal.reason))
  })
}

function answerOf({ status = 200, headers = {}, body = '' }: Page, asked: Readonly<Record<string, string>>): WebAnswer {
  const fields = new Headers({ ...(typeof body === 'string' && { 'Content-Type': 'text/html; charset=utf-8' }), ...headers })
  const etag = fields.get('etag')
  if (status === 200 && etag !== null && asked['If-None-Match'] === etag) return { status: 304, headers: fields, body: null }
  return { status, headers: fields, body: new Response(body).body }
}

/** A page of the site's layout with an article. */
export function article(title: string, ...paragraphs: readonly string[]): string {
  const text = paragraphs.map((paragraph) => `<p>${paragraph}</p>`).join('\n')
  return `<!doctype html><html lang="en"><head><title>${title} | Harbour Post</title>
<meta property="og:site_name" content="Harbour Post"><meta property="og:type" content="article"></head>
<body><header><nav><a href="/">Home</a> <a href="/weather">Weather</a></nav></header>
<main><article><h1>${title}</h1>${text}</article></main><footer>Harbour Post, Quay 4</footer></body></html>`
}

/** A feed that names these pages. */
export function rss(...links: readonly string[]): Page {
  const items = links.map((link) => `<item><title>A story</title><link>${link}</link></item>`).join('')
  return {
    headers: { 'Content-Type': 'application/rss+xml' },
    body: `<?xml version="1.0"?><rss version="2.0"><channel><title>Harbour Post</title>${items}</channel></rss>`,
  }
}

/** Paragraphs that make an article long enough to be one. */
export const REST = [
  'The boats carry 219 passengers each and cross the sound eight times a day, and the operator said that fuel had become far more expensive since the winter.',
  'It has served the island for sixty years and employs ninety people, most of whom live in the villages on the northern shore.',
  'Passengers whom this paper met on the quay were angry about it, and some of them said that they would take the bridge instead.',
]
