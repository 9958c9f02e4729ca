/** Time travel as RFC 7089 demands it: datetime negotiation, links of mementos, TimeMaps; and what withholding does to it. */
import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import { openStore } from '#harness'
import { linksIn, related } from '../links.ts'
import { read, type Stage, stageOver, tellStory, well } from '../stage.ts'

const HOST = 'http://localhost'
const FERRY = `${HOST}/v1/articles/ferry`
const ORIGINAL = 'https://gazette.example/ferry'
const DATES: Record<number, string> = {
  1: 'Tue, 10 Feb 2026 08:00:00 GMT',
  4: 'Tue, 10 Feb 2026 10:00:00 GMT',
  2: 'Tue, 10 Feb 2026 12:00:00 GMT',
  3: 'Tue, 10 Feb 2026 18:00:00 GMT',
}
/** The numbers of the versions, in their order. */
const ORDER = [1, 4, 2, 3]

let stage: Stage

beforeAll(async () => {
  stage = stageOver(await openStore())
  await tellStory(stage)
  // Late: its place is between the first and the second. Half a second over the full one, which HTTP's datetimes do not tell.
  await well(
    stage.ingest(
      'ferry',
      '2026-02-10T10:00:00.500Z',
      'Ferry Runs Aground',
      'A ferry with 215 passengers ran aground off Norrholm.',
    ),
  )
  await well(stage.send('POST', '/v1/articles', { slug: 'empty' }))
})

const negotiate = (slug: string, datetime?: string, init: RequestInit = {}) =>
  stage.ask(`/v1/articles/${slug}/timegate`, {
    ...init,
    ...(datetime !== undefined && { headers: { 'Accept-Datetime': datetime } }),
  })
const linksOf = (response: Response) => linksIn(response.headers.get('link') ?? '')
const mapOf = async (path: string, init?: RequestInit) => linksIn(await (await well(stage.ask(path, init))).text())

/** Every memento's target, datetime and relations besides. */
const mementosIn = (links: ReturnType<typeof linksIn>) =>
  related(links, 'memento').map(({ target, rel, attributes }) => [
    target.replace(`${FERRY}/versions/`, ''),
    attributes.datetime,
    rel.filter((one) => one !== 'memento').sort(),
  ])

describe('the TimeGate', () => {
  test.each([
    ['exactly a memento’s', DATES[1], 1],
    ['a second before the next', 'Tue, 10 Feb 2026 09:59:59 GMT', 1],
    ['that of a memento captured within the second', DATES[4], 4],
    ['between two', 'Tue, 10 Feb 2026 11:00:00 GMT', 4],
    ['the last', DATES[3], 3],
    ['after the last', 'Fri, 01 Jan 2100 00:00:00 GMT', 3],
    ['before the first', 'Sat, 10 Feb 2001 00:00:00 GMT', 1],
    ['none', undefined, 3],
  ])('leads from a datetime that is %s to the memento', async (_, datetime, number) => {
    const response = await negotiate('ferry', datetime)
    expect([response.status, response.headers.get('location')]).toEqual([302, `${FERRY}/versions/${number}`])
    // Sections 4.1.2 and 2.1: a TimeGate says by what it varies, and is no memento.
    expect(response.headers.get('vary')?.toLowerCase().split(/, */)).toContain('accept-datetime')
    expect(response.headers.has('memento-datetime')).toBe(false)
    const links = linksOf(response)
    expect(related(links, 'original').map(({ target }) => target)).toEqual([ORIGINAL])
    expect(related(links, 'timemap')).toEqual([
      {
        target: `${FERRY}/timemap`,
        rel: ['timemap'],
        attributes: { type: 'application/link-format', from: DATES[1], until: DATES[3] },
      },
    ])
    const roles = [
      [1, ['first']],
      [3, ['last']],
    ].filter(([n]) => n !== number)
    const expected = [...roles, [number, ({ 1: ['first'], 3: ['last'] } as Record<number, string[]>)[number] ?? []]] as [
      number,
      string[],
    ][]
    const sorted = (list: unknown[][]) => [...list].sort((a, b) => Number(a[0]) - Number(b[0]))
    expect(sorted(mementosIn(links))).toEqual(sorted(expected.map(([n, rel]) => [String(n), DATES[n], rel])))
  })

  test.each([
    ['empty', ''],
    ['no date', 'yesterday'],
    ['ISO 8601', '2026-02-10T12:00:00Z'],
    ['seconds', '1770724800'],
    ['another zone', 'Tue, 10 Feb 2026 12:00:00 +0100'],
    ['UTC', 'Tue, 10 Feb 2026 12:00:00 UTC'],
    ['lower case', 'tue, 10 feb 2026 12:00:00 gmt'],
    ['no day of the week', '10 Feb 2026 12:00:00 GMT'],
    ['another day of the week', 'Mon, 10 Feb 2026 12:00:00 GMT'],
    ['one digit', 'Sun, 1 Feb 2026 12:00:00 GMT'],
    ['a day that no month has', 'Mon, 30 Feb 2026 12:00:00 GMT'],
    ['an hour that no day has', 'Tue, 10 Feb 2026 25:00:00 GMT'],
    ['RFC 850', 'Tuesday, 10-Feb-26 12:00:00 GMT'],
    ['asctime', 'Tue Feb 10 12:00:00 2026'],
    ['two', 'Tue, 10 Feb 2026 12:00:00 GMT, Tue, 10 Feb 2026 12:00:00 GMT'],
  ])('refuses a datetime that is %s', async (_, datetime) => {
    for (const slug of ['ferry', 'nothing']) {
      const response = await negotiate(slug, datetime)
      expect(response.status).toBe(400)
      expect(await response.json()).toMatchObject({ code: 'invalid', errors: [{ path: 'header.accept-datetime' }] })
    }
  })

  test('answers HEAD as GET, and refuses other methods', async () => {
    const head = await negotiate('ferry', DATES[2], { method: 'HEAD' })
    expect([head.status, head.headers.get('location'), await head.text()]).toEqual([302, `${FERRY}/versions/2`, ''])
    const post = await negotiate('ferry', DATES[2], { method: 'POST' })
    expect([post.status, post.headers.get('allow')]).toEqual([405, 'GET, HEAD, OPTIONS'])
  })

  test.each([['nothing'], ['empty']])('finds nothing for “%s”', async (slug) => {
    expect((await negotiate(slug, DATES[2])).status).toBe(404)
    expect((await negotiate(slug)).status).toBe(404)
  })

  test('leads to the version that stood then, whatever the time', async () => {
    const times = ORDER.map((number) => Date.parse(DATES[number] ?? ''))
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: -50_000, max: 50_000 }), async (seconds) => {
        const time = Date.parse(DATES[2] ?? '') + seconds * 1000
        const index = Math.max(0, times.filter((one) => one <= time).length - 1)
        const response = await negotiate('ferry', new Date(time).toUTCString())
        expect(response.headers.get('location')).toBe(`${FERRY}/versions/${ORDER[index]}`)
      }),
      { numRuns: 30 },
    )
  })
})

describe('a memento', () => {
  test.each(ORDER.map((number, i) => [number, ORDER[i - 1], ORDER[i + 1]] as const))(
    'version %i says when it stood and what is around it',
    async (number, previous, next) => {
      for (const query of ['', '?claims=false', '']) {
        const response = await well(stage.ask(`/v1/articles/ferry/versions/${number}${query}`))
        expect(response.headers.get('memento-datetime')).toBe(DATES[number])
        expect(response.headers.get('vary') ?? '').not.toMatch(/datetime/i)
        const links = linksOf(response)
        // Section 2.2: exactly one original; its TimeGate and TimeMap.
        expect(related(links, 'original').map(({ target }) => target)).toEqual([ORIGINAL])
        expect(related(links, 'timegate').map(({ target }) => target)).toEqual([`${FERRY}/timegate`])
        expect(related(links, 'timemap').map(({ target }) => target)).toEqual([`${FERRY}/timemap`])
        const roles: Record<string, number | undefined> = { first: 1, prev: previous, next, last: 3 }
        for (const [rel, target] of Object.entries(roles)) {
          const expected = target === undefined ? [] : [[`${FERRY}/versions/${target}`, DATES[target]]]
          const found = related(links, rel).filter((link) => link.rel.includes('memento'))
          expect([rel, found.map((link) => [link.target, link.attributes.datetime])]).toEqual([rel, expected])
        }
        // RFC 5829.
        expect(related(links, 'version-history').map(({ target }) => target)).toEqual([`${FERRY}/versions`])
        expect(related(links, 'latest-version').map(({ target }) => target)).toEqual([`${FERRY}/versions/3`])
        const version = (n: number | undefined) => (n === undefined ? [] : [`${FERRY}/versions/${n}`])
        expect(related(links, 'predecessor-version').map(({ target }) => target)).toEqual(version(previous))
        expect(related(links, 'successor-version').map(({ target }) => target)).toEqual(version(next))
      }
    },
  )

  test('does not negotiate', async () => {
    const response = await stage.ask('/v1/articles/ferry/versions/2', { headers: { 'Accept-Datetime': DATES[1] ?? '' } })
    expect([response.status, response.headers.get('memento-datetime')]).toEqual([200, DATES[2]])
  })

  test('of an article that is known at no address has the article here for its original', async () => {
    for (const path of ['/v1/articles/bridge/versions/1', '/v1/articles/bridge']) {
      const links = linksOf(await well(stage.ask(path)))
      expect(related(links, 'original').map(({ target }) => target)).toEqual([`${HOST}/v1/articles/bridge`])
    }
    const links = linksOf(await negotiate('bridge'))
    expect(related(links, 'memento')).toEqual([
      {
        target: `${HOST}/v1/articles/bridge/versions/1`,
        rel: ['first', 'last', 'memento'],
        attributes: { datetime: 'Tue, 10 Feb 2026 09:00:00 GMT' },
      },
    ])
  })

  test('names its resources by the address that was asked', async () => {
    for (const origin of ['https://archive.example', 'http://localhost', 'https://archive.example:8443']) {
      const links = linksOf(await well(stage.ask(`${origin}/v1/articles/ferry/versions/1`)))
      expect(related(links, 'timegate').map(({ target }) => target)).toEqual([`${origin}/v1/articles/ferry/timegate`])
    }
  })
})

test('the article leads to its TimeGate and TimeMap', async () => {
  const links = linksOf(await well(stage.ask('/v1/articles/ferry')))
  expect(related(links, 'original').map(({ target }) => target)).toEqual([ORIGINAL])
  expect(related(links, 'timegate').map(({ target }) => target)).toEqual([`${FERRY}/timegate`])
  expect(related(links, 'timemap')).toMatchObject([
    { target: `${FERRY}/timemap`, attributes: { type: 'application/link-format' } },
  ])
})

describe('the TimeMap', () => {
  const MAP = '/v1/articles/ferry/timemap'

  test('lists all mementos, in application/link-format', async () => {
    const response = await well(stage.ask(MAP))
    expect(response.headers.get('content-type')).toBe('application/link-format')
    const links = linksIn(await response.text())
    expect(related(links, 'original').map(({ target }) => target)).toEqual([ORIGINAL])
    expect(related(links, 'timegate').map(({ target }) => target)).toEqual([`${FERRY}/timegate`])
    expect(related(links, 'self')).toEqual([
      {
        target: HOST + MAP,
        rel: ['self'],
        attributes: { type: 'application/link-format', from: DATES[1], until: DATES[3] },
      },
    ])
    expect(related(links, 'timemap')).toEqual([])
    expect(mementosIn(links)).toEqual(
      ORDER.map((number) => [String(number), DATES[number], number === 1 ? ['first'] : number === 3 ? ['last'] : []]),
    )
  })

  test.each([
    ['*/*', 'application/link-format'],
    ['text/html', 'application/link-format'],
    ['application/link-format', 'application/link-format'],
    ['application/json', 'application/json'],
    ['application/json;q=0.4, application/link-format;q=0.9', 'application/link-format'],
    ['application/link-format;q=0.1, application/json', 'application/json'],
  ])('answers Accept: %s as %s', async (accept, type) => {
    const response = await well(stage.ask(MAP, { headers: { Accept: accept } }))
    expect([response.headers.get('content-type'), response.headers.get('vary')]).toEqual([type, 'Accept'])
    for (const [format, fixed] of [
      ['link', 'application/link-format'],
      ['json', 'application/json'],
    ]) {
      const asked = await well(stage.ask(`${MAP}?format=${format}`, { headers: { Accept: accept } }))
      expect(asked.headers.get('content-type')).toBe(fixed)
    }
  })

  test('says the same as JSON', async () => {
    const memento = (number: number) => ({
      number,
      datetime: number === 4 ? '2026-02-10T10:00:00.500Z' : new Date(DATES[number] ?? '').toISOString(),
      uri: `${FERRY}/versions/${number}`,
    })
    expect(await read(stage.ask, `${MAP}?format=json`)).toEqual({
      original_uri: ORIGINAL,
      timegate_uri: `${FERRY}/timegate`,
      timemap_uri: { link_format: HOST + MAP, json_format: `${HOST}${MAP}?format=json` },
      self: `${HOST}${MAP}?format=json`,
      mementos: { first: memento(1), last: memento(3), list: ORDER.map(memento) },
      next: null,
    })
  })

  test('has an ETag for each of its forms', async () => {
    const tag = async (accept: string) => (await stage.ask(MAP, { headers: { Accept: accept } })).headers.get('etag')
    const [links, json] = [await tag('application/link-format'), await tag('application/json')]
    expect(links).not.toBe(json)
    const ask = (etag: string | null) =>
      stage.ask(MAP, { headers: { Accept: 'application/json', 'If-None-Match': etag ?? '' } })
    expect([(await ask(json)).status, (await ask(links)).status]).toEqual([304, 200])
  })

  test('comes in pages, each of which leads to the next', async () => {
    const seen: unknown[] = []
    let path: string | undefined = `${MAP}?limit=1`
    for (let pages = 0; path !== undefined; pages++) {
      expect(pages).toBeLessThan(5)
      const links: ReturnType<typeof linksIn> = await mapOf(path)
      const mementos = mementosIn(links)
      const [memento] = mementos
      expect(mementos).toHaveLength(1)
      expect(related(links, 'self')).toMatchObject([
        { target: HOST + path, attributes: { from: memento?.[1], until: memento?.[1] } },
      ])
      seen.push(memento?.[0])
      const next = related(links, 'timemap').filter(({ target }) => target.includes('cursor'))
      expect(related(links, 'timemap')).toHaveLength(next.length + (pages === 0 ? 0 : 1))
      if (next[0])
        expect(next[0].attributes).toEqual({
          type: 'application/link-format',
          from: DATES[ORDER[seen.length] ?? 0],
          until: DATES[3],
        })
      path = next[0]?.target.slice(HOST.length)
    }
    expect(seen).toEqual(ORDER.map(String))
  })

  test('of an article without versions has none', async () => {
    const links = await mapOf('/v1/articles/empty/timemap')
    expect(links.map(({ rel }) => rel.join(' '))).toEqual(['original', 'self', 'timegate'])
    expect(await read(stage.ask, '/v1/articles/empty/timemap?format=json')).toMatchObject({
      mementos: { first: null, last: null, list: [] },
    })
  })
})

test('an old slug leads to the new one’s TimeMap, and from its TimeGate to the memento at once', async () => {
  await well(stage.send('PATCH', '/v1/articles/bridge', { slug: 'old-bridge' }))
  const map = await stage.ask('/v1/articles/bridge/timemap?format=json')
  expect([map.status, map.headers.get('location')]).toEqual([308, '/v1/articles/old-bridge/timemap?format=json'])
  expect((await negotiate('bridge')).headers.get('location')).toBe(`${HOST}/v1/articles/old-bridge/versions/1`)
})

test.each([
  ['https://gazette.example/überfahrt', 'https://gazette.example/%C3%BCberfahrt'],
  ['https://gazette.example/a>; rel="x"?q=" <b>', 'https://gazette.example/a%3E;%20rel=%22x%22?q=%22%20%3Cb%3E'],
  ['https://zürich.example/', 'https://xn--zrich-kva.example/'],
])('the original %s is linked as a URI', async (url, uri) => {
  const slug = `awkward-${uri.length}`
  await well(stage.send('POST', '/v1/articles', { slug, url }))
  await well(stage.ingest(slug, '08:00', 'A Title', 'The pier is open.'))
  for (const response of [await stage.ask(`/v1/articles/${slug}/versions/1`), await negotiate(slug)]) {
    expect(related(linksOf(response), 'original').map(({ target }) => target)).toEqual([uri])
  }
})

describe('a withheld version', () => {
  const reason = 'Court order 7/26'
  const withhold = (number: number) => well(stage.send('PUT', `/v1/articles/ferry/versions/${number}/withholding`, { reason }))

  test('is no memento', async () => {
    for (const number of [4, 3]) await withhold(number)
    expect(mementosIn(await mapOf('/v1/articles/ferry/timemap'))).toEqual([
      ['1', DATES[1], ['first']],
      ['2', DATES[2], ['last']],
    ])
    const { mementos } = await read<{ mementos: object }>(stage.ask, '/v1/articles/ferry/timemap?format=json')
    expect(JSON.stringify(mementos)).not.toMatch(/versions\/[34]"/)
    // What stood then may not be told: the memento before it is the closest that may.
    for (const datetime of [DATES[4], 'Tue, 10 Feb 2026 11:00:00 GMT', DATES[1]]) {
      expect((await negotiate('ferry', datetime)).headers.get('location')).toBe(`${FERRY}/versions/1`)
    }
    expect((await negotiate('ferry')).headers.get('location')).toBe(`${FERRY}/versions/2`)
    const links = related(linksOf(await well(stage.ask('/v1/articles/ferry/versions/1'))), 'memento')
    expect(links.map(({ target, rel }) => [target.slice(-1), rel])).toEqual([
      ['1', ['first', 'memento']],
      ['2', ['next', 'last', 'memento']],
    ])
    const memento = await stage.ask('/v1/articles/ferry/versions/4')
    expect([memento.status, memento.headers.has('memento-datetime')]).toEqual([410, false])
  })

  test('leaves the first to lead to, and none where all are', async () => {
    await withhold(1)
    expect((await negotiate('ferry', DATES[1])).headers.get('location')).toBe(`${FERRY}/versions/2`)
    await withhold(2)
    const response = await negotiate('ferry')
    expect([response.status, await response.text()]).toEqual([410, expect.stringContaining(reason)])
    expect((await mapOf('/v1/articles/ferry/timemap')).map(({ rel }) => rel.join(' '))).toEqual([
      'original',
      'self',
      'timegate',
    ])
  })
})
