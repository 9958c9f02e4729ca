/** Failed sign-ins are counted by address and by the beginning of the token; what one subscriber has counts as one address. */
import { expect, test } from 'vitest'
import { Attempts, attemptNames, subscriberOf } from '../../../src/http/request/attempts.ts'

const MINUTE = 60_000

test('ten attempts that fail are the most in ten minutes from the first', () => {
  const attempts = new Attempts()
  for (let i = 0; i < 10; i++) expect(attempts.begin(['a'], i * MINUTE)).toBe(0)
  expect(attempts.begin(['a'], 9 * MINUTE)).toBe(60)
  expect(attempts.begin(['a'], 10 * MINUTE - 1)).toBe(1)
  expect(attempts.begin(['b'], 9 * MINUTE)).toBe(0)
  expect(attempts.begin(['a'], 10 * MINUTE)).toBe(0)
})

test('a success ends the count', () => {
  const attempts = new Attempts()
  for (let i = 0; i < 30; i++) {
    expect(attempts.begin(['a'], 0)).toBe(0)
    if (i % 10 === 9) attempts.succeeded(['a'])
  }
})

test('an attempt counts under each of its names, and one that waits counts under none', () => {
  const attempts = new Attempts()
  for (let i = 0; i < 10; i++) expect(attempts.begin([`a${i}`, 'token'], 0)).toBe(0)
  for (let i = 0; i < 20; i++) expect(attempts.begin(['b', 'token'], 0)).toBe(600)
  expect(attempts.begin(['b', 'other'], 0)).toBe(0)
})

test('the name of a token is its beginning alone', () => {
  expect(attemptNames('198.51.100.7', 'ct_abcdefghijkl')).toEqual(['from 198.51.100.7', 'token ct_abcde'])
})

test('more addresses than are kept forget the oldest', () => {
  const attempts = new Attempts()
  for (let i = 0; i < 10; i++) attempts.begin(['first'], 0)
  for (let i = 0; i < 9_999; i++) attempts.begin([`address ${i}`], 1)
  expect(attempts.begin(['first'], 2)).toBe(600)
  attempts.begin(['one more'], 3)
  expect(attempts.begin(['first'], 4)).toBe(0)
})

test.each([
  [undefined, ''],
  ['198.51.100.7', '198.51.100.7'],
  ['::ffff:198.51.100.7', '198.51.100.7'],
  ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2'],
  ['2001:DB8:0001:2:ffff::9', '2001:db8:1:2'],
  ['2001:db8::1', '2001:db8:0:0'],
  ['2001:db8:0:0:9::', '2001:db8:0:0'],
  ['::1', '0:0:0:0'],
  ['not an address', 'not an address'],
])('%s is %s', (address, subscriber) => expect(subscriberOf(address)).toBe(subscriber))
