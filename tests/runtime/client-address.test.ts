/** The address of a client on Node: behind a proxy of the same machine the one that the proxy saw. */
import { expect, test } from 'vitest'
import { clientOf } from '../../src/runtime/client-address.ts'

test.each([
  ['198.51.100.7', null, '198.51.100.7'],
  ['198.51.100.7', '203.0.113.9', '198.51.100.7'],
  ['127.0.0.1', null, '127.0.0.1'],
  ['127.0.0.1', '203.0.113.9', '203.0.113.9'],
  ['::1', 'forged, 203.0.113.9', '203.0.113.9'],
  ['::ffff:127.0.0.1', '2001:db8::1', '2001:db8::1'],
  ['127.0.0.1', ' ', '127.0.0.1'],
  ['10.0.0.1', '203.0.113.9', '10.0.0.1'],
  [undefined, '203.0.113.9', undefined],
])('%s, forwarded for %s: %s', (remoteAddress, forwarded, expected) => {
  const headers = new Headers(forwarded === null ? {} : { 'X-Forwarded-For': forwarded })
  expect(clientOf({ incoming: { socket: { remoteAddress } } }, { headers })).toBe(expected)
})

test('is not known where there is no connection', () => expect(clientOf({}, { headers: new Headers() })).toBeUndefined())
