import { describe, expect, it } from 'vitest'
import { attributionsIn } from './attributing.ts'

const sourcesIn = (text: string) => attributionsIn(text).map((attribution) => attribution.split(' | ')[0])

describe('the subject of a cue runs to it from where its clause begins', () => {
  it.each([
    ['It is not only about big crowds, he and Mr. Allen said.', ['he and Mr. Allen']],
    ['The dam broke in the hills, officials and residents said.', ['officials and residents']],
    ['The dam broke, and officials and residents said many had fled.', ['officials and residents']],
    ['The host, who, after a quarrel with Mr. Hale, said that the party was dead, left.', ['who']],
    ['The firm rose after editor Josh Barr noted that the odds were low.', ['editor Josh Barr']],
    ['The road closed after farmer Ann Dole warned that it had cracked.', ['farmer Ann Dole']],
    ['After lunch Josh Barr said that the odds were low.', ['Josh Barr']],
    ['Farmers — and some traders — say that the price is too low.', ['Farmers — and some traders']],
    ['The union — which has 400 members — says that the price is too low.', ['The union — which has 400 members']],
    ['The drivers (and two passengers) say the road was icy.', ['The drivers (and two passengers)']],
    ['The plan hit a group that Hale said would fail.', ['Hale']],
    ['There are experts who think the case is clear.', ['who']],
    [
      'The firm, whose shares lost more than half their value, said it was late.',
      ['The firm, whose shares lost more than half their value'],
    ],
    ['They can leave, which, the firm argues, is why trains are late.', ['the firm']],
    ['Orr said the offer was new and had been described by the union as fair.', ['Orr']],
    ['The firm said it was busy and could not comment further.', ['The firm', 'The firm']],
    ['As Akhil Amar, a professor of law, put it, “The senate should vote.”', ['Akhil Amar, a professor of law']],
    ['The vote was, as one diplomat put it, “a farce.”', ['one diplomat']],
  ])('%s', (text, expected) => expect(sourcesIn(text)).toEqual(expected))
})

describe('a participle after a comma belongs to the clause before it that no comma sets apart', () => {
  it.each([
    ['Farmers had sued after the county cut the road, saying that it harmed them.', ['Farmers']],
    ['Hale took the stage with a joke, saying his opponent was wrong.', ['Hale']],
    ['She rose to the defence of Sam Hale, who is under investigation, saying Mr. Hale should stay.', ['She']],
    ['The vote was split, as Mrs. Orr echoed the view, saying Mr. Hale was a liar.', ['Mrs. Orr']],
    ['The firm sacked the man who found the leak, saying he had lied.', ['The firm']],
    ['Police closed the road because the bank had slipped, warning that it might fall.', ['Police']],
    ['He left and she stayed, saying the house was hers.', ['she']],
  ])('%s', (text, expected) => expect(sourcesIn(text).slice(-1)).toEqual(expected))
})

describe('whoever asks or tells in the passive is the agent', () => {
  it.each([
    ['He was asked by a reporter if that remains his view.', ['a reporter']],
    ['“Yes,” he said when asked by a reporter if that remains his view.', ['he', 'a reporter']],
    ['She was told by police that the road was shut.', ['police']],
    ['The family was warned by neighbours that the wall was weak.', ['neighbours']],
  ])('%s', (text, expected) => expect(sourcesIn(text)).toEqual(expected))
})

describe('the source is whole, and nothing else', () => {
  it.each([
    ['Ms. Orr visited the port and on Monday said the bridge was safe.', ['Ms. Orr']],
    ['Ms. Orr left early and in a letter said the bridge was safe.', ['Ms. Orr']],
    ['Mayors in more than two dozen towns said the plan would fail.', ['Mayors in more than two dozen towns']],
    ['Several people I’ve met said Mr. Hale had paid the band.', ['Several people I’ve met']],
    ['Harbour News host Sean Tully said the row was over.', ['Harbour News host Sean Tully']],
    ['June Hale said the gates would open.', ['June Hale']],
    ['“It is old,” said an aide to Mr. Sell.', ['an aide to Mr. Sell']],
    ['“It is old,” said a person close to the mayor.', ['a person close to the mayor']],
    ['He or she said the road was shut.', ['He or she']],
    ['So far the union has not said when it opens.', ['the union']],
    ['A Sept. 15, 2011 email shows the ministry sent 10 aides.', ['A Sept. 15, 2011 email']],
    ['She’s hoping the vote will go her way.', ['She']],
    ['They’ve said the dam is safe.', ['They']],
    ['Orla Fenn, who lives in Hull, said the valley needs help.', ['Orla Fenn, who lives in Hull']],
    [
      'Mayor Orla Fenn, a farmer who has refused to back the levy, said the valley deserved help.',
      ['Mayor Orla Fenn, a farmer who has refused to back the levy'],
    ],
    ['The paper, based on talks with police, said the man lied.', ['The paper, based on talks with police']],
    ['Citing the cost, Mr. Sell left the hall.', ['Mr. Sell']],
    ['Drivers honk at the gate, demanding higher pay.', ['Drivers']],
    ['Teachers and parents speak with one voice, insisting that the school must stay open.', ['Teachers and parents']],
  ])('%s', (text, expected) => expect(sourcesIn(text)).toEqual(expected))
})

describe('an expletive or the wrong noun says nothing', () => {
  it.each([
    ['It is too soon to say how bad the flooding will be.', []],
    ['There is no reason to presume that the clinic will close.', []],
    ['There is little evidence to suggest that the vaccine causes harm.', []],
    ['They follow rules that the mayor set.', []],
    ['The party’s newly named leader spoke.', []],
    ['Her own stated aim is peace.', []],
    ['The bank’s recently published report is thin.', []],
    ['Both want the state to play a role, setting rules for the market.', ['Both']],
    ['When asked why he had left, he shrugged.', []],
  ])('%s', (text, expected) => expect(sourcesIn(text)).toEqual(expected))
})

describe('an opening question is no part of the answer', () => {
  it.each([
    ['Asked by Ms. Orr if he believed the fire was bad, Mr. Sell said that he did not.', ['Ms. Orr', 'he', 'Mr. Sell']],
    ['Asked whether the bridge was safe, Ms. Orr said it was not.', ['Ms. Orr']],
    ['He said he had seen no fight, and when asked whether he was to blame, he said, “I hope not.”', ['He', '-', 'he']],
  ])('%s', (text, expected) => expect(sourcesIn(text)).toEqual(expected))
})

describe('an infinitive has the subject or the object of what governs it', () => {
  it.each([
    ['Hale drew criticism after he appeared to suggest that it failed.', ['he']],
    ['The mayor left because the firm seemed to think it was safe.', ['the firm']],
    ['The vote forced the mayor to admit that it failed.', ['the mayor']],
    ['The mayor is said to believe that it failed.', ['The mayor']],
  ])('%s', (text, expected) => expect(sourcesIn(text)).toEqual(expected))
})

describe('asides and conditions leave the speaker his own', () => {
  it.each([
    [
      'Prof. Lund, who works at Karst and was not involved, said the nurses were ill.',
      ['Prof. Lund, who works at Karst and was not involved'],
    ],
    ['Amery accused officers of hiding a survey which, he said, put the cost at £9m.', ['Amery', 'he']],
    ['She said it was old; it was, she added, weak.', ['She', 'she']],
    ['“It rained,” said retired guide Willem Ashe.', ['retired guide Willem Ashe']],
    ['Work may begin if the county agrees to lend half.', []],
    ['The council says it will open, although a clerk could not say when.', ['The council']],
    ['Rumours that a chain had offered to buy the site were dismissed.', ['-']],
    ['The board asked that the booth be kept, a condition the owners have accepted.', ['The board']],
  ])('%s', (text, expected) => expect(sourcesIn(text)).toEqual(expected))
})

describe('nobody in particular speaks', () => {
  it.each([
    ['Once you see the dam, it is clear.', []],
    ['The group, called Lorne First, will sell the land.', []],
    ['The town lies by a stream called Mira.', []],
    ['The boss, who was under questioning from the panel, left.', []],
    ['The ferry left with estimated losses of $4 million.', []],
  ])('%s', (text, expected) => expect(sourcesIn(text)).toEqual(expected))
})
