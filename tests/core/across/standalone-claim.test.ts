import { describe, expect, it } from 'vitest'
import { sameSource } from '../../../src/core/across/same-source.ts'
import { searchWords, wordMask } from '../../../src/core/across/search-words.ts'
import { contentFrom, standaloneClaim } from '../../../src/core/across/standalone-claim.ts'
import { claimsOf } from './claims.ts'

describe('asTold', () => {
  it.each([
    ['Rents fell by 3 percent in May, the mayor said.', 'the mayor said Rents fell by 3 percent in May'],
    ['According to the mayor, rents may have fallen.', 'the mayor According to rents may have fallen'],
    ['Rents fell by 3 percent in May.', 'Rents fell by 3 percent in May.'],
  ])('%s', (text, told) => {
    const [claim] = claimsOf(text).map(standaloneClaim)
    expect(claim?.text).toBe(told)
  })

  it('keeps what its spans mean', () => {
    for (const claim of claimsOf('“Rents,” the mayor said, “may have fallen by 3 percent in May.”')) {
      const [was, is] = [claim, standaloneClaim(claim)]
      const words = ({ text, claim: { statement } }: typeof claim) => ({
        quantities: statement.quantities.map((q) => text.slice(q.start, q.end)),
        dates: statement.dates.map((d) => text.slice(d.start, d.end)),
        hedges: statement.certainty.hedges.map((h) => text.slice(h.start, h.end)),
        source: statement.source.spans.map(([start, end]) => text.slice(start, end)),
        content: statement.content.map(([start, end]) => text.slice(start, end)),
      })
      expect(words(is)).toEqual(words(was))
      expect(contentFrom(is)).toBe(words(was).content.join(' '))
    }
  })

  it('names a source that stands in another sentence', () => {
    const [claim] = claimsOf('“It will rain.”')
    if (!claim) throw new Error('no claim')
    const { statement, reading } = claim.claim
    const spoken = {
      ...claim,
      source: 'Orla Dunnet',
      claim: {
        ...claim.claim,
        statement: { ...statement, source: { kind: 'named' as const, spans: [] } },
        reading: { ...reading, kind: 'named' as const },
      },
    }
    expect(standaloneClaim(spoken).text).toMatch(/^Orla Dunnet /)
  })
})

describe('oneSource', () => {
  it.each([
    ['Orla Dunnet', 'Orla Dunnet', true],
    ['Orla Dunnet', 'Dunnet', true],
    ['Harbour Master Orla Dunnet', 'Orla Dunnet', true],
    ['René Calder', 'Rene Calder', true],
    ['Orla Dunnet', 'Tom Dunnet', false],
    ['Orla Dunnet', 'Orla Pym', false],
    ['Orla', 'Orla Dunnet', false],
    ['', 'Orla', false],
    [null, 'Orla', false],
    [null, null, false],
  ])('%s / %s: %s', (a, b, one) => {
    expect([sameSource({ source: a }, { source: b }), sameSource({ source: b }, { source: a })]).toEqual([one, one])
  })
})

describe('searchWords', () => {
  it('gives names first, then the longest words, each once and none that is in every text', () => {
    expect(searchWords('The ferry Halcyon will not call at Marsk, and the ferry is the last.')).toEqual([
      'halcyon',
      'marsk',
      'ferry',
      'call',
      'last',
    ])
  })

  it('gives at most twelve', () => {
    expect(
      searchWords(Array.from({ length: 40 }, (_, n) => `word${'abcdefgh'[n % 8]}${'klmno'[n % 5]}`).join(' ')),
    ).toHaveLength(12)
  })
})

describe('wordMask', () => {
  it.each([
    ['the first word', 'Ferries stop.', ['ferries'], 1],
    ['words in any order, marks aside', 'The “ferry”, (Halcyon), stops.', ['halcyon', 'ferry'], 0b110],
    ['only the first of equal words', 'Ferry after ferry', ['ferry'], 1],
    ['words with marks inside', "The city's mid-term plan", ["city's", 'mid-term'], 0b110],
    ['letters of any alphabet', 'In Östersund', ['östersund'], 0b10],
    ['no part of a word', 'The ferryman', ['ferry'], 0],
    ['no word that is not there', 'The ferry', ['tunnel'], 0],
    ['nothing of nothing', '', ['ferry'], 0],
    ['the word in place 52', `${'a '.repeat(52)}ferry`, ['ferry'], 2 ** 52],
    ['none behind it', `${'a '.repeat(53)}ferry`, ['ferry'], 0],
  ])('has %s', (_name, sentence, words, mask) => {
    expect(wordMask(sentence, words)).toBe(mask)
  })
})
