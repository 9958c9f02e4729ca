import { expect, it } from 'vitest'
import { progressLine } from '../../../src/cli/output/progress.ts'

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
