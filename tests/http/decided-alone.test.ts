/** What a review writes of changes that were recorded otherwise than today's rules tell them: what it decides, and nothing else. */
import { sql } from 'drizzle-orm'
import { beforeEach, expect, test } from 'vitest'
import { openStore } from '#harness'
import { maskOf } from '../../src/store/sql/kind-mask.ts'
import { read, type Stage, stageOver, well } from './stage.ts'

interface Row {
  readonly id: number
  readonly kinds: string[]
  readonly claims: number[]
  readonly retracts: number | null
  readonly by: { readonly review: number } | null
}

let stage: Stage
let feedBefore: number
const FIXED = 'The old bridge opened in 1931.'
const rows = async (query = '') => (await read<{ data: Row[] }>(stage.ask, `/v1/changes?limit=200${query}`)).data
const added = async () => (await rows()).filter(({ id }) => id > feedBefore)
const review = async (claim: number, body: object) =>
  (await (await well(stage.send('POST', `/v1/articles/pier/claims/${claim}/reviews`, body))).json()) as { id: number }
const kindOf = async (kind: string): Promise<Row> => {
  const [row] = (await read<{ data: Row[] }>(stage.ask, `/v1/articles/pier/changes?kind=${kind}`)).data
  if (!row) throw new Error(`nothing was ${kind}`)
  return row
}

/** Records the softened change as rules of another day told it: reworded. */
async function retypeSoftened(): Promise<void> {
  const { id } = await kindOf('softened')
  const columns = sql`article_id, from_version, to_version, before, after, detail, evidence, acknowledged, recorded_at`
  const [last] = await stage.store.db.all<{ id: number }>(sql`select max(id) as id from changes`)
  const next = last?.id ?? 0
  const row = (n: number, kinds: unknown, retracts: unknown) =>
    sql`insert into changes (id, kinds, retracts, ${columns}) select ${n}, ${kinds}, ${retracts}, ${columns} from changes where id = ${id}`
  const trail = (n: number) =>
    sql`insert into trails (claim_id, change_id, source_before, source_after)
      select claim_id, ${n}, source_before, source_after from trails where change_id = ${id}`
  await stage.store.batchWrite([
    row(next + 1, sql`kinds`, id),
    trail(next + 1),
    row(next + 2, maskOf(['reworded']), null),
    trail(next + 2),
    sql`update articles set revision = revision + 1`,
  ])
  feedBefore = next + 2
}

beforeEach(async () => {
  stage = stageOver(await openStore())
  await well(stage.send('POST', '/v1/articles', { slug: 'pier' }))
  await well(stage.ingest('pier', '08:00', 'Pier', FIXED, 'The operator will resume the service with 4 boats.'))
  await well(stage.ingest('pier', '09:00', 'Pier', FIXED, 'The operator may resume the service with 4 boats.'))
  await well(stage.ingest('pier', '10:00', 'Pier', FIXED, 'The operator may resume the service with 9 boats.'))
  await retypeSoftened()
})

test('a rejection of one change leaves the claim’s others as they were recorded', async () => {
  const { id, claims } = await kindOf('number_changed')
  const made = await review(claims[0] ?? 0, { action: 'reject', change: id, reason: 'No' })
  expect(await added()).toMatchObject([{ retracts: id, by: { review: made.id } }])
  expect((await rows('&verdict=rejected')).map((row) => row.id)).toEqual([id])
  const back = await review(claims[0] ?? 0, { action: 'withdraw', review: made.id })
  expect((await added()).slice(1)).toMatchObject([{ retracts: null, kinds: ['number_changed'], by: { review: back.id } }])
})

test('a change that is rejected as it was recorded goes, and comes back as it is told today', async () => {
  const { id, claims } = await kindOf('reworded')
  const made = await review(claims[0] ?? 0, { action: 'reject', change: id, reason: 'No' })
  expect(await added()).toMatchObject([{ retracts: id, by: { review: made.id } }])
  const back = await review(claims[0] ?? 0, { action: 'withdraw', review: made.id })
  expect((await added()).slice(1)).toMatchObject([{ retracts: null, kinds: ['softened'], by: { review: back.id } }])
})

test('a claim that is rejected takes its changes with it as they were recorded', async () => {
  const { id, claims } = await kindOf('reworded')
  const made = await review(claims[0] ?? 0, { action: 'reject', reason: 'No' })
  const gone = await added()
  expect(gone.map((row) => row.retracts)).toContain(id)
  expect(gone.filter((row) => row.retracts === null || row.by?.review !== made.id)).toEqual([])
})

test('a review that binds claims writes what it changes, and no more', async () => {
  await well(stage.ingest('pier', '11:00', 'Pier', FIXED, 'Gulls nest under the planks each spring.'))
  feedBefore = Math.max(...(await rows()).map((row) => row.id))
  const recorded = await kindOf('reworded')
  const [fixed] = (await read<{ data: { number: number; label: string }[] }>(stage.ask, '/v1/articles/pier/claims?q=1931')).data
  const made = await review(recorded.claims[0] ?? 0, { action: 'supersede', by: fixed?.number })
  expect((await added()).map((row) => row.by?.review)).toEqual((await added()).map(() => made.id))
  expect((await added()).map((row) => row.kinds)).toEqual([['withdrawn'], ['superseded']])
  // Nor does a rejection beside it tell more.
  feedBefore = Math.max(...(await rows()).map((row) => row.id))
  const rejected = await review(recorded.claims[0] ?? 0, { action: 'reject', change: recorded.id, reason: 'No' })
  expect(await added()).toMatchObject([{ retracts: recorded.id, by: { review: rejected.id } }])
})
