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
    ['She vowed to mend the dam.', 'possible'],
    ['The dam, which may be old, held.', 'certain'],
    ['She praised the man who may mend the dam.', 'certain'],
    ['She said they feared that the dam might leak.', 'possible'],
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
  ])('%s %s', (text, polarity) => expect(certainty(text)?.polarity).toBe(polarity))
})

it('shows its hedges', () => {
  const text = 'The dam is believed to be old and may leak.'
  const found = statementsOf(text, false).flatMap(({ certainty: { hedges } }) =>
    hedges.map(({ start, end }) => text.slice(start, end)),
  )
  expect(found).toEqual(['is believed to', 'may'])
})
