import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { normalize, normalizeTitle, rawSpan } from '../../../src/core/text/normalize.ts'

describe('normalise', () => {
  it.each([
    ['one line', 'One line.', 'One line.'],
    ['no blank line: a paragraph a line', 'One.\nTwo.', 'One.\n\nTwo.'],
    ['a blank line parts paragraphs', 'One.\n\n\n\nTwo\nthree.', 'One.\n\nTwo\nthree.'],
    ['a line of spaces is blank', 'One.\n \t\nTwo.', 'One.\n\nTwo.'],
    ['CRLF', 'One.\r\n\r\nTwo.\r\nThree.', 'One.\n\nTwo.\nThree.'],
    ['CR, NEL, line and paragraph separators', 'A\rB\x85C\u2028D\u2029E', 'A\n\nB\n\nC\n\nD\n\nE'],
    ['ends of lines and of the text', '  \n One.  \n Two. \n', 'One.\n\nTwo.'],
    ['NFC', 'cafe\u0301 \u212b', 'café Å'],
    ['jamo', '\u1112\u1161\u11ab', '한'],
    ['invisible characters', '\ufeffma\u00ady\u200bor\u2060\u0000\u0007', 'mayor'],
    ['a mark after an invisible character', 'e\u200b\u0301', 'é'],
    ['zero-width joiners stay', '👩\u200d👧 می\u200cشود', '👩\u200d👧 می\u200cشود'],
    ['spaces of all widths', '1\u00a0200\u202f000\u2009km', '1 200 000 km'],
    ['inner runs of spaces stay', 'a  b', 'a  b'],
    ['nothing', '', ''],
    ['only white space', ' \n\t\n ', ''],
  ])('%s', (_, raw, text) => {
    expect(normalize(raw).text).toBe(text)
  })

  it('maps spans back to the text as sent', () => {
    const raw = '\ufeff Cafe\u0301s re\u00adopen.\r\nTwo'
    const map = normalize(raw)
    const at = (word: string) => rawSpan(map, [map.text.indexOf(word), map.text.indexOf(word) + word.length])
    expect(raw.slice(...at('Cafés'))).toBe('Cafe\u0301s')
    expect(raw.slice(...at('reopen'))).toBe('re\u00adopen')
    expect(raw.slice(...at('Two'))).toBe('Two')
  })

  const awkward = fc.string({
    unit: fc.oneof(
      fc.constantFrom('a', ' ', '\n', '\r', 'e', '\u0301', '\ud83d', '\ude00', '\u200b', '\u1112', '\u1161', '😀'),
      fc.string({ unit: 'binary', maxLength: 1 }),
    ),
  })

  it('is its own fixed point', () => {
    fc.assert(
      fc.property(awkward, (raw) => {
        const { text } = normalize(raw)
        expect(normalize(text).text).toBe(text)
      }),
    )
  })

  it('gives spans that are not empty, in order, and never cut a character in two', () => {
    fc.assert(
      fc.property(awkward, (raw) => {
        const map = normalize(raw)
        let last = 0
        for (let i = 0; i < map.text.length; ) {
          const step = (map.text.codePointAt(i) ?? 0) > 0xffff ? 2 : 1
          const [start, end] = rawSpan(map, [i, i + step])
          expect(start).toBeGreaterThanOrEqual(last)
          expect(end).toBeGreaterThan(start)
          expect(end).toBeLessThanOrEqual(raw.length)
          for (const at of [start, end])
            expect(/[\ud800-\udbff]/.test(raw[at - 1] ?? '') && /[\udc00-\udfff]/.test(raw[at] ?? '')).toBe(false)
          last = start
          i += step
        }
      }),
    )
  })
})

describe('normaliseTitle', () => {
  it.each([
    [' Bridge\n to reopen ', 'Bridge to reopen'],
    ['A\n\n\nB', 'A B'],
    ['', ''],
  ])('%j', (raw, text) => {
    expect(normalizeTitle(raw).text).toBe(text)
  })
})
