/** The feed of all versions, and the list of publications. */
import { beforeEach, expect, test } from 'vitest'
import { openStore } from '#harness'
import { read, type Stage, stageOver, tellStory, well } from '../stage.ts'

interface Page {
  readonly data: readonly Record<string, unknown>[]
  readonly next: string
  readonly more: boolean
}

let stage: Stage
const page = (query = '') => read<Page>(stage.ask, `/v1/versions${query}`)
const names = ({ data }: Page) => data.map(({ article, number }) => `${article} ${number}`)

beforeEach(async () => {
  stage = stageOver(await openStore())
  await tellStory(stage)
})

test('lists every version as it was recorded, as the article’s list has it', async () => {
  const all = await page()
  expect(names(all)).toEqual(['ferry 1', 'ferry 2', 'ferry 3', 'bridge 1'])
  const { data } = await read<Page>(stage.ask, '/v1/articles/ferry/versions')
  expect(all.data.slice(0, 3)).toEqual(data)
  expect(names(await page('?article=ferry'))).toEqual(['ferry 1', 'ferry 2', 'ferry 3'])
  expect(names(await page('?publication=Valley%20Post'))).toEqual(['bridge 1'])
})

test('a poller misses none, also where no claim changed, and reads none twice', async () => {
  let since = (await page('?since=now')).next
  const poll = async (query = '') => {
    const got = await page(`?since=${since}&limit=2${query}`)
    since = got.next
    return [names(got), got.more]
  }
  expect(await poll()).toEqual([[], false])
  const text = { title: 'Bridge Closes', body: 'The old bridge will close in May, the mayor, Tomas Brandt, said.' }
  const bylines = ['By Ada Moreno', 'By Ada Moreno and Per Lund']
  for (const [i, byline] of bylines.entries()) {
    await well(
      stage.send('POST', '/v1/articles/bridge/versions', { ...text, byline, captured_at: `2026-02-1${i + 1}T09:00:00Z` }),
    )
  }
  // Late: recorded last.
  await well(stage.ingest('ferry', '10:00', 'Ferry Aground', 'A ferry ran aground.'))
  expect(await read<Page>(stage.ask, `/v1/changes?since=now`)).toMatchObject({ data: [] })
  expect(await poll()).toEqual([['bridge 2', 'bridge 3'], true])
  expect(await poll()).toEqual([['ferry 4'], false])
  expect(await poll()).toEqual([[], false])
  // Rows that a filter leaves out are not read again.
  await well(stage.ingest('bridge', '22:00', 'Bridge Closed', 'The old bridge is closed.'))
  expect(await poll('&article=ferry')).toEqual([[], false])
  expect(await poll()).toEqual([[], false])
})

test('a withheld version keeps its place and says why', async () => {
  await well(stage.send('PUT', '/v1/articles/ferry/versions/2/withholding', { reason: 'An order' }))
  const { data } = await page()
  expect(data[1]).toMatchObject({ article: 'ferry', number: 2, withheld: 'An order', title: null, changes: {} })
})

test('rows of NDJSON are those of the list, and link to what is to be polled', async () => {
  const answer = await stage.ask('/v1/versions?format=ndjson')
  const rows = (await answer.text())
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as Record<string, unknown>)
  expect(rows.map(({ article, number, changes }) => [article, number, changes])).toEqual(
    (await page()).data.map(({ article, number, changes }) => [article, number, changes]),
  )
  const poll = /^<([^>]+)>; rel="monitor"$/.exec(answer.headers.get('link') ?? '')?.[1] ?? ''
  expect(await (await stage.ask(poll)).text()).toBe('')
})

test('publications have their articles without aliases, versions and latest capture', async () => {
  await well(stage.send('POST', '/v1/articles', { slug: 'nameless' }))
  await well(stage.send('POST', '/v1/articles', { slug: 'ferry-2', publication: 'Harbour Gazette' }))
  await well(stage.send('POST', '/v1/articles', { slug: 'mill', publication: 'Älv & Ö' }))
  await well(stage.send('POST', '/v1/articles/ferry-2/alias', { of: 'ferry', reason: 'One story' }))
  const { data } = await read<Page>(stage.ask, '/v1/publications')
  expect(
    data.map(({ name, articles, versions, latest_captured_at }) => [name, articles, versions, latest_captured_at]),
  ).toEqual([
    ['Harbour Gazette', 1, 3, '2026-02-10T18:00:00.000Z'],
    ['Valley Post', 1, 1, '2026-02-10T09:00:00.000Z'],
    ['Älv & Ö', 1, 0, null],
  ])
  for (const { articles, articles_url } of data) {
    expect((await read<Page>(stage.ask, String(articles_url))).data).toHaveLength(Number(articles))
  }
  const first = await read<Page>(stage.ask, '/v1/publications?limit=1')
  expect((await read<Page>(stage.ask, `/v1/publications?limit=1&cursor=${first.next}`)).data).toEqual(data.slice(1, 2))
})

test.each([
  ['/feeds/changes.atom', 200],
  ['/feeds/changes.json', 200],
  ['/v1/changes', 400],
  ['/v1/changes?since=now', 400],
  ['/v1/articles', 400],
  ['/v1/claims', 400],
  ['/v1/versions', 400],
  ['/v1/stories', 400],
])('%s of a publication that has no article yet is answered %i', async (path, status) => {
  const answer = await stage.ask(`${path}${path.includes('?') ? '&' : '?'}publication=Morning%20Post`)
  expect(answer.status).toBe(status)
})

test('a hook for a publication to come gets its first article', async () => {
  const filters = { publication: 'Morning Post' }
  const made = await stage.send('POST', '/v1/hooks', { url: 'https://desk.example/claimtrail', filters })
  expect(made.status).toBe(201)
  expect((await stage.send('PATCH', '/v1/hooks/1', { filters: { publication: 'Evening Post' } })).status).toBe(200)
  for (const unknown of [{ article: 'no-such-article' }, { source: 'Nobody' }]) {
    expect((await stage.send('POST', '/v1/hooks', { url: 'https://desk.example/b', filters: unknown })).status).toBe(400)
  }
})
