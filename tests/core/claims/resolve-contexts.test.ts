import { describe, expect, it } from 'vitest'
import { analyze } from '../../../src/core/analysis.ts'

/** "kind name" of each attributed claim, and the words of its source if they stand in another sentence. */
function read(body: string): string[] {
  const { sentences, claims } = analyze({ title: '', body, publishedAt: null })
  return claims
    .filter(({ statement }) => statement.source.kind !== 'author')
    .map(({ reading }) => {
      const text = reading.source ? (sentences[reading.source.sentence]?.text ?? '') : ''
      const words = reading.source?.spans.map((span) => text.slice(...span)).join(' ')
      return [reading.kind, reading.name, ...(words ? [`< ${words}`] : [])].join(' ')
    })
}
const OPENING = 'Orla R. Quist, the chief engineer, opened the dam.'

describe('names', () => {
  it.each([
    ['a surname', `${OPENING} Ms. Quist said it was old.`, ['named Orla R. Quist']],
    ['a bare surname', `${OPENING} Quist said it was old.`, ['named Orla R. Quist']],
    ['another first name', `${OPENING} Bo Quist said it was old.`, ['named Bo Quist']],
    ['a name not told in full', 'Mr. Hale said it was old.', ['named Hale']],
    ['a pronoun', `${OPENING} She said it was old.`, ['named Orla R. Quist']],
    [
      'a pronoun that a title excludes',
      'Ann Quist and Bo Hale met. Ms. Quist said it was old. Mr. Hale said it was new. She said it was not.',
      ['named Ann Quist', 'named Bo Hale', 'named Ann Quist'],
    ],
    [
      'a role',
      'Bo Hale, a spokesman, left. Bo Hale, the spokesman, said it was old. The spokesman said it would last.',
      ['named Bo Hale', 'named Bo Hale'],
    ],
    ['who', `${OPENING} Bo Hale, who says it is old, left.`, ['named Bo Hale']],
    ['they', 'Two officials said it was old. They said it would last.', ['unnamed ', 'unnamed ']],
    ['an apposition', 'The engineer, Orla Quist, said it was old.', ['named Orla Quist']],
    ['an occupation that opens a sentence', 'Deckhand Luis Barragan said it was late. He left.', ['named Luis Barragan']],
    [
      'kin',
      'Mother-of-three Carly Sugden said it was old. Her son, she said, left.',
      ['named Carly Sugden', 'named Carly Sugden'],
    ],
    ['a specialist', 'Paediatrician Henrik Dahl of Lorne Hospital said it was rare.', ['named Henrik Dahl']],
    ['three names', 'Carter Lee Roe said it was late.', ['named Carter Lee Roe']],
    ['the head of a body', 'The head of Lorne High, Susan Lyle, said it was late.', ['named Susan Lyle']],
    ['it', 'Valdora NV said profit rose. It blamed the delay on rain.', ['named Valdora NV', 'named Valdora NV']],
    [
      'it long after a body',
      'The Orle Trust said it was old. Rain fell. A gate broke. Mr. Hale left. It recommended that it be sold.',
      ['named Orle Trust', 'unnamed '],
    ],
    [
      'she after a speaker without a name',
      'Ann Orr said it was late. A spokeswoman for the bank said it was old. She said it would last.',
      ['named Ann Orr', 'unnamed ', 'unnamed '],
    ],
    ['it after a person', 'Robin Dace said it was late. It showed that it was.', ['named Robin Dace', 'unnamed ']],
    ['a body', 'The finance ministry said it was old.', ['named finance ministry']],
    ['a document', 'The report said it was old.', ['document ']],
    [
      'a sentence that opens with a conjunction',
      'While Bo Hale waited, it rained. Mr. Hale said it was late.',
      ['named Bo Hale'],
    ],
  ])('%s', (_, body, expected) => expect(read(body)).toEqual(expected))
})

describe('a quotation that goes on', () => {
  it.each([
    ['in the next sentence', `“It is old,” said Bo Hale. “It will last.”`, ['named Bo Hale', 'named Bo Hale < Bo Hale']],
    [
      'twice',
      `“It is old,” said Bo Hale. “It will last.” “We know.”`,
      ['named Bo Hale', 'named Bo Hale < Bo Hale', 'named Bo Hale < Bo Hale'],
    ],
    ['with nobody before', '“It is old.”', ['unnamed ']],
  ])('%s', (_, body, expected) => expect(read(body)).toEqual(expected))
})
