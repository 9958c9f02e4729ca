/** A news site of the tests on this machine, over HTTP: what stands at each path changes on cue, and so do its faults. */
import { once } from 'node:events'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { brotliCompressSync, gzipSync } from 'node:zlib'
import type { Page } from './site.ts'

export interface ServedPage extends Omit<Page, 'fails' | 'after'> {
  readonly encoding?: keyof typeof ENCODERS
  /** The answer never comes. */
  readonly silent?: boolean
  /** The connection ends after half of the body. */
  readonly cut?: boolean
}

const ENCODERS = { gzip: gzipSync, br: brotliCompressSync }

/** The site at several ports, each of which is a host to a crawler. All of them serve the same pages. */
export class NewsSite {
  /** The content at each path; a function gets the request's host. A path without a page is a 404. */
  readonly pages = new Map<string, ServedPage | ((host: string) => ServedPage)>()
  /** The addresses that were asked, in order, without those of robots.txt. */
  readonly read: string[] = []
  /** The most requests to one host that were under way at once. */
  most = 0
  /** How long each answer takes, in milliseconds, so that requests could overlap. */
  delay = 0
  readonly #open = new Map<string, number>()
  readonly #servers: Server[] = []

  /** Opens the site at so many ports and returns their origins. */
  async listen(ports = 1): Promise<string[]> {
    const opened = await Promise.all(
      Array.from({ length: ports }, async () => {
        const server = createServer((request, response) => void this.#answer(request, response))
        await once(server.listen(0, '127.0.0.1'), 'listening')
        return server
      }),
    )
    this.#servers.push(...opened)
    return opened.map((server) => `http://127.0.0.1:${(server.address() as AddressInfo).port}`)
  }

  close(): void {
    for (const server of this.#servers) {
      server.close()
      server.closeAllConnections()
    }
  }

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { host = '' } = request.headers
    const path = request.url ?? '/'
    const open = (this.#open.get(host) ?? 0) + 1
    this.#open.set(host, open)
    this.most = Math.max(this.most, open)
    // Before the client can have read the end of the answer, and so before it asks again.
    const ended = () => this.#open.set(host, (this.#open.get(host) ?? 0) - 1)
    let hasEnded = false
    const endOnce = () => {
      if (!hasEnded) ended()
      hasEnded = true
    }
    response.once('close', endOnce)
    if (path !== '/robots.txt') this.read.push(`http://${host}${path}`)
    if (this.delay > 0) await new Promise((resolve) => setTimeout(resolve, this.delay))
    const found = this.pages.get(path) ?? { status: 404, body: 'Not here.' }
    send(request, response, typeof found === 'function' ? found(host) : found, endOnce)
  }
}

function send(request: IncomingMessage, response: ServerResponse, page: ServedPage, ends: () => void): void {
  const { status = 200, headers = {}, body = '', encoding, silent = false, cut = false } = page
  if (silent) return
  if (status === 200 && headers.ETag !== undefined && request.headers['if-none-match'] === headers.ETag) {
    ends()
    response.writeHead(304, headers).end()
    return
  }
  const plain = Buffer.from(body)
  const bytes = encoding ? ENCODERS[encoding](plain) : plain
  response.writeHead(status, {
    'Content-Type': 'text/html; charset=utf-8',
    'Content-Length': bytes.length,
    ...(encoding && { 'Content-Encoding': encoding }),
    ...headers,
  })
  if (cut) response.write(bytes.subarray(0, bytes.length / 2), () => response.destroy())
  else {
    ends()
    response.end(bytes)
  }
}
