import { expect, it } from 'vitest'
import { parseSentence } from '../../../../src/core/claims/parsed-sentence.ts'
import { mainPredicate } from '../../../../src/core/claims/syntax/main-predicate.ts'

it.each([
  ['The dam held.', 'held'],
  ['The dam that was closed fell.', 'fell'],
  ['While the dam was closed, the wall fell.', 'fell'],
  ['As the rain stopped, the wall fell.', 'fell'],
  ['The crew failed to mend the wall.', 'mend'],
  ['The crew is going to mend the wall.', 'mend'],
  ['to mend the wall', 'mend'],
  ['who built the wall', 'built'],
  ['the man who built the wall', 'man'],
  ['a new wall', 'wall'],
])('%s → %s', (text, verb) => {
  const { tokens, groups } = parseSentence(text, false)
  expect(tokens[mainPredicate(tokens, groups, [[0, tokens.length]])]?.text).toBe(verb)
})
