/** Lists as CSV and NDJSON without a limit: all their rows, whatever their number, or a failure that nobody overlooks. */
import { sql } from 'drizzle-orm'
import Papa from 'papaparse'
import { beforeAll, describe, expect, test, vi } from 'vitest'
import { openStore } from '#harness'
import { read, type Stage, stageOver, well } from '../http/stage.ts'

/** More than are read at once. */
const MANY = 1203

/** So many empty articles. */
const articles = (count: number) => sql`insert into articles (slug, title, publication, created_at, revision)
  with recursive n (i) as (select 1 union all select i + 1 from n where i < ${count})
  select 'a-' || i, 'Article ' || i, 'Harbour Post', '2026-01-01T00:00:00.000Z', 1 from n`

const lines = async (answer: Promise<Response>) => (await (await answer).text()).trimEnd().split('\n')
const objects = async (answer: Promise<Response>) =>
  (await lines(answer)).map((line) => JSON.parse(line) as Record<string, unknown>)

/** A text of so many sentences, each with a number of its own. */
const sentences = (count: number, from = 0) =>
  Array.from({ length: count }, (_, i) => `Boat ${from + i} carries ${from + i + 20} people, the harbour office said.`).join(
    ' ',
  )

interface Pages {
  readonly data: readonly Record<string, unknown>[]
  readonly next: string | null
  readonly more?: boolean
}

let stage: Stage

describe('a list of more rows than are read at once', () => {
  beforeAll(async () => {
    stage = stageOver(await openStore())
    await well(stage.send('POST', '/v1/articles', { slug: 'boats', publication: 'Valley Post' }))
    await well(stage.ingest('boats', '08:00', 'Boats', sentences(620)))
    await well(stage.ingest('boats', '09:00', 'Boats', sentences(620, 5)))
    await stage.store.batchWrite([articles(MANY)])
  })

  /** The keys of the rows of all pages. */
  async function paged(path: string, key: string): Promise<string[]> {
    const keys: string[] = []
    let cursor: string | null = ''
    while (cursor !== null) {
      const {
        data,
        next,
        more = true,
      }: Pages = await read<Pages>(stage.ask, `${path}&limit=200${cursor && `&cursor=${cursor}`}`)
      keys.push(...data.map((row) => String(row[key])))
      cursor = more ? next : null
    }
    return keys
  }

  test.each([
    ['/v1/articles?', 'slug'],
    ['/v1/articles?publication=Harbour%20Post', 'slug'],
    ['/v1/articles/boats/claims?', 'number'],
    ['/v1/claims?sort=check_worthiness', 'number'],
    ['/v1/claims?status=present', 'number'],
    ['/v1/articles/boats/changes?', 'id'],
    ['/v1/changes?', 'id'],
    ['/v1/changes?sort=-captured', 'id'],
    ['/v1/changes?sort=-recorded&kind=introduced', 'id'],
  ])('%s has the rows of all pages, each once', async (path, key) => {
    const keys = await paged(path, key)
    expect(keys.length).toBeGreaterThan(600)
    expect(new Set(keys).size).toBe(keys.length)
    const rows = await objects(stage.ask(`${path}&format=ndjson`))
    expect(rows.map((row) => String(row[key]))).toEqual(keys)
    const csv = await (await stage.ask(`${path}&format=csv`)).text()
    expect(csv.endsWith('\r\n')).toBe(true)
    const { data, errors } = Papa.parse<Record<string, string>>(csv.trimEnd(), { header: true })
    expect([errors, data.map((row) => row[key])]).toEqual([[], keys])
  })

  test('with a limit it is a page, and the way to the next one', async () => {
    const whole = await lines(stage.ask('/v1/changes?format=ndjson'))
    const page = await stage.ask('/v1/changes?format=ndjson&limit=3')
    expect(page.headers.get('link')).toMatch(/rel="next"/)
    expect(await lines(Promise.resolve(page))).toEqual(whole.slice(0, 3))
  })

  test('it has the ETag of its revision, and HEAD has its header', async () => {
    const path = '/v1/articles?format=csv'
    const whole = await stage.ask(path)
    const etag = whole.headers.get('etag') ?? ''
    await whole.body?.cancel()
    expect(etag).toMatch(/^".+"$/)
    expect((await stage.ask(path, { headers: { 'If-None-Match': etag } })).status).toBe(304)
    const head = await stage.ask(path, { method: 'HEAD' })
    expect([head.status, head.headers.get('content-type'), head.headers.get('etag')]).toEqual([
      200,
      'text/csv; charset=utf-8; header=present',
      etag,
    ])
    expect(await head.text()).toBe('')
  })

  test('rows that are recorded meanwhile neither repeat nor shift any', async () => {
    const before = (await objects(stage.ask('/v1/changes?format=ndjson'))).map(({ id }) => id)
    const answer = await stage.ask('/v1/changes?format=ndjson')
    const reader = answer.body?.pipeThrough(new TextDecoderStream()).getReader()
    const first = (await reader?.read())?.value ?? ''
    await well(stage.ingest('boats', '10:00', 'Boats', sentences(620, 9)))
    let text = first
    for (let part = await reader?.read(); part && !part.done; part = await reader?.read()) text += part.value
    const ids = text
      .trimEnd()
      .split('\n')
      .map((line) => (JSON.parse(line) as { id: number }).id)
    expect(ids).toEqual(before)
    // Rows that came meanwhile are behind the link that is to be polled.
    const poll = /^<([^>]+)>; rel="monitor"$/.exec(answer.headers.get('link') ?? '')?.[1] ?? ''
    const later = (await objects(stage.ask(poll))).map(({ id }) => id)
    expect(later[0]).toBe(Number(before.at(-1)) + 1)
  })
})

test('a fault in the middle breaks the answer off', async () => {
  const store = await openStore()
  await store.batchWrite([articles(MANY)])
  stage = stageOver(store)
  const logged = vi.spyOn(console, 'error').mockReturnValue()
  const answer = await stage.ask('/v1/articles?format=csv')
  expect(answer.status).toBe(200)
  const reader = answer.body?.getReader()
  expect((await reader?.read())?.done).toBe(false)
  await store.batchWrite([sql`alter table articles rename to broken`])
  await expect(
    (async () => {
      for (let part = await reader?.read(); !part?.done; part = await reader?.read());
    })(),
  ).rejects.toThrow()
  expect(logged).toHaveBeenCalled()
  logged.mockRestore()
})

test('a list of more rows than an answer may have is refused before any is sent', async () => {
  const store = await openStore()
  await store.batchWrite([articles(MANY)])
  stage = stageOver(store, { listRows: MANY })
  const all = await stage.ask('/v1/articles?format=csv')
  expect(all.status).toBe(200)
  await all.body?.cancel()
  await well(stage.send('POST', '/v1/articles', { slug: 'one-more', publication: 'Valley Post' }))
  for (const format of ['csv', 'ndjson']) {
    const refused = await stage.ask(`/v1/articles?format=${format}`)
    expect([refused.status, ((await refused.json()) as { code: string }).code]).toEqual([413, 'too_large'])
  }
  const some = await stage.ask('/v1/articles?format=csv&limit=200')
  expect(some.status).toBe(200)
  expect(await lines(stage.ask('/v1/articles?format=ndjson&publication=Valley%20Post'))).toHaveLength(1)
})
