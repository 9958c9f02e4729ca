/** What is remembered of an answer for an Idempotency-Key, and how it is given again. The rest is in versions.test.ts. */
import { sql } from 'drizzle-orm'
import { beforeEach, expect, test } from 'vitest'
import { openStore } from '#harness'
import { NOW, read, type Stage, stageOver, tellStory, well } from '../stage.ts'

const DAY = 86_400_000
let stage: Stage
let now: number

beforeEach(async () => {
  now = Date.parse(NOW)
  stage = stageOver(await openStore(), {}, 0, { clock: () => now })
})

const keyed = (key: string, path: string, body: object) => stage.send('POST', path, body, { 'Idempotency-Key': key })
const told = async (response: Response) => [response.status, response.headers.get('location'), await response.text()]
const keptKeys = () =>
  stage.store.db.all<{ key: string; size: number }>(
    sql`select key, length(about) as size from idempotency_keys order by created_at, key`,
  )

const FERRY = '/v1/articles/ferry'
/** Between the first version of `ferry` and the second: a late one, which retracts changes that were told. */
const LATE = {
  title: 'Ferry Runs Aground',
  body: 'A ferry with 216 passengers ran aground off Norrholm on Tuesday, the coast guard said.\n\nThe operator will resume the service on Friday.',
  captured_at: '2026-02-10T10:00Z',
}

test.each([
  ['a version with what it changed', `${FERRY}/versions`, { ...LATE, captured_at: '2026-02-10T20:00Z' }],
  ['a late version', `${FERRY}/versions`, LATE],
  ['a claim that is added', `${FERRY}/reviews`, { action: 'add', version: 3, exact: 'in the evening' }],
  ['a change that is rejected', `${FERRY}/claims/3/reviews`, { action: 'reject', reason: 'No' }],
])('%s is told again in the same words', async (_, path, body) => {
  await tellStory(stage)
  const first = await told(await well(keyed('a', path, body)))
  const again = await keyed('a', path, body)
  expect(again.headers.get('idempotency-replayed')).toBe('true')
  expect(await told(again)).toEqual(first)
  expect(String(first[2])).toMatch(/"kinds":/)
})

test('of a large answer little is kept', async () => {
  await well(stage.send('POST', '/v1/articles', { slug: 'piers' }))
  const body = Array.from({ length: 300 }, (_, n) => `Dr ${n} said pier ${n} may close, but ${n} men left.`).join('\n\n')
  const first = await (await well(keyed('a', '/v1/articles/piers/versions', { title: 'Piers', body }))).text()
  expect(first.length).toBeGreaterThan(100_000)
  expect((await keptKeys()).map(({ size }) => size < 200)).toEqual([true])
  expect(await (await keyed('a', '/v1/articles/piers/versions', { title: 'Piers', body })).text()).toBe(first)
})

test('a review is told again without what is withheld by now', async () => {
  await tellStory(stage)
  const { data } = await read<{ data: { id: number; claims: number[]; to: { number: number } }[] }>(
    stage.ask,
    `${FERRY}/changes?kind=softened`,
  )
  const [change] = data
  const path = `${FERRY}/claims/${change?.claims[0]}/reviews`
  const reject = { action: 'reject', change: change?.id, reason: 'No' }
  const first = (await (await well(keyed('a', path, reject))).json()) as { changes: object[] }
  expect(first.changes).toHaveLength(1)
  await well(stage.send('PUT', `${FERRY}/versions/${change?.to.number}/withholding`, { reason: 'An order' }))
  expect(await (await keyed('a', path, reject)).json()).toEqual({ ...first, changes: [] })
})

test('a review of a claim that only a withheld version has is told no more', async () => {
  await well(stage.send('POST', '/v1/articles', { slug: 'ferry' }))
  await well(stage.ingest('ferry', '08:00', '', 'The ferry will sail.'))
  const confirm = { action: 'relabel', label: 'The secret course' }
  await well(keyed('a', `${FERRY}/claims/1/reviews`, confirm))
  await well(stage.send('PUT', `${FERRY}/versions/1/withholding`, { reason: 'An order' }))
  const again = await keyed('a', `${FERRY}/claims/1/reviews`, confirm)
  expect([again.status, (await again.text()).includes('secret')]).toEqual([410, false])
})

test('an article is told again as it is now, by the slug that it has', async () => {
  await well(keyed('a', '/v1/articles', { slug: 'ferry' }))
  await well(stage.send('PATCH', FERRY, { slug: 'boat', title: 'A Boat' }))
  const again = await keyed('a', '/v1/articles', { slug: 'ferry' })
  expect([again.status, again.headers.get('location')]).toEqual([201, '/v1/articles/boat'])
  expect(await again.json()).toMatchObject({ slug: 'boat', title: 'A Boat' })
})

test('a key is forgotten by the first write with another one after two days', async () => {
  await well(keyed('a', '/v1/articles', { slug: 'one' }))
  now += DAY
  await well(keyed('b', '/v1/articles', { slug: 'two' }))
  now += DAY
  await well(keyed('c', '/v1/articles', { slug: 'three' }))
  expect((await keptKeys()).map(({ key }) => key)).toEqual(['a', 'b', 'c'])
  now += 1
  await well(keyed('d', '/v1/articles', { slug: 'four' }))
  expect((await keptKeys()).map(({ key }) => key)).toEqual(['b', 'c', 'd'])
  expect((await keyed('b', '/v1/articles', { slug: 'two' })).headers.get('idempotency-replayed')).toBe('true')
  expect((await keyed('a', '/v1/articles', { slug: 'one' })).status).toBe(409)
})
