/** The times of subscriptions: leases, renewals, requests that are made again, and the checks that reports cause. */
import { expect, test } from 'vitest'
import { intervalOf } from '../../../src/watching/cadence.ts'
import { askAgainAt, patientUntil, reportedCheck, termOf } from '../../../src/watching/websub/terms.ts'

const NOW = Date.parse('2026-03-02T08:00:00.000Z')
const MINUTE = 60_000
const DAY = 24 * 60 * MINUTE

test.each([
  ['a day', 86_400, 1440, 960],
  ['10 days', 864_000, 14_400, 9600],
  ['nothing said', undefined, 14_400, 9600],
  ['0, which hubs send for no end', 0, 14_400, 9600],
  ['a year', 31_536_000, 43_200, 28_800],
  ['a minute', 60, 1, 10],
])('a lease of %s', (_, seconds, until, renewal) => {
  const term = termOf(seconds, NOW)
  expect([(term.until - NOW) / MINUTE, Math.round((term.renewAt - NOW) / MINUTE)]).toEqual([until, renewal])
})

test.each([
  [1, 10],
  [2, 20],
  [3, 40],
  [7, 640],
  [8, 1280],
  [9, 1440],
  [400, 1440],
])('after %i requests that are not confirmed the next follows in %i minutes', (attempts, minutes) => {
  expect((askAgainAt(attempts, NOW) - NOW) / MINUTE).toBe(minutes)
})

test('the patience that a hub may ask for ends', () => {
  expect(patientUntil(MINUTE, NOW) - NOW).toBe(MINUTE)
  expect(patientUntil(90 * DAY, NOW) - NOW).toBe(2 * DAY)
})

test.each([
  ['never', null, 0],
  ['an hour ago', NOW - 60 * MINUTE, 0],
  ['a minute ago', NOW - MINUTE, 0],
  ['20 seconds ago', NOW - 20_000, 40_000],
  ['now', NOW, MINUTE],
])('a feed that was checked %s is checked by a report', (_, checkedAt, wait) => {
  expect(reportedCheck(checkedAt, NOW) - NOW).toBe(wait)
})

test.each([
  ['feed', null, 1, true, 30],
  ['feed', null, 1, false, 10],
  ['feed', null, 60 * 24 * 90, true, 30],
  ['feed', 300, 1, true, 5],
  ['page', null, 1, true, 10],
] as const)('a %s with interval %s that changed %i minutes ago, reported: %s, is checked in %i minutes', (...row) => {
  const [kind, every, age, reported, minutes] = row
  expect(intervalOf({ kind, every, changedAt: NOW - age * MINUTE, reported }, NOW)).toBe(minutes * MINUTE)
})
