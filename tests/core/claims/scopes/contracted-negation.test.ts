import { describe, expect, it } from 'vitest'
import { statementsOf } from '../../../../src/core/claims/statements.ts'

const polarities = (text: string) => statementsOf(text, false).map(({ certainty }) => certainty.polarity)

describe('"not" after a contraction or adverbs negates', () => {
  it.each([
    'He’s not a doctor.',
    'Ms. Orr said it’s not true.',
    '“They’re not ready,” Ms. Orr said.',
    'We’re not going.',
    'There’s not enough water.',
    'I’m not a liar.',
    'The plan is still not ready.',
    'He is certainly not ready.',
    'The road is also not safe.',
    'The road is probably not safe.',
    'They have found no trace of it.',
    'Smith said the team found no trace of it.',
    'Not everyone was persuaded.',
    'Not all of the money was found.',
    'Nor has he stood idle.',
    'No, the dam did not burst.',
  ])('%s', (text) => expect(polarities(text)).toEqual(['negative']))
})

describe('no negation', () => {
  it.each([
    'He’s a doctor.',
    'The dam is not only old but weak.',
    'The dam has been not just a failure, but a catastrophe.',
    'He’s certainly ready.',
  ])('%s', (text) => expect(polarities(text)[0]).toBe('positive'))
})

describe('one negated, one not', () => {
  it.each([
    ['The bus almost never stops here, and riders complain.', 'negative'],
    ['The road is not safe and drivers know it.', 'negative'],
  ])('%s', (text, first) => expect(polarities(text)[0]).toBe(first))
})

describe('a denial that is itself negated', () => {
  it.each(['The bank did not dispute that it had lost the files.', 'The bank did not deny that it had lost the files.'])(
    '%s',
    (text) => expect(polarities(text)).toEqual(['negative', 'positive']),
  )
})
