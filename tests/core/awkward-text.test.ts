import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { analyze } from '../../src/core/analysis.ts'
import type { Analysis, Span } from '../../src/core/article.ts'
import { statementsOf } from '../../src/core/claims/statements.ts'
import { normalize, normalizeTitle, rawSpan } from '../../src/core/text/normalize.ts'
import { AWKWARD_CLASSES, awkward } from './awkward.ts'

const LETTER_OR_DIGIT = /[\p{L}\p{N}]/u
/** The longest label: as many words, and as many UTF-16 units. */
const WORDS = 16
const UNITS = 120

const cutsPair = (text: string, at: number): boolean => /^[\ud800-\udbff][\udc00-\udfff]$/.test(text.slice(at - 1, at + 1))

/** What is wrong with the spans of a text: '' if nothing is. */
function fault(text: string, spans: readonly Span[]): string {
  let last = 0
  for (const [start, end] of spans) {
    if (!Number.isInteger(start) || !Number.isInteger(end)) return 'no integer'
    if (start < last) return 'out of order'
    if (end <= start) return 'empty'
    if (end > text.length) return 'outside'
    if (cutsPair(text, start) || cutsPair(text, end)) return 'inside a pair'
    last = end
  }
  return ''
}

const located = (found: readonly { readonly start: number; readonly end: number }[]): Span[] =>
  found.map(({ start, end }) => [start, end])

/** Runs over texts of every class, as body and as title. */
function forAwkward(law: (analysis: Analysis, body: string, title: string) => void): void {
  describe.each(AWKWARD_CLASSES)('%s', (name) => {
    it('holds', () =>
      fc.assert(
        fc.property(awkward(name), awkward(name), (raw, rawTitle) => {
          const [body, title] = [normalize(raw).text, normalizeTitle(rawTitle).text]
          law(analyze({ title, body, publishedAt: '2025-03-01T00:00:00.000Z' }), body, title)
        }),
        { numRuns: 40 },
      ))
  })
}

describe('sentences hold every letter and digit of the text, in order', () => {
  forAwkward(({ sentences }, body, title) => {
    for (const [text, zones] of [
      [title, ['headline']],
      [body, ['lead', 'body', 'furniture']],
    ] as const) {
      const own = sentences.filter(({ zone }) => (zones as readonly string[]).includes(zone))
      expect(fault(text, located(own))).toBe('')
      let rest = ''
      let last = 0
      for (const { start, end, text: words } of own) {
        expect(words).toBe(text.slice(start, end))
        rest += text.slice(last, start)
        last = end
      }
      expect(rest + text.slice(last)).not.toMatch(LETTER_OR_DIGIT)
    }
  })
})

describe('every sentence of the story yields a claim whose content says something', () => {
  forAwkward(({ sentences, claims }) => {
    expect([...new Set(claims.map(({ sentence }) => sentence))]).toEqual(
      [...sentences.keys()].filter((index) => sentences[index]?.zone !== 'furniture'),
    )
    for (const { sentence, statement } of claims) {
      const text = sentences[sentence]?.text ?? ''
      expect(statement.content.map((span) => text.slice(...span)).join('')).toMatch(LETTER_OR_DIGIT)
    }
  })
})

describe('spans lie in their sentence, in order, apart, around whole characters', () => {
  forAwkward(({ sentences, claims }) => {
    for (const { sentence, statement, reading } of claims) {
      const text = sentences[sentence]?.text ?? ''
      const { content, source, cue, certainty, quantities, dates } = statement
      for (const spans of [content, source.spans, cue?.spans ?? [], ...[certainty.hedges, quantities, dates].map(located)])
        expect(fault(text, spans)).toBe('')
      if (reading.source) expect(fault(sentences[reading.source.sentence]?.text ?? '', reading.source.spans)).toBe('')
    }
  })
})

describe('a label is one line of one to sixteen words', () => {
  forAwkward(({ sentences, claims }) => {
    for (const { sentence, statement } of claims) {
      const { label } = statement
      expect(label).toMatch(/\S/)
      expect(label).not.toMatch(/[\n\r\u2028\u2029]|^\s|\s$/)
      expect(label.length).toBeLessThanOrEqual(UNITS)
      expect(label.split(/\s+/).length).toBeLessThanOrEqual(WORDS)
      if (sentences[sentence]?.text.isWellFormed()) expect(label.isWellFormed()).toBe(true)
    }
  })
})

describe('values keep to their ranges', () => {
  forAwkward(({ claims }) => {
    for (const { statement, reading } of claims) {
      expect(statement.checkWorthiness).toBeGreaterThanOrEqual(0)
      expect(statement.checkWorthiness).toBeLessThanOrEqual(1)
      for (const { value, unit } of statement.quantities) {
        if (value !== null) expect(Number.isFinite(value)).toBe(true)
        expect(unit).not.toBe('')
      }
      expect(reading.name).not.toBe('')
      expect(statement.cue?.lemma).not.toBe('')
      expect(reading.dates.length === 0 || reading.dates.length === statement.dates.length).toBe(true)
      if (statement.source.kind === 'author') expect([statement.source.spans, statement.cue]).toEqual([[], null])
    }
  })
})

describe('a sentence’s statements are a function of its text alone', () => {
  forAwkward(({ sentences, claims, unsupported }) => {
    if (unsupported) return
    for (const [index, { text, zone }] of [...sentences.entries()].reverse()) {
      if (zone === 'furniture') continue
      const there = claims.filter(({ sentence }) => sentence === index).map(({ statement }) => statement)
      expect(statementsOf(text, zone === 'headline')).toEqual(there)
    }
  })
})

describe('the way back to the raw text', () => {
  describe.each(AWKWARD_CLASSES)('%s', (name) => {
    it('keeps order and the letters', () =>
      fc.assert(
        fc.property(awkward(name), (raw) => {
          const map = normalize(raw)
          const { sentences } = analyze({ title: '', body: map.text, publishedAt: null })
          const spans = sentences.map(({ start, end }) => rawSpan(map, [start, end]))
          expect(fault(raw, spans)).toBe('')
          spans.forEach((span, n) => {
            expect(normalize(raw.slice(...span)).text.replace(/\s+/g, ' ')).toBe(sentences[n]?.text.replace(/\s+/g, ' '))
          })
        }),
        { numRuns: 40 },
      ))
  })
})
