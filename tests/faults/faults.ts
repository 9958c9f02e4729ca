/** Faults of the connection to a database, one a run: at a statement, by its place among those that are sent. */

/**
 * `fails`: the statement is not run. `is lost`: it is run, and its answer does not arrive. `waits`: other work is done before it is run.
 */
export type Fault = 'fails' | 'is lost' | 'waits'

export class Faults {
  /** How many statements were sent. */
  sent = 0
  readonly #fault: Fault | null
  readonly #at: number
  readonly #message: string
  /** What is done while a statement waits. */
  work: () => Promise<unknown> = async () => undefined

  /** `at` is counted from 0; null: no fault. */
  constructor(fault: Fault | null, at = -1, message = 'D1_ERROR: the connection failed') {
    this.#fault = fault
    this.#at = at
    this.#message = message
  }

  /** Runs a statement with its fault, if it is the one that has it. */
  run<Result>(statement: () => Result): Result {
    const fault = this.#next()
    if (fault === 'fails') throw this.#error()
    const result = statement()
    if (fault === 'is lost') throw this.#error()
    return result
  }

  /** As `run`, where the database is asked over a network. */
  async send<Result>(statement: () => Result): Promise<Result> {
    const fault = this.#next()
    if (fault === 'waits') await this.work()
    if (fault === 'fails') throw this.#error()
    const result = statement()
    if (fault === 'is lost') throw this.#error()
    return result
  }

  #next(): Fault | null {
    return this.sent++ === this.#at ? this.#fault : null
  }

  #error(): Error {
    return new Error(this.#message)
  }
}
