import { sql } from 'drizzle-orm'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { openStore, runtime } from '#harness'
import { verify } from '../../src/reading/verify/verify-article.ts'
import { ingest, ingestAll } from '../../src/recording/ingest.ts'
import { MAX_STORED_BYTES } from '../../src/recording/storable.ts'
import type { ReviewInput } from '../../src/reviews/input.ts'
import { review } from '../../src/reviews/review.ts'
import type { Store } from '../../src/store/store.ts'
import { bodyOf, type Draft, draft } from '../core/changes/articles.ts'
import { runs as thorough } from '../setup/runs.ts'
import { count, counts, input, minute, NOW, open, post, standing, versionList } from './desk.ts'
import { trails } from './trails.ts'

const MERGE: ReviewInput = { action: 'merge', change: null, review: null, detail: { other: 1 }, reason: null }

interface Sent {
  readonly body: string
  readonly n: number
  readonly title: string
  readonly url: string | null
}

const inputOf = ({ body, n, title, url }: Sent) => input(body, minute(n), { title, url })

/** Sends the texts one by one in the order of time. */
async function sendOneByOne(store: Store, sent: readonly Sent[]) {
  for (const one of sent.toSorted((a, b) => a.n - b.n)) await ingest(store, 'harbour', inputOf(one), NOW)
}

/** The rows of a table as they were written. */
const rowsOf = (store: Store, table: string) => store.db.all(sql.raw(`select * from ${table} order by 1, 2`))
const WRITTEN = ['versions', 'sentences', 'statements', 'claims', 'wordings', 'changes', 'trails', 'checks', 'article_urls']

const written = async (store: Store) =>
  Object.fromEntries(await Promise.all(WRITTEN.map(async (table) => [table, await rowsOf(store, table)] as const)))

const articleOf = (store: Store) =>
  store.db.all(sql`select version_count, latest_version, first_captured_at, latest_captured_at from articles`)

const checksOf = (store: Store) =>
  store.db.all(sql`select c.captured_at, c.content_hash, v.number, c.url from checks c join versions v on v.id = c.version_id
    order by c.captured_at, c.id`)

/** Few texts for many times, so that texts come back, are checked, and checks are contradicted. */
const story = fc
  .record({
    texts: fc.array(draft, { minLength: 1, maxLength: 4 }),
    picks: fc.array(fc.record({ text: fc.nat(3), at: fc.nat(12), url: fc.nat(2) }), { minLength: 1, maxLength: 9 }),
  })
  .map(({ texts, picks }) =>
    picks.map(({ text, at, url }): Sent => {
      const { title, ...rest } = texts[text % texts.length] as Draft
      return { body: bodyOf({ title, ...rest }), n: at, title, url: url === 0 ? null : `https://post.example/${url}` }
    }),
  )

const runs = (most: number) => ({ seed: 7, numRuns: runtime === 'node' ? thorough(most) : Math.ceil(most / 10) })

describe('many versions at once', () => {
  it('leave the rows that recording them in the order of time leaves, in a new article', async () => {
    await fc.assert(
      fc.asyncProperty(story, async (sent) => {
        const one = await openStore()
        await open(one)
        await sendOneByOne(one, sent)
        const expected = { rows: await written(one), article: await articleOf(one) }
        const all = await openStore()
        await open(all)
        // A stable sort keeps the order of those of one time.
        const shuffled = sent.toSorted((a, b) => (a.n % 3) - (b.n % 3) || a.n - b.n)
        await ingestAll(all, 'harbour', shuffled.map(inputOf), NOW)
        expect({ rows: await written(all), article: await articleOf(all) }).toEqual(expected)
      }),
      runs(40),
    )
  }, 120_000)

  it('leave the state that recording them one by one leaves, among versions and checks that are there', async () => {
    await fc.assert(
      fc.asyncProperty(story, story, async (before, sent) => {
        const state = async (store: Store) => ({
          versions: (await versionList(store)).map(({ number, capturedAt, contentHash }) => ({
            number,
            capturedAt,
            contentHash,
          })),
          article: await articleOf(store),
          checks: await checksOf(store),
          trails: await trails(store),
        })
        const prepared = async () => {
          const store = await openStore()
          await open(store)
          for (const one of before) await ingest(store, 'harbour', inputOf(one), NOW)
          return store
        }
        const one = await prepared()
        await sendOneByOne(one, sent)
        const [expected, feed] = [await state(one), await count(one, 'changes')]
        const all = await prepared()
        const outcomes = await ingestAll(all, 'harbour', sent.map(inputOf), NOW)
        expect(await state(all)).toEqual(expected)
        expect(await count(all, 'changes')).toBeLessThanOrEqual(feed)
        expect(outcomes).toHaveLength(sent.length)
        expect(await verify(all, 'harbour')).toMatchObject({ ok: true, faults: [] })
      }),
      runs(40),
    )
  }, 120_000)

  it('tell for each text what became of it, in the order in which they were given', async () => {
    const store = await openStore()
    await open(store)
    const texts = ['Barley rose.', 'Barley fell.', '', 'Barley rose.', 'Barley rose.']
    const outcomes = await ingestAll(
      store,
      'harbour',
      texts.map((body, i) => input(body, minute([9, 5, 1, 10, 2][i] ?? 0))),
      NOW,
    )
    expect(outcomes.map((o) => (o.outcome === 'refused' ? o.failure.code : o.outcome))).toEqual([
      'created',
      'created',
      'invalid',
      'unchanged',
      'created',
    ])
    expect(outcomes).toMatchObject([
      { version: { number: 3 }, changes: [{ from: { number: 2 }, to: { number: 3 }, kinds: ['negated'] }] },
      { version: { number: 2 } },
      {},
      { number: 3, checkedAt: minute(10) },
      { version: { number: 1 }, changes: [{ kinds: ['introduced'] }] },
    ])
  })

  it('are compared with the version before each, though the first of them are checks of an earlier one', async () => {
    const store = await openStore()
    await open(store)
    await post(store, 'Barley rose by 7 percent.', 1)
    await post(store, 'Barley rose by 8 percent.', 10)
    await post(store, 'Barley rose by 9 percent.', 30)
    const sent = [2, 20, 3].map((n) => input(`Barley rose by ${n === 20 ? 5 : 7} percent.`, minute(n)))
    const outcomes = await ingestAll(store, 'harbour', sent, NOW)
    expect(outcomes.map((o) => (o.outcome === 'created' ? o.version.number : o.outcome))).toEqual(['unchanged', 4, 'unchanged'])
    expect((await standing(store)).map((c) => [c.from?.number, c.to.number, c.detail.number_changed?.[0]])).toMatchObject([
      [undefined, 1, undefined],
      [1, 2, { from: 7, to: 8 }],
      [2, 4, { from: 8, to: 5 }],
      [4, 3, { from: 5, to: 9 }],
    ])
  })

  it('hand the outcomes to the statements of the same write, which undo it where they fail', async () => {
    const store = await openStore()
    await open(store)
    const inputs = ['Barley rose.', 'Barley fell.'].map((body, i) => input(body, minute(i)))
    const seen: unknown[] = []
    const failing = ingestAll(store, 'harbour', inputs, NOW, (recorded) => {
      seen.push([...recorded].map(([i, { outcome }]) => [i, outcome]))
      return [sql`insert into no_such_table values (1)`]
    })
    await expect(failing).rejects.toThrow()
    expect(seen).toEqual([
      [
        [0, 'created'],
        [1, 'created'],
      ],
    ])
    expect(await count(store, 'versions')).toBe(0)
  })

  it('of more than 2 MiB are several writes', async () => {
    const store = await openStore()
    await open(store)
    const body = (n: number) => `Barley rose by ${n} percent.\n\n${'x'.repeat(MAX_STORED_BYTES - 2000)}`
    const writes: number[][] = []
    const inputs = Array.from({ length: 18 }, (_, n) => input(body(n), minute((n * 7) % 18)))
    const outcomes = await ingestAll(store, 'harbour', inputs, NOW, (recorded) => {
      writes.push([...recorded.keys()].map((i) => (i * 7) % 18))
      return []
    })
    expect(writes).toEqual([
      [0, 1, 2, 3, 4, 5, 6, 7],
      [8, 9, 10, 11, 12, 13, 14, 15],
      [16, 17],
    ])
    expect(outcomes.map((o) => o.outcome)).toEqual(Array(18).fill('created'))
  }, 120_000)

  it('follow the reviews of the article', async () => {
    const merged = async (send: (store: Store) => Promise<unknown>) => {
      const store = await openStore()
      await open(store)
      await post(store, 'A swarm of bees closed the post office in Ardle.', 1)
      await post(store, 'An old map of the marshes was sold to a collector.', 20)
      await review(store, 'harbour', 2, MERGE, 'Ada', NOW)
      await send(store)
      return trails(store)
    }
    const texts = [
      'Bees closed the post office.',
      'An old map was sold.',
      'Trams on the harbour line did not run on Tuesday.',
    ].map((body, i) => input(body, minute([30, 10, 15][i] ?? 0)))
    const inOrder = texts.toSorted((a, b) => ((a.capturedAt ?? '') < (b.capturedAt ?? '') ? -1 : 1))
    const expected = await merged(async (store) => {
      for (const text of inOrder) await ingest(store, 'harbour', text, NOW)
    })
    expect(await merged((store) => ingestAll(store, 'harbour', texts, NOW))).toEqual(expected)
  })
})

describe('200 versions out of order', () => {
  /** An article of 40 sentences, of which each version has two others than the one before. */
  const told = (n: number) =>
    Array.from(
      { length: 40 },
      (_, i) => `Lot ${i} of the yard went for ${100 + i + 1000 * Math.floor((n + i * 5) / 100)} crowns.`,
    ).join(' ')
  const shuffled = (length: number) => Array.from({ length }, (_, i) => (i * 77) % length)

  it('cost as many rows as in order, and as many statements as 20', async () => {
    const sent = async (length: number) => {
      const queries: string[] = []
      const store = await openStore({ logQuery: (query) => queries.push(query) })
      await open(store)
      queries.length = 0
      await ingestAll(
        store,
        'harbour',
        shuffled(length).map((n) => input(told(n), minute(n))),
        NOW,
      )
      const statements = queries.length
      return { store, statements }
    }
    const few = await sent(20)
    const many = await sent(200)
    expect(many.statements).toBeLessThanOrEqual(few.statements + 4)
    expect(many.statements).toBeLessThanOrEqual(30)
    const rows = await counts(many.store)
    const inOrder = await openStore()
    await open(inOrder)
    for (let n = 0; n < 200; n++) await post(inOrder, told(n), n)
    expect(rows).toEqual(await counts(inOrder))
    expect((await standing(many.store)).length).toBe(rows.changes)
  }, 300_000)
})
