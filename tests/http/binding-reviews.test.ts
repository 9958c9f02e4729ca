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
    expect(await one('/v1/articles/mill/claims/4')).toMatchObject({ status: 'merged', relations: { merged_into: [3] }, history: [] })
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
