import { describe, expect, it } from 'vitest'
import { analyze } from '../../../../src/core/analysis.ts'
import type { Change } from '../../../../src/core/changes/change.ts'
import { track } from '../../../../src/core/changes/track.ts'

/** The changes of one sentence between two others that stay. */
function changesOf(before: string, after: string): readonly Change[] {
  const text = (sentence: string) => `The harbour lies below the old fort. ${sentence} Gulls nest on the roofs.`
  const version = (sentence: string) => analyze({ title: '', body: text(sentence), publishedAt: null })
  return track(track(null, version(before)).state, version(after)).changes
}

/** All kinds told of the sentence; a residual one gives way to a specific one of another claim. */
function kindsOf(before: string, after: string): string[] {
  const kinds = new Set(changesOf(before, after).flatMap((c) => c.kinds))
  const residual = new Set(['reworded', 'cosmetic', 'introduced', 'withdrawn'])
  const specific = [...kinds].filter((k) => !residual.has(k))
  if (specific.length > 0) return specific.sort()
  return kinds.has('reworded') ? ['reworded'] : [...kinds].sort()
}

const table: Record<string, [before: string, after: string][]> = {
  number_changed: [
    ['Trade shrank by -0.3 percent.', 'Trade shrank by 0.3 percent.'],
    ['The lorry took 10-20 crates.', 'The lorry took 1020 crates.'],
    ['They sold 3/4 of the catch.', 'They sold 34 of the catch.'],
    ['The blast injured six people.', 'The blast injured 11 people.'],
    ['The storm killed three fishermen and wrecked two boats.', 'The storm killed five fishermen and wrecked two boats.'],
    ['Turnout was about 40 percent.', 'Turnout was more than 40 percent.'],
    ['The dam will cost $1.2 billion.', 'The dam will cost $1.5 billion.'],
    ['The firm lost £3m last year.', 'The firm lost £4.5m last year.'],
    ['The driver, 34, was taken to a clinic.', 'The driver, 43, was taken to a clinic.'],
    ['The quake had a magnitude of 5.8.', 'The quake had a magnitude of 6.1.'],
    ['Bread rose by 12% in a month.', 'Bread rose by 14% in a month.'],
    ['The tunnel is 12 kilometres long.', 'The tunnel is 14 kilometres long.'],
    ['At least a dozen cows drowned.', 'At least 20 cows drowned.'],
    ['Ostrava beat Lund 3-1 on Saturday.', 'Ostrava beat Lund 3-2 on Saturday.'],
    ['He was jailed for eight years.', 'He was jailed for nine years.'],
    ['Nearly 200 homes lost power.', 'Some 350 homes lost power.'],
    ['The fine was 40,000 crowns.', 'The fine was at least 40,000 crowns.'],
    ['The toll stood at twenty-one.', 'The toll stood at twenty-four.'],
    ['Officials said 120 houses had burned.', 'Officials said 145 houses had burned.'],
    ['The firm lost $3m.', 'The firm lost €3m.'],
    ['The firm lost A$40 million.', 'The firm lost US$40 million.'],
    ['The fine was 40 pounds.', 'The fine was 40 euros.'],
    ['A dozen cows drowned.', 'Two dozen cows drowned.'],
    ['Dozens of cows drowned.', 'A dozen cows drowned.'],
    ['The senate voted 51-49 to close it.', 'The senate voted 49-51 to close it.'],
    ['Two thirds of the herd drowned.', 'Three quarters of the herd drowned.'],
    ['One in five cows drowned.', 'One in four cows drowned.'],
    ['Trade fell by 2 percent.', 'Trade fell by 2 percentage points.'],
    ['Rates rose by 25 basis points.', 'Rates rose by 50 basis points.'],
    ['The camp lies 3 km away.', 'The camp lies 3 miles away.'],
    ['It cost 5 lakh rupees.', 'It cost 5 crore rupees.'],
    ['Forty cows drowned.', 'Forty or more cows drowned.'],
    ['The blackout lasted an hour.', 'The blackout lasted an hour and a half.'],
  ],
  date_changed: [
    ['The trial opens on Monday.', 'The trial opens on Wednesday.'],
    ['The shop will shut on 3 March.', 'The shop will shut on 10 March.'],
    ['The bridge was built in 1931.', 'The bridge was built in 1913.'],
    ['The ferry left at 6:40 a.m.', 'The ferry left at 7:10 a.m.'],
    ['The strike begins next week.', 'The strike begins next month.'],
    ['The vote is due in the autumn.', 'The vote is due in the spring.'],
    ['PELLOW, Nov. 4 — Snow closed the road.', 'PELLOW, Nov. 5 — Snow closed the road.'],
    ['The mine closed in January 2019.', 'The mine closed in June 2019.'],
    ['Talks resume tomorrow.', 'Talks resume on Friday.'],
    ['The mine closed three days ago.', 'The mine closed four days ago.'],
    ['The mine closed in Q3 2024.', 'The mine closed in Q4 2024.'],
    ['The mine closed in the third quarter.', 'The mine closed in the fourth quarter.'],
    ['The mine closed on 2025-03-12.', 'The mine closed on 2025-03-13.'],
    ['The mine closed overnight.', 'The mine closed on Monday.'],
    ['He arrived on Tuesday morning.', 'He arrived on Tuesday evening.'],
  ],
  softened: [
    ['The pilot fell asleep.', 'The pilot may have fallen asleep.'],
    ['The fire was started by a candle.', 'The fire was probably started by a candle.'],
    ['The ship is carrying weapons.', 'The ship is believed to be carrying weapons.'],
    ['The plant will close in May.', 'The plant is expected to close in May.'],
    ['Two miners were trapped below.', 'Two miners were reportedly trapped below.'],
    ['The drug cures the fever.', 'The drug seems to cure the fever.'],
    ['The thief climbed in by the roof, police said.', 'The thief apparently climbed in by the roof, police said.'],
    ['The bank will probably fail.', 'The bank could possibly fail.'],
    ['Nine sailors drowned.', 'Nine sailors are feared drowned.'],
    ['The talks will resume in May.', 'The talks might resume in May.'],
    ['The leak poisoned the well.', 'The leak is understood to have poisoned the well.'],
    ['The company broke the law, the report said.', 'The company appeared to have broken the law, the report said.'],
  ],
  strengthened: [
    ['The mayor could resign.', 'The mayor will resign.'],
    ['A gas leak is thought to have caused the blast.', 'A gas leak caused the blast.'],
    ['The bones are possibly human.', 'The bones are human.'],
    ['The school is likely to close.', 'The school will close.'],
    ['The dog allegedly bit two children.', 'The dog bit two children.'],
    ['The virus might have come from the kitchen.', 'The virus came from the kitchen.'],
  ],
  negated: [
    ['The owner was insured.', 'The owner was not insured.'],
    ['The council will repair the pier.', "The council won't repair the pier."],
    ['The minister agreed to meet the miners.', 'The minister refused to meet the miners.'],
    ['Nobody was hurt in the crash.', 'Somebody was hurt in the crash.'],
    ['The bridge has been inspected.', 'The bridge has never been inspected.'],
    ['The jury found him guilty.', 'The jury found him not guilty.'],
    ['The police have a suspect.', 'The police have no suspect.'],
    ['The committee approved the plan for the pier.', 'The committee rejected the plan for the pier.'],
    ['The harbour is safe for bathing.', 'The harbour is unsafe for bathing.'],
    ['The crew did not see the rock.', 'The crew saw the rock.'],
  ],
  cue_changed: [
    ['The mayor, Ann Dray, said the pier was rotten.', 'The mayor, Ann Dray, claimed the pier was rotten.'],
    ['Ms. Dray said the pier was rotten.', 'Ms. Dray told reporters the pier was rotten.'],
    ['The pier was rotten, Ms. Dray said.', 'The pier was rotten, according to Ms. Dray.'],
    ['"The pier is rotten," said Ann Dray.', '"The pier is rotten," insisted Ann Dray.'],
    ['Engineers said the pier would last a year.', 'Engineers warned the pier would last a year.'],
    ['The report says the pier was badly built.', 'The report notes the pier was badly built.'],
    ['Police denied that they had seen the letter.', 'Police said that they had not seen the letter.'],
  ],
  source_changed: [
    ['The pier was rotten, police said.', 'The pier was rotten, the fire service said.'],
    ['The pier was rotten.', 'The pier was rotten, police said.'],
    ['The pier was rotten, according to an engineer.', 'The pier was rotten.'],
    ['Ann Dray, the mayor, said the pier was rotten.', 'A person close to the council said the pier was rotten.'],
    ['An official said the pier was rotten.', 'Ann Dray, the harbour inspector, said the pier was rotten.'],
    ['The pier was rotten, two officials said.', 'The pier was rotten, said Ann Dray, an official at the port.'],
    ['The pier was rotten, the ministry said.', 'The pier was rotten, the builders said.'],
  ],
  quote_changed: [
    ['"We are tired of waiting," said Ann Dray.', '"We are sick of waiting," said Ann Dray.'],
    ['Ann Dray said they were tired of waiting for the pier.', '"We are tired of waiting for the pier," said Ann Dray.'],
    ['"We are tired of waiting for the pier," said Ann Dray.', 'Ann Dray said they were tired of waiting for the pier.'],
    ['Ann Dray called it “a day of shame for the town”.', 'Ann Dray called it “a day of great shame for the town”.'],
  ],
  reworded: [
    ['The Boeing 737 landed.', 'The Boeing 747 landed.'],
    ['The court cited Article 5 of the treaty.', 'The court cited Article 6 of the treaty.'],
    ['The firm lost £3 million.', 'The firm lost 3 million pounds.'],
    ['One in five cows drowned.', '1 in 5 cows drowned.'],
    ['The dose was < 5 mg.', 'The dose was > 5 mg.'],
    ['The bank was rated A+ again.', 'The bank was rated A- again.'],
    ['She lives at 12a Quay Road.', 'She lives at 12b Quay Road.'],
    ['The pier fell into the sea.', 'The pier toppled into the water.'],
    ['Forty people were on board.', '40 people were on board.'],
    ['He said the pier was rotten.', 'Mr. Dray said the pier was rotten.'],
    ['The pier is 3 km long.', 'The pier is 3,000 metres long.'],
    ['The village has a school.', 'The village has a small school with a garden.'],
    ['The committe met in the town hall.', 'The committee met in the town hall.'],
    ['Rain is rare in these hills.', 'These hills seldom see any rain.'],
    ['Half of the catch was thrown back.', 'One fish in two was thrown back into the sea.'],
    ['The pier, which was built by monks, is popular with anglers.', 'Anglers love the pier that monks once built.'],
  ],
  cosmetic: [
    ['The play, The Long Weir, was given once.', 'The play, "The Long Weir," was given once.'],
    ['Trade shrank by −0.3 percent.', 'Trade shrank by -0.3 percent.'],
    ['The lorry took 10–20 crates.', 'The lorry took 10-20 crates.'],
    ['The mayor - a former diver - wept.', 'The mayor — a former diver — wept.'],
    ["It's the town's oldest pier.", 'It’s the town’s oldest pier.'],
    ['The Mayor opened the pier.', 'The mayor opened the pier.'],
    ['The pier, a wreck was sold.', 'The pier, a wreck, was sold.'],
    ['The U.N. sent a boat.', 'The UN sent a boat.'],
    ['A well known diver found it.', 'A well-known diver found it.'],
    ['About 1,500 anglers came.', 'About 1500 anglers came.'],
  ],
  superseded: [
    ['Police are hunting two men who robbed the bank.', 'Police have arrested two men over the bank robbery.'],
    ['The ministry is considering a ban on trawling.', 'The ministry banned trawling from the bay.'],
    ['The jury is still deliberating in the pier trial.', 'The jury convicted the builder of the pier.'],
    ['The builder of the pier could not be reached for comment.', 'The builder of the pier said he would sue the town.'],
    ['The town council is due to decide on the pier tonight.', 'The town council voted to pull down the pier.'],
    ['Firefighters were trying to reach a family in the tower.', 'Firefighters brought a family out of the tower alive.'],
    ['The club is in talks with the striker.', 'The club signed the striker for three seasons.'],
    ['Mr. Dray has yet to respond to the charges.', 'Mr. Dray pleaded guilty to the charges.'],
    ['A decision on the pier is expected on Thursday.', 'The court ruled that the pier must go.'],
    ['Voters go to the polls on Sunday to choose a mayor.', 'Voters chose Ann Dray as mayor.'],
    ['The ferry is stuck on a sandbank.', 'The ferry was pulled off the sandbank by a tug.'],
    ['The king is in hospital with a fever.', 'The king left hospital.'],
  ],
  'negated+quote_changed': [['"We will rebuild the pier," said Ann Dray.', '"We will not rebuild the pier," said Ann Dray.']],
  'quote_changed+softened': [['"We will rebuild the pier," said Ann Dray.', '"We may rebuild the pier," said Ann Dray.']],
  'number_changed+quote_changed': [['"We lost 12 boats," said Ann Dray.', '"We lost 15 boats," said Ann Dray.']],
  'date_changed+number_changed': [['The gale on Monday sank four boats.', 'The gale on Sunday sank six boats.']],
  'cue_changed+negated': [['Ann Dray said that she had sold the pier.', 'Ann Dray denied that she had sold the pier.']],
  'cue_changed+softened': [['Ann Dray promised the pier would be saved.', 'Ann Dray suggested the pier would be saved.']],
}

for (const [kinds, cases] of Object.entries(table)) {
  describe(kinds, () => {
    it.each(cases)('%s → %s', (before, after) => {
      expect(kindsOf(before, after).join('+')).toBe(kinds)
    })
  })
}

describe('evidence', () => {
  /** For each kind the words on each side that it was decided by. */
  const cases: [before: string, after: string, kind: string, gone: string | null, come: string | null][] = [
    ['The mayor will resign.', 'The mayor may resign.', 'softened', null, 'may'],
    ['The bridge is closed.', 'The bridge is certainly closed.', 'strengthened', null, 'certainly'],
    ['About 40 cows drowned.', 'More than 40 cows drowned.', 'number_changed', 'About 40', 'More than 40'],
    ['The blast injured six people.', 'The blast injured 11 people.', 'number_changed', 'six', '11'],
    [
      'At least 19 men drowned and 12 others were missing, the guild said.',
      'Boats gave up the search for five men who were still missing, the guild said.',
      'number_changed',
      '12',
      'five',
    ],
    ['The trial opens on Monday.', 'The trial opens on Friday.', 'date_changed', 'Monday', 'Friday'],
    ['The police have a suspect.', 'The police have no suspect.', 'negated', null, 'no'],
    ['The pier was rotten, police said.', 'The pier was rotten, Ann Dray said.', 'source_changed', 'police', 'Ann Dray'],
    ['The mayor said the pier was rotten.', 'The mayor claimed the pier was rotten.', 'cue_changed', 'said', 'claimed'],
  ]
  it.each(cases)('%s → %s: %s', (before, after, kind, gone, come) => {
    const found = changesOf(before, after).flatMap((change) => change.evidence.filter((e) => e.kind === kind))
    expect(found.map((e) => [e.before, e.after])).toEqual([[gone, come]])
  })

  it('of a new state names what was weighed', () => {
    const [before, after] = [
      'Rain kept the fair shut on Monday.',
      'Some 900 people came when the fair opened on Tuesday, the mayor, Ann Dray, said.',
    ]
    const found = changesOf(before, after).flatMap((change) => change.evidence.filter((e) => e.kind === 'superseded'))
    expect(found.map((e) => e.rule)).toEqual([expect.stringContaining('new event')])
  })
})
