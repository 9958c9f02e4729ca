/** Sending to hooks on Node: it connects only to addresses that it has checked, so that no name leads to a private one. */
import { type LookupAddress, lookup } from 'node:dns'
import { request as httpRequest } from 'node:http'
import { request as httpsRequest } from 'node:https'
import type { LookupFunction } from 'node:net'
import type { Post } from '../hooks/attempt.ts'
import { isPublicIp } from '../hooks/public-address.ts'

/** Resolves all addresses of a name, as `dns.lookup` does. */
export type Resolve = (name: string, done: (error: Error | null, addresses: readonly LookupAddress[]) => void) => void

const bySystem: Resolve = (name, done) => lookup(name, { all: true, verbatim: true }, done)

/** A look-up that fails for a name with a private address. The connection uses the addresses that it returns. */
export function publicLookup(resolve: Resolve = bySystem): LookupFunction {
  return (name, { all }, done) => {
    resolve(name, (error, addresses) => {
      const [first] = addresses ?? []
      const fault = error ?? faultOf(name, addresses)
      if (fault || !first) return done(fault ?? new Error(`${name} has no address`), '', 0)
      if (all) done(null, [...addresses])
      else done(null, first.address, first.family)
    })
  }
}

function faultOf(name: string, addresses: readonly LookupAddress[]): Error | null {
  const hidden = addresses.some(({ address }) => !isPublicIp(address))
  return hidden ? new Error(`${name} leads to a private address`) : null
}

/** `anywhere`: private addresses too. Each request has a connection of its own, so that its name is looked up anew. */
export function nodePost(anywhere: boolean, resolve?: Resolve): Post {
  const looked = anywhere ? {} : { lookup: publicLookup(resolve) }
  return (url, { headers, body, signal }) =>
    new Promise((settle, reject) => {
      const send = new URL(url).protocol === 'http:' ? httpRequest : httpsRequest
      const length = { 'Content-Length': Buffer.byteLength(body) }
      const request = send(url, { method: 'POST', headers: { ...headers, ...length }, agent: false, signal, ...looked })
      request.on('error', reject)
      request.on('response', ({ statusCode = 0, headers }) => {
        settle({ status: statusCode, retryAfter: headers['retry-after'] ?? null })
        // Nothing of the body is read.
        request.destroy()
      })
      request.end(body)
    })
}
