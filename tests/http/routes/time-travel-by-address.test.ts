/** TimeGates and TimeMaps by address (RFC 7089): as clients and aggregators ask for them, the address behind the path. */
import { beforeAll, describe, expect, test } from 'vitest'
import { openStore } from '#harness'
import { linksIn, related } from '../links.ts'
import { type Stage, stageOver, tellStory, well } from '../stage.ts'

const HOST = 'http://localhost'
const FERRY = `${HOST}/v1/articles/ferry`
const PIER = 'https://pier.example/news?id=7&page=1'

let stage: Stage

beforeAll(async () => {
  stage = stageOver(await openStore())
  await tellStory(stage)
  await well(stage.send('POST', '/v1/articles', { slug: 'pier', url: PIER }))
  await well(stage.ingest('pier', '08:00', 'Pier Closes', 'The pier will close in May, its owner said.'))
  await well(stage.send('POST', '/v1/articles', { slug: 'empty', url: 'https://empty.example/x' }))
  await well(stage.send('POST', '/v1/articles', { slug: 'ferry-2', url: 'https://app.example/ferry' }))
  await well(stage.send('POST', '/v1/articles/ferry-2/alias', { of: 'ferry', reason: 'One story' }))
})

const gate = (address: string, init?: RequestInit) => stage.ask(`/v1/timegate/${address}`, init)

const FORMS = [
  ['as it is', 'https://gazette.example/ferry', 'ferry'],
  ['percent-encoded', encodeURIComponent('https://gazette.example/ferry'), 'ferry'],
  ['with another scheme, host and fragment', 'http://www.gazette.example/ferry#top', 'ferry'],
  ['with tracking parameters', 'https://gazette.example/ferry?utm_source=feed', 'ferry'],
  ['without a scheme', 'gazette.example/ferry', 'ferry'],
  ['with one slash', 'https:/gazette.example/ferry', 'ferry'],
  ['of an alias', 'https://app.example/ferry', 'ferry'],
  ['with its query', PIER, 'pier'],
  ['with its query in another order', 'https://pier.example/news?page=1&id=7', 'pier'],
  ['with its query, percent-encoded', encodeURIComponent(PIER), 'pier'],
  ['percent-encoded up to its query', `${encodeURIComponent('https://pier.example/news')}?id=7&page=1`, 'pier'],
]

test.each(FORMS)('an address %s is found', async (_, address, slug) => {
  const { status, headers } = await gate(address)
  expect([status, headers.get('location')]).toEqual([302, expect.stringContaining(`/v1/articles/${slug}/versions/`)])
  expect((await stage.ask(`/v1/timemap/link/${address}`)).status).toBe(200)
  expect((await stage.ask(`/v1/timemap/json/${address}`)).status).toBe(200)
})

test.each([
  ['https://gazette.example/other', 404, 'not_found'],
  ['https://pier.example/news', 404, 'not_found'],
  ['https://pier.example/news?id=8&page=1', 404, 'not_found'],
  ['ferry', 404, 'not_found'],
  ['ftp://gazette.example/ferry', 400, 'invalid'],
  ['https://', 400, 'invalid'],
  ['%FF', 400, 'invalid'],
])('%s is answered %i', async (address, status, code) => {
  for (const path of ['timegate', 'timemap/link', 'timemap/json']) {
    const answer = await stage.ask(`/v1/${path}/${address}`)
    expect([path, answer.status, ((await answer.json()) as { code: string }).code]).toEqual([path, status, code])
    expect(answer.headers.get('content-type')).toBe('application/problem+json')
  }
})

test('an article without a version has no TimeGate, and an empty TimeMap', async () => {
  expect((await gate('https://empty.example/x')).status).toBe(404)
  expect(linksIn(await (await stage.ask('/v1/timemap/link/https://empty.example/x')).text())).toHaveLength(3)
})

test('the TimeGate negotiates, and links to what was asked', async () => {
  const asked = 'http://www.gazette.example/ferry?utm_source=feed'
  const answer = await gate(asked, { headers: { 'Accept-Datetime': 'Tue, 10 Feb 2026 13:00:00 GMT' } })
  expect(answer.headers.get('location')).toBe(`${FERRY}/versions/2`)
  expect(answer.headers.get('vary')).toContain('accept-datetime')
  const links = linksIn(answer.headers.get('link') ?? '')
  const targets = (rel: string) => related(links, rel).map(({ target }) => target)
  expect(targets('original')).toEqual([asked])
  expect(targets('timegate')).toEqual([`${HOST}/v1/timegate/${asked}`])
  expect(targets('timemap')).toEqual([`${HOST}/v1/timemap/link/${asked}`])
  expect(targets('memento')).toEqual([1, 2, 3].map((number) => `${FERRY}/versions/${number}`))
  expect((await gate(asked, { headers: { 'Accept-Datetime': 'yesterday' } })).status).toBe(400)
})

describe('the TimeMap', () => {
  test('lists the mementos, in both forms', async () => {
    const asked = 'https://gazette.example/ferry'
    const answer = await stage.ask(`/v1/timemap/link/${asked}`)
    expect(answer.headers.get('content-type')).toBe('application/link-format')
    const links = linksIn(await answer.text())
    const own = linksIn(await (await stage.ask('/v1/articles/ferry/timemap')).text())
    expect(related(links, 'memento')).toEqual(related(own, 'memento'))
    expect(related(links, 'self').map(({ target }) => target)).toEqual([`${HOST}/v1/timemap/link/${asked}`])
    expect(await (await stage.ask(`/v1/timemap/json/${asked}`)).json()).toMatchObject({
      original_uri: asked,
      timegate_uri: `${HOST}/v1/timegate/${asked}`,
      timemap_uri: {
        link_format: `${HOST}/v1/timemap/link/${asked}`,
        json_format: `${HOST}/v1/timemap/json/${asked}`,
      },
      mementos: { first: { number: 1 }, last: { number: 3 } },
      next: null,
    })
  })
})

test('an address at which only a withheld version was read leads nowhere', async () => {
  const url = 'https://secret.example/pier'
  const version = { title: 'Pier Burns', body: 'The pier burned down.', url, captured_at: '2026-02-11T08:00:00Z' }
  await well(stage.send('POST', '/v1/articles/pier/versions', version))
  expect((await gate(url)).status).toBe(302)
  await well(stage.send('PUT', '/v1/articles/pier/versions/2/withholding', { reason: 'An order' }))
  expect((await gate(url)).status).toBe(404)
  expect((await gate(PIER)).headers.get('location')).toContain('/versions/1')
})
