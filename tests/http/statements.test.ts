/** How often each GET asks the database: one statement or one batch, where the table does not say otherwise. */
import { beforeAll, beforeEach, expect, test } from 'vitest'
import { openStore } from '#harness'
import type { Store } from '../../src/store/store.ts'
import { type Stage, stageOver, tellStory, well } from './stage.ts'

let stage: Stage
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
  const readAll: Store['readAll'] = async (queries) => {
    rounds++
    inBatch++
    try {
      return await store.readAll(queries)
    } finally {
      inBatch--
    }
  }
  return { ...store, readAll }
}

beforeAll(async () => {
  stage = stageOver(counting(await openStore(logger)), {}, 0)
  await tellStory(stage)
  await well(stage.send('POST', '/v1/articles/ferry/claims/1/reviews', { action: 'confirm' }))
})

beforeEach(() => {
  rounds = 0
  statements = 0
})

test.each([
  ['/openapi.json', 0],
  ['/docs', 0],
  ['/healthz', 1],
  ['/v1/articles', 1],
  ['/v1/articles/ferry', 1],
  ['/v1/articles/ferry/versions', 1],
  ['/v1/articles/ferry/versions/latest', 1],
  ['/v1/articles/ferry/versions/at/2026-02-10', 1],
  ['/v1/articles/ferry/versions/1', 1],
  ['/v1/articles/ferry/versions/1', 1],
  ['/v1/articles/ferry/versions/1?claims=false', 1],
  ['/v1/articles/ferry/versions/1?explain=true', 1],
  ['/v1/articles/ferry/claims?explain=true', 1],
  ['/v1/articles/ferry/claims', 1],
  ['/v1/articles/ferry/claims?version=1', 1],
  ['/v1/articles/ferry/claims?at=2026-02-10', 1],
  ['/v1/articles/ferry/claims/1', 1],
  ['/v1/articles/ferry?at=2026-02-10', 1],
  ['/v1/articles/ferry/claims/1?at=2026-02-10', 1],
  ['/v1/articles/ferry/changes?at=2026-02-10', 1],
  ['/v1/articles/ferry/sources?at=2026-02-10', 1],
  ['/v1/articles/ferry/claims/1/reviews', 1],
  ['/v1/articles/ferry/changes', 1],
  ['/v1/articles/ferry/changes?verdict=rejected', 1],
  ['/v1/articles/ferry/reviews', 1],
  ['/v1/articles/ferry/sources', 1],
  ['/v1/articles/ferry/reanalysis', 1],
  ['/v1/articles/ferry/timegate', 1],
  ['/v1/articles/ferry/timemap', 1],
  ['/feeds/changes.atom?source=Ingrid%20Dahl', 1],
  ['/feeds/articles/ferry.json', 1],
  ['/feeds/articles/ferry/claims/1.atom', 1],
  ['/v1/claims', 1],
  ['/v1/changes', 1],
  ['/v1/changes/1', 1],
  ['/v1/reviews', 1],
  ['/v1/reviews/1', 1],
  ['/v1/sources', 1],
  ['/v1/search?q=ferry', 1],
  ['/v1/stats/changes', 1],
  ['/v1/stats/changes?by=source&interval=hour&kind=softened', 1],
  ['/v1/search?q=source:guard', 1],
  ['/v1/search?q=ferry&article=ferry&at=2026-02-10&source=harbour%20office&publication=Harbour%20Gazette', 1],
  // And whether there is such a publication at all.
  ['/v1/search?q=nothing&publication=Valley%20Post', 2],
  ['/v1/articles/ferry/compare/1..3', 1],
  ['/v1/articles/ferry/compare/1..2', 1],
  ['/v1/articles/ferry/changes?from=1&to=3', 1],
  ['/v1/articles/ferry/changes?from=1&to=2', 1],
  // The article, its versions a hundred at a time until there are no more, and the log's head.
  ['/v1/articles/ferry/verify', 4],
])('GET %s asks %i times', async (path, times) => {
  const { status } = await stage.ask(path)
  expect([200, 302]).toContain(status)
  expect(rounds).toBe(times)
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
  '/v1/search?q=ferry',
  '/v1/stats/changes?by=source',
])('GET %s that is known asks one statement', async (path) => {
  const etag = (await stage.ask(path)).headers.get('etag') ?? ''
  statements = 0
  const { status } = await stage.ask(path, { headers: { 'If-None-Match': etag } })
  expect([status, statements]).toEqual([304, 1])
})
