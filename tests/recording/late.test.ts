import { sql } from 'drizzle-orm'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { openStore, runtime } from '#harness'
import { verify } from '../../src/reading/verify/verify-article.ts'
import type { Store } from '../../src/store/store.ts'
import { bodyOf, type Draft, draft } from '../core/changes/articles.ts'
import { runs } from '../setup/runs.ts'
import { count, minute, open, post, publish, standing, versionList, versionOf } from './desk.ts'
import { trails } from './trails.ts'

/** The whole feed as it was written, retracted rows and retractions included. */
const feed = (store: Store) => store.db.all<{ id: number; retracts: number | null }>(sql`select * from changes order by id`)

const sendAll = async (store: Store, drafts: readonly Draft[], order: readonly number[]) => {
  await open(store)
  for (const n of order) await post(store, bodyOf(drafts[n] as Draft), n, { title: (drafts[n] as Draft).title })
}

describe('late versions', () => {
  it('give the same trails in any order of arrival, up to numbers', async () => {
    // Few texts for many times, so that texts come back, are checked, and checks are contradicted.
    const story = fc.tuple(fc.array(draft, { minLength: 1, maxLength: 4 }), fc.array(fc.nat(3), { minLength: 2, maxLength: 6 }))
    const arrival = fc.array(fc.nat(), { minLength: 6, maxLength: 6 })
    await fc.assert(
      fc.asyncProperty(story, arrival, async ([texts, picks], ranks) => {
        const drafts = picks.map((n) => texts[n % texts.length] as Draft)
        const inOrder = [...drafts.keys()]
        const shuffled = inOrder.toSorted((a, b) => (ranks[a] ?? 0) - (ranks[b] ?? 0))
        const first = await openStore()
        await sendAll(first, drafts, inOrder)
        const expected = await trails(first)
        const second = await openStore()
        await sendAll(second, drafts, shuffled)
        expect(await trails(second)).toEqual(expected)
        expect(await verify(second, 'harbour')).toMatchObject({ ok: true, faults: [] })
      }),
      { seed: 5, numRuns: runtime === 'node' ? runs(40) : 12 },
    )
  }, 120_000)

  it('append to the feed and never rewrite it', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(draft, { minLength: 3, maxLength: 5 }),
        fc.array(fc.nat(), { minLength: 5, maxLength: 5 }),
        async (drafts, ranks) => {
          const store = await openStore()
          await open(store)
          let before: unknown[] = []
          for (const n of [...drafts.keys()].sort((a, b) => (ranks[a] ?? 0) - (ranks[b] ?? 0))) {
            await post(store, bodyOf(drafts[n] as Draft), n)
            const now = await feed(store)
            expect(now.slice(0, before.length)).toEqual(before)
            expect(now.map((row) => row.id)).toEqual(now.map((_, i) => i + 1))
            before = now
          }
          const taken = (before as { retracts: number | null }[]).flatMap((row) => row.retracts ?? [])
          expect(new Set(taken).size).toBe(taken.length)
        },
      ),
      { seed: 6, numRuns: runtime === 'node' ? runs(30) : 5 },
    )
  }, 60_000)
})

const FERRY = 'The ferry Halcyon ran aground on a sandbank off Pellow at low tide.'
const BEES = 'A swarm of bees closed the post office in Ardle for 3 hours.'
const LOSS = 'The bank reported a loss of 40 million crowns.'

describe('a version that comes late', () => {
  it('takes its place by captured_at and keeps the number of its arrival', async () => {
    const store = await openStore()
    await open(store)
    await publish(store, FERRY, 10)
    await publish(store, LOSS, 30)
    const { version } = await publish(store, BEES, 20)
    expect(version.number).toBe(3)
    expect((await versionList(store)).map((v) => [v.number, v.capturedAt])).toEqual([
      [1, minute(10)],
      [3, minute(20)],
      [2, minute(30)],
    ])
    expect((await versionOf(store, 2)).row).toMatchObject({ predecessor: 3, successor: null, latest: 2 })
  })

  it('takes back the changes that no longer hold, each once, with rows of their own', async () => {
    const store = await openStore()
    await open(store)
    await publish(store, `${FERRY} ${LOSS}`, 10)
    await publish(store, `${FERRY} ${LOSS.replace('40', '60')} ${BEES}`, 30)
    const before = await standing(store)
    await publish(store, `${FERRY} ${LOSS.replace('40', '50')} ${BEES}`, 20)
    const rows = await feed(store)
    const taken = rows.flatMap((row) => row.retracts ?? [])
    expect(taken).toEqual(before.filter((c) => c.to.number === 2).map((c) => c.id))
    expect((await standing(store)).map((c) => [c.from?.number, c.to.number, c.kinds, c.detail])).toEqual([
      [undefined, 1, ['introduced'], {}],
      [undefined, 1, ['introduced'], {}],
      [1, 3, ['number_changed'], { number_changed: [{ from: 40e6, to: 50e6, unit: 'crowns' }] }],
      [1, 3, ['introduced'], {}],
      [3, 2, ['number_changed'], { number_changed: [{ from: 50e6, to: 60e6, unit: 'crowns' }] }],
    ])
  })

  it('leaves claims their numbers', async () => {
    const store = await openStore()
    await open(store)
    await publish(store, FERRY, 10)
    await publish(store, `${FERRY} ${LOSS}`, 30)
    await publish(store, `${FERRY} ${BEES}`, 20)
    const numbers = async (n: number) => {
      const { claims, sentences } = await versionOf(store, n)
      return Object.fromEntries(claims.map((c) => [sentences[c.sentence]?.text, c.number]))
    }
    expect(await numbers(2)).toEqual({ [FERRY]: 1, [LOSS]: 2 })
    expect(await numbers(3)).toEqual({ [FERRY]: 1, [BEES]: 3 })
  })

  it('that is what the version before it says is a check', async () => {
    const store = await openStore()
    await open(store)
    await publish(store, FERRY, 10)
    await publish(store, BEES, 30)
    expect(await post(store, FERRY, 20)).toMatchObject({ outcome: 'unchanged', number: 1, checkedAt: minute(20) })
    expect(await count(store, 'versions')).toBe(2)
  })

  it('that contradicts a later check makes a version of that check', async () => {
    const store = await openStore()
    await open(store)
    await publish(store, FERRY, 10)
    await post(store, FERRY, 30)
    await post(store, FERRY, 40)
    await publish(store, BEES, 20)
    expect((await versionList(store)).map((v) => [v.number, v.capturedAt])).toEqual([
      [1, minute(10)],
      [2, minute(20)],
      [3, minute(30)],
    ])
    expect((await versionOf(store, 3)).sentences.map((s) => s.text)).toEqual([FERRY])
    expect((await standing(store)).map((c) => [c.from?.number, c.to.number, c.kinds])).toEqual([
      [undefined, 1, ['introduced']],
      [1, 2, ['withdrawn']],
      [1, 2, ['introduced']],
      [2, 3, ['withdrawn']],
      [2, 3, ['restored']],
    ])
    expect(await verify(store, 'harbour')).toMatchObject({ ok: true, versions: 3 })
  })
})
