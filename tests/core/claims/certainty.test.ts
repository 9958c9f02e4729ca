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
    ['So far the dam is dry.', 'certain'],
    ['The choir has sold 900 tickets so far this month.', 'certain'],
    ['She said the dam might hold.', 'possible'],
    ['She asked whether the dam held.', 'unknown'],
    ['She asked why the dam broke.', 'certain'],
    ['Will the dam hold?', 'unknown'],
    ['It was not clear whether the dam held.', 'unknown'],
    ['The dam cannot hold.', 'certain'],
    ['They left as quickly as possible.', 'certain'],
    ['The mayor appeared on television.', 'certain'],
    ['She said the town wants to sell the dam.', 'certain'],
    ['She vowed to mend the dam.', 'probable'],
    ['She wanted to mend the dam.', 'possible'],
    ['She believes that the dam held.', 'probable'],
    ['The dam, which may be old, held.', 'certain'],
    ['She praised the man who may mend the dam.', 'certain'],
    ['She said they feared that the dam might leak.', 'possible'],
  ])('%s %s', (text, level) => expect(certainty(text)?.level).toBe(level))
})

describe('reports without a source', () => {
  it.each([
    ['It is understood that the abbot was not told.', 'probable', 'negative'],
    ['It is believed that the fire began in the loft.', 'probable', 'positive'],
    ['It is thought that nobody was hurt.', 'probable', 'negative'],
    ['It was expected that the vote would fail.', 'probable', 'positive'],
    ['It is likely that the mill did not close.', 'probable', 'negative'],
    ['It is unlikely that the mill will close.', 'probable', 'negative'],
    ['The mill is unlikely to close.', 'probable', 'negative'],
    ['The old mill seems unlikely.', 'probable', 'negative'],
    ['An unlikely hero won the race.', 'certain', 'positive'],
    ['It is clear that the mill did not close.', 'certain', 'negative'],
  ])('%s %s %s', (text, level, polarity) => expect(certainty(text)).toMatchObject({ level, polarity }))
})

describe('a participle after a comma is not the main verb', () => {
  it.each([
    ['The findings, published in the journal Marsh, do not prove the theory.', 'negative'],
    ['The letters, hidden under a floor in 2009, were not forged.', 'negative'],
    ['The tower, not mended in a century, still stands.', 'positive'],
    ['The charges, denied by the baker, were dropped.', 'positive'],
  ])('%s %s', (text, polarity) => expect(certainty(text)?.polarity).toBe(polarity))
})

describe('"would" under a past report is as sure as "will"', () => {
  it.each([
    ['The firm said the pit would close in May.', 'certain'],
    ['“It would close,” the miner said.', 'certain'],
    ['The firm says the pit would close.', 'probable'],
    ['The firm said the pit would close if prices fell.', 'probable'],
    ['The firm said the pit would have closed.', 'probable'],
    ['The pit would close.', 'probable'],
    ['She thought the pit would close.', 'probable'],
    ['The firm said the pit would probably close.', 'probable'],
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
    ['She denied the charge.', 'negative'],
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
