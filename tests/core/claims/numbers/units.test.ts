import { describe, expect, it } from 'vitest'
import { amounts } from './amounts.ts'

describe('an ending of a number', () => {
  it.each([
    ['Each pill holds 30mg.', ['= 30 mg']],
    ['Each pill holds 30 mg.', ['= 30 mg']],
    ['The loaf weighs 350g.', ['= 350 grams']],
    ['It was 38C in Brant.', ['= 38 °C']],
    ['It was 100F in Brant.', ['= 100 °F']],
    ['It was 38 C in Brant.', ['= 38 °C']],
    ['A stamp costs 85p.', ['= 85 pence']],
    ['A stamp costs 85c.', ['= 85 cents']],
    ['Yields rose 12bp.', ['= 12 basis points']],
    ['Yields rose 12bps.', ['= 12 basis points']],
    ['Inflation fell 0.2pp.', ['= 0.2 percentage points']],
    ['The tank holds 40l.', ['= 40 litres']],
    ['The tank holds 500ml.', ['= 500 ml']],
    ['The race took 9.58s.', ['= 9.58 seconds']],
    ['The plant makes 40MWh a day.', ['= 40 MWh']],
    ['The wind reached 90km/h.', ['= 90 km/h']],
    ['The wind reached 90 km/h.', ['= 90 km/h']],
    ['Cases rose 3x.', ['= 3 times']],
    ['The price is 30EUR.', ['= 30 EUR']],
    ['The lamp gives 800lm.', ['= 800 lm']],
    ['The rock weighs 940t.', ['= 940 tonnes']],
    ['The drug costs 40qz.', ['= 40 qz']],
    ['The vote took 2½ hours.', ['= 2.5 hours']],
  ])('%s', (text, expected) => expect(amounts(text)).toEqual(expected))
})

describe('multiples', () => {
  it.each([
    ['Sales rose fivefold.', ['= 5 times']],
    ['Sales rose tenfold in a year.', ['= 10 times']],
    ['Sales rose 20-fold.', ['= 20 times']],
    ['Sales rose 20fold.', ['= 20 times']],
    ['Sales rose five-fold.', ['= 5 times']],
    ['A hundredfold rise is likely.', ['= 100 times']],
    ['The toll was three times the old count.', ['= 3 times']],
  ])('%s', (text, expected) => expect(amounts(text)).toEqual(expected))
})

describe('hyphens', () => {
  it.each([
    ['It booked a one-off charge.', []],
    ['It was a one-sided match.', []],
    ['They held two-way talks.', []],
    ['They held three-party talks.', ['= 3 parties']],
    ['They held a 20-minute meeting.', ['= 20 minutes']],
    ['Forty-odd boats sank.', ['~ 40 boats']],
    ['20-odd boats sank.', ['~ 20 boats']],
    ['A 5-year-old left.', ['= 5 years']],
    ['Profit before one-off items was 42 cents a share.', ['= 42 cents']],
    ['Crude cost $71.20 a barrel.', ['= 71.2 USD']],
  ])('%s', (text, expected) => expect(amounts(text)).toEqual(expected))
})

describe('shares', () => {
  it.each([
    ['Stocks have lost more than a fifth this year.', ['> 0.2 share']],
    ['Stocks have lost a fifth of their value.', ['= 0.2 share']],
    ['Stocks have lost a fifth.', ['= 0.2 share']],
    ['Nearly a third were women.', ['< 0.333333333333 share']],
    ['A quarter are women.', ['= 0.25 share']],
    ['More than half were women.', ['> 0.5 share']],
    ['Output is a third higher.', ['= 0.333333333333 share']],
    ['Output fell by a tenth in May.', ['= 0.1 share']],
    ['A third man left.', ['= 3 rank']],
    ['Two men died and a third was hurt.', ['= 2 men']],
    ['The boat came in a third time.', ['= 3 rank']],
    ['Two out of five hundred men fell ill.', ['= 0.004 share']],
    ['Nine out of ten men fell ill.', ['= 0.9 share']],
  ])('%s', (text, expected) => expect(amounts(text)).toEqual(expected))
})

describe('no amount', () => {
  it.each([
    'It sold 5G masts.',
    'The 4x4 hit a wall.',
    'It hit the B1047 in rain.',
    'They watched a 3D film.',
    'He lives at Flat 12b.',
    'He lives at 12B Orm Lane.',
    'He flew on two 737s.',
    'She was in her 40s.',
    'The 4x100m team left.',
  ])('%s', (text) => expect(amounts(text).filter((amount) => !/^= 2 /.test(amount))).toEqual([]))
})
