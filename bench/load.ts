/** Requests per second, over keep-alive connections that each ask again as soon as they are answered. */
import { connect } from 'node:net'
import { setTimeout as delay } from 'node:timers/promises'

export const CONNECTIONS = 8
const WARM_UP_SECONDS = 0.5
export const SECONDS = 2

/** A request as it goes over the wire. */
export function getRequest(url: URL, headers: Readonly<Record<string, string>> = {}): string {
  return messageOf('GET', url, headers, '')
}

/** The same with a body of JSON. */
export function postRequest(url: URL, headers: Readonly<Record<string, string>>, body: object): string {
  const json = JSON.stringify(body)
  const about = { 'content-type': 'application/json', 'content-length': String(Buffer.byteLength(json)) }
  return messageOf('POST', url, { ...headers, ...about }, json)
}

function messageOf(method: string, url: URL, headers: Readonly<Record<string, string>>, body: string): string {
  const lines = Object.entries({ Host: url.host, ...headers }).map(([name, value]) => `${name}: ${value}\r\n`)
  return `${method} ${url.pathname}${url.search} HTTP/1.1\r\n${lines.join('')}\r\n${body}`
}

/**
 * How often a second requests are answered well by the server at `url`; `requests` gives one after another, null when there are
 * no more. Throws where an answer is not a 2xx or a 304.
 */
export async function requestsPerSecond(url: URL, requests: () => string | null): Promise<number> {
  let answers = 0
  let failed: Error | null = null
  let open = CONNECTIONS
  const sockets = Array.from({ length: CONNECTIONS }, () => {
    const socket = connect(Number(url.port), url.hostname)
    let received = 0
    /** Bytes of the answer, once its head is there. */
    let expected = Number.POSITIVE_INFINITY
    let head = Buffer.alloc(0)
    const ask = () => {
      received = 0
      expected = Number.POSITIVE_INFINITY
      head = Buffer.alloc(0)
      const request = requests()
      if (request !== null) socket.write(request)
      else open--
    }
    socket.on('error', (error) => {
      failed ??= error
    })
    socket.on('data', (bytes) => {
      received += bytes.byteLength
      if (expected === Number.POSITIVE_INFINITY) {
        head = head.byteLength ? Buffer.concat([head, bytes]) : bytes
        const end = head.indexOf('\r\n\r\n')
        if (end < 0) return
        const text = head.toString('latin1', 0, end)
        const status = Number(text.slice(9, 12))
        if (status !== 304 && (status < 200 || status > 299)) failed ??= new Error(head.toString('utf8', 0, 600))
        expected = end + 4 + Number(/^content-length: (\d+)/im.exec(text)?.[1] ?? 0)
      }
      if (received < expected) return
      answers += 1
      ask()
    })
    ask()
    return socket
  })
  await delay(WARM_UP_SECONDS * 1000)
  const before = answers
  const start = performance.now()
  let spent = 0
  while (spent < SECONDS * 1000 && open > 0 && !failed) {
    await delay(20)
    spent = performance.now() - start
  }
  const rate = ((answers - before) * 1000) / spent
  for (const socket of sockets) socket.destroy()
  if (failed) throw failed
  return rate
}

/** The requests in turn, again and again. */
export function inTurn(...requests: readonly string[]): () => string | null {
  let next = 0
  return () => requests[next++ % requests.length] ?? null
}

/** The requests, each once. */
export function once(requests: readonly string[]): () => string | null {
  let next = 0
  return () => requests[next++] ?? null
}
