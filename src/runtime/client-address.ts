/** The address of a client on Node. */

interface Incoming {
  readonly incoming?: { readonly socket?: { readonly remoteAddress?: string | undefined } }
}

const LOOPBACK = /^(?:::ffff:)?127\.|^::1$/

/**
 * The address of the client. A proxy on the same machine appends the address that it saw to X-Forwarded-For; the entries before are the
 * client's own words.
 */
export function clientOf({ incoming }: Incoming, request: { readonly headers: Headers }): string | undefined {
  const peer = incoming?.socket?.remoteAddress
  if (peer === undefined || !LOOPBACK.test(peer)) return peer
  return request.headers.get('x-forwarded-for')?.split(',').at(-1)?.trim() || peer
}
