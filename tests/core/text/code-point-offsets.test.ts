/** Offsets in code points: those of the spread text. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { codePointOffsets } from '../../../src/core/text/code-point-offsets.ts'

test.each([
  ['', 0, 0],
  ['abc', 2, 2],
  ['🙂!', 2, 1],
  ['🙂!', 3, 2],
  ['a🙂b🙂', 6, 4],
])('of %j, %i is %i', (text, offset, points) => {
  expect(codePointOffsets(text)(offset)).toBe(points)
})

test('between characters it is as many as stand before', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), (before, after) => {
      expect(codePointOffsets(before + after)(before.length)).toBe([...before].length)
    }),
  )
})
