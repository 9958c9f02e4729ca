import { describe, expect, it } from 'vitest'
import { openStore } from '#harness'
import { changesBetween, compareVersions } from '../../src/reading/compare-versions.ts'
import { reanalyze } from '../../src/recording/reanalyze.ts'
import type { Store } from '../../src/store/store.ts'
import { NOW, open, publish } from './desk.ts'
import { type Engine, flat, tellAsOf, unsure } from './older-engine.ts'

const LOSS = 'The bank reported a loss of 40 million crowns.'
const SAID = 'Rents fell by 3 percent in May, Mayor Tobin Crake said.'
const BEES = 'A swarm of bees closed the post office in Ardle for 3 hours.'

/** A first version that the older engine read, and later ones. */
async function archive(older: Engine, first: string, ...later: string[]): Promise<Store> {
  const store = await openStore()
  await open(store)
  await publish(store, first, 0)
  await tellAsOf(store, older)
  for (const [n, body] of later.entries()) await publish(store, body, n + 1)
  return store
}

const folded = async (store: Store, a: number, b: number) =>
  (await changesBetween(store, 'harbour', a, b)).changes.map((c) => [c.kinds, c.claims] as const)

describe.each([
  ['was unsure of everything', unsure],
  ['found no attributions', flat],
])('versions of two engines, the older of which %s', (_, older) => {
  it('have no change where they have the same text', async () => {
    const store = await archive(older, `${LOSS} ${SAID}`, BEES, `${LOSS} ${SAID}`)
    expect(await folded(store, 1, 3)).toEqual([])
    expect((await compareVersions(store, 'harbour', 1, 3)).changes).toEqual([])
  })

  it('have the changes of their texts', async () => {
    const next = `${LOSS.replace('40', '60')} ${SAID.replace('3 percent', '4 percent')}`
    const store = await archive(older, `${LOSS} ${SAID}`, `${BEES} ${LOSS}`, next, `${next} ${BEES}`)
    const changed = [['number_changed'], ['number_changed']]
    expect((await folded(store, 1, 3)).map(([kinds]) => kinds)).toEqual(changed)
    expect((await folded(store, 1, 4)).map(([kinds]) => kinds)).toEqual([...changed, ['introduced']])
    expect((await folded(store, 4, 1)).map(([kinds]) => kinds)).toEqual([...changed, ['withdrawn']])
  })

  it('are told as before once they have been read again', async () => {
    const next = `${LOSS.replace('40', '60')} ${SAID.replace('3 percent', '4 percent')}`
    const store = await archive(older, `${LOSS} ${SAID}`, BEES, next)
    const before = await folded(store, 1, 3)
    await reanalyze(store, 'harbour', NOW)
    expect(await folded(store, 1, 3)).toEqual(before)
  })
})
