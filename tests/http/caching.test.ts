/** Every GET of the OpenAPI document with what a cache is told of its answer; a route that is not in this table fails. */
import { beforeAll, describe, expect, test } from 'vitest'
import { openStore } from '#harness'
import { givenSigner } from '../../src/log/given-signer.ts'
import { makeKey } from '../../src/log/note.ts'
import { article, REST, Site } from '../watching/site.ts'
import { type Document, operationsOf } from './described.ts'
import { read, type Stage, stageOver, TOKEN, tellStory, well } from './stage.ts'

/** How an answer is known again: by the revision of the article or the archive, by its own hash, or not at all. */
type Tag = 'revision' | 'hash' | 'none'

/** Operation, a path that it answers, its ETag, Cache-Control, Vary. */
const CACHING: readonly (readonly [
  operation: string,
  path: string,
  tag: Tag,
  control: 'no-cache' | 'no-store',
  vary?: 'Accept' | 'accept-datetime',
])[] = [
  ['/healthz', '/healthz', 'none', 'no-store'],
  ['/readyz', '/readyz', 'none', 'no-store'],
  ['/openapi.json', '/openapi.json', 'hash', 'no-cache'],
  ['/docs', '/docs', 'hash', 'no-cache'],
  ['/v1/articles', '/v1/articles', 'revision', 'no-cache'],
  ['/v1/articles/{slug}', '/v1/articles/ferry', 'revision', 'no-cache'],
  ['/v1/articles/{slug}/versions', '/v1/articles/ferry/versions', 'revision', 'no-cache'],
  ['/v1/articles/{slug}/versions/latest', '/v1/articles/ferry/versions/latest', 'none', 'no-cache'],
  ['/v1/articles/{slug}/versions/at/{time}', '/v1/articles/ferry/versions/at/2026-02-10', 'none', 'no-cache'],
  ['/v1/articles/{slug}/versions/{number}', '/v1/articles/ferry/versions/1', 'revision', 'no-cache', 'Accept'],
  ['/v1/articles/{slug}/compare/{range}', '/v1/articles/ferry/compare/1..2', 'revision', 'no-cache'],
  ['/v1/articles/{slug}/claims', '/v1/articles/ferry/claims', 'revision', 'no-cache'],
  ['/v1/articles/{slug}/lanes', '/v1/articles/ferry/lanes', 'revision', 'no-cache'],
  ['/v1/stories', '/v1/stories', 'revision', 'no-cache'],
  ['/v1/articles/{slug}/claims/{number}', '/v1/articles/ferry/claims/1', 'revision', 'no-cache'],
  ['/v1/articles/{slug}/claims/{number}/reviews', '/v1/articles/ferry/claims/1/reviews', 'revision', 'no-cache'],
  ['/v1/articles/{slug}/changes', '/v1/articles/ferry/changes', 'revision', 'no-cache'],
  ['/v1/articles/{slug}/reviews', '/v1/articles/ferry/reviews', 'revision', 'no-cache'],
  ['/v1/articles/{slug}/sources', '/v1/articles/ferry/sources', 'revision', 'no-cache'],
  ['/v1/articles/{slug}/verify', '/v1/articles/ferry/verify', 'hash', 'no-cache'],
  ['/v1/articles/{slug}/reanalysis', '/v1/articles/ferry/reanalysis', 'revision', 'no-cache'],
  ['/v1/articles/{slug}/timegate', '/v1/articles/ferry/timegate', 'none', 'no-cache', 'accept-datetime'],
  ['/v1/articles/{slug}/timemap', '/v1/articles/ferry/timemap', 'revision', 'no-cache', 'Accept'],
  ['/v1/timegate/{url}', '/v1/timegate/https://gazette.example/ferry', 'none', 'no-cache', 'accept-datetime'],
  ['/v1/timemap/link/{url}', '/v1/timemap/link/https://gazette.example/ferry', 'revision', 'no-cache'],
  ['/v1/timemap/json/{url}', '/v1/timemap/json/https://gazette.example/ferry', 'revision', 'no-cache'],
  ['/v1/publications', '/v1/publications', 'revision', 'no-cache'],
  ['/v1/versions', '/v1/versions', 'revision', 'no-cache'],
  ['/v1/claims', '/v1/claims', 'revision', 'no-cache'],
  ['/v1/changes', '/v1/changes', 'revision', 'no-cache'],
  ['/v1/changes/{id}', '/v1/changes/1', 'revision', 'no-cache'],
  ['/v1/reviews', '/v1/reviews', 'revision', 'no-cache'],
  ['/v1/reviews/{id}', '/v1/reviews/1', 'revision', 'no-cache'],
  ['/v1/sources', '/v1/sources', 'revision', 'no-cache'],
  ['/v1/sources/{id}', '/v1/sources/1', 'revision', 'no-cache'],
  ['/oembed', '/oembed?url=/a/ferry', 'revision', 'no-cache'],
  ['/v1/search', '/v1/search?q=ferry', 'revision', 'no-cache'],
  ['/v1/log', '/v1/log', 'revision', 'no-cache'],
  ['/v1/log/entries', '/v1/log/entries', 'revision', 'no-cache'],
  ['/v1/log/entries/{position}', '/v1/log/entries/1', 'hash', 'no-cache'],
  ['/v1/log/consistency', '/v1/log/consistency?from=1', 'hash', 'no-cache'],
  ['/v1/log/checkpoint', '/v1/log/checkpoint', 'none', 'no-store'],
  ['/v1/log/keys', '/v1/log/keys', 'hash', 'no-cache'],
  ['/v1/verify', '/v1/verify', 'none', 'no-store'],
  ['/v1/stats/changes', '/v1/stats/changes', 'revision', 'no-cache'],
  ['/v1/watches', '/v1/watches', 'revision', 'no-cache'],
  ['/v1/watches/{id}', '/v1/watches/1', 'revision', 'no-cache'],
  ['/v1/captures', '/v1/captures', 'revision', 'no-cache'],
  ['/v1/captures/{id}', '/v1/captures/1', 'revision', 'no-cache'],
  ['/v1/captures/{id}/raw', '/v1/captures/1/raw', 'none', 'no-store'],
  ['/v1/articles/{slug}/captures', '/v1/articles/pier-closes/captures', 'revision', 'no-cache'],
  ['/v1/articles/{slug}/versions/{number}/raw', '/v1/articles/pier-closes/versions/1/raw', 'none', 'no-store'],
  ['/v1/tokens', '/v1/tokens', 'none', 'no-store'],
  ['/v1/audit', '/v1/audit', 'none', 'no-store'],
  ['/v1/export', '/v1/export', 'none', 'no-store'],
  ['/v1/hooks', '/v1/hooks', 'none', 'no-store'],
  ['/v1/hooks/{id}', '/v1/hooks/1', 'none', 'no-store'],
  ['/v1/hooks/{id}/deliveries', '/v1/hooks/1/deliveries', 'none', 'no-store'],
  ['/feeds/changes.atom', '/feeds/changes.atom', 'revision', 'no-cache'],
  ['/feeds/changes.json', '/feeds/changes.json', 'revision', 'no-cache'],
  ['/feeds/search.atom', '/feeds/search.atom?q=ferry', 'revision', 'no-cache'],
  ['/feeds/search.json', '/feeds/search.json?q=ferry', 'revision', 'no-cache'],
  ['/feeds/articles/{file}', '/feeds/articles/ferry.atom', 'revision', 'no-cache'],
  ['/feeds/articles/{slug}/claims/{file}', '/feeds/articles/ferry/claims/1.json', 'revision', 'no-cache'],
]

const PAGE = 'https://gazette.example/pier'

let open: Stage
let closed: Stage

beforeAll(async () => {
  const store = await openStore()
  const kept = new Map<string, Uint8Array<ArrayBuffer>>()
  const raw = {
    put: async (name: string, bytes: Uint8Array<ArrayBuffer>) => void kept.set(name, bytes),
    get: async (name: string) => kept.get(name) ?? null,
    remove: async (name: string) => void kept.delete(name),
  }
  const site = new Site()
  site.pages.set(PAGE, { body: article('Pier Closes', 'The pier will close in May, its owner said.', ...REST) })
  const signer = givenSigner(await makeKey('gazette.example'))
  open = stageOver(store, {}, undefined, { get: site.get, raw, signer })
  closed = stageOver(store, { readTokenRequired: true }, undefined, { raw, signer })
  await tellStory(open)
  await well(open.send('POST', '/v1/articles/ferry/claims/1/reviews', { action: 'confirm' }))
  await well(open.send('POST', '/v1/hooks', { url: 'https://desk.example/claimtrail' }))
  await well(open.send('POST', '/v1/watches', { url: PAGE }))
  await well(open.send('POST', '/v1/watches/1/check', {}))
})

test('every route that takes GET is in the table, once', async () => {
  const operations = operationsOf(await read<Document>(open.ask, '/openapi.json'))
  const paths = operations.filter(({ method }) => method === 'GET').map(({ path }) => path)
  expect(CACHING.map(([operation]) => operation).sort()).toEqual(paths.sort())
})

const headersOf = async ({ ask }: Stage, path: string, more = {}) => {
  const { status, headers } = await ask(path, { headers: { Authorization: `Bearer ${TOKEN}`, ...more } })
  return { status, tag: headers.get('etag'), control: headers.get('cache-control'), vary: headers.get('vary') }
}

describe.each(CACHING.map(([operation, path, tag, control, vary]) => ({ operation, path, tag, control, vary })))(
  'GET $operation',
  ({ path, tag, control, vary }) => {
    const expectedTag = {
      revision: expect.stringMatching(/^"[\w.]+(?:-[\w.:+/]*)+"$/),
      hash: expect.stringMatching(/^"[0-9a-f]{64}"$/),
      none: null,
    }[tag]

    test('says how long it may be kept, and by what it is chosen', async () => {
      const answer = await headersOf(open, path)
      expect(answer.status).toBeLessThan(400)
      expect(answer).toMatchObject({ tag: expectedTag, control, vary: vary ?? null })
    })

    test('is kept for one reader where only a token opens the archive', async () => {
      const expected = {
        tag: expectedTag,
        control: `private, ${control}`,
        vary: vary ? `${vary}, Authorization` : 'Authorization',
      }
      expect(await headersOf(closed, path)).toMatchObject(expected)
    })

    test.runIf(tag !== 'none')('says the same with a 304', async () => {
      for (const stage of [open, closed]) {
        const { status: _, ...whole } = await headersOf(stage, path)
        expect(await headersOf(stage, path, { 'If-None-Match': whole.tag ?? '' })).toEqual({ status: 304, ...whole })
      }
    })

    test('is not kept where it fails', async () => {
      const bad = await headersOf(open, `${path}${path.includes('?') ? '&' : '?'}colour=red`)
      // An address takes any query as a part of it.
      expect(bad).toMatchObject({ status: path.startsWith('/v1/time') ? 404 : 400, tag: null, control: 'no-store' })
    })
  },
)
