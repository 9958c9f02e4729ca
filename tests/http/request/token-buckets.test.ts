/** Buckets that hold the requests of a minute and fill up evenly. The clock is an argument. */
import { describe, expect, test } from 'vitest'
import { TokenBuckets } from '../../../src/http/request/token-buckets.ts'

const NOW = Date.parse('2026-03-01T12:00:00Z')
const SECOND = 1000
const MINUTE = 60 * SECOND

/** Takes so often at one time, and returns how many were given. */
const given = (buckets: TokenBuckets, name: string, times: number, now: number) =>
  Array.from({ length: times }, () => buckets.take(name, now)).filter((wait) => wait === 0).length

describe('a bucket of 60 a minute', () => {
  test.each([
    ['at once', 0, 60],
    ['after a second', SECOND, 1],
    ['after half a minute', MINUTE / 2, 30],
    ['after a minute', MINUTE, 60],
    ['after an hour', 60 * MINUTE, 60],
  ])('gives, once it is empty, %s', (_, later, expected) => {
    const buckets = new TokenBuckets(60)
    if (later > 0) given(buckets, 'a', 100, NOW)
    expect(given(buckets, 'a', 100, NOW + later)).toBe(expected)
  })

  test('tells how long to wait, and gives then', () => {
    const buckets = new TokenBuckets(60)
    given(buckets, 'a', 60, NOW)
    expect([buckets.take('a', NOW), buckets.take('a', NOW + 1), buckets.take('a', NOW + SECOND)]).toEqual([1, 1, 0])
  })

  test('loses nothing by what it refuses', () => {
    const buckets = new TokenBuckets(60)
    given(buckets, 'a', 10_000, NOW)
    expect(buckets.take('a', NOW + SECOND)).toBe(0)
  })

  test('has one for each name', () => {
    const buckets = new TokenBuckets(60)
    expect([given(buckets, 'a', 100, NOW), given(buckets, 'b', 100, NOW)]).toEqual([60, 60])
  })

  test('goes on where the clock is put back by decades', () => {
    const buckets = new TokenBuckets(60)
    given(buckets, 'a', 100, NOW + 1e12)
    expect(given(buckets, 'a', 100, NOW)).toBe(60)
  })
})

test('a slow bucket tells the whole wait', () => {
  const buckets = new TokenBuckets(2)
  expect([1, 2, 3].map(() => buckets.take('a', NOW))).toEqual([0, 0, 30])
})

test('0 is no limit', () => expect(given(new TokenBuckets(0), 'a', 1000, NOW)).toBe(1000))

test('the name that asked longest ago is forgotten first', () => {
  const buckets = new TokenBuckets(1, 2)
  const take = (name: string) => buckets.take(name, NOW) === 0
  expect([take('a'), take('b'), take('c')]).toEqual([true, true, true])
  expect([take('c'), take('b'), take('a')]).toEqual([false, false, true])
})
