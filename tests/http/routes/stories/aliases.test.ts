/** Aliases over HTTP: who makes one, why it is refused, where it leads, and that nothing is lost when it is taken back. */
import { beforeEach, describe, expect, test } from 'vitest'
import { openStore } from '#harness'
import { NOW, read, type Stage, stageOver, TOKEN, tellStory, well } from '../../stage.ts'

let stage: Stage
const ALIAS = '/v1/articles/bridge/alias'
const make = (of: string, path = ALIAS) => stage.send('POST', path, { of, reason: 'One story' })
const end = (path = ALIAS) =>
  stage.ask(`${path}?reason=Two%20stories`, { method: 'DELETE', headers: { Authorization: `Bearer ${TOKEN}` } })

beforeEach(async () => {
  stage = stageOver(await openStore())
  await tellStory(stage)
  await well(stage.send('PATCH', '/v1/articles/bridge', { url: 'https://valley.example/bridge' }))
})

interface Listed {
  readonly data: { readonly slug: string }[]
}
const slugsOf = async (path: string) => (await read<Listed>(stage.ask, path)).data.map(({ slug }) => slug)
const storiesOf = async () =>
  (await read<{ data: { article: { slug: string } }[] }>(stage.ask, '/v1/stories')).data.map(({ article }) => article.slug)

/** The parts that an alias keeps to itself. */
const OWN = ['versions', 'versions/1', 'claims', 'claims/1', 'changes', 'lanes', 'compare/1..1', 'verify', 'captures'].map(
  (path) => `/v1/articles/bridge/${path}`,
)
const own = async () =>
  Promise.all(
    OWN.map(async (path) => {
      const answer = await stage.ask(path)
      // The log gets an entry of each decision.
      const text = (await answer.text()).replace(/"entries":\d+/, '"entries":0')
      return [path, answer.status, text]
    }),
  )

test('an alias leads to the other article, leaves the lists, and keeps what it has', async () => {
  const before = await own()
  const made = await make('ferry')
  expect([made.status, await made.json()]).toEqual([
    201,
    { article: 'bridge', of: 'ferry', reason: 'One story', by: 'bootstrap', since: NOW },
  ])
  const led = await stage.ask('/v1/articles/bridge')
  expect([led.status, led.headers.get('location'), led.headers.get('cache-control')]).toEqual([
    308,
    '/v1/articles/ferry',
    'no-cache',
  ])
  const { aliases } = await read<{ aliases: unknown }>(stage.ask, '/v1/articles/ferry')
  expect(aliases).toEqual([{ slug: 'bridge', since: NOW, versions: '/v1/articles/bridge/versions' }])
  expect([await slugsOf('/v1/articles'), await storiesOf()]).toEqual([['ferry'], ['ferry']])
  expect(await own()).toEqual(before)
  expect(await read(stage.ask, '/v1/articles/bridge?version=1')).toMatchObject({ slug: 'bridge', version_count: 1 })
})

test('taken back, all is as it was', async () => {
  const seen = async () => [
    await own(),
    await read(stage.ask, '/v1/articles/bridge'),
    await read(stage.ask, '/v1/articles/ferry'),
    await read(stage.ask, '/v1/articles'),
    await read(stage.ask, '/v1/stories'),
  ]
  const before = await seen()
  await well(make('ferry'))
  const ended = await end()
  expect([ended.status, await ended.json()]).toEqual([200, { article: 'bridge', of: null }])
  expect(await seen()).toEqual(before)
  // Once more it changes nothing.
  expect((await end()).status).toBe(200)
  await well(make('ferry'))
})

test('a former slug of the alias leads on too, and a new slug of either is followed', async () => {
  await well(make('ferry'))
  const { headers } = await stage.ask('/v1/articles/ferry')
  await well(stage.send('PATCH', '/v1/articles/bridge', { slug: 'old-bridge' }))
  for (const slug of ['bridge', 'old-bridge'])
    expect((await stage.ask(`/v1/articles/${slug}`)).headers.get('location')).toBe('/v1/articles/ferry')
  const after = await stage.ask('/v1/articles/ferry', { headers: { 'If-None-Match': headers.get('etag') ?? '' } })
  expect([after.status, await after.json()]).toMatchObject([200, { aliases: [{ slug: 'old-bridge' }] }])
  await well(stage.send('PATCH', '/v1/articles/ferry', { slug: 'the-ferry' }))
  expect((await stage.ask('/v1/articles/bridge')).headers.get('location')).toBe('/v1/articles/the-ferry')
})

test.each(['/v1/articles/ferry', '/v1/articles/bridge', '/v1/articles', '/v1/stories', '/a/ferry', '/a/bridge', '/'])(
  'the ETag of %s follows both decisions',
  async (path) => {
    const answer = await well(stage.ask(path))
    const etag = answer.headers.get('etag') ?? ''
    const again = async () => stage.ask(path, { headers: { 'If-None-Match': etag } })
    expect((await again()).status).toBe(304)
    await well(make('ferry'))
    expect((await again()).status).toBe(path.endsWith('bridge') ? 308 : 200)
    await well(end())
    expect((await again()).status).toBe(200)
  },
)

describe('is refused', () => {
  beforeEach(async () => {
    await well(stage.send('POST', '/v1/articles', { slug: 'mill' }))
    await well(make('ferry'))
  })

  test.each([
    ['for an article that is an alias', '/v1/articles/bridge/alias', 'mill', 409, '"bridge" is an alias already'],
    ['for an article that has aliases', '/v1/articles/ferry/alias', 'mill', 409, '"ferry" has aliases itself'],
    ['of an alias', '/v1/articles/mill/alias', 'bridge', 409, '"bridge" is an alias itself'],
    ['of itself', '/v1/articles/mill/alias', 'mill', 409, 'an article is no alias of itself'],
    ['of no article', '/v1/articles/mill/alias', 'none', 400, 'there is no article "none"'],
    ['for no article', '/v1/articles/none/alias', 'mill', 404, 'There is no article "none"'],
  ])('%s', async (_, path, of, status, detail) => {
    const before = await read(stage.ask, '/v1/articles')
    const answer = await make(of, path)
    expect([answer.status, ((await answer.json()) as { detail: string }).detail]).toEqual([
      status,
      expect.stringContaining(detail),
    ])
    expect(await read(stage.ask, '/v1/articles')).toEqual(before)
  })

  test('without a reason, and without the scope', async () => {
    expect((await stage.send('POST', '/v1/articles/mill/alias', { of: 'ferry', reason: ' ' })).status).toBe(400)
    expect((await stage.send('POST', '/v1/articles/mill/alias', { of: 'ferry' })).status).toBe(400)
    const bare = { method: 'DELETE', headers: { Authorization: `Bearer ${TOKEN}` } }
    expect((await stage.ask(ALIAS, bare)).status).toBe(400)
    const made = await well(stage.send('POST', '/v1/tokens', { name: 'desk', scopes: ['review:write'] }))
    const { token } = (await made.json()) as { token: string }
    const headers = { Authorization: `Bearer ${token}` }
    expect((await stage.send('POST', '/v1/articles/mill/alias', { of: 'ferry', reason: 'x' }, headers)).status).toBe(403)
    expect((await stage.ask(`${ALIAS}?reason=x`, { method: 'DELETE', headers })).status).toBe(403)
    expect((await stage.ask('/v1/articles/bridge')).status).toBe(308)
  })
})

describe('GET /v1/articles?url=', () => {
  const at = (url: string) => slugsOf(`/v1/articles?url=${encodeURIComponent(url)}`)

  test('answers the article at an address in any of its forms', async () => {
    expect(await at('https://gazette.example/ferry')).toEqual(['ferry'])
    expect(await at('http://m.gazette.example/ferry/?utm_source=letter#top')).toEqual(['ferry'])
    expect(await at('https://gazette.example/ferry?page=2')).toEqual([])
    expect((await stage.ask('/v1/articles?url=ferry')).status).toBe(400)
  })

  test('one that was recorded before keys were, by the very address', async () => {
    await stage.store.db.run("update article_urls set key = null where url = 'https://gazette.example/ferry'")
    expect(await at('https://gazette.example/ferry')).toEqual(['ferry'])
    expect(await at('https://www.gazette.example/ferry')).toEqual([])
  })

  test('that of an alias is the other article', async () => {
    await well(make('ferry'))
    expect(await at('https://valley.example/bridge')).toEqual(['ferry'])
    await well(end())
    expect(await at('https://valley.example/bridge')).toEqual(['bridge'])
  })

  test('an address at which only a withheld version was read leads nowhere', async () => {
    const url = 'https://gazette.example/secret'
    const version = { title: 'Ferry Sold', body: 'The ferry was sold.', captured_at: '2026-02-11T08:00:00Z', url }
    await well(stage.send('POST', '/v1/articles/ferry/versions', version))
    expect(await at(url)).toEqual(['ferry'])
    await well(stage.send('PUT', '/v1/articles/ferry/versions/4/withholding', { reason: 'An order' }))
    expect(await at(url)).toEqual([])
  })
})
