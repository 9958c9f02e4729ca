import { describe, expect, it } from 'vitest'
import { statementsOf } from '../../../src/core/claims/statements.ts'

const labels = (text: string) => statementsOf(text, false).map(({ label }) => label)

describe('label', () => {
  it.each([
    ['auxiliaries and articles go', 'Orla Quist said the harbour was “closing the gates.”', ['Harbour closing gates']],
    ['past becomes present', 'Orla Quist said the harbour opened the gates.', ['Harbour opens gates']],
    ['a plural actor', 'The ministers opened the gates.', ['Ministers open gates']],
    ['the perfect', 'The harbour has opened the gates.', ['Harbour opened gates']],
    ['a modal stays', 'The harbour may open the gates.', ['Harbour may open gates']],
    ['a negation stays', 'The gates were not open.', ['Gates not open']],
    ['an aside goes', 'Orla Quist, the engineer, opened the gates.', ['Orla Quist opens gates']],
    ['an opening goes', 'In a vote on Monday, the council closed the gates.', ['Council closes gates']],
    ['titles go', 'Ms. Quist opened the gates.', ['Quist opens gates']],
    ['a stance has its actor', 'The mayor criticised the plan.', ['Mayor criticises plan']],
    ['an intention has its actor', 'The mayor vowed to mend the dam.', ['Mayor vows to mend dam']],
    ['a pronoun is told by its name', 'Mr. Hale said he needs a boat.', ['Hale needs boat']],
    ['a short one stands as it is', 'Rain fell.', ['Rain fell']],
  ])('%s', (_, text, expected) => expect(labels(text)).toEqual(expected))

  it('has at most eight words and does not dangle', () => {
    const [label = ''] = labels('The council of the old town voted to close the gates of the harbour in spite of the rain.')
    expect(label.split(' ').length).toBeLessThanOrEqual(8)
    expect(label).not.toMatch(/ (?:of|the|to|in|and)$/)
  })
})
