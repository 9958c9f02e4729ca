import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { analyze } from '../../../src/core/analysis.ts'
import type { Span } from '../../../src/core/article.ts'
import { asMeant } from '../../../src/core/text/artefacts.ts'
import { meantText } from '../../../src/core/text/meant-text.ts'

describe('meantText', () => {
  it.each([
    ['&quot;We lost,&quot; she said.', '"We lost," she said.'],
    ['Marks &amp; Quill&#39;s mill', "Marks & Quill's mill"],
    ['The mayorâ€™s Â£40 plan', "The mayor's £40 plan"],
    ['&nbsp;Rents&#8217;', ' Rents’'],
  ])('%s', (raw, text) => {
    const meant = meantText(raw)
    expect(meant?.text).toBe(text)
    expect(meant?.toRaw(text.length)).toBe(raw.length)
    // Each character of the text as meant has its own piece of the text as it stands.
    for (const i of [...text].keys()) expect(asMeant(raw.slice(meant?.toRaw(i), meant?.toRaw(i + 1)))).toBe(text[i])
  })

  it.each([
    'R&D rose; costs fell',
    'Plain text.',
    'AT&T; and others',
    'Half &#55296; and &#xDFFF;',
    'Control &#00; and &#127;',
  ])('leaves %s', (raw) => {
    expect(meantText(raw)?.text ?? raw).toBe(raw)
  })
})

const SENTENCES = [
  '"We never had the money for a roof," said Orla Dunnet, the churchwarden.',
  "The mayor's plan isn't dead, he said.",
  'Marks & Quill will cut 40 jobs, the union said.',
  'The ferry – 61 years old – may sail on Friday.',
  'Prices rose 7 percent, according to the board.',
  '"It was dark." Nobody saw the boat.',
] as const

/** The artefacts that scraping may make of each character. */
const SCRAPED: Readonly<Record<string, readonly string[]>> = {
  '"': ['"', '&quot;', '&#34;', '&#x22;'],
  "'": ["'", '&#39;', '&apos;', 'â€™'],
  '&': ['&', '&amp;', '&#38;'],
  '–': ['–', '&ndash;', 'â€“'],
}

const scraped = (text: string) =>
  fc
    .tuple(...[...text].map((sign) => fc.constantFrom(...(SCRAPED[sign] ?? [sign]))))
    .map((signs) => [text, signs.join('')] as const)

describe('a text that was scraped', () => {
  it('has the claims of the text that is meant, at the places where it stands', () => {
    const body = SENTENCES.join(' ')
    fc.assert(
      fc.property(scraped(body), ([plain, raw]) => {
        const told = (text: string) => {
          const { sentences, claims } = analyze({ title: '', body: text, publishedAt: null })
          return [
            sentences.map((s) => asMeant(s.text)),
            claims.map(({ sentence, statement: { label, content, source, cue, certainty, quantities, quotation } }) => {
              const words = (spans: readonly Span[]) =>
                spans.map((span) => asMeant((sentences[sentence]?.text ?? '').slice(...span)))
              const found = (list: readonly { readonly start: number; readonly end: number }[]) =>
                words(list.map(({ start, end }): Span => [start, end]))
              return [
                label,
                words(content),
                [source.kind, ...words(source.spans)],
                cue && words(cue.spans),
                [certainty.level, ...found(certainty.hedges)],
                found(quantities),
                quotation,
              ]
            }),
          ]
        }
        expect(told(raw)).toEqual(told(plain))
      }),
      { numRuns: 60 },
    )
  })
})
