import { describe, expect, it } from 'vitest'
import { statementsOf } from '../../../src/core/claims/statements.ts'

const rules = (text: string) => statementsOf(text, false).map((statement) => statement.rules)

describe('the rules that found a statement', () => {
  it.each([
    ['The old dam held.', [['author', 'clause/first', 'label/as-told']]],
    ['The dam held.', [['author', 'clause/first', 'label/words']]],
    ['The council sent a crew to mend the dam.', [['author', 'clause/first', 'label/as-told']]],
    [
      'Orla Quist said the dam may not hold, but the young crew left.',
      [
        [
          'attribution/complement-clause',
          'extent/comma-clause',
          'source/name',
          'certainty/hedge-modal',
          'certainty/negated-verb',
          'label/as-told',
        ],
        ['author', 'clause/first', 'label/as-told'],
      ],
    ],
    [
      'The mayor denied that the old dam held.',
      [
        [
          'attribution/complement-clause',
          'extent/sentence-end',
          'source/common-noun',
          'certainty/cue-denies',
          'label/with-actor',
        ],
      ],
    ],
    [
      'The mayor wanted to mend the dam.',
      [
        [
          'attribution/complement-infinitive',
          'extent/sentence-end',
          'source/common-noun',
          'certainty/cue-possible',
          'label/with-actor',
        ],
      ],
    ],
    ['“The dam will hold.”', [['attribution/lone-quotation', 'source/not-in-sentence', 'label/as-told']]],
    ['Will the dam hold?', [['author', 'clause/first', 'certainty/question-mark', 'label/as-told']]],
  ])('%s', (text, expected) => expect(rules(text)).toEqual(expected))
})
