/** Reading what one wrote: the bookmark of D1's sessions in requests and answers. */
import { beforeAll, describe, expect, it } from 'vitest'
import { askWorker, openStore } from '#harness'
import { createToken } from '../../src/auth/bearer-tokens.ts'
import { BOOKMARK, bookmarkCookie, sessionStart } from '../../src/runtime/d1-bookmark.ts'
import type { Store } from '../../src/store/store.ts'
import { stageOver, tellStory } from '../http/stage.ts'

const SEEN = '0000000a-0000000b-00004f00-0123456789abcdef0123456789abcdef'
const request = (method: string, bookmark?: string) =>
  new Request('https://claimtrail.example/v1/articles', {
    method,
    headers: bookmark === undefined ? {} : { [BOOKMARK]: bookmark },
  })

it.each([
  ['GET', undefined, 'first-unconstrained'],
  ['HEAD', undefined, 'first-unconstrained'],
  ['GET', SEEN, SEEN],
  ['POST', undefined, 'first-primary'],
  ['POST', SEEN, 'first-primary'],
  ['DELETE', SEEN, 'first-primary'],
])('%s with %s starts its session at %s', (method, bookmark, start) => {
  expect(sessionStart(request(method, bookmark))).toBe(start)
})

it.each(['', 'first-primary', SEEN.slice(1), `${SEEN}0`, SEEN.toUpperCase(), "'; drop"])('%j is no bookmark', (bookmark) => {
  expect(() => sessionStart(request('GET', bookmark))).toThrow(/header\.x-d1-bookmark: is not a bookmark/)
})

describe('the cookie of a browser that sent a form', () => {
  const withCookie = (method: string, cookie: string, header?: string) =>
    sessionStart({ method, headers: new Headers({ Cookie: cookie, ...(header !== undefined && { [BOOKMARK]: header }) }) })

  it.each([
    ['GET', `seen=${SEEN}`, SEEN],
    ['GET', `session=x; seen=${SEEN}; intro=off`, SEEN],
    ['POST', `seen=${SEEN}`, 'first-primary'],
    ['GET', `unseen=${SEEN}`, 'first-unconstrained'],
    ['GET', 'seen=yesterday', 'first-unconstrained'],
    ['GET', 'seen=', 'first-unconstrained'],
  ])('%s with %s starts at %s', (method, cookie, start) => expect(withCookie(method, cookie)).toBe(start))

  it('counts less than the header', () => {
    const other = SEEN.replace('a', 'b')
    expect(withCookie('GET', `seen=${SEEN}`, other)).toBe(other)
  })

  it('is read by no script and sent by no other site', () =>
    expect(bookmarkCookie(SEEN)).toBe(`seen=${SEEN}; Path=/; Max-Age=120; HttpOnly; SameSite=Strict`))
})

describe.runIf(askWorker)('the Worker', () => {
  const ask = askWorker as NonNullable<typeof askWorker>

  let store: Store

  beforeAll(async () => {
    store = await openStore()
    await tellStory(stageOver(store))
  })

  it.each(['/v1/articles', '/v1/articles/ferry/versions/1', '/v1/changes', '/v1/articles/nothing'])(
    'tells at %s what it has seen, to pages of every origin, and takes that',
    async (path) => {
      const first = await ask(path)
      const bookmark = first.headers.get(BOOKMARK) ?? ''
      expect(bookmark).toMatch(/^[0-9a-f-]{59}$/)
      expect(first.headers.get('access-control-expose-headers')).toContain(BOOKMARK)
      const again = await ask(path, { headers: { [BOOKMARK]: bookmark } })
      expect([again.status, await again.text()]).toEqual([first.status, await first.text()])
    },
  )

  it('tells a browser that sent a form by a cookie, and reads at that', async () => {
    const made = await createToken(store, { name: 'desk', scopes: ['archive:write'], now: '2026-03-01T12:00:00.000Z' })
    const answer = await ask('/sign-in', {
      method: 'POST',
      headers: { 'Content-Type': 'application/x-www-form-urlencoded', 'Sec-Fetch-Site': 'same-origin' },
      body: new URLSearchParams({ token: made.token }).toString(),
      redirect: 'manual',
    })
    const cookie = answer.headers.getSetCookie().find((one) => one.startsWith('seen=')) ?? ''
    expect(answer.status).toBe(303)
    expect(cookie).toMatch(/^seen=[0-9a-f-]{59};/)
    expect((await ask('/a/ferry', { headers: { Cookie: cookie.split(';')[0] ?? '' } })).status).toBe(200)
    expect((await ask('/v1/articles', { method: 'POST' })).headers.getSetCookie()).toEqual([])
  })

  it('names the header where its bookmark is none', async () => {
    const response = await ask('/v1/articles', { headers: { [BOOKMARK]: 'yesterday' } })
    expect([response.status, response.headers.get('content-type')]).toEqual([400, 'application/problem+json'])
    expect(await response.json()).toMatchObject({ errors: [{ path: 'header.x-d1-bookmark' }] })
  })

  it('lets pages send it', async () => {
    const preflight = { Origin: 'https://desk.example', 'Access-Control-Request-Method': 'GET' }
    const response = await ask('/v1/articles', { method: 'OPTIONS', headers: preflight })
    expect(response.headers.get('access-control-allow-headers')).toContain(BOOKMARK)
  })
})
