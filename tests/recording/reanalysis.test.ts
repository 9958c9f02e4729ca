import { sql } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import { openStore } from '#harness'
import { ENGINE } from '../../src/core/analysis.ts'
import { verify } from '../../src/reading/verify/verify-article.ts'
import { reanalyze } from '../../src/recording/reanalyze.ts'
import { articleRow } from '../../src/store/read/articles.ts'
import { reanalyzedRows } from '../../src/store/read/reanalysis.ts'
import type { Store } from '../../src/store/store.ts'
import { count, counts, minute, NOW, open, post, publish, standing, versionOf } from './desk.ts'
import { asToday, cutAsOne, type Engine, flat, tellAsOf, unsure } from './older-engine.ts'

const LOSS = 'The bank reported a loss of 40 million crowns.'
const SAID = 'Rents fell by 3 percent in May, Mayor Tobin Crake said.'
const BEES = 'A swarm of bees closed the post office in Ardle for 3 hours.'

async function archive(older: Engine, ...bodies: string[]): Promise<Store> {
  const store = await openStore()
  await open(store)
  for (const [n, body] of bodies.entries()) await publish(store, body, n)
  await tellAsOf(store, older)
  return store
}

/** All that a reader is told of claims and changes, and the log. */
async function toldOf(store: Store) {
  const { n } = (await store.db.all<{ n: number }>(sql`select count(*) as n from versions`))[0] ?? { n: 0 }
  const versions = await Promise.all(Array.from({ length: n }, (_, i) => versionOf(store, i + 1)))
  return {
    changes: await standing(store),
    claims: await store.db.all(sql`select * from claims order by id`),
    wordings: await store.db.all(sql`select * from wordings order by claim_id, from_place`),
    log: await store.db.all(sql`select * from versions order by id`),
    versions: versions.map(({ sentences, claims }) => ({ sentences, claims })),
  }
}

describe('re-analysis', () => {
  it.each([
    ['labels and certainty', unsure],
    ['attributions', flat],
  ])('writes a run of its own and changes nothing that is told (%s)', async (_, older) => {
    const store = await archive(older, `${LOSS} ${SAID}`, `${LOSS} ${SAID} ${BEES}`, LOSS)
    const [before, rows] = [await toldOf(store), await counts(store)]
    expect(await reanalyze(store, 'harbour', NOW)).toEqual({
      slug: 'harbour',
      engine: ENGINE,
      sentences: 3,
      statements: 3,
      cutOtherwise: [],
    })
    expect(await toldOf(store)).toEqual(before)
    const { analysis_runs, statements, ...rest } = rows
    expect(await counts(store)).toEqual({ ...rest, analysis_runs: 2, statements: (statements ?? 0) + 3 })
    expect(await store.db.all(sql`select engine, reason from analysis_runs order by id`)).toEqual([
      { engine: 'an older one', reason: 'ingest' },
      { engine: ENGINE, reason: 'reanalysis' },
    ])
    expect(await verify(store, 'harbour')).toMatchObject({ ok: true, faults: [] })
  })

  it('is told to whoever keeps an answer about the article, once', async () => {
    const store = await archive(unsure, LOSS)
    const revision = async () => (await articleRow(store, 'harbour'))[0]?.revision ?? 0
    const before = await revision()
    await reanalyze(store, 'harbour', NOW)
    const after = await revision()
    expect(after).toBeGreaterThan(before)
    const rows = await counts(store)
    expect(await reanalyze(store, 'harbour', NOW)).toMatchObject({ sentences: 0, statements: 0 })
    expect([await revision(), await counts(store)]).toEqual([after, rows])
  })

  it('writes nothing where today’s engine has read everything', async () => {
    const store = await openStore()
    await open(store)
    await publish(store, `${LOSS} ${SAID}`, 0)
    const rows = await counts(store)
    expect(await reanalyze(store, 'harbour', NOW)).toMatchObject({ sentences: 0, statements: 0, cutOtherwise: [] })
    expect(await counts(store)).toEqual(rows)
  })

  it('lists a sentence that is told otherwise, and none that is told alike', async () => {
    const store = await archive((text, headline) => (text === LOSS ? unsure : asToday)(text, headline), `${LOSS} ${SAID}`)
    await reanalyze(store, 'harbour', NOW)
    expect((await reanalyzedRows(store, 'harbour', 0, 9)).map((row) => row.text)).toEqual([LOSS])
  })

  it('reads the sentences that came since by what they came with', async () => {
    const store = await archive(unsure, LOSS)
    await publish(store, `${LOSS} ${BEES}`, 1)
    expect(await reanalyze(store, 'harbour', NOW)).toMatchObject({ sentences: 1, statements: 1 })
    expect(await count(store, 'analysis_runs')).toBe(3)
  })

  it.each([
    ['labels and certainty', unsure],
    ['attributions', flat],
  ])('a later version has the changes that it has without it (%s)', async (_, older) => {
    const TEXTS = [
      `${BEES} ${SAID.replace('3', '4')} ${LOSS}`,
      `${LOSS} ${SAID}`,
      BEES,
      `${LOSS.replace('reported', 'may have reported')} ${BEES}`,
    ]
    const told = async (again: boolean) => {
      const store = await archive(older, `${LOSS} ${SAID}`, SAID)
      for (const [n, text] of TEXTS.entries()) {
        if (again) await reanalyze(store, 'harbour', NOW)
        await publish(store, text, 10 + n)
      }
      // One that comes late, between the first two.
      await post(store, `${LOSS} ${SAID.replace('May', 'June')}`, 0.5)
      const { changes, versions, log } = await toldOf(store)
      const hashes = log.map((row) => (row as { hash: string }).hash)
      return { changes, versions: versions.map((v) => v.claims.map(({ statement, number }) => [number, statement])), hashes }
    }
    expect(await told(true)).toEqual(await told(false))
  })

  it('of two at once, one writes', async () => {
    const store = await archive(unsure, `${LOSS} ${SAID}`)
    const done = await Promise.all([1, 2].map(() => reanalyze(store, 'harbour', NOW)))
    expect(done.map((one) => one.statements).sort()).toEqual([0, 2])
    expect(await count(store, 'statements')).toBe(4)
  })

  it('while the first version is written that today’s engine reads, both are whole', async () => {
    const store = await archive(unsure, `${LOSS} ${SAID}`)
    let writes = 0
    const overtaken: Store = {
      ...store,
      serialize: (work) => work(),
      async batchWrite(statements) {
        if (writes++ === 0) await reanalyze(store, 'harbour', NOW)
        return store.batchWrite(statements)
      },
    }
    // No sentence of it is new: nothing but the run could meet another's.
    await publish(overtaken, LOSS, 5)
    expect(writes).toBe(2)
    expect(await count(store, 'statements')).toBe(4)
    expect(
      await store.db.all(sql`select r.engine, r.reason from versions v join analysis_runs r on r.id = v.run_id order by v.id`),
    ).toEqual([
      { engine: 'an older one', reason: 'ingest' },
      { engine: ENGINE, reason: 'ingest' },
    ])
  })

  it('fails on an article that is not there', async () => {
    await expect(reanalyze(await openStore(), 'nothing', NOW)).rejects.toMatchObject({ code: 'not_found' })
  })
})

describe('an engine that cuts sentences otherwise', () => {
  it('reads the sentences as they are stored, and says which versions it would cut otherwise', async () => {
    const store = await openStore()
    await open(store)
    await publish(store, `${LOSS} ${SAID}\n\n${BEES}`, 0)
    await cutAsOne(store)
    const before = await toldOf(store)
    expect(before.versions[0]?.sentences.map((s) => s.text)).toEqual([`${LOSS} ${SAID}`, BEES])
    expect(before.versions[0]?.claims.map((c) => [c.number, c.sentence])).toEqual([
      [1, 0],
      [2, 0],
      [3, 1],
    ])
    expect(await verify(store, 'harbour')).toMatchObject({ ok: true })
    expect(await reanalyze(store, 'harbour', NOW)).toMatchObject({ sentences: 2, cutOtherwise: [1] })
    expect(await toldOf(store)).toEqual(before)
    expect(minute(0)).toBe(before.changes[0]?.to.capturedAt)
  })
})
