/** The log of the archive: a reader recomputes the chain from the answers alone and finds a head that was kept earlier. */
import { createHash } from 'node:crypto'
import { beforeEach, describe, expect, it, test } from 'vitest'
import { openStore } from '#harness'
import { read, type Stage, stageOver, tellStory, well } from '../stage.ts'

interface Entry {
  readonly position: number
  readonly article: string
  readonly article_id: number
  readonly number: number
  readonly source_url: string | null
  readonly captured_at: string
  readonly published_at: string | null
  readonly modified_at: string | null
  readonly recorded_at: string
  readonly content_hash: string
  readonly previous_hash: string
  readonly hash: string
  readonly withheld: string | null
}
interface Page {
  readonly data: readonly Entry[]
  readonly next: string | null
}

const START = '0'.repeat(64)

let stage: Stage
beforeEach(async () => {
  stage = stageOver(await openStore())
  await tellStory(stage)
  const times = {
    captured_at: '2026-02-10T21:00:00Z',
    published_at: '2026-02-10T20:55:00Z',
    modified_at: '2026-02-10T20:58:00Z',
  }
  const version = {
    title: 'Ferry in Port',
    byline: 'Lin Aber',
    body: 'The ferry is in port.',
    url: 'https://gazette.example/ferry-2',
  }
  await well(stage.send('POST', '/v1/articles/ferry/versions', { ...version, ...times }))
})

const page = (query: string) => read<Page>(stage.ask, `/v1/log${query}`)
const numbers = ({ data }: Page) => data.map(({ article, number }) => `${article} ${number}`)
const withhold = (number: number) =>
  well(stage.send('PUT', `/v1/articles/ferry/versions/${number}/withholding`, { reason: 'An order' }))

/** The whole log after a hash, page by page. */
async function walk(after: string): Promise<Entry[]> {
  const entries: Entry[] = []
  let cursor = ''
  for (;;) {
    const { data, next } = await page(`?limit=2&after=${after}${cursor && `&cursor=${cursor}`}`)
    entries.push(...data)
    if (next === null) return entries
    cursor = next
  }
}

const hashOf = (entry: Entry) => {
  const { previous_hash, content_hash, article_id, number, source_url, captured_at } = entry
  const { published_at, modified_at, recorded_at } = entry
  const covered = [
    previous_hash,
    content_hash,
    article_id,
    number,
    source_url,
    captured_at,
    published_at,
    modified_at,
    recorded_at,
  ]
  return createHash('sha256').update(JSON.stringify(covered)).digest('hex')
}

/** The hash to which a chain of entries leads, or where it breaks. A withheld entry's own hash cannot be recomputed. */
function headOf(entries: readonly Entry[], after: string): string {
  let previous = after
  for (const entry of entries) {
    if (entry.previous_hash !== previous) return `${entry.position} does not follow`
    if (entry.withheld === null && hashOf(entry) !== entry.hash) return `${entry.position} has another hash`
    previous = entry.hash
  }
  return previous
}

test('leads, recomputed from the answers alone, to every head that verify answers', async () => {
  const { head: kept } = await read<{ head: string }>(stage.ask, '/v1/articles/bridge/verify')
  await well(stage.ingest('bridge', '22:00', 'Bridge Closed', 'The old bridge is closed.'))
  const { head } = await read<{ head: string }>(stage.ask, '/v1/articles/ferry/verify')
  const whole = await walk(START)
  expect(whole.map(({ position }) => position)).toEqual([1, 2, 3, 4, 5, 6])
  expect(headOf(whole, START)).toBe(head)
  expect(whole.map(({ hash }) => hash).indexOf(kept)).toBe(4)
  expect(headOf(await walk(kept), kept)).toBe(head)
})

test('has what GET versions/{n} has of each entry', async () => {
  const { data } = await page('')
  expect(data.map(({ article, number }) => `${article} ${number}`)).toEqual([
    'ferry 1',
    'ferry 2',
    'ferry 3',
    'bridge 1',
    'ferry 4',
  ])
  for (const { position: _, withheld, ...entry } of data) {
    expect(withheld).toBeNull()
    expect(await read(stage.ask, `/v1/articles/${entry.article}/versions/${entry.number}`)).toMatchObject(entry)
  }
})

describe('after', () => {
  it('takes a hash, a cursor, and the hash before the first entry', async () => {
    const first = await page('?limit=3')
    expect(numbers(first)).toEqual(['ferry 1', 'ferry 2', 'ferry 3'])
    expect(numbers(await page(`?after=${first.data[1]?.hash}`))).toEqual(['ferry 3', 'bridge 1', 'ferry 4'])
    expect(numbers(await page(`?after=${first.data[1]?.hash}&limit=1`))).toEqual(['ferry 3'])
    expect(numbers(await page(`?after=${first.next}`))).toEqual(['bridge 1', 'ferry 4'])
    expect(numbers(await page(`?cursor=${first.next}`))).toEqual(['bridge 1', 'ferry 4'])
    expect(await page(`?after=${START}`)).toEqual(await page(''))
  })

  it('answers nothing behind the head, and what is recorded later', async () => {
    const { head } = await read<{ head: string }>(stage.ask, '/v1/articles/ferry/verify')
    expect(await page(`?after=${head}`)).toEqual({ data: [], next: null })
    await well(stage.ingest('bridge', '22:00', 'Bridge Closed', 'The old bridge is closed.'))
    expect(numbers(await page(`?after=${head}`))).toEqual(['bridge 2'])
  })

  it.each([
    ['f'.repeat(64), 'is the hash of no entry of this log'],
    ['junk', 'is neither a hash nor a cursor that this list gave'],
  ])('refuses %s', async (after, message) => {
    const response = await stage.ask(`/v1/log?after=${after}`)
    expect([response.status, await response.json()]).toMatchObject([400, { errors: [{ path: 'query.after', message }] }])
  })
})

test('follows a Link to its end', async () => {
  const seen: string[] = []
  for (let path: string | undefined = `/v1/log?limit=2&after=${START}`; path; ) {
    const response = await well(stage.ask(path))
    seen.push(...numbers((await response.json()) as Page))
    path = /<([^>]+)>; rel="next"/.exec(response.headers.get('link') ?? '')?.[1]
  }
  expect(seen).toHaveLength(5)
})

test('keeps the hashes and times of a withheld version, without its address', async () => {
  const [before, kept] = [await walk(START), (await page('')).data[4]]
  await withhold(4)
  const after = await walk(START)
  expect(after.slice(0, 4)).toEqual(before.slice(0, 4))
  expect(after[4]).toEqual({ ...kept, source_url: null, withheld: 'An order' })
  expect(headOf(after, START)).toBe(headOf(before, START))
})

test('has the present slug of a renamed article', async () => {
  await well(stage.send('PATCH', '/v1/articles/bridge', { slug: 'old-bridge' }))
  expect(numbers(await page('?limit=4')).at(-1)).toBe('old-bridge 1')
})

test('answers CSV with all that a hash covers', async () => {
  const text = await (await well(stage.ask('/v1/log?format=csv&limit=1'))).text()
  expect(text.split('\r\n')[0]).toBe(
    'position,article,article_id,number,source_url,captured_at,published_at,modified_at,recorded_at,content_hash,previous_hash,hash,withheld',
  )
  const ndjson = (await (await well(stage.ask('/v1/log?format=ndjson'))).text()).trimEnd().split('\n')
  expect(
    headOf(
      ndjson.map((row) => JSON.parse(row) as Entry),
      START,
    ),
  ).toBe(headOf(await walk(START), START))
})
