/** Archives whose statements are those of an older engine. */
import { sql } from 'drizzle-orm'
import type { Statement } from '../../src/core/article.ts'
import { moved } from '../../src/core/claims/moved.ts'
import { statementsOf } from '../../src/core/claims/statements.ts'
import { sentenceHash } from '../../src/store/hash.ts'
import { packStatement, parseStatement } from '../../src/store/sql/packed-statement.ts'
import type { Placing } from '../../src/store/sql/packing.ts'
import type { Store } from '../../src/store/store.ts'
import { logAnew } from './log-anew.ts'

/** What an engine finds in a sentence. */
export type Engine = (text: string, headline: boolean) => Statement[]

/** Makes all statements that are stored those of an older engine, which told sentences otherwise. */
export async function tellAsOf(store: Store, older: Engine): Promise<void> {
  for (const table of ['statements', 'changes']) {
    for (const kind of ['update', 'delete', 'insert'])
      await store.db.run(sql.raw(`drop trigger if exists ${table}_keep_${kind}`))
  }
  await store.db.run(sql`update analysis_runs set engine = 'an older one'`)
  const sentences = await store.db.all<{ id: number; text: string; headline: number }>(
    sql`select id, text, headline from sentences`,
  )
  for (const { id, text, headline } of sentences) {
    for (const [place, statement] of older(text, headline === 1).entries()) {
      await store.db.run(sql`insert into statements (sentence_id, place, run_id, analysis) values (${id}, ${place}, 1, ${JSON.stringify(packStatement(statement))})
        on conflict (sentence_id, run_id, place) do update set analysis = excluded.analysis`)
    }
  }
  await logAnew(store)
}

/** The same claims, all of them told as unsure and under other labels. */
export const unsure: Engine = (text, headline) =>
  statementsOf(text, headline).map((s) => ({
    ...s,
    label: `Old ${s.label}`,
    certainty: { ...s.certainty, level: 'possible', polarity: 'negative' },
    quantities: [],
  }))

/** An engine that found no attributions. */
export const flat: Engine = (text, headline) => {
  const [first] = statementsOf(text, headline)
  if (!first) throw new Error('no statement')
  return [{ ...first, content: [[0, text.length]], source: { kind: 'author', spans: [] }, cue: null, quotation: 'none' }]
}

/** Makes the body's first two sentences one in every version, as an engine with other rules would have cut them. */
export async function cutAsOne(store: Store): Promise<void> {
  for (const table of ['statements', 'changes', 'sentences', 'versions']) {
    for (const kind of ['update', 'delete', 'insert'])
      await store.db.run(sql.raw(`drop trigger if exists ${table}_keep_${kind}`))
  }
  await store.db.run(sql`update analysis_runs set engine = 'an older one'`)
  const versions = await store.db.all<{ id: number; body: string; sentences: string }>(
    sql`select id, body, sentences from versions`,
  )
  const joined = new Map<number, { readonly into: number; readonly by: number; readonly text: string }>()
  for (const { id, body, sentences } of versions) {
    const list = JSON.parse(sentences) as Placing[]
    const at = list.findIndex(([zone]) => zone > 0)
    const [first, second] = [list[at], list[at + 1]]
    if (!first || !second) continue
    joined.set(second[3], { into: first[3], by: second[1] - first[1], text: body.slice(first[1], second[2]) })
    const cut = list.toSpliced(at, 2, [first[0], first[1], second[2], first[3]])
    await store.db.run(sql`update versions set sentences = ${JSON.stringify(cut)} where id = ${id}`)
  }
  for (const [id, { into, by, text }] of joined) {
    const [first] = await store.db.all<{ n: number }>(sql`select count(*) as n from statements where sentence_id = ${into}`)
    const told = await store.db.all<{ id: number; analysis: string }>(
      sql`select id, analysis from statements where sentence_id = ${id} order by place`,
    )
    for (const [n, { id: statement, analysis }] of told.entries()) {
      const shifted = JSON.stringify(packStatement(moved(parseStatement(analysis), (offset) => offset + by)))
      await store.db.run(sql`update statements set sentence_id = ${into}, place = ${(first?.n ?? 0) + n}, analysis = ${shifted}
        where id = ${statement}`)
    }
    await store.db.run(sql`delete from sentences where id = ${id}`)
    await store.db.run(sql`update sentences set text = ${text}, hash = unhex(${sentenceHash(text)}) where id = ${into}`)
    await store.db.run(sql`update changes set after = json_replace(after, '$[0][0]', ${into}, '$[0][2]', json_extract(after, '$[0][2]') - ${by})
      where after ->> '$[0][0]' = ${id}`)
  }
  await logAnew(store)
}

/** An engine that finds what today's does. */
export const asToday: Engine = (text, headline) => [...statementsOf(text, headline)]

/**
 * Writes other words of the same length into the texts, as an engine stored them that knew no furniture: the sentences keep the
 * statements and zones that they have.
 */
export async function withWords(store: Store, words: string, others: string): Promise<void> {
  for (const table of ['sentences', 'versions'])
    for (const kind of ['update', 'delete', 'insert'])
      await store.db.run(sql.raw(`drop trigger if exists ${table}_keep_${kind}`))
  await store.db.run(sql`update analysis_runs set engine = 'an older one'`)
  await store.db.run(sql`update versions set body = replace(body, ${words}, ${others})`)
  for (const { id, text } of await store.db.all<{ id: number; text: string }>(sql`select id, text from sentences`)) {
    const changed = text.replaceAll(words, others)
    await store.db.run(sql`update sentences set text = ${changed}, hash = unhex(${sentenceHash(changed)}) where id = ${id}`)
  }
  await logAnew(store)
}
