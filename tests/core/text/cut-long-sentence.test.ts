import { describe, expect, it } from 'vitest'
import { cutLongSentence, LONGEST_SENTENCE } from '../../../src/core/text/cut-long-sentence.ts'
import { sentencesOf } from '../../../src/core/text/sentences.ts'

const cut = (body: string) => sentencesOf({ title: '', body }).map(({ text }) => text)
const words = (n: number, word = 'slate') => Array.from({ length: n }, () => word).join(' ')

describe('a sentence without end', () => {
  it.each([
    ['as long as may be', 'x'.repeat(LONGEST_SENTENCE), 1],
    ['one sign longer', 'x'.repeat(LONGEST_SENTENCE + 1), 2],
    ['of words', words(1000), 5],
    ['with commas', Array.from({ length: 100 }, () => 'the ferry left the harbour').join(', '), 3],
  ])('%s is cut into as many as it needs', (_, body, count) => {
    const found = cut(body)
    expect(found).toHaveLength(count)
    for (const text of found) expect(text.length).toBeLessThanOrEqual(LONGEST_SENTENCE)
    expect(found.join('').replace(/\s/g, '')).toBe(body.replace(/\s/g, ''))
  })

  it('is cut behind a comma rather than behind any word, and behind a word rather than inside one', () => {
    expect(cut(`${words(150)}, ${words(150)}`)[0]).toBe(`${words(150)},`)
    for (const text of cut(words(700))) expect(text).toMatch(/^slate( slate)*$/)
  })

  it('is never cut inside a surrogate pair', () => {
    const text = `a${'😀'.repeat(LONGEST_SENTENCE)}`
    for (const [start, end] of cutLongSentence(text, [0, text.length]))
      expect(text.slice(start, end)).not.toMatch(/^[\udc00-\udfff]/)
  })
})
