import { describe, expect, it } from 'vitest'
import { comparisonOf, wordingOf } from '../../../../src/core/changes/compare/comparison.ts'
import { isAsserted } from '../../../../src/core/changes/compare/events.ts'
import { senseOf } from '../../../../src/core/changes/compare/lexicon/sense.ts'
import { matterOf } from '../../../../src/core/changes/supersession/matter.ts'
import { supersededReason } from '../../../../src/core/changes/supersession/superseded-reason.ts'
import { stem } from '../../../../src/core/text/stems.ts'

const compare = (before: string, after: string) => comparisonOf(wordingOf(before, []), wordingOf(after, []), [])

/** No word of a list tells these: only names, dates, figures, events and stages that differ. */
const newStates: [before: string, after: string][] = [
  ['Gale drives coaster towards the Skerries', 'Coaster Ida Voss sinks off the Skerries, nine saved'],
  [
    'The senate put off its hearing on Ilse Marten on Tuesday for the second time.',
    'Ilse Marten gave up her seat on the senate on Thursday after a third colleague turned against her.',
  ],
  [
    'Tea prices climbed to a record on Monday as planters saw no end of the frost.',
    'A thaw on Wednesday ended weeks of frost and brought tea prices down by a tenth.',
  ],
  [
    'Orla Venn led Petra Sand by a set when rain stopped play on Friday.',
    'Orla Venn beat Petra Sand in three sets on Saturday for her first title.',
  ],
  ['The weir is closed to boats.', 'Boats pass the weir again since noon.'],
  ['Harbour Board Awaits Terms of Quay Sale', 'Brill, Cool on Quay Sale, Names Price'],
  ['Council Weighs Tram Line', 'Venn, Backed by Council, Builds Tram Line'],
  ['The finder has not been named.', 'The coins came to light in the garden of a widow, Ada Brill.'],
]

const cameTrue: [before: string, after: string][] = [
  [
    'The abbey is expected to leave its tithes unchanged when it meets in May.',
    'The abbey left its tithes unchanged in May, as its monks had guessed.',
  ],
  ['Dorn and Orle Near a Fishing Deal, Clerks Say', 'Dorn and Orle Reach a Fishing Deal'],
]

const toldAnew: [before: string, after: string][] = [
  ['At least nine die in Skerry fire', '11 die in Skerry fire'],
  ['A single loom takes her four months.', 'She needs four months for a single loom.'],
  ['Two of the dams have failed.', 'A pair have given way.'],
  [
    'Dockers at Ostholm, the busiest port in the country, carry 40 tons a day.',
    'At Ostholm, which handles more than any other port in the country, 40 tons a day are carried by dockers.',
  ],
  [
    'The ferry, built in 1961, takes a fifth of the traffic and half of the mail.',
    'A fifth of the traffic, and half of the mail, go by the ferry, which dates from 1961.',
  ],
  ['Most of the rooms are small and have no heating.', 'There is no heating in the majority of the rooms, which are tiny.'],
  [
    'One baker, who did not want to be named, said he would lose 900 crowns.',
    'One baker, Rolf Adder, said he would lose 900 crowns.',
  ],
  ['The ferry was carrying sheep when it struck the weir.', 'The ferry struck the weir with sheep on board.'],
  ['It is not the first rise in tolls.', 'It follows earlier strikes of lightning.'],
  ['The stall holder was robbed twice.', 'A youth threw a brick at the stall holder and robbed him for a second time.'],
  ['Guards started a search of the docks.', 'Guards ended their meal and started a search of the docks.'],
  ['Weak beam (report pending)', 'Weak beam (report 4711)'],
  ['The keeper has yet to find the otter.', 'The otter has not been found by the keeper so far.'],
]

describe('newState', () => {
  it.each([...newStates, ...cameTrue])('%s → %s', (before, after) => {
    expect(supersededReason(compare(before, after))).not.toBeNull()
  })

  it.each(toldAnew)('only told anew: %s → %s', (before, after) => {
    expect(supersededReason(compare(before, after))).toBeNull()
  })

  it('names the stage that passed, or the weightiest witnesses', () => {
    expect(supersededReason(compare('The council is studying the plan.', 'The council approved the plan.'))).toBe(
      'open, then settled',
    )
    const [before = '', after = ''] = newStates[1] ?? []
    expect(supersededReason(compare(before, after))).toMatch(/event|date|figure|name/)
  })

  it('is quick on texts without an end', () => {
    const endless = 'gull '.repeat(200_000)
    expect(supersededReason(compare(endless, `${endless}tern`))).toBeNull()
  })
})

describe('isTold', () => {
  it.each([
    ['The toys were returned.', 'returned', true],
    ['She wants all the toys returned.', 'returned', false],
    ['The toys have not been found.', 'found', false],
    ['The firm is to shed jobs.', 'shed', false],
    ['She found the toys.', 'found', true],
  ])('%s', (text, verb, told) => {
    expect(isAsserted(text, text.indexOf(verb))).toBe(told)
  })
})

describe('matterOf', () => {
  it.each([
    ['They paid Ola Brandt £4.', 'Ola Brandt got 4 pounds.', { both: 1, removed: 0, added: 0 }],
    ['It closed for an hour.', 'It closed for 60 minutes.', { both: 1, removed: 0, added: 0 }],
    ['It closed for an hour.', 'It closed for 50 minutes.', { both: 0, removed: 1, added: 1 }],
    ['Twice as many came.', 'The number that came doubled.', { both: 1, removed: 0, added: 0 }],
  ])('figures: %s → %s', (before, after, figures) => {
    expect(matterOf(compare(before, after)).figures).toEqual(figures)
  })

  it.each([
    ['Most came from Norland.', 'Most were Norlanders.', { both: 1, removed: 0, added: 0 }],
    ['It was sold to Ida Voss.', 'It was sold to Karl Voss.', { both: 1, removed: 1, added: 1 }],
    ['It was sold on Monday.', 'It was sold on Friday.', { both: 0, removed: 0, added: 0 }],
    // A title is no name that both have.
    [
      'On Monday Prime Minister Lea Quist spoke.',
      'On Monday the minister, Rolf Adder, spoke.',
      { both: 0, removed: 2, added: 2 },
    ],
  ])('names: %s → %s', (before, after, names) => {
    expect(matterOf(compare(before, after)).names).toEqual(names)
  })
})

describe('senseOf', () => {
  it.each([
    ['blaze', 'fire'],
    ['company', 'firms'],
    ['began', 'started'],
  ])('%s is %s', (word, other) => {
    expect(senseOf(stem(word))).toBe(senseOf(stem(other)))
  })

  it('leaves other words as they are', () => {
    expect(senseOf(stem('otter'))).toBe(stem('otter'))
  })
})
