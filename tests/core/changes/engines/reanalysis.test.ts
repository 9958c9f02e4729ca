import { describe, expect, it } from 'vitest'
import type { Statement } from '../../../../src/core/article.ts'
import { describeStatement, reanalysisOf } from '../../../../src/core/changes/engines/reanalysis.ts'
import { statementsOf } from '../../../../src/core/claims/statements.ts'

const SAID = 'Rents may have fallen by 3 percent in May, Mayor Tobin Crake said.'
const BOTH = 'Mayor Tobin Crake said that rents fell, and Edda Lorne said that wages rose.'
const statements = (text: string): readonly Statement[] => statementsOf(text, false)
const with_ = (change: Partial<Statement>) => statements(SAID).map((s) => ({ ...s, ...change }))

describe('reanalysisOf', () => {
  it.each([SAID, BOTH])('finds nothing where both engines tell the same: %s', (text) => {
    expect(reanalysisOf(text, statements(text), statements(text))).toEqual({ found: [], lost: [], differing: [] })
  })

  it.each<[string[], Partial<Statement>]>([
    [['label'], { label: 'Rents down' }],
    [['content'], { content: [[0, 10]] }],
    [['source'], { source: { kind: 'author', spans: [] } }],
    [['cue', 'quotation'], { cue: null, quotation: 'direct' }],
    [['certainty'], { certainty: { level: 'certain', polarity: 'positive', hedges: [] } }],
    [['quantities', 'dates'], { quantities: [], dates: [] }],
    [['checkWorthiness'], { checkWorthiness: 0 }],
    [[], { rules: ['attribution/other'] }],
  ])('tells the fields %j', (fields, change) => {
    const { found, lost, differing } = reanalysisOf(SAID, with_(change), statements(SAID))
    expect([found, lost, differing.flatMap((one) => one.fields)]).toEqual([[], [], fields])
  })

  it('tells claims that only one engine finds', () => {
    const [first = [], all] = [statements(BOTH).slice(0, 1), statements(BOTH)]
    expect(all).toHaveLength(2)
    expect(reanalysisOf(BOTH, first, all)).toEqual({ found: [1], lost: [], differing: [] })
    expect(reanalysisOf(BOTH, all, first)).toEqual({ found: [], lost: [1], differing: [] })
  })
})

it('tells a statement in words', () => {
  expect(statements(SAID).map((statement) => describeStatement(SAID, statement))).toEqual([
    expect.objectContaining({
      content: 'Rents may have fallen by 3 percent in May',
      source: { kind: 'named', text: 'Mayor Tobin Crake' },
      cue: { text: 'said', lemma: 'say' },
      certainty: { level: 'possible', polarity: 'positive', hedges: ['may'] },
      quantities: [{ text: '3 percent', value: 3, unit: 'percent', comparator: '=' }],
      dates: ['May'],
    }),
  ])
})
