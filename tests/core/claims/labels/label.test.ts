import { describe, expect, it } from 'vitest'
import { statementsOf } from '../../../../src/core/claims/statements.ts'

const labels = (text: string) => statementsOf(text, false).map(({ label }) => label)

describe('label', () => {
  it.each([
    ['auxiliaries and articles go', 'Orla Quist said the harbour was “closing the gates.”', ['Harbour closing gates']],
    ['past becomes present', 'Orla Quist said the harbour opened the gates.', ['Harbour opens gates']],
    ['a few stay', 'A few of the gates opened.', ['A few of gates open']],
    ['few stay few', 'Few of the gates opened.', ['Few of gates open']],
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
    ['two actors are plural', 'Orlow and Varn opened the gates.', ['Orlow and Varn open gates']],
    ['a day goes', 'The towns called on March 11 for a new truce.', ['Towns call for new truce']],
    ['a relative clause has its noun', 'They met Bo Hale, who lost the vote.', ['They meet Bo Hale', 'Bo Hale loses vote']],
    ['a purpose', 'The council sent a crew to mend the dam.', ['Council sends crew to mend dam']],
    [
      'a second predicate has its actor',
      'The council closed the gates and opened the dam.',
      ['Council closes gates', 'Council opens dam'],
    ],
    [
      'a long subject has its verb',
      'The talks between the mayors of the two old towns on the river failed on Monday.',
      ['Talks between mayors of two old towns on river fail'],
    ],
    ['an opening that', 'Orla Quist said that Bo Hale, the mayor, had left.', ['Bo Hale left']],
    ['no pronoun of an object opens', 'Orla Quist said them gates were new.', ['Gates were new']],
    [
      'a phrase that the length cuts goes',
      'The council closed the old gates of the dam for seven long winter months.',
      ['Council closed old gates of dam'],
    ],
    ['late on a day', 'Late on Thursday night the council closed the gates.', ['Council closes gates']],
    ['there is', 'There are grounds for a new dam.', ['There are grounds for new dam']],
    ['a question', 'Bo Hale asked what would become of the dam.', ['Bo Hale asks what would become of dam']],
    ['an opening that before a noun', 'Bo Hale said that talks should begin soon.', ['Talks should begin soon']],
    ['two nouns stay', 'The dam was built by painters and lawyers of Orlow.', ['Dam built by painters and lawyers of Orlow']],
    [
      'a phrase is never cut inside',
      'The dam spent two million on new steel safety gates.',
      ['Dam spends two million on new steel safety gates'],
    ],
    [
      'an object stays with its verb',
      'The council will finally carry an unusually heavy burden of debt.',
      ['Council will finally carry unusually heavy burden of debt'],
    ],
    ['a denial is told with who denies', 'The mayor denied that the dam was closed.', ['Mayor denies dam was closed']],
    ['a condition stays one', 'Orla Quist said it would rain if the dam broke.', ['It would rain if dam broke']],
    ['a hedge stays first', 'Perhaps the dam broke in May.', ['Perhaps dam broke in May']],
    ['a negative adverb stays first', 'Hardly any boats reached the harbour.', ['Hardly any boats reach harbour']],
    ['a comparator stays first', 'Nearly 40 boats sank.', ['Nearly 40 boats sink']],
    ['a negated perfect', 'The mayor has not opened the dam.', ['Mayor has not opened dam']],
    ['be stays after a pronoun', 'They were emblems of the town.', ['They were emblems of town']],
    ['be stays before an article', 'Bo Hale is a proven painter.', ['Bo Hale is a proven painter']],
    ['a demonstrative stays', 'That might sound strange to them.', ['That might sound strange to them']],
    ['one sentence of several', '“Together, we can mend it. Together, we can win,” Orla Quist said.', ['We can mend it']],
    ['a contraction keeps its modal', 'Mr. Hale said he’ll need a boat.', ['Hale will need boat']],
    ['no name for another’s pronoun', 'Bo Hale said she needs a boat.', ['She needs boat']],
    ['a reduced clause is no predicate', 'The study cited in the report fails.', ['Study cited in report fails']],
    ['the head tells the number', 'The owner of the boats closed the dam.', ['Owner of boats closes dam']],
    [
      'a noun keeps what it is of',
      'The use of her old wooden boat would not be an issue.',
      ['Use of her old wooden boat would not be an issue'],
    ],
    ['a clause with another subject ends it', 'Bo Hale is rude and he will leave.', ['Bo Hale rude', 'He will leave']],
    ['a passive stays one after an adverb', 'Bo Hale had long been beaten.', ['Bo Hale had long been beaten']],
    ['a number is several', 'Fifty of the painters opened the dam.', ['Fifty of painters open dam']],
    ['a short one stands as it is', 'Rain fell.', ['Rain fell']],
  ])('%s', (_, text, expected) => expect(labels(text)).toEqual(expected))

  it('is never empty', () => {
    for (const text of ['That', '“And”', 'But that', 'On Monday']) expect(labels(text)[0]).toMatch(/\p{L}/u)
  })

  it('has few words and does not dangle', () => {
    const [label = ''] = labels('The council of the old town voted to close the gates of the harbour in spite of the rain.')
    expect(label.split(' ').length).toBeLessThanOrEqual(10)
    expect(label).not.toMatch(/ (?:of|the|to|in|and)$/)
  })
})
