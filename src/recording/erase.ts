/** The write path of erasures: the text of a withheld version goes from the stored rows, and its hashes stay. */
import { Failure } from '../failure.ts'
import { type ErasableVersion, erasable } from '../store/erase/erasable.ts'
import { type Erasure, erasureStatements } from '../store/erase/erasure-rows.ts'
import { type Erased, erasureOf, rawOf, stateOf } from '../store/erase/erasures.ts'
import type { Store } from '../store/store.ts'
import { indexedStatements } from '../store/transfer/search-rows.ts'
import { retryOnConflict } from './retry-on-conflict.ts'

/** An erasure as it is recorded, and the raw bytes that no other version has: whoever keeps them removes them. */
export interface MadeErasure extends Erased {
  readonly raw: readonly string[]
}

/**
 * Erases what no other version of the article has: sentences, their statements, the names, dates and labels of their claims, the details of
 * changes and reviews about them, and the byline. Lengths, spans and hashes stay, so that the log and later versions hold. A version that is
 * erased already is left as it is. Throws Failure: conflict where it is not withheld, busy.
 */
export async function erase(
  store: Store,
  version: ErasableVersion & { readonly slug: string },
  order: Erasure,
): Promise<MadeErasure> {
  const made = await store.serialize(() =>
    retryOnConflict(async () => {
      // In the state that the write depends on: another may show the version meanwhile.
      const { recordings, isWithheld } = await stateOf(store, version)
      if (!isWithheld) {
        throw new Failure('conflict', `Version ${version.number} of "${version.slug}" is not withheld: withhold it first.`)
      }
      const earlier = await erasureOf(store, version.id)
      if (earlier) return earlier
      const found = await erasable(store, version)
      const indexed = await indexedStatements(
        store,
        found.statements.map(({ id }) => id),
      )
      await store.batchWrite(erasureStatements(version, found, indexed, recordings, order))
      store.scrub?.()
      const { reason, orderedBy, erasedBy, at } = order
      return { reason, orderedBy, erasedBy, at }
    }),
  )
  // Also of an earlier erasure, after which a process may have ended before it removed them.
  return { ...made, raw: await rawOf(store, version.id) }
}
