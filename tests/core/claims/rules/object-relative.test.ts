import { describe, expect, it } from 'vitest'
import { attributionsIn } from './attributing.ts'

describe('the object of a cue may stand before its speaker', () => {
  it.each([
    ['Two people drowned, a loss which officials blamed on ice.', []],
    ['Two people drowned in the flood, which officials blamed on a broken gate.', ['officials | which … on a broken gate']],
    ['No one was hurt in the crash, which local police blamed on ice.', ['local police | which … on ice']],
    ['The firm lost 40 jobs in the cut, which the union called a disgrace.', ['the union | which … a disgrace']],
    ['The mayor opened the hall, which critics describe as a folly.', ['critics | which … as a folly']],
    ['It was a loss, a verdict that Ms. Orr’s campaign called an insult.', ['Ms. Orr’s campaign | a verdict that … an insult']],
    ['Tolls rose to 40, a number the army disputes.', ['the army | a number']],
    ['He called it theft, a charge Hale denies.', ['He | it theft', 'Hale | a charge']],
    ['She believes the firm owes a fifth, a sum Mr Dole does not accept.', ['She | the firm owes a fifth']],
    [
      'Orr said it was late, a remark the union said amounted to a threat.',
      ['Orr | it was late', 'the union | a remark … amounted to a threat'],
    ],
    ['They knew it had failed, a finding the firm disputed.', ['They | it had failed', 'the firm | a finding']],
    ['The dam broke, which police said was a shock.', ['police | was a shock']],
    ['The dam broke, the union Unite said.', ['the union Unite | The dam broke']],
    ['The dam broke, a neighbour Ann Lee said.', ['a neighbour Ann Lee | The dam broke']],
  ])('%s', (text, expected) => expect(attributionsIn(text)).toEqual(expected))
})

describe('an aside with "as" takes no content', () => {
  it.each([
    ['Orr said it was not true that it would close, as had been reported.', ['Orr | it was not true that it would close']],
    ['The firm denied that it had been warned, as the paper claimed.', ['The firm | that it had been warned']],
    ['The gate was shut, as the paper claimed.', ['the paper | The gate was shut']],
    ['Hale said the gate was open, as the rules require.', ['Hale | the gate was open, as the rules require']],
  ])('%s', (text, expected) => expect(attributionsIn(text)).toEqual(expected))
})

describe('a subject that is hearsay tells its clause, and nobody is named', () => {
  it.each([
    ['Claims that the water is unsafe have been shared online.', ['- | that the water is unsafe']],
    ['Reports that the king was ill were wrong.', ['- | that the king was ill']],
    ['Fears that the dam will burst have grown.', ['- | that the dam will burst']],
    ['Allegations that officers took bribes are being examined.', ['- | that officers took bribes']],
    ['Lee’s claim that it rained was false.', ['Lee’s | that it rained']],
    ['What we know about the crash in Lorne', []],
    ['Dam failure: what we know so far', []],
  ])('%s', (text, expected) => expect(attributionsIn(text)).toEqual(expected))
})

describe('what is told goes on', () => {
  it.each([
    [
      'Reed said she liked it but hoped it would change; she only heard of it on Friday.',
      'Reed | she only heard of it on Friday',
    ],
    ['Reed said the pump was old; it had failed twice.', 'Reed | it had failed twice'],
    ['The firm told staff the mill would close; the last shift would be in May.', 'The firm | the last shift would be in May'],
    ['The mayor ordered the bridge shut until it can be inspected.', 'The mayor | the bridge shut until it can be inspected'],
    [
      'Two sources said the firm was weighing a sale, which could raise 90 million.',
      'Two sources | the firm was weighing a sale, which could raise 90 million',
    ],
    ['Hale called it “the best thing we had” and appealed for its return.', 'Hale | its return'],
  ])('%s', (text, expected) => expect(attributionsIn(text).slice(-1)).toEqual([expected]))

  it.each([
    ['Reed said the pump was old; the firm denies this.', ['Reed | the pump was old']],
    ['Reed left the hall; she said it was late.', ['she | it was late']],
    ['Hale said the firm sold the mill, which employs 300 people.', ['Hale | the firm sold the mill']],
  ])('or not: %s', (text, expected) => expect(attributionsIn(text)).toEqual(expected))
})
