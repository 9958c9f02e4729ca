/** What an amount is about decides its comparison and its unit. */
import { describe, expect, it } from 'vitest'
import { amounts } from './amounts.ts'

describe('over', () => {
  it.each([
    ['Members defied planners over €48m quarry homes.', ['= 48000000 EUR']],
    ['The light was gathered in Lesk over 41 nights.', ['= 41 nights']],
    ['The firm paid over €48m.', ['> 48000000 EUR']],
    ['Over 41 homes burned.', ['> 41 homes']],
    ['The firm paid its owners over €48m.', ['> 48000000 EUR']],
  ])('%s', (text, expected) => expect(amounts(text)).toEqual(expected))
})

describe('a count of what somebody has', () => {
  it.each([
    ['About 900 of the firm’s 26,000 jobs will go.', ['~ 900 jobs', '= 26000 jobs']],
    ['About 900 of the merged firm’s jobs will go.', ['~ 900 jobs']],
    ['There is roughly a one in 400 chance.', ['~ 0.0025 share']],
    ['Owners get 0.42 Larkfield shares.', ['= 0.42 shares']],
  ])('%s', (text, expected) => expect(amounts(text)).toEqual(expected))
})

describe('a speed', () => {
  it.each([
    ['The wind reached 110 kilometres an hour.', ['= 110 km/h']],
    ['The wind reached 68 miles per hour.', ['= 68 mph']],
    ['The wind reached 68mph.', ['= 68 mph']],
    ['The road is 68 miles long.', ['= 68 miles']],
  ])('%s', (text, expected) => expect(amounts(text)).toEqual(expected))
})
