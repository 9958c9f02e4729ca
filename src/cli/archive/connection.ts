/** The way to an archive: one request at a time over its HTTP interface, on the network or in process. */
import { EXIT, Stop } from '../exit.ts'

/** Sends a request for a path of the HTTP interface ("/v1/articles"). */
export type Connection = (path: string, init?: RequestInit) => Promise<Response>

export interface OpenArchive {
  readonly request: Connection
  readonly close: () => void
}

const REDIRECTS = 5

/** A connection to a running server. Throws a Stop if nothing answers there. */
export function serverConnection(url: URL, token: string | null): Connection {
  return async (path, init = {}) => {
    const headers = new Headers(init.headers)
    if (token !== null) headers.set('authorization', `Bearer ${token}`)
    try {
      return await fetch(new URL(url.pathname.replace(/\/$/, '') + path, url), { ...init, headers })
    } catch {
      throw new Stop(EXIT.archive, `no answer from ${url.origin}; is the server running, and is the address right?`)
    }
  }
}

/** A connection to the app in this process. Follows redirects as fetch does. */
export function appConnection(fetchApp: (request: Request) => Response | Promise<Response>): Connection {
  return async (path, init) => {
    let request = new Request(new URL(path, 'http://archive.invalid'), init)
    for (let hop = 0; ; hop++) {
      const response = await fetchApp(request)
      const location = response.headers.get('location')
      if (response.status < 300 || response.status > 399 || location === null || hop === REDIRECTS) return response
      request = new Request(new URL(location, request.url), init)
    }
  }
}
