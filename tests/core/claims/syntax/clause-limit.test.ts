/** No content runs into the verb of another clause. */
import { describe, expect, it } from 'vitest'
import { attributionsIn } from '../rules/attributing.ts'

const contents = (text: string) => attributionsIn(text).map((attribution) => attribution.split(' | ')[1])

describe('the content ends before the verb', () => {
  it.each([
    ['The clerk who had warned that the wall was weak was fired.', ['that the wall was weak']],
    ['Voters who say the tax is too high are likely to stay home.', ['the tax is too high']],
    ['Drivers who had demanded a ban on trucks won the vote.', ['a ban on trucks']],
    ['Her claim that the dam is safe is false.', ['that the dam is safe']],
    ['His refusal to tackle the leak made the flood worse.', ['to tackle the leak']],
    ['The mayor’s support for the tram is unprecedented.', ['the tram']],
    ['He refused to leave and police arrested him.', ['to leave']],
    ['The brewer declined to renew the deal and the club could not find another.', ['to renew the deal']],
    ['She has promised to push harder, opposed the deal and cut her own pay.', ['to push harder', 'the deal']],
    ['A few weeks after Ms. Orr announced that the war would not end, planes took off.', ['that the war would not end']],
    ['The actor, who wrote “The Sea,” has died.', ['“The Sea,”']],
    ['She called the bill “a farce,” which it was.', ['the bill “a farce,”']],
  ])('%s', (text, expected) => expect(contents(text)).toEqual(expected))
})

describe('a verb of the content itself ends nothing', () => {
  it.each([
    ['She vowed to push harder and cut taxes.', ['to push harder and cut taxes']],
    [
      'Polls show voters in the north and the south support the bridge.',
      ['voters in the north and the south support the bridge'],
    ],
    ['He left, saying poor roads and slow trains were to blame.', ['poor roads and slow trains were to blame']],
    ['Critics warned it could fail and burn.', ['it could fail and burn']],
    ['The mayor said the bridge that the town built was old.', ['the bridge that the town built was old']],
    ['She said the dam held and the wall fell.', ['the dam held and the wall fell']],
  ])('%s', (text, expected) => expect(contents(text)).toEqual(expected))
})
