import { sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { openStore, runtime } from '#harness'

test('a store runs SQL in its runtime', async () => {
  const store = await openStore()
  await store.run(sql`create table a (b text)`)
  await store.run(sql`insert into a values ('x')`)
  expect(await store.all(sql`select * from a`)).toEqual([{ b: 'x' }])
  expect(navigator.userAgent).toMatch(runtime === 'workerd' ? /Cloudflare/ : /Node/)
})
test('opening again gives an empty store', async () => {
  const store = await openStore()
  expect(await store.all(sql`select name from sqlite_master where name = 'a'`)).toEqual([])
})
