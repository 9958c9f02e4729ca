import { sql } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import { openStore } from '#harness'
import type { Store } from '../../src/store/store.ts'
import { minute, open, post, publish, standing, versionOf } from './desk.ts'
import { type Engine, flat, tellAsOf, unsure } from './older-engine.ts'

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

const changesInto = async (store: Store, number: number) =>
  (await standing(store)).filter((c) => c.to.number === number).map((c) => [c.kinds, c.claims] as const)

describe('an older engine’s statements', () => {
  it('stay with a sentence that stands verbatim', async () => {
    const store = await archive(unsure, `${LOSS} ${SAID}`)
    await publish(store, `${BEES} ${SAID} ${LOSS}`, 5)
    expect((await versionOf(store, 2)).claims.map((c) => c.statement.label).filter((l) => l.startsWith('Old '))).toHaveLength(2)
    expect((await changesInto(store, 2)).filter(([kinds]) => !kinds.includes('moved'))).toEqual([[['introduced'], [3]]])
  })

  it('are no change where today’s engine tells the sentence otherwise', async () => {
    for (const older of [unsure, flat]) {
      const store = await archive(older, `${LOSS} ${SAID}`)
      await publish(store, `${LOSS.replace('40', '60')} ${SAID.replace('3 percent', '4 percent')}`, 5)
      expect(await changesInto(store, 2)).toEqual([
        [['number_changed'], [1]],
        [['number_changed'], [2]],
      ])
      expect((await versionOf(store, 2)).claims.map((c) => c.number)).toEqual([1, 2])
    }
  })

  it('are withdrawn with their sentence', async () => {
    const store = await archive(flat, `${LOSS} ${SAID}`)
    await publish(store, LOSS, 5)
    expect(await changesInto(store, 2)).toEqual([[['withdrawn'], [2]]])
  })

  it('come back as they were', async () => {
    for (const older of [unsure, flat]) {
      const store = await archive(older, `${LOSS} ${SAID}`, LOSS)
      await publish(store, `${LOSS} ${SAID}`, 5)
      expect(await changesInto(store, 3)).toEqual([[['restored'], [2]]])
      expect((await versionOf(store, 3)).claims.map((c) => c.statement)).toEqual(
        (await versionOf(store, 1)).claims.map((c) => c.statement),
      )
    }
  })

  it('come back in other words as what they are', async () => {
    const store = await archive(unsure, `${LOSS} ${SAID}`, LOSS)
    await publish(store, `${LOSS} ${SAID.replace('3 percent', '4 percent')}`, 5)
    expect(await changesInto(store, 3)).toEqual([[['restored', 'number_changed'], [2]]])
  })

  const BOTH = 'Mayor Tobin Crake said that rents fell, and Edda Lorne said that wages rose.'

  it('fewer than today’s: the others begin without a change', async () => {
    const store = await archive(unsure, `${LOSS} ${BOTH}`)
    expect((await versionOf(store, 1)).claims).toHaveLength(3)
    for (const table of ['trails', 'wordings']) {
      await store.db.run(sql`delete from ${sql.identifier(table)} where claim_id = 3`)
    }
    for (const table of ['changes', 'claims', 'statements']) {
      await store.db.run(sql`delete from ${sql.identifier(table)} where id = 3`)
    }
    await publish(store, `${LOSS} ${BOTH.replace('rents fell', 'old rents fell')}`, 5)
    expect((await versionOf(store, 2)).claims.map((c) => c.number)).toEqual([1, 2, 3])
    expect(await changesInto(store, 2)).toEqual([[['reworded'], [2]]])
    await publish(store, `${LOSS} ${BOTH.replace('wages rose', 'wages rose by 5 percent')}`, 6)
    expect((await versionOf(store, 3)).claims.map((c) => c.number)).toEqual([1, 2, 3])
    await publish(store, LOSS, 7)
    expect((await changesInto(store, 4)).flatMap(([, claims]) => claims)).toEqual([2, 3])
  })

  it('more than today’s: the others end without a change, and with their sentence as withdrawn', async () => {
    for (const [next, changes, statuses] of [
      [`${LOSS.replace('40', '60')} ${SAID}`, [[['number_changed'], [1]]], ['present', 'present', 'merged']],
      [SAID, [[['withdrawn'], [1, 9]]], ['withdrawn', 'present', 'withdrawn']],
    ] as const) {
      const store = await archive(unsure, `${LOSS} ${SAID}`)
      await store.db.run(sql`insert into statements (id, sentence_id, place, run_id, analysis) select 9, sentence_id, 1, run_id, json_set(analysis, '$[4]', json('[4,8]'))
        from statements where id = 1`)
      await store.db.run(sql`insert into claims (id, article_id, number, status, statement_id, label, check_worthiness, changes)
        select 9, article_id, 9, 'present', 9, label, 0, 0 from claims where id = 1`)
      await store.db.run(sql`insert into wordings (claim_id, from_place, article_id, statement_id, ordinal, source_id, reading)
        select 9, from_place, article_id, 9, ordinal, source_id, reading from wordings where claim_id = 1`)
      await publish(store, next, 5)
      expect(await changesInto(store, 2)).toEqual(changes)
      expect((await store.db.all<{ status: string }>(sql`select status from claims order by id`)).map((r) => r.status)).toEqual(
        statuses,
      )
    }
  })

  it('a late version between them changes nothing but what its text does', async () => {
    for (const older of [unsure, flat]) {
      const store = await archive(older, `${LOSS} ${SAID}`, `${LOSS.replace('40', '60')} ${SAID}`)
      expect(await post(store, `${LOSS.replace('40', '50')} ${SAID}`, 0.5)).toMatchObject({ outcome: 'created' })
      expect((await standing(store)).slice(2).map((c) => [c.from?.capturedAt, c.to.capturedAt, c.kinds, c.claims])).toEqual([
        [minute(0), minute(0.5), ['number_changed'], [1]],
        [minute(0.5), minute(1), ['number_changed'], [1]],
      ])
    }
  })
})
