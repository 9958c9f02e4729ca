import { describe, expect, it } from 'vitest'
import { statementsOf } from '../../../src/core/claims/statements.ts'

const certainty = (text: string) => statementsOf(text, false)[0]?.certainty

describe('level', () => {
  it.each([
    ['The dam will hold.', 'certain'],
    ['The dam may hold.', 'possible'],
    ['The dam could hold.', 'possible'],
    ['It opened in May.', 'certain'],
    ['The dam would hold.', 'probable'],
    ['The dam will probably hold.', 'probable'],
    ['The dam is believed to be old.', 'probable'],
    ['The dam reportedly held.', 'probable'],
    ['The dam appears to hold.', 'probable'],
    ['So far the dam is dry.', 'probable'],
    ['She said the dam might hold.', 'possible'],
    ['She asked whether the dam held.', 'unknown'],
    ['She asked why the dam broke.', 'certain'],
    ['Will the dam hold?', 'unknown'],
    ['It was not clear whether the dam held.', 'unknown'],
    ['The dam cannot hold.', 'probable'],
    ['They left as quickly as possible.', 'certain'],
    ['The mayor appeared on television.', 'certain'],
    ['She said the town wants to sell the dam.', 'certain'],
    ['She vowed to mend the dam.', 'probable'],
    ['She wanted to mend the dam.', 'possible'],
    ['She believes that the dam held.', 'probable'],
    ['The dam, which may be old, held.', 'certain'],
    ['She praised the man who may mend the dam.', 'certain'],
    ['She said they feared that the dam might leak.', 'certain'],
  ])('%s %s', (text, level) => expect(certainty(text)?.level).toBe(level))
})

describe('polarity', () => {
  it.each([
    ['The dam held.', 'positive'],
    ['The dam did not hold.', 'negative'],
    ['The dam won’t hold.', 'negative'],
    ['The dam never held.', 'negative'],
    ['No dam held.', 'negative'],
    ['The crew failed to mend the dam.', 'negative'],
    ['She said the dam had not held.', 'negative'],
    ['She denied that the dam held.', 'negative'],
    ['She denied that the dam had not held.', 'positive'],
    ['She refused to leave.', 'negative'],
    ['The dam held, and the wall did not.', 'positive'],
    ['The dam held not only once.', 'positive'],
    ['The dam that was not mended held.', 'positive'],
    ['The dam no longer exists.', 'negative'],
    ['There was no dam.', 'negative'],
    ['They are going to mend the dam.', 'positive'],
    ['It was not clear whether the dam held.', 'positive'],
    ['She declined to mend the dam.', 'negative'],
    ['She denied the charge.', 'positive'],
  ])('%s %s', (text, polarity) => expect(certainty(text)?.polarity).toBe(polarity))
})

it.each([
  ['The dam may hold.', 'modal'],
  ['The dam probably held.', 'adverb'],
  ['The dam is likely to hold.', 'adjective'],
  ['The dam appears to hold.', 'verb'],
  ['There is a possibility of rain.', 'noun'],
  ['The dam reportedly held.', 'evidential'],
  ['They stay if it rains.', 'conditional'],
  ['They wonder whether it rains.', 'question'],
])('%s: %s', (text, kind) => {
  expect(statementsOf(text, false).flatMap(({ certainty: { hedges } }) => hedges.map((hedge) => hedge.class))).toContain(kind)
})

it('shows its hedges', () => {
  const text = 'The dam is believed to be old and may leak.'
  const found = statementsOf(text, false).flatMap(({ certainty: { hedges } }) =>
    hedges.map(({ start, end }) => text.slice(start, end)),
  )
  expect(found).toEqual(['is believed to', 'may'])
})
