import { describe, expect, it } from 'vitest'
import { withoutHeading } from '../../../src/cli/input/heading.ts'

describe('a first line that is a heading', () => {
  it.each([
    ['Ferry Fares Rise', 'Ferry Fares Rise\n\nFares rise on Monday.'],
    ['Ferry Fares Rise', '\n\nFerry Fares Rise  \r\n\r\nFares rise on Monday.'],
    ['Will Ferry Fares Rise?', 'Will Ferry Fares Rise?\n \nFares may rise.'],
    ['Mr. Berg Resigns', 'Mr. Berg Resigns\n\nHe resigned.'],
    ['“We Will Sail,” Berg Says', '“We Will Sail,” Berg Says\n\nHe said so.'],
    ['3 Hurt as Ferry Sinks', '3 Hurt as Ferry Sinks\n\nIt sank.'],
    ['Byron Relics Found', 'Byron Relics Found\n\nThey were found.'],
    ['Marked', 'Fares rise\n\n# Marked\n\nText.'],
  ])('%s', (heading, text) => expect(withoutHeading(text).heading).toBe(heading))

  it('leaves the body', () => {
    expect(withoutHeading('Ferry Fares Rise\n\nFares rise.\n\nMore.').rest).toBe('Fares rise.\n\nMore.')
  })
})

describe('a first line that is none', () => {
  it.each([
    ['a sentence', 'Fares rise on Monday.\n\nSo it is.'],
    ['a sentence that ends in a quotation', 'He said: “Fares rise.”\n\nSo it is.'],
    ['a line of a paragraph', 'Fares rise\non Monday.\n\nSo it is.'],
    ['a text without blank lines', 'Fares rise\nSo it is.'],
    ['all there is', 'Fares rise\n\n'],
    ['long', `${'Fares rise '.repeat(14)}\n\nSo it is.`],
    ['an introduction', 'This is what we know:\n\nFares rise.'],
    ['a dateline', 'LUND, Sweden —\n\nFares rise.'],
    ['a byline', 'By Ann Lee\n\nFares rise.'],
    ['a heading of a lower rank', '## Fares\n\nFares rise.'],
    ['an entry of a list', '- Fares\n\nFares rise.'],
    ['a quotation', '> Fares\n\nFares rise.'],
  ])('%s', (_, text) => expect(withoutHeading(text)).toEqual({ heading: null, rest: text }))
})
