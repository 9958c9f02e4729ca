/** Load at a rate that does not depend on the answers: requests leave when they are due, and their time counts from then. */
import { connect, type Socket } from 'node:net'
import { setTimeout as delay } from 'node:timers/promises'

const TICK = 5
/** Node closes a connection that is idle for five seconds. */
const LONGEST_IDLE = 3000

/** A request as it goes over the wire, and what to do with the head of its answer. */
export interface Due {
  readonly kind: string
  readonly request: string
  readonly answered?: (status: number, head: string) => void
}

/** The requests of one kind: milliseconds of those that were answered, by status. */
export type Answers = Map<string, Map<number, number[]>>

interface Waiting extends Due {
  readonly since: number
}

/** Connections that are kept alive, as many as are needed at once up to a number. */
export class Connections {
  readonly answers: Answers = new Map()
  readonly faults: string[] = []
  readonly #url: URL
  readonly #most: number
  /** With the time since when. */
  readonly #idle: (readonly [socket: Socket, since: number])[] = []
  readonly #queue: Waiting[] = []
  #open = 0
  #pending = 0

  constructor(url: URL, most: number) {
    this.#url = url
    this.#most = most
  }

  /** How many requests have no answer yet. */
  get pending(): number {
    return this.#pending
  }

  ask(due: Due, since: number): void {
    this.#pending++
    this.#queue.push({ ...due, since })
    this.#send()
  }

  end(): void {
    for (const [socket] of this.#idle) socket.destroy()
  }

  #send(): void {
    while (this.#queue.length > 0) {
      const socket = this.#reused() ?? (this.#open < this.#most ? this.#connect() : null)
      if (!socket) return
      const due = this.#queue.shift()
      if (due) this.#exchange(socket, due)
    }
  }

  #reused(): Socket | null {
    const [socket, since] = this.#idle.pop() ?? [null, 0]
    if (!socket || performance.now() - since < LONGEST_IDLE) return socket
    // The others are idle for longer.
    for (const [other] of [[socket], ...this.#idle]) other?.destroy()
    return null
  }

  #connect(): Socket {
    this.#open++
    const socket = connect(Number(this.#url.port), this.#url.hostname).setNoDelay()
    socket.on('error', () => {})
    socket.once('close', () => {
      this.#open--
      const at = this.#idle.findIndex(([idle]) => idle === socket)
      if (at >= 0) this.#idle.splice(at, 1)
    })
    return socket
  }

  #count(kind: string, status: number, ms: number): void {
    const byStatus = this.answers.get(kind) ?? new Map<number, number[]>()
    const times = byStatus.get(status) ?? []
    times.push(ms)
    this.answers.set(kind, byStatus.set(status, times))
  }

  #exchange(socket: Socket, { kind, request, answered, since }: Waiting): void {
    let received: Buffer = Buffer.alloc(0)
    let length: number | null = null
    const settle = (status: number, isOver: boolean) => {
      socket.off('data', take)
      socket.off('close', lost)
      this.#pending--
      this.#count(kind, status, performance.now() - since)
      if (isOver) socket.destroy()
      else this.#idle.push([socket, performance.now()])
      this.#send()
    }
    const lost = () => {
      this.faults.push(`${kind}: the connection was closed`)
      settle(0, true)
    }
    const take = (bytes: Buffer) => {
      received = received.byteLength === 0 ? bytes : Buffer.concat([received, bytes])
      const end = received.indexOf('\r\n\r\n')
      if (end < 0) return
      const head = received.toString('latin1', 0, end)
      length ??= lengthOf(head)
      const isWhole =
        length === Number.POSITIVE_INFINITY ? received.subarray(-5).equals(LAST_CHUNK) : received.byteLength >= end + 4 + length
      if (!isWhole) return
      const status = Number(head.slice(9, 12))
      if (status >= 400 && status !== 503) this.faults.push(`${kind}: ${received.toString('utf8', 0, 600)}`)
      answered?.(status, head)
      settle(status, /^connection: close/im.test(head))
    }
    socket.on('data', take)
    socket.once('close', lost)
    socket.write(request)
  }
}

const LAST_CHUNK = Buffer.from('0\r\n\r\n')

/** The bytes of the body; infinite where it comes in chunks. */
function lengthOf(head: string): number {
  if (head.startsWith('HTTP/1.1 304') || head.startsWith('HTTP/1.1 204')) return 0
  if (/^transfer-encoding: chunked/im.test(head)) return Number.POSITIVE_INFINITY
  return Number(/^content-length: (\d+)/im.exec(head)?.[1] ?? 0)
}

/** Sends `rate` requests a second for so many seconds. */
export async function sendAt(connections: Connections, rate: number, seconds: number, next: () => Due): Promise<void> {
  const start = performance.now()
  const all = Math.round(rate * seconds)
  for (let sent = 0; sent < all; ) {
    const due = Math.min(all, Math.floor(((performance.now() - start) * rate) / 1000))
    for (; sent < due; sent++) connections.ask(next(), start + (sent * 1000) / rate)
    await delay(TICK)
  }
}

/** How many requests a second are answered where `atOnce` of them are under way at any time. */
export async function answeredPerSecond(
  connections: Connections,
  atOnce: number,
  seconds: number,
  next: () => Due,
): Promise<number> {
  const start = performance.now()
  let sent = 0
  while (performance.now() - start < seconds * 1000) {
    for (; connections.pending < atOnce; sent++) connections.ask(next(), performance.now())
    await delay(1)
  }
  const rate = ((sent - connections.pending) * 1000) / (performance.now() - start)
  await drained(connections)
  return rate
}

/** Waits until every request has its answer; returns after how many seconds. */
export async function drained(connections: Connections): Promise<number> {
  const start = performance.now()
  while (connections.pending > 0) await delay(TICK)
  return (performance.now() - start) / 1000
}
