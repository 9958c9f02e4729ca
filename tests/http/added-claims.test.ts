/** Claims that people add where the machine missed them. */
import { beforeEach, expect, test } from 'vitest'
import { openStore } from '#harness'
import { read, type Stage, stageOver, well } from './stage.ts'

interface Row extends Record<string, unknown> {
  readonly id: number
  readonly number: number
  readonly claim: number
  readonly kinds: string[]
  readonly claims: number[]
}

let stage: Stage
const rows = async (path: string) => (await read<{ data: Row[] }>(stage.ask, path)).data
const one = (path: string) => read<Record<string, unknown>>(stage.ask, path)
const add = (body: object) => stage.send('POST', '/v1/articles/mill/reviews', { action: 'add', ...body })
const tell = (at: string, ...paragraphs: string[]) => well(stage.ingest('mill', at, 'The Mill', ...paragraphs))
const changesOf = async (claim: number) =>
  (await read<{ history: Row[] }>(stage.ask, `/v1/articles/mill/claims/${claim}`)).history.map(
    (c) => `${(c.to as Row).number}: ${c.kinds.join(' ')}`,
  )
const present = async (version: number) =>
  (await rows(`/v1/articles/mill/claims?version=${version}&status=present`)).map((claim) => claim.number)

const FIXED = 'The council owns the mill by the river.'
const A = 'The mill, idle since the flood of 1998, makes forty bolts a day, Mayor Ada Quill said.'

beforeEach(async () => {
  stage = stageOver(await openStore())
  await well(stage.send('POST', '/v1/articles', { slug: 'mill' }))
  await tell('08:00', FIXED)
  await tell('10:00', FIXED, A)
})

test('an added claim stands in every version that has its sentence, goes and comes back with it, and is gone when withdrawn', async () => {
  const before = await present(2)
  const answer = await add({
    version: 2,
    exact: 'idle since the flood of 1998',
    label: 'Mill idle since 1998',
    reason: 'Missed',
  })
  const made = (await answer.json()) as Row
  expect([answer.status, made]).toMatchObject([201, { action: 'add', version: 2, changes: [{ kinds: ['introduced'] }] }])
  expect(await present(2)).toEqual([...before, made.claim])
  expect(await one(`/v1/articles/mill/claims/${made.claim}`)).toMatchObject({
    label: 'Mill idle since 1998',
    status: 'present',
    source: { kind: 'author', name: null },
    history: [{ kinds: ['introduced'], by: { review: made.id, action: 'add' } }],
    reviews: [{ id: made.id, action: 'add', exact: 'idle since the flood of 1998', reviewer: 'bootstrap' }],
  })
  const { claims } = await read<{ claims: (Row & { content: { text: string } })[] }>(stage.ask, '/v1/articles/mill/versions/2')
  expect(claims.find((claim) => claim.number === made.claim)?.content.text).toBe('idle since the flood of 1998')

  await tell('12:00', FIXED, A, 'It rained.')
  expect(await present(3)).toContain(made.claim)
  await tell('14:00', FIXED)
  expect(await present(4)).not.toContain(made.claim)
  await tell('16:00', FIXED, A)
  expect(await changesOf(made.claim)).toEqual(['2: introduced', '4: withdrawn', '5: restored'])
  // Before all of them: it was there first.
  await tell('07:00', FIXED, A)
  expect(await changesOf(made.claim)).toEqual(['6: introduced', '1: withdrawn', '2: restored', '4: withdrawn', '5: restored'])

  await well(stage.send('POST', `/v1/articles/mill/claims/${made.claim}/reviews`, { action: 'withdraw', review: made.id }))
  expect((await stage.ask(`/v1/articles/mill/claims/${made.claim}`)).status).toBe(404)
  expect(await present(2)).toEqual(before)
  await tell('18:00', FIXED, A, 'It snowed.')
  expect(await present(7)).not.toContain(made.claim)
})

test('words that stand more than once: it is said where, in order, with the zone', async () => {
  await well(stage.ingest('mill', '12:00', 'Old mill stands', 'The old mill stands.', 'The mill turns, and a mill grinds.'))
  const response = await add({ version: 3, exact: 'mill' })
  expect(((await response.json()) as { detail: string }).detail).toContain(
    '4 (headline), 8 (lead), 26 (body), 44 (body); choose one by start and zone',
  )
})

test('its source and certainty are those that were given', async () => {
  const { claim } = (await (
    await well(
      add({
        version: 2,
        exact: 'idle since the flood of 1998',
        source: { kind: 'named', name: 'Ada Quill' },
        certainty: { level: 'possible', polarity: 'positive' },
      }),
    )
  ).json()) as Row
  expect(await one(`/v1/articles/mill/claims/${claim}`)).toMatchObject({
    source: { kind: 'named', name: 'Ada Quill' },
    certainty: { level: 'possible', polarity: 'positive' },
  })
})

test('a claim can be added beside another, and then be merged with one of the version before', async () => {
  const answer = await well(
    stage.send('POST', '/v1/articles/mill/claims/2/reviews', { action: 'add', version: 1, exact: 'the mill by the river' }),
  )
  const { claim } = (await answer.json()) as Row
  expect(await changesOf(claim)).toEqual(['1: introduced'])
  const again = await add({ version: 1, exact: 'the mill by the river' })
  expect(await again.json()).toMatchObject({ status: 409, errors: [{ path: 'exact' }] })
})

test.each<[object, number, string]>([
  [{ version: 9, exact: 'the mill' }, 400, 'version'],
  [{ version: 2, exact: 'the moon' }, 400, 'exact'],
  [{ version: 2, exact: 'river.\n\nThe mill' }, 400, 'exact'],
  [{ version: 2, exact: ',' }, 400, 'start'],
  [{ version: 2, exact: 'the flood', start: 3 }, 400, 'start'],
  [{ version: 2, exact: '' }, 400, 'exact'],
  [{ exact: 'the flood' }, 400, 'version'],
  [{ version: 2, exact: 'the flood', source: { kind: 'author', name: 'x' } }, 400, 'source.kind'],
  [{ version: 2, exact: 'the flood', certainty: { level: 'sure', polarity: 'positive' } }, 400, 'certainty.level'],
])('%j is refused: %i at %s', async (body, status, path) => {
  const answer = await add(body)
  const { errors = [] } = (await answer.json()) as { errors?: { path: string }[] }
  expect([answer.status, errors[0]?.path]).toEqual([status, path])
  expect(await rows('/v1/reviews')).toEqual([])
})

test('to a version that is withheld none is added', async () => {
  await well(stage.send('PUT', '/v1/articles/mill/versions/2/withholding', { reason: 'Court order' }))
  expect((await add({ version: 2, exact: 'the flood' })).status).toBe(410)
})
