/** Whose a change and a claim are: the source that was reported then, not the one reported last. */
import { beforeEach, expect, it } from 'vitest'
import { openStore } from '#harness'
import { review } from '../../../src/reviews/review.ts'
import { changeRows, changeView } from '../../../src/store/read/changes.ts'
import { claimRows } from '../../../src/store/read/claims.ts'
import { sourceRows } from '../../../src/store/read/sources.ts'
import type { Store } from '../../../src/store/store.ts'
import { withhold } from '../../../src/store/write/withholdings.ts'
import { NOW, open, publish } from '../../recording/desk.ts'

const said = (days: number, name: string) => `The bridge will stay closed for ${days} days, ${name} said.`
let store: Store

/** The changes of a source: to which version, and of what kinds. */
async function changesOf(source: string, standing = true): Promise<string[]> {
  const rows = await changeRows(store, { source, standing, order: 'recorded', limit: -1 })
  return rows.map(changeView).map(({ to, kinds }) => `${to.number} ${kinds[0]}`)
}

async function sourcesNow(slug?: string) {
  const rows = await sourceRows(store, { slug, limit: 100 })
  return rows.map(({ name, claims, present, articles }) => [name, claims, present, articles])
}

beforeEach(async () => {
  store = await openStore()
  await open(store)
  await publish(store, said(12, 'Ada Moreno'), 1)
  await publish(store, said(14, 'Ada Moreno'), 2)
  await publish(store, said(14, 'Tomas Brandt'), 3)
  await publish(store, said(16, 'Tomas Brandt'), 5)
})

it('a change is of the source before it and of the source after it', async () => {
  expect(await changesOf('Ada Moreno')).toEqual(['1 introduced', '2 number_changed', '3 source_changed'])
  expect(await changesOf('Tomas Brandt')).toEqual(['3 source_changed', '4 number_changed'])
  const [ada] = await sourceRows(store, { q: 'Ada', limit: 1 })
  expect(await changesOf(String(ada?.id))).toEqual(await changesOf('Ada Moreno'))
})

it('a source has the claims that it was ever reported to make, and now makes those that stand', async () => {
  const expected = [
    ['Ada Moreno', 1, 0, 1],
    ['Tomas Brandt', 1, 1, 1],
  ]
  expect(await sourcesNow()).toEqual(expected)
  expect(await sourcesNow('harbour')).toEqual(expected)
  expect((await claimRows(store, { source: 'Tomas Brandt', sort: 'number', limit: 9 })).length).toBe(1)
})

it('a change that is taken back was of the source that stood then', async () => {
  await publish(store, said(14, 'Lena Voss'), 4)
  const taken = await changeRows(store, { source: 'Tomas Brandt', standing: false, order: 'recorded', limit: -1 })
  expect(taken.filter((row) => row.retracts !== null).map((row) => row.toNumber)).toEqual([4])
  expect(await changesOf('Lena Voss')).toEqual(['5 source_changed', '4 number_changed'])
})

it('a withheld attribution is of nobody', async () => {
  await withhold(store, { id: 3, articleId: 1 }, 'An order.', NOW)
  await withhold(store, { id: 4, articleId: 1 }, 'An order.', NOW)
  expect(await changesOf('Tomas Brandt', false)).toEqual([])
  expect((await sourcesNow()).map(([name]) => name)).toEqual(['Ada Moreno'])
  expect(await changesOf('Ada Moreno')).toEqual(['1 introduced', '2 number_changed'])
})

it('the counts that are kept are those of the wordings, whatever is recorded, rejected or withheld', async () => {
  const counted = async () => {
    const now = await sourceRows(store, { slug: 'harbour', asOf: { at: '9999' }, limit: 100 })
    return now.map(({ name, claims, present, articles }) => [name, claims, present, articles])
  }
  const same = async () => {
    expect(await sourcesNow('harbour')).toEqual(await counted())
    expect(await sourcesNow()).toEqual(await counted())
  }
  await same()
  await publish(store, said(14, 'Lena Voss'), 4)
  await same()
  await publish(store, 'The pier is closed.', 6)
  await same()
  await withhold(store, { id: 5, articleId: 1 }, 'An order.', NOW)
  expect((await sourcesNow()).map(([name]) => name)).not.toContain('Lena Voss')
  await same()
  await review(store, 'harbour', 1, { action: 'reject', change: null, review: null, detail: {}, reason: null }, 'Desk', NOW)
  expect(await sourcesNow()).toEqual([])
  await same()
})

it('the words of mentions tell what a source is, but those of withheld versions', async () => {
  await publish(store, 'The bridge will stay closed, Mr. Orrell said.', 6)
  const mentions = async () => (await sourceRows(store, { q: 'Orrell', limit: 1 })).map((row) => row.mentions)
  expect(await mentions()).toEqual(['["Mr. Orrell"]'])
  await publish(store, 'The bridge will stay closed, President Orrell said.', 7)
  await publish(store, 'The bridge is open, President Orrell said.', 8)
  expect(JSON.parse((await mentions())[0] ?? '[]')).toEqual(['Mr. Orrell', 'President Orrell'])
  await withhold(store, { id: 5, articleId: 1 }, 'An order.', NOW)
  expect(await mentions()).toEqual(['["President Orrell"]'])
})
