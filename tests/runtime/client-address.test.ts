/** The address of a client on Node: behind proxies that are trusted, the one that the first of them saw. */
import type { IncomingMessage } from 'node:http'
import { expect, test } from 'vitest'
import { clientOf } from '../../src/runtime/client-address.ts'

test.each([
  ['198.51.100.7', undefined, 0, '198.51.100.7'],
  ['198.51.100.7', '203.0.113.9', 0, '198.51.100.7'],
  ['127.0.0.1', '203.0.113.9', 0, '127.0.0.1'],
  ['::1', '203.0.113.9', 0, '::1'],
  ['127.0.0.1', '203.0.113.9', 1, '203.0.113.9'],
  ['10.0.0.1', '203.0.113.9', 1, '203.0.113.9'],
  ['::1', 'forged, 203.0.113.9', 1, '203.0.113.9'],
  ['::ffff:127.0.0.1', '2001:db8::1', 1, '2001:db8::1'],
  ['127.0.0.1', 'forged, 203.0.113.9, 192.0.2.4', 2, '203.0.113.9'],
  ['127.0.0.1', '203.0.113.9', 2, '127.0.0.1'],
  ['127.0.0.1', undefined, 1, '127.0.0.1'],
  ['127.0.0.1', ' ', 1, '127.0.0.1'],
  [undefined, '203.0.113.9', 0, undefined],
])('%s, forwarded for %s, behind %i proxies: %s', (remoteAddress, forwarded, proxies, expected) => {
  const headers = { 'x-forwarded-for': forwarded } as IncomingMessage['headers']
  expect(clientOf({ socket: { remoteAddress } as IncomingMessage['socket'], headers }, proxies)).toBe(expected)
})
