/** Reviews that bind claims together or apart: merge, split, supersede, and a succession that is rejected. */
import { beforeEach, describe, expect, test } from 'vitest'
import { openStore } from '#harness'
import { read, type Stage, stageOver, well } from './stage.ts'

interface Row extends Record<string, unknown> {
  readonly id: number
  readonly number: number
  readonly kinds: string[]
  readonly claims: number[]
}

let stage: Stage
const rows = async (path: string) => (await read<{ data: Row[] }>(stage.ask, path)).data
const one = (path: string) => read<Record<string, unknown>>(stage.ask, path)
const send = (claim: number, body: object) => stage.send('POST', `/v1/articles/mill/claims/${claim}/reviews`, body)
const review = async (claim: number, body: object): Promise<Row> => (await well(send(claim, body))).json() as Promise<Row>

/** The changes that stand, as (to version, kinds, claims before → after). */
async function told(): Promise<string[]> {
  type Side = { claims: number[] }[]
  const list = await rows('/v1/articles/mill/changes?limit=200')
  const numbers = (sides: unknown) => (sides as Side).flatMap((side) => side.claims).join(' ')
  return list
    .map((c) => `${(c.to as Row).number}: ${c.kinds.join(' ')} [${numbers(c.before)}] [${numbers(c.after)}]`)
    .filter((line) => !line.startsWith('1: '))
    .sort()
}
const numbersIn = async (version: number) =>
  (await rows(`/v1/articles/mill/claims?version=${version}&limit=200&status=present`)).map((claim) => claim.number)
const tell = (at: string, ...paragraphs: string[]) => well(stage.ingest('mill', at, 'The Mill', ...paragraphs))

const FIXED = 'The council owns the mill by the river.'
const A = 'Forty weavers work at the mill.'
const B = 'Its looms employ some sixty people, Mayor Ada Quill said.'

beforeEach(async () => {
  stage = stageOver(await openStore())
  await well(stage.send('POST', '/v1/articles', { slug: 'mill' }))
})

describe('a merge', () => {
  beforeEach(async () => {
    await tell('08:00', FIXED, A)
    await tell('10:00', FIXED, B)
  })

  test('tells the change between the two wordings, later versions follow it, and withdrawn all is as it was', async () => {
    const before = await told()
    const history = await one('/v1/articles/mill/claims/3')
    expect(before).toEqual(['2: introduced [] [4]', '2: withdrawn [3] []'])
    const made = await review(4, { action: 'merge', with: 3, reason: 'The same people' })
    expect(await told()).toMatchInlineSnapshot(`
    [
      "2: reworded [3] [3]",
    ]
  `)
    expect(made).toMatchObject({ action: 'merge', claim: 4, other_claim: 3 })
    expect(await numbersIn(2)).toEqual([1, 2, 3])
    expect(await one('/v1/articles/mill/claims/4')).toMatchObject({
      status: 'merged',
      relations: { merged_into: [3] },
      history: [],
    })
    expect(await one('/v1/articles/mill/claims/3')).toMatchObject({
      status: 'present',
      relations: { merged_from: [4] },
      reviews: [{ id: made.id }],
    })
    await tell('12:00', FIXED, B.replace('sixty', 'seventy'))
    expect(await numbersIn(3)).toEqual([1, 2, 3])
    await review(4, { action: 'withdraw', review: made.id })
    expect(await told()).toEqual([...before, expect.stringMatching(/^3: .*\[4\] \[4\]$/)])
    expect(await one('/v1/articles/mill/claims/3')).toMatchObject({ status: 'withdrawn', changes: history.changes })
    expect(await numbersIn(3)).toEqual([1, 2, 4])
  })
})

test('a merge against which a version stands that has both claims holds no longer, and its review says so', async () => {
  await tell('08:00', FIXED, A)
  await tell('10:00', FIXED, B)
  const { id } = await review(4, { action: 'merge', with: 3 })
  expect(await one(`/v1/reviews/${id}`)).toMatchObject({ holds: true })
  await tell('12:00', FIXED, A, B)
  expect(await one(`/v1/reviews/${id}`)).toMatchObject({ holds: false, withdrawn_by: null })
  for (const claim of [3, 4]) {
    expect(await one(`/v1/articles/mill/claims/${claim}`)).toMatchObject({
      status: 'present',
      relations: { merged_into: [], merged_from: [] },
      reviews: [{ id, holds: false }],
    })
  }
  await review(4, { action: 'withdraw', review: id })
  expect(await one(`/v1/reviews/${id}`)).toMatchObject({ holds: true, withdrawn_by: id + 1 })
})

test('a change that was rejected is not told again when its claim is merged with another', async () => {
  await tell('08:00', FIXED, A)
  await tell('10:00', FIXED, B)
  await tell('12:00', FIXED, B.replace('sixty', 'seventy'))
  const change = (await rows('/v1/articles/mill/changes?kind=number_changed'))[0]
  const rejected = await review(4, { action: 'reject', change: change?.id, reason: 'A slip of the desk' })
  await review(3, { action: 'merge', with: 4 })
  expect((await told()).filter((line) => line.startsWith('3: '))).toEqual([])
  await review(4, { action: 'withdraw', review: rejected.id })
  expect((await told()).filter((line) => line.startsWith('3: '))).toEqual(['3: number_changed [3] [3]'])
})

describe('a split', () => {
  beforeEach(async () => {
    await tell('08:00', FIXED, A)
    await tell('10:00', FIXED, 'Ninety weavers work at the mill.')
    await tell('12:00', FIXED, 'Ninety weavers work at the old mill.')
  })

  test('withdraws the claim where its wording became that of another, which goes on from there', async () => {
    const before = await told()
    expect(before).toEqual(['2: number_changed [3] [3]', '3: reworded [3] [3]'])
    const made = await review(3, { action: 'split', version: 2, reason: 'Another mill' })
    expect(made).toMatchObject({ version: 2, other_claim: 4 })
    const after = ['2: introduced [] [4]', '2: withdrawn [3] []', '3: reworded [4] [4]']
    expect(await told()).toEqual(after)
    expect(await one('/v1/articles/mill/claims/4')).toMatchObject({
      relations: { split_from: [3] },
      reviews: [{ id: made.id }],
    })
    expect(await one('/v1/articles/mill/claims/3')).toMatchObject({ status: 'withdrawn', relations: { split_into: [4] } })
    // A version between the two that has the later wording: the split is there.
    await tell('09:00', FIXED, 'Ninety weavers work at the mill.')
    expect(await told()).toEqual(['3: reworded [4] [4]', '4: introduced [] [4]', '4: withdrawn [3] []'])
    // The old wording comes back: it is the old claim.
    await tell('13:00', FIXED, A, 'Ninety weavers work at the old mill.')
    expect(await told()).toContain('5: restored [] [3]')
    await review(3, { action: 'withdraw', review: made.id })
    expect(await told()).toEqual(['3: reworded [3] [3]', '4: number_changed [3] [3]', '5: introduced [] [5]'])
    expect((await stage.ask('/v1/articles/mill/claims/4')).status).toBe(404)
  })

  test('and a merge of the two stands against it', async () => {
    const { id } = await review(3, { action: 'split', version: 2 })
    const answer = await send(3, { action: 'merge', with: 4 })
    expect(await answer.json()).toMatchObject({ status: 409, detail: expect.stringContaining(`review ${id}`) })
  })
})

describe('a succession', () => {
  const STUDIES = 'The board is studying an offer for the mill from Tarn Holdings.'
  const REFUSES = 'The trade fair opens in the weaving hall in June, its director said.'

  test('told by a person is one change of both claims, or a relation where one was there before', async () => {
    await tell('08:00', FIXED, STUDIES)
    await tell('10:00', FIXED, REFUSES)
    expect(await told()).toEqual(['2: introduced [] [4]', '2: withdrawn [3] []'])
    const made = await review(3, { action: 'supersede', by: 4 })
    expect(await told()).toEqual(['2: superseded [3] [4]'])
    expect(made.changes).toMatchObject([
      { kinds: ['withdrawn'] },
      { kinds: ['introduced'] },
      { kinds: ['superseded'], retracts: null },
    ])
    expect(await one('/v1/articles/mill/claims/3')).toMatchObject({
      status: 'superseded',
      relations: { superseded_by: [4] },
      history: [{}, { kinds: ['superseded'], by: { review: made.id, action: 'supersede' } }],
    })
    // One claim cannot take its own place.
    expect((await send(3, { action: 'merge', with: 4 })).status).toBe(409)
    await review(3, { action: 'withdraw', review: made.id })
    expect(await told()).toEqual(['2: introduced [] [4]', '2: withdrawn [3] []'])
    await review(3, { action: 'supersede', by: 2 })
    expect(await told()).toEqual(['2: introduced [] [4]', '2: superseded [3] [2]'])
    expect(await one('/v1/articles/mill/claims/3')).toMatchObject({ status: 'superseded', relations: { superseded_by: [2] } })
    // Nor do two other claims take it.
    const second = await send(3, { action: 'supersede', by: 4 })
    expect(second.status).toBe(409)
  })

  test('stays where the claim comes back, and is not told of its next end', async () => {
    await tell('08:00', FIXED, STUDIES)
    await tell('10:00', FIXED, REFUSES)
    await review(3, { action: 'supersede', by: 4 })
    await tell('12:00', FIXED, STUDIES)
    await tell('14:00', FIXED)
    expect(await told()).toEqual(['2: superseded [3] [4]', '3: restored [] [3]', '3: withdrawn [4] []', '4: withdrawn [3] []'])
    expect(await one('/v1/articles/mill/claims/3')).toMatchObject({
      status: 'withdrawn',
      relations: { superseded_by: [4] },
      reviews: [{ holds: true }],
    })
  })

  test('is told where the claim ends, also of a claim that was there beside it', async () => {
    await tell('08:00', FIXED, STUDIES)
    await tell('12:00', FIXED, REFUSES)
    await review(3, { action: 'supersede', by: 4 })
    await tell('10:00', FIXED, STUDIES, REFUSES)
    expect(await told()).toEqual(['2: superseded [3] [4]', '3: introduced [] [4]'])
    expect(await one('/v1/articles/mill/claims/3')).toMatchObject({ status: 'superseded', relations: { superseded_by: [4] } })
    // And not where it does not end any more.
    await tell('14:00', FIXED, STUDIES, REFUSES)
    await tell('12:30', FIXED, STUDIES, REFUSES)
    expect(await one('/v1/articles/mill/claims/3')).toMatchObject({ status: 'present', reviews: [{ holds: true }] })
  })

  test('that a person told is not rejected beside it', async () => {
    await tell('08:00', FIXED, STUDIES)
    await tell('10:00', FIXED, REFUSES)
    const { id } = await review(3, { action: 'supersede', by: 4 })
    const [change] = await rows('/v1/articles/mill/changes?kind=superseded')
    const answer = await send(3, { action: 'reject', change: change?.id, reason: 'Not so' })
    expect(await answer.json()).toMatchObject({ status: 409, detail: expect.stringContaining(`review ${id}`) })
  })

  test('that the machine told and a person rejects is a claim that went and one that came', async () => {
    await tell('08:00', FIXED, STUDIES)
    await tell('10:00', FIXED, 'The board accepted the offer for the mill from Tarn Holdings.')
    expect(await told()).toEqual(['2: superseded [3] [4]'])
    const [change] = await rows('/v1/articles/mill/changes?kind=superseded')
    const made = await review(3, { action: 'reject', change: change?.id, reason: 'Two offers' })
    expect(await told()).toEqual(['2: introduced [] [4]', '2: withdrawn [3] []'])
    expect(await rows('/v1/articles/mill/changes?verdict=rejected')).toMatchObject([{ id: change?.id }])
    expect(await one('/v1/articles/mill/claims/3')).toMatchObject({ status: 'withdrawn', relations: { superseded_by: [] } })
    await tell('09:00', FIXED, STUDIES, 'It rained.')
    expect((await told()).filter((line) => line.includes('superseded'))).toEqual([])
    await review(3, { action: 'withdraw', review: made.id })
    expect((await told()).filter((line) => line.includes('superseded'))).toEqual(['2: superseded [3] [4]'])
  })
})

describe('what cannot be decided is refused with the field', () => {
  beforeEach(async () => {
    await tell('08:00', FIXED, A)
    await tell('10:00', FIXED, B)
  })

  test.each<[number, object, number, string]>([
    [3, { action: 'merge', with: 3 }, 400, 'with'],
    [3, { action: 'merge', with: 99 }, 400, 'with'],
    [3, { action: 'merge', with: 2 }, 400, 'with'],
    [3, { action: 'merge' }, 400, 'with'],
    [99, { action: 'merge', with: 3 }, 404, ''],
    [3, { action: 'supersede', by: 3 }, 400, 'by'],
    [2, { action: 'supersede', by: 4 }, 400, 'by'],
    [2, { action: 'split', version: 2 }, 400, 'version'],
    [2, { action: 'split', version: 1 }, 400, 'version'],
    [3, { action: 'split', version: 9 }, 400, 'version'],
  ])('claim %i: %j', async (claim, body, status, path) => {
    const answer = await send(claim, body)
    const { errors = [] } = (await answer.json()) as { errors?: { path: string }[] }
    expect([answer.status, errors[0]?.path ?? '']).toEqual([status, path])
    expect(await rows('/v1/reviews')).toEqual([])
  })

  test('a version that is withheld is answered 410', async () => {
    await well(stage.send('PUT', '/v1/articles/mill/versions/2/withholding', { reason: 'Court order' }))
    expect((await send(2, { action: 'split', version: 2 })).status).toBe(410)
  })
})
