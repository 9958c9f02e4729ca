/** Watches and captures over HTTP: their life, their lists, the bytes, and who may do what. */
import { beforeEach, describe, expect, it, test } from 'vitest'
import { openStore } from '#harness'
import { sha256 } from '../../../src/store/hash.ts'
import type { RawStore } from '../../../src/watching/raw-store.ts'
import { article, REST, rss, Site } from '../../watching/site.ts'
import { JSON_HEADERS, NOW, read, type Stage, stageOver, well } from '../stage.ts'

const FARES = 'https://harbour-post.example/ferry-fares'
const PAGE = article('Ferry Fares Rise', 'Fares will rise by 10 percent in May, the operator said.', ...REST)

let stage: Stage
let site: Site
let now = Date.parse(NOW)

beforeEach(async () => {
  site = new Site()
  site.pages.set(FARES, { body: PAGE })
  now = Date.parse(NOW)
  const kept = new Map<string, Uint8Array<ArrayBuffer>>()
  const raw: RawStore = {
    put: async (name, bytes) => void kept.set(name, bytes),
    get: async (name) => kept.get(name) ?? null,
    remove: async (name) => void kept.delete(name),
  }
  stage = stageOver(await openStore(), { capturePause: 0 }, 1_000_000, { get: site.get, raw, clock: () => now })
})

const watch = async (body: object) =>
  (await well(stage.send('POST', '/v1/watches', body))).json() as Promise<Record<string, unknown>>
const check = async (id = 1) =>
  (await well(stage.send('POST', `/v1/watches/${id}/check`, {}))).json() as Promise<{
    watch: object
    capture: Record<string, unknown>
  }>

describe('a watch', () => {
  it('is made, checked, changed, paused, resumed and removed', async () => {
    expect(await watch({ url: FARES, publication: 'The Post', drop: ['.promo'], every: 3600 })).toMatchObject({
      id: 1,
      address: FARES,
      kind: 'page',
      article: null,
      state: 'watching',
      next_check: NOW,
      publication: 'The Post',
      drop: ['.promo'],
      every: 3600,
    })
    expect(await check()).toMatchObject({
      watch: { article: 'ferry-fares-rise', last_outcome: 'created', failures: 0, checks: 1, failed: 0 },
      capture: { outcome: 'created', article: 'ferry-fares-rise', version: 1, address: FARES, status: 200 },
    })
    expect(await read(stage.ask, '/v1/articles/ferry-fares-rise')).toMatchObject({
      publication: 'The Post',
      urls: [{ url: FARES }],
      coverage: { watches: 1, checks: 1, failed: 0, last_check: NOW, gaps: [] },
    })
    const patch = async (body: object) => (await well(stage.send('PATCH', '/v1/watches/1', body))).json()
    expect(await patch({ paused: true })).toMatchObject({
      state: 'paused',
      next_check: null,
      publication: 'The Post',
      every: 3600,
    })
    expect(await patch({ every: null, drop: [] })).toMatchObject({ state: 'paused', every: null, drop: [] })
    expect(await patch({ paused: false, publication: null })).toMatchObject({
      state: 'watching',
      next_check: NOW,
      publication: null,
    })
    expect(await (await well(stage.send('DELETE', '/v1/watches/1', {}))).json()).toEqual({ id: 1, removed: true })
    expect((await stage.ask('/v1/watches/1')).status).toBe(404)
    expect((await read<{ data: object[] }>(stage.ask, '/v1/captures')).data).toHaveLength(1)
  })

  it('of an address in another form is refused, and names the watch', async () => {
    await watch({ url: FARES })
    const again = await stage.send('POST', '/v1/watches', {
      url: 'http://www.harbour-post.example/ferry-fares/?utm_source=x#top',
    })
    expect([again.status, await again.json()]).toMatchObject([
      409,
      { detail: expect.stringContaining('Watch 1'), errors: [{ path: 'url' }] },
    ])
  })

  test.each([
    [{ url: 'http://127.0.0.1/story' }, 'url'],
    [{ url: 'http://[::1]/story' }, 'url'],
    [{ url: 'http://localhost/story' }, 'url'],
    [{ url: 'https://metadata.internal/' }, 'url'],
    [{ url: 'https://a:b@harbour-post.example/' }, 'url'],
    [{ url: 'ftp://harbour-post.example/' }, 'url'],
    [{ url: 'https://harbour-post.example:22/' }, 'url'],
    [{}, 'url'],
    [{ url: FARES, every: 5 }, 'every'],
    [{ url: FARES, kind: 'site' }, 'kind'],
    [{ url: FARES, keep: [''] }, 'keep.0'],
    [{ url: FARES, pace: 3 }, 'pace'],
  ])('%j is refused and names %s', async (body, path) => {
    const refused = await stage.send('POST', '/v1/watches', body)
    expect([refused.status, await refused.json()]).toMatchObject([400, { code: 'invalid', errors: [{ path }] }])
    expect((await read<{ data: object[] }>(stage.ask, '/v1/watches')).data).toEqual([])
  })

  it('of an article that there is not is refused', async () => {
    expect((await stage.send('POST', '/v1/watches', { url: FARES, article: 'none' })).status).toBe(404)
  })

  it('is read by anybody and written with its scope alone', async () => {
    await watch({ url: FARES })
    const made = await well(stage.send('POST', '/v1/tokens', { name: 'desk', scopes: ['archive:write', 'review:write'] }))
    const { token } = (await made.json()) as { token: string }
    const headers = { ...JSON_HEADERS, Authorization: `Bearer ${token}` }
    for (const [method, path] of [
      ['POST', '/v1/watches'],
      ['PATCH', '/v1/watches/1'],
      ['DELETE', '/v1/watches/1'],
      ['POST', '/v1/watches/1/check'],
    ] as const) {
      expect((await stage.ask(path, { method, headers, body: '{}' })).status).toBe(403)
      expect((await stage.ask(path, { method, body: '{}', headers: { 'Content-Type': 'application/json' } })).status).toBe(401)
    }
    expect((await stage.ask('/v1/watches/1')).status).toBe(200)
    const closed = stageOver(stage.store, { readTokenRequired: true })
    for (const path of ['/v1/watches', '/v1/watches/1', '/v1/captures', '/watches', '/checks'])
      expect((await closed.ask(path)).status).toBe(401)
  })
})

describe('lists', () => {
  it('follow what was checked, and answer 304 until then', async () => {
    await watch({ url: FARES })
    await check()
    const first = await stage.ask('/v1/captures')
    const etag = first.headers.get('etag') ?? ''
    expect((await stage.ask('/v1/captures', { headers: { 'If-None-Match': etag } })).status).toBe(304)
    site.pages.set(FARES, { status: 503 })
    now += 3_600_000
    await check()
    const { data } = await read<{ data: { outcome: string; evidence: object[] }[] }>(stage.ask, '/v1/captures')
    expect(data).toMatchObject([
      { outcome: 'server_error', evidence: expect.arrayContaining([{ rule: 'status', text: '503' }]) },
      { outcome: 'created' },
    ])
    const outcomes = async (query: string) =>
      (await read<{ data: { outcome: string }[] }>(stage.ask, `/v1/captures?${query}`)).data.map(({ outcome }) => outcome)
    expect(await outcomes('good=false')).toEqual(['server_error'])
    expect(await outcomes('good=true')).toEqual(['created'])
    expect(await outcomes('outcome=created,timeout')).toEqual(['created'])
    expect(await outcomes('watch=2')).toEqual([])
    expect((await stage.ask('/v1/captures?outcome=bad')).status).toBe(400)
    const csv = await (await well(stage.ask('/v1/captures?format=csv'))).text()
    expect(csv.split('\n')[1]).toContain('server_error,"[{""rule"":""status"",""text"":""503""}')
  })

  it('of watches by state and feed', async () => {
    const feed = 'https://harbour-post.example/feed.xml'
    site.pages.set(feed, rss(FARES))
    await watch({ url: feed, kind: 'feed' })
    await check()
    const ids = async (query: string) =>
      (await read<{ data: { id: number }[] }>(stage.ask, `/v1/watches?${query}`)).data.map(({ id }) => id)
    expect([await ids(''), await ids('kind=feed'), await ids('feed=1'), await ids('state=stopped')]).toEqual([
      [1, 2],
      [1],
      [2],
      [],
    ])
    await well(stage.send('PATCH', '/v1/watches/2', { paused: true }))
    expect(await ids('state=paused')).toEqual([2])
  })
})

test('three bad captures in a row are a gap, which a good one ends', async () => {
  await watch({ url: FARES })
  await check()
  const gaps = async () =>
    (await read<{ coverage: { gaps: object[] } }>(stage.ask, '/v1/articles/ferry-fares-rise')).coverage.gaps
  const times: string[] = []
  for (const [hour, page] of [
    [1, { status: 502 }],
    [2, { fails: 'connect ECONNREFUSED' }],
    [3, { status: 502 }],
    [4, { body: PAGE }],
    [5, { status: 502 }],
  ] as const) {
    site.pages.set(FARES, page)
    now = Date.parse(NOW) + hour * 3_600_000
    times.push(new Date(now).toISOString())
    if (hour === 3) expect(await gaps()).toEqual([])
    await check()
  }
  expect(await gaps()).toEqual([{ from: times[0], to: times[3], captures: 3, outcomes: ['server_error', 'network_error'] }])
})

describe('the bytes', () => {
  const ask = (path: string, scopes: readonly string[] = ['capture:read']) =>
    tokenWith(scopes).then((token) => stage.ask(path, { headers: { Authorization: `Bearer ${token}` } }))

  async function tokenWith(scopes: readonly string[]): Promise<string> {
    const made = await well(stage.send('POST', '/v1/tokens', { name: 'reader', scopes }))
    return ((await made.json()) as { token: string }).token
  }

  beforeEach(async () => {
    await watch({ url: FARES })
    await check()
  })

  it('of a version are what came, never to be run by a browser', async () => {
    const response = await ask('/v1/articles/ferry-fares-rise/versions/1/raw')
    expect([response.status, await response.text()]).toEqual([200, PAGE])
    expect(response.headers.get('content-type')).toBe('application/octet-stream')
    expect(response.headers.get('content-disposition')).toMatch(/^attachment; /)
    const digest = atob(/^sha-256=:(.*):$/.exec(response.headers.get('repr-digest') ?? '')?.[1] ?? '')
    expect([...digest].map((byte) => byte.charCodeAt(0).toString(16).padStart(2, '0')).join('')).toBe(sha256(PAGE))
  })

  it('are a WARC file too', async () => {
    const text = await (await ask('/v1/captures/1/raw?format=warc')).text()
    expect(text).toMatch(/^WARC\/1\.1\r\nWARC-Type: response\r\n/)
    expect(text).toContain(`WARC-Target-URI: ${FARES}\r\n`)
    const length = Number(/Content-Length: (\d+)\r\n\r\n/.exec(text)?.[1])
    const block = text.slice(text.indexOf('\r\n\r\n') + 4)
    expect(new TextEncoder().encode(block).length).toBe(length + 4)
    expect(block.slice(0, -4).endsWith(PAGE)).toBe(true)
  })

  it('need their scope, and are gone with a version that is withheld', async () => {
    expect((await ask('/v1/captures/1/raw', ['archive:write'])).status).toBe(403)
    expect((await stage.ask('/v1/captures/1/raw')).status).toBe(401)
    await well(stage.send('PUT', '/v1/articles/ferry-fares-rise/versions/1/withholding', { reason: 'A court ordered it.' }))
    expect((await ask('/v1/articles/ferry-fares-rise/versions/1/raw')).status).toBe(410)
    expect((await ask('/v1/captures/1/raw')).status).toBe(410)
    expect((await ask('/v1/captures/9/raw')).status).toBe(404)
  })

  it('of a text that was handed in are not there', async () => {
    await well(stage.send('POST', '/v1/articles', { slug: 'typed' }))
    await well(stage.ingest('typed', '08:00', 'Typed', 'A text.'))
    const response = await ask('/v1/articles/typed/versions/1/raw')
    expect([response.status, await response.json()]).toMatchObject([
      404,
      { detail: expect.stringContaining('handed in as text') },
    ])
  })
})

test('the pages show watches, captures and gaps, and every text as text', async () => {
  const hostile = '<img src=x onerror=alert(1)>'
  site.pages.set(FARES, { body: article(hostile.replaceAll('<', '&lt;'), hostile.replaceAll('<', '&lt;'), ...REST) })
  await watch({ url: FARES, publication: hostile })
  await check()
  site.pages.set(FARES, { fails: hostile })
  for (let n = 0; n < 3; n++) {
    now += 3_600_000
    await check()
  }
  const { article: slug } = await read<{ article: string }>(stage.ask, '/v1/watches/1')
  for (const path of ['/watches', '/watches/1', '/checks', '/checks?all=true', `/a/${slug}/checks`, `/a/${slug}`, '/']) {
    const page = await (await well(stage.ask(path, { headers: { Accept: 'text/html' } }))).text()
    expect(page).not.toContain('<img')
  }
  const front = await (await stage.ask('/', { headers: { Accept: 'text/html' } })).text()
  expect(front).toContain('1 address is watched.')
  expect(front).toContain('href="/checks"')
  const story = await (await stage.ask(`/a/${slug}`, { headers: { Accept: 'text/html' } })).text()
  expect(story).toContain('<b>3 failed.</b>')
  expect(story).toContain('class="gap"')
})
