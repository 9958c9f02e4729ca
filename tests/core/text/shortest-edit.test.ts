import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { shortestEdit } from '../../../src/core/text/shortest-edit.ts'

describe('diff', () => {
  it.each([
    ['', '', []],
    ['abc', 'abc', []],
    ['abc', 'axc', [{ aFrom: 1, aTo: 2, bFrom: 1, bTo: 2 }]],
    ['ac', 'abc', [{ aFrom: 1, aTo: 1, bFrom: 1, bTo: 2 }]],
    [
      'abcd',
      'bcde',
      [
        { aFrom: 0, aTo: 1, bFrom: 0, bTo: 0 },
        { aFrom: 4, aTo: 4, bFrom: 3, bTo: 4 },
      ],
    ],
  ])('"%s" → "%s"', (a, b, hunks) => {
    expect(shortestEdit([...a], [...b])).toEqual(hunks)
  })

  it('turns one sequence into the other with the fewest edits', () => {
    const letters = fc.array(fc.constantFrom('a', 'b', 'c'), { maxLength: 14 })
    const shortest = (a: readonly string[], b: readonly string[]): number => {
      let row = b.map((_, j) => j + 1)
      row.unshift(0)
      for (const [i, x] of a.entries()) {
        const next = [i + 1]
        for (const [j, y] of b.entries()) next.push(x === y ? (row[j] ?? 0) : 1 + Math.min(row[j + 1] ?? 0, next[j] ?? 0))
        row = next
      }
      return row.at(-1) ?? 0
    }
    fc.assert(
      fc.property(letters, letters, (a, b) => {
        const hunks = shortestEdit(a, b)
        const built = [...a]
        for (const h of hunks.toReversed()) built.splice(h.aFrom, h.aTo - h.aFrom, ...b.slice(h.bFrom, h.bTo))
        expect(built).toEqual(b)
        expect(hunks.reduce((n, h) => n + h.aTo - h.aFrom + h.bTo - h.bFrom, 0)).toBe(shortest(a, b))
      }),
    )
  })
})
