/** What entries of the log tell of the rows that they are about: a class of entries a row, and what they keep to themselves. */
import { sql } from 'drizzle-orm'
import { beforeAll, describe, expect, it } from 'vitest'
import { openStore } from '#harness'
import type { LoggedEntryJson } from '../../src/http/json/log/logged-entry-json.ts'
import { givenSigner } from '../../src/log/given-signer.ts'
import { makeKey } from '../../src/log/note.ts'
import { NOW, read, type Stage, stageOver, tellStory, well } from '../http/stage.ts'

let stage: Stage
let entries: readonly LoggedEntryJson[]

const told = async (query = '') =>
  (await read<{ data: LoggedEntryJson[] }>(stage.ask, `/v1/log/entries?limit=200${query}`)).data

const CLAIM = '/v1/articles/ferry/claims/1/reviews'
const [FIRST, SECOND] = [1, 2].map((number) => `/v1/articles/ferry/versions/${number}`)
const [A_COURT, THE_DESK] = [{ reason: 'By order of a court' }, { reason: 'A mistake of the desk' }]

/** Every kind of entry of the ferry: a check, a rename, two reviews, a withholding that was lifted, an erasure; the bridge is its alias. */
beforeAll(async () => {
  let now = Date.parse(NOW)
  stage = stageOver(await openStore(), {}, 0, {
    signer: givenSigner(await makeKey('gazette.example')),
    // No two writes have the same time.
    clock: () => now++,
  })
  await tellStory(stage)
  const { title, body } = await read<{ title: string; body: string }>(stage.ask, '/v1/articles/ferry/versions/3')
  await well(stage.ingest('ferry', '20:00', title, ...body.split('\n\n')))
  await well(stage.send('PATCH', '/v1/articles/ferry', { title: 'The ferry' }))
  await well(stage.send('POST', CLAIM, { action: 'confirm' }))
  await well(stage.send('POST', CLAIM, { action: 'withdraw', review: 1 }))
  await well(stage.send('PUT', `${FIRST}/withholding`, THE_DESK))
  await well(stage.send('DELETE', `${FIRST}/withholding`, undefined))
  await well(stage.send('PUT', `${SECOND}/withholding`, A_COURT))
  await well(stage.send('POST', `${SECOND}/erasure`, { reason: 'Data protection', ordered_by: 'District court' }))
  await well(stage.send('POST', '/v1/articles/bridge/alias', { of: 'ferry', reason: 'One story' }))
  await well(stage.send('DELETE', '/v1/articles/bridge/alias?reason=Two%20stories', undefined))
  await stage.ask('/v1/log/checkpoint')
  entries = await told()
})

const TIME = expect.stringMatching(/^2026-03-01T12:00:/)
const NOTHING = { version: null, changes: null, claim: null, action: null, reason: null, ordered_by: null }
const own = (entry: LoggedEntryJson) => {
  const { position, kind, article_id, subject, digest, leaf_hash, article, hash, ...rest } = entry
  return rest
}

/** Kind, article, which of them, and what it tells. */
const CLASSES: readonly (readonly [LoggedEntryJson['kind'], string | null, number, Partial<LoggedEntryJson>])[] = [
  ['article', 'ferry', 0, { recorded_at: TIME }],
  ['slug', 'ferry', 0, { recorded_at: null }],
  ['publication', 'ferry', 0, { recorded_at: null }],
  ['address', 'ferry', 0, { recorded_at: null }],
  ['title', 'ferry', 0, { recorded_at: null }],
  ['version', 'ferry', 0, { version: 1, recorded_at: TIME }],
  ['version', 'ferry', 2, { version: 3, recorded_at: TIME }],
  ['version', 'bridge', 0, { version: 1, recorded_at: TIME }],
  ['statements', 'ferry', 0, { recorded_at: TIME }],
  ['claims', 'ferry', 0, { recorded_at: TIME }],
  ['wordings', 'ferry', 0, { version: 1, recorded_at: TIME }],
  ['wordings', 'ferry', 1, { version: 2, recorded_at: TIME }],
  ['changes', 'ferry', 0, { version: 1, changes: 4, recorded_at: TIME }],
  ['changes', 'ferry', 1, { version: 2, recorded_at: TIME }],
  ['changes', 'bridge', 0, { version: 1, changes: 2, recorded_at: TIME }],
  ['review', 'ferry', 0, { claim: 1, action: 'confirm', recorded_at: TIME }],
  ['review', 'ferry', 1, { claim: 1, action: 'withdraw', recorded_at: TIME }],
  ['withholding', 'ferry', 0, { version: 1, action: 'withhold', recorded_at: TIME }],
  ['withholding', 'ferry', 1, { version: 1, action: 'release', recorded_at: TIME }],
  ['withholding', 'ferry', 2, { version: 2, action: 'withhold', ...A_COURT, recorded_at: TIME }],
  ['erasure', 'ferry', 0, { version: 2, reason: 'Data protection', ordered_by: 'District court', recorded_at: TIME }],
  ['check', 'ferry', 0, { version: 3, recorded_at: TIME }],
  ['alias', 'bridge', 0, { action: 'join', recorded_at: TIME }],
  ['alias', 'bridge', 1, { action: 'leave', recorded_at: TIME }],
  ['key', null, 0, { recorded_at: TIME }],
]

describe('an entry', () => {
  it.each(CLASSES)('of %s of %s, %i, tells of its rows', (kind, article, nth, expected) => {
    const entry = entries.filter((one) => one.kind === kind && one.article === article)[nth]
    expect(entry && own(entry)).toEqual({ ...NOTHING, ...expected })
  })

  it('of a version has the hash that its proof says, and no other has one', async () => {
    for (const { kind, position, hash } of entries) {
      const { said } = await read<{ said: unknown[] | null }>(stage.ask, `/v1/log/entries/${position}`)
      expect([position, hash]).toEqual([position, kind === 'version' ? said?.[0] : null])
    }
  })

  it('of each kind is in the table', () => {
    expect(new Set(CLASSES.map(([kind]) => kind))).toEqual(new Set(entries.map(({ kind }) => kind)))
  })

  it('keeps to itself what a withheld version said, how many changes it had, and a reason that does not stand', () => {
    const words = JSON.stringify(entries)
    for (const hidden of ['Norrholm', 'gazette.example/', THE_DESK.reason, 'One story']) expect(words).not.toContain(hidden)
    const ofSecond = entries.filter(({ kind, article, version }) => kind === 'changes' && article === 'ferry' && version !== 1)
    expect(ofSecond.map(({ changes }) => changes)).toEqual([null, null])
  })

  it('of an analysis has the time of the write that made it', () => {
    let write: LoggedEntryJson | undefined
    let analyses = 0
    for (const entry of entries) {
      if (['version', 'review', 'erasure'].includes(entry.kind)) write = entry
      if (!['statements', 'claims', 'wordings', 'changes'].includes(entry.kind)) continue
      expect([entry.position, entry.recorded_at]).toEqual([entry.position, write?.recorded_at])
      analyses++
    }
    expect(analyses).toBeGreaterThan(12)
    const times = entries.filter(({ kind }) => kind === 'version').map(({ recorded_at }) => recorded_at)
    expect(new Set(times).size).toBe(times.length)
  })

  it('with its proof tells the same', async () => {
    for (const entry of entries) expect(await read(stage.ask, `/v1/log/entries/${entry.position}`)).toMatchObject({ ...entry })
  })
})

describe('the entries of an article', () => {
  it('are those of its present and its former slug, in pages', async () => {
    const ferry = entries.filter(({ article }) => article === 'ferry')
    expect(ferry.length).toBeGreaterThan(20)
    expect(await told('&article=ferry')).toEqual(ferry)
    const [first, later] = await Promise.all([told('&article=ferry&until=9'), told('&article=ferry&after=9')])
    expect([...first, ...later]).toEqual(ferry)
    await well(stage.send('PATCH', '/v1/articles/ferry', { slug: 'norrholm-ferry' }))
    expect((await told('&article=ferry')).map(({ article }) => article)).toEqual(
      Array.from({ length: ferry.length + 1 }, () => 'norrholm-ferry'),
    )
    await well(stage.send('PATCH', '/v1/articles/norrholm-ferry', { slug: 'ferry' }))
  })

  it('of no article of the archive is a 400', async () => {
    const answer = await stage.ask('/v1/log/entries?article=none')
    expect([answer.status, await answer.json()]).toMatchObject([400, { errors: [{ path: 'query.article' }] }])
  })
})

it('changes that came to the log behind later ones are not counted', async () => {
  const late = stageOver(await openStore(), {}, 0)
  await tellStory(late)
  const counts = async () =>
    (await read<{ data: LoggedEntryJson[] }>(late.ask, '/v1/log/entries?article=ferry')).data
      .filter(({ kind }) => kind === 'changes')
      .map(({ changes }) => changes)
  const before = await counts()
  expect(before).toHaveLength(3)
  expect(before.every((count) => count !== null && count > 0)).toBe(true)
  await late.store.db.run(sql`drop trigger log_keep_insert`)
  await late.store.db.run(sql`insert into log (kind, article_id, subject, digest)
    select kind, article_id, subject, digest from log where kind = 10 and article_id = 1 order by id limit 1`)
  expect((await counts()).at(-1)).toBeNull()
})
