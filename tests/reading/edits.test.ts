/** Edits of the database underneath an archive, by somebody who drops its triggers: `verify` finds each, or a checkpoint that was kept. */
import { type SQL, sql } from 'drizzle-orm'
import { beforeEach, describe, expect, it } from 'vitest'
import { openStore } from '#harness'
import { consistencyProof, isConsistent } from '../../src/log/merkle.ts'
import { verifyArchive } from '../../src/reading/verify/verify-archive.ts'
import { reanalyze } from '../../src/recording/reanalyze.ts'
import { review } from '../../src/reviews/review.ts'
import { contentHash, GENESIS, logHash, sentenceHash, shortHash } from '../../src/store/hash.ts'
import { recordKey } from '../../src/store/log/keys.ts'
import { logSize, ofTree, rootAt } from '../../src/store/log/tree.ts'
import type { Store } from '../../src/store/store.ts'
import { endAlias, makeAlias } from '../../src/store/write/aliases.ts'
import { insertArticle, updateArticle } from '../../src/store/write/article-metadata.ts'
import { withhold } from '../../src/store/write/withholdings.ts'
import { minute, NOW, open, post, publish } from '../recording/desk.ts'
import { logAnew } from '../recording/log-anew.ts'
import { tellAsOf, unsure } from '../recording/older-engine.ts'

let store: Store

const URL = 'https://news.example/ferry'
const FERRY = 'The ferry may run aground. Nobody was hurt, the harbour master said on Monday. Fares rise by 7 percent.'

beforeEach(async () => {
  store = await openStore()
  await insertArticle(store, { slug: 'harbour', title: 'Ferry', publication: 'Quay Times', url: URL }, NOW)
  await open(store, 'market')
  await open(store, 'barley')
  await publish(store, FERRY, 1, { title: 'Ferry aground', byline: 'Ada Brook', url: URL })
  await publish(store, 'Barley rose by 7 percent, the exchange said.', 2, {}, 'market')
  await publish(store, FERRY.replace('may run', 'ran').replace('7', '9'), 3, { title: 'Ferry aground', url: URL })
  await post(store, FERRY.replace('may run', 'ran').replace('7', '9'), 4, { title: 'Ferry aground', url: URL })
  await publish(store, `${FERRY.replace('may run', 'ran').replace('7', '9')} Divers were sent.`, 6, { title: 'Ferry aground' })
  await publish(store, FERRY.replace('7', '8'), 2.5, { title: 'Ferry aground', url: `${URL}?late` })
  await updateArticle(store, { id: 1, slug: 'harbour' }, { slug: 'ferry', title: 'The ferry' }, NOW)
  const label = { change: null, review: null, reason: 'Style', detail: { label: 'Ferry aground' } } as const
  await review(store, 'ferry', 1, { ...label, action: 'relabel' }, 'desk', NOW)
  await review(store, 'ferry', 2, { ...label, action: 'confirm', detail: {} }, 'desk', NOW)
  await withhold(store, { id: 4, articleId: 1 }, 'A court order', NOW)
  await withhold(store, { id: 2, articleId: 2 }, 'A mistake', NOW)
  await withhold(store, { id: 2, articleId: 2 }, null, NOW)
  await makeAlias(store, { article: 3, of: 2, reason: 'One story', by: 'desk', at: NOW })
  await recordKey(store, 'log+00000000+AAAA', NOW)
})

/** Drops the triggers that keep records as they are, and edits. Those that derive sums stay. */
async function edit(...statements: readonly SQL[]): Promise<void> {
  const triggers = await store.db.all<{ name: string }>(
    sql`select name from sqlite_schema where type = 'trigger' and sql like '%raise(%'`,
  )
  await store.db.run(sql`pragma foreign_keys = off`)
  for (const { name } of triggers) await store.db.run(sql`drop trigger ${sql.identifier(name)}`)
  for (const statement of statements) await store.db.run(statement)
}

async function faults(deep = false): Promise<string[]> {
  const found: string[] = []
  for await (const line of verifyArchive(store, { deep })) found.push(...line.faults.map(({ fault }) => fault))
  return found
}

const MIDDLE: readonly SQL[] = [
  sql`delete from trails`,
  sql`delete from changes where 3 in (from_version, to_version)`,
  sql`delete from checks`,
  sql`delete from versions where id = 3`,
]

/** Edits of records: `verify` finds them by the log. */
const RECORDS: readonly (readonly [string, ...SQL[]])[] = [
  ['a statement: its certainty', sql`update statements set analysis = json_set(analysis, '$[2]', 3) where id = 2`],
  ['a statement: its span', sql`update statements set analysis = json_set(analysis, '$[4][0]', 4) where id = 2`],
  ['a statement: its label', sql`update statements set analysis = json_set(analysis, '$[0]', 'Ferry safe') where id = 2`],
  ['a statement: its sentence', sql`update statements set sentence_id = 1, place = 9 where id = 3`],
  ['a statement: deleted', sql`delete from statements where id = (select max(id) from statements)`],
  [
    'a statement: inserted',
    sql`insert into statements (sentence_id, place, run_id, analysis) select sentence_id, 9, run_id, analysis from statements where id = 2`,
  ],
  ['a sentence: its text', sql`update sentences set text = 'Nobody died.' where id = 2`],
  ['a sentence: its zone', sql`update versions set sentences = json_set(sentences, '$[1][0]', 2) where id = 1`],
  ['a sentence: left out', sql`update versions set sentences = json_remove(sentences, '$[1]') where id = 1`],
  ['a version: its words are counted otherwise', sql`update versions set word_count = 3 where id = 1`],
  ['a version: its language', sql`update versions set language = 'fr' where id = 1`],
  ['a version: whether it can be read', sql`update versions set unsupported = 1 where id = 1`],
  [
    'a version: its engine',
    sql`insert into analysis_runs values (99, 'another', 'ingest', ${NOW})`,
    sql`update versions set run_id = 99 where id = 1`,
  ],
  ['a version: it reads another once more', sql`update versions set rereads = 1 where id = 3`],
  ['a version: its text', sql`update versions set body = 'The ferry arrived.' where id = 1`],
  ['a version: its title', sql`update versions set title = 'Ferry safe' where id = 1`],
  ['a version: its byline', sql`update versions set byline = 'Cy Dale' where id = 1`],
  ['a version: its address', sql`update versions set url = 'https://news.example/x' where id = 1`],
  ['a version: when it was captured', sql`update versions set captured_at = ${minute(9)} where id = 1`],
  ['a version: when it was published', sql`update versions set published_at = ${minute(9)} where id = 1`],
  ['a version: when it was modified', sql`update versions set modified_at = ${minute(9)} where id = 1`],
  ['a version: when it was recorded', sql`update versions set recorded_at = ${minute(9)} where id = 1`],
  ['a version: its place', sql`update versions set place = '0' where id = 1`],
  ['a version: its number', sql`update versions set number = 9 where id = 1`],
  ['a version: its hash', sql`update versions set hash = ${'0'.repeat(63)} || '1' where id = 1`],
  ['a version: deleted in the middle', ...MIDDLE],
  [
    'the last version: deleted, and counted so',
    sql`delete from trails`,
    sql`delete from changes where 5 in (from_version, to_version)`,
    sql`delete from versions where id = 5`,
    sql`update articles set version_count = version_count - 1 where id = 1`,
  ],
  ['a wording: its source', sql`update wordings set source_id = null where source_id is not null`],
  ['a wording: its statement', sql`update wordings set statement_id = 1 where claim_id = 2`],
  ['a wording: its reading', sql`update wordings set reading = '["Cy Dale",0]' where claim_id = 2`],
  ['a wording: its end', sql`update wordings set until_place = null, ended = null where ended is not null`],
  ['a wording: how it ended', sql`update wordings set ended = 'withdrawn' where ended is not null and ended <> 'withdrawn'`],
  [
    'a wording: begun later',
    sql`update wordings set from_place = (select max(place) from versions where article_id = 1) where claim_id = 2`,
  ],
  ['a wording: deleted', sql`delete from wordings where claim_id = 2`],
  ['a claim: its number', sql`update claims set number = 99 where id = 2`],
  ['a claim: of another article', sql`update claims set article_id = 2, number = 99 where id = 2`],
  [
    'a change: its kinds',
    sql`update changes set kinds = 1 << 16 where id = (select max(id) from changes where retracts is null)`,
  ],
  ['a change: its sides', sql`update changes set after = '[]' where id = 1`],
  ['a change: its detail', sql`update changes set detail = '{"number":1}' where id = 1`],
  ['a change: its evidence', sql`update changes set evidence = '[[0,"other"]]' where id = 1`],
  ['a change: disclosed', sql`update changes set acknowledged = 1 where id = 1`],
  ['a change: its version', sql`update changes set to_version = 3 where id = 1`],
  ['a change: set aside', sql`update changes set aside = 1 where id = 1`],
  ['a change: its note', sql`update changes set note = '[[1,2,0]]' where id = 1`],
  ['a change: its review', sql`update changes set review_id = 1 where id = 1`],
  ['a change: its time', sql`update changes set recorded_at = ${minute(1)} where id = 1`],
  ['a change: its claims', sql`delete from trails where change_id = 1`],
  [
    'a change: deleted',
    sql`delete from trails where change_id = (select max(id) from changes)`,
    sql`delete from changes where id = (select max(id) from changes)`,
  ],
  [
    'a change: a false retraction',
    sql`insert into changes (article_id, from_version, to_version, kinds, before, after, detail, evidence, acknowledged, retracts, aside, recorded_at)
    select article_id, from_version, to_version, kinds, before, after, detail, evidence, acknowledged, id, aside, '' from changes where id = 1`,
  ],
  ['a review: its reviewer', sql`update reviews set reviewer = 'else' where id = 1`],
  ['a review: its reason', sql`update reviews set reason = 'Taste' where id = 1`],
  ['a review: its action', sql`update reviews set action = 'reject' where id = 2`],
  ['a review: deleted', sql`delete from reviews where id = 2`],
  [
    'a review: inserted',
    sql`insert into reviews (article_id, claim, action, detail, reviewer, reviewed_at) values (1, 3, 'reject', '{}', 'desk', ${NOW})`,
  ],
  ['a withholding: deleted', sql`delete from withholding_reasons where version_id = 4`],
  ['a withholding: its reason', sql`update withholding_reasons set reason = 'Other' where version_id = 4`],
  [
    'a withholding: inserted',
    sql`insert into withholding_reasons (version_id, reason, withheld_at) values (1, 'Other', ${NOW})`,
  ],
  [
    'a check: invented',
    sql`insert into checks (article_id, captured_at, content_hash, version_id, recorded_at) select 1, ${minute(50)}, content_hash, 5, ${NOW} from versions where id = 5`,
  ],
  ['a check: deleted', sql`delete from checks`],
  ['a check: its time', sql`update checks set captured_at = ${minute(5)}`],
  ['an article: its title', sql`update articles set title = 'Other' where id = 1`],
  ['an article: its publication', sql`update articles set publication = 'Other' where id = 1`],
  ['an article: its age', sql`update articles set created_at = ${minute(0)} where id = 1`],
  ['an article: its slug', sql`update articles set slug = 'other' where id = 1`],
  ['an article: its slug leads to another article', sql`update slugs set article_id = 2 where slug = 'harbour'`],
  ['an article: a slug is added', sql`insert into slugs values ('other', 1)`],
  ['an article: an address is taken away', sql`delete from article_urls where article_id = 1 and url = ${URL}`],
  [
    'an article: an address is added',
    sql`insert into article_urls (article_id, url, since) values (1, 'https://news.example/y', ${NOW})`,
  ],
  ['an article: no alias any more', sql`delete from alias_decisions`],
  ['an article: an alias for another reason', sql`update alias_decisions set reason = 'Other'`],
  ['the log: an entry edited', sql`update log set digest = zeroblob(32) where kind = 6 and subject = 3`],
  ['the log: an entry removed', sql`delete from log where id = 3`],
  ['the log: the last entry removed', sql`delete from log where id = (select max(id) from log)`],
  [
    'the log: an entry inserted',
    sql`insert into log (kind, article_id, subject, digest) select kind, article_id, subject + 1000, digest from log where kind = 6 limit 1`,
  ],
  ['the log: a key', sql`update log_keys set key = 'log+00000000+BBBB'`],
]

/** Edits of what is derived: `verify --deep` finds them. */
const DERIVED: readonly (readonly [string, ...SQL[]])[] = [
  ['a claim: its label', sql`update claims set label = 'Ferry safe' where id = 2`],
  ['a claim: its status', sql`update claims set status = 'withdrawn' where id = 1`],
  ['a claim: its verdict', sql`update claims set verdict = 'rejected' where id = 2`],
  ['a claim: its label by people', sql`update claims set human_label = 'Ferry safe' where id = 1`],
  ['a claim: its changes counted otherwise', sql`update claims set changes = 9 where id = 1`],
  ['a source: its name', sql`update sources set name = 'Cy Dale' where id = 1`],
  ['a source: its count in the article', sql`update article_sources set claims = 9`],
  ['a source: its sum', sql`update sources set claims = 9 where id = 1`],
  ['an article: its latest version', sql`update articles set latest_version = 1 where id = 1`],
  ['an article: its claims counted otherwise', sql`update articles set present_claims = 9 where id = 1`],
  [
    'a sentence taken out of the search index',
    sql`insert into sentence_search (sentence_search, rowid, text) select 'delete', id, text from sentences where id = 2`,
  ],
  ['the counts of changes', sql`update change_counts set changes = 9 where article_id = 1`],
  ['the counts of changes by source', sql`update source_change_counts set changes = 9 where article_id = 1`],
  ['the sums of changes', sql`update archive_change_counts set changes = 9`],
]

/** Chains all versions anew after their texts or times were edited. */
async function rechain(): Promise<void> {
  type Row = Parameters<typeof logHash>[0] & { id: number; title: string; byline: string | null; body: string }
  const rows =
    await store.db.all<Row>(sql`select id, article_id as articleId, number, url, title, byline, body, captured_at as capturedAt,
    published_at as publishedAt, modified_at as modifiedAt, recorded_at as recordedAt from versions order by id`)
  let previous = GENESIS
  for (const row of rows) {
    const entry = { ...row, previous, contentHash: contentHash(row) }
    await store.db.run(
      sql`update versions set previous = 'new ' || id, content_hash = ${entry.contentHash}, hash = ${logHash(entry)} where id = ${row.id}`,
    )
    await store.db.run(sql`update versions set previous = ${previous} where id = ${row.id}`)
    previous = logHash(entry)
  }
}

const reworded = (from: string, to: string): SQL[] => [
  sql`update versions set body = replace(body, ${from}, ${to})`,
  sql`update sentences set text = replace(text, ${from}, ${to})`,
]

async function rehashSentences(): Promise<void> {
  for (const { id, text } of await store.db.all<{ id: number; text: string }>(sql`select id, text from sentences`))
    await store.db.run(sql`update sentences set hash = unhex(${shortHash(sentenceHash(text))}) where id = ${id}`)
}

/** Edits by somebody who makes hashes, chain and log anew: only a checkpoint that was kept elsewhere finds them. */
const FORGED: readonly (readonly [string, () => Promise<unknown>])[] = [
  [
    'a text edited, and all chained anew',
    () =>
      edit(...reworded('Nobody', 'Anyone'))
        .then(rehashSentences)
        .then(rechain),
  ],
  ['all times of recording put back', () => edit(sql`update versions set recorded_at = ${minute(30)}`).then(rechain)],
  ['a middle version deleted, and all chained anew', () => edit(...MIDDLE).then(rechain)],
  ['a withholding that never was', () => edit(sql`delete from withholding_reasons where version_id = 4`)],
  ['a softened change that is cosmetic', () => edit(sql`update changes set kinds = 1 << 16`)],
  ['a review that was never made', () => edit(sql`delete from reviews where id = 2`)],
]

/** Edits of entries that later ones superseded: no row says what they were, so that a checkpoint alone finds them. */
const SUPERSEDED: readonly (readonly [string, ...SQL[]])[] = [
  [
    'an earlier title',
    sql`update log set digest = zeroblob(32) where id = (select min(id) from log where kind = 2 and article_id = 1)`,
  ],
  [
    'earlier wordings',
    sql`update log set digest = zeroblob(32) where id = (select min(id) from log where kind = 9 and article_id = 1 and subject = 3)`,
  ],
  [
    'two entries that changed places',
    sql`update log set id = -1 where id = 3`,
    sql`update log set id = 3 where id = 9`,
    sql`update log set id = 9 where id = -1`,
  ],
]

const listed = (edits: readonly (readonly [string, ...SQL[]])[]) =>
  edits.map(([name, ...statements]) => [name, statements] as const)

describe('the archive without an edit', () => {
  it('has no fault', async () => {
    expect(await faults(true)).toEqual([])
  })

  it('has none after an alias ended, an engine came and all was analyzed again', async () => {
    await endAlias(store, { article: 3, of: 2, reason: 'Two stories', by: 'desk', at: NOW })
    await tellAsOf(store, unsure)
    await reanalyze(store, 'ferry', NOW)
    expect(await faults()).toEqual([])
  })
})

describe('verify finds', () => {
  it.each(listed(RECORDS))('%s', async (_, statements) => {
    await edit(...statements)
    expect(await faults()).not.toEqual([])
  })
})

describe('verify --deep finds', () => {
  it.each(listed(DERIVED))('%s', async (_, statements) => {
    await edit(...statements)
    expect(await faults()).toEqual([])
    expect(await faults(true)).not.toEqual([])
  })
})

describe('a checkpoint finds', () => {
  it.each(FORGED)('%s, and the log made anew', async (_, forge) => {
    expect(
      await leadsOn(async () => {
        await forge()
        await logAnew(store)
      }),
    ).toBe(false)
  })

  it('where verify finds nothing any more', async () => {
    const [, forge] = FORGED[0] ?? []
    await forge?.()
    await logAnew(store)
    expect(await faults()).toEqual([])
  })

  it.each(listed(SUPERSEDED))('%s', async (_, statements) => {
    expect(await leadsOn(() => edit(...statements))).toBe(false)
  })

  it('nothing where the log only grew', async () => {
    const size = await logSize(store)
    expect(await leadsOn(() => publish(store, `${FERRY} Divers left.`, 20))).toBe(true)
    expect(await logSize(store)).toBeGreaterThan(size)
  })
})

/** Whether the log after some work leads on from what it was before. */
async function leadsOn(work: () => Promise<unknown>): Promise<boolean> {
  const state = async () => {
    const size = await logSize(store)
    return { size, root: await rootAt(store, size) }
  }
  const kept = await state()
  await work()
  const present = await state()
  if (present.size < kept.size) return false
  const proof = await ofTree(store, present.size, (subtree) => consistencyProof(kept.size, present.size, subtree))
  return isConsistent(kept, present, proof)
}
