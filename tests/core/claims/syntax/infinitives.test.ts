import { describe, expect, it } from 'vitest'
import { statementsOf } from '../../../../src/core/claims/statements.ts'
import { governorOf, isInfinitiveVerb } from '../../../../src/core/claims/words/infinitives.ts'
import { tokenize } from '../../../../src/core/claims/words/tokens.ts'

const after = (text: string) => {
  const tokens = tokenize(text)
  return { tokens, to: tokens.findIndex(({ tag }) => tag === 'to') }
}

describe('an infinitive needs a base form, and no word of transfer before it', () => {
  it.each([
    ['They want to mend the roof.', true],
    ['They plan to appeal.', true],
    ['The crowd was urged to vote.', true],
    ['Two clerks came to hear the verdict.', true],
    ['She knew how to talk.', true],
    ['They agreed to cooperate.', true],
    ['The pupils were moved to schools nearby.', false],
    ['The thief was sentenced to death.', false],
    ['The herd was driven to higher ground.', false],
    ['The clerk was taken to court on Monday.', false],
    ['Prices rose to record levels.', false],
    ['Sales fell to $6 million.', false],
    ['Miners returned to work on Friday.', false],
    ['The case went to federal judges.', false],
    ['The gift went to charities abroad.', false],
  ])('%s %s', (text, expected) => {
    const { tokens, to } = after(text)
    expect(isInfinitiveVerb(tokens, to + 1)).toBe(expected)
  })
})

describe('the word that governs an infinitive', () => {
  it.each([
    ['They plan to sell.', 'plan'],
    ['The storm forced the islanders to leave.', 'forced'],
    ['He asked his two sons to leave.', 'asked'],
    ['It is impossible for the crew to leave.', 'impossible'],
    ['They have yet to leave.', 'yet'],
    ['They sent boats to guard the coast.', 'boats'],
  ])('%s → %s', (text, expected) => {
    const { tokens, to } = after(text)
    expect(tokens[governorOf(tokens, to)]?.lower).toBe(expected)
  })
})

describe('no phrase with "to" is cut from the word that takes it', () => {
  it.each([
    'He has not been able to walk much outside his house since the fall.',
    'She was sentenced to death in March.',
    'About 90 pupils were moved to schools in the next valley.',
    'Three brothers were held on suspicion of conspiracy to forge banknotes.',
    'The decision to close the quarry was reversed.',
    'The wardens were unable to reach the ridge because of the fog.',
    'The storm forced hundreds of islanders to leave their homes.',
    'It is hard to grow barley on the moor.',
    'The ban was due to end on the last day of May.',
    'A bid to save the old pier failed.',
  ])('%s', (text) => {
    const contents = statementsOf(text, false).map(({ content: [first] }) => text.slice(...(first ?? [0, 0])))
    expect(contents.filter((content) => content.startsWith('to '))).toEqual([])
  })

  it.each([
    'The abbot gave an order to burn the letters.',
    'The duke has a plan to drain the fen.',
    'Voters remain free to choose another judge.',
    'She made an attempt to swim the strait.',
    'The council hired three divers to search the old quarry.',
  ])('the claim keeps it: %s', (text) => {
    expect(text.slice(...(statementsOf(text, false)[0]?.content[0] ?? [0, 0]))).toBe(text)
  })
})

describe('a scope that a subject opens ends before its verb', () => {
  it.each([
    'The plan to build 400 homes was dropped.',
    'The proposal to widen the lane was defeated.',
    'Hopes of saving the pier faded.',
    'Efforts to raise the wreck were halted.',
    'The risk of flooding fell.',
    'The man who may inherit the farm left.',
    'A shop without a door burned.',
    'The girl who failed to sign the form won.',
  ])('%s', (text) => expect(statementsOf(text, false)[0]?.certainty).toMatchObject({ level: 'certain', polarity: 'positive' }))
})
