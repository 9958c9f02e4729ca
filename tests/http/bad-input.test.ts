/** Every route against every kind of bad input: problem details, the field named, and the archive as it was. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openStore } from '#harness'
import { createToken, revokeToken } from '../../src/auth/bearer-tokens.ts'
import { JSON_HEADERS, NOW, rowCounts, type Stage, stageOver, tellStory, well } from './stage.ts'

let stage: Stage
let before: Record<string, number>
const tokens = { reader: '', revoked: '' }

beforeAll(async () => {
  stage = stageOver(await openStore())
  await tellStory(stage)
  await well(stage.send('POST', '/v1/articles/ferry/claims/1/reviews', { action: 'relabel', label: 'A label' }))
  const { store } = stage
  tokens.reader = (await createToken(store, { name: 'reader', scopes: ['archive:read'], now: NOW })).token
  const { token, info } = await createToken(store, { name: 'old', scopes: ['archive:write', 'archive:admin'], now: NOW })
  await revokeToken(store, info.id, NOW)
  tokens.revoked = token
  before = await rowCounts(store)
})

afterAll(async () => {
  expect(await rowCounts(stage.store)).toEqual(before)
})

interface Route {
  readonly path: string
  /** What it cannot be asked without, as a query. */
  readonly needs?: string
  readonly method?: string
  readonly list?: boolean
  /** A good body. */
  readonly body?: object
  /** Bad queries, each with the parameter that is to be named. */
  readonly bad?: readonly (readonly [query: string, field: string])[]
  /** Needs a token. */
  readonly guarded?: boolean
}

const version = { title: 'A title', body: 'The council met on Monday.' }
const LIST: Route['bad'] = [
  ['limit=0', 'limit'],
  ['limit=201', 'limit'],
  ['limit=-1', 'limit'],
  ['limit=5.5', 'limit'],
  ['limit=ten', 'limit'],
  ['limit=', 'limit'],
  ['limit=5&limit=6', 'limit'],
  ['cursor=', 'cursor'],
  ['cursor=junk', 'cursor'],
  ['cursor=%00', 'cursor'],
  ['cursor=WzFlOTk5XQ', 'cursor'],
  ['cursor=W251bGxd', 'cursor'],
  ['cursor=e30', 'cursor'],
  ['format=xml', 'format'],
  ['format=csv&format=csv', 'format'],
]
const CHANGE: Route['bad'] = [
  ['verdict=wrong', 'verdict'],
  ['kind=unknown', 'kind'],
  ['kind=', 'kind'],
  ['kind=softened,', 'kind'],
  ['kind=softened&kind=x', 'kind'],
  ['zone=footer', 'zone'],
  ['zone=lead&zone=body', 'zone'],
  ['acknowledged=yes', 'acknowledged'],
  ['source=', 'source'],
  ['source=Nobody', 'source'],
  ['source=999999', 'source'],
]
const EXPLAIN: readonly (readonly [string, string])[] = [
  ['explain=yes', 'explain'],
  ['explain=', 'explain'],
  ['explain=true&explain=true', 'explain'],
]
const VERDICT: readonly (readonly [string, string])[] = [
  ['verdict=wrong', 'verdict'],
  ['verdict=', 'verdict'],
  ['verdict=rejected,', 'verdict'],
]
const AS_OF: readonly (readonly [string, string])[] = [
  ['version=0', 'version'],
  ['version=latest', 'version'],
  ['version=1&version=2', 'version'],
  ['version=1&at=2026-02-10', 'at'],
  ['at=yesterday', 'at'],
  ['at=', 'at'],
  ['at=2026-02-10T25:00:00Z', 'at'],
]
const FEED_PAGE: readonly (readonly [string, string])[] = [
  ['limit=0', 'limit'],
  ['limit=201', 'limit'],
  ['cursor=junk', 'cursor'],
  ['cursor=WyJmZWVkIiw1XQ', 'cursor'],
  ['format=csv', 'format'],
]
/** What the archive has not. */
const NAMED: readonly (readonly [string, string])[] = [
  ['article=', 'article'],
  ['article=no-such-article', 'article'],
  ['publication=', 'publication'],
  ['publication=Valley', 'publication'],
]
/** A feed may be of a publication to come. */
const SUBSCRIBED = NAMED.slice(0, -1)
const REVIEW: Route['bad'] = [
  ['action=approve', 'action'],
  ['action=', 'action'],
  ['reviewer=', 'reviewer'],
  ['since=yesterday', 'since'],
]
const CLAIM: Route['bad'] = [
  ...VERDICT,
  ['source=Nobody', 'source'],
  ['status=gone', 'status'],
  ['status=', 'status'],
  ['kind=nonsense', 'kind'],
  ['min_check_worthiness=2', 'min_check_worthiness'],
  ['min_check_worthiness=-0.1', 'min_check_worthiness'],
  ['min_check_worthiness=NaN', 'min_check_worthiness'],
  ['min_check_worthiness=', 'min_check_worthiness'],
  ['sort=label', 'sort'],
  ['q=', 'q'],
  [`q=${'x'.repeat(201)}`, 'q'],
  ...EXPLAIN,
]

/** Every route of this milestone, by a path that answers well. */
const ROUTES: readonly Route[] = [
  { path: '/healthz' },
  { path: '/readyz' },
  { path: '/openapi.json' },
  { path: '/docs' },
  {
    path: '/v1/articles',
    list: true,
    bad: [
      ['publication=Valley', 'publication'],
      ['q=', 'q'],
      ['publication=', 'publication'],
      ['changed_since=soon', 'changed_since'],
      ['changed_since=2026-02-30', 'changed_since'],
    ],
  },
  { path: '/v1/articles', method: 'POST', body: { slug: 'new-one' }, guarded: true },
  { path: '/v1/articles/ferry', bad: AS_OF },
  { path: '/v1/articles/ferry', method: 'PATCH', body: { title: 'A new title' }, guarded: true },
  { path: '/v1/articles/ferry/versions', list: true },
  { path: '/v1/articles/ferry/versions', method: 'POST', body: version, guarded: true },
  { path: '/v1/articles/ferry/versions/latest', bad: [['claims=no', 'claims'], ...EXPLAIN] },
  { path: '/v1/articles/ferry/versions/at/2026-02-11', bad: [['claims=no', 'claims'], ...EXPLAIN] },
  {
    path: '/v1/articles/ferry/versions/1',
    bad: [['claims=no', 'claims'], ['claims=true&claims=false', 'claims'], ...EXPLAIN],
  },
  { path: '/v1/articles/ferry/versions/1/withholding', method: 'PUT', body: { reason: 'An order' }, guarded: true },
  { path: '/v1/articles/ferry/versions/1/withholding', method: 'DELETE', guarded: true },
  { path: '/v1/articles/ferry/compare/1..2' },
  {
    path: '/v1/articles/ferry/claims',
    list: true,
    bad: [...CLAIM, ...AS_OF],
  },
  { path: '/v1/articles/ferry/claims/1', bad: [...EXPLAIN, ...AS_OF] },
  { path: '/v1/articles/ferry/claims/1/reviews', list: true, bad: REVIEW },
  { path: '/v1/articles/ferry/claims/1/reviews', method: 'POST', body: { action: 'confirm' }, guarded: true },
  { path: '/v1/articles/ferry/reviews', list: true, bad: REVIEW },
  { path: '/v1/articles/ferry/reviews', method: 'POST', body: { action: 'add', version: 1, exact: 'aground' }, guarded: true },
  {
    path: '/v1/log',
    list: true,
    bad: [
      ['after=', 'after'],
      ['after=junk', 'after'],
      [`after=${'f'.repeat(64)}`, 'after'],
      ['after=WyJmZWVkIiw1XQ', 'after'],
    ],
  },
  {
    path: '/v1/reviews',
    list: true,
    bad: [...(REVIEW ?? []), ['article=', 'article'], ['article=no-such-article', 'article']],
  },
  { path: '/v1/reviews/1' },
  {
    path: '/v1/articles/ferry/changes',
    list: true,
    bad: [
      ...CHANGE,
      ...AS_OF,
      ['from=1&to=2&verdict=none', 'verdict'],
      ['from=1&to=2&at=2026-02-10', 'at'],
      ['since_version=1&version=2', 'version'],
      ['since_version=1&source=Nobody', 'source'],
      ['from=1', 'to'],
      ['to=2', 'from'],
      ['from=0&to=2', 'from'],
      ['from=1&to=x', 'to'],
      ['since_version=latest', 'since_version'],
      ['since_version=1&from=1&to=2', 'since_version'],
      ['from=1&to=2&cursor=WzFd', 'cursor'],
      ['from=1&to=2&limit=5', 'limit'],
      ['since_version=1&limit=5', 'limit'],
    ],
  },
  {
    path: '/v1/articles/ferry/sources',
    list: true,
    bad: [...AS_OF, ['kind=author', 'kind'], ['q=', 'q']],
  },
  { path: '/v1/articles/ferry/verify' },
  { path: '/v1/articles/ferry/timegate' },
  {
    path: '/v1/articles/ferry/timemap',
    bad: [
      ['format=csv', 'format'],
      ['format=', 'format'],
      ['limit=0', 'limit'],
      ['limit=1001', 'limit'],
      ['cursor=junk', 'cursor'],
      ['cursor=WyJ2ZXJzaW9uIiwiYSJd', 'cursor'],
    ],
  },
  { path: '/v1/articles/ferry/reanalysis', list: true },
  { path: '/v1/articles/ferry/reanalysis', method: 'POST', guarded: true },
  {
    path: '/v1/claims',
    list: true,
    bad: [...(CLAIM ?? []), ...NAMED, ['version=1', 'version']],
  },
  {
    path: '/v1/changes',
    list: true,
    bad: [
      ...CHANGE,
      ['since=junk', 'since'],
      ['since=', 'since'],
      ['since=WzFd&cursor=WzFd', 'cursor'],
      ['since=now&cursor=WzFd', 'cursor'],
      ['since=Now', 'since'],
      ['since=now&verdict=confirmed', 'verdict'],
      ['since=WyJmZWVkIiwwXQ&verdict=none', 'verdict'],
      ...NAMED,
    ],
  },
  { path: '/v1/changes/1' },
  { path: '/v1/publications', list: true },
  {
    path: '/v1/versions',
    list: true,
    bad: [
      ['since=junk', 'since'],
      ['since=', 'since'],
      ['since=now&cursor=WzFd', 'cursor'],
      ['article=no-such-article', 'article'],
      ['publication=No%20Such%20Post', 'publication'],
    ],
  },
  {
    path: '/v1/stats/changes',
    bad: [
      ['interval=year', 'interval'],
      ['interval=day&interval=week', 'interval'],
      ['by=zone', 'by'],
      ['by=kind,source', 'by'],
      ['from=yesterday', 'from'],
      ['from=2026-02-30', 'from'],
      ['from=', 'from'],
      ['to=soon', 'to'],
      ['from=2026-02-11&to=2026-02-10', 'to'],
      ['from=1000-01-01&to=2026-02-10', 'interval'],
      ['kind=unknown', 'kind'],
      ['kind=', 'kind'],
      ['source=', 'source'],
      ['article=', 'article'],
      ['publication=', 'publication'],
      ['format=xml', 'format'],
      ['limit=5', 'limit'],
      ['article=no-such-article', 'article'],
      ['publication=Nobody', 'publication'],
      ['source=Nobody', 'source'],
    ],
  },
  {
    path: '/v1/search',
    needs: 'q=ferry',
    list: true,
    bad: [
      ['q=', 'q'],
      ['q=%20', 'q'],
      ['q=-ferry', 'q'],
      ['q=ferry&q=tugs', 'q'],
      [`q=${'x'.repeat(501)}`, 'q'],
      ['in=articles', 'in'],
      ['in=sentences,claims', 'in'],
      ['in=sentences&in=claims', 'in'],
      ['q=label:ferry&in=sentences', 'in'],
      ['article=no-such-article', 'article'],
      ['publication=Nobody', 'publication'],
      ['source=Nobody', 'source'],
      ['article=', 'article'],
      ['publication=', 'publication'],
      ['source=', 'source'],
      ['at=yesterday', 'at'],
    ],
  },
  {
    path: '/v1/sources',
    list: true,
    bad: [
      ['kind=person', 'kind'],
      ['publication=', 'publication'],
      ['publication=Valley', 'publication'],
    ],
  },
  { path: '/feeds/changes.atom', bad: [...(CHANGE ?? []), ...SUBSCRIBED, ...FEED_PAGE] },
  { path: '/feeds/changes.json', bad: [...(CHANGE ?? []), ...SUBSCRIBED, ...FEED_PAGE] },
  {
    path: '/feeds/search.atom',
    needs: 'q=ferry',
    bad: [
      ['q=', 'q'],
      ['q=%20', 'q'],
      ['q=-ferry', 'q'],
      ['q=label:ferry', 'q'],
      ['zone=all', 'zone'],
      ['zone=furniture', 'zone'],
      ['verdict=wrong', 'verdict'],
      ...SUBSCRIBED,
      ...FEED_PAGE,
    ],
  },
  { path: '/feeds/articles/ferry.atom', bad: [...(CHANGE ?? []), ...FEED_PAGE] },
  { path: '/feeds/articles/ferry/claims/1.json', bad: [...(CHANGE ?? []), ...FEED_PAGE] },
  { path: '/v1/tokens', guarded: true },
  { path: '/v1/tokens', method: 'POST', body: { name: 'desk', scopes: ['archive:read'] }, guarded: true },
  { path: '/v1/tokens/1', method: 'DELETE', guarded: true },
  { path: '/v1/hooks', guarded: true, bad: LIST },
  { path: '/v1/hooks', method: 'POST', body: { url: 'https://desk.example/hook' }, guarded: true },
  { path: '/v1/hooks/1', guarded: true },
  { path: '/v1/hooks/1', method: 'PATCH', body: { enabled: false }, guarded: true },
  { path: '/v1/hooks/1', method: 'DELETE', guarded: true },
  { path: '/v1/hooks/1/secret', method: 'POST', guarded: true },
  { path: '/v1/hooks/1/test', method: 'POST', guarded: true },
  {
    path: '/v1/hooks/1/deliveries',
    guarded: true,
    bad: [...(LIST ?? []), ['status=sent', 'status'], ['status=', 'status']],
  },
  { path: '/v1/analyze/claims', method: 'POST', body: version, bad: EXPLAIN },
  { path: '/v1/analyze/changes', method: 'POST', body: { versions: [version, version] } },
  {
    path: '/v1/analyze/page',
    method: 'POST',
    body: { html: '<p>The ferry is late.</p>', url: 'https://gazette.example/ferry' },
  },
]

function withQuery({ path, needs = '' }: Route, query: string): string {
  const given = query.split('=', 1)[0] !== needs.split('=', 1)[0] && needs
  return `${path}?${[given, query].filter(Boolean).join('&')}`
}
const methodOf = (route: Route) => route.method ?? 'GET'
/** What a path does not take, where it takes DELETE. */
const OTHERS = [
  [/^\/v1\/(?:tokens|hooks)\/1$/, 'PUT'],
  [/\/withholding$/, 'POST'],
] as const
const init = (route: Route, over: RequestInit = {}): RequestInit => ({
  method: methodOf(route),
  ...((route.body || route.guarded) && { headers: JSON_HEADERS }),
  ...(route.body && { body: JSON.stringify(route.body) }),
  ...over,
})

/** Asserts problem details of that status and code, and gives the paths of its fields. */
async function problem(answer: Response | Promise<Response>, status: number, code: string): Promise<string[]> {
  const response = await answer
  const text = await response.text()
  expect({ status: response.status, text: response.status === status ? '' : text }).toEqual({ status, text: '' })
  expect(response.headers.get('content-type')).toBe('application/problem+json')
  expect(response.headers.get('access-control-allow-origin')).toBe('*')
  expect(response.headers.get('etag')).toBeNull()
  const json = JSON.parse(text)
  expect(json).toEqual({
    type: expect.stringMatching(new RegExp(`${code}$`)),
    title: expect.stringMatching(/\S/),
    status,
    detail: expect.stringMatching(/\S/),
    code,
    errors: expect.any(Array),
  })
  return json.errors.map((error: { path: string; message: string }) => {
    expect(error.message).toMatch(/\S/)
    return error.path
  })
}

describe.each(ROUTES.map((route) => [`${methodOf(route)} ${route.path}`, route] as const))('%s', (_, route) => {
  test('is served', async () => {
    if (route.guarded) return
    const response = await stage.ask(withQuery(route, ''), init(route))
    expect([200, 302]).toContain(response.status)
  })

  test.each([
    ['colour=red', 'query.colour'],
    ['Limit=5', 'query.Limit'],
    ['__proto__=x', 'query.__proto__'],
    ['constructor=x', 'query.constructor'],
    ['=x', 'query.'],
  ])('refuses the unknown parameter %s', async (query, field) => {
    expect(await problem(stage.ask(withQuery(route, query), init(route)), 400, 'invalid')).toEqual([field])
  })

  test('refuses a query that is not UTF-8', async () => {
    expect(await problem(stage.ask(`${route.path}?q=%ff`, init(route)), 400, 'invalid')).toEqual(['query.q'])
  })

  const queries = [...(route.list ? (LIST ?? []) : []), ...(route.bad ?? [])]
  if (queries.length) {
    test.each(queries)('refuses ?%s', async (query, field) => {
      expect(await problem(stage.ask(withQuery(route, query), init(route)), 400, 'invalid')).toEqual([`query.${field}`])
    })
  }

  test('refuses another method and says which it takes', async () => {
    const response = await stage.ask(route.path, { method: OTHERS.find(([path]) => path.test(route.path))?.[1] ?? 'DELETE' })
    const allow = (response.headers.get('allow') ?? '').split(', ')
    await problem(response, 405, 'method_not_allowed')
    const there = ROUTES.filter((r) => r.path === route.path).map(methodOf)
    expect(allow).toEqual([...there.flatMap((m) => (m === 'GET' ? ['GET', 'HEAD'] : [m])), 'OPTIONS'])
  })

  if (route.guarded) {
    // An unknown parameter, no such article, no JSON: authentication comes before all of them.
    test.each([
      ['no token', (): string | null => null, 401, 'unauthorized'],
      ['an unknown token', (): string => 'Bearer ct_unknown', 401, 'unauthorized'],
      ['a revoked token', (): string => `Bearer ${tokens.revoked}`, 401, 'unauthorized'],
      ['another scheme', (): string => 'Basic YTpi', 401, 'unauthorized'],
      ['a token without the scope', (): string => `Bearer ${tokens.reader}`, 403, 'forbidden'],
    ] as const)('refuses %s before all else', async (_name, authorization, status, code) => {
      const value = authorization()
      const headers = { 'Content-Type': 'text/plain', ...(value && { Authorization: value }) }
      const path = route.path.replace('ferry', 'no-such-article')
      const method = methodOf(route)
      const response = await stage.ask(`${path}?colour=red`, { method, headers, ...(method !== 'GET' && { body: '{' }) })
      expect(response.headers.has('www-authenticate')).toBe(status === 401)
      await problem(response, status, code)
    })
  }

  if (route.body) {
    const send = (body: BodyInit | null, headers: Record<string, string> = {}) =>
      stage.ask(route.path, init(route, { body, headers: { ...JSON_HEADERS, ...headers }, duplex: 'half' } as RequestInit))

    test.each([['text/plain'], ['application/x-www-form-urlencoded'], ['application/jsonp'], ['application/json-seq'], ['']])(
      'refuses the content type "%s"',
      async (type) => {
        const answer = send(JSON.stringify(route.body), { 'Content-Type': type })
        expect(await problem(answer, 415, 'unsupported_media_type')).toEqual(['header.content-type'])
      },
    )

    test.each([
      ['nothing', null],
      ['an empty text', ''],
      ['no JSON', '{"title": '],
      ['two values', '{} {}'],
      ['broken UTF-8', new Uint8Array([0x7b, 0x22, 0xff, 0x22, 0x3a, 0x31, 0x7d])],
      ['UTF-16', new Uint8Array([0xff, 0xfe, 0x7b, 0x00, 0x7d, 0x00])],
      ['a list', '[]'],
      ['a text', '"title"'],
      ['null', 'null'],
      ['a number', '5'],
    ])('refuses %s for a body', async (_name, body) => {
      expect(await problem(send(body), 400, 'invalid')).toEqual(['body'])
    })

    test.each([['colour'], ['__proto__'], ['constructor'], ['toString']])('refuses the unknown field %s', async (field) => {
      const text = JSON.stringify(route.body).replace('{', `{"${field}": {}, `)
      expect(await problem(send(text), 400, 'invalid')).toEqual([field])
    })

    const size = route.path.endsWith('/versions') ? 10 * 1024 * 1024 + 1 : 1024 * 1024 + 1
    if (!route.path.startsWith('/v1/analyze')) {
      const large = JSON.stringify({ ...route.body, reason: 'x'.repeat(size), title: 'x'.repeat(size) })
      test('refuses a body that is too large', async () => {
        expect(await problem(send(large, { 'Content-Length': String(large.length) }), 413, 'too_large')).toEqual(['body'])
      })

      test('refuses a body that is too large and does not say so', async () => {
        const bytes = new TextEncoder().encode(large)
        let sent = 0
        const stream = new ReadableStream<Uint8Array>({
          pull(controller) {
            if (sent >= bytes.length) return controller.close()
            controller.enqueue(bytes.slice(sent, sent + 65_536))
            sent += 65_536
          },
        })
        expect(await problem(send(stream), 413, 'too_large')).toEqual(['body'])
      })
    }
  }
})

describe('of many wrong fields', () => {
  const refused = async (body: object, query = '') => {
    const answer = await stage.send('POST', `/v1/analyze/changes${query}`, body)
    return (await answer.json()) as { detail: string; errors: { path: string }[] }
  }
  const many = (count: number) => Object.fromEntries(Array.from({ length: count }, (_, i) => [`f${i}`, i]))

  test.each([
    ['fields', 20, 0],
    ['fields', 21, 1],
    ['fields', 5000, 4980],
  ])('%s of a body: %i, of which %i are only counted', async (_, count, more) => {
    const { detail, errors } = await refused({ ...many(count), versions: [version, version] })
    expect(errors.map(({ path }) => path)).toEqual(Array.from({ length: 20 }, (_, i) => `f${i}`))
    const listed = errors.map(({ path }) => `${path}: is not known here`)
    expect(detail).toBe([...listed, ...(more ? [`and ${more} more`] : [])].join('; '))
  })

  test('those of several texts are counted together', async () => {
    const { detail, errors } = await refused({
      versions: [
        { ...version, ...many(15) },
        { ...version, ...many(15) },
      ],
    })
    expect([errors.length, errors.at(-1)?.path]).toEqual([20, 'versions.1.f4'])
    expect(detail).toMatch(/; and 10 more$/)
  })

  test('those of a query, too', async () => {
    const { detail, errors } = await refused(
      { versions: [version, version] },
      `?${new URLSearchParams(Object.entries(many(30)).map(([name, value]) => [name, String(value)]))}`,
    )
    expect([errors.length, detail.endsWith('; and 10 more')]).toEqual([20, true])
  })

  test('a long name is cut', async () => {
    const { detail } = await refused({ versions: [version, version], ['x'.repeat(100_000)]: 1 })
    expect(detail).toBe(`${'x'.repeat(100)}…: is not known here`)
  })
})

test.each([
  ['GET', '/v1/articles/no-such-article'],
  ['GET', '/v1/articles/FERRY'],
  ['GET', '/v1/articles/%ff'],
  ['GET', '/v1/articles/%00'],
  ['GET', '/v1/articles/%2e%2e%2f'],
  ['GET', '/v1/articles/%F0%9F%9A%A2'],
  ['GET', `/v1/articles/${'x'.repeat(201)}`],
  ['GET', "/v1/articles/'%20or%201=1--"],
  ['PATCH', '/v1/articles/no-such-article'],
  ['GET', '/v1/articles/no-such-article/versions'],
  ['POST', '/v1/articles/no-such-article/versions'],
  ['GET', '/v1/articles/no-such-article/versions/1'],
  ['GET', '/v1/articles/no-such-article/versions/latest'],
  ['GET', '/v1/articles/no-such-article/versions/at/2026-02-11'],
  ['GET', '/v1/articles/no-such-article/compare/1..2'],
  ['GET', '/v1/articles/no-such-article/claims'],
  ['GET', '/v1/articles/no-such-article/claims?version=1'],
  ['GET', '/v1/articles/no-such-article/claims?at=2026-02-11'],
  ['GET', '/v1/articles/no-such-article/claims/1'],
  ['GET', '/v1/articles/no-such-article/reviews'],
  ['GET', '/v1/articles/no-such-article/claims/1/reviews'],
  ['POST', '/v1/articles/no-such-article/claims/1/reviews'],
  ['GET', '/v1/articles/no-such-article/changes'],
  ['GET', '/v1/articles/no-such-article/changes?from=1&to=2'],
  ['GET', '/v1/articles/no-such-article/sources'],
  ['GET', '/v1/articles/no-such-article/verify'],
  ['GET', '/v1/articles/no-such-article/timegate'],
  ['GET', '/v1/articles/no-such-article/timemap'],
  ['GET', '/v1/articles/no-such-article/reanalysis'],
  ['POST', '/v1/articles/no-such-article/reanalysis'],
  ['PUT', '/v1/articles/no-such-article/versions/1/withholding'],
  // Of the other article only.
  ['GET', '/v1/articles/bridge/versions/3'],
  ['GET', '/v1/articles/bridge/compare/1..3'],
  ['GET', '/v1/articles/bridge/claims/4'],
  ['GET', '/v1/articles/bridge/claims?version=3'],
  ['GET', '/v1/articles/bridge?version=3'],
  ['GET', '/v1/articles/bridge/claims/1?version=3'],
  ['GET', '/v1/articles/bridge/claims/1?at=2026-02-09'],
  ['GET', '/v1/articles/bridge/changes?version=3'],
  ['GET', '/v1/articles/bridge/sources?version=3'],
  ['GET', '/v1/articles/no-such-article?at=2026-02-11'],
  ['GET', '/v1/articles/no-such-article/sources?at=2026-02-11'],
  ['GET', '/v1/articles/bridge/changes?from=1&to=3'],
  ['GET', '/v1/articles/bridge/changes?since_version=3'],
  ['PUT', '/v1/articles/bridge/versions/3/withholding'],
  ['GET', '/v1/articles/ferry/versions/at/2026-02-09'],
  ['GET', '/v1/articles/ferry/versions/999999999'],
  ['GET', '/v1/articles/ferry/claims/999999999'],
  ['GET', '/v1/articles/ferry/claims/999999999/reviews'],
  ['POST', '/v1/articles/bridge/claims/4/reviews'],
  ['GET', '/v1/reviews/999999999'],
  ['GET', '/v1/changes/999999999'],
  ['GET', '/v1/articles/ferry/nothing'],
  ['GET', '/v1/nothing'],
  ['POST', '/nothing'],
  ['GET', '/v1/articles/'],
  ['GET', '/v1//articles'],
])('%s %s finds nothing', async (method, path) => {
  const bodies = { withholding: { reason: 'An order' }, versions: version, reviews: { action: 'confirm' } }
  const body = Object.entries(bodies).find(([name]) => path.endsWith(name))?.[1] ?? {}
  const answer = method === 'GET' ? stage.ask(path, { headers: { 'If-None-Match': '*' } }) : stage.send(method, path, body)
  expect(await problem(answer, 404, 'not_found')).toEqual([])
})

test.each([
  ['/v1/articles/ferry/versions/0', 'path.number'],
  ['/v1/articles/ferry/versions/01', 'path.number'],
  ['/v1/articles/ferry/versions/1e3', 'path.number'],
  ['/v1/articles/ferry/versions/9999999999', 'path.number'],
  ['/v1/articles/ferry/versions/%ff', 'path.number'],
  ['/v1/articles/ferry/versions/-1', 'path.number'],
  ['/v1/articles/ferry/versions/at/noon', 'path.time'],
  ['/v1/articles/ferry/versions/at/%ff', 'path.time'],
  ['/v1/articles/ferry/compare/1', 'path.range'],
  ['/v1/articles/ferry/compare/1...2', 'path.range'],
  ['/v1/articles/ferry/compare/0..2', 'path.range'],
  ['/v1/articles/ferry/compare/a..b', 'path.range'],
  ['/v1/articles/ferry/compare/1..2?format=side', 'query.format'],
  ['/v1/articles/ferry/compare/1..2?format=', 'query.format'],
  ['/v1/articles/ferry/claims/x', 'path.number'],
  ['/v1/articles/ferry/claims/0/reviews', 'path.number'],
  ['/v1/reviews/x', 'path.id'],
  ['/v1/changes/x', 'path.id'],
  ['/v1/changes/%ff', 'path.id'],
])('%s is refused', async (path, field) => {
  expect(await problem(stage.ask(path), 400, 'invalid')).toEqual([field])
})

const ARTICLES = '/v1/articles'
const VERSIONS = '/v1/articles/ferry/versions'
const WITHHOLDING = '/v1/articles/ferry/versions/1/withholding'
const REVIEWS = '/v1/articles/ferry/claims/1/reviews'
const HOOKS = '/v1/hooks'
const HOOK = { url: 'https://desk.example/hook' }
const long = (length: number) => 'x'.repeat(length)

test.each([
  ['POST', ARTICLES, {}, ['slug']],
  ['POST', ARTICLES, { title: '  ' }, ['slug']],
  ['POST', ARTICLES, { title: '船' }, ['slug']],
  ['POST', ARTICLES, { slug: '' }, ['slug']],
  ['POST', ARTICLES, { slug: 'Ferry' }, ['slug']],
  ['POST', ARTICLES, { slug: 'a--b' }, ['slug']],
  ['POST', ARTICLES, { slug: long(121) }, ['slug']],
  ['POST', ARTICLES, { slug: 5 }, ['slug']],
  ['POST', ARTICLES, { slug: null }, ['slug']],
  ['POST', ARTICLES, { title: ['a'] }, ['title']],
  ['POST', ARTICLES, { title: long(501) }, ['title']],
  ['POST', ARTICLES, { title: 'half \ud83d' }, ['title']],
  ['POST', ARTICLES, { title: 'a\u0000b' }, ['title']],
  ['POST', ARTICLES, { slug: 'x', publication: 'a\u0000b' }, ['publication']],
  ['POST', ARTICLES, { slug: 'x', publication: 'half \udd00' }, ['publication']],
  ['POST', ARTICLES, { slug: 'x', publication: 7 }, ['publication']],
  ['POST', ARTICLES, { slug: 'x', url: 'ftp://example.org' }, ['url']],
  ['POST', ARTICLES, { slug: 'x', url: 'javascript:alert(1)' }, ['url']],
  ['POST', ARTICLES, { slug: 'x', url: 'gazette.example' }, ['url']],
  ['POST', ARTICLES, { slug: 'x', url: `https://a.example/${long(2000)}` }, ['url']],
  ['POST', ARTICLES, { slug: 'x', url: 'https://a.example/\ud83d' }, ['url']],
  ['POST', ARTICLES, { slug: 'x', url: 'https://ada:secret@a.example/' }, ['url']],
  ['POST', ARTICLES, { slug: 'x', url: 'https://ada@a.example/' }, ['url']],
  ['POST', ARTICLES, { title: 'Паром сел на мель' }, ['slug']],
  ['POST', ARTICLES, { slug: 'x', title: 1, publication: 2 }, ['title', 'publication']],
  ['PATCH', '/v1/articles/ferry', { slug: 'No Slug' }, ['slug']],
  ['PATCH', '/v1/articles/ferry', { title: 5 }, ['title']],
  ['POST', VERSIONS, {}, ['title', 'body']],
  ['POST', VERSIONS, { title: '', body: '' }, ['body']],
  ['POST', VERSIONS, { title: 'A title', body: ' \n\u00a0\t ' }, ['body']],
  ['POST', VERSIONS, { title: 'A title' }, ['body']],
  ['POST', VERSIONS, { body: 'It rained.' }, ['title']],
  ['POST', VERSIONS, { ...version, body: null }, ['body']],
  ['POST', VERSIONS, { ...version, body: ['a'] }, ['body']],
  ['POST', VERSIONS, { ...version, title: 5 }, ['title']],
  ['POST', VERSIONS, { ...version, title: long(2001) }, ['title']],
  ['POST', VERSIONS, { ...version, byline: {} }, ['byline']],
  ['POST', VERSIONS, { ...version, byline: long(501) }, ['byline']],
  ['POST', VERSIONS, { ...version, title: 'half \ud83d' }, ['title']],
  ['POST', VERSIONS, { ...version, body: 'half \udd00 a sign' }, ['body']],
  ['POST', VERSIONS, { ...version, byline: 'half \udd00' }, ['byline']],
  ['POST', VERSIONS, { ...version, url: 'about:blank' }, ['url']],
  ['POST', VERSIONS, { ...version, url: 'https://ada:secret@a.example/' }, ['url']],
  ['POST', VERSIONS, { ...version, captured_at: 'noon' }, ['captured_at']],
  ['POST', VERSIONS, { ...version, captured_at: 1_770_000_000 }, ['captured_at']],
  ['POST', VERSIONS, { ...version, captured_at: '2026-02-29' }, ['captured_at']],
  ['POST', VERSIONS, { ...version, captured_at: '2026-13-01' }, ['captured_at']],
  ['POST', VERSIONS, { ...version, captured_at: '2026-03-01T12:00:00.001Z' }, ['captured_at']],
  ['POST', VERSIONS, { ...version, captured_at: '2026-03-01' }, ['captured_at']],
  ['POST', VERSIONS, { ...version, captured_at: '9999-12-31T23:59:59-01:00' }, ['captured_at']],
  ['POST', VERSIONS, { ...version, captured_at: '0000-01-01T00:00:00+01:00' }, ['captured_at']],
  ['POST', VERSIONS, { ...version, published_at: 'March' }, ['published_at']],
  ['POST', VERSIONS, { ...version, modified_at: '' }, ['modified_at']],
  ['PUT', WITHHOLDING, {}, ['reason']],
  ['PUT', WITHHOLDING, { reason: ' ' }, ['reason']],
  ['PUT', WITHHOLDING, { reason: 5 }, ['reason']],
  ['PUT', WITHHOLDING, { reason: 'a\u0000b' }, ['reason']],
  ['PUT', WITHHOLDING, { reason: 'half \ud83d' }, ['reason']],
  ['PUT', WITHHOLDING, { reason: long(2001) }, ['reason']],
  ['POST', REVIEWS, {}, ['action']],
  ['POST', REVIEWS, { action: 'approve' }, ['action']],
  ['POST', REVIEWS, { action: ['confirm'] }, ['action']],
  ['POST', REVIEWS, { action: 'confirm', change: '1' }, ['change']],
  ['POST', REVIEWS, { action: 'confirm', change: 0 }, ['change']],
  ['POST', REVIEWS, { action: 'confirm', change: 999_999 }, ['change']],
  // Of another claim.
  ['POST', REVIEWS, { action: 'confirm', change: 2 }, ['change']],
  ['POST', REVIEWS, { action: 'confirm', label: 'A label' }, ['label']],
  ['POST', REVIEWS, { action: 'confirm', reason: '' }, ['reason']],
  ['POST', REVIEWS, { action: 'confirm', reason: 5 }, ['reason']],
  ['POST', REVIEWS, { action: 'reject' }, ['reason']],
  ['POST', REVIEWS, { action: 'reject', reason: null }, ['reason']],
  ['POST', REVIEWS, { action: 'reject', reason: ' ' }, ['reason']],
  ['POST', REVIEWS, { action: 'reject', reason: long(2001) }, ['reason']],
  ['POST', REVIEWS, { action: 'reject', reason: 'half \ud83d' }, ['reason']],
  ['POST', REVIEWS, { action: 'relabel' }, ['label']],
  ['POST', REVIEWS, { action: 'relabel', label: ' ' }, ['label']],
  ['POST', REVIEWS, { action: 'relabel', label: long(201) }, ['label']],
  ['POST', REVIEWS, { action: 'relabel', label: 'two\nlines' }, ['label']],
  ['POST', REVIEWS, { action: 'relabel', label: 'two\u2028lines' }, ['label']],
  ['POST', REVIEWS, { action: 'relabel', label: 'a\u0000b' }, ['label']],
  ['POST', REVIEWS, { action: 'relabel', label: 'A label', change: 1 }, ['change']],
  ['POST', REVIEWS, { action: 'withdraw' }, ['review']],
  ['POST', REVIEWS, { action: 'withdraw', review: 'first' }, ['review']],
  ['POST', REVIEWS, { action: 'withdraw', review: 999_999 }, ['review']],
  ['POST', '/v1/articles/ferry/claims/2/reviews', { action: 'withdraw', review: 1 }, ['review']],
  ['POST', HOOKS, {}, ['url']],
  ['POST', HOOKS, { url: 'desk.example' }, ['url']],
  ['POST', HOOKS, { url: 'http://desk.example/hook' }, ['url']],
  ['POST', HOOKS, { url: 'ftp://desk.example/hook' }, ['url']],
  ['POST', HOOKS, { url: 'https://127.0.0.1/hook' }, ['url']],
  ['POST', HOOKS, { url: 'https://0x7f000001/hook' }, ['url']],
  ['POST', HOOKS, { url: 'https://[::ffff:10.0.0.1]/hook' }, ['url']],
  ['POST', HOOKS, { url: 'https://localhost/hook' }, ['url']],
  ['POST', HOOKS, { url: 'https://ada:secret@desk.example/hook' }, ['url']],
  ['POST', HOOKS, { url: 'https://desk.example:25/hook' }, ['url']],
  ['POST', HOOKS, { url: 'https://desk.example/hook#a' }, ['url']],
  ['POST', HOOKS, { url: `https://desk.example/${long(2000)}` }, ['url']],
  ['POST', HOOKS, { ...HOOK, description: 5 }, ['description']],
  ['POST', HOOKS, { ...HOOK, description: long(501) }, ['description']],
  ['POST', HOOKS, { ...HOOK, since: 'yesterday' }, ['since']],
  ['POST', HOOKS, { ...HOOK, since: 5 }, ['since']],
  ['POST', HOOKS, { ...HOOK, enabled: true }, ['enabled']],
  ['POST', HOOKS, { ...HOOK, filters: null }, ['filters']],
  ['POST', HOOKS, { ...HOOK, filters: { colour: 'red' } }, ['filters.colour']],
  ['POST', HOOKS, { ...HOOK, filters: { kind: ['softened', 'x'] } }, ['filters.kind.1']],
  ['POST', HOOKS, { ...HOOK, filters: { kind: [] } }, ['filters.kind']],
  ['POST', HOOKS, { ...HOOK, filters: { zone: 'footer' } }, ['filters.zone']],
  ['POST', HOOKS, { ...HOOK, filters: { acknowledged: 'yes' } }, ['filters.acknowledged']],
  ['POST', HOOKS, { ...HOOK, filters: { source: '' } }, ['filters.source']],
  ['POST', HOOKS, { ...HOOK, filters: { article: '', publication: 7 } }, ['filters.article', 'filters.publication']],
  ['POST', HOOKS, { ...HOOK, filters: { article: 'no-such-article' } }, ['filters.article']],
  ['POST', HOOKS, { ...HOOK, filters: { source: 'Nobody At All' } }, ['filters.source']],
  ['POST', HOOKS, { ...HOOK, filters: { publication: '' } }, ['filters.publication']],
  ['PATCH', '/v1/hooks/1', { filters: { article: 'no-such-article' } }, ['filters.article']],
  ['PATCH', '/v1/hooks/1', { filters: { verdict: ['confirmed'] } }, ['filters.verdict']],
  ['PATCH', '/v1/hooks/1', { url: 'https://10.0.0.1/' }, ['url']],
  ['PATCH', '/v1/hooks/1', { url: null }, ['url']],
  ['PATCH', '/v1/hooks/1', { enabled: 'yes' }, ['enabled']],
  ['PATCH', '/v1/hooks/1', { since: 'WzFd' }, ['since']],
  ['PATCH', '/v1/hooks/1', { secret: 'whsec_x' }, ['secret']],
  ['POST', '/v1/tokens', {}, ['name', 'scopes']],
  ['POST', '/v1/tokens', { name: ' ', scopes: ['archive:read'] }, ['name']],
  ['POST', '/v1/tokens', { name: 'a\u0000b', scopes: ['archive:read'] }, ['name']],
  ['POST', '/v1/tokens', { name: 'desk', scopes: [] }, ['scopes']],
  ['POST', '/v1/tokens', { name: 'desk', scopes: ['archive:all'] }, ['scopes.0']],
  ['POST', '/v1/analyze/claims', {}, ['body']],
  ['POST', '/v1/analyze/claims', { body: '' }, ['body']],
  ['POST', '/v1/analyze/claims', { body: 5 }, ['body']],
  ['POST', '/v1/analyze/claims', { body: 'Text.', title: 5 }, ['title']],
  ['POST', '/v1/analyze/claims', { body: 'Text.', published_at: 'x' }, ['published_at']],
  ['POST', '/v1/analyze/changes', {}, ['versions']],
  ['POST', '/v1/analyze/changes', { versions: [version] }, ['versions']],
  ['POST', '/v1/analyze/changes', { versions: Array(21).fill(version) }, ['versions']],
  ['POST', '/v1/analyze/changes', { versions: [version, {}] }, ['versions.1.body']],
  ['POST', '/v1/analyze/changes', { versions: [version, { body: ' ' }] }, ['versions.1.body']],
  ['POST', '/v1/analyze/changes', { versions: [version, { body: 'Text.', colour: 1 }] }, ['versions.1.colour']],
  ['POST', '/v1/analyze/changes', { versions: [{ body: 'Text.', title: [] }, version] }, ['versions.0.title']],
  ['POST', '/v1/analyze/page', {}, ['html', 'url']],
  ['POST', '/v1/analyze/page', { html: '', url: 'https://gazette.example/' }, ['html']],
  ['POST', '/v1/analyze/page', { html: 5, url: 'https://gazette.example/' }, ['html']],
  ['POST', '/v1/analyze/page', { html: '<p>Text', url: '/ferry' }, ['url']],
  ['POST', '/v1/analyze/page', { html: '<p>Text', url: 'file:///etc/hosts' }, ['url']],
  ['POST', '/v1/analyze/page', { html: '<p>Text', url: 'https://a:b@gazette.example/' }, ['url']],
])('%s %s refuses %j', async (method, path, body, fields) => {
  expect(await problem(stage.send(method, path, body), 400, 'invalid')).toEqual(fields)
})

test.each([
  ['POST', VERSIONS, { title: '', body: long(256 * 1024 + 1) }, 'body'],
  ['POST', VERSIONS, { title: 'A', body: 'é'.repeat(128 * 1024) }, 'body'],
  ['POST', '/v1/analyze/claims', { body: 'a '.repeat(512 * 1024 + 1) }, 'body'],
  ['POST', '/v1/analyze/changes', { versions: [version, { body: 'a '.repeat(512 * 1024 + 1) }] }, 'versions.1.body'],
])('%s %s refuses a text that is too large', async (method, path, body, field) => {
  expect(await problem(stage.send(method, path, body), 413, 'too_large')).toEqual([field])
})

test.each([
  ['POST', ARTICLES, { slug: 'ferry' }],
  ['PATCH', '/v1/articles/ferry', { slug: 'bridge' }],
])('%s %s refuses the taken slug of %j', async (method, path, body) => {
  expect(await problem(stage.send(method, path, body), 409, 'conflict')).toEqual(['slug'])
})

test.each([[''], ['a b'], ['ü'], [long(201)]])('refuses the Idempotency-Key "%s"', async (key) => {
  const answer = stage.send('POST', ARTICLES, { slug: 'new-one' }, { 'Idempotency-Key': key })
  expect(await problem(answer, 400, 'invalid')).toEqual(['header.idempotency-key'])
})
