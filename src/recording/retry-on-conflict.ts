/** Retries writes that conflict with another writer. */
import { Failure } from '../failure.ts'
import { isConflict } from '../store/store.ts'

/** How often a write is tried, and how long it waits between two tries at most, in milliseconds. */
const TRIES = 32
const LONGEST_WAIT = 500

/** Runs a write until it does not conflict. Throws any other error of the write, and Failure busy after the last try. */
export async function retryOnConflict<Result>(work: () => Promise<Result>): Promise<Result> {
  let cause: unknown
  for (let attempt = 0; attempt < TRIES; attempt++) {
    try {
      return await work()
    } catch (error) {
      if (!isConflict(error)) throw error
      cause = error
      await backOff(attempt)
    }
  }
  console.error(cause)
  throw new Failure('busy', 'Other writers kept changing the same records. Send the request again.')
}

/** Waits for a random time, longer with every try, so that two writers do not conflict again. */
function backOff(attempt: number): Promise<void> {
  const wait = Math.random() * Math.min(LONGEST_WAIT, 4 * 2 ** attempt)
  return new Promise((resolve) => setTimeout(resolve, wait))
}
