/** Why a request of a Worker failed, in plain words. */

/** The messages of workerd, and their meanings; it keeps the cause of its internal errors to itself. */
const MEANINGS: readonly [says: RegExp, means: string][] = [
  [
    /^internal error\b/i,
    'Cloudflare could not connect and does not say why; the name may not resolve, nothing may listen at the address, or its certificate may not be valid',
  ],
  [/network connection lost/i, 'the connection was lost before the answer came'],
  [/dns (?:lookup|resolution)|could not resolve/i, 'the name does not resolve'],
  [/connection refused/i, 'nothing listens at the address'],
  [/\btls\b|\bssl\b|certificate/i, 'the certificate of the address is not valid'],
]

/** The error of a fetch with its cause in plain words; one that no words are known for is returned as it is. */
export function plainFault(error: unknown): unknown {
  if (!(error instanceof Error)) return error
  const found = MEANINGS.find(([says]) => says.test(error.message))
  return found ? new Error(found[1]) : error
}
