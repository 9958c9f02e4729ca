import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { heaviestChain, type Pair } from '../../../../src/core/changes/align/heaviest-chain.ts'

/** The greatest weight by trying every chain. */
function heaviest(pairs: readonly Pair[], bonus: number, last: Pair | null = null): number {
  return Math.max(
    0,
    ...pairs
      .filter((p) => p.weight > 0 && (!last || (p.i > last.i && p.j > last.j)))
      .map((p) => p.weight + (last && p.i === last.i + 1 && p.j === last.j + 1 ? bonus : 0) + heaviest(pairs, bonus, p)),
  )
}

describe('heaviestChain', () => {
  it('finds a chain of the greatest weight, both indices increasing', () => {
    const pair = fc.record({ i: fc.nat(4), j: fc.nat(4), weight: fc.integer({ min: -1, max: 5 }) })
    const pairs = fc.uniqueArray(pair, { maxLength: 8, selector: (p) => `${p.i} ${p.j}` })
    fc.assert(
      fc.property(pairs, fc.nat(2), (list, bonus) => {
        const chain = heaviestChain(list, bonus)
        let total = 0
        for (const [n, p] of chain.entries()) {
          const before = chain[n - 1]
          if (before) expect(before.i < p.i && before.j < p.j).toBe(true)
          total += p.weight + (before && before.i + 1 === p.i && before.j + 1 === p.j ? bonus : 0)
        }
        expect(total).toBe(heaviest(list, bonus))
      }),
      { numRuns: 300 },
    )
  })
})
