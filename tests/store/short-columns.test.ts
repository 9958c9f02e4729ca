/** Lists of sentences, hashes and words from before migration 0028 are, after it, as the program records them. */
import { readFileSync } from 'node:fs'
import { beforeAll, expect, it } from 'vitest'
import { searchWords } from '../../src/core/across/search-words.ts'
import { spannedText } from '../../src/core/claims/sources/source-identity.ts'
import { verify } from '../../src/reading/verify/verify-article.ts'
import { sentenceHash } from '../../src/store/hash.ts'
import { parseStatement } from '../../src/store/sql/packed-statement.ts'
import { unpackPlacings } from '../../src/store/sql/packing.ts'
import { openSqlite, sqliteStore } from '../../src/store/sqlite.ts'
import { open, publish } from '../recording/desk.ts'
import { EQUAL_SHORT } from '../recording/equal-hashes.ts'

const database = openSqlite(':memory:', 'migrations')
const store = sqliteStore(database)
const COLUMNS = [
  ['versions', 'sentences'],
  ['sentences', 'hex(hash)'],
  ['statements', 'words'],
] as const

const kept = () =>
  COLUMNS.map(([table, column]) => database.prepare(`select ${column} from ${table} order by id`).pluck().all())

const recorded: unknown[][] = []

beforeAll(async () => {
  await open(store)
  const body = [
    `The mayor, Ada Moreno, said “the ferry is late”.  ${EQUAL_SHORT[0]} Östersund and Århus will pay, the council said.`,
    `${EQUAL_SHORT[1]} Nobody left. The city's mid-term plan (of 2029) costs €2,500, she added.\nShe left.`,
    'Share on Facebook',
    `${Array.from({ length: 60 }, (_, n) => `ward${n},`).join(' ')} and Lind were closed, he said.`,
  ]
  await publish(store, body.join('\n\n'), 1, { title: 'The ferry is late' })
  await publish(store, body.toReversed().join('\n\n'), 2, { title: 'The ferry is late' })
  recorded.push(...kept())
  for (const table of ['versions', 'sentences', 'statements']) database.exec(`drop trigger ${table}_keep_update`)
  const all = <Row>(query: string) => database.prepare<[], Row>(query).all()
  for (const { id, sentences } of all<{ id: number; sentences: string }>('select id, sentences from versions'))
    database.prepare('update versions set sentences = ? where id = ?').run(JSON.stringify(unpackPlacings(sentences)), id)
  for (const { id, text } of all<{ id: number; text: string }>('select id, text from sentences'))
    database.prepare('update sentences set hash = unhex(?) where id = ?').run(sentenceHash(text), id)
  database.exec("alter table statements drop column words; alter table statements add column words text not null default ''")
  for (const { id, analysis, text } of all<{ id: number; analysis: string; text: string }>(
    'select t.id, t.analysis, s.text from statements t join sentences s on s.id = t.sentence_id',
  )) {
    const words = searchWords(spannedText(text, parseStatement(analysis).content)).join(' ')
    database.prepare('update statements set words = ? where id = ?').run(words, id)
  }
  for (const table of ['versions', 'sentences', 'statements'])
    database.exec(`create trigger ${table}_keep_update before update on ${table} begin select 1; end`)
  expect(kept()).not.toEqual(recorded)
  database.exec(readFileSync('migrations/0028_short_columns.sql', 'utf8'))
})

it.each(COLUMNS.map(([table, column], i) => [`${table}.${column}`, i] as const))('%s', (_name, i) => {
  expect(kept()[i]).toEqual(recorded[i])
})

it('has lists with whole entries and lengths of both signs, hashes of both lengths, and masks', () => {
  const [lists, hashes, words] = recorded as [string[], string[], number[]]
  const entries = lists.flatMap((list) => JSON.parse(list) as unknown[])
  expect(['number', 'object'].map((type) => entries.some((entry) => typeof entry === type))).toEqual([true, true])
  expect([Math.max, Math.min].map((most) => most(...entries.filter((one) => typeof one === 'number')) > 0)).toEqual([
    true,
    false,
  ])
  expect([...new Set(hashes.map((hash) => hash.length))].sort()).toEqual([24, 8])
  expect(Math.max(...words)).toBeGreaterThan(0)
})

it('leaves an archive that verifies, in which nothing is writable that was not', async () => {
  expect((await verify(store, 'harbour')).faults).toEqual([])
  for (const table of ['versions', 'sentences', 'statements'])
    expect(() => database.exec(`update ${table} set id = id`)).toThrow(/immutable/)
})
