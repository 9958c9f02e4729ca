import { describe, expect, it } from 'vitest'
import { kindsOf, tellBothWays } from '../kinds/both-ways.ts'

/** Hedges count through what they hedge, and only where that stands on both sides. */
tellBothWays({
  reworded: [
    // Words of their own that came or went
    ['The lighthouse was sold in June.', 'The lighthouse was sold in June, and its lamp may go to a museum.'],
    ['The road was closed.', 'The road was closed, apparently for a film.'],
    ['The duke resigned on Tuesday.', 'The duke resigned on Tuesday and is likely to leave the country.'],
    ['The herd was moved.', 'The herd was moved to the evident and possible relief of the farmers.'],
    ['Two boats were found.', 'Two boats were found off Pellow, believed to be the wreck site of the Halcyon.'],
    ['Members must pay the fee.', 'Members must pay the fee, even though the club may lend some of it.'],
    ['The price of each seat is shown below.', 'The price of each seat that may be booked is shown below.'],
    ['Keep the files in this room.', 'Keep the files, also potentially damaged ones, in this room.'],
    // Equal force
    ['The weir is due to open in May.', 'The weir is expected to open in May.'],
    ['The weir is scheduled to open in May.', 'The weir is likely to open in May.'],
    ['The tide may reach the road.', 'The tide could reach the road.'],
    ['The bell is reportedly cracked.', 'The bell is allegedly cracked.'],
    ['The cook said the kitchen will close.', 'The cook said the kitchen would close.'],
    ['Owners must register each dog.', 'Owners have to register each dog.'],
    ['Owners must register each dog.', 'Owners will need to register each dog.'],
    ['A dog allegedly bit the postman in Orle.', 'A dog allegedly bit the postman twice in Orle.'],
    ['It seems to be a large wolf.', 'It seems to be a very large, grey wolf.'],
    ['Large schemes can create a number of alluring hopes in a town.', 'Large schemes can appear alluring to a town.'],
    // Other senses
    ['The shop closed because of the flood.', 'The shop closed due to the flood.'],
    ['The rule applies to some services.', 'The rule applies to certain services.'],
    ['The new tax applies from Monday.', 'The new tax is in effect from Monday.'],
    ['The valve can be opened by hand.', 'The valve opens by hand.'],
  ],
})

const softer: [string, string][] = [
  ['He stole the bell.', 'He is accused of stealing the bell.'],
  ['The guard shot the dog.', 'The guard is suspected of shooting the dog.'],
  ['She burned the ledger.', 'She is charged with burning the ledger.'],
  ['Police held the thief on Monday.', 'Police held the suspected thief on Monday.'],
  ['The theft took place at night.', 'The alleged theft took place at night.'],
  ['The raid took place at night.', 'The reported raid took place at night, and a court may hear the case.'],
  ['The clerk, who lied to the court, has moved.', 'The clerk, who is accused of lying to the court, has moved.'],
  ['The abbey will sell its barn next year.', 'The abbey is considering selling its barn next year.'],
  ['The abbey plans to sell its barn.', 'The abbey hopes to sell its barn.'],
  ['The guild said that its kegs were sound.', 'The guild said that it believed its kegs were sound.'],
  ['Dust causes the cough.', 'Dust is linked to the cough.'],
  ['The steward moved the silver to Dorn.', 'The steward allegedly moved the silver to Dorn.'],
  ['The queen will open the fair and will speak.', 'The queen may open the fair and will speak.'],
  ['The queen will open the fair.', 'The queen, who may be ill, is expected to open the fair.'],
  ['Fifty miners are dead.', 'Fifty miners are feared dead.'],
  ['The fish died of the heat.', 'The fish appear to have died of the heat.'],
  ['Members must pay the fee.', 'Members can pay the fee.'],
  ['You need to book a table.', 'You may book a table.'],
  ['The bridge will probably fall.', 'The bridge could possibly fall.'],
  ['The dog bit the postman, who had kicked it.', 'The dog reportedly bit the postman, who may have kicked it.'],
]

describe('softened', () => {
  it.each(softer)('%s → %s', (before, after) => expect(kindsOf(before, after)).toBe('softened'))
})
describe('strengthened', () => {
  it.each(softer)('%2$s → %1$s', (before, after) => expect(kindsOf(after, before)).toBe('strengthened'))
})
