import { describe, expect, it } from 'vitest'
import { statementsOf } from '../../../src/core/claims/statements.ts'

/** The contents that the article asserts itself. */
const own = (text: string) =>
  statementsOf(text, false)
    .filter(({ source }) => source.kind === 'author')
    .map(({ content }) => content.map((span) => text.slice(...span)).join(' … '))

describe('clauses of the article’s own voice', () => {
  it.each([
    ['one', 'The dam held.', ['The dam held.']],
    ['no verb at all', 'Rain in the north', ['Rain in the north']],
    ['a semicolon', 'The dam held; the wall was lost.', ['The dam held', 'the wall was lost.']],
    ['a conjunction', 'The dam held, but the wall was lost.', ['The dam held', 'the wall was lost.']],
    ['an opening clause', 'While the dam was open, the wall was lost.', ['While the dam was open', 'the wall was lost.']],
    ['a subordinate clause', 'The dam held because the wall was strong.', ['The dam held', 'because the wall was strong.']],
    ['a second predicate', 'The dam held the water and saved the town.', ['The dam held the water', 'saved the town.']],
    ['an aside', 'Orla Quist, who built the dam, left the town.', ['Orla Quist … left the town.', 'who built the dam']],
    ['a second clause', 'The dam held and the wall was lost.', ['The dam held', 'the wall was lost.']],
    [
      'a subject with an aside',
      'The dam held, and Orr, who built it, left the town.',
      ['The dam held', 'Orr … left the town.', 'who built it'],
    ],
    ['then', 'The crew mended the dam, then left the town.', ['The crew mended the dam', 'then left the town.']],
    [
      'no clause after nor',
      'It was not a dam they wanted, nor one that held.',
      ['It was not a dam they wanted, nor one that held.'],
    ],
    ['a clause after nor', 'The dam did not hold, nor did the wall.', ['The dam did not hold', 'nor did the wall.']],
    ['since before a name', 'Results since Christmas have been poor.', ['Results since Christmas have been poor.']],
    [
      'since before a clause',
      'The dam has leaked since Orr took charge of the old lock.',
      ['The dam has leaked', 'since Orr took charge of the old lock.'],
    ],
    [
      'whose',
      'Orr, whose lease has two years to run, is expected to leave.',
      ['Orr, whose lease has two years to run, is expected to leave.'],
    ],
    ['past an agent', 'Orr is also admired by the board and would cost less.', ['would cost less']],
    ['seen', 'She had seen every launch since 1969.', ['She had seen every launch since 1969.']],
    [
      'who is meant',
      'The road is cut, and drivers who ignored the signs had to be rescued.',
      ['The road is cut', 'drivers who ignored the signs had to be rescued.'],
    ],
    ['what was refused', 'The town had asked to see it and was refused the keys.', ['The town … was refused the keys']],
    ['no repetition', 'Two members voted for a cut, as they did in May.', []],
    [
      'no comment',
      'Neither the firm nor the union would comment on it.',
      ['Neither the firm nor the union would comment on it.'],
    ],
    ['no confirmation', 'Nine people confirmed dead lived there.', ['Nine people confirmed dead lived there.']],
    [
      'what would follow',
      'The vote failed, which would mean closing the pool.',
      ['The vote failed', 'which would mean closing the pool.'],
    ],
    [
      'past who was asked',
      'The gates held, according to Sam Roy, and pupils were never at risk.',
      ['pupils were never at risk'],
    ],
    [
      'a score',
      'The levy, which the board backed 4-1, would cost $212.',
      ['The levy … would cost $212.', 'which the board backed 4-1'],
    ],
    ['no emotion', 'Orr showed no emotion.', ['Orr showed no emotion.']],
    ['what is seen', 'The widow sees them jailed.', ['The widow sees them jailed.']],
    ['what was read', 'In a statement read to the court, she said it was late.', []],
    ['what may come', 'Orr will serve 23 years before he can be freed.', ['Orr will serve 23 years before he can be freed.']],
    ['a cleft', 'It was those notes, found in May, which proved it.', ['It was those notes, found in May, which proved it.']],
    ['who speaks', 'Residents who fled the town said it was late.', []],
    ['not asked for', 'The board stopped short of calling for a pause.', ['The board stopped short of calling for a pause.']],
    [
      'before what is said',
      'Tarn has stopped a trial of what it had hoped would cure them, saying that three fell ill.',
      ['Tarn has stopped a trial of what it had hoped would cure them', 'would cure them'],
    ],
    ['a purpose', 'The town sent a crew to mend the old dam.', ['The town sent a crew to mend the old dam.']],
    [
      'a relative clause',
      'The crew left town and met the man who may mend the dam.',
      ['The crew left town', 'met the man', 'who may mend the dam.'],
    ],
    [
      'a participle outside of a negation',
      'The council did not close the gate painted in the spring.',
      ['The council did not close the gate', 'painted in the spring.'],
    ],
    [
      'a participle of a plain clause',
      'The council closed the gate painted in the spring.',
      ['The council closed the gate painted in the spring.'],
    ],
    ['a list is one', 'The dam, the wall and the gate held.', ['The dam, the wall and the gate held.']],
  ])('%s', (_, text, expected) => expect(own(text)).toEqual(expected))
})

describe('own voice beside attributions', () => {
  it.each([
    ['wholly attributed', 'Orla Quist said the dam held.', []],
    ['an aside attribution', 'Orla Quist, who says the dam is old, left the town.', ['Orla Quist … left the town']],
    [
      'a report that did not come about',
      'The mayor did not say when the dam broke.',
      ['The mayor did not say when the dam broke'],
    ],
    ['a report that did', 'The mayor has agreed to mend the dam.', []],
    ['an aside of the source', 'Orla Quist, who built the old dam, said it was late.', ['who built the old dam']],
    ['before the cue', 'Orla Quist left the town and said the dam was old.', ['Orla Quist left the town']],
  ])('%s', (_, text, expected) => expect(own(text)).toEqual(expected))
})

it('tells a clause of another polarity apart from the content around it', () => {
  const text = 'The mayor said that the dam will not hold and that the wall was mended.'
  const found = statementsOf(text, false).map(({ rules, content }) => [rules[0], text.slice(...(content[0] ?? [0, 0]))])
  expect(found).toEqual([
    ['attribution/complement-clause', 'that the dam will not hold'],
    ['attribution/embedded-finite/complement-clause', 'the wall was mended'],
  ])
})
