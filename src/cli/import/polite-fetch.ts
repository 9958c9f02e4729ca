/** Requests to web archives: one at a time, with a pause, and as patient as they ask. */
import { setTimeout as wait } from 'node:timers/promises'
import { configOf } from '../../config.ts'
import { nodeGet } from '../../runtime/node-get.ts'
import { retryAfterOf } from '../../watching/cadence.ts'
import { type Fetched, type Fetching, fetchResource } from '../../web/fetch-resource.ts'
import { PRODUCT } from '../../web/robots.ts'
import { EXIT, Stop } from '../exit.ts'
import type { Session } from '../session.ts'

/** How often a request is made, and the longest wait between two tries, in milliseconds. */
const TRIES = 5
const LONGEST_WAIT = 10 * 60_000
/** The wait after the first failure where the server says none, in milliseconds. */
const FIRST_WAIT = 15_000
/** After so many failures of different requests in a row the server is taken to be down. */
const MOST_FAILURES = 10

export interface NotFetchedNow {
  readonly missing: string
}

export class PoliteFetch {
  readonly #fetching: Fetching
  readonly #pause: number
  #free = 0
  #failures = 0

  /** `pause` in milliseconds. */
  constructor(env: Session['env'], pause: number) {
    const { captureContact: contact, privateCaptures: anywhere = false } = configOf({
      CAPTURE_CONTACT: env.CAPTURE_CONTACT,
      PRIVATE_CAPTURES: env.PRIVATE_CAPTURES,
    })
    this.#pause = pause
    this.#fetching = {
      get: nodeGet(anywhere),
      anywhere,
      userAgent: `${PRODUCT}/1.0${contact ? ` (+${contact})` : ''}`,
      admit: async () => {
        await this.#turn()
        return null
      },
    }
  }

  /**
   * Fetches an address. A server that is busy or asks for patience is asked again. `missing`: it cannot be read. Throws a Stop where the
   * server stays busy, or fails many times in a row.
   */
  async get(url: string, accept: string): Promise<Fetched | NotFetchedNow> {
    let reason = ''
    for (let attempt = 0; attempt < TRIES; attempt++) {
      const answer = await fetchResource(this.#fetching, url, { accept })
      if ('fault' in answer) {
        reason = answer.message
        if (!['timeout', 'network_error'].includes(answer.fault)) return this.#failed(url, reason)
        await this.#patience(0, attempt)
      } else if (isBusy(answer)) {
        reason = `the answer is ${answer.status}`
        await this.#patience(retryAfterOf(answer.headers['retry-after'], Date.now()), attempt, answer.headers['retry-after'])
      } else {
        this.#failures = 0
        return answer
      }
    }
    if (reason.startsWith('the answer is')) throw givenUp(url, reason)
    return this.#failed(url, reason)
  }

  #failed(url: string, missing: string): NotFetchedNow {
    this.#failures += 1
    if (this.#failures >= MOST_FAILURES) throw givenUp(url, missing)
    return { missing }
  }

  async #turn(): Promise<void> {
    await wait(Math.max(0, this.#free - Date.now()))
    this.#free = Date.now() + this.#pause
  }

  async #patience(asked: number, attempt: number, field?: string): Promise<void> {
    const own = Math.min(FIRST_WAIT, this.#pause * 5) * 2 ** attempt
    this.#free = Date.now() + Math.min(LONGEST_WAIT, field === undefined ? own : Math.max(asked, this.#pause))
  }
}

/** The archive itself is busy. The status of a page that was busy when it was captured comes with the time of the capture. */
const isBusy = ({ status, headers }: Fetched): boolean =>
  (status === 429 || status === 503) && headers['memento-datetime'] === undefined

const givenUp = (url: string, reason: string) =>
  new Stop(
    EXIT.archive,
    `${URL.parse(url)?.host ?? url} cannot be read now: ${reason.replace(/\.$/, '')}; run the command again later, it goes on from here`,
  )
