import { describe, expect, it } from 'vitest'
import { openStore } from '#harness'
import { changesBetween } from '../../src/reading/compare-versions.ts'
import { verify } from '../../src/reading/verify/verify-article.ts'
import type { Store } from '../../src/store/store.ts'
import { minute, open, post, publish, standing, versionOf } from './desk.ts'
import { cutAsOne } from './older-engine.ts'

const LOSS = 'The bank reported a loss of 40 million crowns.'
const SAID = 'Rents fell by 3 percent in May, Mayor Tobin Crake said.'
const BEES = 'A swarm of bees closed the post office in Ardle for 3 hours.'

/** Versions that an older engine cut, which made the first two sentences one. */
async function archive(...bodies: string[]): Promise<Store> {
  const store = await openStore()
  await open(store)
  for (const [n, body] of bodies.entries()) await publish(store, body, n)
  await cutAsOne(store)
  return store
}

const changesInto = async (store: Store, number: number) =>
  (await standing(store)).filter((c) => c.to.number === number).map((c) => [c.kinds, c.claims] as const)

const claimsOf = async (store: Store, number: number) =>
  (await versionOf(store, number)).claims.map((c) => [c.number, c.sentence] as const)

describe('a version that an older engine cut into other sentences', () => {
  it('has its claims in the sentences of today, and only the changes of the text', async () => {
    const store = await archive(`${LOSS} ${SAID}`)
    await publish(store, `${LOSS} ${SAID}\n\n${BEES}`, 5)
    expect((await versionOf(store, 2)).sentences.map((s) => s.text)).toEqual([LOSS, SAID, BEES])
    expect(await changesInto(store, 2)).toEqual([[['introduced'], [3]]])
    expect(await claimsOf(store, 2)).toEqual([
      [1, 0],
      [2, 1],
      [3, 2],
    ])
    expect((await changesBetween(store, 'harbour', 1, 2)).changes.map((c) => c.kinds)).toEqual([['introduced']])
    await publish(store, `${LOSS.replace('40', '60')} ${SAID}\n\n${BEES}`, 6)
    expect(await changesInto(store, 3)).toEqual([[['number_changed'], [1]]])
    expect((await changesBetween(store, 'harbour', 2, 3)).changes.map((c) => c.kinds)).toEqual([['number_changed']])
    expect(await verify(store, 'harbour')).toMatchObject({ ok: true, faults: [] })
  })

  it('and a paragraph set between them: no change', async () => {
    const store = await archive(`${LOSS} ${SAID} ${BEES}`)
    await publish(store, `${LOSS}\n\n${SAID}\n\n${BEES}`, 5)
    expect(await changesInto(store, 2)).toEqual([])
    expect((await claimsOf(store, 2)).map(([number]) => number)).toEqual([1, 2, 3])
  })

  it('a late version between two such adds no change but its own', async () => {
    const store = await archive(`${LOSS} ${SAID}`, `${LOSS} ${SAID} ${BEES}`)
    expect(await post(store, `${LOSS} ${SAID}\n\n${BEES}`, 0.5)).toMatchObject({ outcome: 'created' })
    expect((await standing(store)).slice(2).map((c) => [c.from?.capturedAt, c.to.capturedAt, c.kinds, c.claims])).toEqual([
      [minute(0), minute(0.5), ['introduced'], [3]],
    ])
  })
})

describe('a text of which only the paragraphs changed', () => {
  it.each([
    ['between sentences', `${LOSS} ${SAID} ${BEES}`, `${LOSS}\n\n${SAID} ${BEES}`],
    [
      'within a quotation',
      `${BEES} “We came back. The door was open,” said Orla Dunnet.`,
      `${BEES} “We came back.\n\nThe door was open,” said Orla Dunnet.`,
    ],
  ])('has no change: %s', async (_, first, second) => {
    const store = await openStore()
    await open(store)
    await publish(store, first, 0)
    await publish(store, second, 1)
    await publish(store, first, 2)
    expect([await changesInto(store, 2), await changesInto(store, 3)]).toEqual([[], []])
    expect((await changesBetween(store, 'harbour', 1, 2)).changes).toEqual([])
    expect((await claimsOf(store, 3)).map(([number]) => number)).toEqual((await claimsOf(store, 1)).map(([number]) => number))
  })
})
