/** A server that is killed while clients write to it, and the clients, who send again what was not answered. */
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { setTimeout as wait } from 'node:timers/promises'
import { JSON_HEADERS, TOKEN } from '../http/stage.ts'

/** A server is killed after at most so many writes of its life were answered, and at most so many milliseconds later. */
const MOST_ANSWERS = 8
const LONGEST_WAIT = 150
const CLIENTS = 6
const ARTICLES = 12

/** A write that a client was told is done. */
export interface Acknowledged {
  readonly kind: 'version' | 'review' | 'withholding' | 'article'
  readonly slug: string
  /** The words by which it is found again: they occur in no other write. */
  readonly mark: string
  /** The number of the version that was made, or that is withheld. */
  readonly number: number
}

/** Numbers from 0 to 1 that look random and are the same in each run. */
function numbersFrom(seed: number): () => number {
  let state = seed
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 2 ** 32
  }
}

/** A process of the entry over a file, started anew after each kill. */
class Server {
  kills = 0
  readonly #entry: string
  readonly #archive: string
  #app: ChildProcess | null = null
  url = ''

  constructor(entry: string, archive: string) {
    this.#entry = entry
    this.#archive = archive
  }

  async start(): Promise<void> {
    const app = spawn(process.execPath, [this.#entry], {
      env: { ...process.env, ARCHIVE: this.#archive, PORT: '0', HOST: '127.0.0.1', BOOTSTRAP_TOKEN: TOKEN },
      stdio: ['ignore', 'pipe', 'ignore'],
    })
    this.#app = app
    const [line] = app.stdout ? await once(app.stdout, 'data') : []
    this.url = /http:\S+/.exec(String(line))?.[0] ?? ''
  }

  async end(signal: 'SIGKILL' | 'SIGTERM'): Promise<void> {
    if (!this.#app) return
    const ended = once(this.#app, 'exit')
    this.#app.kill(signal)
    await ended
    this.#app = null
    if (signal === 'SIGKILL') this.kills++
  }
}

/** Writes of a client, one after another, each sent until it is answered. */
class Client {
  readonly acknowledged: Acknowledged[] = []
  /** How often a write that was sent had no answer. */
  unanswered = 0
  #written = 0
  readonly #name: string
  readonly #server: Server
  readonly #random: () => number

  constructor(name: string, server: Server, random: () => number) {
    this.#name = name
    this.#server = server
    this.#random = random
  }

  async work(goesOn: () => boolean): Promise<void> {
    while (goesOn()) {
      const slug = `story-${Math.floor(this.#random() * ARTICLES)}`
      const mark = `${this.#name}x${++this.#written}`
      const chance = this.#random()
      const own = this.acknowledged.filter(({ kind }) => kind === 'version')
      const version = own[Math.floor(this.#random() * own.length)]
      if (chance < 0.6 || !version) await this.#version(slug, mark)
      else if (chance < 0.7) await this.#article(mark)
      else if (chance < 0.85) await this.#review(version.slug, mark)
      else await this.#withholding(version, mark)
    }
  }

  async #version(slug: string, mark: string): Promise<void> {
    // A late one now and then.
    const minute = Math.floor(this.#random() * 50_000)
    const body = `The boat ${mark} carried ${minute} passengers, the harbour office said.\n\nIt may sail again in May.`
    const more = this.#random() < 0.2 && { captured_at: new Date(Date.UTC(2026, 0, 1, 0, minute)).toISOString() }
    const { version } = await this.#send(
      'POST',
      `/v1/articles/${slug}/versions`,
      { title: `Boat ${mark}`, body, ...more },
      mark,
    )
    this.acknowledged.push({ kind: 'version', slug, mark, number: version?.number ?? 0 })
  }

  async #article(mark: string): Promise<void> {
    await this.#send('POST', '/v1/articles', { slug: mark, title: mark }, mark)
    this.acknowledged.push({ kind: 'article', slug: mark, mark, number: 0 })
  }

  async #review(slug: string, mark: string): Promise<void> {
    await this.#send('POST', `/v1/articles/${slug}/claims/1/reviews`, { action: 'confirm', reason: mark }, mark)
    this.acknowledged.push({ kind: 'review', slug, mark, number: 0 })
  }

  async #withholding({ slug, number }: Acknowledged, mark: string): Promise<void> {
    await this.#send('PUT', `/v1/articles/${slug}/versions/${number}/withholding`, { reason: mark })
    this.acknowledged.push({ kind: 'withholding', slug, mark, number })
  }

  /** Sends a request until it has an answer that is no fault of the server. */
  async #send(method: string, path: string, body: object, key?: string): Promise<{ version?: { number: number } }> {
    const headers = { ...JSON_HEADERS, ...(key !== undefined && { 'Idempotency-Key': key }) }
    for (;;) {
      try {
        const answer = await fetch(`${this.#server.url}${path}`, { method, headers, body: JSON.stringify(body) })
        const text = await answer.text()
        if (answer.ok) return JSON.parse(text)
        // A version may be withheld by the time that it is told again.
        if (answer.status === 410 && key !== undefined) return {}
        if (answer.status < 500) throw new RangeError(`${answer.status} ${text}`)
      } catch (error) {
        if (error instanceof RangeError) throw error
        if (!/ECONNREFUSED/.test(String((error as Error).cause))) this.unanswered++
      }
      await wait(10)
    }
  }
}

/** Kills a server so many times; returns what was acknowledged when the clients had all of their answers. */
export async function killed(entry: string, archive: string, kills: number) {
  const random = numbersFrom(20_260_301)
  const server = new Server(entry, archive)
  await server.start()
  for (let n = 0; n < ARTICLES; n++)
    await fetch(`${server.url}/v1/articles`, {
      method: 'POST',
      headers: JSON_HEADERS,
      body: JSON.stringify({ slug: `story-${n}` }),
    })
  const clients = Array.from({ length: CLIENTS }, (_, n) => new Client(`c${n}`, server, numbersFrom(n + 1)))
  const answered = () => clients.reduce((sum, { acknowledged }) => sum + acknowledged.length, 0)
  const working = Promise.all(clients.map((client) => client.work(() => server.kills < kills)))
  try {
    while (server.kills < kills) {
      const until = answered() + 1 + Math.floor(random() * MOST_ANSWERS)
      while (answered() < until) await wait(1)
      await wait(random() * LONGEST_WAIT)
      await server.end('SIGKILL')
      await server.start()
    }
    await working
  } finally {
    await server.end('SIGTERM')
  }
  return {
    acknowledged: clients.flatMap((client) => client.acknowledged),
    unanswered: clients.reduce((sum, client) => sum + client.unanswered, 0),
  }
}
