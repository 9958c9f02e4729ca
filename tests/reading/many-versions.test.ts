/** Reading all versions of an article: how many queries that takes, and how much of the texts each of them reads. */
import { beforeEach, describe, expect, it } from 'vitest'
import { openStore } from '#harness'
import { verify } from '../../src/reading/verify/verify-article.ts'
import { reanalyze } from '../../src/recording/reanalyze.ts'
import { versionPage } from '../../src/store/read/log.ts'
import type { Store } from '../../src/store/store.ts'
import { NOW, open } from '../recording/desk.ts'
import { fillArticle } from './many-versions.ts'

/** What D1 runs for one invocation of a Worker on the free plan. */
const D1_QUERIES = 50

let store: Store
let queries = 0
beforeEach(async () => {
  store = await openStore({ logQuery: () => queries++ })
  await open(store)
})

describe('1,000 versions', () => {
  it.each([
    ['verify', 100, () => verify(store, 'harbour')],
    ['verify', 5_000, () => verify(store, 'harbour')],
    ['reanalyze', 100, () => reanalyze(store, 'harbour', NOW)],
    ['reanalyze', 5_000, () => reanalyze(store, 'harbour', NOW)],
  ])('%s reads them, of about %i bytes each, within the queries of one invocation', async (_, length, read) => {
    await fillArticle(store, { versions: 1000, length })
    queries = 0
    const found = await read()
    expect(queries).toBeLessThanOrEqual(D1_QUERIES)
    expect(found).toMatchObject('faults' in found ? { ok: true, versions: 1000 } : { sentences: 1000, cutOtherwise: [] })
  })
})

describe('a page', () => {
  const range = { articleId: 1, after: 0, until: 20 }
  const numbers = async (bytes: number, after = 0) =>
    (await versionPage(store, { ...range, after }, bytes)).map(({ number }) => number)

  it.each([
    ['as many versions as fit', 45_000, 0, [1, 2, 3]],
    ['those after a number', 45_000, 3, [4, 5, 6]],
    ['one version that is larger than a page', 5_000, 7, [8]],
    ['none after the last', 45_000, 20, []],
    ['those up to a number', 1_000_000, 17, [18, 19, 20]],
  ])('has %s', async (_, bytes, after, expected) => {
    await fillArticle(store, { versions: 21, length: 10_000 })
    expect(await numbers(bytes, after)).toEqual(expected)
  })
})
