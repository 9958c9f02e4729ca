import { describe, expect, it } from 'vitest'
import { tokensOf } from '../../../../src/core/changes/compare/compare-tokens.ts'
import { phrasesIn } from '../../../../src/core/changes/compare/phrases.ts'

const PHRASES = ['due', 'due to', 'on hold', 'yet to', 'to vote']

describe('phrasesIn', () => {
  it.each([
    ['The match is on hold.', ['on hold']],
    ['They are due to vote, and yet to agree.', ['due', 'due to', 'to vote', 'yet to']],
    ['Her hand was on', []],
    ['Holding on', []],
    ['', []],
  ])('%s', (text, found) => {
    expect(phrasesIn(tokensOf(text), PHRASES)).toEqual(expect.arrayContaining(found))
    expect(phrasesIn(tokensOf(text), PHRASES)).toHaveLength(found.length)
  })
})
