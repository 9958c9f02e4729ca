/** A difference of a newer reader, or of other selectors, is no edit; a change by the site is one, also where both happen at once. */
import { sql } from 'drizzle-orm'
import { beforeEach, describe, expect, it, test } from 'vitest'
import { openStore } from '#harness'
import { READER } from '../../src/capture/reading.ts'
import { captureRows } from '../../src/store/captures/captures.ts'
import { latestText } from '../../src/store/captures/latest-text.ts'
import { updateWatch } from '../../src/store/captures/watches.ts'
import { articleRow, articleView } from '../../src/store/read/articles.ts'
import { changeRows, changeView } from '../../src/store/read/changes.ts'
import { type ClaimFilter, claimRows } from '../../src/store/read/claims.ts'
import { versionRows } from '../../src/store/read/lists/version-lists.ts'
import { changedClaims } from '../../src/store/read/stories/changed-claims.ts'
import { sourceCounts } from '../../src/store/read/stories/of-source.ts'
import { importCaptures } from '../../src/watching/import-captures.ts'
import { type Desk, openDesk } from './desk.ts'
import { article, REST } from './site.ts'

const FARES = 'https://harbour-post.example/ferry-fares'
const WILL = 'Fares on the Norrholm ferry will rise by 10 percent in May, the operator said on Monday.'
const MAY = 'Fares on the Norrholm ferry may rise by 10 percent in May, the operator said on Monday.'
const PROMO = 'Subscribers read it first, and they also get the weather of the week by mail each Monday before breakfast.'
const DROP = { drop: ['.zz'] }

let desk: Desk
beforeEach(async () => {
  desk = openDesk(await openStore())
})

const show = (lead: string, more: { headers?: Record<string, string>; promo?: string } = {}) =>
  desk.site.pages.set(FARES, {
    body: article('Ferry Fares Rise', lead, ...REST).replace(
      '</article>',
      `<p class="zz">${more.promo ?? PROMO}</p></article>`,
    ),
    ...(more.headers && { headers: more.headers }),
  })

/** Watches the page, and has it read with the promotion and then, by other selectors, without it. */
async function readOtherwise(settings: object = DROP): Promise<number> {
  const id = await desk.watch(FARES)
  await desk.later(0)
  await updateWatch(desk.store, id, { settings: JSON.stringify(settings) }, new Date().toISOString())
  return id
}

const outcomes = async () => (await desk.captures()).map(({ outcome, version }) => [outcome, version])

const versions = async () =>
  (await versionRows(desk.store, 'ferry-fares-rise', undefined, 50)).map(({ number, rereads, kinds }) => ({
    number,
    technical: rereads !== null,
    changes: JSON.parse(kinds).length,
  }))

const changesIn = async (zone?: 'all') =>
  (await changeRows(desk.store, { zone, laterVersions: true, standing: true, order: 'recorded', limit: 100 })).map(changeView)

const text = async () => (await latestText(desk.store, 'ferry-fares-rise'))?.body ?? ''

describe('other selectors', () => {
  it('make a version whose differences are no edits', async () => {
    show(WILL)
    await readOtherwise()
    expect(await text()).toContain(PROMO)
    await desk.later(15)
    expect(await text()).not.toContain(PROMO)
    expect(await outcomes()).toEqual([
      ['created', 1],
      ['read_again', 2],
      ['unchanged', 2],
    ])
    expect(await versions()).toMatchObject([{ technical: false }, { technical: true, changes: 0 }])
    expect(await changesIn()).toEqual([])
    const all = await changesIn('all')
    expect(all.length).toBeGreaterThan(0)
    expect(all.map(({ technical }) => technical)).toEqual(all.map(() => true))
  })

  it('leave the edit that comes with them an edit, and only that', async () => {
    show(WILL)
    await readOtherwise()
    show(MAY)
    await desk.later(15)
    expect(await outcomes()).toEqual([
      ['created', 1],
      ['read_again', 2],
      ['created', 3],
    ])
    expect(await versions()).toMatchObject([{ technical: false }, { technical: true }, { technical: false }])
    expect((await changesIn()).map(({ kinds, technical }) => [kinds, technical])).toEqual([[['softened'], false]])
  })

  it('that read more make no claim an addition of the site', async () => {
    show(WILL)
    const id = await desk.watch(FARES, { settings: DROP })
    await desk.later(0)
    await updateWatch(desk.store, id, { settings: '{}' }, new Date().toISOString())
    await desk.later(15)
    expect(await text()).toContain(PROMO)
    expect(await changesIn()).toEqual([])
    show(WILL, { promo: PROMO.replace('Monday', 'Tuesday') })
    await desk.later(15)
    expect((await changesIn()).map(({ kinds }) => kinds)).toEqual([['date_changed']])
  })

  it('count no claim as withdrawn, until the site drops one', async () => {
    show(WILL)
    await readOtherwise()
    await desk.later(15)
    const withdrawn = async () => articleView((await articleRow(desk.store, 'ferry-fares-rise'))[0] as never).withdrawnClaims
    expect(await withdrawn()).toBe(0)
    desk.site.pages.set(FARES, { body: article('Ferry Fares Rise', WILL, ...REST.slice(1)) })
    await desk.later(15)
    expect(await withdrawn()).toBeGreaterThan(0)
  })

  it('change no claim in any count or list', async () => {
    const office = 'The boats will be late on Sunday, the weather office said, and the storm will reach the sound by noon.'
    show(WILL, { promo: office })
    await readOtherwise()
    await desk.later(15)
    const slug = 'ferry-fares-rise'
    const claims = (more: Partial<ClaimFilter>) => claimRows(desk.store, { slug, sort: 'number', limit: 100, ...more })
    const gone = (await claims({})).filter(({ sentence }) => sentence === office)
    expect(gone.length).toBeGreaterThan(0)
    const then = await claims({ asOf: { number: 2 } })
    expect(then.map(({ number, changes }) => [number, changes])).toEqual(
      (await claims({})).map(({ number, changes }) => [number, changes]),
    )
    expect(await claims({ kinds: ['withdrawn'] })).toEqual([])
    expect(await changedClaims(desk.store, slug)).toEqual([{ count: 0 }])
    const source = gone.find(({ sourceId }) => sourceId !== null)?.sourceId ?? 0
    expect((await sourceCounts(desk.store, source))[0]?.changed).toBe(0)
  })

  it('are judged by what they read, not by what was read before', async () => {
    const many = Array.from({ length: 12 }, (_, i) => `${PROMO} Offer ${i} ends soon.`).join('</p><p class="zz">')
    show(WILL, { promo: many })
    await readOtherwise()
    show(MAY, { promo: many })
    await desk.later(15)
    expect((await outcomes()).map(([outcome]) => outcome)).toEqual(['created', 'read_again', 'created'])
  })

  it('are asked for without validators', async () => {
    show(WILL, { headers: { ETag: '"one"' } })
    await readOtherwise()
    await desk.later(15)
    expect(desk.site.asked.at(-1)?.headers).not.toHaveProperty('If-None-Match')
    expect(await text()).not.toContain(PROMO)
  })
})

describe('a newer reader', () => {
  /** The captures as an older reader left them. */
  const byOlderReader = () =>
    desk.store.batchWrite([sql`drop trigger captures_keep_update`, sql`update captures set reader = ${READER - 1}`])

  it('reads the last page once more, also where the site answers 304', async () => {
    show(WILL, { headers: { ETag: '"one"' } })
    const id = await desk.watch(FARES)
    await desk.later(0)
    await byOlderReader()
    await desk.store.batchWrite([sql`update watches set settings = ${JSON.stringify(DROP)} where id = ${id}`])
    await desk.later(15)
    await desk.later(15)
    expect(await outcomes()).toEqual([
      ['created', 1],
      ['read_again', 2],
      ['not_modified', null],
      ['not_modified', null],
    ])
    expect(await text()).not.toContain(PROMO)
    expect(await changesIn()).toEqual([])
  })

  it('that reads it alike leaves its mark and no version', async () => {
    show(WILL, { headers: { ETag: '"one"' } })
    await desk.watch(FARES)
    await desk.later(0)
    await byOlderReader()
    await desk.later(15)
    await desk.later(15)
    expect(await outcomes()).toEqual([
      ['created', 1],
      ['read_again', 1],
      ['not_modified', null],
      ['not_modified', null],
    ])
    expect(await versions()).toHaveLength(1)
  })
})

test('a version that was imported is read again by the watch that goes on from it', async () => {
  show(WILL)
  const body = String(desk.site.pages.get(FARES)?.body)
  const { store, raw, clock } = desk.watching
  const at = { url: FARES, landedUrl: FARES, capturedAt: '2026-02-01T08:00:00.000Z' }
  const headers = { 'content-type': 'text/html' }
  const importing = { store, raw, now: clock(), article: null, settings: {} }
  await importCaptures(importing, [{ ...at, status: 200, headers, body, source: null }])
  show(MAY)
  await desk.watch(FARES, { settings: DROP })
  await desk.later(0)
  expect(await outcomes()).toEqual([
    ['created', 1],
    ['read_again', 2],
    ['created', 3],
  ])
  expect((await changesIn()).map(({ kinds }) => kinds)).toEqual([['softened']])
})

test('the bytes of a version that was read again are those of the page that it reads', async () => {
  show(WILL)
  const id = await readOtherwise()
  const [first] = await captureRows(desk.store, { watch: id, limit: 1 })
  show(MAY)
  await desk.later(15)
  const [again] = await captureRows(desk.store, { article: 'ferry-fares-rise', version: 2, kept: true, limit: 1 })
  expect(again).toMatchObject({ rawHash: first?.rawHash, capturedAt: first?.capturedAt, reader: READER })
})

test.each([
  ['are no archive', () => new Uint8Array([1, 2, 3])],
  ['are those of another page', () => gzipped(article('Storm Ahead', ...REST))],
])('where the bytes that are kept %s, the edit is recorded all the same', async (_name, bytes) => {
  show(WILL)
  await desk.watch(FARES)
  await desk.later(0)
  const other = await bytes()
  for (const name of desk.kept.keys()) desk.kept.set(name, other)
  show(MAY)
  await desk.later(15)
  expect(await outcomes()).toEqual([
    ['created', 1],
    ['created', 2],
  ])
})

const gzipped = async (text: string) =>
  new Uint8Array(await new Response(new Blob([text]).stream().pipeThrough(new CompressionStream('gzip'))).arrayBuffer())

test('where no bytes are kept, what is read otherwise cannot be told from an edit', async () => {
  show(WILL)
  await readOtherwise()
  desk.kept.clear()
  await desk.later(15)
  expect((await outcomes()).map(([outcome]) => outcome)).toEqual(['created', 'created'])
})
