import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Sentence } from '../../../../src/core/article.ts'
import { align } from '../../../../src/core/changes/align/align.ts'

function sentences(texts: readonly string[]): Sentence[] {
  let at = 0
  return texts.map((text) => {
    const sentence = { zone: 'body', start: at, end: at + text.length, text } as const
    at += text.length + 1
    return sentence
  })
}

/** "0>0" a pair, with "up" or "down" if moved. */
const told = (a: readonly string[], b: readonly string[]) =>
  align(sentences(a), sentences(b)).map((g) => `${g.before}>${g.after}${g.moved ? ` ${g.moved}` : ''}`)

const inOrder = (count: number) => Array.from({ length: count }, (_, k) => `${k}>${k}`)

const TOWNS = 'Lunden Marsk Orle Varsk Pellow Ardle Tovey Brannock Ketterby Hollis'.split(' ')
const GOODS = 'barley oats rye hops beans flax millet turnips clover vetch'.split(' ')
const town = (n: number) => TOWNS[n % TOWNS.length] ?? ''

/** A line of a list of at most ten by its number, with a figure. */
type Line = (n: number, figure: number) => string

const LISTS: readonly [string, Line][] = [
  ['tolls by town', (n, figure) => `In ${town(n)}, ${figure} were hurt.`],
  ['two tolls by town', (n, figure) => `${town(n)} counted ${figure} dead and ${figure + 3} injured.`],
  ['scores', (n, figure) => `${town(n)} beat ${town(n + 4)} ${figure}-${figure % 3}.`],
  ['scores without a verb', (n, figure) => `${town(n)} ${figure}, ${town(n + 4)} ${figure % 3}.`],
  ['lots', (n, figure) => `Lot ${n} of the yard went for ${figure} crowns.`],
  ['lots with a few buyers', (n, figure) => `Lot ${n}, a chair, was sold to ${town(n % 3)} for ${figure} crowns.`],
  ['a number in the middle', (n, figure) => `The leak in room ${n} was filled with ${figure} litres of resin.`],
  ['a number after the figure', (n, figure) => `They paid ${figure} crowns in cash for Lot ${n}.`],
  ['a numbered list', (n, figure) => `${n}. The farm at ${town(n)} milked ${figure} cows.`],
  ['prices', (n, figure) => `A bushel of ${GOODS[n % GOODS.length]} costs ${figure} crowns.`],
]

describe('near twins', () => {
  it.each<[string, readonly string[], readonly string[], readonly string[]]>([
    [
      'figures that equal those of other lines',
      ['Lot 1 went for 2 crowns.', 'Lot 2 went for 3 crowns.', 'Lot 3 went for 4 crowns.'],
      ['Lot 1 went for 3 crowns.', 'Lot 2 went for 4 crowns.', 'Lot 3 went for 5 crowns.'],
      ['0>0', '1>1', '2>2'],
    ],
    [
      'a line cut',
      ['Lot 1 went for 20 crowns.', 'Lot 2 went for 30 crowns.', 'Lot 3 went for 40 crowns.'],
      ['Lot 2 went for 40 crowns.', 'Lot 3 went for 30 crowns.'],
      ['1>0', '2>1'],
    ],
    [
      'a line added, with the figure of another',
      ['In Orle, 12 were hurt.', 'In Marsk, 9 were hurt.'],
      ['In Orle, 14 were hurt.', 'In Varsk, 9 were hurt.', 'In Marsk, 12 were hurt.'],
      ['0>0', '1>2'],
    ],
    [
      'a line cut, another added',
      ['Lot 1 went for 20 crowns.', 'Lot 2 went for 30 crowns.', 'Lot 3 went for 40 crowns.'],
      ['Lot 2 went for 31 crowns.', 'Lot 3 went for 41 crowns.', 'Lot 4 went for 51 crowns.'],
      ['1>0', '2>1'],
    ],
    [
      'lots numbered anew: fewer are left over',
      ['Lot 1 went for 20 crowns.', 'Lot 2 went for 30 crowns.', 'Lot 3 went for 40 crowns.'],
      ['Lot 2 went for 20 crowns.', 'Lot 3 went for 30 crowns.', 'Lot 4 went for 40 crowns.'],
      ['0>0', '1>1', '2>2'],
    ],
    [
      'names before figures, though more figures are found again',
      ['In Orle, 3 were hurt.', 'In Marsk, 1 was hurt.', 'In Pellow, 2 were hurt.'],
      ['In Orle, 1 was hurt.', 'In Marsk, 2 were hurt.', 'In Varsk, 3 were hurt.'],
      ['0>0', '1>1'],
    ],
    [
      'two towns of which each plays twice',
      ['Orle beat Marsk 3-1.', 'Marsk beat Orle 2-0.', 'Orle beat Varsk 4-2.'],
      ['Orle beat Marsk 2-0.', 'Marsk beat Orle 4-2.', 'Orle beat Varsk 3-1.'],
      ['0>0', '1>1', '2>2'],
    ],
    [
      'two lines exchanged',
      ['Lot 1 went for 20 crowns.', 'Lot 2 went for 30 crowns.', 'Lot 3 went for 40 crowns.'],
      ['Lot 2 went for 20 crowns.', 'Lot 1 went for 30 crowns.', 'Lot 3 went for 50 crowns.'],
      ['0>1 down', '1>0', '2>2'],
    ],
  ])('%s', (_, a, b, groups) => {
    const found = told(a, b)
    expect(found.map((group) => group.replace(/ .*/, ''))).toEqual(groups.map((group) => group.replace(/ .*/, '')))
    expect(found.filter((group) => group.includes(' '))).toHaveLength(groups.filter((group) => group.includes(' ')).length)
  })

  it('every figure of a long list changed, most of them to that of another line', () => {
    const lots = (more: number) => Array.from({ length: 140 }, (_, n) => `Lot ${n} of the yard went for ${n + more} crowns.`)
    expect(told(lots(5), lots(7))).toEqual(inOrder(140))
    expect(told(lots(7), lots(5))).toEqual(inOrder(140))
  })

  const figures = fc.array(fc.integer({ min: 2, max: 30 }), { minLength: 10, maxLength: 10 })
  const listOf = (line: Line, numbers: readonly number[], amounts: readonly number[]) =>
    numbers.map((n) => line(n, amounts[n] ?? 0))

  it.each(LISTS)(
    '%s: each line stays itself, whatever becomes of its figures, wherever one line is cut or added',
    (_, line) => {
      const numbers = fc.uniqueArray(fc.nat(9), { minLength: 3, maxLength: 10 }).map((all) => all.sort((m, n) => m - n))
      const at = fc.record({ numbers, without: fc.nat(9), cut: fc.constantFrom('before', 'after', 'neither') })
      fc.assert(
        fc.property(at, figures, figures, ({ numbers, without, cut }, before, after) => {
          const some = numbers.filter((_, k) => k !== without % numbers.length)
          const [inA, inB] = [cut === 'before' ? some : numbers, cut === 'after' ? some : numbers]
          const [a, b] = [listOf(line, inA, before), listOf(line, inB, after)]
          expect(told(a, b)).toEqual(inA.flatMap((n, i) => (inB.includes(n) ? [`${i}>${inB.indexOf(n)}`] : [])))
        }),
        { numRuns: 150 },
      )
    },
  )

  it.each(LISTS)('%s: lines that stand in another order have moved', (_, line) => {
    const order = fc.shuffledSubarray([...TOWNS.keys()], { minLength: 3 })
    fc.assert(
      fc.property(order, figures, figures, (inB, before, after) => {
        const inA = [...inB].sort((m, n) => m - n)
        const groups = align(sentences(listOf(line, inA, before)), sentences(listOf(line, inB, after)))
        expect(groups.map((g) => [g.before, g.after])).toEqual(inA.map((n, i) => [[i], [inB.indexOf(n)]]))
        expect(groups.some((g) => g.moved)).toBe(inB.some((n, j) => n !== inA[j]))
      }),
      { numRuns: 150 },
    )
  })
})
