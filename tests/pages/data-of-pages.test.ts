/** Each page has its data: links to the same as JSON, CSV and a feed, to a webhook, and content negotiation; and tags for previews. */
import { beforeAll, describe, expect, test } from 'vitest'
import { openStore } from '#harness'
import { linksIn, related } from '../http/links.ts'
import { type Stage, stageOver, tellStory, well } from '../http/stage.ts'

const [JSON_TYPE, CSV, ATOM] = ['application/json', 'text/csv', 'application/atom+xml']
const PEOPLE = { headers: { Accept: 'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8' } }
const ALL = [JSON_TYPE, CSV, ATOM]

/** Each page with the media types of its data, the beginning of its JSON, and the query of the form for a webhook; null: it has none. */
const PAGES: readonly (readonly [path: string, types: readonly string[], json: string | null, hook: string | null])[] = [
  ['/', ALL, '/v1/stories', ''],
  [
    '/?kind=softened&publication=Harbour+Gazette&since=2026-02-10',
    ALL,
    '/v1/stories?publication=Harbour+Gazette',
    '?publication=Harbour+Gazette',
  ],
  ['/a/ferry', ALL, '/v1/articles/ferry/lanes', '?article=ferry'],
  ['/a/ferry?from=2&to=3&kind=softened', ALL, '/v1/articles/ferry/lanes?from=2&to=3&kind=softened', '?article=ferry'],
  ['/a/ferry/v/2', ALL, '/v1/articles/ferry/versions/2', '?article=ferry'],
  ['/a/ferry/compare/1..3', ALL, '/v1/articles/ferry/compare/1..3', '?article=ferry'],
  ['/a/ferry/claims/4', ALL, '/v1/articles/ferry/claims/4', '?article=ferry'],
  ['/a/ferry/record', ALL, '/v1/articles/ferry/verify', '?article=ferry'],
  ['/record', [JSON_TYPE, CSV], '/v1/log/entries?after=', null],
  ['/sources', ALL, '/v1/sources', ''],
  ['/sources/1', ALL, '/v1/sources/1', '?source=1'],
  // Changes are not listed by words.
  ['/search?q=ferry', ALL, '/v1/search?q=ferry', null],
  ['/search?q=ferry&in=claims', [JSON_TYPE, CSV], '/v1/search?q=ferry&in=claims', null],
  ['/search', [], null, null],
  ['/kinds', [], null, null],
  ['/try', [], null, null],
  ['/embed/a/ferry', [JSON_TYPE], '/v1/articles/ferry/lanes', null],
  ['/embed/a/ferry/claims/4', [JSON_TYPE], '/v1/articles/ferry/claims/4', null],
]

let stage: Stage

beforeAll(async () => {
  stage = stageOver(await openStore())
  await tellStory(stage)
})

const unescaped = (text: string) => text.replaceAll('&amp;', '&')

describe.each(PAGES)('%s', (path, types, json, hook) => {
  const alternates = async () => {
    const { headers } = await well(stage.ask(path, PEOPLE))
    const links = headers.get('link')
    return links === null ? [] : related(linksIn(links), 'alternate')
  }

  test('links to its data, in its header and in its footer', async () => {
    const text = unescaped(await (await well(stage.ask(path, PEOPLE))).text())
    const found = await alternates()
    expect(found.map(({ attributes }) => attributes.type)).toEqual(expect.arrayContaining([...types]))
    for (const { target, attributes } of found) {
      const answer = await well(stage.ask(target))
      expect(answer.headers.get('content-type')).toContain(attributes.type)
      if (!path.startsWith('/embed/')) expect(text).toContain(`<a href="${target}">`)
    }
    expect(found.find(({ attributes }) => attributes.type === JSON_TYPE)?.target.slice(0, json?.length) ?? null).toBe(json)
  })

  test('links to a webhook with its filters', async () => {
    const text = unescaped(await (await well(stage.ask(path, PEOPLE))).text())
    expect(/<a href="\/hooks([^"]*)">/.exec(text)?.[1] ?? null).toBe(hook)
  })

  test('answers people with the page, and others with what they prefer', async () => {
    for (const Accept of [PEOPLE.headers.Accept, '*/*', 'text/html, application/json;q=0.9', 'image/png']) {
      const answer = await stage.ask(path, { headers: { Accept } })
      expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8'])
      expect(answer.headers.get('vary')).toMatch(/\bAccept\b/)
    }
    for (const type of ALL) {
      // Twice: the second answer would come from the cache.
      for (const _ of [1, 2]) {
        const answer = await stage.ask(path, { headers: { Accept: `${type}, text/html;q=0.5` } })
        if (!types.includes(type)) expect(answer.status).toBe(200)
        else {
          const target = (await alternates()).find(({ attributes }) => attributes.type === type)?.target
          expect([answer.status, answer.headers.get('location'), answer.headers.get('etag')]).toEqual([303, target, null])
          expect(answer.headers.get('vary')).toMatch(/\bAccept\b/)
        }
      }
    }
  })

  test('has tags for previews', async () => {
    const text = await (await well(stage.ask(path, PEOPLE))).text()
    const tag = (name: string) => new RegExp(`<meta (?:property|name)="${name}" content="([^"]+)">`).exec(text)?.[1] ?? ''
    expect(tag('og:title').length).toBeGreaterThan(3)
    expect(tag('og:description').length).toBeGreaterThan(10)
    expect(tag('og:site_name')).toBe('Claimtrail')
    expect(tag('twitter:card')).toBe('summary')
    expect(tag('og:url')).toBe(/<link rel="canonical" href="([^"]+)">/.exec(text)?.[1])
  })
})

test('a feed leads to pages', async () => {
  const feed = (await (await well(stage.ask('/feeds/changes.json'))).json()) as { items: { url: string }[] }
  expect(feed.items.length).toBeGreaterThan(3)
  for (const { url } of feed.items) {
    const { pathname, hash } = new URL(url)
    const text = await (await well(stage.ask(pathname, PEOPLE))).text()
    expect(text).toContain(hash === '' ? '<main' : `id="${hash.slice(1)}"`)
  }
})

test('a page that is withheld leads to the record and to what follows', async () => {
  const held = stageOver(await openStore())
  await tellStory(held)
  await well(held.send('PUT', '/v1/articles/ferry/versions/2/withholding', { reason: 'By order of a court' }))
  const answer = await held.ask('/a/ferry/v/2', { headers: { Accept: JSON_TYPE } })
  expect(answer.status).toBe(410)
  const text = await answer.text()
  for (const href of ['/feeds/articles/ferry.atom', '/hooks?article=ferry', '/a/ferry/record'])
    expect(text).toContain(`<a href="${href}">`)
})
