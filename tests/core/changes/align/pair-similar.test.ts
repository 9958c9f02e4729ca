import { describe, expect, it } from 'vitest'
import { dropUnlikelyMoves } from '../../../../src/core/changes/align/pair-similar.ts'

describe('takeBack', () => {
  it.each<[string, number, number, boolean]>([
    ['one of few, rather like', 0.65, 4, true],
    ['one of many, rather like', 0.8, 400, false],
    ['one of many, very like', 0.95, 400, true],
  ])('a sentence that moved: %s', (_, likeness, choices, moved) => {
    const [takenA, takenB] = [Int32Array.of(2, 0, 1), Int32Array.of(1, 2, 0)]
    const stayed = [
      { i: 1, j: 0, weight: 1 },
      { i: 2, j: 1, weight: 1 },
    ]
    const taken = dropUnlikelyMoves({ pairs: [{ i: 0, j: 2, likeness }], choices }, stayed, takenA, takenB)
    expect([taken.length, takenA[0], takenB[2]]).toEqual(moved ? [0, 2, 0] : [1, -1, -1])
  })

  it('keeps those whose order is kept, however many there were', () => {
    const [takenA, takenB] = [Int32Array.of(0), Int32Array.of(0)]
    const stayed = [{ i: 0, j: 0, weight: 1 }]
    expect(dropUnlikelyMoves({ pairs: [{ i: 0, j: 0, likeness: 0.75 }], choices: 9000 }, stayed, takenA, takenB)).toEqual([])
    expect(takenA[0]).toBe(0)
  })
})
