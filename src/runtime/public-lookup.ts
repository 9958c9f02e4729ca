/** Looking up names on Node: a connection uses only addresses that were checked, so that no name leads to a private one. */
import { type LookupAddress, lookup } from 'node:dns'
import type { LookupFunction } from 'node:net'
import { isPublicIp } from '../addresses/public-address.ts'

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
