import { sql } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import { openStore } from '#harness'
import { reanalyze } from '../../src/recording/reanalyze.ts'
import { changeRows, changeView } from '../../src/store/read/changes.ts'
import type { Store } from '../../src/store/store.ts'
import { count, NOW, open, post, publish, standing, versionList, versionOf } from './desk.ts'
import { withWords } from './older-engine.ts'
import { expectDerived } from './sums.ts'

const STORY = 'The mill in Varsk burned for nine hours on Monday.'
const MEETING = 'The council will meet before Friday to discuss it.'
const CREDIT = '(Reporting by Ada Quill; Editing by Tom Brandt)'
const body = (...paragraphs: string[]) => paragraphs.join('\n\n')

async function archive(): Promise<Store> {
  const store = await openStore()
  await open(store)
  return store
}

/** The changes of furniture that stand: version, kinds, and the lines. */
async function ofFurniture(store: Store) {
  const rows = await changeRows(store, { slug: 'harbour', zone: 'furniture', standing: true, order: 'trail', limit: -1 })
  return rows.map(changeView).map(({ to, kinds, before, after, claims }) => {
    expect(claims).toEqual([])
    return [to.number, kinds.join(' '), before.map((s) => s.exact).join(), after.map((s) => s.exact).join()]
  })
}

const placed = async (store: Store, number: number) =>
  (await versionOf(store, number)).sentences.map(({ zone, text }) => [zone, text])

describe('furniture', () => {
  it('is in the version and its changes are recorded, but it has no claims and is not counted', async () => {
    const store = await archive()
    await publish(store, body('By Ada Quill', 'Updated at 14:05 GMT', STORY, MEETING, CREDIT), 1)
    expect(await placed(store, 1)).toEqual([
      ['furniture', 'By Ada Quill'],
      ['furniture', 'Updated at 14:05 GMT'],
      ['lead', STORY],
      ['body', MEETING],
      ['furniture', CREDIT],
    ])
    expect((await versionOf(store, 1)).claims.map(({ sentence }) => sentence)).toEqual([2, 3])
    const { changes } = await publish(store, body('By Ada Quill', 'Updated at 15:30 GMT', STORY, MEETING), 2)
    expect(changes).toEqual([])
    expect((await standing(store)).map(({ to, kinds }) => [to.number, ...kinds])).toEqual([
      [1, 'introduced'],
      [1, 'introduced'],
    ])
    expect(await ofFurniture(store)).toEqual([
      [1, 'introduced', '', 'By Ada Quill'],
      [1, 'introduced', '', 'Updated at 14:05 GMT'],
      [1, 'introduced', '', CREDIT],
      [2, 'date_changed', 'Updated at 14:05 GMT', 'Updated at 15:30 GMT'],
      [2, 'withdrawn', CREDIT, ''],
    ])
    expect(await store.db.all(sql`select sum(changes) as n from archive_change_counts`)).toEqual([{ n: 2 }])
    expect((await versionList(store)).map(({ kinds }) => JSON.parse(kinds).length)).toEqual([2, 0])
    expect(await store.db.all(sql`select present_claims as p, withdrawn_claims as w from articles`)).toEqual([{ p: 2, w: 0 }])
    await expectDerived(store)
  })

  it('comes back as the same sentence', async () => {
    const store = await archive()
    for (const [n, lines] of [[STORY, CREDIT], [STORY], [STORY, CREDIT]].entries()) await publish(store, body(...lines), n)
    expect(await count(store, 'sentences')).toBe(2)
    expect((await ofFurniture(store)).map(([to, kinds]) => [to, kinds])).toEqual([
      [1, 'introduced'],
      [2, 'withdrawn'],
      [3, 'introduced'],
    ])
  })

  it('has the same changes in whatever order its versions come', async () => {
    const texts = [
      body('Updated at 14:05 GMT', STORY),
      body('Updated at 15:30 GMT', STORY, MEETING),
      body(STORY, MEETING, CREDIT),
      body('Updated at 15:30 GMT', STORY.replace('nine', 'ten'), CREDIT),
    ]
    const told = async (order: readonly number[]) => {
      const store = await archive()
      for (const n of order) await publish(store, texts[n] ?? '', n)
      await expectDerived(store)
      return (await ofFurniture(store)).map(([, ...rest]) => rest)
    }
    const inOrder = await told([0, 1, 2, 3])
    expect(inOrder).toHaveLength(5)
    for (const order of [
      [3, 2, 1, 0],
      [1, 3, 0, 2],
    ])
      expect(await told(order)).toEqual(inOrder)
  })

  it('is what it was where the text around it differs', async () => {
    const store = await archive()
    await publish(store, body(STORY, 'Fire safety', MEETING), 1)
    await publish(store, body(STORY, 'Fire safety'), 2)
    await post(store, body(STORY, MEETING, 'Fire safety'), 0)
    expect((await placed(store, 2)).at(-1)).toEqual(['furniture', 'Fire safety'])
    expect((await placed(store, 3)).at(-1)).toEqual(['furniture', 'Fire safety'])
    const other = await archive()
    await publish(other, body(STORY, 'Fire safety'), 1)
    await publish(other, body(STORY, 'Fire safety', MEETING), 2)
    expect((await placed(other, 2))[1]).toEqual(['body', 'Fire safety'])
    expect((await standing(other)).filter(({ to }) => to.number === 2).map(({ kinds }) => kinds)).toEqual([['introduced']])
  })

  it('is left out where an article is analyzed again', async () => {
    const store = await archive()
    await publish(store, body('By Ada Quill', STORY, CREDIT), 1)
    await store.db.run(sql`update analysis_runs set engine = 'an older one'`)
    expect(await reanalyze(store, 'harbour', NOW)).toMatchObject({ sentences: 1, statements: 1, cutOtherwise: [] })
    expect(await reanalyze(store, 'harbour', NOW)).toMatchObject({ sentences: 0, statements: 0 })
  })
})

describe('an archive of an engine that found claims in furniture', () => {
  /** An archive whose versions have a line of furniture with a claim. */
  async function older(...bodies: string[]): Promise<Store> {
    const store = await archive()
    for (const [n, text] of bodies.entries()) await publish(store, text.replaceAll('Updated at', 'Up to dats'), n)
    await withWords(store, 'Up to dats', 'Updated at')
    return store
  }

  it('has no change where the line stands', async () => {
    const store = await older(body('Updated at 14:05 GMT', STORY))
    await publish(store, body('Updated at 14:05 GMT', STORY, MEETING), 5)
    expect((await placed(store, 2)).map(([zone]) => zone)).toEqual(['lead', 'body', 'body'])
    const made = (await standing(store)).filter(({ to }) => to.number === 2)
    expect(made.map(({ kinds, after }) => [...kinds, ...after.map((s) => s.exact)])).toEqual([['introduced', MEETING]])
    expect(await ofFurniture(store)).toEqual([])
  })

  it('tells an edit of the line as one of furniture, and nothing of its claims', async () => {
    const store = await older(body('Updated at 14:05 GMT', STORY))
    await publish(store, body('Updated at 15:30 GMT', STORY), 5)
    expect((await standing(store)).filter(({ to }) => to.number === 2)).toEqual([])
    expect(await ofFurniture(store)).toEqual([[2, 'date_changed', 'Updated at 14:05 GMT', 'Updated at 15:30 GMT']])
    expect((await versionOf(store, 2)).claims.map(({ number }) => number)).toEqual([2])
    await publish(store, body('Updated at 14:05 GMT', STORY), 6)
    expect((await standing(store)).filter(({ to }) => to.number === 3)).toEqual([])
    expect((await ofFurniture(store)).at(-1)).toEqual([3, 'date_changed', 'Updated at 15:30 GMT', 'Updated at 14:05 GMT'])
    await expectDerived(store)
  })

  it('keeps its changes where a version comes late', async () => {
    const store = await older(body('Updated at 14:05 GMT', STORY), body('Updated at 15:30 GMT', STORY))
    const recorded = await standing(store)
    await post(store, body('Updated at 14:05 GMT', MEETING), -5)
    expect((await standing(store)).filter(({ from }) => from?.number === 1)).toEqual(
      recorded.filter(({ from }) => from?.number === 1),
    )
  })
})
