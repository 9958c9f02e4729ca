import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { tokenize } from '../../../../src/core/claims/words/tokens.ts'
import { AWKWARD_CLASSES, awkward } from '../../awkward.ts'

describe('tokenise', () => {
  it.each([
    ['Mr. Hale paid $3.5m.', ['Mr.', 'Hale', 'paid', '$3.5m', '.']],
    ['It’s the U.S. dam, isn’t it?', ['It’s', 'the', 'U.S.', 'dam', ',', 'isn’t', 'it', '?']],
    ["«Ça va» 40% -- ``no'' ...", ['«', 'Ça', 'va', '»', '40%', '--', '``', 'no', "''", '...']],
    ['Мэр 😀 said 12-year-old', ['Мэр', '😀', 'said', '12-year-old']],
    ["they 're late", ['they', "'re", 'late']],
  ])('%s', (text, words) => expect(tokenize(text).map((token) => token.text)).toEqual(words))

  it('cuts Latin text as any other', () =>
    fc.assert(
      fc.property(fc.oneof(...AWKWARD_CLASSES.map(awkward)), (text) => {
        const cuts = (whole: string) => tokenize(whole).map(({ start, end }) => [start, end])
        expect(cuts(`${text} end 語`).slice(0, -1)).toEqual(cuts(`${text} end`))
      }),
    ))
})
