/** Writes that begin again where another writer was first. */
import { Failure } from '../failure.ts'
import { isConflict } from '../store/store.ts'

/** How often a write begins again, and how long it waits at most, in milliseconds. */
const TRIES = 32
const LONGEST_WAIT = 500

/** Runs a piece of writing until no other writer was first. Throws what it throws otherwise, and Failure busy. */
export async function retryOnConflict<Result>(work: () => Promise<Result>): Promise<Result> {
  let cause: unknown
  for (let attempt = 0; attempt < TRIES; attempt++) {
    try {
      return await work()
    } catch (error) {
      if (!isConflict(error)) throw error
      cause = error
      await anotherMoment(attempt)
    }
  }
  console.error(cause)
  throw new Failure('busy', 'Other writers were first each time. Send it again.')
}

/** A random wait, longer with every try, so that writers who met do not meet again. */
function anotherMoment(attempt: number): Promise<void> {
  const wait = Math.random() * Math.min(LONGEST_WAIT, 4 * 2 ** attempt)
  return new Promise((resolve) => setTimeout(resolve, wait))
}
