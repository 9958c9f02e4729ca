/** Words of two classes take the class of their place. */
import { describe, expect, it } from 'vitest'
import { tokenize } from '../../../../src/core/claims/words/tokens.ts'

const VERBAL = /^(?:verb|ed|cue|modal)$/
const tagOf = (text: string, word: string) => tokenize(text).find((token) => token.text === word)?.tag ?? ''

describe('is a verb', () => {
  it.each([
    ['The council plans a vote on the pier.', 'plans'],
    ['Ferries run late on Sundays.', 'run'],
    ['Farmers fear a dry spring.', 'fear'],
    ['The harbour master warns sailors of fog.', 'warns'],
    ['Her critics question the figures.', 'question'],
    ['Teachers report fewer pupils.', 'report'],
    ['He hopes the bridge will open.', 'hopes'],
    ['The divers have found no wreck.', 'found'],
    ['Orr said the divers found no wreck.', 'found'],
    ['The clerk said the storm hit the pier.', 'hit'],
    ['Officials say prices rise every spring.', 'rise'],
  ])('%s: %s', (text, word) => expect(tagOf(text, word)).toMatch(VERBAL))
})

describe('is a noun', () => {
  it.each([
    ['The plans for the pier failed.', 'plans'],
    ['The run on the bank ended.', 'run'],
    ['Her fear of floods grew.', 'fear'],
    ['The question was put to the mayor.', 'question'],
    ['A report by the clerk names no one.', 'report'],
    ['Their hopes of a thaw faded.', 'hopes'],
    ['The accused left the court.', 'accused'],
    ['Orr pays less under the new rules, clerks say.', 'rules'],
    ['Voters saw their taxes rise.', 'rise'],
  ])('%s: %s', (text, word) => expect(tagOf(text, word)).not.toMatch(VERBAL))
})
