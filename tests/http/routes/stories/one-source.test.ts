/** A source: how it is reported, how surely, what changed, and its stories with the lanes of its claims. */
import { beforeEach, describe, expect, test } from 'vitest'
import { openStore } from '#harness'
import type { OneSourceJson } from '../../../../src/http/answers/source-answer.ts'
import type { SourceJson } from '../../../../src/http/answers/sources-answer.ts'
import { read, type Stage, stageOver, tellStory, well } from '../../stage.ts'

let stage: Stage

beforeEach(async () => {
  stage = stageOver(await openStore())
  await tellStory(stage)
})

const list = (query = '') => read<{ data: SourceJson[]; next: string | null }>(stage.ask, `/v1/sources${query}`)

async function source(name: string, query = ''): Promise<OneSourceJson> {
  const { data } = await list(`?q=${encodeURIComponent(name)}`)
  return read(stage.ask, `/v1/sources/${data[0]?.id}${query}`)
}

describe('a source', () => {
  test('tells how it is reported and what changed', async () => {
    expect(await source('coast guard')).toMatchObject({
      name: 'the coast guard',
      type: 'unnamed',
      claims: 2,
      present_claims: 1,
      articles: 1,
      changed_claims: 1,
      cues: [
        { cue: 'according to', claims: 1 },
        { cue: 'say', claims: 1 },
      ],
      certainty: { certain: 2 },
      changes: { introduced: 2, number_changed: 1, source_changed: 1 },
      told: 2,
      disclosed: 0,
      next: null,
    })
  })

  test('has its stories with the lanes of its claims only', async () => {
    const { stories } = await source('coast guard')
    const whole = await read<OneSourceJson['stories'][number]>(stage.ask, '/v1/articles/ferry/lanes')
    expect(stories.map(({ article, headline }) => [article.slug, headline])).toEqual([['ferry', 'Ferry Freed After Ten Hours']])
    const [story] = stories
    expect(story?.versions).toEqual(whole.versions)
    const own = whole.claims.filter(({ stretches }) => stretches.some(({ source: { name } }) => name === 'the coast guard'))
    expect(own.length).toBeGreaterThan(1)
    const short = ({ number, stretches }: (typeof own)[number]) => [number, stretches]
    expect(story?.claims.map(short)).toEqual(own.map(short))
    expect(story?.claims.every(({ changes }) => changes.every((i) => story.changes[i] !== undefined))).toBe(true)
  })

  test('has no claim that people rejected', async () => {
    const before = await source('coast guard')
    const number = before.stories[0]?.claims[0]?.number
    await well(stage.send('POST', `/v1/articles/ferry/claims/${number}/reviews`, { action: 'reject', reason: 'No claim' }))
    const after = await source('coast guard')
    expect([after.claims, after.stories[0]?.claims.map((claim) => claim.number)]).toEqual([
      before.claims - 1,
      before.stories[0]?.claims.slice(1).map((claim) => claim.number),
    ])
    expect(after.cues.reduce((sum, { claims }) => sum + claims, 0)).toBe(after.claims)
  })

  test('has its stories in pages, the latest first', async () => {
    await well(stage.send('POST', '/v1/articles', { slug: 'buoy' }))
    await well(stage.ingest('buoy', '20:00', 'Buoy Adrift', 'A buoy is adrift off Norrholm, the coast guard said.'))
    const first = await source('coast guard', '?limit=1')
    expect(first.stories.map(({ article }) => article.slug)).toEqual(['buoy'])
    const second = await source('coast guard', `?limit=1&cursor=${first.next}`)
    expect([second.stories.map(({ article }) => article.slug), second.next]).toEqual([['ferry'], null])
  })

  test('is a person, a body, or neither for sure', async () => {
    expect((await source('Ingrid Dahl')).type).toBe('person')
    expect((await list()).data.map(({ name, type }) => [name, type])).toContainEqual(['Tomas Brandt', 'person'])
  })

  test('of whom every version is withheld is not there', async () => {
    const { id } = await source('Tomas Brandt')
    await well(stage.send('PUT', '/v1/articles/bridge/versions/1/withholding', { reason: 'An order' }))
    expect((await stage.ask(`/v1/sources/${id}`)).status).toBe(404)
  })
})

describe('sources by claims', () => {
  test('come with the most claims first, in pages', async () => {
    const all = (await list('?sort=claims')).data
    expect(all.map(({ claims }) => claims)).toEqual(all.map(({ claims }) => claims).toSorted((a, b) => b - a))
    const paged: SourceJson[] = []
    for (let cursor: string | null = ''; cursor !== null; ) {
      const { data, next }: { data: SourceJson[]; next: string | null } = await list(
        `?sort=claims&limit=2${cursor && `&cursor=${cursor}`}`,
      )
      paged.push(...data)
      cursor = next
    }
    expect(paged).toEqual(all)
    expect(all.length).toBe((await list()).data.length)
  })

  test('take no cursor of the other order', async () => {
    const { next } = await list('?limit=1')
    expect((await stage.ask(`/v1/sources?sort=claims&cursor=${next}`)).status).toBe(400)
  })
})
