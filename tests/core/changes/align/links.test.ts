import { describe, expect, it } from 'vitest'
import type { Sentence } from '../../../../src/core/article.ts'
import { linksOf } from '../../../../src/core/changes/align/links.ts'

const version = (...texts: string[]) => ({
  sentences: texts.map((text): Sentence => ({ zone: 'body', start: 0, end: text.length, text })),
})

describe('linksOf', () => {
  it.each<[string, string[], string[], [number, number][]]>([
    ['a sentence that stays', ['Why?'], ['Why?'], [[0, 0]]],
    ['a rewritten one', ['The weir broke at dawn.'], ['At dawn the old weir gave way.'], [[0, 0]]],
    ['one at the same place only', ['A goose sat on the runway.'], ['The caterers ran out of soup.'], []],
    ['a matter that moved on', ['The cause is not known.'], ['Inspectors traced the fire to a heater.'], []],
    [
      'a part of a split, however little it repeats',
      ['The mill, which makes rope from hemp, burned.'],
      ['The mill burned.', 'It makes rope.'],
      [
        [0, 0],
        [0, 1],
      ],
    ],
  ])('%s', (_, a, b, told) => {
    expect(linksOf(version(...a), version(...b))).toEqual(told)
  })
})
