/**
 * Repeats what D1 could not do for the moment, by the list of errors in its documentation (Debug D1, "List of D1_ERRORs"), with growing
 * waits: reads always, and a write where it cannot be done twice. An overload is not repeated, since a repeat adds to it.
 */
import { Failure } from '../failure.ts'
import { hasMessage } from './store.ts'

/** The database was not reached, so that nothing was written. */
const NOT_REACHED = /Cannot resolve D1 DB due to transient issue|Internal error while starting up D1 DB storage/
/** The connection ended: whether a write was done is not known. */
const CUT_OFF =
  /Network connection lost|Internal error in D1 DB storage caused object to be reset|reset because its code was updated|client disconnected/

/** Errors after which the documentation recommends to send a query again. */
export const TRANSIENT = new RegExp(`${NOT_REACHED.source}|${CUT_OFF.source}`)

/** How often a query is sent at most, and the longest wait before the second time and before the last, in milliseconds. */
const TRIES = 5
const FIRST_WAIT = 50
const LONGEST_WAIT = 500

/** Whether a query may be done twice: `once` where the second time would write again. */
export type Repeat = 'any' | 'once'

/**
 * Sends a query until it is answered or fails for good. Throws what D1 throws, and Failure busy where it cannot be known whether a
 * query was done that may be done only once.
 */
export async function retried<Result>(query: () => Promise<Result>, repeat: Repeat): Promise<Result> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await query()
    } catch (error) {
      const isCut = hasMessage(error, CUT_OFF)
      if (isCut && repeat === 'once') throw unknown(error)
      if (attempt === TRIES || !hasMessage(error, TRANSIENT)) throw error
    }
    const wait = Math.min(LONGEST_WAIT, FIRST_WAIT * 2 ** (attempt - 1))
    await new Promise((resolve) => setTimeout(resolve, Math.random() * wait))
  }
}

function unknown(cause: unknown): Failure {
  const detail =
    'The connection to the database was lost, and the write may be recorded. Send it again, with the same Idempotency-Key.'
  return Object.assign(new Failure('busy', detail), { cause })
}
