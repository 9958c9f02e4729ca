/** The ways to an archive: the typed client over the network, or over the app in this process. */
import { type Client, claimtrail } from '../../client.ts'
import { EXIT, Stop } from '../exit.ts'

export interface OpenArchive {
  readonly client: Client
  readonly close: () => void
}

const REDIRECTS = 5

/** A client of a running server. Its requests throw a Stop if there is no answer. */
export function serverClient(url: URL, token: string | null): Client {
  return claimtrail(url.href, {
    ...(token !== null && { token }),
    fetch: async (input, init) => {
      try {
        return await fetch(input, init)
      } catch {
        throw new Stop(EXIT.archive, `no answer from ${url.origin}; is the server running, and is the address right?`)
      }
    },
  })
}

/** A client of the app in this process, which follows redirects as fetch does. */
export function appClient(app: (request: Request) => Response | Promise<Response>, token?: string): Client {
  return claimtrail('http://archive.invalid', {
    ...(token !== undefined && { token }),
    fetch: async (input, init) => {
      let request = new Request(input, init)
      for (let hop = 0; ; hop++) {
        const response = await app(request)
        const location = response.headers.get('location')
        if (response.status < 300 || response.status > 399 || location === null || hop === REDIRECTS) return response
        request = new Request(new URL(location, request.url), init)
      }
    },
  })
}
