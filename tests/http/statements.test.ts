/** What each GET costs: how often it asks the database, once (a statement or a batch) where it can, and the bytes of its answer. */
import { beforeAll, beforeEach, expect, test } from 'vitest'
import { openStore } from '#harness'
import { givenSigner } from '../../src/log/given-signer.ts'
import { makeKey } from '../../src/log/note.ts'
import type { Store } from '../../src/store/store.ts'
import { article, REST, Site } from '../watching/site.ts'
import { type Document, operationsOf } from './described.ts'
import { read, type Stage, stageOver, TOKEN, tellStory, well } from './stage.ts'

const PAGE = 'https://gazette.example/pier'

let stage: Stage
let captured: Stage
let rounds = 0
let inBatch = 0
let statements = 0
const logger = {
  logQuery() {
    statements++
    if (inBatch === 0) rounds++
  },
}

/** The store, with a batch counted as one round. */
function counting(store: Store): Store {
  const batchRead: Store['batchRead'] = async (queries) => {
    rounds++
    inBatch++
    try {
      return await store.batchRead(queries)
    } finally {
      inBatch--
    }
  }
  return { ...store, batchRead }
}

/** An archive that captured a page. */
async function capturing(): Promise<Stage> {
  const kept = new Map<string, Uint8Array<ArrayBuffer>>()
  const raw = {
    put: async (name: string, bytes: Uint8Array<ArrayBuffer>) => void kept.set(name, bytes),
    get: async (name: string) => kept.get(name) ?? null,
    remove: async (name: string) => void kept.delete(name),
  }
  const site = new Site()
  site.pages.set(PAGE, { body: article('Pier Closes', 'The pier will close in May, its owner said.', ...REST) })
  const made = stageOver(counting(await openStore(logger)), {}, 0, { get: site.get, raw })
  await well(made.send('POST', '/v1/watches', { url: PAGE }))
  await well(made.send('POST', '/v1/watches/1/check', {}))
  // A process asks once whether the archive is whole.
  await read(made.ask, '/v1/articles')
  return made
}

beforeAll(async () => {
  const signer = givenSigner(await makeKey('gazette.example'))
  stage = stageOver(counting(await openStore(logger)), {}, 0, { signer })
  await tellStory(stage)
  await well(stage.send('POST', '/v1/articles/ferry/claims/1/reviews', { action: 'confirm' }))
  await well(stage.send('POST', '/v1/hooks', { url: 'https://desk.example/claimtrail' }))
  // The first checkpoint records the key.
  await stage.ask('/v1/log/checkpoint')
  captured = await capturing()
})

beforeEach(() => {
  rounds = 0
  statements = 0
})

/** Path, how often it asks, and how many bytes its answer has at most. */
const COSTS = [
  ['/openapi.json', 0, 420000],
  ['/docs', 0, 700],
  // The migrations, and whether an export is being restored.
  ['/healthz', 2, 100],
  ['/readyz', 2, 100],
  ['/v1/articles', 1, 900],
  ['/v1/articles/ferry', 1, 1900],
  ['/v1/articles/ferry/versions', 1, 2300],
  ['/v1/articles/ferry/versions/latest', 1, 0],
  ['/v1/articles/ferry/versions/at/2026-02-10', 1, 0],
  ['/v1/articles/ferry/versions/1', 1, 3800],
  ['/v1/articles/ferry/versions/1?claims=false', 1, 1200],
  ['/v1/articles/ferry/versions/1?explain=true', 1, 4100],
  ['/v1/articles/ferry/claims?explain=true', 1, 4400],
  ['/v1/articles/ferry/claims', 1, 4000],
  ['/v1/articles/ferry/claims?version=1', 1, 2700],
  ['/v1/articles/ferry/claims?at=2026-02-10', 1, 4000],
  ['/v1/articles/ferry/claims/1', 1, 3000],
  ['/v1/articles/ferry?at=2026-02-10', 1, 1800],
  ['/v1/articles/ferry/claims/1?at=2026-02-10', 1, 3000],
  ['/v1/articles/ferry/changes?at=2026-02-10', 1, 10700],
  ['/v1/articles/ferry/sources?at=2026-02-10', 1, 600],
  ['/v1/articles/ferry/claims/1/reviews', 1, 400],
  ['/v1/articles/ferry/changes', 1, 10700],
  ['/v1/articles/ferry/changes?verdict=rejected', 1, 100],
  ['/v1/articles/ferry/reviews', 1, 400],
  ['/v1/articles/ferry/sources', 1, 600],
  ['/v1/articles/ferry/reanalysis', 1, 100],
  ['/v1/articles/ferry/lanes', 1, 6000],
  ['/v1/stories', 1, 4700],
  ['/v1/articles/ferry/timegate', 1, 0],
  ['/v1/articles/ferry/timemap', 1, 800],
  ['/feeds/changes.atom?source=Ingrid%20Dahl', 1, 3000],
  // How many sentences have the words, and the changes.
  ['/feeds/search.atom?q=ferry', 2, 6000],
  ['/feeds/search.json?q=ferry', 2, 5000],
  ['/feeds/articles/ferry.json', 1, 8200],
  ['/feeds/articles/ferry/claims/1.atom', 1, 2800],
  ['/v1/claims', 1, 5200],
  ['/v1/changes', 1, 12500],
  ['/v1/changes/1', 1, 900],
  ['/v1/log', 1, 2500],
  // The size, and the entries.
  ['/v1/log/entries', 2, 18000],
  // And whether there is such an article.
  ['/v1/log/entries?article=ferry', 3, 12000],
  // The size, the entry, the kept tiles, and one tile.
  ['/v1/log/entries/5', 4, 2000],
  ['/v1/log/consistency?from=3', 3, 1000],
  ['/v1/log/keys', 1, 300],
  // Whether the log is whole, the keys, the size, the kept tiles, and one tile.
  ['/v1/log/checkpoint', 5, 400],
  ['/v1/publications', 1, 500],
  ['/v1/versions', 1, 3200],
  ['/v1/timegate/https://gazette.example/ferry', 2, 0],
  ['/v1/timemap/link/https://gazette.example/ferry', 2, 900],
  ['/v1/timemap/json/https://gazette.example/ferry', 2, 1200],
  ['/v1/reviews', 1, 400],
  ['/v1/reviews/1', 1, 400],
  ['/v1/sources', 1, 900],
  ['/v1/sources?sort=claims', 1, 900],
  ['/v1/sources/1', 1, 4000],
  ['/oembed?url=/a/ferry/claims/1', 1, 500],
  ['/v1/search?q=ferry', 1, 3500],
  ['/v1/stats/changes', 1, 600],
  ['/v1/stats/changes?by=source&interval=hour&kind=softened', 1, 100],
  ['/v1/search?q=source:guard', 1, 2300],
  ['/v1/search?q=ferry&article=ferry&at=2026-02-10&source=harbour%20office&publication=Harbour%20Gazette', 1, 800],
  // And whether there is such a publication at all.
  ['/v1/search?q=nothing&publication=Valley%20Post', 2, 100],
  ['/v1/articles/ferry/compare/1..3', 1, 14000],
  ['/v1/articles/ferry/compare/1..2', 1, 8500],
  ['/v1/articles/ferry/changes?from=1&to=3', 1, 6200],
  ['/v1/articles/ferry/changes?from=1&to=2', 1, 3000],
  ['/v1/tokens', 1, 400],
  ['/v1/audit', 1, 4000],
  // Before the first line: the columns, the last ids (four tables at once), the state.
  ['/v1/export', 8, 29000],
  // The article, its versions and its claims.
  ['/v1/export?article=ferry', 3, 28000],
  ['/v1/hooks', 1, 1000],
  ['/v1/hooks/1', 1, 1000],
  ['/v1/hooks/1/deliveries', 1, 400],
  ['/feeds/changes.json', 1, 9000],
  // The article with the log's head, before and after; a page of its versions, and their sentences; the log, and all rows that it is about.
  ['/v1/articles/ferry/verify', 12, 400],
  // The counts, the first article with its slug, and its verification, read as above; the others as the answer is read.
  ['/v1/verify', 15, 800],
] as const

/** The same of an archive that captured a page. */
const CAPTURE_COSTS = [
  ['/v1/watches', 1, 700],
  ['/v1/watches/1', 1, 700],
  ['/v1/captures', 1, 1100],
  ['/v1/captures/1', 1, 1100],
  // Whether there is such an article, and its captures.
  ['/v1/articles/pier-closes/captures', 2, 1100],
  // Whether the version is withheld, and its capture.
  ['/v1/articles/pier-closes/versions/1/raw', 2, 1500],
  ['/v1/captures/1/raw', 2, 1500],
] as const

test('every route that takes GET is in the table', async () => {
  const operations = operationsOf(await read<Document>(stage.ask, '/openapi.json'))
  const paths = operations.flatMap(({ method, path }) => (method === 'GET' ? path : []))
  const missing = paths.filter((path) => {
    const pattern = new RegExp(
      `^${path
        .replace(/[.]/g, '\\.')
        .replace('{url}', '.+')
        .replace(/\{[^}]+\}/g, '[^/?]+')}(?:\\?|$)`,
    )
    return ![...COSTS, ...CAPTURE_COSTS].some(([asked]) => pattern.test(asked))
  })
  expect(missing).toEqual([])
})

test.each(COSTS)('GET %s asks %i times and answers at most %i bytes', async (path, times, bytes) => {
  const response = await stage.ask(path, { headers: { Authorization: `Bearer ${TOKEN}` } })
  expect([200, 302]).toContain(response.status)
  expect(rounds).toBe(times)
  expect((await response.arrayBuffer()).byteLength).toBeLessThanOrEqual(bytes)
})

test.each(CAPTURE_COSTS)('GET %s of captures asks %i times and answers at most %i bytes', async (path, times, bytes) => {
  const response = await captured.ask(path, { headers: { Authorization: `Bearer ${TOKEN}` } })
  expect(response.status).toBe(200)
  expect(rounds).toBe(times)
  expect((await response.arrayBuffer()).byteLength).toBeLessThanOrEqual(bytes)
})

test.each([
  '/v1/articles',
  '/v1/articles/ferry',
  '/v1/articles/ferry/versions',
  '/v1/articles/ferry/versions/3',
  '/v1/articles/ferry/claims?version=1',
  '/v1/articles/ferry/claims/1',
  '/v1/articles/ferry/changes',
  '/v1/articles/ferry/changes?from=1&to=3',
  '/v1/articles/ferry/sources',
  '/v1/articles/ferry/timemap',
  '/v1/articles/ferry/reanalysis',
  '/v1/articles/ferry/compare/1..2',
  '/v1/articles/ferry/claims/1/reviews',
  '/v1/articles/ferry/reviews',
  '/v1/reviews',
  '/v1/reviews/1',
  '/feeds/changes.json',
  '/feeds/articles/ferry.atom',
  '/v1/claims?sort=changes',
  '/v1/changes?kind=softened',
  '/v1/changes/1',
  '/v1/sources',
  '/v1/sources/1',
  '/oembed?url=/a/ferry',
  '/v1/log',
  '/v1/search?q=ferry',
  '/v1/stats/changes?by=source',
])('GET %s that is known asks one statement', async (path) => {
  const etag = (await stage.ask(path)).headers.get('etag') ?? ''
  statements = 0
  const { status } = await stage.ask(path, { headers: { 'If-None-Match': etag } })
  expect([status, statements]).toEqual([304, 1])
})
