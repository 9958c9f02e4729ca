/** Refuses requests that waited too long, so that an overloaded Node server answers the others in time. */
import type { ServerResponse } from 'node:http'
import { answer, type Refusal } from './parser-problems.ts'

/** How long a request may wait for those before it, in milliseconds. */
const LONGEST_WAIT = 2000

/** How many turns in a row may bring others until a request is answered all the same. */
const MOST_TURNS = 100

const BUSY: Refusal = {
  status: 503,
  code: 'busy',
  title: 'Too many requests at once',
  detail: 'The server has more requests than it can answer in time. Send it again.',
  headers: { 'Retry-After': '1', 'Access-Control-Allow-Origin': '*', Connection: 'keep-alive' },
}

interface Waiting {
  readonly since: number
  readonly response: ServerResponse
  readonly work: () => void
}

/**
 * The requests that wait to be answered, in order. One of them is answered when a turn of the event loop brings no other: a turn accepts
 * one connection, so else requests would wait where nobody counts for how long.
 */
export class Arrivals {
  readonly #queue: Waiting[] = []
  readonly #now: () => number
  readonly #nextTurn: (work: () => void) => void
  #isWaiting = false
  #cameThisTurn = false
  /** How many turns in a row brought others. */
  #turns = 0

  constructor(now = () => performance.now(), nextTurn: (work: () => void) => void = setImmediate) {
    this.#now = now
    this.#nextTurn = nextTurn
  }

  /** Notes that there is a connection whose request is to come. */
  readonly connected = (): void => {
    this.#cameThisTurn = true
  }

  /** Answers a request by `work` in its turn, or with a 503 where it waited too long by then. */
  add(response: ServerResponse, work: () => void): void {
    this.#queue.push({ since: this.#now(), response, work })
    this.#cameThisTurn = true
    if (!this.#isWaiting) this.#wait()
  }

  #wait(): void {
    this.#isWaiting = true
    this.#nextTurn(() => {
      this.#isWaiting = false
      this.#turns = this.#cameThisTurn ? this.#turns + 1 : 0
      this.#cameThisTurn = false
      if (this.#turns % MOST_TURNS === 0) this.#answerNext()
      if (this.#queue.length > 0) this.#wait()
    })
  }

  #answerNext(): void {
    const next = this.#queue.shift()
    if (!next) return
    if (this.#now() - next.since > LONGEST_WAIT) answer(next.response, BUSY)
    else next.work()
  }
}
