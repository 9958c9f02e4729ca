/** How many points a time series has: all that fit, of the latest intervals where that is not all. */
import { describe, expect, test } from 'vitest'
import { KINDS } from '../../src/core/changes/change.ts'
import { changeSeries, MOST_POINTS } from '../../src/reading/change-series.ts'
import type { CountRow } from '../../src/store/read/statistics.ts'
import { maskOf } from '../../src/store/sql/kind-mask.ts'

const DAY = 86_400_000
const day = (back: number) => new Date(Date.UTC(2026, 1, 10) - back * DAY).toISOString()
/** A change of every kind on each of so many days, latest first. */
const rows = (days: number): CountRow[] =>
  Array.from({ length: days }, (_, i) => ({ start: day(i).slice(0, 13), key: maskOf(KINDS), name: null, changes: 1 }))
const daily = { interval: 'day', by: 'kind' } as const

describe('without a window', () => {
  test('every kind on each of 590 days', () => {
    const points = changeSeries(daily, rows(590))
    expect([points.length, points[0]?.time]).toEqual([KINDS.length * 590, day(589)])
  })

  test('the latest days, where all would be too many', () => {
    const points = changeSeries(daily, rows(3000))
    const days = Math.floor(MOST_POINTS / KINDS.length)
    expect([points.length, points[0]?.time, points.at(-1)?.time]).toEqual([days * KINDS.length, day(days - 1), day(0)])
    expect(points.every(({ count }) => count === 1)).toBe(true)
  })
})

test('with a window they are refused', () => {
  expect(() => changeSeries({ ...daily, from: day(2999) }, rows(3000))).toThrow(/points/)
  expect(() => changeSeries({ ...daily, to: day(0) }, rows(3000))).toThrow(/points/)
})
