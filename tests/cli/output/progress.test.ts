import { expect, it } from 'vitest'
import { progressLine, spanOf, timedProgress } from '../../../src/cli/output/progress.ts'

function written(isTTY: boolean, steps: number): string[] {
  const lines: string[] = []
  const progress = progressLine({ err: { write: (text: string) => lines.push(text), isTTY } }, steps)
  progress.advance('ferry 1')
  progress.advance(`pier ${'2'.repeat(100)}\u001b[2J`)
  progress.stop()
  return lines
}

it.each([
  ['a terminal, two steps', true, 2, ['\r\u001b[K1 of 2: ferry 1', `\r\u001b[K2 of 2: pier ${'2'.repeat(66)}`, '\r\u001b[K']],
  ['a terminal, one step', true, 1, []],
  ['no terminal', false, 2, []],
])('%s', (_, isTTY, steps, lines) => {
  expect(written(isTTY, steps)).toEqual(lines)
})

it('shows the time that is left at the pace so far', () => {
  let now = 0
  let written = ''
  const err = { isTTY: true, write: (text: string) => (written += text) }
  const progress = timedProgress({ err, now: () => new Date(now) }, 4)
  for (const name of ['one', 'two', 'three', 'four']) {
    now += 90_000
    progress.advance(name)
  }
  const lines = written.split('\r\u001b[K').slice(1)
  expect(lines).toEqual(['1 of 4, 5 min left: one', '2 of 4, 3 min left: two', '3 of 4, 2 min left: three', '4 of 4: four'])
})

it.each([
  [900, '1 s'],
  [59_000, '59 s'],
  [60_000, '1 min'],
  [61_000, '2 min'],
  [3_600_000, '1 h 0 min'],
  [12_000_000, '3 h 20 min'],
])('%i ms are %s', (span, text) => expect(spanOf(span)).toBe(text))
