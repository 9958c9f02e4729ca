/** What is told when the fault is ours: nothing of it, in the shape of every other failure; and what the service says of itself. */
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { openStore } from '#harness'
import type { Store } from '../../src/store/store.ts'
import { JSON_HEADERS, type Stage, stageOver, tellStory } from './stage.ts'

let log: ReturnType<typeof vi.spyOn>
beforeEach(() => {
  log = vi.spyOn(console, 'error').mockImplementation(() => undefined)
})
afterEach(() => {
  log.mockRestore()
})

/** A store whose every access fails, with a text that nobody may see. */
function broken(store: Store): Store {
  const fail = () => {
    throw new Error('SECRET of /var/archive.sqlite: no such column s.hash')
  }
  const db = new Proxy(store.db, { get: fail })
  return { ...store, db, queries: new Map(), batchRead: fail, batchWrite: fail }
}

async function expectSecret(answer: Promise<Response>, status: number): Promise<void> {
  const response = await answer
  const text = await response.text()
  expect([response.status, text]).toEqual([status, expect.not.stringMatching(/SECRET|sqlite|column|\.ts|at \w+/)])
  expect(response.headers.get('content-type')).toBe('application/problem+json')
  expect(response.headers.get('access-control-allow-origin')).toBe('*')
  expect(response.headers.get('cache-control')).toBe('no-store')
  expect(response.headers.get('etag')).toBeNull()
  expect(JSON.parse(text)).toMatchObject({ status, code: 'internal', errors: [] })
  expect(log).toHaveBeenCalled()
}

test.each([
  ['GET', '/v1/articles'],
  ['GET', '/v1/articles/ferry'],
  ['GET', '/v1/articles/ferry/versions'],
  ['GET', '/v1/articles/ferry/versions/latest'],
  ['GET', '/v1/articles/ferry/versions/1'],
  ['GET', '/v1/articles/ferry/compare/1..2'],
  ['GET', '/v1/articles/ferry/claims'],
  ['GET', '/v1/articles/ferry/claims/1'],
  ['GET', '/v1/articles/ferry/changes'],
  ['GET', '/v1/articles/ferry/sources'],
  ['GET', '/v1/articles/ferry/verify'],
  ['GET', '/v1/articles/ferry/reanalysis'],
  ['GET', '/v1/claims'],
  ['GET', '/v1/changes'],
  ['GET', '/v1/sources'],
  ['GET', '/v1/sources/1'],
  ['GET', '/v1/log'],
  ['GET', '/v1/publications'],
  ['GET', '/v1/versions'],
  ['GET', '/v1/timegate/https://gazette.example/ferry'],
  ['GET', '/v1/timemap/link/https://gazette.example/ferry'],
  ['POST', '/v1/articles'],
  ['POST', '/v1/articles/ferry/versions'],
  ['PATCH', '/v1/articles/ferry'],
  ['POST', '/v1/articles/ferry/reanalysis'],
])('%s %s tells nothing of a fault in the database', async (method, path) => {
  const stage = stageOver(broken(await openStore()))
  const body = JSON.stringify(path.endsWith('versions') ? { title: 'Rain', body: 'It rained.' } : { slug: 'ferry' })
  await expectSecret(stage.ask(path, { method, ...(method !== 'GET' && { headers: JSON_HEADERS, body }) }), 500)
})

test('a setting that cannot be meant fails every request, and is told to the log only', async () => {
  const { createApp } = await import('../../src/app.ts')
  const app = createApp(() => {
    throw new Error('SECRET setting')
  })
  await expectSecret(Promise.resolve(app.request('/v1/articles')), 500)
})

test.each([
  ['ready', (store: Store) => store, 200],
  ['unreachable', broken, 503],
] as const)('healthz says "%s"', async (database, over, status) => {
  const response = await stageOver(over(await openStore())).ask('/healthz')
  expect([response.status, await response.json()]).toEqual([status, { ok: status === 200, database }])
  expect(response.headers.get('cache-control')).toBe('no-store')
  expect(response.headers.get('access-control-allow-origin')).toBe('*')
})

test('a write for which others were first each time is answered 503, to be sent again', async () => {
  const store = await openStore()
  const stage: Stage = stageOver(store)
  await tellStory(stage)
  const late = stageOver({
    ...store,
    batchWrite: async () => {
      throw new Error('the log has moved on')
    },
  })
  vi.spyOn(Math, 'random').mockReturnValue(0)
  const response = await late.ingest('ferry', '22:00', 'Ferry in Port', 'The ferry is in port.')
  vi.mocked(Math.random).mockRestore()
  expect([response.status, response.headers.get('retry-after')]).toEqual([503, '1'])
  expect((await response.json()) as object).toMatchObject({ code: 'busy', status: 503 })
})
