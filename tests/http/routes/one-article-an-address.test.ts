/** An address on the web belongs to one article at a time: whoever gives it to another is told which has it. */
import { beforeEach, describe, expect, test } from 'vitest'
import { openStore } from '#harness'
import { articlesAt } from '../../../src/store/write/addresses.ts'
import { article, REST, Site } from '../../watching/site.ts'
import { rowCounts, type Stage, stageOver, TOKEN, well } from '../stage.ts'

const FERRY = 'https://gazette.example/ferry?id=7'
const FORMS = [
  FERRY,
  'http://www.gazette.example/ferry/?id=7#top',
  'https://m.gazette.example/ferry?utm_source=feed&id=7',
  'https://amp.gazette.example/ferry/amp?id=7',
]
const OTHERS = ['https://gazette.example/ferry?id=8', 'https://gazette.example/ferry', 'https://post.example/ferry?id=7']
const TEXT = { title: 'Pier Closes', body: 'The pier will close in May, its owner said.' }

let stage: Stage

beforeEach(async () => {
  stage = stageOver(await openStore())
  await well(stage.send('POST', '/v1/articles', { slug: 'ferry', url: FERRY }))
  await well(stage.send('POST', '/v1/articles', { slug: 'pier', url: 'https://gazette.example/pier' }))
})

const page = (url: string) => ({ html: article('Pier Closes', 'The pier will close in May, its owner said.', ...REST), url })

/** The ways in which an article comes by an address. */
const WAYS: [string, (url: string, slug: string) => Promise<Response>][] = [
  ['a new article', (url) => stage.send('POST', '/v1/articles', { slug: 'mill', url })],
  ['a PATCH', (url, slug) => stage.send('PATCH', `/v1/articles/${slug}`, { url, title: 'Another title' })],
  ['a version', (url, slug) => stage.send('POST', `/v1/articles/${slug}/versions`, { ...TEXT, url })],
  ['a page', (url, slug) => stage.send('POST', `/v1/articles/${slug}/versions`, page(url))],
]

describe.each(WAYS)('%s', (name, give) => {
  test.each(FORMS)('at %s is refused, and names the first', async (url) => {
    const before = await rowCounts(stage.store)
    const answer = await give(url, 'pier')
    expect([answer.status, await answer.json()]).toMatchObject([
      409,
      { code: 'conflict', errors: [{ path: 'url', message: 'belongs to the article "ferry"' }] },
    ])
    expect(await rowCounts(stage.store)).toEqual(before)
  })

  test.each(OTHERS)('at %s is recorded', async (url) => {
    expect((await give(url, 'pier')).ok).toBe(true)
  })

  test.runIf(name !== 'a new article')('at its own address is recorded, in any form', async () => {
    for (const url of FORMS) expect((await give(url, 'ferry')).ok).toBe(true)
  })

  test('names nothing to a caller who may not read', async () => {
    const closed = stageOver(stage.store, { readTokenRequired: true })
    const made = await well(closed.send('POST', '/v1/tokens', { name: 'writer', scopes: ['archive:write'] }))
    const { token } = (await made.json()) as { token: string }
    stage = {
      ...closed,
      send: (method, path, body) => closed.send(method, path, body, { Authorization: `Bearer ${token}` }),
    }
    const answer = await give(FERRY, 'pier')
    expect([answer.status, JSON.stringify(await answer.json())]).toEqual([409, expect.not.stringContaining('"ferry')])
  })
})

test('a text that is known already gives no address either', async () => {
  await well(stage.send('POST', '/v1/articles/pier/versions', TEXT))
  expect((await stage.send('POST', '/v1/articles/pier/versions', { ...TEXT, url: FERRY })).status).toBe(409)
})

test('of two at once, one is refused', async () => {
  const url = 'https://gazette.example/mill'
  const both = [
    stage.send('POST', '/v1/articles/pier/versions', { ...TEXT, url }),
    stage.send('POST', '/v1/articles/ferry/versions', { ...TEXT, url }),
    stage.send('POST', '/v1/articles', { slug: 'mill', url }),
  ]
  const statuses = (await Promise.all(both)).map(({ status }) => status).sort()
  expect(statuses).toEqual([201, 409, 409])
})

test('a line of many is refused alone', async () => {
  const line = (article: string, url: string | null, day: number) => ({
    article,
    url,
    title: 'Pier Closes',
    body: `The pier will close on day ${day}, its owner said.`,
    captured_at: `2026-02-0${day}T08:00:00Z`,
  })
  const lines = [
    line('pier', null, 1),
    line('pier', FORMS[1] ?? '', 2),
    line('pier', 'https://gazette.example/pier', 3),
    line('ferry', FERRY, 4),
    line('ferry', 'https://gazette.example/pier#x', 5),
    line('pier', 'https://gazette.example/mill', 6),
    line('ferry', 'https://gazette.example/mill', 7),
    line('none', FERRY, 8),
  ]
  const answer = await stage.ask('/v1/ingest', {
    method: 'POST',
    headers: { Authorization: `Bearer ${TOKEN}`, 'Content-Type': 'application/x-ndjson' },
    body: lines.map((one) => JSON.stringify(one)).join('\n'),
  })
  const told = (await answer.text())
    .trimEnd()
    .split('\n')
    .map((text) => JSON.parse(text) as Record<string, unknown>)
  const refused = (slug: string) => ['refused', 'conflict', [{ path: 'url', message: `belongs to the article "${slug}"` }]]
  expect(told.map(({ outcome, code, errors }) => (code ? [outcome, code, errors] : outcome))).toEqual([
    'created',
    refused('ferry'),
    'created',
    'created',
    refused('pier'),
    'created',
    refused('pier'),
    ['refused', 'not_found', []],
  ])
})

describe('an alias and the article that it is one of', () => {
  beforeEach(async () => {
    await well(stage.send('POST', '/v1/articles/pier/alias', { of: 'ferry', reason: 'One story' }))
  })

  test('have their addresses in common', async () => {
    for (const [slug, url] of [
      ['ferry', 'https://gazette.example/pier'],
      ['pier', FERRY],
    ]) {
      expect((await stage.send('POST', `/v1/articles/${slug}/versions`, { ...TEXT, url })).ok).toBe(true)
      expect((await stage.send('PATCH', `/v1/articles/${slug}`, { url })).status).toBe(200)
    }
    const other = await stage.send('POST', '/v1/articles', { slug: 'mill', url: 'https://gazette.example/pier' })
    expect(((await other.json()) as { detail: string }).detail).toContain('"ferry"')
  })

  test('keep what each has when they are parted', async () => {
    const url = 'https://gazette.example/pier'
    await well(stage.send('POST', '/v1/articles/ferry/versions', { ...TEXT, url }))
    await well(
      stage.ask('/v1/articles/pier/alias?reason=Two', { method: 'DELETE', headers: { Authorization: `Bearer ${TOKEN}` } }),
    )
    for (const slug of ['ferry', 'pier']) {
      expect((await stage.send('POST', `/v1/articles/${slug}/versions`, { ...TEXT, url })).ok).toBe(true)
    }
    expect((await stage.send('POST', '/v1/articles/pier/versions', { ...TEXT, url: FERRY })).status).toBe(409)
  })
})

test('a watch that names another article moves an address to it', async () => {
  const site = new Site()
  site.pages.set(FERRY, { body: article('Pier Closes', 'The pier will close in May, its owner said.', ...REST) })
  stage = stageOver(stage.store, { capturePause: 0 }, 0, { get: site.get })
  await well(stage.send('POST', '/v1/articles/ferry/versions', { ...TEXT, url: FERRY, captured_at: '2026-01-01T08:00:00Z' }))
  await well(stage.send('POST', '/v1/watches', { url: FERRY, article: 'pier' }))
  await well(stage.send('POST', '/v1/watches/1/check', {}))
  expect((await articlesAt(stage.store, FERRY)).map(({ slug }) => slug)).toEqual(['pier', 'ferry'])
  // Each keeps the versions of its time; a third is told of the one that has it now.
  for (const slug of ['ferry', 'pier']) {
    expect((await stage.send('POST', `/v1/articles/${slug}/versions`, { ...TEXT, url: FERRY })).ok).toBe(true)
  }
  const third = await stage.send('POST', '/v1/articles', { slug: 'mill', url: FERRY })
  expect(((await third.json()) as { detail: string }).detail).toContain('"pier"')
})
