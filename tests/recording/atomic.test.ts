import { sql } from 'drizzle-orm'
import { describe, expect, it, vi } from 'vitest'
import { openStore } from '#harness'
import { Failure } from '../../src/failure.ts'
import { verify } from '../../src/reading/verify/verify-article.ts'
import { ingest, type Outcome } from '../../src/recording/ingest.ts'
import { reanalyze } from '../../src/recording/reanalyze.ts'
import { review } from '../../src/reviews/review.ts'
import { keepStatements, keptAnswer } from '../../src/store/idempotency.ts'
import type { Store } from '../../src/store/store.ts'
import { updateArticle } from '../../src/store/write/article-metadata.ts'
import { withhold } from '../../src/store/write/withholdings.ts'
import { counts, input, minute, NOW, open, post, publish, standing, versionList } from './desk.ts'
import { interrupted } from './interrupted.ts'
import { tellAsOf, unsure } from './older-engine.ts'
import { expectLogged, expectSums } from './sums.ts'

const FERRY = 'The ferry Halcyon ran aground off Pellow. Nobody was hurt, the harbour master said.'
const MOVED = 'The ferry Halcyon ran aground near Pellow. 3 people were hurt, the harbour master said.'

describe('an ingest writes all or nothing', () => {
  it.each(['versions', 'sentences', 'statements', 'claims', 'wordings', 'changes', 'trails', 'sources'])(
    'nothing, where a row of %s is refused',
    async (table) => {
      const store = await openStore()
      await open(store)
      await publish(store, FERRY, 1)
      const before = await counts(store)
      const articles = await store.db.all(sql`select * from articles`)
      await store.db.run(
        sql.raw(`create trigger refuse before insert on ${table} begin select raise(abort, 'the disk is full'); end`),
      )
      const again = post(store, `${MOVED} "We wait," said Orla Dunnet, the skipper.`, 2)
      await expect(again).rejects.toThrow()
      expect(await counts(store)).toEqual(before)
      expect(await store.db.all(sql`select * from articles`)).toEqual(articles)
      await store.db.run(sql`drop trigger refuse`)
      expect(await post(store, MOVED, 2)).toMatchObject({ outcome: 'created', version: { number: 2 } })
    },
  )
})

describe('several writers at once', () => {
  it('are all recorded, in one chain', async () => {
    const store = await openStore()
    await open(store)
    await open(store, 'market')
    const writers = Array.from({ length: 12 }, (_, n) =>
      post(store, `Barley rose by ${n + 3} percent.`, n, {}, n % 2 ? 'market' : 'harbour'),
    )
    const outcomes = await Promise.all(writers)
    expect(outcomes.map((o) => o.outcome)).toEqual(Array(12).fill('created'))
    for (const slug of ['harbour', 'market']) {
      const list = await versionList(store, slug)
      expect(list.map((v) => v.capturedAt)).toEqual(list.map((v) => v.capturedAt).toSorted())
      expect(list.map((v) => v.number).sort()).toEqual([1, 2, 3, 4, 5, 6])
      expect(await verify(store, slug)).toMatchObject({ ok: true, versions: 6, faults: [] })
      expect((await standing(store, slug)).map((c) => c.to.capturedAt)).toEqual(list.map((v) => v.capturedAt))
    }
  })

  it('of as many articles, are all recorded, in one chain, each studied once', async () => {
    const queries: string[] = []
    const store = await openStore({ logQuery: (query) => queries.push(query) })
    const slugs = Array.from({ length: 60 }, (_, n) => `harbour-${n}`)
    for (const slug of slugs) await open(store, slug)
    const body = (n: number) =>
      Array.from({ length: 30 }, (_, k) => `Lot ${k} of yard ${n} went for ${k + n} crowns.`).join(' ')
    const outcomes = await Promise.allSettled(slugs.map((slug, n) => post(store, body(n), n, {}, slug)))
    expect(outcomes.filter((o) => o.status === 'rejected')).toEqual([])
    expect(queries.filter((query) => /from "sentences" left join/.test(query))).toHaveLength(60)
    const log = await store.db.all<{ id: number; previous: string; hash: string }>(
      sql`select id, previous, hash from versions order by id`,
    )
    expect(log.map((entry) => entry.id)).toEqual(slugs.map((_, n) => n + 1))
    expect(log.map((entry) => entry.previous)).toEqual(['0'.repeat(64), ...log.slice(0, -1).map((entry) => entry.hash)])
    for (const slug of slugs) expect(await verify(store, slug)).toMatchObject({ ok: true, versions: 1 })
  }, 60_000)

  it('writes on after one that failed', async () => {
    const store = await openStore()
    await open(store)
    const outcomes = await Promise.allSettled([post(store, FERRY, 1, {}, 'nowhere'), post(store, FERRY, 1)])
    expect(outcomes.map((o) => o.status)).toEqual(['rejected', 'fulfilled'])
  })

  it.each([
    ['a check', 9, FERRY, 'a version that it contradicts', 5, MOVED],
    ['a version', 5, MOVED, 'a check that contradicts it', 9, FERRY],
  ])('%s in minute %i begins again where another writer comes in between', async (_, n, body, _other, m, between) => {
    const store = await openStore()
    await open(store)
    await publish(store, FERRY, 1)
    const outcome = await post(
      interrupted(store, () => post(store, between, m)),
      body,
      n,
    )
    expect(outcome.outcome).toBe('created')
    const list = await versionList(store)
    expect(list.map((v) => v.capturedAt)).toEqual([minute(1), minute(5), minute(9)])
    expect(await verify(store, 'harbour')).toMatchObject({ ok: true, versions: 3 })
  })

  it.each([
    ['a row of wordings that is there', 'UNIQUE constraint failed: wordings.claim_id, wordings.from_place'],
    ['a source that is there', 'UNIQUE constraint failed: sources.kind, sources.key'],
    ['a full disk', 'the disk is full'],
  ])('are not to blame for %s', async (_, message) => {
    const store = await openStore()
    await open(store)
    let writes = 0
    const batchWrite: Store['batchWrite'] = async () => {
      writes++
      throw new Error('The write failed.', { cause: new Error(message) })
    }
    await expect(post({ ...store, batchWrite }, FERRY, 1)).rejects.toThrow('The write failed.')
    expect(writes).toBe(1)
  })

  it('are named in the log where a write gives up', async () => {
    const store = await openStore()
    await open(store)
    const log = vi.spyOn(console, 'error').mockReturnValue()
    vi.spyOn(Math, 'random').mockReturnValue(0)
    const refused = new Error('D1_ERROR: the log has moved on')
    const batchWrite: Store['batchWrite'] = async () => {
      throw refused
    }
    await expect(post({ ...store, batchWrite }, FERRY, 1)).rejects.toMatchObject({ code: 'busy' })
    expect(log.mock.calls).toEqual([[refused]])
    vi.restoreAllMocks()
  })

  it('with one Idempotency-Key write once', async () => {
    const store = await openStore()
    await open(store)
    const keep = (outcome: Outcome) => ({
      tokenId: 1,
      key: 'k-1',
      requestHash: 'r',
      status: 201,
      about: { of: 'article', slug: outcome.outcome } as const,
    })
    const send = () => ingest(store, 'harbour', input(FERRY, minute(1)), NOW, (outcome) => keepStatements(keep(outcome), NOW))
    const done = await Promise.allSettled([send(), send(), send()])
    const refused = done.flatMap((d) => (d.status === 'rejected' ? [d.reason as unknown] : []))
    expect(refused).toHaveLength(2)
    for (const reason of refused) expect(reason).not.toBeInstanceOf(Failure)
    expect(await counts(store)).toMatchObject({ versions: 1, checks: 0, idempotency_keys: 1 })
    expect(await keptAnswer(store, 1, 'k-1')).toMatchObject({
      status: 201,
      about: { of: 'article', slug: 'created' },
      requestHash: 'r',
    })
    expect(await keptAnswer(store, 2, 'k-1')).toBeNull()
    await ingest(store, 'harbour', input(FERRY, minute(2)), NOW, (o) => keepStatements({ ...keep(o), tokenId: 2 }, NOW))
    expect(await counts(store)).toMatchObject({ versions: 1, checks: 1, idempotency_keys: 2 })
  })
})

describe('a withholding that comes between what an ingest reads and what it writes', () => {
  const SLEPT = 'The skipper, Orla Dunnet, admitted that she had slept.'
  const AFLOAT = `${FERRY} The ferry is afloat.`
  const REASON = 'A court order.'

  it.each([
    { withheld: [], change: { version: 2, reason: REASON }, body: AFLOAT, at: 3, told: 0 },
    { withheld: [2], change: { version: 2, reason: null }, body: AFLOAT, at: 3, told: 2 },
    { withheld: [], change: { version: 2, reason: REASON }, body: AFLOAT, at: 1.5, told: 1 },
    { withheld: [2], change: { version: 2, reason: 'Another order.' }, body: FERRY, at: 3, told: 0 },
  ])('$withheld, then $change, ingest in minute $at', async ({ withheld, change, body, at, told }) => {
    const store = await openStore()
    await open(store)
    await publish(store, FERRY, 1)
    await publish(store, `${FERRY} ${SLEPT}`, 2)
    for (const id of withheld) await withhold(store, { id, articleId: 1 }, REASON, NOW)
    const between = interrupted(store, () => withhold(store, { id: change.version, articleId: 1 }, change.reason, NOW))
    const outcome = await publish(between, body, at)
    expect(outcome.changes).toHaveLength(told)
    if (change.reason !== null) expect(JSON.stringify(outcome)).not.toMatch(/slept/)
    await expectSums(store)
    await expectLogged(store)
    expect(await verify(store, 'harbour')).toMatchObject({ ok: true, versions: 3 })
  })
})

describe('articles.recordings grows with every write that another write could depend on', () => {
  const article = { id: 1, slug: 'harbour' }
  const confirm = { action: 'confirm', change: null, review: null, detail: {}, reason: null } as const
  it.each<[string, number, (store: Store) => Promise<unknown>]>([
    ['a version', 1, (store) => post(store, MOVED, 2)],
    ['a check', 1, (store) => post(store, FERRY, 2)],
    ['a review', 1, (store) => review(store, 'harbour', 1, confirm, 'desk', NOW)],
    ['a withholding', 1, (store) => withhold(store, { id: 1, articleId: 1 }, 'An order.', NOW)],
    ['a withholding that is lifted', 1, (store) => withhold(store, { id: 1, articleId: 1 }, null, NOW)],
    ['a re-analysis that finds nothing to do', 0, (store) => reanalyze(store, 'harbour', NOW)],
    // One more is the log of the older engine's rows.
    ['a re-analysis', 2, (store) => tellAsOf(store, unsure).then(() => reanalyze(store, 'harbour', NOW))],
    ['a new slug', 1, (store) => updateArticle(store, article, { slug: 'pellow' }, NOW)],
    ['a new title', 0, (store) => updateArticle(store, article, { title: 'Pellow' }, NOW)],
  ])('%s adds %i', async (_, more, write) => {
    const store = await openStore()
    await open(store)
    await publish(store, FERRY, 1)
    const recordings = async () => {
      const [row] = await store.db.all<{ recordings: number }>(sql`select recordings from articles`)
      return row?.recordings ?? 0
    }
    const before = await recordings()
    await write(store)
    expect(await recordings()).toBe(before + more)
  })

  it('so an ingest reports the slug that the article has by then', async () => {
    const store = await openStore()
    await open(store)
    const outcome = await publish(
      interrupted(store, () => updateArticle(store, article, { slug: 'pellow' }, NOW)),
      FERRY,
      1,
    )
    expect([outcome.version.slug, ...outcome.changes.map((change) => change.slug)]).toEqual(['pellow', 'pellow', 'pellow'])
  })
})
