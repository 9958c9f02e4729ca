/**
 * Bookmarks of D1's sessions, in the header x-d1-bookmark of requests and answers: a client that sends the last bookmark it received
 * reads no older state than that, so it reads its own writes from replicas.
 */
import { invalid } from '../failure.ts'

export const BOOKMARK = 'x-d1-bookmark'

const FORM = /^[0-9a-f]{8}(-[0-9a-f]{8}){2}-[0-9a-f]{32}$/
const COOKIE = 'seen'

/** The cookie that tells a browser the bookmark. Replicas are seldom behind by so many seconds. */
export const bookmarkCookie = (bookmark: string): string =>
  `${COOKIE}=${bookmark}; Path=/; Max-Age=120; HttpOnly; SameSite=Strict`

function inCookie(headers: Headers): string | undefined {
  const bookmark = new RegExp(`(?:^|;)\\s*${COOKIE}=([^;]*)`).exec(headers.get('cookie') ?? '')?.[1]
  return bookmark !== undefined && FORM.test(bookmark) ? bookmark : undefined
}

/** The constraint or bookmark with which a D1 session starts. Throws Failure invalid. */
export function sessionStart(request: { readonly method: string; readonly headers: Headers }): string {
  const bookmark = request.headers.get(BOOKMARK)
  if (bookmark !== null && !FORM.test(bookmark)) throw invalid(`header.${BOOKMARK}`, 'is not a bookmark of an answer')
  // A write must read the newest state: on a replica that is behind it would retry again and again.
  const reads = request.method === 'GET' || request.method === 'HEAD'
  return reads ? (bookmark ?? inCookie(request.headers) ?? 'first-unconstrained') : 'first-primary'
}
