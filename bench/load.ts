/** Requests per second of one GET, over keep-alive connections that each ask again as soon as they are answered. */
import { connect } from 'node:net'
import { setTimeout as delay } from 'node:timers/promises'

const CONNECTIONS = 8
const WARM_UP_SECONDS = 0.5
const SECONDS = 2

/**
 * How often a second `urls`, one after another and again, are answered with 200. The answer of each must always have the same
 * length: it is read once, and from then on only bytes are counted, so that the measuring costs far less than what it measures.
 */
export async function requestsPerSecond(...urls: readonly URL[]): Promise<number> {
  const asked: { request: string; length: number }[] = []
  for (const url of urls) {
    const request = `GET ${url.pathname}${url.search} HTTP/1.1\r\nHost: ${url.host}\r\n\r\n`
    asked.push({ request, length: await answerLength(url, request) })
  }
  let answers = 0
  let next = 0
  const sockets = Array.from({ length: CONNECTIONS }, () => {
    const socket = connect(Number(urls[0]?.port), urls[0]?.hostname)
    let received = 0
    let expected = 0
    const ask = () => {
      const { request, length } = asked[next++ % asked.length] ?? { request: '', length: 0 }
      expected = length
      socket.write(request)
    }
    socket.on('error', () => socket.destroy())
    socket.on('data', (bytes) => {
      received += bytes.byteLength
      if (received < expected) return
      received -= expected
      answers += 1
      ask()
    })
    ask()
    return socket
  })
  await delay(WARM_UP_SECONDS * 1000)
  const before = answers
  const start = performance.now()
  await delay(SECONDS * 1000)
  const rate = ((answers - before) * 1000) / (performance.now() - start)
  for (const socket of sockets) socket.destroy()
  return rate
}

/** The bytes of one whole answer, head included. */
function answerLength(url: URL, request: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const socket = connect(Number(url.port), url.hostname)
    let text = ''
    socket.setEncoding('latin1')
    socket.on('error', reject)
    socket.on('data', (more) => {
      text += more
      const head = text.indexOf('\r\n\r\n')
      if (head === -1) return
      const announced = /^content-length: (\d+)/im.exec(text.slice(0, head))?.[1]
      if (!text.startsWith('HTTP/1.1 200') || announced === undefined) {
        socket.destroy()
        reject(new Error(`${url}: ${text.slice(0, 200)}`))
      } else if (text.length >= head + 4 + Number(announced)) {
        socket.destroy()
        resolve(head + 4 + Number(announced))
      }
    })
    socket.write(request)
  })
}
