import { describe, expect, it } from 'vitest'
import { attributionsIn } from './attributing.ts'

describe('times and occasions between a cue and its content belong to neither', () => {
  it.each([
    ['He said last week that he will need help.', ['He | that he will need help']],
    ['He said last week he will need help.', ['He | he will need help']],
    ['Orr told the paper last month that the mill had closed.', ['Orr | that the mill had closed']],
    ['The firm said earlier this year it would close two mills.', ['The firm | it would close two mills']],
    ['The firm said late on Tuesday the mill would close.', ['The firm | the mill would close']],
    ['The firm said in a statement on Friday that the mill would close.', ['The firm | that the mill would close']],
    ['The mayor said this week she would not stand.', ['The mayor | she would not stand']],
    ['The mayor said on Tuesday night the bridge was shut.', ['The mayor | the bridge was shut']],
    [
      '“Word is,” Hale said last month on the radio, “that the firm will leave.”',
      ['Hale | “Word is,” … “that the firm will leave.”'],
    ],
    ['She told the crowd, to loud applause: “We have won.”', ['She | “We have won.”']],
  ])('%s', (text, expected) => expect(attributionsIn(text)).toEqual(expected))
})

describe('an adjunct that opens the content belongs to it', () => {
  it.each([
    ['Carla Fenn says despite her age, she plans to run.', ['Carla Fenn | despite her age, she plans to run']],
    [
      'He explained that after winning on Saturday, he would need more money.',
      ['He | that after winning on Saturday, he would need more money'],
    ],
    [
      'He explained after winning on Saturday, he would need more money.',
      ['He | after winning on Saturday, he would need more money'],
    ],
    ['Hale said under the new rules, drivers would pay more.', ['Hale | under the new rules, drivers would pay more']],
  ])('%s', (text, expected) => expect(attributionsIn(text).slice(0, 1)).toEqual(expected))
})
