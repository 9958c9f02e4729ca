/** Responses that are cached as text, by address and ETag. */
import { expect, test } from 'vitest'
import { ResponseCache } from '../../../src/http/response/response-cache.ts'

test.each<[string, string, string, string | null]>([
  ['of its ETag', '/a', '"1"', 'text'],
  ['not of another ETag', '/a', '"2"', null],
  ['not of a weak ETag', '/a', 'W/"1"', null],
  ['not of another address', '/b', '"1"', null],
])('gives the text %s', (_, path, etag, text) => {
  const cache = new ResponseCache(10_000)
  cache.keep('/a', { tag: '1', text: 'text', headers: [] })
  expect(cache.textOf(path, etag)).toBe(text)
})
