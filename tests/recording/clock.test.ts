/** Clocks that are behind the log: what was captured when no time was given, and when a write is refused. */
import { beforeEach, expect, test } from 'vitest'
import { openStore } from '#harness'
import { ingest } from '../../src/recording/ingest.ts'
import type { Store } from '../../src/store/store.ts'
import { count, input, open, versionList } from './desk.ts'

const HOUR = 3_600_000
const LAST = Date.parse('2031-06-01T12:00:00.000Z')
const at = (time: number) => new Date(time).toISOString()

let store: Store
beforeEach(async () => {
  store = await openStore()
  await open(store)
  await open(store, 'market')
  await ingest(store, 'harbour', input('The ferry sails at noon.', null), at(LAST - HOUR))
  await ingest(store, 'market', input('Barley rose by 3 percent.', null), at(LAST))
})

const capture = (body: string, time: number, given: string | null = null) =>
  ingest(store, 'harbour', input(body, given), at(time))

test.each([
  ['ahead', LAST + 1, LAST + 1],
  ['a minute behind', LAST - 60_000, LAST],
  ['behind the version before', LAST - 1.5 * HOUR, LAST],
])('a version without a time of capture is the latest where the clock is %s', async (_, clock, captured) => {
  await capture('The ferry sails at one.', clock)
  const rows = await versionList(store)
  expect(rows.map((row) => [row.number, row.capturedAt, row.recordedAt])).toEqual([
    [1, at(LAST - HOUR), at(LAST - HOUR)],
    [2, at(captured), at(captured)],
  ])
})

test('a check without a time of capture is not before the version that it found', async () => {
  const outcome = await capture('The ferry sails at noon.', LAST - 1.5 * HOUR)
  expect(outcome).toMatchObject({ outcome: 'unchanged', number: 1, checkedAt: at(LAST) })
})

test('a time of capture that is given stays', async () => {
  await capture('The ferry sails at one.', LAST - 60_000, at(LAST - 0.5 * HOUR))
  expect((await versionList(store)).map((row) => row.capturedAt)).toEqual([at(LAST - HOUR), at(LAST - 0.5 * HOUR)])
})

test.each([
  ['without a time of capture', null],
  ['with one', at(LAST - 2 * HOUR)],
])('a write %s is refused where the log is hours ahead of the clock', async (_, given) => {
  const refused = capture('The ferry sails at one.', LAST - 2 * HOUR - 1, given && at(LAST - 3 * HOUR))
  await expect(refused).rejects.toMatchObject({
    code: 'not_writable',
    message: `The log's last entry was recorded at ${at(LAST)}, and the clock of this server reads ${at(LAST - 2 * HOUR - 1)}: set the clock.`,
  })
  expect(await count(store, 'versions')).toBe(2)
  await capture('The ferry sails at one.', LAST - 2 * HOUR, given && at(LAST - 3 * HOUR))
  expect(await count(store, 'versions')).toBe(3)
})
