/** Kills of the server as it is built, at random moments of writes: a start takes too long for `npm test`. */
import { expect, test } from 'vitest'
import { expectKept } from '../faults/expect-kept.ts'

test('a server that is killed 200 times loses and doubles nothing', async () => {
  const figures = await expectKept('dist/node.js', 200)
  console.log(figures)
  expect(figures.unanswered).toBeGreaterThan(200)
}, 1_800_000)
