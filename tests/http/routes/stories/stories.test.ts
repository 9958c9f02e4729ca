/** The stories of the front page: their order, their counts, the changes for which they are listed, the filters and the pages. */
import { beforeAll, expect, test } from 'vitest'
import { openStore } from '#harness'
import { KINDS } from '../../../../src/core/changes/change.ts'
import type { StoryJson } from '../../../../src/http/json/stories/stories-json.ts'
import { read, type Stage, stageOver, tellStory, well } from '../../stage.ts'

let stage: Stage
const stories = (query = '') => read<{ data: StoryJson[]; next: string | null }>(stage.ask, `/v1/stories${query}`)
const slugs = async (query: string) => (await stories(query)).data.map(({ article }) => article.slug)

beforeAll(async () => {
  stage = stageOver(await openStore())
  await tellStory(stage)
  await well(stage.send('POST', '/v1/articles', { slug: 'empty', title: 'Nothing yet' }))
})

test('are the latest first, those without a version left out', async () => {
  const { data, next } = await stories()
  expect(data.map(({ article, version, previous }) => [article.slug, version?.number, previous])).toEqual([
    ['ferry', 3, 2],
    ['bridge', 1, null],
  ])
  expect(next).toBeNull()
})

test('have the counts of all versions and the changes that tell most', async () => {
  const [ferry, bridge] = (await stories()).data
  expect(ferry?.headline).toBe('Ferry Freed After Ten Hours')
  expect(ferry?.changes).toEqual({
    introduced: 1,
    withdrawn: 1,
    superseded: 1,
    source_changed: 1,
    softened: 1,
    number_changed: 1,
  })
  expect([ferry?.told, ferry?.disclosed, ferry?.matching]).toEqual([4, 0, 6])
  expect(ferry?.matches.map(({ kinds, to }) => [to.number, ...kinds])).toEqual([
    [2, 'softened'],
    [2, 'number_changed'],
    [3, 'withdrawn'],
  ])
  expect([bridge?.changes, bridge?.told, bridge?.matching, bridge?.matches]).toEqual([{}, 0, 0, []])
})

test('since a time count the changes of the versions from then on', async () => {
  const [ferry, ...rest] = (await stories('?since=2026-02-10T13:00:00Z')).data
  expect(rest).toEqual([])
  expect(ferry?.changes).toEqual({ introduced: 1, withdrawn: 1, superseded: 1, source_changed: 1 })
})

test('show the changes that pass the filters, of whichever version', async () => {
  const [ferry] = (await stories('?kind=softened')).data
  expect(ferry?.matches.map(({ kinds, to }) => [to.number, ...kinds])).toEqual([[2, 'softened']])
  expect([ferry?.matching, ferry?.changes.withdrawn]).toEqual([1, 1])
  const [added] = (await stories('?kind=introduced')).data
  expect(added?.matches.map(({ kinds, to }) => [to.number, ...kinds])).toEqual([[3, 'introduced']])
})

test.each([
  ['?kind=softened', ['ferry']],
  ['?kind=softened&since=2026-02-10', ['ferry']],
  ['?kind=softened&since=2026-02-10T13:00:00Z', []],
  ['?kind=introduced', ['ferry']],
  ['?kind=split', []],
  ['?acknowledged=false', ['ferry']],
  ['?acknowledged=true', []],
  ['?acknowledged=false&kind=superseded', []],
  ['?publication=Valley%20Post', ['bridge']],
  ['?source=coast%20guard', ['ferry']],
  ['?source=Tomas%20Brandt', []],
])('%s: %j', async (query, expected) => expect(await slugs(query)).toEqual(expected))

test('a filter finds as many stories as its counts say', async () => {
  const { data } = await stories()
  for (const kind of KINDS)
    expect([kind, await slugs(`?kind=${kind}`)]).toEqual([
      kind,
      data.filter(({ changes }) => changes[kind]).map(({ article }) => article.slug),
    ])
})

test('a change of furniture counts nowhere', async () => {
  const other = stageOver(await openStore())
  await well(other.send('POST', '/v1/articles', { slug: 'pier' }))
  await well(other.ingest('pier', '08:00', 'Pier Closes', 'The pier will close on Friday.', 'Photo: Ada Moreno/Gazette'))
  await well(other.ingest('pier', '09:00', 'Pier Closes', 'The pier will close on Friday.', 'Photo: Tomas Lind/Gazette'))
  const { data } = await read<{ data: StoryJson[] }>(other.ask, '/v1/stories')
  expect(data[0]).toMatchObject({ changes: {}, matching: 0, matches: [] })
  const all = await read<{ data: unknown[] }>(other.ask, '/v1/changes?zone=furniture')
  expect(all.data.length).toBeGreaterThan(0)
})

test('come in pages', async () => {
  const { data, next } = await stories('?limit=1')
  expect(data.map(({ article }) => article.slug)).toEqual(['ferry'])
  expect(await slugs(`?limit=1&cursor=${next}`)).toEqual(['bridge'])
})

test('refuse names that the archive does not have', async () => {
  expect((await stage.ask('/v1/stories?publication=None')).status).toBe(400)
})

test('do not show a version that is withheld', async () => {
  const held = stageOver(await openStore())
  await tellStory(held)
  await well(held.send('PUT', '/v1/articles/ferry/versions/3/withholding', { reason: 'By order of a court' }))
  const { data } = await read<{ data: StoryJson[] }>(held.ask, '/v1/stories')
  expect([data[0]?.headline, data[0]?.version?.number, data[0]?.previous]).toEqual(['Ferry Runs Aground', 2, 1])
  expect(data[0]?.changes).toEqual({ softened: 1, number_changed: 1 })
})

test('a story whose latest version follows a withheld one says so, and so does the front page', async () => {
  const held = stageOver(await openStore())
  await tellStory(held)
  const ferry = async () => {
    const { data } = await read<{ data: StoryJson[] }>(held.ask, '/v1/stories')
    return data.find(({ article }) => article.slug === 'ferry')
  }
  const front = async () => (await (await well(held.ask('/'))).text()).replace(/<[^>]+>/g, '')
  expect(await ferry()).toMatchObject({ previous: 2, withheld_between: 0 })
  expect(await front()).not.toContain('across what is withheld')
  await well(held.send('PUT', '/v1/articles/ferry/versions/2/withholding', { reason: 'By order of a court' }))
  expect(await ferry()).toMatchObject({ previous: 1, withheld_between: 1, told: 0, changes: {} })
  expect(await front()).toContain('What changed since version 1, across what is withheld')
  expect(await front()).toContain('One story changed, across a version that is withheld.')
  await well(held.send('DELETE', '/v1/articles/ferry/versions/2/withholding', undefined))
  expect(await ferry()).toMatchObject({ previous: 2, withheld_between: 0 })
})
