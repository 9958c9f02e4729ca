/** What a row of `wordings` keeps of a reading: nothing where the row of a named source says the same. */
import { sql } from 'drizzle-orm'
import { expect, it } from 'vitest'
import { openStore } from '#harness'
import { open, publish, versionOf } from './desk.ts'

it.each([
  ['a name and nothing else', 'Ada Moreno said that the mill will close.', null, 'Ada Moreno'],
  ['a name that the source has otherwise', 'Ada MORENO said that the mill will close.', '["Ada MORENO",0]', 'Ada MORENO'],
  ['a name with marks', 'Jean-Luc O’Hára said that the mill will close.', null, 'Jean-Luc O’Hára'],
  ['no name', 'A spokesman said that the mill will close.', '[null,1]', null],
  ['the voice of the article', 'The mill will close.', '[null,3]', null],
])('%s', async (_name, body, kept, name) => {
  const store = await openStore()
  await open(store, 'pier')
  await publish(store, 'Ada Moreno said that the pier is open.', 1, {}, 'pier')
  await open(store)
  await publish(store, body, 2)
  const rows = await store.db.all<{ reading: string | null }>(
    sql`select w.reading from wordings w join articles a on a.id = w.article_id where a.slug = 'harbour'`,
  )
  expect(rows).toEqual([{ reading: kept }])
  const { claims } = await versionOf(store, 1)
  expect(claims.map(({ reading }) => reading.name)).toEqual([name])
  // The next version is tracked from what the row says.
  await publish(store, `${body} Nobody objected.`, 3)
  const changed = await store.db.all(sql`select reading from wordings where until_place is not null`)
  expect(changed).toEqual([])
})
