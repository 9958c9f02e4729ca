import { describe, expect, it } from 'vitest'
import { statementsOf } from '../../../../src/core/claims/statements.ts'

const standing = (text: string) =>
  statementsOf(text, false).map(({ certainty: { level, polarity } }) => (polarity === 'negative' ? `not ${level}` : level))

describe('members of a list share the auxiliary and its hedge', () => {
  it.each([
    ['The burglars are believed to have forced a window, emptied the safe and driven off in a van.', ['probable']],
    ['He is thought to have left the camp on Friday and walked north.', ['probable']],
    ['Two ships are said to have collided in the strait, spilled oil and drifted apart.', ['probable']],
    ['They are understood to have climbed a wall, cut through a roof and smashed two cases.', ['probable']],
    ['The pump may have failed in the night and flooded the hall.', ['possible']],
    ['The minister is expected to resign and leave the capital.', ['probable']],
    ['The minister is expected to resign, and the cabinet has already met twice.', ['probable', 'certain']],
    ['The rebels are reported to have seized the airport and are holding nine hostages.', ['probable', 'certain']],
  ])('%s', (text, expected) => expect(standing(text)).toEqual(expected))
})

describe('a judgment of a fact is told as it stands, a report of one is not', () => {
  it.each([
    ['“It is remarkable that we are not talking about a war,” Hale said.', ['certain']],
    ['“It’s a scandal that the families weren’t told,” Hale said.', ['certain', 'not certain']],
    ['It was wrong that she never got an answer.', ['certain']],
    ['It was clear that the pilot had not seen the mast.', ['not certain']],
    ['It is likely that the road will not open.', ['not probable']],
    ['It is not true that the school will close.', ['not certain']],
  ])('%s', (text, expected) => expect(standing(text)).toEqual(expect.arrayContaining(expected)))
})

describe('what is believed is as sure as the belief', () => {
  it.each([
    ['“I think the bridge will hold,” Mara Finch said.', ['probable']],
    ['“I don’t think the bridge will hold,” Mara Finch said.', ['not probable']],
    ['“I guess nobody checked,” he said.', ['not probable']],
    ['A source said police believe the driver may have fallen asleep.', ['possible']],
    ['Experts believe the dam will burst.', ['probable']],
    ['Finch said she did not think the bridge would hold.', ['not probable']],
    ['The mayor does not think the bridge will hold.', ['not probable']],
    ['“My fear is that the river will rise,” he said.', ['probable']],
    ['Our hope is that the school reopens.', ['probable']],
    ['The fact is that prices fell.', ['certain']],
    ['The charity estimates that 400 homes were lost.', ['probable']],
    ['Losses are estimated at $40 million.', ['probable']],
    ['He said the firm knows that the valve failed.', ['certain']],
  ])('%s', (text, expected) => expect(standing(text)).toEqual(expected))
})

describe('what nobody can do is denied, what nobody knows is unknown', () => {
  it.each([
    ['“Nobody can say we didn’t try,” Dole said.', ['not certain']],
    ['“No one could have seen this coming,” Dole said.', ['not certain']],
    ['Nothing can replace a good bridge.', ['not certain']],
    ['No bank would lend to the club.', ['not certain']],
    ['It could never be sold.', ['not certain']],
    ['He would never sell.', ['not probable']],
    ['The gate would not open.', ['not probable']],
    ['“I don’t know if the bridge will hold,” Mara Finch said.', ['unknown']],
    ['Mara Finch said she did not know whether the valve had been checked.', ['unknown']],
    ['The cause of the fire was not immediately known.', ['unknown']],
    ['Dr Hale said that this was untrue.', ['not certain']],
    ['It is untrue that the bank was warned.', ['not certain']],
    ['It was a false alarm.', ['certain']],
  ])('%s', (text, expected) => expect(standing(text)).toEqual(expected))
})

describe('a stance that is not taken denies its object, and is told once', () => {
  it.each([
    ['The panel does not recommend a third dose.', ['not certain']],
    ['The agency did not recommend closing the beach.', ['not certain']],
    ['The court did not approve the sale.', ['not certain']],
    ['The group does not plan to cut jobs.', ['not certain']],
    ['The firm does not expect a loss.', ['not probable']],
    ['She did not rule out closing the mine.', ['possible']],
    ['Police have not ruled out arson.', ['possible']],
    ['The coach said he could not rule out selling the striker.', ['possible']],
    ['The minister ruled out a tax rise.', ['not certain']],
    ['He did not say that it rained.', ['not certain', 'unknown']],
  ])('%s', (text, expected) => expect(standing(text)).toEqual(expected))
})
