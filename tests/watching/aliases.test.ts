/** An alias: what is read at its addresses joins the other article while it stands, and its own when it is taken back. */
import { sql } from 'drizzle-orm'
import { beforeEach, describe, expect, it } from 'vitest'
import { openStore } from '#harness'
import { verify } from '../../src/reading/verify/verify-article.ts'
import { updateWatch } from '../../src/store/captures/watches.ts'
import { findArticle } from '../../src/store/read/articles.ts'
import { isConflict } from '../../src/store/store.ts'
import { articlesAt } from '../../src/store/write/addresses.ts'
import { type AliasDecision, aliasState, endAlias, makeAlias } from '../../src/store/write/aliases.ts'
import { type Desk, openDesk } from './desk.ts'
import { article, REST } from './site.ts'

const FARES = 'https://harbour-post.example/ferry-fares'
const FERRY = 'https://harbour-post.example/news/the-ferry'
const rise = (percent: number) =>
  `Fares on the Norrholm ferry will rise by ${percent} percent in May, the operator said on Monday.`

let desk: Desk
let decision: AliasDecision
/** The ids of the watches. */
let watches: { fares: number; ferry: number }

const show = (url: string, title: string, percent: number) =>
  desk.site.pages.set(url, { body: article(title, rise(percent), ...REST) })
const idOf = async (slug: string) => (await findArticle(desk.store, slug))?.id ?? 0
const now = () => new Date(desk.watching.clock()).toISOString()
const at = async (url: string) => (await articlesAt(desk.store, url)).map(({ slug }) => slug)
const counts = async () => [await desk.versions('fares-rise'), await desk.versions('ferry-dearer')]
const articleOf = async (id: number) => (await desk.watchOf(id)).article

beforeEach(async () => {
  desk = openDesk(await openStore())
  show(FARES, 'Fares Rise', 10)
  show(FERRY, 'Ferry Dearer', 11)
  watches = { fares: await desk.watch(FARES), ferry: await desk.watch(FERRY) }
  await desk.later(0)
  await updateWatch(desk.store, watches.ferry, { dueAt: null }, now())
  const [fares, ferry] = [await idOf('fares-rise'), await idOf('ferry-dearer')]
  decision = { article: fares, of: ferry, reason: 'One story', by: 'desk', at: now() }
})

describe('while it stands', () => {
  beforeEach(() => makeAlias(desk.store, decision))

  it('its watches and its addresses are those of the other article', async () => {
    expect([await articleOf(watches.fares), await articleOf(watches.ferry)]).toEqual(['ferry-dearer', 'ferry-dearer'])
    expect(await at('http://m.harbour-post.example/ferry-fares/?utm_source=letter')).toEqual(['ferry-dearer'])
    show(FARES, 'Fares Rise', 12)
    await desk.later(60)
    expect(await counts()).toEqual([1, 2])
  })

  it('a watch that names it is one of the other article', async () => {
    const id = await desk.watch('https://harbour-post.example/live/ferry', { article: 'fares-rise' })
    expect(await articleOf(id)).toBe('ferry-dearer')
  })

  it('the row says who decided, when, why and which watches went over', async () => {
    expect(await desk.store.db.all(sql`select * from alias_decisions`)).toEqual([
      {
        id: 1,
        article_id: decision.article,
        of_id: decision.of,
        reason: 'One story',
        decided_by: 'desk',
        decided_at: decision.at,
        watches: `[${watches.fares}]`,
      },
    ])
  })
})

describe('when it is taken back', () => {
  beforeEach(async () => {
    await makeAlias(desk.store, decision)
    show(FARES, 'Fares Rise', 12)
    await desk.later(60)
    await endAlias(desk.store, { ...decision, reason: 'Two stories', at: now() })
  })

  it('its watches and its addresses return, and the other article keeps what it got', async () => {
    expect([await articleOf(watches.fares), await articleOf(watches.ferry)]).toEqual(['fares-rise', 'ferry-dearer'])
    expect(await at(FARES)).toEqual(['fares-rise', 'ferry-dearer'])
    expect(await at(FERRY)).toEqual(['ferry-dearer'])
    show(FARES, 'Fares Rise', 13)
    await desk.later(60)
    expect(await counts()).toEqual([2, 2])
    for (const slug of ['fares-rise', 'ferry-dearer'])
      expect(await verify(desk.store, slug)).toMatchObject({ ok: true, versions: 2, faults: [] })
  })

  it('the record has both decisions, and it can be made one again', async () => {
    await makeAlias(desk.store, decision)
    const rows = await desk.store.db.all<{ of_id: number | null; reason: string }>(
      sql`select of_id, reason from alias_decisions order by id`,
    )
    expect(rows.map((row) => [row.of_id, row.reason])).toEqual([
      [decision.of, 'One story'],
      [null, 'Two stories'],
      [decision.of, 'One story'],
    ])
    expect(await aliasState(desk.store, 'fares-rise')).toMatchObject({ of: 'ferry-dearer', reason: 'One story' })
  })
})

describe('the archive refuses', () => {
  const refused = async (work: Promise<unknown>) => {
    const error = await work.then(
      () => null,
      (thrown: unknown) => thrown,
    )
    expect(isConflict(error)).toBe(true)
  }

  it('an alias of itself, a second one of the same article, chains in both directions, and the end of none', async () => {
    const { article: fares, of: ferry } = decision
    await refused(endAlias(desk.store, decision))
    await refused(makeAlias(desk.store, { ...decision, of: fares }))
    await makeAlias(desk.store, decision)
    await refused(makeAlias(desk.store, decision))
    await refused(makeAlias(desk.store, { ...decision, article: ferry, of: fares }))
    show('https://harbour-post.example/third', 'A Third Story', 14)
    await desk.watch('https://harbour-post.example/third')
    await desk.later(0)
    const third = await idOf('a-third-story')
    await refused(makeAlias(desk.store, { ...decision, article: third, of: fares }))
    await refused(makeAlias(desk.store, { ...decision, article: ferry, of: third }))
    await makeAlias(desk.store, { ...decision, article: third })
    expect((await desk.store.db.all(sql`select 1 from aliases`)).length).toBe(2)
  })

  it('the second of two writers who make each an alias of the other', async () => {
    const { article: fares, of: ferry } = decision
    const done = await Promise.allSettled([
      makeAlias(desk.store, decision),
      makeAlias(desk.store, { ...decision, article: ferry, of: fares }),
    ])
    expect(done.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    expect((await desk.store.db.all(sql`select 1 from aliases`)).length).toBe(1)
  })
})
