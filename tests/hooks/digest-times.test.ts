/** When the periods of digests end. */
import { expect, test } from 'vitest'
import { digestTimes } from '../../src/hooks/digest-times.ts'

test.each<[every: 'day' | 'week', at: string, now: string, last: string, next: string]>([
  ['day', '08:00', '2026-03-04T07:59:59.999Z', '2026-03-03T08:00', '2026-03-04T08:00'],
  ['day', '08:00', '2026-03-04T08:00:00.000Z', '2026-03-04T08:00', '2026-03-05T08:00'],
  ['day', '00:00', '2026-02-28T23:00:00.000Z', '2026-02-28T00:00', '2026-03-01T00:00'],
  ['day', '23:59', '2026-01-01T00:00:00.000Z', '2025-12-31T23:59', '2026-01-01T23:59'],
  // 2 March 2026 is a Monday.
  ['week', '08:00', '2026-03-02T07:59:00.000Z', '2026-02-23T08:00', '2026-03-02T08:00'],
  ['week', '08:00', '2026-03-02T08:00:00.000Z', '2026-03-02T08:00', '2026-03-09T08:00'],
  ['week', '17:30', '2026-03-08T23:00:00.000Z', '2026-03-02T17:30', '2026-03-09T17:30'],
])('every %s at %s: at %s', (every, at, now, last, next) => {
  const times = digestTimes(every, at, Date.parse(now))
  const minute = (time: number) => new Date(time).toISOString().slice(0, 16)
  expect([minute(times.last), minute(times.next)]).toEqual([last, next])
})
