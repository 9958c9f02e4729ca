import { describe, expect, it } from 'vitest'
import { attributionsIn } from './attributing.ts'

describe('a court that hears is no source', () => {
  it.each([
    ['The court heard that the driver had slept.', ['- | that the driver had slept']],
    ['Jurors were told the brakes had failed.', ['- | the brakes had failed']],
    ['The inquest heard the wall was cracked.', ['- | the wall was cracked']],
    ['The court heard two appeals.', []],
    ['The neighbours heard a bang.', []],
    ['The jury was told to go home.', []],
  ])('%s', (text, expected) => expect(attributionsIn(text)).toEqual(expected))
})
