/** What is said of a claim while versions that have it, or end it, are withheld. */
import { beforeEach, expect, it } from 'vitest'
import { openStore } from '#harness'
import { articleRow } from '../../../src/store/read/articles.ts'
import { type ClaimFilter, claimRows, presenceRows } from '../../../src/store/read/claims.ts'
import type { Store } from '../../../src/store/store.ts'
import { withhold } from '../../../src/store/write/withholdings.ts'
import { NOW, open, publish } from '../../recording/desk.ts'

const BARLEY = 'The barley harvest failed in the northern valleys.'
const loan = (crowns: number) => `The mill owner, Petra Hahn, borrowed ${crowns} crowns from a bank.`
const DOG = 'A dog was seen at the weir.'
let store: Store

const hide = (number: number) => withhold(store, { id: number, articleId: 1 }, 'An order.', NOW)

/** Claims in brief: sentence, status, last version, number of changes. */
async function told(filter: Partial<ClaimFilter> = {}) {
  const rows = await claimRows(store, { slug: 'harbour', sort: 'number', limit: 100, ...filter })
  return rows.map((row) => [row.sentence, row.status, row.lastVersion, row.changes])
}

async function counted() {
  const [article] = await articleRow(store, 'harbour')
  return [article?.presentClaims, article?.withdrawnClaims]
}

beforeEach(async () => {
  store = await openStore()
  await open(store)
  await publish(store, `${BARLEY}\n\n${loan(300)}`, 1)
})

it('a claim reworded in a withheld version is told as it was before', async () => {
  await publish(store, `${BARLEY}\n\n${loan(900)}`, 2)
  await hide(2)
  const before = [
    [BARLEY, 'present', null, 1],
    [loan(300), 'present', null, 1],
  ]
  expect(await told()).toEqual(before)
  expect(await told({ asOf: { number: 1 } })).toEqual(before)
  expect(await told({ slug: undefined, sort: 'changes' })).toEqual(before)
  await publish(store, BARLEY, 3)
  const after = [
    [BARLEY, 'present', null, 1],
    [loan(300), 'withdrawn', 1, 1],
  ]
  expect(await told()).toEqual(after)
  expect(await told({ asOf: { number: 3 } })).toEqual(after)
  expect(await counted()).toEqual([1, 1])
})

it('a claim withdrawn in a withheld version stands until a version that is shown is without it', async () => {
  await publish(store, BARLEY, 2)
  expect(await counted()).toEqual([1, 1])
  await hide(2)
  expect(await told({ status: ['present'] })).toHaveLength(2)
  expect(await counted()).toEqual([2, 0])
  expect(await presenceRows(store, 'harbour', 2)).toMatchObject([{ fromNumber: 1, untilNumber: null }])
  await publish(store, BARLEY, 3, { byline: 'Ana Ruiz' })
  expect((await told()).map(([sentence, status]) => [sentence, status])).toEqual([
    [BARLEY, 'present'],
    [loan(300), 'withdrawn'],
  ])
  expect(await counted()).toEqual([1, 1])
})

it('a claim that a withheld version brought is told once a version that is shown has it', async () => {
  await publish(store, `${BARLEY}\n\n${loan(300)}\n\n${DOG}`, 2)
  await hide(2)
  expect((await told()).map(([sentence]) => sentence)).toEqual([BARLEY, loan(300)])
  expect(await told({ kinds: ['introduced'], q: 'dog' })).toEqual([])
  expect(await counted()).toEqual([2, 0])
  await publish(store, `${loan(300)}\n\n${DOG}`, 3)
  expect(await told({ q: 'dog' })).toEqual([[DOG, 'present', null, 0]])
  expect(await told({ q: 'dog', kinds: ['introduced'] })).toEqual([])
  expect(await counted()).toEqual([2, 1])
})

it('of an article of which every version is withheld no claim is told', async () => {
  await hide(1)
  expect(await told()).toEqual([])
  expect(await told({ status: ['retracted'] })).toEqual([])
  expect(await counted()).toEqual([0, 0])
})
