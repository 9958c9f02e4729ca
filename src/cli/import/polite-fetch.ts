/** Requests to web archives: one at a time, with a pause, and as patient as they ask. */
import { setTimeout as wait } from 'node:timers/promises'
import { configOf } from '../../config.ts'
import { nodeGet } from '../../runtime/node-get.ts'
import { retryAfterOf } from '../../watching/cadence.ts'
import { type Fetched, type Fetching, fetchResource } from '../../web/fetch-resource.ts'
import { PRODUCT } from '../../web/robots.ts'
import { EXIT, Stop } from '../exit.ts'
import { spanOf } from '../output/progress.ts'
import type { Session } from '../session.ts'

/** How often a request is made, and the longest wait between two tries, in milliseconds. */
const TRIES = 5
const LONGEST_WAIT = 10 * 60_000
/** The wait after the first failure where the server says none, in milliseconds. */
const FIRST_WAIT = 15_000
/** A wait of which the user is told, in milliseconds. */
const TOLD = 10_000
/** After so many failures of different requests in a row the server is taken to be down. */
const MOST_FAILURES = 10

export interface NotFetchedNow {
  readonly missing: string
}

export class PoliteFetch {
  readonly #fetching: Omit<Fetching, 'admit'>
  readonly #pause: number
  readonly #err: Session['err']
  #free = 0
  #failures = 0

  /** `pause` in milliseconds. */
  constructor({ env, err }: Pick<Session, 'env' | 'err'>, pause: number) {
    this.#err = err
    const { captureContact: contact, privateCaptures: anywhere = false } = configOf({
      CAPTURE_CONTACT: env.CAPTURE_CONTACT,
      PRIVATE_CAPTURES: env.PRIVATE_CAPTURES,
    })
    this.#pause = pause
    this.#fetching = {
      get: nodeGet(anywhere),
      anywhere,
      userAgent: `${PRODUCT}/1.0${contact ? ` (+${contact})` : ''}`,
    }
  }

  /**
   * Fetches an address. A server that is busy or asks for patience is asked again. `missing`: it cannot be read. Throws a Stop where the
   * server stays busy, or fails many times in a row.
   */
  async get(url: string, accept: string): Promise<Fetched | NotFetchedNow> {
    let reason = ''
    for (let attempt = 0; attempt < TRIES; attempt++) {
      const answer = await this.#once(url, accept)
      if ('fault' in answer) {
        reason = answer.message
        if (!['timeout', 'network_error'].includes(answer.fault)) return this.#failed(url, reason)
        this.#patience(url, attempt, undefined)
      } else if (isBusy(answer)) {
        reason = `the answer is ${answer.status}`
        this.#patience(url, attempt, answer.headers['retry-after'])
      } else {
        this.#failures = 0
        return answer
      }
    }
    if (reason.startsWith('the answer is')) throw givenUp(url, reason)
    return this.#failed(url, reason)
  }

  /** The wait comes before the fetch, whose time is limited. */
  async #once(url: string, accept: string) {
    await this.#turn()
    let isRedirected = false
    const admit = async () => {
      if (isRedirected) await this.#turn()
      isRedirected = true
      return null
    }
    return fetchResource({ ...this.#fetching, admit }, url, { accept })
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

  /** Puts the next request off for as long as the server asks by Retry-After, or ever longer. */
  #patience(url: string, attempt: number, retryAfter: string | undefined): void {
    const now = Date.now()
    const own = Math.min(FIRST_WAIT, this.#pause * 5) * 2 ** attempt
    const asked = retryAfter === undefined ? own : Math.max(retryAfterOf(retryAfter, now), this.#pause)
    const time = Math.min(LONGEST_WAIT, asked)
    this.#free = now + time
    if (time >= TOLD) this.#err.write(`claimtrail: ${URL.parse(url)?.host} is busy; the next try is in ${spanOf(time)}\n`)
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
