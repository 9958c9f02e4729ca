/** The audit log of a request: what it writes has a row beside it that tells who wrote, what, and from where. */
import type { Context } from 'hono'
import { matchedRoutes } from 'hono/route'
import { type AuditEntry, auditStatement, recordAnswer } from '../../store/audit.ts'
import type { Store } from '../../store/store.ts'
import type { App } from '../context.ts'

const ARTICLE = /^\/(?:v1\/articles|a)\/([^/]+)/

/** The slug in a path of an article; null: it is of none. */
const slugIn = (path: string | null): string | null => ARTICLE.exec(path ?? '')?.[1] ?? null

/** The pattern of the path of a request; `*` where no route takes it. */
export const routeOf = (c: Context): string => matchedRoutes(c).findLast(({ path }) => !path.includes('*'))?.path ?? '*'

/** The row of a request; null where nobody is known to have sent it, such as a hub. */
function entryOf(c: Context): AuditEntry | null {
  const { caller, session, client, clock, config, requestId } = c.var as App['Variables']
  const by = caller ?? session?.caller
  if (!by) return null
  const { method, path } = c.req
  return {
    at: new Date(clock()).toISOString(),
    tokenId: by.id,
    token: by.name,
    signedIn: by === session?.caller,
    method,
    route: routeOf(c),
    path,
    slug: slugIn(path),
    address: config.auditDays === 0 ? null : (client ?? null),
    requestId,
  }
}

/**
 * Has the first write of a request append its row in the same transaction: nothing is written without a row, and no row stands without a
 * write. Returns the work that adds the answer to the row, which goes on after the response; null: there is no row.
 */
export function audits(c: Context, store: Store): () => Promise<void> | null {
  let isWritten = false
  const batchWrite: Store['batchWrite'] = async (statements) => {
    const entry = isWritten ? null : entryOf(c)
    if (!entry) return store.batchWrite(statements)
    isWritten = true
    try {
      await store.batchWrite([...statements, auditStatement(entry)])
    } catch (error) {
      isWritten = false
      throw error
    }
  }
  c.set('store', { ...store, batchWrite })
  return () => {
    if (!isWritten) return null
    const location = c.res.headers.get('location')
    return recordAnswer(store, { requestId: c.var.requestId, status: c.res.status, location, slug: slugIn(location) })
  }
}
