import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { INTERVALS, intervalCount, intervalEnd, intervalStart, intervalStarts } from '../../src/core/intervals.ts'

const iso = (time: number) => new Date(time).toISOString()
const times = (from: string, to: string) => [Date.parse(from), Date.parse(to)] as const

describe('an interval', () => {
  it.each([
    ['hour', '2025-03-12T08:59:59.999Z', '2025-03-12T08:00:00.000Z', '2025-03-12T09:00:00.000Z'],
    ['day', '2025-03-12T23:59:59.999Z', '2025-03-12T00:00:00.000Z', '2025-03-13T00:00:00.000Z'],
    ['week', '2025-03-12T08:00:00.000Z', '2025-03-10T00:00:00.000Z', '2025-03-17T00:00:00.000Z'],
    ['week', '2025-03-10T00:00:00.000Z', '2025-03-10T00:00:00.000Z', '2025-03-17T00:00:00.000Z'],
    ['week', '2025-03-09T23:59:59.999Z', '2025-03-03T00:00:00.000Z', '2025-03-10T00:00:00.000Z'],
    ['week', '2025-01-01T00:00:00.000Z', '2024-12-30T00:00:00.000Z', '2025-01-06T00:00:00.000Z'],
    ['week', '0000-01-01T12:00:00.000Z', '0000-01-01T00:00:00.000Z', '0000-01-03T00:00:00.000Z'],
    ['week', '0000-01-03T00:00:00.000Z', '0000-01-03T00:00:00.000Z', '0000-01-10T00:00:00.000Z'],
    ['week', '0099-12-31T12:00:00.000Z', '0099-12-28T00:00:00.000Z', '0100-01-04T00:00:00.000Z'],
    ['month', '2024-02-29T23:59:59.999Z', '2024-02-01T00:00:00.000Z', '2024-03-01T00:00:00.000Z'],
    ['month', '2025-12-01T00:00:00.000Z', '2025-12-01T00:00:00.000Z', '2026-01-01T00:00:00.000Z'],
    ['month', '0000-01-31T12:00:00.000Z', '0000-01-01T00:00:00.000Z', '0000-02-01T00:00:00.000Z'],
    ['month', '0099-12-31T12:00:00.000Z', '0099-12-01T00:00:00.000Z', '0100-01-01T00:00:00.000Z'],
    ['month', '1969-12-31T23:00:00.000Z', '1969-12-01T00:00:00.000Z', '1970-01-01T00:00:00.000Z'],
    ['day', '0000-01-01T12:00:00.000Z', '0000-01-01T00:00:00.000Z', '0000-01-02T00:00:00.000Z'],
    ['day', '1969-12-31T12:00:00.000Z', '1969-12-31T00:00:00.000Z', '1970-01-01T00:00:00.000Z'],
  ] as const)('(%s) in which %s lies', (interval, time, start, end) => {
    expect([iso(intervalStart(Date.parse(time), interval)), iso(intervalEnd(Date.parse(time), interval))]).toEqual([start, end])
  })
})

describe('intervalStarts', () => {
  it.each([
    ['hour', '2025-03-12T08:30Z', '2025-03-12T10:01Z', ['T08', 'T09', 'T10'].map((h) => `2025-03-12${h}:00:00.000Z`)],
    ['day', '2025-02-28T23:00Z', '2025-03-01T01:00Z', ['2025-02-28T00:00:00.000Z', '2025-03-01T00:00:00.000Z']],
    ['week', '2025-03-09T00:00Z', '2025-03-10T00:00Z', ['2025-03-03T00:00:00.000Z', '2025-03-10T00:00:00.000Z']],
    ['week', '0000-01-02T00:00Z', '0000-01-10T00:00Z', ['01', '03', '10'].map((day) => `0000-01-${day}T00:00:00.000Z`)],
    ['day', '2025-03-02T00:00Z', '2025-03-01T00:00Z', []],
    ['month', '2024-12-31T23:00Z', '2025-02-01T00:00Z', ['2024-12', '2025-01', '2025-02'].map((m) => `${m}-01T00:00:00.000Z`)],
  ] as const)('gives each %s from %s to %s', (interval, from, to, starts) => {
    expect(intervalStarts(...times(from, to), interval).map(iso)).toEqual(starts)
  })

  it('covers every time between, without a gap', () => {
    const time = fc.integer({ min: -1e12, max: 4e12 })
    fc.assert(
      fc.property(time, fc.nat(90), fc.constantFrom(...INTERVALS), (from, days, interval) => {
        const to = from + days * 86_400_000
        const starts = intervalStarts(from, to, interval)
        expect(starts.length).toBe(intervalCount(from, to, interval))
        expect(starts.at(0)).toBeLessThanOrEqual(from)
        expect(intervalEnd(starts.at(-1) ?? 0, interval)).toBeGreaterThan(to)
        for (const [i, start] of starts.entries()) {
          if (i > 0) expect(intervalEnd(starts[i - 1] ?? 0, interval)).toBe(start)
          expect(new Date(start).getUTCDay() === 1 || interval !== 'week').toBe(true)
        }
      }),
    )
  })
})
