/** The words of the fold of lanes. */
import { expect, test } from 'vitest'
import { stillClaims } from '../../../src/pages/words/figure-words.ts'

test.each([
  [1, 0, '1 claim has not changed since it was first told'],
  [40, 0, '40 claims have not changed since they were first told'],
  [40, 1, '40 claims have not changed since they were first told, nor has 1 above, which began in the place of another'],
  [40, 4, '40 claims have not changed since they were first told, nor have 4 above, which began in the place of others'],
])('%i folded, %i above that are newer', (still, newer, expected) => expect(stillClaims(still, newer)).toBe(expected))
