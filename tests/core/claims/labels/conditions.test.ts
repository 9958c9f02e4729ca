/** Labels keep what the sense needs: a condition, an amount, a negation, an object. */
import { describe, expect, it } from 'vitest'
import { statementsOf } from '../../../../src/core/claims/statements.ts'

const labels = (text: string) => statementsOf(text, false).map(({ label }) => label)

describe('a condition follows the claim that it limits', () => {
  it.each([
    ['If the clerk does not act, Marl will shut the mill on 21 July.', 'Marl will shut mill on 21 July if clerk does not act'],
    ['If elected, she would close the mine.', 'She would close mine if elected'],
    ['Unless it rains, the crop will fail.', 'Crop will fail unless it rains'],
    ['A trial could begin in May.', 'Trial could begin in May'],
  ])('%s', (text, expected) => expect(labels(text)[0]).toBe(expected))
})

describe('nothing that the sense needs is cut', () => {
  it.each([
    ['She was named twice for the prize but never received it.', 'She never received it'],
    ['They have won only one of their past 11 games.', 'They have won only one of their past 11 games'],
    [
      'The firm expects the breach to cost it between $35 million and $50 million.',
      'Firm expects breach to cost it between $35 million and $50 million',
    ],
    [
      'Workers will be offered two years of free credit monitoring.',
      'Workers will be offered two years of free credit monitoring',
    ],
    ['The captain, whom the airline has not named, has flown for years.', 'Airline has not named captain'],
    ['Smith, who said he was sorry, will be sentenced in May, prosecutors said.', 'Smith will be sentenced in May'],
    ['Alarm came after flames had reached the street.', 'Alarm came after flames had reached street'],
    ['Numbers have fallen by a third since then.', 'Numbers have fallen by a third since then'],
    ['The firms conspired to fix prices for newly modified corn.', 'Firms conspired to fix prices for newly modified corn'],
    ['Not since 1998 had the club lost at home.', 'Not since 1998 had club lost at home'],
  ])('%s', (text, expected) => expect(labels(text)).toContain(expected))
})
