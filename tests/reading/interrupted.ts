/** A store on which other work runs between the queries of a reader. */
import type { Store } from '../../src/store/store.ts'

/** The store that runs `work` before its n-th query (counted from 0), and how many queries it ran. */
export function interrupted(store: Store, n: number, work: () => Promise<unknown>) {
  let queries = 0
  const wrap = <Target extends object>(target: Target): Target =>
    new Proxy(target, {
      get(of, key) {
        const value: unknown = Reflect.get(of, key)
        if (typeof value !== 'function') return value
        if (key === 'then') {
          return async (...handlers: unknown[]) => {
            if (queries++ === n) await work()
            return Reflect.apply(value, of, handlers)
          }
        }
        return (...given: unknown[]) => {
          const made: unknown = Reflect.apply(value, of, given)
          return typeof made === 'object' && made !== null ? wrap(made) : made
        }
      },
    })
  return { store: { ...store, db: wrap(store.db) }, queries: () => queries }
}
