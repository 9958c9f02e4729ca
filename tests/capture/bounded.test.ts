/** Pages whose markup would take readers very long: their work is bounded, and that of real pages is as it was. */
import { describe, expect, test } from 'vitest'
import { capturePage } from '../../src/capture/capture-page.ts'
import { parseDocument } from '../../src/capture/document/page-document.ts'
import { namesIn } from '../../src/capture/metadata/byline/author-names.ts'
import { RUNNING } from './stage.ts'

const URL = 'https://harbour-post.example/news/ferry-fares'
const page = (html: string) => `<html><head><title>Ferry</title></head><body>${html}</body></html>`
const nested = (tags: string, levels: number, inside: string) => tags.repeat(levels) + inside

/** The levels at which all elements below the body stand, summed up, and the deepest. */
function levelsOf(html: string): { sum: number; deepest: number } {
  const { body } = parseDocument(page(html))
  let sum = 0
  let deepest = 0
  for (const element of body.querySelectorAll('*')) {
    let level = 0
    for (let at = element.parentElement; at && at !== body; at = at.parentElement) level++
    sum += level + 1
    deepest = Math.max(deepest, level + 1)
  }
  return { sum, deepest }
}

describe('the levels of all elements together are bounded', () => {
  test.each([
    ['a paragraph below 10,000 elements', nested('<div>', 10_000, '<p>Text.')],
    ['many paragraphs below 150 elements', nested('<div>', 150, '<p>A word.</p>'.repeat(5_000))],
    ['many paragraphs, each below 180 elements', `${nested('<div>', 180, '<p>Text.')}${'</div>'.repeat(180)}`.repeat(60)],
    ['tables inside of tables', nested('<table><tr><td>Cell', 1_500, '')],
    ['many tables below tables', nested('<table><tr><td>', 60, '<table><tr><td>Cell</td></tr></table>'.repeat(3_000))],
    ['a long text below 180 elements', nested('<div>', 180, `<p>${'Text. '.repeat(100_000)}`)],
  ])('%s', (_, html) => {
    const { sum, deepest } = levelsOf(html)
    expect(sum).toBeLessThanOrEqual(300_000)
    expect(deepest).toBeLessThanOrEqual(201)
  })

  test.each([
    ['many paragraphs below 40 elements', nested('<div>', 40, '<p>A word.</p>'.repeat(2_000)), 41],
    ['a paragraph below 190 elements', nested('<div>', 190, '<p>Text.'), 191],
  ])('%s stay where they are', (_, html, deepest) => expect(levelsOf(html).deepest).toBe(deepest))

  test('no word is lost', () => {
    const words = Array.from({ length: 5_000 }, (_, n) => `word${n}`)
    const { body } = parseDocument(page(nested('<div>', 150, words.map((word) => `<p>${word}</p>`).join(''))))
    expect(body.textContent?.match(/word\d+/g)).toEqual(words)
  })
})

test.each([
  ['rules', '<hr>'.repeat(20_001)],
  ['paragraphs that closing tags make', '</p>'.repeat(20_001)],
  ['brackets', '<'.repeat(60_001)],
])('a page of too many %s is not read', (_, html) => {
  const { outcome, evidence, reading } = capturePage({ html: page(RUNNING + html), url: URL })
  expect([outcome, evidence[0]?.rule, reading.body]).toEqual(['not_an_article', 'too-many-elements', null])
})

test('a page with an element of very many classes is not read', () => {
  const html = page(`${RUNNING}<p class="${Array.from({ length: 300_000 }, (_, n) => `c${n}`).join(' ')}">Text.`)
  expect(capturePage({ html, url: URL }).evidence.map(({ rule }) => rule)).toEqual(['not-parsed'])
})

test('a long page is read', () => {
  const html = page(`<h1>Ferry</h1>${RUNNING}${'<p>A paragraph.</p>'.repeat(3_000)}`)
  expect(capturePage({ html, url: URL }).evidence.map(({ rule }) => rule)).not.toContain('too-many-elements')
})

test.each(['<html '.repeat(50), '<html', '<body', '<!doctype html'])(
  'a page that begins with %s is read without failing',
  (html) => expect(capturePage({ html, url: URL }).reading.body).toBeNull(),
)

test.each([
  ['By Ada Moreno and Ben Okafor', ['Ada Moreno', 'Ben Okafor']],
  [`By Ada Moreno ${'('.repeat(2_000)}`, []],
])('the names of a line: %s', (line, names) => expect(namesIn(line)).toEqual(names))
