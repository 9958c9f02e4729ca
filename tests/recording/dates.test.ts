import { sql } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import { openStore, runtime } from '#harness'
import { verify } from '../../src/reading/verify/verify-article.ts'
import { ingest } from '../../src/recording/ingest.ts'
import type { VersionInput } from '../../src/recording/storable.ts'
import { claimRows, claimView, presenceRows } from '../../src/store/read/claims.ts'
import type { Store } from '../../src/store/store.ts'
import { input, NOW, open, standing, versionList, versionOf } from './desk.ts'

const SANK = 'The barge was lost on Tuesday.'
const BUILT = 'It was built in May 2019.'
const RAISED = 'It was raised on Tuesday.'
const RENTS = 'Rents fell by 3 percent.'

/** In March 2025 the 11th, 18th and 25th were Tuesdays. */
const day = (n: number, hour = 12) => `2025-03-${n}T${hour}:00:00.000Z`

interface Posted {
  readonly text: string
  readonly captured: string
  readonly published?: string | null
  readonly modified?: string | null
}

async function archive(...list: readonly Posted[]): Promise<Store> {
  const store = await openStore()
  await open(store)
  for (const { text, captured, published = null, modified = null } of list) {
    const times: Partial<VersionInput> = { publishedAt: published, modifiedAt: modified }
    await ingest(store, 'harbour', input(text, captured, times), NOW)
  }
  return store
}

/** What the dates of every version mean, by the sentence, in the order of the versions. */
async function datesOf(store: Store) {
  const list = await versionList(store)
  return Promise.all(
    list.map(async ({ number, capturedAt }) => {
      const { claims, sentences } = await versionOf(store, number)
      return [capturedAt, Object.fromEntries(claims.map((c) => [sentences[c.sentence]?.text, c.reading.dates]))]
    }),
  )
}

describe('a relative date', () => {
  const first = { text: `${SANK} ${BUILT}`, captured: day(12), published: day(12, 9) }
  const before = { [SANK]: ['2025-03-11'], [BUILT]: ['2019-05'] }
  const both = `${SANK} ${BUILT} ${RAISED}`
  it.each([
    ['that stands means what it meant, and is new by the day of change', day(12, 9), day(19), ['2025-03-18'], before],
    ['that is new on the day of publication goes by it', day(20, 9), null, ['2025-03-18'], before],
    ['that is new on an unknown day has none', day(12, 9), null, [], before],
    ['that is new without any day has none', null, null, [], before],
  ])('%s', async (_, published, modified, raised, kept) => {
    const store = await archive(first, { text: both, captured: day(20), published, modified })
    expect(await datesOf(store)).toEqual([
      [day(12), before],
      [day(20), { ...kept, [RAISED]: raised }],
    ])
  })

  it.each([
    ['without a day of publication', null, []],
    ['by the day of publication, however late it was captured', day(12, 9), ['2025-03-11']],
  ])('of the first version is resolved %s', async (_, published, dates) => {
    const store = await archive({ text: SANK, captured: day(30), published, modified: null })
    expect(await datesOf(store)).toEqual([[day(30), { [SANK]: dates }]])
  })
})

it('another day of publication changes no claim, no wording and no trail', async () => {
  const story = (second: string | null, third: string | null) =>
    archive(
      { text: `${SANK} ${BUILT}`, captured: day(12), published: day(12, 9) },
      { text: `${SANK} ${BUILT} ${RENTS}`, captured: day(20), published: second },
      { text: `${SANK} ${BUILT}`, captured: day(21), published: third },
    )
  const told = async (store: Store) => ({
    changes: (await standing(store)).map(({ from, to, kinds, claims, detail }) => [
      from?.number,
      to.number,
      kinds,
      claims,
      detail,
    ]),
    claims: (await claimRows(store, { slug: 'harbour', sort: 'number', limit: 10 })).map(claimView),
    presence: await presenceRows(store, 'harbour', 1),
    wordings: await store.db.all(sql`select claim_id, from_place, until_place, reading, ended from wordings order by claim_id`),
  })
  const same = await told(await story(day(12, 9), day(12, 9)))
  expect(same.changes.map(([, to, kinds]) => [to, kinds])).toEqual([
    [1, ['introduced']],
    [1, ['introduced']],
    [2, ['introduced']],
    [3, ['withdrawn']],
  ])
  expect(same.claims.map(({ dates }) => dates)).toEqual([['2025-03-11'], ['2019-05'], []])
  expect(same.wordings).toHaveLength(3)
  for (const [second, third] of [
    [day(19), day(19)],
    [null, null],
    [day(12, 9), day(21, 9)],
    [day(20, 9), null],
  ] as const) {
    expect(await told(await story(second, third))).toEqual(same)
  }
})

describe('whatever the order of arrival', () => {
  /** The first text is seen again before and after the second one. */
  const story: readonly Posted[] = [
    { text: `${SANK} ${RENTS}`, captured: day(12), published: day(12, 9) },
    { text: `${SANK} ${RENTS}`, captured: day(14), published: day(13, 9) },
    { text: `${RENTS} ${RAISED}`, captured: day(19), published: day(12, 9), modified: day(18) },
    { text: `${SANK} ${RENTS}`, captured: day(26), published: day(26, 9) },
  ]
  const orders = [
    [0, 1, 2, 3],
    [0, 1, 3, 2],
    [3, 2, 1, 0],
    [2, 3, 0, 1],
    [0, 3, 2, 1],
    [0, 2, 3, 1],
  ]
  it.each(runtime === 'node' ? orders : orders.slice(0, 3))('%i, %i, %i, %i: dates mean the same', async (...order) => {
    const store = await archive(...order.flatMap((n) => story[n] ?? []))
    // A text that was seen again is a check or a version, as it came.
    const found = (await datesOf(store)).filter(([captured]) => captured !== day(14))
    expect(found).toEqual([
      [day(12), { [SANK]: ['2025-03-11'], [RENTS]: [] }],
      [day(19), { [RENTS]: [], [RAISED]: ['2025-03-18'] }],
      [day(26), { [SANK]: ['2025-03-25'], [RENTS]: [] }],
    ])
    expect((await versionOf(store, (await versionList(store)).at(-1)?.number ?? 0)).row.publishedAt).toBe(day(26, 9))
    expect(await verify(store, 'harbour')).toMatchObject({ ok: true, faults: [] })
  })
})
