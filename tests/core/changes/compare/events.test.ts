import { describe, expect, it } from 'vitest'
import { analyze } from '../../../../src/core/analysis.ts'
import type { Change, Step, TrackState } from '../../../../src/core/changes/change.ts'
import { track } from '../../../../src/core/changes/track.ts'

function stepsOf(...bodies: string[]): Step[] {
  let state: TrackState | null = null
  return bodies.map((text) => {
    const [title, ...paragraphs] = text.split('\n')
    const step = track(state, analyze({ title: title ?? '', body: paragraphs.join('\n\n'), publishedAt: null }))
    state = step.state
    return step
  })
}

const kinds = (step: Step | undefined) => step?.changes.map((c) => c.kinds.join('+'))
const find = (step: Step | undefined, kind: string): Change | undefined =>
  step?.changes.find((c) => c.kinds.join('+').includes(kind))

describe('details', () => {
  it.each([
    ['The army lost 212 tanks.', 'The army lost 221 tanks.', { number_changed: [{ from: 212, to: 221, unit: 'tanks' }] }],
    ['Rents rose 4.5 percent.', 'Rents rose 5 percent.', { number_changed: [{ from: 4.5, to: 5, unit: 'percent' }] }],
    [
      'The bridge cost $2 million.',
      'The bridge cost $2.4 million.',
      { number_changed: [{ from: 2e6, to: 2.4e6, unit: 'USD' }] },
    ],
    ['The shop opens on 3 May.', 'The shop opens on 5 May.', { date_changed: [{ from: '3 May', to: '5 May' }] }],
    ['"It was cold," he said.', '"It was very cold," he said.', { quote_changed: 'edited' }],
    ['The well is dry.', 'The well is dry, the mayor said.', { source_changed: 'attributed' }],
    [
      'The ticket costs $1.05.',
      'The ticket costs €1.05.',
      { number_changed: [{ from: 1.05, to: 1.05, unit: null, from_unit: 'USD', to_unit: 'EUR' }] },
    ],
    [
      'The ticket costs €4.',
      'The ticket costs $5.',
      { number_changed: [{ from: 4, to: 5, unit: null, from_unit: 'EUR', to_unit: 'USD' }] },
    ],
    [
      'The camp lies 3 km away.',
      'The camp lies 4,000 metres away.',
      { number_changed: [{ from: 3, to: 4000, unit: null, from_unit: 'km', to_unit: 'm' }] },
    ],
    ['The ticket costs $4.', 'The ticket costs $5.', { number_changed: [{ from: 4, to: 5, unit: 'USD' }] }],
    ['The ship took on two men.', 'The ship took on three men.', { number_changed: [{ from: 2, to: 3, unit: 'men' }] }],
  ])('%s → %s', (before, after, detail) => {
    const [, step] = stepsOf(`\nIt rained all day. ${before} Nobody swam.`, `\nIt rained all day. ${after} Nobody swam.`)
    expect(step?.changes.map((c) => c.detail)).toEqual([detail])
  })

  it('tells the way of a move, and one change for all claims of the sentence', () => {
    const [, step] = stepsOf(
      '\nRain fell.\nAn owl sat on the roof.\nTrams stood still.',
      '\nTrams stood still.\nRain fell.\nAn owl sat on the roof.',
    )
    expect(step?.changes.map((c) => [c.kinds, c.detail])).toEqual([[['moved'], { moved: 'up' }]])
  })

  it('does not call a sentence moved that only passes added or cut ones', () => {
    const [, step] = stepsOf('\nRain fell.\nAn owl sat on the roof.\nTrams stood still.', '\nA choir sang.\nTrams stood still.')
    expect(kinds(step)?.sort()).toEqual(['introduced', 'withdrawn', 'withdrawn'])
  })
})

describe('claims that end and come back', () => {
  const story = (sentence: string) =>
    `Mill for sale\nThe mill at Orle is for sale. ${sentence} It stands by a weir.\nThe miller has moved to Varsk.`

  it('keeps the number of a claim that comes back in other words', () => {
    const steps = stepsOf(
      story('The wheel was made of oak in 1720.'),
      story(''),
      story('Made of oak, the wheel dates from 1720.'),
    )
    expect(kinds(steps[1])).toEqual(['withdrawn'])
    expect(kinds(steps[2])).toEqual(['restored+reworded'])
    expect(steps[2]?.changes[0]?.after[0]?.claim).toBe(steps[1]?.changes[0]?.before[0]?.claim)
    expect(steps[2]?.changes[0]?.detail).toEqual({ restored: { since: 1 } })
  })

  it('tells one change of a sentence that comes back with more to say', () => {
    const steps = stepsOf(
      story('The Quist family wants to keep the wheel of the mill.'),
      story(''),
      story('The Quist family, which owned the weir, wants to keep the wheel of the mill.'),
    )
    expect(steps[2]?.changes.map((c) => [c.kinds, c.after.length])).toEqual([[['restored', 'reworded'], 2]])
  })

  it('tells a claim softened and put back as strengthened', () => {
    const steps = stepsOf(story('The wheel will be kept.'), story('The wheel may be kept.'), story('The wheel will be kept.'))
    expect(steps.slice(1).map(kinds)).toEqual([['softened'], ['strengthened']])
  })

  it('restores a superseded claim and withdraws the newer one', () => {
    const [open, settled] = ['A brewer is weighing an offer for the mill.', 'The brewer bought the mill for 90,000 crowns.']
    const steps = stepsOf(story(open), story(settled), story(open))
    expect(kinds(steps[1])).toEqual(['superseded'])
    expect(kinds(steps[2])?.sort()).toEqual(['restored', 'withdrawn'])
    expect(find(steps[2], 'restored')?.after[0]?.claim).toBe(
      steps[0]?.state.latest.claims.find((c) => c.sentence === 2)?.number,
    )
  })

  it('keeps the number in the larger part of a split', () => {
    const steps = stepsOf(
      story('The wheel, which was made of oak in 1720 by a shipwright, still turns.'),
      story('The wheel still turns. It was made of oak in 1720 by a shipwright.'),
    )
    const split = find(steps[1], 'split')
    expect(kinds(steps[1])).toEqual(['split'])
    expect(split?.after.some((a) => split.before.some((b) => b.claim === a.claim))).toBe(true)
  })
})

describe('notes', () => {
  const story = (title: string, count: string, age: string, note: string) =>
    `${title}\nThe gale sank ${count} boats at Pellow. The lighthouse keeper is ${age}.${note ? `\n${note}` : ''}`
  const flags = (step: Step | undefined) => [
    ...new Set(
      step?.changes.map((c) => `${c.after[0]?.sentence} ${c.kinds.join('+')}${c.acknowledged ? ' acknowledged' : ''}`),
    ),
  ]
  const NOTE = 'Correction: An earlier version of this article misstated the number of boats that sank; it was six, not four.'

  it('acknowledges the changes that a new note speaks of, the headline too, and no other', () => {
    const steps = stepsOf(
      story('Gale sinks four boats', 'four', '61', ''),
      story('Gale sinks six boats', 'six', '63', NOTE),
      story('Gale sinks nine boats', 'nine', '63', NOTE),
    )
    expect(flags(steps[1])).toEqual([
      '0 number_changed acknowledged',
      '1 number_changed acknowledged',
      '2 number_changed',
      '3 introduced',
    ])
    expect(flags(steps[2])).toEqual(['0 number_changed', '1 number_changed'])
  })
})
