import { describe, expect, it } from 'vitest'
import { analyze } from '../../../../src/core/analysis.ts'
import type { Change } from '../../../../src/core/changes/change.ts'
import { track } from '../../../../src/core/changes/track.ts'

/** The changes of one sentence between two others that stay. */
function changesOf(before: string, after: string): readonly Change[] {
  const version = (sentence: string) =>
    analyze({ title: '', body: `The harbour lies below the old fort. ${sentence} Gulls nest on the roofs.`, publishedAt: null })
  return track(track(null, version(before)).state, version(after)).changes
}

/** The kinds of the sentence and the detail; a residual kind of another claim gives way to a specific one. */
function toldOf(before: string, after: string): string {
  const changes = changesOf(before, after)
  const paired = changes.filter((c) => c.before.length > 0 && c.after.length > 0)
  if (paired.length === 0) return 'apart'
  const kinds = [...new Set(paired.flatMap((c) => c.kinds))]
  const specific = kinds.filter((kind) => kind !== 'reworded' && kind !== 'cosmetic')
  const detail = changes.map((c) => c.detail.source_changed ?? c.detail.quote_changed).find((d) => d !== undefined)
  const told = specific.length > 0 ? specific : kinds.includes('reworded') ? ['reworded'] : kinds
  return told.sort().join() + (detail ? `:${detail}` : '')
}

/** Edits as editors make them, by what should be told. */
const table: Record<string, [before: string, after: string][]> = {
  superseded: [
    [
      'The expedition has not been heard from since Monday.',
      'The expedition radioed from a hut below the pass, its sponsor said.',
    ],
    ['The owner of the kennel would not comment.', 'The owner of the kennel said that she had done nothing wrong.'],
    ['The plane was still burning when reporters reached the field.', 'The fire in the plane was put out by mid-morning.'],
    ['It was unclear how many people had been inside.', 'Eleven people had been inside, the fire chief said.'],
    ['The motive for the shooting was not known.', 'The gunman had quarrelled with a neighbour over a fence, detectives said.'],
    [
      'A decision on the bypass is expected by the end of the month.',
      'The county council approved the bypass on Friday by nine votes to six.',
    ],
    [
      "The miners' leader, Wil Penry, is threatening a national strike.",
      "The miners' leader, Wil Penry, called a national strike from Monday.",
    ],
    ['The champion is due to play Ana Reis in the final.', 'The champion beat Ana Reis in the final, 6-3, 6-4.'],
    ['Doctors were operating on the boy late on Friday.', 'The boy died during the operation, doctors said.'],
    ['The runway is closed.', 'The runway reopened shortly after six.'],
    ['The ship is aground on a reef off Soma.', 'Tugs pulled the ship off the reef at high tide.'],
    [
      'The two sides are far apart on wages, the mediator said.',
      'The two sides have settled on a rise of 4 percent, the mediator said.',
    ],
    ['Electricians were trying to restore power to the hospital.', 'Power was restored to the hospital at dawn.'],
    ['Mr. Osei is awaiting trial.', 'Mr. Osei was sentenced to nine years in prison.'],
    ['The app remained unavailable on Wednesday.', 'The app came back on Thursday.'],
    ['Bidding for the estate closes on Friday.', 'The estate went to a pension fund for 80 million crowns.'],
    ['The reservoir is expected to overflow within hours.', 'Water poured over the reservoir wall at noon.'],
    ['Ms. Kaya did not return messages.', 'Ms. Kaya denied the accusation in an e-mail.'],
    ['A spokeswoman said the airline was investigating.', 'The airline suspended both pilots, a spokeswoman said.'],
    ['The stolen paintings are still missing.', 'Officers recovered four of the paintings from a barn in Welby.'],
    ['The victims have not been named.', 'The victims were named as Ada and Ivo Brandt.'],
    ['Nobody has been arrested.', 'Two brothers were arrested at a farm outside Dorn.'],
    ['A vote of no confidence is scheduled for Thursday.', 'The government survived a vote of no confidence by four votes.'],
  ],
  reworded: [
    ['The ferry was crowded with pilgrims.', 'Pilgrims packed the ferry.'],
    ['The factory closed because orders dried up.', "A lack of orders led to the factory's closing."],
    ['He is known for his temper.', 'His temper is notorious.'],
    ['The road winds through a gorge.', 'Through a gorge winds the road.'],
    ['The bishop has asked for prayers.', 'The bishop has called on the faithful to pray.'],
    ['Officials are trying to find out what went wrong.', 'Officials are working to establish what went wrong.'],
    ['The company plans to build a second mill.', 'A second mill is what the company plans to build.'],
    ['Investors had expected a better result.', 'Investors had hoped for more.'],
    ['The painting hangs in the hall.', 'The picture is on display in the hall.'],
    ['Critics call the law harsh.', 'The law is harsh in the eyes of critics.'],
    ['The singer was born in Lund and lives in Oslo.', 'Born in Lund, the singer makes her home in Oslo.'],
    ['Demand for timber fell last year.', 'Last year saw a fall in demand for timber.'],
    ["The union's leader, Bo Falk, said the offer was poor.", "Bo Falk, the union's leader, said the offer was poor."],
    ['Mr. Falk said that the offer was poor.', 'Mr. Falk said that the offer was bad.'],
    [
      'Bo Falk, 44, who leads the union, said the offer was poor.',
      'Bo Falk, who has led the union since 2019, said the offer was poor.',
    ],
    ['The valley is unlikely to flood again, she said.', 'The valley will probably not flood again, she said.'],
    ['The track is a mile and a half long.', 'The track is 1.5 miles long.'],
    ['It weighs half a tonne.', 'It weighs 500 kg.'],
    ['It lasted 18 months.', 'It lasted a year and a half.'],
    ['The fine was $2m.', 'The fine was two million dollars.'],
    ['Nine-tenths of the ice is below the water.', 'Ninety percent of the ice is below the water.'],
    ['The flight took an hour and a half.', 'The flight took 90 minutes.'],
    ['The trail climbs from 1,500 to 2,400 metres.', 'The trail climbs from 1.5 km to 2.4 km.'],
  ],
  negated: [
    ['The minister insisted that she would not step down.', 'The minister stepped down on Sunday evening.'],
    ['The governor said that he was going to resign.', 'The governor said that he was not going to resign.'],
    ['Ministers agreed to publish the report.', 'Ministers refused to publish the report.'],
    ['The lorry had been inspected.', 'The lorry had never been inspected.'],
    ['The minister was aware of the leak.', 'The minister was unaware of the leak.'],
    ['The seats are comfortable.', 'The seats are uncomfortable.'],
    ['The driver was found guilty.', 'The driver was found not guilty.'],
    ['There is a cure for the disease.', 'There is no cure for the disease.'],
  ],
  strengthened: [
    ['The bank is likely to raise rates.', 'The bank will raise rates.'],
    ['The tower might have been built by monks.', 'The tower was built by monks.'],
    ['The firm is thought to be close to ruin.', 'The firm is close to ruin.'],
    ['The letter could be a forgery.', 'The letter is a forgery.'],
    ['Rain is possible on Sunday.', 'Rain is likely on Sunday.'],
    ['The virus seems to spread by touch.', 'The virus spreads by touch.'],
    ['The firm hopes to open a second shop.', 'The firm will open a second shop.'],
  ],
  number_changed: [
    ['The search has found 12 bodies.', 'The search has found 15 bodies.'],
    ['Rents rose by a tenth.', 'Rents rose by a fifth.'],
    ['The strike lasted a month.', 'The strike lasted three months.'],
    ['One in ten pupils was absent.', 'One in five pupils was absent.'],
    ['The walls are two feet thick.', 'The walls are three feet thick.'],
    ['Most of the crew of 24 were ashore.', 'Most of the crew of 26 were ashore.'],
    ['Four of her six children survived.', 'Three of her six children survived.'],
    ['The ticket costs $9.50.', 'The ticket costs $9.75.'],
    ['He was born the second of six sons.', 'He was born the third of six sons.'],
    ['The plane carried 180 passengers and a crew of six.', 'The plane carried 180 passengers and a crew of eight.'],
    ['As many as 40 cows died.', 'At least 40 cows died.'],
    ['A third of the herd was lost.', 'Half of the herd was lost.'],
    ['The march lasted a week.', 'The march lasted two weeks.'],
  ],
  date_changed: [
    ['The talks are due to resume on Monday.', 'The talks are due to resume on Thursday.'],
    ['The palace was built in the 1680s.', 'The palace was built in the 1690s.'],
    ['The museum shuts at 5 p.m.', 'The museum shuts at 6 p.m.'],
    ['The king died in the spring of 1204.', 'The king died in the autumn of 1204.'],
    ['He vanished last Tuesday.', 'He vanished last Friday.'],
  ],
  cue_changed: [
    ['The farmer swore that the dog had never bitten anyone.', 'The farmer insisted that the dog had never bitten anyone.'],
    ['The pilot had been drinking, a colleague told investigators.', 'The pilot had been drinking, a colleague said.'],
    ['Campaigners argue that the mine will foul the river.', 'Campaigners fear that the mine will foul the river.'],
    ['"It was like thunder," recalled Ana Pohl, a baker.', '"It was like thunder," said Ana Pohl, a baker.'],
    ['The report notes that the pump was old.', 'The report states that the pump was old.'],
    ['The widow muttered that nobody had warned her.', 'The widow said that nobody had warned her.'],
    ['Shopkeepers moaned that the square was always closed.', 'Shopkeepers grumbled that the square was always closed.'],
  ],
  'cue_changed,softened': [
    ['Prosecutors promised that more charges would follow.', 'Prosecutors hinted that more charges would follow.'],
    ['Doctors are sure that the virus came from bats.', 'Doctors suspect that the virus came from bats.'],
  ],
  'source_changed:named': [
    [
      'A senior engineer at the plant warned that the valve was faulty.',
      'Petra Haas, a senior engineer at the plant, warned that the valve was faulty.',
    ],
    ['An aide to the governor said the trip was off.', "Jon Lie, the governor's chief of staff, said the trip was off."],
  ],
  'source_changed:anonymised': [
    [
      'Petra Haas, a senior engineer at the plant, warned that the valve was faulty.',
      'An engineer warned that the valve was faulty.',
    ],
    ['"The valve was faulty," said Petra Haas, an engineer.', '"The valve was faulty," said an engineer at the plant.'],
    [
      'A spokesman for the bank, Luke Ferris, said the fee would double.',
      "Someone familiar with the bank's plans said the fee would double.",
    ],
    ['Hanna Voss, a teacher, said the roof leaked.', 'A teacher who asked not to be named said the roof leaked.'],
  ],
  'source_changed:replaced': [
    ['The hospital said that three patients had died.', 'The health ministry said that three patients had died.'],
    ['The dam is sound, according to the water board.', 'The dam is sound, according to an engineer hired by the town.'],
    ['Neighbours said that the couple often quarrelled.', 'Friends of the family said that the couple often quarrelled.'],
    ['The Finns sold the mine for its debts, the bank said.', 'The Finns sold the mine for its debts, the unions said.'],
    ['Organisers put the turnout at 5,000.', 'Police put the turnout at 5,000.'],
    ['June Harker said that the gate was locked.', 'May Linden said that the gate was locked.'],
  ],
  'source_changed:attributed': [
    ['The bank lent money to its own directors.', 'The bank lent money to its own directors, prosecutors allege.'],
    ['The herd was infected in March.', 'Vets believe that the herd was infected in March.'],
    ['The tunnel is full of water.', 'The tunnel is full of water, said Rolf Aas, who led the dive.'],
  ],
  'source_changed:unattributed': [
    ['According to the inquiry, the captain was asleep.', 'The captain was asleep.'],
    ['The owners have claimed that the horse was drugged.', 'The horse was drugged.'],
  ],
  softened: [
    ['The ban will save lives.', 'The ban should save lives.'],
    ['The skeleton is that of a child.', 'The skeleton appears to be that of a child.'],
    ['The prime minister is determined to sell the railway.', 'The prime minister may sell the railway.'],
    ['The ash cloud will close airports.', 'The ash cloud is expected to close airports.'],
    ['There is a strong chance of snow.', 'There is a slim chance of snow.'],
    ['The goal was scored by hand.', 'The goal was allegedly scored by hand.'],
    ['The loss is almost certainly due to fraud.', 'The loss is possibly due to fraud.'],
    ['Nothing can stop the project now.', 'Little can stop the project now.'],
    ['Repairs are due to finish in May.', 'Repairs should finish in May.'],
  ],
  'quote_changed:edited': [
    ['"I never saw the money," Ms. Rao said.', '"I never touched the money," Ms. Rao said.'],
    ['He spoke of "a long winter" for the party.', 'He spoke of "a hard winter" for the party.'],
    ["'I never saw the money,' Ms Rao said.", "'I never touched the money,' Ms Rao said."],
  ],
  'quote_changed:quoted': [
    ['Ms. Rao said that the plan was foolish and cruel.', 'Ms. Rao said that the plan was "daft and heartless."'],
  ],
  'quote_changed:unquoted': [
    ['Ms. Rao called the plan "daft and heartless."', 'Ms. Rao called the plan silly and unkind.'],
    ['"We will not pay a penny," the mayor said.', 'The mayor said that the town would not pay a penny.'],
  ],
  cosmetic: [
    ['"We will not pay," the mayor said.', '“We will not pay”, the mayor said.'],
    ['"We won\'t pay," the mayor said.', "'We won't pay,' the mayor said."],
  ],
  apart: [
    ['A judge in Morn ordered the release of the files.', 'Beekeepers reported heavy losses.'],
    ['The ferry company also runs buses.', 'A plaque was unveiled by the bishop.'],
    ['An exhibition of kites opens on Monday.', 'Voters in Lund reject a tax on cars.'],
  ],
}

for (const [told, rows] of Object.entries(table)) {
  describe(told, () => {
    it.each(rows)('%s → %s', (before, after) => {
      expect(toldOf(before, after)).toBe(told)
    })
  })
}
