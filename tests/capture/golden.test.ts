/** Pages of our own writing in the manner of real systems, a folder each: what is read out of them, and what they are. */
import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { capturePage } from '../../src/capture/capture-page.ts'
import type { PageReading } from '../../src/capture/reading.ts'

type Expected = Partial<Omit<PageReading, 'body'>> & {
  readonly url: string
  readonly outcome: string
  /** The paragraphs of the body, all of them. */
  readonly body?: readonly string[]
  /** Paragraphs that the body has among others. */
  readonly contains?: readonly string[]
}

const FOLDER = 'tests/capture/pages'
const names = readdirSync(FOLDER)

test('there are many', () => expect(names.length).toBeGreaterThanOrEqual(30))

test.each(names)('%s', (name) => {
  const expected = JSON.parse(readFileSync(`${FOLDER}/${name}/expected.json`, 'utf8')) as Expected
  const { url, outcome, body, contains = [], ...fields } = expected
  const { reading, ...judged } = capturePage({ html: readFileSync(`${FOLDER}/${name}/page.html`, 'utf8'), url })
  expect(judged.outcome).toBe(outcome)
  expect(judged.evidence.length === 0).toBe(outcome === 'good')
  expect(reading).toMatchObject(fields)
  const paragraphs = reading.body?.split('\n\n') ?? []
  if (body) expect(paragraphs).toEqual(body)
  expect(contains.filter((paragraph) => !paragraphs.includes(paragraph))).toEqual([])
})
