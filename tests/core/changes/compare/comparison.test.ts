import { describe, expect, it } from 'vitest'
import { analyze } from '../../../../src/core/analysis.ts'
import type { FoundClaim } from '../../../../src/core/article.ts'
import { wordingOf } from '../../../../src/core/changes/compare/comparison.ts'
import { sharedNames } from '../../../../src/core/changes/supersession/matter.ts'

const FERRY = 'The ferry left Orle with Ines Dunnet.'
const PIER = 'The pier at Varsk burned near Tom Hale.'

const claimIn = (text: string): FoundClaim => {
  const [claim] = analyze({ title: '', body: text, publishedAt: null }).claims
  if (!claim) throw new Error('no claim')
  return claim
}

describe('wordingOf', () => {
  it('reads the text that it is given, though the statement is one of another text', () => {
    const claim = claimIn(FERRY)
    const wordings = [FERRY, PIER, FERRY].map((text) => wordingOf(text, [claim]))
    expect(wordings.map(({ text }) => text)).toEqual([FERRY, PIER, FERRY])
    expect(wordings.map(({ words }) => words[1]?.key)).toEqual(['ferry', 'pier', 'ferry'])
    expect(sharedNames(wordings[0] ?? wordingOf('', []), wordings[1] ?? wordingOf('', []))).toEqual({
      both: 0,
      removed: 3,
      added: 3,
    })
  })

  it('reads a sentence only once for the claims of two versions', () => {
    const claim = claimIn(FERRY)
    expect(wordingOf(FERRY, [{ ...claim, sentence: 4 }]).read).toBe(wordingOf(FERRY, [claim]).read)
  })
})
