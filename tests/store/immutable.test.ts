import { type SQL, sql } from 'drizzle-orm'
import { beforeEach, describe, expect, it } from 'vitest'
import { openStore } from '#harness'
import { verify } from '../../src/reading/verify/verify-article.ts'
import { ingest } from '../../src/recording/ingest.ts'
import { review } from '../../src/reviews/review.ts'
import type { Store } from '../../src/store/store.ts'
import { makeAlias } from '../../src/store/write/aliases.ts'
import { count, input, NOW, open, publish } from '../recording/desk.ts'

let store: Store

beforeEach(async () => {
  store = await openStore()
  await open(store, 'harbour')
  await open(store, 'market')
  await publish(store, 'The ferry ran aground. Nobody was hurt, the harbour master said.', 1)
  await publish(store, 'Barley rose by 7 percent.', 2, {}, 'market')
  await publish(store, 'The ferry ran aground at noon. Nobody was hurt, the harbour master said.', 3)
  const decided = {
    action: 'relabel',
    change: null,
    review: null,
    detail: { label: 'Ferry aground' },
    reason: 'Style',
  } as const
  await review(store, 'harbour', 1, decided, 'desk', NOW)
  await makeAlias(store, { article: 2, of: 1, reason: 'One story', by: 'desk', at: NOW })
})

/** The words of an error and of what caused it. */
async function refusal(statement: SQL): Promise<string> {
  try {
    await store.db.run(statement)
  } catch (error) {
    let words = ''
    for (let e = error; e instanceof Error; e = e.cause) words += `${e.message}\n`
    return words
  }
  return 'it was done'
}

describe('what is recorded stays as it was recorded', () => {
  const columns = {
    versions: 'title',
    sentences: 'text',
    statements: 'analysis',
    changes: 'evidence',
    reviews: 'reason',
    alias_decisions: 'reason',
  } as const
  const tables = Object.keys(columns) as (keyof typeof columns)[]
  const name = (table: string) => sql.identifier(table)
  const same = (table: keyof typeof columns) => sql`select * from ${name(table)} where id = 1`

  it.each(tables)('%s: no update', async (table) => {
    const column = sql.identifier(columns[table])
    expect(await refusal(sql`update ${name(table)} set ${column} = 'x' where id = 1`)).toMatch(/immutable|only appended/)
  })

  it.each(tables)('%s: no delete', async (table) => {
    expect(await refusal(sql`delete from ${name(table)}`)).toMatch(/immutable|only appended/)
  })

  it.each(tables)('%s: no insert or replace, not even of the same row', async (table) => {
    const before = await store.db.all(same(table))
    expect(await refusal(sql`insert or replace into ${name(table)} ${same(table)}`)).toMatch(/the log has moved on/)
    expect(await store.db.all(same(table))).toEqual(before)
  })

  it.each(tables)('%s: no insert over a row', async (table) => {
    const column = sql.identifier(columns[table])
    const over = sql`insert into ${name(table)} ${same(table)} on conflict do update set ${column} = 'x'`
    expect(await refusal(over)).toMatch(/the log has moved on/)
    const into = sql`insert or ignore into ${name(table)} ${same(table)}`
    await refusal(into)
    expect(await store.db.all(sql`select 1 from ${name(table)} where ${column} = 'x'`)).toEqual([])
  })

  it('versions: no second row with a previous, a hash, a number or a place that is taken', async () => {
    const row = (previous: string, hash: string, number: number, place: string) =>
      refusal(sql`insert or replace into versions (id, article_id, number, place, captured_at, recorded_at, title, body,
        word_count, sentences, run_id, unsupported, content_hash, previous, hash)
        select 99, article_id, ${number}, ${place}, captured_at, recorded_at, title, body, word_count, sentences, run_id, unsupported, content_hash, ${previous}, ${hash} from versions where id = 1`)
    const [first] = await store.db.all<{ previous: string; hash: string; place: string }>(
      sql`select * from versions where id = 1`,
    )
    expect(await row(first?.previous ?? '', 'b', 99, 'p')).toMatch(/moved on/)
    expect(await row('a', first?.hash ?? '', 99, 'p')).toMatch(/moved on/)
    expect(await row('a', 'b', 1, 'p')).toMatch(/moved on/)
    expect(await row('a', 'b', 99, first?.place ?? '')).toMatch(/moved on/)
    expect(await count(store, 'versions')).toBe(3)
    expect(await row('a', 'b', 99, 'p')).toBe('it was done')
  })
})

describe('the log', () => {
  /** Edits the archive as somebody with its file could. */
  async function tamper(edit: SQL) {
    for (const trigger of ['versions_keep_update', 'versions_keep_delete', 'changes_keep_delete', 'sentences_keep_update']) {
      await store.db.run(sql.raw(`drop trigger ${trigger}`))
    }
    await store.db.run(edit)
  }

  async function deleteVersion(id: number) {
    await tamper(sql`delete from trails`)
    await store.db.run(sql`delete from changes`)
    await store.db.run(sql`delete from versions where id = ${id}`)
  }

  it('is one for all articles, each entry on the one before', async () => {
    const rows = await store.db.all<{ slug: string; previous: string; hash: string }>(
      sql`select a.slug, v.previous, v.hash from versions v join articles a on a.id = v.article_id order by v.id`,
    )
    expect(rows.map((r) => r.slug)).toEqual(['harbour', 'market', 'harbour'])
    expect(rows.map((r) => r.previous)).toEqual(['0'.repeat(64), rows[0]?.hash, rows[1]?.hash])
    expect(await verify(store, 'harbour')).toMatchObject({
      slug: 'harbour',
      ok: true,
      versions: 2,
      head: rows[2]?.hash,
      faults: [],
    })
    expect(await verify(store, 'market')).toMatchObject({ ok: true, versions: 1, head: rows[2]?.hash })
  })

  it.each([
    ['an edited body', sql`update versions set body = 'The ferry arrived.' where id = 1`, 1],
    ['an edited title', sql`update versions set title = 'Aground' where id = 3`, 2],
    ['an edited byline', sql`update versions set byline = 'Lin Aber' where id = 3`, 2],
    ['a changed captured_at', sql`update versions set captured_at = '2030-01-01T00:00:00.000Z' where id = 3`, 2],
    ['a changed published_at', sql`update versions set published_at = '2030-01-01T00:00:00.000Z' where id = 3`, 2],
    ['a changed recorded_at', sql`update versions set recorded_at = '2030-01-01T00:00:00.000Z' where id = 3`, 2],
    ['a changed order', sql`update versions set place = '0' where id = 3`, 2],
    [
      'a body with a content hash to match',
      sql`update versions set content_hash = 'f' || substr(content_hash, 2) where id = 1`,
      1,
    ],
    ['an entry rewritten with its hash', sql`update versions set hash = 'f' || substr(hash, 2) where id = 1`, 1],
    ['a changed url', sql`update versions set url = 'https://news.example/x' where id = 3`, 2],
    ['an edited sentence', sql`update sentences set text = 'The ferry arrived.' where text like '%at noon.'`, 2],
    ['a sentence that is no longer its hash', sql`update sentences set hash = 'f' || substr(hash, 2) where id = 1`, 1],
    ['a sentence of another article', sql`update sentences set article_id = 2 where id = 1`, 1],
    ['a sentence listed as another', sql`update versions set sentences = json_set(sentences, '$[0][3]', 2) where id = 1`, 1],
    ['a sentence listed as a headline', sql`update versions set sentences = json_set(sentences, '$[0][0]', 0) where id = 1`, 1],
    ['a sentence left out of the list', sql`update versions set sentences = json_remove(sentences, '$[1]') where id = 3`, 2],
    ['a list that is empty', sql`update versions set sentences = '[]' where id = 3`, 2],
    ['another predecessor', sql`update versions set previous = 'x' where id = 3`, 2],
  ])('verify finds %s', async (_, edit, version) => {
    await tamper(edit)
    const found = await verify(store, 'harbour')
    expect(found.ok).toBe(false)
    expect(found.faults.map((f) => f.version)).toContain(version)
  })

  it('has times that never run backwards, whatever the clocks of its writers', async () => {
    const late = '2031-01-01T01:59:59.000Z'
    await ingest(store, 'market', input('Barley rose by 9 percent.', null), late)
    await publish(store, 'The ferry is afloat.', 4)
    const rows = await store.db.all<{ recorded_at: string }>(sql`select recorded_at from versions order by id`)
    expect(rows.map((r) => r.recorded_at)).toEqual([NOW, NOW, NOW, late, late])
    expect(await verify(store, 'harbour')).toMatchObject({ ok: true, versions: 3 })
    await tamper(sql`update versions set recorded_at = '2033-01-01T00:00:00.000Z' where id = 4`)
    expect((await verify(store, 'harbour')).faults).toContainEqual({
      version: 3,
      entry: null,
      fault: 'it was recorded before the entry before it in the log',
    })
  })

  it('verify finds a deleted version, the last one too', async () => {
    await deleteVersion(3)
    const { ok, faults } = await verify(store, 'harbour')
    expect(ok).toBe(false)
    expect(faults).toContainEqual({ version: 0, entry: null, fault: '2 versions were recorded, 1 are there' })
  })

  it('verify finds that another article’s entry was deleted before', async () => {
    await deleteVersion(2)
    expect((await verify(store, 'harbour')).faults.map(({ version }) => version)).toContain(2)
    expect((await verify(store, 'market')).ok).toBe(false)
  })
})
