import { describe, expect, it } from 'vitest'
import { kindsOf, tellBothWays } from './both-ways.ts'

/** Sources are persons and bodies: no spelling, place, manner or condition is one. */
tellBothWays({
  reworded: [
    ['The harvest was poor.', 'The harvest was poor, as feared.'],
    ['The lift was mended in June.', 'The lift was mended in June, according to schedule.'],
    ['The lift was not mended, according to the safety rules.', 'The lift was not mended.'],
    ['The cellar floods in spring.', 'The cellar floods in spring; two clerks are feared lost.'],
    ['Traders said the stalls were wet.', 'Traders, including Ole Marsk, said the stalls were wet.'],
    // Another statement of the same speaker
    [
      'His aunt, Ada Brill, told jurors that the coins were lent by friends.',
      'His aunt, Ada Brill, said that she would appeal.',
    ],
    ['The purse was found by a diver.', 'The purse was found.'],
    ['In a letter, the guild said it would leave.', 'The guild said it would leave.'],
    ['The mine will be sold.', 'The mine will be sold, as laid down in its earlier plans.'],
    ['The W.H.O. said nine clinics had closed.', 'The World Health Organization said nine clinics had closed.'],
    ['The IMF said the loan was safe.', 'The International Monetary Fund said the loan was safe.'],
    ['Campaigners said the road was theirs.', 'Campaignars said the road was theirs.'],
    ['A man in Upper Dorn (12 Mill Street) said the well was dry.', 'A man in Upper Dorn said the well was dry.'],
    ["Orle Mills' (ORM.L) board said it would sell.", "Orle Mills' board said it would sell."],
    ['The bishop told a crowd at the gate that the bell was lost.', 'The bishop told a crowd that the bell was lost.'],
    ['The shop will shut.', 'The shop will shut if no tenant is found.'],
    ['About 40 cows were sold, not 60.', 'About 40 cows were sold (not 60, as this article first said).'],
  ],
  source_changed: [
    ['The pier was sold.', 'The Herald understands that the pier was sold.'],
    ['The pier was sold, a porter who saw the deed said.', 'The pier was sold, the town clerk said.'],
    ['The mill will shut two sheds.', 'The mill will shut two sheds, its chief executive, Ines Harrow, said.'],
    ['Nurses put the number of sick at 40.', 'The ministry put the number of sick at 40.'],
    ['A cook who asked not to be named said the oven was old.', 'Ole Marsk, a cook, said the oven was old.'],
  ],
  'number_changed+source_changed': [
    // A tag beside a clause that came or went with it
    [
      'The board sold two barges on Monday, although nobody had asked for it, according to the port master.',
      'The board sold three barges on Monday after a storm that lasted two nights.',
    ],
    ['Nurses put the number of sick at 40.', 'The ministry put the number of sick at 44.'],
    ['The mill will shut two sheds.', 'The mill will shut three sheds, its owner said.'],
  ],
  cue_changed: [['Traders moaned that the stalls were wet.', 'Traders grumbled that the stalls were wet.']],
})

/** How far a reporting word commits its source, also where extraction reads no attribution by it. */
describe.each([
  ['The test proves that the ring is old.', 'The test suggests that the ring is old.'],
  ['The guild promised that the tolls would fall.', 'The guild hinted that the tolls would fall.'],
])('%s → %s', (sure, unsure) => {
  it('is softened, and strengthened in reverse', () => {
    expect([kindsOf(sure, unsure), kindsOf(unsure, sure)]).toEqual(['cue_changed+softened', 'cue_changed+strengthened'])
  })
})
