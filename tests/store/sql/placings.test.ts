/** How a row keeps the list of a version's sentences. */
import { expect, it } from 'vitest'
import { type Placing, packPlacings, unpackPlacings } from '../../../src/store/sql/packing.ts'

const LEAD: Placing = [1, 0, 20, 7]
const BODY: Placing = [2, 22, 30, 8]

it.each<[string, Placing[], unknown[]]>([
  ['no sentence', [], []],
  ['one', [BODY], [BODY]],
  ['the next id behind a space', [BODY, [2, 31, 40, 9]], [BODY, 9]],
  ['the next id in the next paragraph', [BODY, [2, 32, 40, 9]], [BODY, -8]],
  ['several', [BODY, [2, 31, 40, 9], [2, 42, 50, 10], [2, 51, 60, 11]], [BODY, 9, -8, 9]],
  ['another distance', [BODY, [2, 30, 40, 9]], [BODY, [2, 30, 40, 9]]],
  ['a longer distance', [BODY, [2, 33, 40, 9]], [BODY, [2, 33, 40, 9]]],
  ['another id', [BODY, [2, 31, 40, 10]], [BODY, [2, 31, 40, 10]]],
  ['the same sentence again', [BODY, [2, 31, 39, 8]], [BODY, [2, 31, 39, 8]]],
  ['another zone', [BODY, [3, 31, 40, 9]], [BODY, [3, 31, 40, 9]]],
  [
    'furniture',
    [
      [3, 0, 4, 1],
      [3, 6, 9, 2],
    ],
    [[3, 0, 4, 1], -3],
  ],
  ['a whole entry after lengths', [BODY, [2, 31, 40, 9], [2, 41, 50, 5], [2, 51, 53, 6]], [BODY, 9, [2, 41, 50, 5], 2]],
  ['a headline and a lead are whole', [[0, 0, 9, 6], LEAD, [1, 21, 30, 8]], [[0, 0, 9, 6], LEAD, [1, 21, 30, 8]]],
  ['the first entry, whatever it is', [[2, 1, 5, 1]], [[2, 1, 5, 1]]],
])('%s', (_name, list, packed) => {
  expect(JSON.parse(packPlacings(list))).toEqual(packed)
  expect(unpackPlacings(JSON.stringify(packed))).toEqual(list)
})
