/** The page of searches: its hits, its ways to ask, and what is wrong with a search. */
import { beforeAll, expect, test } from 'vitest'
import { openStore } from '#harness'
import { type Stage, stageOver, tellStory, well } from '../http/stage.ts'

let stage: Stage

beforeAll(async () => {
  stage = stageOver(await openStore())
  await tellStory(stage)
})

const PEOPLE = { headers: { Accept: 'text/html' } }
const textOf = async (path: string) => (await well(stage.ask(path, PEOPLE))).text()
const seen = async (path: string) => (await textOf(path)).replace(/<[^>]+>/g, '')

test('a hit tells which version brought it, which one dropped it, and whose story it is', async () => {
  const text = await seen('/search?q=scrape')
  expect(text).toContain('1 sentence with scrape')
  expect(text).toMatch(
    /Ferry Freed After Ten Hours · Harbour Gazette · since version 1, 10 Feb 2026, 08:00 · gone in version 3, 10 Feb 2026, 18:00 · [^·]*felt long scrape/,
  )
  expect(await textOf('/search?q=scrape')).toContain('<mark>scrape</mark>')
})

test('claims are searched where they are asked for, and by a field that only they have', async () => {
  expect(await seen('/search?q=ferry&in=claims')).toMatch(/\d claims with ferry/)
  expect(await textOf('/search?q=source:guard')).toMatch(/aria-current="page">Claims</)
})

test('more hits than a page has are told, and follow', async () => {
  expect(await seen('/search?q=ferry&limit=1')).toMatch(/(?:^|[^\d])5 sentences with ferry/)
  const [, next = ''] = /<a class="button" href="([^"]+)">Further hits/.exec(await textOf('/search?q=ferry&limit=1')) ?? []
  expect(await seen(`${next.replaceAll('&amp;', '&')}&limit=1`)).toContain('1 further of 5 sentences with ferry')
})

test('without words it tells how to ask, and nothing found does too', async () => {
  expect(await seen('/search')).toContain('How to ask')
  expect(await seen('/search?q=submarine')).toMatch(/No sentence with submarine[\s\S]*How to ask/)
})

test('what narrows a search is told, with the way back', async () => {
  const text = await textOf('/search?q=ferry&article=ferry&source=&at=2026-02-10')
  expect(text.replace(/<[^>]+>/g, '')).toContain('Only article ferry, at 2026-02-10.')
  expect(text).toContain('<a href="/search?q=ferry">Show all</a>')
})

test.each([
  ['/search?q=-ferry', 'The search has no word to look for.'],
  ['/search?q=ferry&article=none', '“article”: there is no article "none".'],
  ['/search?q=ferry&cursor=x', '“cursor”: is not a cursor of this list.'],
])('%s says that %s', async (path, message) => {
  const answer = await stage.ask(path, PEOPLE)
  const text = await answer.text()
  expect([answer.status, answer.headers.get('etag')]).toEqual([400, null])
  expect(text.replaceAll('&quot;', '"')).toContain(message)
  expect(text).toContain('aria-describedby="search-wrong"')
})
