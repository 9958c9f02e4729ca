/** A page is parsed once: readers that change what they read have copies, and the document is as it was behind them. */
import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { copyOf, without } from '../../src/capture/document/copy.ts'
import { parseDocument } from '../../src/capture/document/page-document.ts'
import { pageFacts } from '../../src/capture/metadata/page-facts.ts'
import { readFacts } from '../../src/capture/read-page.ts'

const PAGE = `<!doctype html><html lang="en"><head><title>Ferry</title></head><body><nav>News</nav><nav>Sport</nav> and
  <div class="a b" id="x"><p>One <b>two</b></p><!-- three --><p hidden>Four</p></div><svg><path d="M0"/></svg><p>Five</body></html>`

const source = (document: Document) => document.documentElement.outerHTML
const selected = (document: Document, selector: string) => [...document.querySelectorAll(selector)]

test.each([
  ['neighbours', 'nav', ['News', 'Sport']],
  ['one inside another', 'div,b', ['One', 'two']],
  ['the first and the last', 'title,nav,p', ['Ferry', 'News', 'Five']],
  ['all', 'html', ['Ferry']],
  ['none', 'aside', []],
])('%s, taken out and put back', (_, selector, gone) => {
  const document = parseDocument(PAGE)
  const before = source(document)
  const during = without(selected(document, selector), () => document.toString())
  expect(gone.filter((word) => during.includes(word))).toEqual([])
  expect(source(document)).toBe(before)
})

test('what was taken out is put back where the work fails', () => {
  const document = parseDocument(PAGE)
  const before = source(document)
  const fail = () => {
    throw new Error('no article')
  }
  expect(() => without(selected(document, 'p'), fail)).toThrow('no article')
  expect(source(document)).toBe(before)
})

test('a copy is alike, and its own', () => {
  const document = parseDocument(PAGE)
  const before = source(document)
  const copy = copyOf(document)
  expect(source(copy)).toBe(before)
  copy.body.replaceChildren()
  expect([source(document), copy.body.textContent]).toEqual([before, ''])
})

const FOLDER = 'tests/capture/pages'

test.each(readdirSync(FOLDER))('reading %s leaves its document as it was', (name) => {
  const document = parseDocument(readFileSync(`${FOLDER}/${name}/page.html`, 'utf8'))
  const before = document.toString()
  readFacts(pageFacts(document, 'https://harbour-post.example/a/b'), { drop: ['p:first-of-type'] })
  expect(document.toString()).toBe(before)
})

test('nodes have no listeners', () => {
  const { body } = parseDocument(PAGE)
  expect(() => body.addEventListener('click', () => {})).toThrow(TypeError)
})
