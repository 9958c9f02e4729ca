/** Labels in which a name stands for the pronoun at their beginning, where only one person can be meant. */
import { describe, expect, it } from 'vitest'
import { analyze } from '../../../../src/core/analysis.ts'

/** The labels of the claims of a text, as its context makes them. */
function labelsIn(body: string): string[] {
  const { claims } = analyze({ title: '', body, publishedAt: null })
  return claims.map(({ statement, reading }) => reading.label ?? statement.label)
}

describe('the name stands for the pronoun', () => {
  it.each([
    ['of the author', 'Judge Ivo Threl left at noon. He was arrested on Monday.', 'Threl was arrested on Monday'],
    ['whose the subject is', 'Ms Gra Tolan left at noon. Her house was destroyed.', 'Tolan’s house destroyed'],
    ['of a body’s statement', 'Mr Ivo Threl left at noon. Police said he was armed.', 'Threl was armed'],
    ['who speaks', 'Mr Ivo Threl left at noon. He denied the charge.', 'Threl denies charge'],
    ['who speaks of himself', 'Mr Ivo Threl said he would not resign.', 'Threl will not resign'],
    ['who speaks beside a woman', 'Mr Ivo Threl met Ms Gra Tolan. He said he would not resign.', 'Threl will not resign'],
    ['beside a woman', 'Mr Ivo Threl met Ms Gra Tolan. She was arrested on Monday.', 'Tolan was arrested on Monday'],
    [
      'of two of one surname',
      'Mr Ivo Threl was there. Ms Ada Threl came later. She was arrested on Monday.',
      'Ada Threl was arrested on Monday',
    ],
    ['who alone speaks', 'Tavi Roe said she backed the strike.', 'Roe backs strike'],
    ['of a known role', 'Ivo Threl, the mayor, left. The mayor met Ms Tolan. He denied the charge.', 'Threl denies charge'],
    ['in a negated clause', 'Ms Gra Tolan left at noon. She was not arrested.', 'Tolan was not arrested'],
  ])('%s', (_, text, expected) => expect(labelsIn(text).at(-1)).toBe(expected))
})

describe('the pronoun stays', () => {
  it.each([
    ['of a stranger', 'A man was shot near the home of Ivo Threl. He died in hospital.', 'He dies in hospital'],
    ['of a driver', 'The driver hit a tree near the house of Mr Threl. He was taken to hospital.', 'He was taken to hospital'],
    ['of a defendant', 'Mr Threl left. A third defendant cannot be named because he is 17.', 'He is 17'],
    ['of kin', 'Reece Threl left. Mr Ashby’s widow, Carol, wept. In a note she said she was ill.', 'She was ill'],
    ['of a judge', 'Mrs Justice Orr said it had been a crime.', 'It had been a crime'],
    ['of an age', 'The 48-year-old met his lawyer, Ivo Threl. His deputy will stay at home.', 'His deputy will stay at home'],
    ['where two may be meant', 'Mr Ivo Threl met Mr Bo Hale. He was arrested on Monday.', 'He was arrested on Monday'],
    ['where a man without a name speaks', 'Mr Ivo Threl left at noon. A neighbour said he was armed.', 'He was armed'],
    ['where nobody was named', 'The driver left at noon. He was arrested on Monday.', 'He was arrested on Monday'],
    ['of another gender', 'Mr Ivo Threl left at noon. She was arrested on Monday.', 'She was arrested on Monday'],
    ['inside a quotation', 'Mr Ivo Threl left at noon. “He was armed,” police said.', 'He was armed'],
    [
      'where two whose gender nothing shows may be meant',
      'Tavi Roe met Lio Brandt. Tavi Roe said she backed the strike.',
      'She backs strike',
    ],
    ['of things', 'The Arvo company closed its plant. It was old.', 'It was old'],
  ])('%s', (_, text, expected) => expect(labelsIn(text).at(-1)).toBe(expected))
})

describe('a body or a group speaks of itself', () => {
  it.each([
    ['The Arvo company said it will close the plant.', 'Arvo company will close plant'],
    ['The union said it had sold the hall.', 'Union had sold hall'],
    ['The bank said it was unlikely to lower rates.', 'Bank was unlikely to lower rates'],
    ['The union said it was not aware of the request.', 'Union was not aware of request'],
    ['The office said it was likely to rain.', 'It was likely to rain'],
    ['Tarn Inc. said it was sending a team.', 'Tarn was sending team'],
    ['Residents said they had never been warned.', 'Residents had never been warned'],
    ['Police said they will not search the hall.', 'Police will not search hall'],
    ['The union said it was clear that the hall was sold.', 'It was clear that hall was sold'],
    ['The union said it would be wrong to sell the hall.', 'It would be wrong to sell hall'],
    ['Police said it was raining.', 'It was raining'],
    ['Residents said the dam had burst.', 'Dam had burst'],
    ['A guard said they had sold the hall.', 'They had sold hall'],
    ['“It had sold the hall,” the union said.', 'It had sold hall'],
  ])('%s', (text, expected) => expect(labelsIn(text).at(-1)).toBe(expected))
})

describe('who says "I" or "we" stands before it', () => {
  it.each([
    ['“I will not resign,” said Mr Ivo Threl.', 'Threl: I will not resign'],
    ['“We lost the hall,” Gra Tolan said. “We want it back.”', 'Tolan: We want it back'],
    ['Mr Ivo Threl left at noon. “Our hall is old,” he said.', 'Threl: Our hall is old'],
    ['“We lost the hall,” the Arvo company said.', 'Arvo company: We lost hall'],
    ['“We lost the hall,” a neighbour said.', 'We lost hall'],
    ['“The hall is old,” said Mr Ivo Threl.', 'Hall is old'],
  ])('%s', (text, expected) => expect(labelsIn(text).at(-1)).toBe(expected))
})

it('never changes the statement: one sentence has one statement in every context', () => {
  const statement = (body: string) => analyze({ title: '', body, publishedAt: null }).claims.at(-1)?.statement
  const sentence = 'He was arrested on Monday.'
  expect(statement(`Mr Ivo Threl left at noon. ${sentence}`)).toEqual(statement(`Mr Bo Hale left at noon. ${sentence}`))
})
