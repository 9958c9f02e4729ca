/** A label ends where its clause is complete; sense outranks brevity. */
import { describe, expect, it } from 'vitest'
import { statementsOf } from '../../../../src/core/claims/statements.ts'

const label = (text: string) => statementsOf(text, false)[0]?.label

describe('a verb, an adjective and a noun keep the complement that they need', () => {
  it.each([
    ['The tanker was three miles from the coast when it caught fire.', 'Tanker was three miles from coast when it caught fire'],
    ['It is too soon to write off the airline.', 'It is too soon to write off airline'],
    [
      'Clerks would not say whether they suspected foreign hackers.',
      'Clerks would not say whether they suspected foreign hackers',
    ],
    ['The judge ordered both boats tied up after the storm.', 'Judge orders both boats tied up after storm'],
    ['The ministry advises anyone with a cough to call a nurse.', 'Ministry advises anyone with cough to call nurse'],
    ['The mill will not break even before the end of the decade.', 'Mill will not break even before end of decade'],
    ['It was the bank, she said, that withdrew the offer.', 'It was bank that withdrew offer'],
    ['It was the bank, they pointed out, that had stopped the sale.', 'It was bank that had stopped sale'],
    ['If the dam spills, the towns below it will have four hours.', 'Towns below it will have four hours if dam spills'],
    [
      'The chain’s own path, published in full, implies a first cut in December and two more in 2026.',
      'Chain’s own path implies first cut',
    ],
    [
      'Rents in the north have fallen more slowly than in nearby towns because of the law.',
      'Rents have fallen more slowly than in nearby towns',
    ],
    [
      'The bank raised its forecast for core inflation next year to 2.9% from 2.4%.',
      'Bank raises its forecast to 2.9% from 2.4%',
    ],
    ['Drivers who ignored the signs had to be rescued.', 'Drivers who ignored signs had to be rescued'],
    ['Lee will serve at least 23 years.', 'Lee will serve at least 23 years'],
    ['If the bill fails, state law allows the town to spend less.', 'State law allows town to spend less if bill fails'],
    ['“We’re guessing,” Orr said.', 'We’re guessing'],
    ['Of the 1,840 people enrolled, half took the pill and half a placebo.', 'Half take pill and half a placebo'],
    ['All but two of the clerks had left.', 'All but two of clerks left'],
    ['Ruth Orr, 66, a former head, learned of it from a text.', 'Ruth Orr learns of it from text'],
    ['No rain is in sight until at least Wednesday.', 'No rain is in sight until at least Wednesday'],
    ['The firm neither opened nor sold the mill.', 'Firm neither opened nor sold mill'],
    ['Neither the bridge nor the tunnel had been opened.', 'Neither bridge nor tunnel opened'],
    ['Neither of the mills opened on Friday.', 'Neither of mills opens'],
    ['Growers were divided over what the ruling might mean.', 'Growers divided over what ruling might mean'],
    ['Divers worked in water about 200 feet deep.', 'Divers worked in water about 200 feet deep'],
    ['The bridge is being mended by the army.', 'Bridge being mended by army'],
    ['Friends said he was ‘hurt, but not surprised’.', 'He was hurt but not surprised'],
    ['The plan is cheap but not easy to build.', 'Plan cheap but not easy to build'],
    ['Orr came to London, but not to sell.', 'Orr comes to London'],
    ['Officers watched as it began to sink.', 'Officers watched as it began to sink'],
    ['The office said no flights would land until it was satisfied.', 'No flights would land until it was satisfied'],
    ['Orr said the port would close before winter.', 'Port will close before winter'],
    ['Were the town to lose, the cost would be £9m.', 'Cost would be £9m were town to lose'],
    ['His deputy, Joe Tanner, will take charge of the match.', 'Joe Tanner will take charge of match'],
    ['Its clerk, Jean Orr, called on Hale to resign.', 'Jean Orr calls on Hale to resign'],
    ['Her sister, who is ill, left the town.', 'Her sister leaves town'],
    ['It was the bank that withdrew the offer.', 'It was bank that withdrew offer'],
    ['Lee does not know a single farmer who grows rice.', 'Lee does not know a single farmer who grows rice'],
    ['There were no doctors who spoke Welsh.', 'There were no doctors who spoke Welsh'],
    ['It is not true that classes will be held on Saturdays.', 'It is not true that classes will be held on Saturdays'],
    ['The letters are believed to have been lying in a cellar.', 'Letters believed to have been lying in cellar'],
    [
      'The panel is examining whether two rival lenders had secretly fixed their prices.',
      'Panel examining whether two rival lenders had secretly fixed their prices',
    ],
    [
      'Rents may rise faster than wages if talks with the city stall.',
      'Rents may rise faster than wages if talks with city stall',
    ],
    ['Orr warned that a lack of water would lead to lower yields.', 'Lack of water will lead to lower yields'],
    ['Doctors kept the driver waiting for six hours.', 'Doctors kept driver waiting for six hours'],
    ['The club took apart its old stand.', 'Club takes apart its old stand'],
    ['The crew ran out of fuel near the mouth of the river.', 'Crew runs out of fuel near mouth of river'],
    ['The owner of the two largest paper mills in the valley has died.', 'Owner of two largest paper mills in valley died'],
    ['Most of the members of the old guild have resigned.', 'Most of members of old guild resigned'],
    ['The rule would make it harder for small farms to borrow.', 'Rule would make it harder for small farms to borrow'],
    [
      'The fund lowered its forecast for annual sales to between 5 and 6 billion euros.',
      'Fund lowers its forecast to between 5 and 6 billion euros',
    ],
    ['The shares are worth at least twice as much as the land.', 'Shares worth at least twice as much as land'],
    ['Bo Hale faced calls from a rival group of owners in the valley to step down.', 'Bo Hale faces calls to step down'],
    ['The crew, two men and a boy, left the hut late on Friday.', 'Crew leaves hut late on Friday'],
    [
      'The firm does not expect to pay if the strike lasts beyond May.',
      'Firm does not expect to pay if strike lasts beyond May',
    ],
    ['Farms are using them up.', 'Farms using them up'],
    [
      'The wall does not protect the fields beside the old river from floods.',
      'Wall does not protect fields beside old river from floods',
    ],
    [
      'Falls were far more common among patients who took the new drug.',
      'Falls were far more common among patients who took new drug',
    ],
    ['Nurses are unhappy with the offer.', 'Nurses unhappy with offer'],
  ])('%s', (text, expected) => expect(label(text)).toBe(expected))
})

describe('what the sense does not need is cut', () => {
  it.each([
    ['The firm closed a plant that made tyres beside the river Orlow on Monday.', 'Firm closes plant'],
    ['The council sold the hall, which was built in 1920, to a bank.', 'Council sells hall'],
    ['Divers found the wreck in deep water off the northern tip of the island.', 'Divers find wreck in deep water'],
    [
      'The minister resigned after a row with the head of the navy over fuel.',
      'Minister resigns after row with head of navy over fuel',
    ],
  ])('%s', (text, expected) => expect(label(text)).toBe(expected))
})
