import { describe, expect, it } from 'vitest'
import { tokenize } from '../../../src/core/claims/words/tokens.ts'
import { inflectionsOf } from '../../../src/core/lexicon/inflections.ts'

describe('inflectionsOf', () => {
  it.each([
    ['deny', 'denies denied denying'],
    ['say', 'says said saying'],
    ['write', 'writes wrote written writing'],
    ['admit', 'admits admitted admitting'],
    ['visit', 'visits visited visiting'],
    ['refer', 'refers referred referring'],
    ['stop', 'stops stopped stopping'],
    ['lie', 'lies lay lain lying'],
    ['agree', 'agrees agreed agreeing'],
    ['vow', 'vows vowed vowing'],
    ['go', 'goes went gone going'],
    ['complain', 'complains complained complaining'],
  ])('%s', (base, forms) => {
    const known = inflectionsOf(base)
    for (const form of forms.split(' ')) expect([form, known.has(form)]).toEqual([form, true])
    expect([...known.keys()].filter((form) => form !== base).sort()).toEqual(forms.split(' ').sort())
  })
})

describe('tokenize', () => {
  it.each([
    ['Dr. Lee’s U.S. plan', ['Dr.', 'Lee’s', 'U.S.', 'plan']],
    ['It cost $1.2bn, or 3.5%.', ['It', 'cost', '$1.2bn', ',', 'or', '3.5%', '.']],
    ['At 10:15 a.m. he’d', ['At', '10:15', 'a.m.', 'he’d']],
    ["''Yes,'' she", ["''", 'Yes', ',', "''", 'she']],
    ['a 30-day truce — over', ['a', '30-day', 'truce', '—', 'over']],
    ['She left the U.S.', ['She', 'left', 'the', 'U.S', '.']],
  ])('%s', (text, expected) => expect(tokenize(text).map((token) => token.text)).toEqual(expected))
})
