/** Health: which migrations an archive lacks, and which ones the program does not know. */
import { sql } from 'drizzle-orm'
import { beforeEach, describe, expect, it, test } from 'vitest'
import { openStore, runtime } from '#harness'
import { healthOf } from '../../src/store/health.ts'
import { MIGRATIONS } from '../../src/store/migration-names.ts'
import type { Store } from '../../src/store/store.ts'
import { stageOver, well } from '../http/stage.ts'
import { count, open } from '../recording/desk.ts'

let store: Store
beforeEach(async () => {
  store = await openStore()
})

const NEWER = '9999_newer.sql'
const last = MIGRATIONS.at(-1) ?? ''
const forget = sql`delete from d1_migrations where name = ${last}`
const add = sql`insert into d1_migrations (name) values (${NEWER})`

describe.each([
  ['every migration', [], 200, { ok: true, database: 'ready' }],
  ['a migration missing', [forget], 503, { ok: false, database: 'not migrated', missing: [last] }],
  [
    'no record of migrations',
    [sql`drop table d1_migrations`],
    503,
    { ok: false, database: 'not migrated', missing: MIGRATIONS },
  ],
  ['an unknown migration', [add], 503, { ok: false, database: 'too new', unknown: [NEWER] }],
  ['both', [forget, add], 503, { ok: false, database: 'not migrated', missing: [last], unknown: [NEWER] }],
])('an archive with %s', (_, edits, status, answer) => {
  it('answers so', async () => {
    for (const edit of edits) await store.db.run(edit)
    const { ok, ...health } = answer
    expect(await healthOf(store)).toEqual(health)
    for (const path of ['/healthz', '/readyz']) {
      const response = await stageOver(store).ask(path)
      expect([path, response.status, await response.json()]).toEqual([path, status, answer])
    }
  })
})

test.runIf(runtime === 'workerd')('D1 takes no writes of a program that does not know one of its migrations', async () => {
  await open(store)
  await store.db.run(add)
  // As each request, a store that has not written yet.
  const { openD1 } = await import('../../src/store/d1.ts')
  const { env } = await import('cloudflare:workers')
  const stage = stageOver(openD1(env.DB, { logQuery: () => undefined }))
  const response = await stage.ingest('harbour', '08:00', '', 'The ferry sails at one.')
  const detail = 'The database belongs to a newer version of Claimtrail: deploy that version.'
  expect([response.status, await response.json()]).toMatchObject([503, { code: 'not_writable', detail }])
  expect(await count(store, 'versions')).toBe(0)
  await store.db.run(sql`delete from d1_migrations where name = ${NEWER}`)
  await well(stage.ingest('harbour', '08:00', '', 'The ferry sails at one.'))
  expect(await count(store, 'versions')).toBe(1)
})
