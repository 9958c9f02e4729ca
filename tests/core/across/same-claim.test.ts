import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { sameClaim } from '../../../src/core/across/same-claim.ts'
import { AWKWARD_CLASSES, awkward } from '../awkward.ts'
import { claimsOf } from './claims.ts'

/** What differs between the first claims of two sentences; null where they do not say the same. */
const between = (a: string, b: string) => {
  const [p, q] = [claimsOf(a)[0], claimsOf(b)[0]]
  if (!p || !q) throw new Error('no claim')
  return sameClaim(p)(q)
}

const PIER = 'The Velden pier will close on 4 June, the harbour master said.'
const FUND = 'The Orle museum bought 12 paintings by Edda Lorne for the new wing.'

describe('claims that say the same', () => {
  it.each([
    [PIER, PIER, []],
    [PIER, 'The Velden pier may close on 4 June, the harbour master said.', ['softened']],
    [PIER, 'The Velden pier will not close on 4 June, the harbour master said.', ['negated']],
    [PIER, 'The Velden pier will close on 9 June, the harbour master said.', ['date_changed']],
    [PIER, 'The Velden pier will close on 4 June, the harbour master claimed.', ['cue_changed']],
    [PIER, 'The Velden pier will close on 4 June.', ['source_changed']],
    [PIER, 'The Velden pier will close on 4 June, a shipping agent said.', ['source_changed']],
    ['The harbour master said that the Velden pier will close on 4 June.', PIER, []],
    [FUND, 'The Orle museum bought 14 paintings by Edda Lorne for the new wing.', ['number_changed']],
    [FUND, 'The Orle museum has bought paintings by Edda Lorne for its new wing.', ['reworded']],
    [
      'Two tugs freed the Halcyon off Pellow before dawn.',
      'Two tugs freed the ferry Halcyon off Pellow before dawn.',
      ['reworded'],
    ],
  ])('%s / %s', (a, b, kinds) => {
    expect(between(a, b)?.kinds).toEqual(kinds)
  })

  it.each([
    ['another person', 'Tobin Crake won the seat of Velden in May.', 'Edda Lorne won the seat of Velden in May.'],
    ['another verb', 'The Orle museum bought paintings by Edda Lorne.', 'The Orle museum returned paintings by Edda Lorne.'],
    ['another thing', 'The Velden council sold the old ferry.', 'The Velden council sold the town mill.'],
    ['another place', 'The mayor of Velden opened a bridge.', 'The mayor of Marsk opened a bridge.'],
    ['figures of another matter', 'The margin of error is 3 points.', 'The margin of error is 5 points.'],
    [
      'other figures and other words',
      '12 people were hurt in Lunden by the storm.',
      '40 houses were lost in Lunden by the flood.',
    ],
    ['a phrase said of anything', 'The company did not respond.', 'The company did not respond.'],
    ['no verb', 'A quiet street in old Velden', 'A quiet street in old Velden'],
    [
      'words in another order',
      'Tobin Crake praised Edda Lorne at length in Velden.',
      'Edda Lorne praised Tobin Crake at length in Velden.',
    ],
  ])('not with %s', (_, a, b) => {
    expect(between(a, b)).toBeNull()
  })

  it('names of one source are no other source', () => {
    const [a, b] = [
      '"The roof of the Orle chapel will hold," said Orla Dunnet.',
      '"The roof of the Orle chapel will hold," said Dunnet.',
    ]
    const [p, q] = [claimsOf(a)[0], claimsOf(b)[0]]
    if (!p || !q) throw new Error('no claim')
    expect(sameClaim({ ...p, source: 'Orla Dunnet' })({ ...q, source: 'Dunnet' })?.kinds).toEqual(['reworded'])
  })

  it('what only one says ahead or behind is no difference of the rest', () => {
    const more = PIER.replace(
      ' on 4 June',
      ' on 4 June and that every ferry will call at Marsk before the middle of the winter',
    )
    expect(between(PIER, more)?.kinds).toEqual(['reworded'])
  })
})

describe('laws', () => {
  const SENTENCES = [
    PIER,
    FUND,
    'The Velden pier may close on 4 June.',
    'Ms. Orr said that the Orle museum bought 12 paintings.',
  ]
  const text = fc.oneof(fc.constantFrom(...SENTENCES), fc.string(), ...AWKWARD_CLASSES.map(awkward))

  it('is symmetric, and tells no difference of a claim and itself', () => {
    fc.assert(
      fc.property(text, text, (a, b) => {
        const [p, q] = [claimsOf(a)[0], claimsOf(b)[0]]
        if (!p || !q) return
        expect(sameClaim(p)(q) === null).toBe(sameClaim(q)(p) === null)
        expect(sameClaim(p)(p)?.kinds ?? []).toEqual([])
      }),
      { numRuns: 200 },
    )
  })
})
