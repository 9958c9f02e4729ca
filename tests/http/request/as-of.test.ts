/** What stood at a version or a time: the article, its claims, one claim, its changes, its sources; the same as if nothing had come after. */
import { beforeAll, describe, expect, test } from 'vitest'
import { openStore } from '#harness'
import { read, type Stage, stageOver, tellStory, well } from '../stage.ts'

let stage: Stage

/** Later than every capture of the story. */
const AFTER = '2026-02-11'
const TIMES: Record<number, string> = { 1: '2026-02-10T08:00Z', 2: '2026-02-10T17:59Z', 3: '2026-02-10T18:00Z' }

beforeAll(async () => {
  stage = stageOver(await openStore())
  await tellStory(stage)
})

interface Row extends Record<string, unknown> {
  readonly number: number
}
const list = async (path: string) => (await read<{ data: Row[] }>(stage.ask, path)).data

/** An answer without what only says when, or where, something was written down. */
function timeless(value: unknown): unknown {
  const dropped = ['recorded_at', 'created_at', 'coverage', 'id', 'url', 'claims_url', 'urls', 'publication']
  return JSON.parse(JSON.stringify(value, (key, inner) => (dropped.includes(key) ? undefined : inner)))
}

describe('as of a version, an article is what it was when that was its latest', () => {
  /** The story as far as its n-th version, under another slug in the same archive. */
  const earlier = new Map<number, string>()
  beforeAll(async () => {
    for (const n of [1, 2, 3]) {
      const slug = `ferry-${n}`
      earlier.set(n, slug)
      await well(stage.send('POST', '/v1/articles', { slug }))
      for (let number = 1; number <= n; number++) {
        const version = await read<{ title: string; body: string; captured_at: string }>(
          stage.ask,
          `/v1/articles/ferry/versions/${number}`,
        )
        await well(
          stage.send('POST', `/v1/articles/${slug}/versions`, {
            title: version.title,
            body: version.body,
            captured_at: version.captured_at,
          }),
        )
      }
    }
  })
  const same = async (n: number, path: string) => {
    const slug = earlier.get(n) ?? ''
    const then = JSON.stringify(timeless(await read(stage.ask, `/v1/articles/${slug}${path}`))).replaceAll(slug, 'ferry')
    for (const asOf of [`version=${n}`, `at=${TIMES[n]}`]) {
      const now = timeless(await read(stage.ask, `/v1/articles/ferry${path}${path.includes('?') ? '&' : '?'}${asOf}`))
      expect(now).toEqual(JSON.parse(then))
    }
  }

  test.each([1, 2, 3])('version %i', async (n) => {
    for (const path of ['', '/claims', '/claims?status=withdrawn', '/changes', '/changes?kind=softened', '/sources'])
      await same(n, path)
    const claims = await list(`/v1/articles/ferry/claims?version=${n}`)
    expect(claims.length).toBeGreaterThan(3)
    for (const { number } of claims) {
      const path = `/claims/${number}`
      const slug = earlier.get(n) ?? ''
      // Other articles say the same: this one and its copies.
      const tell = (answer: Record<string, unknown>) => ({
        ...(timeless(answer) as object),
        relations: { ...(answer.relations as object), also_in: null, also_in_more: null },
      })
      const then = await read<Record<string, unknown>>(stage.ask, `/v1/articles/${slug}${path}`)
      const now = await read<Record<string, unknown>>(stage.ask, `/v1/articles/ferry${path}?version=${n}`)
      expect(tell(now)).toEqual(JSON.parse(JSON.stringify(tell(then)).replaceAll(slug, 'ferry')))
    }
  })

  test('what other articles say is compared with what the claim said then', async () => {
    const claim = async (query: string) =>
      read<{ relations: { also_in: { article: string; kinds: string[] }[] } }>(stage.ask, `/v1/articles/ferry/claims/2${query}`)
    const kinds = async (query: string) =>
      (await claim(query)).relations.also_in.find(({ article }) => article === 'ferry-1')?.kinds
    expect(await kinds('?version=1')).toEqual([])
    expect(await kinds('')).not.toEqual([])
  })
})

test('after all versions, and at the latest, it is as it is now', async () => {
  for (const path of ['/claims', '/changes', '/sources', '/claims/1', '/claims/2']) {
    for (const asOf of [`at=${AFTER}`, 'version=3']) {
      expect(await read(stage.ask, `/v1/articles/ferry${path}?${asOf}`)).toEqual(
        await read(stage.ask, `/v1/articles/ferry${path}`),
      )
    }
  }
  const { coverage, ...now } = await read<Record<string, unknown>>(stage.ask, '/v1/articles/ferry')
  expect(coverage).not.toBeNull()
  expect(await read(stage.ask, `/v1/articles/ferry?at=${AFTER}`)).toEqual({ ...now, coverage: null })
})

test('before its first version an article has nothing', async () => {
  const at = 'at=2026-02-09'
  expect(await read(stage.ask, `/v1/articles/ferry?${at}`)).toMatchObject({
    title: null,
    version_count: 0,
    latest_version: null,
    first_captured_at: null,
    latest_captured_at: null,
    present_claims: 0,
    withdrawn_claims: 0,
    claims: [],
    coverage: null,
  })
  for (const path of ['/claims', '/changes', '/sources'])
    expect([path, await list(`/v1/articles/ferry${path}?${at}`)]).toEqual([path, []])
  expect((await stage.ask(`/v1/articles/ferry/claims/1?${at}`)).status).toBe(404)
})

test('a claim that came later is not there yet', async () => {
  const claims = await list('/v1/articles/ferry/claims?version=3')
  const later = claims.find(({ first_version }) => first_version === 3)
  expect(later).toBeDefined()
  expect((await stage.ask(`/v1/articles/ferry/claims/${later?.number}?version=2`)).status).toBe(404)
  expect((await stage.ask(`/v1/articles/ferry/claims/${later?.number}?version=3`)).status).toBe(200)
})

test('as of a version that is withheld nothing is told', async () => {
  await well(stage.send('PUT', '/v1/articles/ferry/versions/2/withholding', { reason: 'Court order 7/26' }))
  for (const path of ['', '/claims', '/claims/1', '/changes', '/sources']) {
    for (const asOf of ['version=2', `at=${TIMES[2]}`]) {
      const response = await stage.ask(`/v1/articles/ferry${path}?${asOf}`)
      expect([path, response.status, await response.text()]).toEqual([path, 410, expect.stringContaining('Court order 7/26')])
    }
  }
})
