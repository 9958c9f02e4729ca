import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { analyze, analyzeSentences } from '../../src/core/analysis.ts'
import type { Statement } from '../../src/core/article.ts'
import { normalize, normalizeTitle } from '../../src/core/text/normalize.ts'
import { sentencesOf } from '../../src/core/text/sentences.ts'

const WORDS = [
  'Lee',
  'said',
  'that',
  'the',
  'dam',
  '“',
  '”',
  '"',
  ',',
  '.',
  '. ',
  'told',
  'Mr. Hale',
  'who',
  'and',
  '40',
  '$3',
  'may',
  'not',
  'according to',
  ';',
  '(',
  ')',
  '—',
  '\n',
  '😀',
  '\ud83d',
  "''",
  'she',
  'to',
  'stay',
  '%',
  ':',
  '?',
]
const text = fc.array(fc.constantFrom(...WORDS), { maxLength: 60 }).map((words) => words.join(' '))
const version = (title: string, body: string) => ({
  title: normalizeTitle(title).text,
  body: normalize(body).text,
  publishedAt: null,
})

/** In order, not empty, inside the text. */
function sound(spans: readonly (readonly [number, number])[], length: number): boolean {
  let last = 0
  return spans.every(([start, end]) => {
    const fine = start >= last && end > start && end <= length
    last = end
    return fine
  })
}

describe('analyse', () => {
  it('gives every sentence a claim, and every claim sound spans', () => {
    fc.assert(
      fc.property(text, text, (title, body) => {
        const { sentences, claims } = analyze(version(title, body))
        expect(new Set(claims.map(({ sentence }) => sentence)).size).toBe(sentences.length)
        for (const { sentence, statement, reading } of claims) {
          const { length } = sentences[sentence]?.text ?? ''
          const { content, source, cue, certainty, quantities, dates, label, checkWorthiness } = statement
          expect(content.length).toBeGreaterThan(0)
          expect(sound(content, length)).toBe(true)
          expect(sound(source.spans, length)).toBe(true)
          expect(sound(cue?.spans ?? [[0, 1]], length)).toBe(true)
          for (const list of [certainty.hedges, quantities, dates])
            expect(
              sound(
                list.map(({ start, end }) => [start, end] as const),
                length,
              ),
            ).toBe(true)
          expect(label.trim()).not.toBe('')
          expect(checkWorthiness).toBeGreaterThanOrEqual(0)
          expect(checkWorthiness).toBeLessThanOrEqual(1)
          if (reading.source)
            expect(sound(reading.source.spans, sentences[reading.source.sentence]?.text.length ?? 0)).toBe(true)
        }
      }),
    )
  })

  it('finds the same in a sentence wherever it stands', () => {
    const sentence = 'Mr. Hale said the dam may not hold 40 boats.'
    const statements = (body: string) =>
      analyze(version('', body))
        .claims.filter(({ statement }) => statement.cue !== null)
        .map(({ statement }) => statement)
    expect(statements(`Rain fell.\n\n${sentence} It stopped.`)).toEqual(statements(sentence))
  })

  it('takes the statements that are known', () => {
    const known: Statement[] = analyze(version('', 'Rain fell.')).claims.map(({ statement }) => ({
      ...statement,
      label: 'as stored',
    }))
    const { claims } = analyzeSentences(sentencesOf(version('', 'Rain fell. It stopped.')), (sentence) =>
      sentence === 'Rain fell.' ? known : null,
    )
    expect(claims.map(({ statement }) => statement.label)).toEqual(['as stored', 'It stopped'])
  })

  it('is empty for a text without letters', () => {
    expect(analyze(version('', '— * —'))).toMatchObject({ sentences: [], claims: [] })
  })
})
