/** ETags, 304, HEAD, Cache-Control, CORS, and the way from an old slug. */
import { beforeAll, describe, expect, test } from 'vitest'
import { openStore } from '#harness'
import { createApp } from '../../../src/app.ts'
import type { Store } from '../../../src/store/store.ts'
import { READS } from '../reads.ts'
import { NOW, type Stage, stageOver, TOKEN, tellStory, well } from '../stage.ts'

let stage: Stage

beforeAll(async () => {
  stage = stageOver(await openStore())
  await tellStory(stage)
  await well(stage.send('POST', '/v1/articles/ferry/claims/1/reviews', { action: 'confirm' }))
})

const tagOf = async (path: string) => (await well(stage.ask(path))).headers.get('etag') ?? ''

describe.each(READS)('%s', (path) => {
  test('has a strong ETag that holds while nothing is written', async () => {
    const response = await well(stage.ask(path))
    expect(response.headers.get('etag')).toMatch(/^"[\x21\x23-\x7e]+"$/)
    expect(response.headers.get('cache-control')).toBe('no-cache')
    expect(await tagOf(path)).toBe(response.headers.get('etag'))
  })

  test.each([
    ['itself', (tag: string) => tag],
    ['a weak form of it', (tag: string) => `W/${tag}`],
    ['a list with it', (tag: string) => `"other" , ${tag}`],
    ['any', () => '*'],
  ])('answers 304 without a body to If-None-Match with %s', async (_, match) => {
    const tag = await tagOf(path)
    const response = await stage.ask(path, { headers: { 'If-None-Match': match(tag) } })
    expect([response.status, await response.text()]).toEqual([304, ''])
    expect(response.headers.get('etag')).toBe(tag)
    expect(response.headers.get('cache-control')).toBe('no-cache')
    expect(response.headers.get('access-control-allow-origin')).toBe('*')
  })

  test('answers with a body to If-None-Match with another', async () => {
    const response = await stage.ask(path, { headers: { 'If-None-Match': '"other", "1"' } })
    expect(response.status).toBe(200)
    expect(await response.text()).not.toBe('')
  })

  test('answers HEAD as GET, without a body', async () => {
    const [get, head] = [await stage.ask(path), await stage.ask(path, { method: 'HEAD' })]
    expect([head.status, await head.text()]).toEqual([200, ''])
    expect(Object.fromEntries(head.headers)).toEqual(Object.fromEntries(get.headers))
  })

  test('is open to every origin, with what its headers tell', async () => {
    const { headers } = await stage.ask(path, { headers: { Origin: 'https://desk.example' } })
    expect(headers.get('access-control-allow-origin')).toBe('*')
    const exposed = headers.get('access-control-expose-headers')?.split(/, */)
    expect(exposed).toEqual(expect.arrayContaining(['ETag', 'Link', 'Memento-Datetime', 'Location']))
  })
})

test.each([
  ['/v1/articles?format=json', '/v1/articles?format=csv'],
  ['/v1/articles?format=csv', '/v1/articles?format=ndjson'],
  ['/v1/articles/ferry/versions/1', '/v1/articles/ferry/versions/1?claims=false'],
  ['/v1/articles/ferry/versions/1', '/v1/articles/ferry/versions/1?explain=true'],
  ['/v1/articles/ferry/versions/1?explain=false', '/v1/articles/ferry/versions/1?explain=true'],
  ['/v1/articles/ferry/claims', '/v1/articles/ferry/claims?version=1'],
  ['/v1/articles/ferry/claims', '/v1/articles/ferry/claims?explain=true'],
  ['/v1/articles/ferry/claims/1', '/v1/articles/ferry/claims/1?explain=true'],
  ['/v1/claims', '/v1/claims?explain=true'],
  ['/v1/changes?kind=softened', '/v1/changes?kind=introduced'],
  ['/v1/search?q=ferry', '/v1/search?q=ferry&in=claims'],
])('%s and %s have different ETags', async (one, other) => {
  expect(await tagOf(one)).not.toBe(await tagOf(other))
})

test.each([
  [
    'a version of another article',
    () => stage.ingest('bridge', '10:00', 'Bridge Closes', 'The old bridge will close in June.'),
    ['archive'],
  ],
  ['a version', () => stage.ingest('ferry', '20:00', 'Ferry in Port', 'The ferry is in port.'), ['archive', 'article']],
  ['a late version', () => stage.ingest('ferry', '09:00', 'Ferry Aground', 'A ferry ran aground.'), ['archive', 'article']],
  [
    'a review',
    () => stage.send('POST', '/v1/articles/ferry/claims/2/reviews', { action: 'relabel', label: 'Ferry aground' }),
    ['archive', 'article'],
  ],
  [
    'a review of another article’s claim',
    () => stage.send('POST', '/v1/articles/bridge/claims/1/reviews', { action: 'confirm' }),
    ['archive'],
  ],
  ['other metadata', () => stage.send('PATCH', '/v1/articles/ferry', { publication: 'Gazette' }), ['archive', 'article']],
] as const)('%s changes the ETags of what depends on it', async (_, write, changed) => {
  const before = await Promise.all(READS.map(async ([path]) => [path, await tagOf(path)] as const))
  await well(write())
  for (const [path, tag] of before) {
    const depends = READS.find(([p]) => p === path)?.[1] ?? 'never'
    // The hash chain is the whole archive's: a version anywhere moves its head, and no metadata does.
    if (path.endsWith('/verify')) continue
    expect([path, (await tagOf(path)) !== tag]).toEqual([path, (changed as readonly string[]).includes(depends)])
  }
})

test('a patch of nothing changes nothing', async () => {
  const tags = () => Promise.all([tagOf('/v1/articles/ferry'), tagOf('/v1/articles')])
  const before = await tags()
  expect(await (await well(stage.send('PATCH', '/v1/articles/ferry', {}))).json()).toMatchObject({ slug: 'ferry' })
  expect(await tags()).toEqual(before)
})

test('a check changes the article’s last check and its ETag', async () => {
  const tag = await tagOf('/v1/articles/bridge')
  await well(stage.ingest('bridge', '2026-02-20T08:00:00Z', 'Bridge Closes', 'The old bridge will close in June.'))
  const response = await well(stage.ask('/v1/articles/bridge'))
  expect(response.headers.get('etag')).not.toBe(tag)
  expect((await response.json()) as object).toMatchObject({ coverage: { last_check: '2026-02-20T08:00:00.000Z' } })
})

test.each([
  ['/v1/articles', 'POST'],
  ['/v1/articles/ferry', 'PATCH'],
  ['/v1/articles/ferry/versions', 'POST'],
  ['/v1/articles/ferry/versions/1/withholding', 'PUT'],
  ['/v1/analyze/claims', 'POST'],
  ['/v1/changes', 'GET'],
])('%s answers the preflight of %s', async (path, method) => {
  const response = await stage.ask(path, {
    method: 'OPTIONS',
    headers: {
      Origin: 'https://desk.example',
      'Access-Control-Request-Method': method,
      'Access-Control-Request-Headers': 'authorization,content-type,idempotency-key,if-none-match',
    },
  })
  expect([response.status, await response.text()]).toEqual([204, ''])
  expect(response.headers.get('access-control-allow-origin')).toBe('*')
  expect(response.headers.get('access-control-allow-methods')).toContain(method)
  const allowed = response.headers.get('access-control-allow-headers')?.toLowerCase().split(/, */)
  expect(allowed).toEqual(expect.arrayContaining(['authorization', 'content-type', 'idempotency-key', 'if-none-match']))
})

describe('an old slug', () => {
  beforeAll(async () => {
    stage = stageOver(await openStore())
    await tellStory(stage)
    await well(stage.ask('/v1/articles/ferry/versions/1'))
    await well(stage.send('PATCH', '/v1/articles/ferry', { slug: 'ferry-aground' }))
  })

  test.each([
    ['', ''],
    ['/versions', '?limit=1&format=csv'],
    ['/versions/1', '?claims=false'],
    ['/versions/1', ''],
    ['/compare/1..2', ''],
    ['/compare/1..2', '?format=unified'],
    ['/claims', '?version=1&q=a%20b'],
    ['/claims/1', ''],
    ['/changes', '?kind=softened'],
    ['/changes', '?from=1&to=2'],
    ['/sources', ''],
    ['/verify', ''],
    ['/reanalysis', ''],
    ['/timemap', '?limit=2&format=json'],
  ])('leads to the new one, with its path %s and its query %s', async (path, query) => {
    for (const slug of ['ferry', '%66erry']) {
      const response = await stage.ask(`/v1/articles/${slug}${path}${query}`)
      expect([response.status, response.headers.get('location')]).toEqual([308, `/v1/articles/ferry-aground${path}${query}`])
      expect(response.headers.get('access-control-allow-origin')).toBe('*')
    }
    await well(stage.ask(`/v1/articles/ferry-aground${path}${query}`))
  })

  test.each([
    ['latest', '?claims=false', 3],
    ['latest', '', 3],
    ['at/2026-02-10T12:30Z', '?claims=false', 2],
  ])('leads from versions/%s%s to version %i at once', async (path, query, number) => {
    const response = await stage.ask(`/v1/articles/ferry/versions/${path}${query}`)
    const location = `/v1/articles/ferry-aground/versions/${number}${query}`
    expect([response.status, response.headers.get('location')]).toEqual([302, location])
  })

  test('still takes writes, and is taken by no other article', async () => {
    const answer = await well(stage.ingest('ferry', '21:00', 'Ferry in Port', 'The ferry is in port.'))
    expect(answer.headers.get('location')).toBe('/v1/articles/ferry-aground/versions/4')
    expect((await stage.send('POST', '/v1/articles', { slug: 'ferry' })).status).toBe(409)
    expect((await stage.send('PATCH', '/v1/articles/bridge', { slug: 'ferry' })).status).toBe(409)
  })

  test('is taken back by its own article', async () => {
    const back = await well(stage.send('PATCH', '/v1/articles/ferry', { slug: 'ferry' }))
    expect((await back.json()) as object).toMatchObject({ slug: 'ferry', url: '/v1/articles/ferry' })
    const response = await stage.ask('/v1/articles/ferry-aground/versions/1')
    expect([response.status, response.headers.get('location')]).toEqual([308, '/v1/articles/ferry/versions/1'])
    const version = await (await well(stage.ask('/v1/articles/ferry/versions/1'))).text()
    expect(version).not.toContain('ferry-aground')
  })
})

describe('READ_TOKEN_REQUIRED', () => {
  beforeAll(async () => {
    stage = stageOver(await openStore(), { readTokenRequired: true })
    await tellStory(stage)
    await well(stage.send('POST', '/v1/articles/ferry/claims/1/reviews', { action: 'confirm' }))
  })

  test.each(READS.filter(([path]) => path.startsWith('/v1/')))('closes %s', async (path) => {
    expect((await stage.ask(path)).status).toBe(401)
    expect((await stage.ask(`${path.split('?')[0]}?colour=red`)).status).toBe(401)
    expect((await stage.ask(path, { headers: { Authorization: `Bearer ${TOKEN}` } })).status).toBe(200)
  })

  test.each([
    ['/v1/articles', 200],
    ['/v1/articles/ferry/versions/1', 200],
    ['/v1/articles/ferry/versions/latest', 302],
    ['/v1/articles/none', 404],
  ])('keeps %s out of caches that others share', async (path, status) => {
    const answer = await stage.ask(path, { headers: { Authorization: `Bearer ${TOKEN}` } })
    expect([answer.status, answer.headers.get('vary')]).toEqual([status, expect.stringMatching(/^(?:Accept, )?Authorization$/)])
    expect(answer.headers.get('cache-control')).toMatch(/^private(?:, no-(?:cache|store))?$/)
    const known = await stage.ask(path, { headers: { Authorization: `Bearer ${TOKEN}`, 'If-None-Match': '*' } })
    expect(known.headers.get('cache-control')).toBe(answer.headers.get('cache-control'))
  })

  test.each([
    ['/v1/articles/no-such-article', 'GET', 401],
    ['/v1/articles/ferry/versions/latest', 'GET', 401],
    ['/v1/articles/ferry/timegate', 'GET', 401],
    ['/v1/analyze/claims', 'POST', 401],
    ['/v1/analyze/changes', 'POST', 401],
    ['/v1/analyze/page', 'POST', 401],
    ['/healthz', 'GET', 200],
    ['/openapi.json', 'GET', 200],
    ['/docs', 'GET', 200],
  ])('%s answers a %s without a token with %i', async (path, method, status) => {
    const json = { headers: { 'Content-Type': 'application/json' }, body: '{}' }
    expect((await stage.ask(path, { method, ...(method === 'POST' && json) })).status).toBe(status)
  })
})

test('an answer is kept for the archive that gave it', async () => {
  const config = { readTokenRequired: false, bootstrapToken: TOKEN }
  const app = createApp<{ store: Store }>(({ store }) => ({ store, config, clock: () => Date.parse(NOW) }))
  for (const body of ['The ferry sank.', 'The bridge fell.']) {
    // With a logger each is a store of its own, whatever the driver.
    const store = await openStore({ logQuery: () => undefined })
    const { send, ingest } = stageOver(store)
    await well(send('POST', '/v1/articles', { slug: 'one' }))
    await well(ingest('one', '08:00', 'A Title', body))
    const answer = await well(Promise.resolve(app.request('/v1/articles/one/versions/1', {}, { store })))
    expect(await answer.json()).toMatchObject({ body })
  }
})
