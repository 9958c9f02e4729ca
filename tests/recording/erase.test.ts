/** Erasing the text of a withheld version: it is nowhere in the database, and the log still holds. */
import { sql } from 'drizzle-orm'
import { beforeEach, describe, expect, it } from 'vitest'
import { openStore } from '#harness'
import { verifyArchive } from '../../src/reading/verify/verify-archive.ts'
import { erase } from '../../src/recording/erase.ts'
import { review } from '../../src/reviews/review.ts'
import type { Store } from '../../src/store/store.ts'
import { exportLines } from '../../src/store/transfer/export-lines.ts'
import { restoreLines } from '../../src/store/transfer/restore.ts'
import { withhold } from '../../src/store/write/withholdings.ts'
import { NOW, open, post, publish, standing } from './desk.ts'

let store: Store

const FERRY = 'The ferry may run aground on Friday. Nobody was hurt, the harbour master said.'
const SECRET = 'Zebedee Quillfeather stole 47,113 crowns, Inspector Ottoline Marchbanks said on Tuesday.'
/** The words that no row may have any more. */
const WORDS = ['Zebedee', 'Quillfeather', '47,113', 'Ottoline', 'Marchbanks', 'quillfeather', 'Xanthippe', 'Wretched']

const ORDER = { reason: 'Data protection', orderedBy: 'District court', erasedBy: 'desk', at: NOW }
const state = { id: 2, articleId: 1, number: 2, slug: 'harbour' }

beforeEach(async () => {
  store = await openStore()
  await open(store)
  await open(store, 'market')
  await publish(store, FERRY, 1, { title: 'Ferry aground', byline: 'Ada Brook' })
  await publish(store, `${FERRY} ${SECRET}`, 3, { title: 'Ferry aground', byline: 'Xanthippe Dale' })
  await post(store, `${FERRY} ${SECRET}`, 4, { title: 'Ferry aground', byline: 'Xanthippe Dale' })
  await publish(store, FERRY.replace('may run', 'ran'), 6, { title: 'Ferry aground', byline: 'Ada Brook' })
  await publish(store, 'Barley rose by 7 percent, the exchange said.', 2, {}, 'market')
  const decided = { change: null, review: null, reason: 'Wretched style' } as const
  const secret = (
    await store.db.all<{ number: number }>(sql`select c.number from claims c join statements t on t.id = c.statement_id
    join sentences s on s.id = t.sentence_id where s.text like '%Zebedee%'`)
  )[0]?.number as number
  await review(
    store,
    'harbour',
    secret,
    { ...decided, action: 'relabel', detail: { label: 'Quillfeather stole' } },
    'desk',
    NOW,
  )
  await withhold(store, { id: 2, articleId: 1 }, 'A court order', NOW)
})

async function faults(): Promise<string[]> {
  const found: string[] = []
  for await (const line of verifyArchive(store, { deep: true })) found.push(...line.faults.map(({ fault }) => fault))
  return found
}

async function exported(from: Store): Promise<string[]> {
  let text = ''
  for await (const piece of exportLines(from, true)) text += piece
  return text.split('\n').slice(0, -1)
}

const spoken = (text: string) => WORDS.filter((word) => text.includes(word))

/** Every value of every table, those of the indexes too. */
async function everything(): Promise<string> {
  const tables = await store.db.all<{ name: string }>(
    sql`select name from sqlite_schema where type = 'table' and sql not like 'create virtual%' and name not like 'sqlite_%' and name not like '_cf_%'`,
  )
  const rows = await Promise.all(tables.map(({ name }) => store.db.all<object>(sql`select * from ${sql.identifier(name)}`)))
  return JSON.stringify(rows, (_, value: unknown) =>
    value instanceof Uint8Array
      ? Buffer.from(value).toString('latin1')
      : isBuffer(value)
        ? Buffer.from(value.data).toString('latin1')
        : value,
  )
}

const isBuffer = (value: unknown): value is { data: number[] } =>
  typeof value === 'object' && value !== null && (value as { type?: unknown }).type === 'Buffer'

describe('an erasure', () => {
  it('leaves no word of the version that another one does not have', async () => {
    expect(spoken(await everything()).length).toBeGreaterThan(5)
    await erase(store, state, ORDER)
    expect(spoken(await everything())).toEqual([])
    expect(await everything()).toContain('Nobody was hurt')
    for (const table of ['sentence_search', 'statement_search']) {
      const query = sql`select rowid from ${sql.identifier(table)} where ${sql.identifier(table)} match 'quillfeather OR marchbanks'`
      expect(await store.db.all(query)).toEqual([])
    }
  })

  it('keeps the log: verify finds no fault, and an edit of what is left', async () => {
    expect(await faults()).toEqual([])
    await erase(store, state, ORDER)
    expect(await faults()).toEqual([])
    await store.db.run(sql`insert into erasing values (1)`)
    await store.db.run(sql`update changes set kinds = 2 where id = (select max(id) from changes where to_version = 2)`)
    expect(await faults()).not.toEqual([])
  })

  it.each([
    ['a version', sql`update versions set body = 'The ferry arrived.' where id = 1`],
    ['a statement', sql`update statements set analysis = json_set(analysis, '$[0]', 'Other') where id = 2`],
    ['a change', sql`update changes set detail = '{"number":1}' where id = 1`],
    ['a review', sql`update reviews set reason = 'Taste' where id = 1`],
    ['an order', sql`update erasures set ordered_by = 'Nobody'`],
    ['an order that is gone', sql`delete from erasures`],
  ])('does not hide an edit of %s behind a hash', async (_, edit) => {
    await erase(store, state, ORDER)
    for (const name of ['erasures_keep_update', 'erasures_keep_delete', 'erased_keep_update'])
      await store.db.run(sql`drop trigger ${sql.identifier(name)}`)
    await store.db.run(sql`insert into erasing values (1)`)
    for (const kind of ['statement', 'change', 'review']) {
      await store.db.run(sql`insert or ignore into erased select ${kind}, value, '' from json_each('[1,2,3]')`)
    }
    await store.db.run(edit)
    expect(await faults()).not.toEqual([])
  })

  it('changes nothing that is shown', async () => {
    const before = await standing(store)
    await erase(store, state, ORDER)
    expect(await standing(store)).toEqual(before)
  })

  it('lets the article go on: versions after it, late ones beside it, and reviews', async () => {
    await erase(store, state, ORDER)
    await publish(store, `${FERRY.replace('may run', 'ran')} Divers were sent.`, 8, { title: 'Ferry aground' })
    await publish(store, FERRY.replace('Nobody', 'Somebody'), 2, { title: 'Ferry aground' })
    await publish(store, FERRY.replace('Friday', 'Monday'), 5, { title: 'Ferry aground' })
    await review(store, 'harbour', 1, { action: 'reject', change: null, review: null, detail: {}, reason: null }, 'desk', NOW)
    expect(await faults()).toEqual([])
    expect(spoken(await everything())).toEqual([])
  })

  it('is one, and says who ordered it', async () => {
    const made = await erase(store, state, ORDER)
    expect(await erase(store, state, { ...ORDER, orderedBy: 'Another court' })).toEqual({ ...made, raw: [] })
    expect(made).toMatchObject(ORDER)
  })

  it('is refused where the version is shown, and ends that it can be', async () => {
    await expect(erase(store, { ...state, id: 1, number: 1 }, ORDER)).rejects.toThrow('withhold it first')
    await erase(store, state, ORDER)
    await expect(withhold(store, { id: 2, articleId: 1 }, null, NOW)).rejects.toThrow()
  })

  it('is refused where the version is shown again', async () => {
    await withhold(store, { id: 2, articleId: 1 }, null, NOW)
    await expect(erase(store, state, ORDER)).rejects.toThrow('withhold it first')
    expect(spoken(await everything())).toContain('Zebedee')
  })

  it('names the raw bytes that no other version has, each time', async () => {
    for (const [version, raw] of [
      [2, 'own'],
      [2, 'shared'],
      [1, 'shared'],
    ] as const)
      await store.db.run(sql`insert into captures (article_id, url, landed_url, redirects, captured_at, outcome, good, evidence, headers,
          raw_hash, version_id, recorded_at)
        values (1, '', '', '[]', ${NOW}, 'created', 1, '[]', '{}', ${raw}, ${version}, ${NOW})`)
    expect((await erase(store, state, ORDER)).raw).toEqual(['own'])
    expect((await erase(store, state, ORDER)).raw).toEqual(['own'])
  })

  it('survives an export and its restoration', async () => {
    await erase(store, state, ORDER)
    const lines = await exported(store)
    expect(spoken(lines.join('\n'))).toEqual([])
    const copy = await openStore()
    await restoreLines(copy, lines.slice(0, 1), 1)
    for (let at = 1; at < lines.length; at += 7) await restoreLines(copy, lines.slice(at, at + 7), at + 1)
    expect(await exported(copy)).toEqual(lines)
    store = copy
    expect(await faults()).toEqual([])
  })

  it('of two versions erases what both have', async () => {
    await publish(store, `${FERRY} ${SECRET} Divers were sent.`, 9)
    await withhold(store, { id: 5, articleId: 1 }, 'A court order', NOW)
    await erase(store, state, ORDER)
    expect(spoken(await everything())).toContain('Zebedee')
    await erase(store, { ...state, id: 5, number: 4 }, ORDER)
    expect(spoken(await everything())).toEqual([])
    expect(await faults()).toEqual([])
  })
})
