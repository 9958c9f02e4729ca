/** A clock that was wrong for a while, by an hour or by decades: what it does to each thing that has a time, then and once it is right. */
import { beforeEach, describe, expect, it, test, vi } from 'vitest'
import { beginSession, sessionOwner } from '../../src/auth/sessions.ts'
import { verify } from '../../src/reading/verify/verify-article.ts'
import { SCOPES } from '../../src/settings/scopes.ts'
import { openSqlite, sqliteStore } from '../../src/store/sqlite.ts'
import { NOW, TOKEN, well } from '../http/stage.ts'
import { fullArchive, MIGRATIONS, PIER_LATER, type Rig, rigOver, SITE } from './archive.ts'

const HOUR = 3_600_000
const DECADES = 70 * 366 * 24 * HOUR
const full = await fullArchive()

let rig: Rig
let rowsOf: (query: string) => unknown[]

beforeEach(() => {
  const client = openSqlite(full, MIGRATIONS)
  rig = rigOver(sqliteStore(client))
  rowsOf = (query) => client.prepare(query).raw().all()
  vi.spyOn(console, 'error').mockReturnValue()
  return () => void vi.restoreAllMocks()
})

/** Does something while the clock is wrong by so many milliseconds; then the clock is right again, a little later. */
async function wrongBy(by: number, act: () => Promise<unknown>): Promise<void> {
  rig.later(by)
  await act().catch(() => undefined)
  rig.later(HOUR - by)
}

const version = (key: string, body = 'The ferry sank.') =>
  rig.send('POST', '/v1/articles/ferry/versions', { title: '', body }, { 'Idempotency-Key': key })
const review = () => rig.send('POST', '/v1/articles/ferry/claims/1/reviews', { action: 'confirm' })
const codeOf = async (answer: Response) => [answer.status, ((await answer.json()) as { code?: string }).code]

describe.each([
  ['decades ahead', DECADES],
  ['decades behind', -DECADES],
  ['a day behind', -24 * HOUR],
])('a clock %s', (_, by) => {
  it.each<[string, () => Promise<Response>]>([
    ['a version', () => version('a')],
    ['a check', () => version('a', 'A ferry with 222 passengers sailed, the coast guard said.')],
    ['a review', review],
  ])('has %s refused, which is recorded in its place when the clock is right', async (_, send) => {
    const latest = rowsOf('select max(recorded_at) from versions')
    await wrongBy(by, async () => expect(await codeOf(await send())).toEqual([503, 'not_writable']))
    expect(rowsOf('select max(recorded_at) from versions')).toEqual(latest)
    await well(send())
    expect(rowsOf("select count(*) from versions where recorded_at > '2027'")).toEqual([[0]])
    expect(
      rowsOf(
        "select v.id = a.latest_version, v.id = (select max(id) from versions where article_id = 1) from versions v join articles a on a.id = v.article_id where a.slug = 'ferry' order by v.captured_at desc, v.number desc limit 1",
      ),
    ).toEqual([[1, expect.anything()]])
    expect(await verify(rig.store, 'ferry')).toMatchObject({ ok: true })
  })

  it('has a withholding, an alias and a token at once, whatever it reads', async () => {
    await wrongBy(by, async () => {
      await well(rig.send('PUT', '/v1/articles/ferry/versions/1/withholding', { reason: 'An order' }))
      await well(rig.send('POST', '/v1/articles/bridge-2/alias', { of: 'bridge', reason: 'The same' }))
      await well(rig.send('DELETE', '/v1/tokens/1', {}))
    })
    expect((await rig.ask('/v1/articles/ferry/versions/1')).status).toBe(410)
    await well(rig.send('DELETE', '/v1/articles/ferry/versions/1/withholding', {}))
    expect((await rig.ask('/v1/articles/ferry/versions/1')).status).toBe(200)
    expect(rowsOf('select count(*) from aliases')).toEqual([[2]])
    expect(rowsOf('select revoked_at is null from tokens')).toEqual([[0]])
  })

  it('keeps what was written under a key', async () => {
    const article = () => rig.send('POST', '/v1/articles', { slug: 'mill' }, { 'Idempotency-Key': 'mill' })
    await wrongBy(by, article)
    const again = await well(article())
    expect(again.headers.get('idempotency-replayed')).toBe('true')
    await well(version('a'))
    await wrongBy(by, () => version('b', 'Another text.'))
    expect((await version('a')).headers.get('idempotency-replayed')).toBe('true')
  })

  it('leaves no watch unchecked', async () => {
    rig.site.pages.set(`${SITE}/pier`, { body: PIER_LATER })
    await wrongBy(by, rig.check)
    rig.later(2 * HOUR)
    await rig.check()
    rig.later(2 * HOUR)
    await rig.check()
    expect(
      rowsOf(
        "select url, checked_at between '2026-03-01T14' and '2026-03-02', due_at between '2026-03-01' and '2026-03-09' from watches",
      ),
    ).toEqual([
      [`${SITE}/pier`, 1, 1],
      [`${SITE}/feed`, 1, 1],
    ])
    expect(
      rowsOf("select count(*) from versions v join articles a on a.id = v.article_id where a.slug = 'pier-closes'"),
    ).toEqual([[2]])
  })

  it('leaves no hook untold', async () => {
    rig.receives = 500
    await wrongBy(by, rig.deliver)
    rig.receives = 204
    rig.later(2 * HOUR)
    await rig.deliver()
    expect(rowsOf('select cursor = (select max(id) from changes), failures from hooks')).toEqual([[1, 0]])
    expect(new Set(rig.received).size).toBe(1)
  })

  it('begins no session that lasts longer than others', async () => {
    const clock = Date.parse(NOW)
    const bootstrap = { bootstrapToken: TOKEN }
    const owner = { id: 0, name: 'bootstrap', scopes: SCOPES }
    const secret = await beginSession(rig.store, TOKEN, owner, clock + by)
    expect(await sessionOwner(rig.store, secret, bootstrap, clock)).toBeNull()
  })
})

test.each(['hosts', 'hooks'])(
  'a lease of %s that a process left behind holds until the clock has caught up, or decades are past',
  async (table) => {
    const client = openSqlite(full, MIGRATIONS)
    rig = rigOver(sqliteStore(client))
    const act = table === 'hosts' ? rig.check : rig.deliver
    const lease = (until: string) =>
      client.exec(
        `update ${table} set lease = 'another', leased_until = '${until}' where ${table === 'hosts' ? "host <> 'hub.example'" : 'true'}`,
      )
    const leased = () => client.prepare(`select count(*) from ${table} where lease = 'another'`).pluck().get()
    rig.later(HOUR)
    lease('2026-03-01T14:30:00.000Z')
    await act()
    expect(leased()).toBeGreaterThan(0)
    rig.later(HOUR)
    await act()
    expect(leased()).toBe(0)
    lease('2096-03-01T14:30:00.000Z')
    rig = rigOver(sqliteStore(client))
    await (table === 'hosts' ? rig.check : rig.deliver)()
    expect(leased()).toBe(0)
  },
)
