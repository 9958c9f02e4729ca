import { sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { openStore, runtime } from '#harness'

test('runs in the runtime that it is meant for', () => {
  expect(navigator.userAgent).toMatch(runtime === 'workerd' ? /Cloudflare/ : /Node/)
})

test('every archive opened is migrated and empty', async () => {
  const first = await openStore()
  await first.db.run(sql`create table leftover (word text)`)
  const second = await openStore()
  const tables = await second.db.all<{ name: string }>(sql`select name from sqlite_master where type = 'table'`)
  const names = tables.map(({ name }) => name)
  expect(names).toContain('versions')
  expect(names).not.toContain('leftover')
})

test('writes all or nothing', async () => {
  const { db, batchWrite } = await openStore()
  await db.run(sql`create table words (word text unique)`)
  const add = (word: string) => sql`insert into words values (${word})`
  await expect(batchWrite([add('a'), add('b'), add('a')])).rejects.toThrow()
  expect(await db.all(sql`select word from words`)).toEqual([])
  await batchWrite([add('a'), sql`insert into words values ('b')`])
  expect(await db.all(sql`select word from words`)).toEqual([{ word: 'a' }, { word: 'b' }])
})
