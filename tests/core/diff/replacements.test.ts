/** The words that were replaced between two wordings, and those that the evidence of a change names. */
import { describe, expect, test } from 'vitest'
import { replacedWords, replacements } from '../../../src/core/diff/replacements.ts'

describe('replacements', () => {
  test.each([
    ['The ferry will sail.', 'The ferry may sail.', [['will', 'may']]],
    ['The ferry will sail.', 'The ferry will probably sail.', [['', 'probably']]],
    ['Nobody saw no ship.', 'Nobody saw ship.', [['no', '']]],
    ['A red ship sank fast.', 'A blue ship fled fast.', [['red ship sank', 'blue ship fled']]],
    [
      'It cost 12 euros and sank on Monday.',
      'It cost 14 euros and sank on Friday.',
      [
        ['12', '14'],
        ['Monday', 'Friday'],
      ],
    ],
    ['It said Mr. Peskov left.', 'It said Dmitri S. Peskov left.', [['Mr. Peskov', 'Dmitri S. Peskov']]],
    [
      'Talks ended, Mr. Peskov said.',
      'Talks ended, Dmitri S. Peskov, a spokesman, said.',
      [
        ['Mr. Peskov', 'Dmitri S. Peskov'],
        ['', 'a spokesman'],
      ],
    ],
    ['They chose plan B.', 'They chose plan C.', [['B', 'C']]],
    ['Prices rose. The mayor left.', 'Prices fell. The mayor left.', [['rose', 'fell']]],
    ['The same.', 'The same.', []],
  ])('%s → %s', (a, b, expected) => {
    expect(replacements(a, b).map(({ before, after }) => [before, after])).toEqual(expected)
  })
})

describe('the words that a change is about', () => {
  const [a, b] = ['It will cost the town 12 euros, the mayor said.', 'It may cost the town 14 euros, the owner said.']
  test.each([
    ['the replacement that holds the evidence', { before: null, after: '14' }, { before: '12', after: '14' }],
    ['the evidence, where no replacement holds it', { before: 'zz', after: 'qq' }, { before: 'zz', after: 'qq' }],
    ['the first replacement, without evidence', null, { before: 'will', after: 'may' }],
  ])('%s', (_, evidence, expected) => expect(replacedWords(a, b, evidence)).toEqual(expected))

  test.each([
    ['The city will cut 300 jobs.', 'The city may cut 450 jobs.', null, 'may', 'will', 'may'],
    ['The city will cut 300 jobs.', 'The city may cut 450 jobs.', '300', '450', '300', '450'],
    ['The owner cut jobs, it will say.', 'The mayor cut jobs, it may say.', null, 'may', 'will', 'may'],
    ['It will sail.', 'It will not sail.', null, 'not', null, 'not'],
  ])('are those of its evidence alone: %s → %s', (from, to, cut, put, before, after) => {
    expect(replacedWords(from, to, { before: cut, after: put })).toEqual({ before, after })
  })

  test('nothing where nothing was replaced', () => expect(replacedWords('Same.', 'Same.', null)).toBeNull())
})
