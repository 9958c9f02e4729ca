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
