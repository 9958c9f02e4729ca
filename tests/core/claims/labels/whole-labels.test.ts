/** A label has its subject, its verb and what the verb needs; nothing else is put in. */
import { describe, expect, it } from 'vitest'
import { statementsOf } from '../../../../src/core/claims/statements.ts'

const labels = (text: string, headline = false) => statementsOf(text, headline).map(({ label }) => label)

describe('a headline keeps the signs of its numbers', () => {
  it.each([
    ['Orlow to buy valve maker for $4.7 billion', 'Orlow to buy valve maker for $4.7 billion'],
    ['Shares of Orlow fall 6.3%', 'Shares of Orlow fall 6.3%'],
    ['Town sells its hall for £2.75m.', 'Town sells its hall for £2.75m'],
  ])('%s', (text, expected) => expect(labels(text, true)).toEqual([expected]))
})

describe('a quotation mark after "to" or an auxiliary hides no verb', () => {
  it.each([
    ['Ms. Orr pledges to “make sure the port works for all.”', 'Orr pledges to make sure port works for all'],
    ['The note said she had “talked openly” about the plot.', 'She had talked openly about plot'],
    ['The clerk said the town will “be adding the data in May.”', 'Town will be adding data in May'],
    ['She vowed to “defend the harbour act.”', 'She vows to defend harbour act'],
    ['He refused to “bow to threats.”', 'He refuses to bow to threats'],
  ])('%s', (text, expected) => expect(labels(text)).toContain(expected))
})

describe('who speaks in quotation marks is no third person in them', () => {
  it.each([
    ['“She is a liar,” Ms. Orr said.', 'She is a liar'],
    ['“He left early,” said Mr. Tully.', 'He left early'],
    ['Mr. Tully said he was ill.', 'Tully was ill'],
  ])('%s', (text, expected) => expect(labels(text)).toEqual([expected]))
})

describe('a relative pronoun gives way to its noun', () => {
  it.each([
    ['Tom Rusk, who led the force and later ran the port, retired.', ['Tom Rusk retires', 'Tom Rusk leads force']],
    ['An article in the journal concluded that interviews are useless.', ['Interviews are useless']],
    [
      'A consultant in acute medicine who treated Ivo Threl left.',
      ['Consultant in acute medicine who treated Ivo Threl leaves'],
    ],
  ])('%s', (text, expected) => expect(labels(text)).toEqual(expected))
})

describe('all of a joint subject counts', () => {
  it.each([
    ['Research suggests that tests and simulations can predict success.', 'Tests and simulations can predict success'],
    ['Mr. Orr and Mr. Sell won a combined 25 million votes.', 'Orr and Sell win a combined 25 million votes'],
    ['On Sunday, Mr. Orr and Senator Tad Rusk urged the party to unite.', 'Orr and Senator Tad Rusk urge party to unite'],
    ['She and her husband escaped by boat.', 'She and her husband escape by boat'],
    ['Cost and time overruns hurt the mine.', 'Cost and time overruns hurt mine'],
    ['The city’s political and religious leaders had one message.', 'City’s political and religious leaders had one message'],
    ['His ideas, while bold, are impractical.', 'His ideas are impractical'],
    ['The independent expert, Dr. Ann Roe, found no fault.', 'Independent expert finds no fault'],
  ])('%s', (text, expected) => expect(labels(text)[0]).toBe(expected))
})

describe('a verb has its particle and its object', () => {
  it.each([
    ['The firm said it had since hired 22 nurses.', 'It had since hired 22 nurses'],
    ['My neighbour banged on the door.', 'My neighbour bangs on door'],
    ['The union has now won the vote.', 'Union won vote'],
  ])('%s', (text, expected) => expect(labels(text)).toEqual([expected]))
})
