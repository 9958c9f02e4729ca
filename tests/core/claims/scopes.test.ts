import { describe, expect, it } from 'vitest'
import { parseSentence } from '../../../src/core/claims/parsed-sentence.ts'
import { scopesOf, standing } from '../../../src/core/claims/scopes/scopes.ts'

/** "rule: words under it" of each scope. */
function scopes(text: string): string[] {
  const { scopes: found, tokens } = parseSentence(text, false)
  return found.map(({ rule, from, to }) => `${rule}: ${text.slice(tokens[from]?.start, tokens[to - 1]?.end)}`)
}

describe('what opens a scope, and how far it reaches', () => {
  it.each([
    ['a modal', 'The dam may hold, and the wall fell.', ['hedge-modal: may hold']],
    ['a phrase', 'The dam is believed to be old.', ['hedge-evidential: is believed to be old.', 'infinitive: to be old.']],
    ['an adverb before its verb', 'The dam probably held.', ['hedge-adverb: probably held.']],
    ['an adjective of a noun', 'The alleged plot failed.', ['hedge-adjective: alleged plot']],
    ['a predicate', 'It is possible that it held.', ['hedge-adjective: is possible that it held.']],
    ['a condition', 'If it rains, they stay.', ['hedge-conditional: If it rains']],
    ['a question', 'They asked whether it held.', ['hedge-question: whether it held.']],
    ['a negation', 'The dam did not hold because it was old.', ['negated-verb: did not hold']],
    ['no longer', 'The dam no longer exists.', ['negated-verb: no longer exists.']],
    ['a negative subject', 'No dam held.', ['negative-noun: No dam held.']],
    ['a negative object', 'They saw no dam.', ['negative-noun: saw no dam']],
    ['a purpose', 'They sent a crew to mend the dam.', ['infinitive: to mend the dam.']],
    ['done', 'They continued to mend the dam.', []],
    ['without', 'They left without paying the crew.', ['without: without paying the crew.']],
    ['from', 'They kept the crew from leaving town.', ['from: from leaving town.']],
    ['nor', 'It was not old, nor did it leak.', ['negated-verb: was not old', 'inverted-negation: nor did it leak.']],
    ['hardly', 'It hardly held.', ['negated-verb: hardly held.']],
    ['few', 'Few dams held.', ['negative-noun: Few dams held.']],
    ['little', 'The crew made little progress.', ['negative-noun: made little progress']],
    [
      'no intention of',
      'They have no intention of mending it.',
      ['negative-noun: have no intention of mending it.', 'aim: mending it.'],
    ],
    ['a lack of', 'They suffer from a lack of water.', ['without: of water']],
    ['an end', 'They stopped mending the dam after the flood.', ['cessation: mending the dam']],
    ['not to', 'They chose not to mend the dam.', ['infinitive: to mend the dam.']],
    ['an aim', 'They had plans for mending the dam.', ['aim: mending the dam.']],
    ['a demand', 'They demanded that the dam be mended.', ['demand: the dam be mended.']],
    ['an inverted condition', 'Had the dam held, they stayed.', ['inverted: Had the dam held']],
    [
      'what is not believed',
      'They do not think that the dam is old.',
      ['negated-verb: do not think', 'not-believed: that the dam is old.', 'belief: that the dam is old.'],
    ],
    [
      'what is known all the same',
      'They did not know that the dam is old.',
      ['negated-verb: did not know that the dam is old.'],
    ],
    ['until', 'They stay until it rains.', ['until: until it rains.']],
    ['a relative clause', 'The dam that was not mended held.', ['negated-verb: was not mended']],
  ])('%s', (_, text, expected) => expect(scopes(text)).toEqual(expected))
})

describe('what is no hedge', () => {
  it.each([
    'They left as quickly as possible.',
    'The mayor appeared on television.',
    'The dam opened in May.',
    'There is no doubt.',
    'It held not only once.',
    'They drank a can of soup.',
    'A few dams held.',
    'Little Ann and a little water.',
    'The dam had the old wall, they stayed.',
  ])('%s', (text) => expect(scopes(text).filter((scope) => /hedge|neg/.test(scope))).toEqual([]))
})

it('lists the scopes that a content opens, and how a token stands in it', () => {
  const { scopes: found, tokens } = parseSentence('The dam may hold but the wall did not.', false)
  const wall: [number, number] = [tokens.findIndex(({ text }) => text === 'wall'), tokens.length]
  expect(scopesOf(found, [wall]).map(({ rule }) => rule)).toEqual(['negated-verb'])
  expect(standing(found, 3, [[0, 4]])).toEqual({ level: 'possible', negative: false, rules: ['hedge-modal'] })
  expect(standing(found, 3, [wall])).toEqual({ level: 'certain', negative: false, rules: [] })
})
