/** The words of kinds: each has a family, and a count of several reads as a sentence. */
import { describe, expect, test } from 'vitest'
import { KINDS, type Kind } from '../../../src/core/changes/change.ts'
import { BY_WEIGHT, TOLD } from '../../../src/core/changes/weight.ts'
import { FAMILIES, KIND_WORDS, kindsOfFamily, labelOf, summaryParts } from '../../../src/http/words/kinds-in-words.ts'

test('every kind has its words, its weight and its family', () => {
  expect(Object.keys(KIND_WORDS).sort()).toEqual([...KINDS].sort())
  expect([...BY_WEIGHT].sort()).toEqual([...KINDS].sort())
  const all = (Object.keys(FAMILIES) as (keyof typeof FAMILIES)[]).flatMap(kindsOfFamily)
  expect(all.sort()).toEqual([...KINDS].sort())
})

test('what may be disclosed is what readers had been told', () => {
  const never: Kind[] = ['introduced', 'superseded', 'split', 'merged', 'reworded', 'moved', 'cosmetic']
  expect(TOLD.toSorted()).toEqual(KINDS.filter((kind) => !never.includes(kind)).toSorted())
})

describe('a summary', () => {
  test.each<[Partial<Record<Kind, number>>, string]>([
    [{ softened: 2, number_changed: 1 }, '2 claims softened, 1 number changed'],
    [{ number_changed: 2, introduced: 1 }, '2 numbers changed, 1 claim added'],
    [{ introduced: 12, withdrawn: 1 }, '1 claim dropped, 12 added'],
    [
      { superseded: 3, restored: 1, split: 1, merged: 1 },
      '1 claim put back, 3 overtaken by newer ones, 1 split in two, 1 merged',
    ],
    [{ introduced: 1200 }, '1,200 claims added'],
    [{}, ''],
  ])('%j: %s', (counts, expected) =>
    expect(
      summaryParts(counts)
        .map(({ text }) => text)
        .join(', '),
    ).toBe(expected),
  )
})

test.each<[Kind, object, string]>([
  ['source_changed', { source_changed: 'named' }, 'Source named'],
  ['quote_changed', { quote_changed: 'unquoted' }, 'Quotation marks removed'],
  ['moved', { moved: 'up' }, 'Moved up'],
  ['number_changed', { number_changed: [{ from: 1, to: 2, unit: null }] }, 'Number changed'],
  ['source_changed', {}, 'Source changed'],
])('%s with %j is “%s”', (kind, detail, label) => expect(labelOf(kind, detail)).toBe(label))
