/** One claim over HTTP: its presence, its history, and the claims that it became or came from. */
import { beforeAll, describe, expect, test } from 'vitest'
import { openStore } from '#harness'
import { read, type Stage, stageOver, well } from '../stage.ts'

interface Claim {
  readonly number: number
  readonly status: string
  readonly first_version: number
  readonly last_version: number | null
  readonly changes: number
  readonly statement: { readonly text: string; readonly content: string }
  readonly presence: readonly object[]
  readonly history: readonly {
    readonly id: number
    readonly url: string
    readonly to: { number: number }
    readonly kinds: string[]
  }[]
  readonly relations: Readonly<Record<string, readonly number[]>>
}

const flooded = 'The mine was flooded on Monday and 14 workers were brought out by rescue teams from two towns.'
const apart = 'The mine was flooded on Monday. Rescue teams from two towns brought out 14 workers.'
const rust = 'Inspectors found rust on the pumps.'
const cables = 'Inspectors found old cables in the pump house.'
const both = 'Inspectors found rust on the pumps and old cables in the pump house.'
const level = 'Water reached the second level.'
const silent = 'The company could not be reached for comment.'
const pays = 'The company said that it would pay for the repairs.'
const rain = 'Rain is expected in the valley.'

/** Each article's versions, as paragraphs. */
const STORIES = {
  mine: [
    [flooded, rust, cables, level],
    [apart, both, level],
    [apart, both],
    [apart, both, level],
  ],
  company: [
    [silent, rain],
    [pays, rain],
  ],
}

let stage: Stage
const one = (slug: string, number: number) => read<Claim>(stage.ask, `/v1/articles/${slug}/claims/${number}`)

/** The claims of an article by what they say or have said, with their histories. */
async function claimsOf(slug: string): Promise<Claim[]> {
  const { data } = await read<{ data: Claim[] }>(stage.ask, `/v1/articles/${slug}/claims`)
  return Promise.all(data.map(({ number }) => one(slug, number)))
}

/** The numbers of the claims that a version has of a sentence. */
async function numbersOf(slug: string, version: number, sentence: string): Promise<number[]> {
  const { data } = await read<{ data: Claim[] }>(stage.ask, `/v1/articles/${slug}/claims?version=${version}&status=present`)
  const numbers = data.filter(({ statement }) => statement.text === sentence).map(({ number }) => number)
  expect(numbers.length).toBeGreaterThan(0)
  return numbers
}

const related = (claim: Claim) =>
  Object.fromEntries(Object.entries(claim.relations).filter(([, numbers]) => numbers.length > 0))

beforeAll(async () => {
  stage = stageOver(await openStore())
  for (const [slug, versions] of Object.entries(STORIES)) {
    await well(stage.send('POST', '/v1/articles', { slug }))
    for (const [i, paragraphs] of versions.entries()) await well(stage.ingest(slug, `1${i}:00`, '', ...paragraphs))
  }
})

test('every relation has its mirror, and never names the claim itself', async () => {
  const mirrors = { superseded_by: 'supersedes', split_into: 'split_from', merged_into: 'merged_from', same_as: 'same_as' }
  let pairs = 0
  for (const slug of Object.keys(STORIES)) {
    for (const claim of await claimsOf(slug)) {
      const { also_in, also_in_more, ...within } = claim.relations
      expect([also_in, also_in_more]).toEqual([[], false])
      expect(new Set(Object.keys(within))).toEqual(new Set(Object.entries(mirrors).flat()))
      expect(Object.values(within).flat()).not.toContain(claim.number)
      for (const [name, mirror] of Object.entries(mirrors)) {
        for (const [there, back] of [
          [name, mirror],
          [mirror, name],
        ] as const) {
          for (const other of claim.relations[there] ?? []) {
            expect((await one(slug, other)).relations[back]).toContain(claim.number)
            pairs++
          }
        }
      }
    }
  }
  expect(pairs).toBeGreaterThanOrEqual(6)
})

test('a claim told in two is the one that is most like it; the other says where it is from', async () => {
  const [old = 0] = await numbersOf('mine', 1, flooded)
  const parts = [
    ...(await numbersOf('mine', 2, 'The mine was flooded on Monday.')),
    ...(await numbersOf('mine', 2, 'Rescue teams from two towns brought out 14 workers.')),
  ]
  const fresh = parts.filter((number) => number !== old)
  expect(parts).toContain(old)
  expect(related(await one('mine', old))).toEqual({ split_into: fresh })
  for (const number of fresh) expect(related(await one('mine', number))).toEqual({ split_from: [old] })
})

test('two claims told in one are that which is most like it; the other ended there', async () => {
  const before = [...(await numbersOf('mine', 1, rust)), ...(await numbersOf('mine', 1, cables))]
  const after = await numbersOf('mine', 2, both)
  const ended = before.filter((number) => !after.includes(number))
  const kept = before.filter((number) => after.includes(number))
  expect([ended.length, kept.length]).toEqual([1, 1])
  for (const number of ended) {
    const claim = await one('mine', number)
    expect([claim.status, claim.last_version, claim.presence, related(claim)]).toEqual([
      'merged',
      1,
      [{ from: 1, to: 2 }],
      { merged_into: after },
    ])
  }
  for (const number of kept) expect(related(await one('mine', number))).toEqual({ merged_from: ended })
})

test('two claims that go on in one sentence are merged with none', async () => {
  const slug = 'pumps'
  const [failed, warned] = ['The pumps failed during the night', 'nspectors had warned of old cables in the pump house.']
  await well(stage.send('POST', '/v1/articles', { slug }))
  await well(stage.ingest(slug, '10:00', '', `${failed}.`, `I${warned}`))
  await well(stage.ingest(slug, '11:00', '', `${failed}, and i${warned}`))
  const claims = await claimsOf(slug)
  expect(claims.flatMap(({ history }) => history.flatMap(({ kinds }) => kinds))).toContain('merged')
  expect(claims.map((claim) => [claim.status, related(claim)])).toEqual([
    ['present', {}],
    ['present', {}],
  ])
})

test('a claim that went and came back was there twice, under one number', async () => {
  const numbers = await Promise.all([1, 2, 4].map((version) => numbersOf('mine', version, level)))
  expect(new Set(numbers.flat()).size).toBe(1)
  const claim = await one('mine', numbers[0]?.[0] ?? 0)
  expect(claim).toMatchObject({
    status: 'present',
    first_version: 1,
    last_version: null,
    changes: 3,
    presence: [
      { from: 1, to: 3 },
      { from: 4, to: null },
    ],
  })
  expect(claim.history.map(({ to, kinds }) => [to.number, ...kinds])).toEqual([
    [1, 'introduced'],
    [3, 'withdrawn'],
    [4, 'restored'],
  ])
})

test('a claim whose matter has a new state says which claim tells it', async () => {
  const [old = 0] = await numbersOf('company', 1, silent)
  const fresh = await numbersOf('company', 2, pays)
  expect(await one('company', old)).toMatchObject({
    status: 'superseded',
    first_version: 1,
    last_version: 1,
    relations: { superseded_by: fresh },
  })
  for (const number of fresh) expect(related(await one('company', number))).toEqual({ supersedes: [old] })
})

describe('every change of a history', () => {
  test('has an id and a URL that answers it', async () => {
    for (const slug of Object.keys(STORIES)) {
      for (const { changes, history } of await claimsOf(slug)) {
        expect(history).toHaveLength(changes)
        for (const change of history) {
          expect(change.url).toBe(`/v1/changes/${change.id}`)
          expect(await read(stage.ask, change.url)).toEqual(change)
        }
      }
    }
  })
})

test('a claim as a version had it is as the list said when that version was the latest', async () => {
  const fresh = stageOver(await openStore())
  stage = fresh
  const [first, ...later] = STORIES.mine
  await well(fresh.send('POST', '/v1/articles', { slug: 'mine' }))
  await well(fresh.ingest('mine', '10:00', '', ...(first ?? [])))
  const then = await read<{ data: object[] }>(fresh.ask, '/v1/articles/mine/claims')
  for (const [i, paragraphs] of later.entries()) await well(fresh.ingest('mine', `1${i + 1}:00`, '', ...paragraphs))
  expect(await read(fresh.ask, '/v1/articles/mine/claims?version=1')).toEqual(then)
  expect(await read(fresh.ask, '/v1/articles/mine/claims?at=2026-02-10T10:59:59.999Z')).toEqual(then)
})

test('the claim of the headline and that of the lead which states it are the same', async () => {
  await well(stage.send('POST', '/v1/articles', { slug: 'pier' }))
  await well(
    stage.ingest('pier', '10:00', 'Storm damages Marsk pier', 'A storm damaged the pier at Marsk on Friday night.', rain),
  )
  const [head, lead, rest] = await Promise.all([1, 2, 3].map((number) => one('pier', number)))
  expect([head, lead, rest].map((claim) => claim && related(claim))).toEqual([{ same_as: [2] }, { same_as: [1] }, {}])
})
