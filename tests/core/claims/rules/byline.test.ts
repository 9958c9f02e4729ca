import { describe, expect, it } from 'vitest'
import { sentencesOf } from '../../../../src/core/text/sentences.ts'
import { attributionsIn } from './attributing.ts'

describe('a name after a quotation and a dash', () => {
  it.each([
    ['“We lost it all.” — Ann Lee, mayor of Lesk', ['Ann Lee, mayor of Lesk | “We lost it all.”']],
    ['“We lost it all.” ― Ann Lee', ['Ann Lee | “We lost it all.”']],
    ['“We lost it all” – Transport Secretary Bo Roe', ['Transport Secretary Bo Roe | “We lost it all”']],
    ['“We lost it all” — and then the dam broke.', []],
  ])('%s', (text, expected) => expect(attributionsIn(text)).toEqual(expected))

  it('stands in the sentence of its quotation', () =>
    expect(sentencesOf({ title: '', body: '“We lost it all.” — Ann Lee, mayor\nRain fell.' }).map(({ text }) => text)).toEqual([
      '“We lost it all.” — Ann Lee, mayor',
      'Rain fell.',
    ]))
  it('does not take a sentence with its quotation', () =>
    expect(sentencesOf({ title: '', body: '“We lost it all.” — Ann Lee left. Rain fell.' })).toHaveLength(3))
})
