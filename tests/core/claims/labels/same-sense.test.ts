/** A label says no more and nothing else than its sentence: belief, condition, year and place stay, and so does its subject. */
import { describe, expect, it } from 'vitest'
import { statementsOf } from '../../../../src/core/claims/statements.ts'

const labels = (text: string) => statementsOf(text, false).map(({ label }) => label)

describe('a belief or a wish keeps its source', () => {
  it.each([
    ['Lee wished that the firm had given more notice.', 'Lee wished firm had given more notice'],
    ['The nurse hopes that the ward can open in May.', 'Nurse hopes ward can open in May'],
    ['Detectives believe the painting is still in Hull.', 'Detectives believe painting is still in Hull'],
    ['The mayor fears that the dam will break.', 'Mayor fears dam will break'],
    ['Farmers suspected that the spring had been poisoned.', 'Farmers suspect spring had been poisoned'],
    ['The guide estimated that the boat was making 20 knots.', 'Guide estimates boat was making 20 knots'],
    // in other words of telling the content stands alone
    ['The nurse said that the ward will open in May.', 'Ward will open in May'],
    ['The study showed that the drug works.', 'Drug works'],
    ['Mr. Poole called that condition “childish”.', 'Poole calls condition childish'],
  ])('%s', (text, expected) => expect(labels(text)).toContain(expected))
})

describe('what limits the claim stays', () => {
  it.each([
    ['The town cannot repair the bridge unless the state pays.', 'Town cannot repair bridge unless state pays'],
    [
      'But if the bank does not offer more by Friday, the staff will strike next week.',
      'Staff will strike next week if bank does not offer more',
    ],
    ['In 2011, another ferry ran aground near the spot.', 'Another ferry ran aground near spot in 2011'],
    ['Two years ago, the club sold its ground.', 'Club sold its ground two years ago'],
    ['The bank sold the hall by the old river quay in 2019.', 'Bank sold hall by old river quay in 2019'],
    ['In three villages, prices fell by half.', 'Prices fall by half in three villages'],
    ['In a vote on Monday, the council closed the gates.', 'Council closes gates'],
    ['They took the cup, a bowl believed to date from the ninth century.', 'Bowl believed to date from ninth century'],
    ['The mill passed its yearly check in March.', 'Mill passed its yearly check in March'],
    ['The mill passed its yearly check on Monday.', 'Mill passes its yearly check'],
  ])('%s', (text, expected) => expect(labels(text)).toContain(expected))
})

describe('the subject is that of the sentence', () => {
  it.each([
    [
      'Pupils under six years, who are too small for the ride, must wait outside.',
      'Pupils under six years are too small for ride',
    ],
    ['What we do know is that the pump failed.', 'What we do know is that pump failed'],
    ['What worries her is the price.', 'What worries her is price'],
    ['Who is at risk', 'Who is at risk'],
    ['Most of the injured are children.', 'Most of injured are children'],
    ['The owner neither knew nor cared what it was.', 'Owner neither knew nor cared what it was'],
    ['Ivo Threl, a baker at Orlow Hospital who was not involved, left.', 'Baker at Orlow Hospital not involved'],
    ['Two people familiar with the talks, who spoke privately, disagreed.', 'Two people familiar with talks speak privately'],
  ])('%s', (text, expected) => expect(labels(text)).toContain(expected))
})

describe('the future of a report is a future', () => {
  it.each([
    ['The mayor said the town would probably sell the hall.', 'Town will probably sell hall'],
    ['The firm said the group did not plan to sell the mine.', 'Group does not plan to sell mine'],
    ['Lee told the board that growth would slow.', 'Growth will slow'],
    ['The firm said it would not close the mine.', 'It will not close mine'],
    ['Orr said prices wouldn’t fall.', 'Prices won’t fall'],
    // a condition makes it unreal, and words in quotation marks stay
    ['The mayor said the town would sell the hall if taxes rose.', 'Town would sell hall if taxes rose'],
    ['“It would be a mistake,” Lee said.', 'It would be a mistake'],
    ['Lee said she would like her money back.', 'She would like her money back'],
    ['Lee said she would have paid.', 'She would have paid'],
    ['The mayor says the town would gain.', 'Town would gain'],
  ])('%s', (text, expected) => expect(labels(text)).toContain(expected))
})

describe('a dateline and its victims', () => {
  it.each([
    ['ORLOW (AP) — A river ferry rammed a pier on Tuesday, police said.', 'River ferry rams pier'],
    [
      'A river ferry rammed a pier on Tuesday, killing two clerks and injuring 31 others, police said.',
      'River ferry rams pier, killing two clerks and injuring 31 others',
    ],
    ['A storm tore the roof off a school, injuring nine.', 'Storm tears roof off school, injuring nine'],
    ['The firm sold its mill, using an agent in Hull.', 'Firm sells its mill'],
  ])('%s', (text, expected) => expect(labels(text)).toContain(expected))
})
