import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { normalize } from '../../../src/core/text/normalize.ts'
import { sentencesOf } from '../../../src/core/text/sentences.ts'

const cut = (body: string) => sentencesOf({ title: '', body }).map((sentence) => sentence.text)

describe('sentencesOf', () => {
  it.each([
    ['plain', 'Rain fell. The wall held! Did it? Yes.', ['Rain fell.', 'The wall held!', 'Did it?', 'Yes.']],
    ['a digit opens', 'Rain fell. 12 roads closed.', ['Rain fell.', '12 roads closed.']],
    ['a small letter does not', 'Sold by hale.com. and others.', ['Sold by hale.com. and others.']],
    ['after a quotation', '“Rain fell,” said Ann Lee. “More will.”', ['“Rain fell,” said Ann Lee.', '“More will.”']],
    ['marks after the stop', 'He left (in May.) She stayed.', ['He left (in May.)', 'She stayed.']],
    ['no letter or digit', 'Rain fell.\n\n***\n\n– –', ['Rain fell.']],
    ['scripts without capitals', '警方表示。他们来了。', ['警方表示。', '他们来了。']],
    ['titles', 'Dr. Lee met Gen. Roe and Mrs. Hale. They left.', ['Dr. Lee met Gen. Roe and Mrs. Hale.', 'They left.']],
    ['months', 'It shut on Feb. 12 for good.', ['It shut on Feb. 12 for good.']],
    ['numbers', 'Box No. 4 was empty. He said no. Then he left.', ['Box No. 4 was empty.', 'He said no.', 'Then he left.']],
    ['an abbreviation goes on', 'The U.S. Senate met Hale Inc. Chairman Roe.', ['The U.S. Senate met Hale Inc. Chairman Roe.']],
    ['an abbreviation ends', 'He flew to the U.S. The trip was long.', ['He flew to the U.S.', 'The trip was long.']],
    [
      'clock times',
      'It opened at 4 p.m. Tuesday. It shut at 6 p.m. She left.',
      ['It opened at 4 p.m. Tuesday.', 'It shut at 6 p.m.', 'She left.'],
    ],
    ['initials', 'Dana R. Holt met J. K. Roe. So did I. We left.', ['Dana R. Holt met J. K. Roe.', 'So did I.', 'We left.']],
    ['decimals', 'It rose 2.5 percent to 3.1. Then it fell.', ['It rose 2.5 percent to 3.1.', 'Then it fell.']],
    [
      'ellipses',
      'They waited ... and left. They came back… Nobody spoke.',
      ['They waited ... and left.', 'They came back…', 'Nobody spoke.'],
    ],
    [
      'a quotation of several',
      '“We came. We saw. We left,” she said. Nobody cared.',
      ['“We came. We saw. We left,” she said.', 'Nobody cared.'],
    ],
    ['straight marks', '"We came. We saw," she said. "We left."', ['"We came. We saw," she said.', '"We left."']],
    ['single marks', "'It rained. We left,' she said. 'It's over.'", ["'It rained. We left,' she said.", "'It's over.'"]],
    ['a question in single marks', "'Why now?' Ms Lee asked. Nobody knew.", ["'Why now?' Ms Lee asked.", 'Nobody knew.']],
    ['apostrophes', "The firms' plan failed. The unions' did not.", ["The firms' plan failed.", "The unions' did not."]],
    ['an open quotation', '“We came. We saw. And he left.', ['“We came.', 'We saw.', 'And he left.']],
    ['a stray mark', 'It is 5" wide. It is new. She said: "No."', ['It is 5" wide.', 'It is new.', 'She said: "No."']],
    ['a question and its tag', '“Why now?” Ms. Lee asked. Nobody knew.', ['“Why now?” Ms. Lee asked.', 'Nobody knew.']],
    ['a question and another sentence', '“Why now?” Ms. Lee left the room.', ['“Why now?”', 'Ms. Lee left the room.']],
    ['enumerators', '1. Close the gate.\n2. Open it.', ['1. Close the gate.', '2. Open it.']],
    [
      'time stamps',
      '10:42 a.m. Rain fell. It stopped at 4 p.m. He left.',
      ['10:42 a.m. Rain fell.', 'It stopped at 4 p.m.', 'He left.'],
    ],
    ['time stamps in brackets', '[9:12 p.m.] Two boats sank.', ['[9:12 p.m.] Two boats sank.']],
    ['lines', '- Close the gate\n- Open it', ['- Close the gate', '- Open it']],
  ])('%s', (_, body, sentences) => {
    expect(cut(body)).toEqual(sentences)
  })

  it('knows the zones', () => {
    const found = sentencesOf({ title: 'Rain. Again', body: 'One. Two.\n\nThree.' })
    expect(found.map(({ zone, text }) => [zone, text])).toEqual([
      ['headline', 'Rain. Again'],
      ['lead', 'One.'],
      ['lead', 'Two.'],
      ['body', 'Three.'],
    ])
  })

  it('joins a wrapped line', () => {
    expect(cut('One line\nthat wraps. And ends.\n\nTwo.')).toEqual(['One line\nthat wraps.', 'And ends.', 'Two.'])
  })

  it('cuts a very long quotation', () => {
    expect(cut(`“${'We came. '.repeat(200)}We left.”`).length).toBe(201)
  })

  it('covers every letter and digit, in order and without overlap', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('a', 'B', '1', ' ', '.', '?', '"', '“', '”', "'", '\n', '…', '😀', '(', ')') }),
        (raw) => {
          const body = normalize(raw).text
          let last = 0
          for (const { start, end, text } of sentencesOf({ title: '', body })) {
            expect(start).toBeGreaterThanOrEqual(last)
            expect(body.slice(start, end)).toBe(text)
            expect(body.slice(last, start)).not.toMatch(/[\p{L}\p{N}]/u)
            last = end
          }
          expect(body.slice(last)).not.toMatch(/[\p{L}\p{N}]/u)
        },
      ),
    )
  })
})
