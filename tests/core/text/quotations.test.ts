import { describe, expect, it } from 'vitest'
import { quotationsIn } from '../../../src/core/text/quotations.ts'

describe('quotationsIn', () => {
  it.each([
    ['“Yes,” she said. “No.”', ['“Yes,”', '“No.”']],
    ['"Yes," she said. "No."', ['"Yes,"', '"No."']],
    ["''Yes,'' she said.", ["''Yes,''"]],
    ['„Ja“, sagte er.', ['„Ja“']],
    ['« Oui », dit-il.', ['« Oui »']],
    ['She said “yes and left.', ['“yes and left.']],
    ['“Yes. “No.”', ['“No.”']],
    ['It is 5" wide.', []],
    ['It rained,” she said. “We left.”', ['It rained,”', '“We left.”']],
    ['""', []],
    ['none', []],
  ])('%s', (text, expected) => {
    expect(quotationsIn(text).map((span) => text.slice(...span))).toEqual(expected)
  })

  it('may leave out what is never closed', () => {
    expect(quotationsIn('She said “yes and left.', false)).toEqual([])
    expect(quotationsIn('It rained,” she said.', false)).toEqual([])
  })
})
