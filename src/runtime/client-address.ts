/** The address of a client on Node. */
import type { IncomingMessage } from 'node:http'

/**
 * The address of the client behind so many proxies, each of which appends the address that it saw to X-Forwarded-For: the entry as many places
 * from the end. The entries before are the client's own words, and without a proxy all of them are.
 */
export function clientOf(
  { socket, headers }: Pick<IncomingMessage, 'socket' | 'headers'>,
  proxies: number,
): string | undefined {
  const peer = socket.remoteAddress
  if (proxies === 0) return peer
  const forwarded = String(headers['x-forwarded-for'] ?? '').split(',')
  return forwarded.at(-proxies)?.trim() || peer
}
