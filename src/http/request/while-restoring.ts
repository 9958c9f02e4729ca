/** Refuses requests to an archive into which an export is being restored. */
import { Failure } from '../../failure.ts'
import type { Store } from '../../store/store.ts'
import { restorationState } from '../../store/transfer/restore.ts'

/** Paths that ask nothing of the rows. */
const SERVED = /^\/(?:healthz|readyz|metrics|openapi\.json|docs|static|v1\/restore)(?:\/|$)/

/**
 * A function that refuses a request with Failure restoring while a restoration goes on. An archive that has articles and no mark is never
 * restored into, so that it is asked once.
 */
export function restorationGate(): (store: Store, path: string) => Promise<void> {
  let isWhole = false
  return async (store, path) => {
    if (isWhole || SERVED.test(path)) return
    // A database that cannot be asked has its own failure where the request asks it.
    const state = await restorationState(store).catch(() => null)
    if (state?.restoring) throw new Failure('restoring', 'An export is being restored into this archive.')
    isWhole = state?.filled === true
  }
}
