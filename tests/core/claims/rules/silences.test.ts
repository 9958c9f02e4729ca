/** Refusals, silences and orders to keep a name: which of them report something, and how surely. */
import { describe, expect, it } from 'vitest'
import { statementsOf } from '../../../../src/core/claims/statements.ts'

/** "source | sign and level | content" of each statement; "author" where nobody is told to say it. */
function told(text: string): string[] {
  return statementsOf(text, false).map(({ source, cue, certainty, content }) => {
    const words = content
      .map((span) => text.slice(...span))
      .join(' … ')
      .replace(/\.$/, '')
    const who = source.spans.map((span) => text.slice(...span)).join(' ')
    const sign = certainty.polarity === 'negative' ? 'not ' : ''
    return `${who || (cue ? 'somebody' : 'author')} | ${sign}${certainty.level} | ${words}`
  })
}

describe('what was not said or not done', () => {
  it.each([
    [
      'Officials would neither confirm nor deny that a letter had been sent.',
      'Officials | unknown | that a letter had been sent',
    ],
    ['The firm has yet to say whether it will appeal.', 'The firm | unknown | whether it will appeal'],
    ['The judge refused to approve the deal.', 'The judge | not certain | to approve the deal'],
    ['A clerk declined to say whether they would sell it.', 'A clerk | not certain | to say whether they would sell it'],
    [
      'A clerk declined to comment on whether they would sell it.',
      'A clerk | not certain | to comment on whether they would sell it',
    ],
  ])('%s', (text, expected) => expect(told(text)).toContain(expected))

  it('"would not say" is a refusal and no guess', () => {
    expect(told('The firm would not say whether the gate was shut.')[0]).toBe(
      'author | not certain | The firm would not say whether the gate was shut',
    )
  })

  it('"neither" is a subject of its own', () => {
    expect(told('Both firms have denied fault, and neither admitted a debt.')).toContain('neither | unknown | a debt')
    expect(told('Both firms have denied fault, and neither admitted debts in May.')).toContain(
      'author | not certain | neither admitted debts in May',
    )
  })
})

describe('what is denied did not happen; a request that is denied did', () => {
  it.each([
    ['Orr denied theft.', 'Orr | not certain | theft'],
    ['The firm denied a leak at the plant.', 'The firm | not certain | a leak at the plant'],
    ['The judge denied his request for bail.', 'The judge | certain | his request for bail'],
    ['The court denied him bail.', 'The court | certain | him bail'],
  ])('%s', (text, expected) => expect(told(text)).toEqual([expected]))
})

describe('how a source is named reports nothing', () => {
  it.each([
    'A guard, who asked not to be named because he feared for his job, told the paper that it was shut.',
    'A guard, who asked to remain anonymous, told the paper that it was shut.',
  ])('%s', (text) => {
    expect(told(text).filter((one) => one.startsWith('A guard') || one.startsWith('somebody'))).toEqual([
      expect.stringContaining('that it was shut'),
    ])
  })
})

describe('who is told says nothing', () => {
  it.each([
    ['Members were told on Tuesday that the pool had a leak', 'somebody | certain | that the pool had a leak'],
    ['Asked whether the pool would close, the firm said no.', 'the firm | certain | no'],
    ['The coach, asked whether she would go, said she had not decided.', 'somebody | unknown | whether she would go'],
    [
      'The coach, asked whether she would go, said she had not decided.',
      expect.stringMatching(/not certain \| she had not decided/),
    ],
  ])('%s', (text, expected) => expect(told(text)).toContainEqual(expected))
})

describe('an estimate has its source', () => {
  it.each([
    ['The firms’ own expert put the figure at zero.', 'The firms’ own expert | certain | the figure at zero'],
    ['Some waited; the airline put the figure at less than six.', 'the airline | certain | the figure at less than six'],
  ])('%s', (text, expected) => expect(told(text)).toContain(expected))
})

describe('a report beside another keeps its own speaker', () => {
  it.each([
    ['The port shut at noon, Ada Orr said, and Bo Hale said boats had left', 'Ada Orr | certain | The port shut at noon'],
    ['The port shut at noon, Ada Orr said, and Bo Hale said boats had left', 'Bo Hale | certain | boats had left'],
    ['The union warned that jobs were at risk and did not rule out a strike.', 'The union | certain | that jobs were at risk'],
    [
      'The court said that the ban, which began in June, was lawful.',
      'The court | certain | that the ban, which began in June, was lawful',
    ],
    ['According to police, the driver, 40, was not hurt.', 'police | not certain | the driver, 40, was not hurt'],
    ['He is a guard who neighbours believe went back.', 'neighbours | probable | went back'],
  ])('%s', (text, expected) => expect(told(text)).toContain(expected))
})
