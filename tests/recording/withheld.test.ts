import { sql } from 'drizzle-orm'
import { beforeEach, describe, expect, it } from 'vitest'
import { openStore } from '#harness'
import { changesBetween, compareVersions } from '../../src/reading/compare-versions.ts'
import { verify } from '../../src/reading/verify/verify-article.ts'
import { articleRow, articleRows } from '../../src/store/read/articles.ts'
import { changeRows, changeView } from '../../src/store/read/changes.ts'
import { claimRows } from '../../src/store/read/claims.ts'
import { versionRows } from '../../src/store/read/lists/version-lists.ts'
import { sourceRows } from '../../src/store/read/sources.ts'
import { countsByKind } from '../../src/store/read/versions.ts'
import { kindsOfMask } from '../../src/store/sql/kind-mask.ts'
import type { Store } from '../../src/store/store.ts'
import { withhold } from '../../src/store/write/withholdings.ts'
import { NOW, open, post, publish } from './desk.ts'

const KEPT = 'The harbour master, Edda Lorne, said the channel was safe.'
const SECRET = 'The skipper, Orla Dunnet, admitted that she had slept.'

let store: Store

beforeEach(async () => {
  store = await openStore()
  await open(store)
  await publish(store, KEPT, 1, { title: 'Ferry aground' })
  await publish(store, `${KEPT} ${SECRET}`, 2, { title: 'Skipper slept' })
  await publish(store, `${KEPT} The ferry is afloat.`, 3, { title: 'Ferry afloat' })
  await withhold(store, { id: 2, articleId: 1 }, 'A court order of 3 May.', NOW)
})

/** Everything that a read gives, as one text. */
const told = (value: unknown) => JSON.stringify(value)
const SECRETS = /Dunnet|slept|skipper/i

describe('a version that is withheld', () => {
  it('is not compared', async () => {
    const withheld = { code: 'withheld', message: expect.stringContaining('A court order of 3 May.') }
    await expect(compareVersions(store, 'harbour', 1, 2)).rejects.toMatchObject(withheld)
    await expect(compareVersions(store, 'harbour', 2, 3)).rejects.toMatchObject(withheld)
    await expect(changesBetween(store, 'harbour', 2, 'latest')).rejects.toMatchObject(withheld)
    expect(told(await compareVersions(store, 'harbour', 1, 3))).not.toMatch(SECRETS)
  })

  it('tells nothing in changes, of the article or of the archive', async () => {
    for (const slug of ['harbour', undefined]) {
      for (const standing of [true, false]) {
        const rows = await changeRows(store, { slug, standing, order: 'recorded', limit: -1 })
        expect(rows.map((row) => [row.fromNumber, row.toNumber])).toEqual(rows.map(() => [null, 1]))
        expect(told(rows)).not.toMatch(SECRETS)
      }
    }
  })

  it('tells nothing in claims, however they are asked for', async () => {
    const all = { sort: 'number', limit: 100 } as const
    for (const filter of [
      all,
      { ...all, slug: 'harbour' },
      { ...all, q: 'slept' },
      { ...all, q: 'Dunnet' },
      { ...all, source: 'Orla Dunnet' },
    ]) {
      expect(told(await claimRows(store, filter))).not.toMatch(SECRETS)
    }
    expect((await claimRows(store, { ...all, q: 'channel' })).length).toBe(1)
  })

  it('names no source', async () => {
    for (const filter of [{ limit: 100 }, { slug: 'harbour', limit: 100 }, { q: 'Dunnet', limit: 100 }]) {
      expect(told(await sourceRows(store, filter))).not.toMatch(SECRETS)
    }
    expect((await sourceRows(store, { limit: 100 })).map((s) => s.name).join()).toContain('Edda Lorne')
  })

  it('gives no title, and is not found by it', async () => {
    expect(await articleRows(store, { q: 'slept', limit: 10 })).toEqual([])
    await withhold(store, { id: 3, articleId: 1 }, 'Another order.', NOW)
    const [article] = await articleRow(store, 'harbour')
    expect(article?.title).toBe('Ferry aground')
    const list = await versionRows(store, 'harbour', undefined, 10)
    expect(list.map((v) => v.withheld)).toEqual([null, 'A court order of 3 May.', 'Another order.'])
  })

  it('is not compared with by a claim that comes back', async () => {
    const asleep = (hours: number) => `${KEPT} The skipper, Orla Dunnet, slept for ${hours} hours.`
    await publish(store, KEPT, 4)
    const gap = await publish(store, asleep(3), 5)
    await publish(store, KEPT, 6)
    await withhold(store, { id: gap.version.number, articleId: 1 }, 'An order.', NOW)
    const { version, changes: told_ } = await publish(store, asleep(7), 7)
    const back = (await changeRows(store, { standing: true, order: 'recorded', limit: -1 })).filter(
      (row) => row.toNumber === version.number,
    )
    expect(back.map(({ kinds, detail, evidence }) => [kindsOfMask(kinds), detail, evidence])).toEqual([
      [['restored'], '{}', '[]'],
    ])
    expect(told_).toMatchObject(back.map(changeView))
    expect(await changeRows(store, { kinds: ['number_changed'], standing: false, order: 'recorded', limit: -1 })).toEqual([])
    const list = await versionRows(store, 'harbour', undefined, 10)
    expect(list.map((row) => countsByKind(row.kinds)).at(-1)).toEqual({ restored: 1 })
  })

  it('is not counted by the kinds of its changes', async () => {
    const list = await versionRows(store, 'harbour', undefined, 10)
    expect(list.map((row) => countsByKind(row.kinds))).toEqual([{ introduced: 2 }, {}, {}])
  })

  it('for another reason later says that one, and the archive keeps both', async () => {
    await withhold(store, { id: 2, articleId: 1 }, 'The order was confirmed.', NOW)
    const list = await versionRows(store, 'harbour', undefined, 10)
    expect(list.map((v) => v.withheld)).toEqual([null, 'The order was confirmed.', null])
    const reasons = await store.db.all<{ reason: string }>(sql`select reason from withholding_reasons order by id`)
    expect(reasons.map((r) => r.reason)).toEqual(['A court order of 3 May.', 'The order was confirmed.'])
    for (const change of [
      sql`update withholding_reasons set reason = 'x'`,
      sql`delete from withholding_reasons`,
      sql`insert or replace into withholding_reasons select * from withholding_reasons where id = 1`,
    ]) {
      await expect((async () => store.db.run(change))()).rejects.toThrow()
    }
    expect(await store.db.all(sql`select reason from withholding_reasons order by id`)).toEqual(reasons)
  })

  it('keeps its hash', async () => {
    expect(await verify(store, 'harbour')).toMatchObject({ ok: true, versions: 3 })
  })

  it('is not told to whoever posts the next one', async () => {
    const outcome = await post(store, `${KEPT} The ferry has sailed.`, 2.5)
    expect(outcome).toMatchObject({ outcome: 'created', changes: [] })
  })
})
