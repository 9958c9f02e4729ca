/**
 * Reading what one wrote from replicas: the bookmark of D1's sessions, in the header x-d1-bookmark of requests and answers. A reader
 * that sends the last bookmark it was given reads from no older state than that.
 */
import { invalid } from '../failure.ts'

export const BOOKMARK = 'x-d1-bookmark'

/** What D1 is asked to start a session with. Throws Failure invalid. */
export function sessionStart(request: { readonly method: string; readonly headers: Headers }): string {
  const bookmark = request.headers.get(BOOKMARK)
  if (bookmark !== null && !/^[0-9a-f]{8}(-[0-9a-f]{8}){2}-[0-9a-f]{32}$/.test(bookmark))
    throw invalid(`header.${BOOKMARK}`, 'is not a bookmark that an answer gave')
  // What a write finds has to be the newest: behind a replica it would begin again and again.
  const reads = request.method === 'GET' || request.method === 'HEAD'
  return reads ? (bookmark ?? 'first-unconstrained') : 'first-primary'
}
