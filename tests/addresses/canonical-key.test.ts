/** Which addresses are one page, and which are not. */
import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { canonicalKey } from '../../src/addresses/canonical-key.ts'

const PAGE = 'https://harbour-post.example/2025/03/ferry-fares'

describe('the same page', () => {
  it.each([
    'http://harbour-post.example/2025/03/ferry-fares',
    'https://www.harbour-post.example/2025/03/ferry-fares',
    'https://www2.harbour-post.example/2025/03/ferry-fares',
    'https://m.harbour-post.example/2025/03/ferry-fares',
    'https://amp.harbour-post.example/2025/03/ferry-fares',
    'https://HARBOUR-post.example:443/2025/03/ferry-fares/',
    'http://harbour-post.example:80/2025/03/ferry-fares',
    'https://harbour-post.example./2025/03/ferry-fares',
    'https://harbour-post.example/2025/03/ferry-fares#comments',
    'https://harbour-post.example/2025/03/ferry-fares?utm_source=letter&utm_medium=email',
    'https://harbour-post.example/2025/03/ferry-fares?fbclid=IwAR0',
    'https://harbour-post.example/2025/03/ferry-fares/amp/',
    'https://harbour-post.example/2025/03/ferry-fares?amp=1',
    'https://harbour-post.example/2025/03/ferry-fares/index.html',
    'https://harbour-post.example//2025/03//ferry-fares',
    'https://harbour--post-example.cdn.ampproject.org/c/s/harbour-post.example/2025/03/ferry-fares',
    'https://www.google.com/amp/s/harbour-post.example/2025/03/ferry-fares',
  ])('%s', (address) => expect(canonicalKey(address)).toBe(canonicalKey(PAGE)))

  test.each([
    ['?a=1&b=2', '?b=2&a=1'],
    ['?id=7&utm_campaign=x', '?id=7'],
    ['?id=7#top', '?gclid=1&id=7'],
  ])('%s and %s', (one, other) => {
    expect(canonicalKey(`https://post.example/story${one}`)).toBe(canonicalKey(`https://post.example/story${other}`))
  })
})

describe('another page', () => {
  it.each([
    'https://harbour-post.example/2025/03/ferry-fares-2',
    'https://harbour-post.example/2025/03/Ferry-fares',
    'https://news.harbour-post.example/2025/03/ferry-fares',
    'https://harbour-post.example:8080/2025/03/ferry-fares',
    'https://harbour-post.example/2025/03/ferry-fares?page=2',
    'https://harbour-post.example/2025/03/ferry-fares?amp=lifier',
    'https://harbour-post.example/2025/03/ferry-fares#!/part/2',
    'https://harbour-post.org.example/2025/03/ferry-fares',
    'https://harbour-post.example/2025/03/ferry-fares/camp',
  ])('%s', (address) => expect(canonicalKey(address)).not.toBe(canonicalKey(PAGE)))

  test.each([
    ['https://post.example/?p=12', 'https://post.example/?p=13'],
    ['https://post.example/a?x=1&x=2', 'https://post.example/a?x=2&x=1'],
    ['https://m.com/a', 'https://com/a'],
    ['https://amp.dev/story', 'https://dev/story'],
  ])('%s and %s', (one, other) => expect(canonicalKey(one)).not.toBe(canonicalKey(other)))
})

it.each(['mailto:desk@post.example', 'ftp://post.example/a', 'post.example/a', '', 'javascript:alert(1)'])(
  '%s is no address',
  (text) => {
    expect(canonicalKey(text)).toBeNull()
  },
)

test('the key of a key with a scheme is itself', () => {
  const part = fc.stringMatching(/^[a-z0-9.-]{1,12}$/)
  fc.assert(
    fc.property(fc.array(part, { maxLength: 4 }), fc.array(fc.tuple(part, part), { maxLength: 3 }), (path, query) => {
      const key = canonicalKey(`https://www.post.example/${path.join('/')}?${new URLSearchParams(query)}`)
      expect(key).not.toBeNull()
      expect(canonicalKey(`https://${key}`)).toBe(key)
    }),
  )
})
