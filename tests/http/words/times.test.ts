/** Times and lengths in words. */
import { expect, test } from 'vitest'
import { lasted, spanText, timeText } from '../../../src/http/words/times.ts'
import { periodMarkup, timeMarkup } from '../../../src/pages/words/times.ts'

test('a time is read by people and by programs', () => {
  expect(String(timeMarkup('2025-03-12T16:40:00.000Z'))).toBe(
    '<time datetime="2025-03-12T16:40:00.000Z">12 March, 16:40</time>',
  )
  expect(timeText('2025-03-12T16:40:00.000Z', { year: true, short: true })).toBe('12 Mar 2025, 16:40')
})

test.each([
  ['2025-03-12T12:05:00.000Z', '2025-03-12T16:40:00.000Z', '12:05 to 16:40'],
  ['2025-03-12T12:05:00.000Z', '2025-03-18T16:40:00.000Z', '12 March to 18 March'],
  ['2024-12-30T12:05:00.000Z', '2025-01-02T16:40:00.000Z', '30 December 2024 to 2 January'],
])('%s to %s: %s', (first, last, expected) => expect(spanText(first, last)).toBe(expected))

test.each([
  ['2025-03-12T12:05:00.000Z', '2025-03-12T16:40:00.000Z', '12 March 2025, 12:05 to 16:40'],
  ['2025-03-12T12:05:00.000Z', '2025-03-13T16:40:00.000Z', '12 March, 12:05 to 13 March 2025, 16:40'],
  ['2024-12-30T12:05:00.000Z', '2025-01-02T16:40:00.000Z', '30 December 2024, 12:05 to 2 January 2025, 16:40'],
])('from %s to %s: %s', (from, to, expected) => expect(String(periodMarkup(from, to)).replace(/<[^>]*>/g, '')).toBe(expected))

test('a span with its year names the day where it is one', () => {
  expect(spanText('2025-03-12T12:05:00Z', '2025-03-12T16:40:00Z', { year: true })).toBe('12 March 2025, 12:05 to 16:40')
  expect(spanText('2025-03-12T12:05:00Z', '2025-03-18T16:40:00Z', { year: true })).toBe('12 March to 18 March 2025')
})

test.each([
  ['2025-03-12T12:00:00Z', '2025-03-12T12:00:10Z', '1 minute'],
  ['2025-03-12T12:00:00Z', '2025-03-12T12:40:00Z', '40 minutes'],
  ['2025-03-12T12:00:00Z', '2025-03-13T17:00:00Z', '29 hours'],
  ['2025-03-12T12:00:00Z', '2025-03-18T12:00:00Z', '6 days'],
])('%s to %s lasted %s', (from, to, expected) => expect(lasted(from, to)).toBe(expected))
