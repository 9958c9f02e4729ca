import { describe, expect, it } from 'vitest'
import { statementsOf } from '../../../src/core/claims/statements.ts'

/** "source, sign and level: content" of each statement. */
function told(text: string): string[] {
  return statementsOf(text, false).map(({ source, certainty, content }) => {
    const words = content.map((span) => text.slice(...span)).join(' … ')
    return `${source.kind} ${certainty.polarity === 'negative' ? 'not ' : ''}${certainty.level}: ${words}`
  })
}

describe('clauses that are told otherwise than the content around them', () => {
  it.each([
    [
      'an aim',
      'The old wall was designed to hold the water.',
      ['author certain: The old wall was designed to hold the water.', 'author probable: to hold the water'],
    ],
    [
      'a gerund',
      'The council closed the gate without paying the crew.',
      ['author certain: The council closed the gate without paying the crew.', 'author not certain: paying the crew'],
    ],
    [
      'a negated clause in an attribution',
      'The mayor said the dam is old and the wall does not hold.',
      ['unnamed certain: the dam is old', 'unnamed not certain: the wall does not hold'],
    ],
    [
      'a positive one in a negated attribution',
      'The mayor said the dam will not hold because the wall is old.',
      ['unnamed not certain: the dam will not hold because the wall is old', 'unnamed certain: the wall is old'],
    ],
    // One claim is enough where the attribution's clauses differ in degree only.
    [
      'a degree',
      'The mayor said the dam is old and the wall may fall.',
      ['unnamed certain: the dam is old', 'unnamed possible: the wall may fall'],
    ],
    [
      'not the complement of another verb',
      'The mayor said the crew knew the dam did not hold.',
      ['unnamed certain: the crew knew the dam did not hold'],
    ],
    [
      'not the infinitive of a noun in a subject',
      'The plan to sell the mill failed.',
      ['author certain: The plan to sell the mill failed.'],
    ],
    ['not after an expletive', 'It is hard to mend an old mill.', ['author certain: It is hard to mend an old mill.']],
    ['told alike', 'The dam held and the wall held.', ['author certain: The dam held', 'author certain: the wall held.']],
    ['nearly the whole', 'They may leave.', ['author possible: They may leave.']],
    // Nobody says what the mayor did not say.
    ['an open report', 'The mayor did not say that the dam is old.', undefined],
  ])('%s', (_, text, expected) => {
    const found = told(text)
    if (expected) expect(found).toEqual(expected)
    else expect(found.filter((claim) => claim.startsWith('author certain'))).toEqual([])
  })
})
