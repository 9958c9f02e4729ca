/**
 * Bookmarks of D1's sessions, in the header x-d1-bookmark of requests and answers: a client that sends the last bookmark it received
 * reads no older state than that, so it reads its own writes from replicas.
 */
import { invalid } from '../failure.ts'

export const BOOKMARK = 'x-d1-bookmark'

/** The constraint or bookmark with which a D1 session starts. Throws Failure invalid. */
export function sessionStart(request: { readonly method: string; readonly headers: Headers }): string {
  const bookmark = request.headers.get(BOOKMARK)
  if (bookmark !== null && !/^[0-9a-f]{8}(-[0-9a-f]{8}){2}-[0-9a-f]{32}$/.test(bookmark))
    throw invalid(`header.${BOOKMARK}`, 'is not a bookmark of an answer')
  // A write must read the newest state: on a replica that is behind it would retry again and again.
  const reads = request.method === 'GET' || request.method === 'HEAD'
  return reads ? (bookmark ?? 'first-unconstrained') : 'first-primary'
}
