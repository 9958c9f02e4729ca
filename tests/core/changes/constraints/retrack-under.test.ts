import { describe, expect, it } from 'vitest'
import { analyze } from '../../../../src/core/analysis.ts'
import type { Constraint, Occurrence } from '../../../../src/core/changes/constraints/constraint.ts'
import { type Constrained, retrackUnder } from '../../../../src/core/changes/constraints/retrack-under.ts'
import { fold } from '../../../../src/core/changes/trail.ts'

const FIXED = 'The council owns the mill by the river.'
const FORTY = 'Forty weavers work at the mill.'
const NINETY = 'Ninety weavers work at the mill.'
const LOOMS = 'Its looms employ some sixty people, Mayor Ada Quill said.'

/** The first claim of a sentence in a version (from 1). */
const at = (place: number, sentence: number): Occurrence => ({ place, sentence, index: 0 })

function tracked(versions: readonly (readonly string[])[], ...constraints: Omit<Constraint, 'review'>[]): Constrained {
  const analyses = versions.map((sentences) => analyze({ title: '', body: sentences.join(' '), publishedAt: null }))
  const reviews = constraints.map((constraint, i) => ({ ...constraint, review: i + 1 }))
  return retrackUnder({ versions: analyses, known: () => null, numbers: 0 }, reviews)
}

/** The changes after version 1, as kinds, claims before and claims after, and by which review. */
const told = ({ steps }: Constrained) =>
  steps.slice(1).map(({ changes }) =>
    changes.map(({ kinds, before, after, review }) => {
      const numbers = (side: typeof before) => side.map((a) => a.claim).join(' ')
      return `${kinds.join(' ')} [${numbers(before)}] [${numbers(after)}]${review === undefined ? '' : ` by ${review}`}`
    }),
  )

describe('claims that are the same', () => {
  it('go on as the earlier one, with the change between their wordings', () => {
    const made = tracked([[FIXED, FORTY], [FIXED, LOOMS], [FIXED]], { kind: 'same', earlier: at(1, 1), later: at(2, 1) })
    expect(told(made)).toEqual([['reworded [2] [2] by 1'], ['withdrawn [2] []']])
    expect(made.canonicalNumber(3)).toBe(2)
  })

  it('are restored where versions lie between', () => {
    const made = tracked([[FIXED, FORTY], [FIXED], [FIXED, LOOMS]], { kind: 'same', earlier: at(1, 1), later: at(3, 1) })
    expect(told(made)[1]).toEqual([expect.stringMatching(/^restored .*\[\] \[2\] by 1$/)])
  })

  it('are not where one version has both', () => {
    const made = tracked([[FIXED, FORTY]], { kind: 'same', earlier: at(1, 0), later: at(1, 1) })
    expect([...made.satisfied]).toEqual([])
  })
})

describe('claims that are held apart', () => {
  const apart = { kind: 'apart', earlier: at(1, 1), later: at(2, 1) } as const

  it('end and begin where the wording does, and the first comes back as itself', () => {
    const made = tracked(
      [
        [FIXED, FORTY],
        [FIXED, NINETY],
        [FIXED, NINETY, FORTY],
      ],
      apart,
    )
    expect(told(made)).toEqual([['withdrawn [2] [] by 1', 'introduced [] [3] by 1'], ['restored [] [2]']])
  })

  it('cannot be made the same as well', () => {
    const made = tracked(
      [
        [FIXED, FORTY],
        [FIXED, NINETY],
      ],
      apart,
      { ...apart, kind: 'same' },
    )
    expect([...made.satisfied]).toEqual([2])
  })
})

it('the fold of the steps gives the claims of the last version, whatever was decided', () => {
  const versions = [
    [FIXED, FORTY],
    [FIXED, NINETY],
    [FIXED, LOOMS],
    [LOOMS, FORTY, FIXED],
  ]
  const made = tracked(
    versions,
    { kind: 'apart', earlier: at(1, 1), later: at(2, 1) },
    { kind: 'same', earlier: at(2, 1), later: at(3, 1) },
    { kind: 'superseded', earlier: at(1, 1), later: at(3, 1) },
  )
  const present = made.steps.at(-1)?.state.latest.claims.map((claim) => claim.number)
  expect([...fold(made.steps).keys()].sort()).toEqual(present?.toSorted())
})
