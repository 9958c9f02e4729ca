/** A store for tests of races: another write comes between what a writer reads and what it writes. */
import type { Store } from '../../src/store/store.ts'

/** The store as a writer sees it whose first write comes after `other`. */
export function interrupted(store: Store, other: () => Promise<unknown>): Store {
  let done = false
  const batchWrite: Store['batchWrite'] = async (statements) => {
    if (!done) {
      done = true
      await other()
    }
    return store.batchWrite(statements)
  }
  return { ...store, batchWrite, serialize: (work) => work() }
}
