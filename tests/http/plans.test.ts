/** How the database goes about every statement of every read: along an index, and it sorts only what an index has bounded. */
import { sql } from 'drizzle-orm'
import { beforeAll, expect, test } from 'vitest'
import { openStore } from '#harness'
import { toCursor } from '../../src/http/request/list.ts'
import type { Store } from '../../src/store/store.ts'
import { READS } from './reads.ts'
import { type Stage, stageOver, tellStory, well } from './stage.ts'

/** With the filters that narrow a list, beside READS. */
const FILTERED = [
  '/v1/articles?q=ferry',
  '/v1/articles?url=https://gazette.example/ferry',
  '/v1/articles?publication=Harbour%20Gazette',
  '/v1/articles?changed_since=2026-02-10',
  '/v1/articles/ferry/versions/latest',
  '/v1/articles/ferry/versions/at/2026-02-10',
  '/v1/articles/ferry/timegate',
  '/v1/articles/ferry/timemap',
  '/v1/timegate/https://gazette.example/ferry',
  '/v1/versions?since=now',
  '/v1/versions?article=ferry',
  '/v1/versions?publication=Harbour%20Gazette',
  '/v1/articles/ferry/claims?at=2026-02-10',
  '/v1/articles/ferry/claims?sort=changes',
  '/v1/articles/ferry/sources?version=1',
  '/v1/articles/ferry/verify',
  '/v1/stories?kind=softened&acknowledged=false',
  '/v1/stories?publication=Harbour%20Gazette',
  '/v1/stories?source=coast%20guard',
  '/v1/stories?since=2026-02-10',
  '/v1/stories?since=2026-02-10&kind=softened&source=coast%20guard&acknowledged=false&publication=Harbour%20Gazette',
  '/v1/claims?status=withdrawn',
  '/v1/claims?sort=check_worthiness',
  '/v1/claims?sort=changes',
  '/v1/claims?q=ferry',
  '/v1/claims?source=coast%20guard',
  '/v1/claims?kind=softened',
  '/v1/claims?publication=Harbour%20Gazette',
  '/v1/captures',
  '/v1/captures?watch=1',
  '/v1/captures?outcome=timeout',
  '/v1/watches',
  '/v1/watches?article=ferry',
  '/v1/changes?kind=softened',
  '/v1/changes?kind=softened,introduced',
  '/v1/changes?publication=Harbour%20Gazette',
  '/v1/changes?article=ferry',
  '/v1/changes?source=coast%20guard',
  '/v1/changes?acknowledged=true',
  '/v1/changes?zone=headline',
  '/v1/changes?from=2026-02-10&to=2026-02-11',
  '/v1/changes?sort=-captured&kind=softened&disclosed=false&first_versions=false',
  '/v1/changes?sort=-captured&publication=Harbour%20Gazette',
  '/v1/changes?sort=-captured&source=coast%20guard',
  '/v1/changes?sort=-captured&from=2026-02-10',
  '/v1/changes?sort=-recorded&from=2026-02-10&kind=softened',
  '/v1/changes?sort=-recorded&source=coast%20guard',
  '/v1/log/entries',
  '/v1/log/entries?article=ferry',
  '/v1/log/entries/5',
  `/v1/log?after=${'0'.repeat(64)}`,
  `/v1/log?cursor=${toCursor('log', [2])}`,
  '/v1/sources?publication=Harbour%20Gazette',
  '/v1/search?q=ferry',
  '/feeds/search.atom?q=ferry',
  '/feeds/search.json?q=ferry&kind=softened&publication=Harbour%20Gazette',
  '/feeds/search.json?q=ferry&zone=lead&verdict=confirmed',
  '/feeds/search.json?q=ferry&article=ferry',
  '/feeds/search.json?q=ferry&source=coast%20guard',
  '/v1/search?q=ferry&in=claims',
]

/** A walk of what has one row, or of what a subquery of the plan gave. */
const SMALL =
  /^SCAN (?:archive|asked|shared|hit|best|bad|lane|CONSTANT ROW|\d+ CONSTANT ROWS?|\((?:subquery|join)-\d+\))(?= |$)/
/** A list in the order of its key or of an index, as far as the page goes; or the counts of all hours. */
const PAGED =
  /^SCAN (?:(?:archive_|source_)?change_counts|articles|claims|changes|reviews|sources|versions|hooks|deliveries|watches|captures)(?: USING (?:COVERING )?INDEX \w+)?$/
/** The latest changes: a walk of an index as far as the page goes. And whether any hour has such a change. */
const LATEST = /^SCAN (?:v USING COVERING INDEX versions_by_capture|c|ever)$/
/** Withholdings are few. */
const FEW = /withholding_reasons/

/** Lists over the whole archive that are sorted: by how well they match, or after an index has picked them; and sums of counts. Or all articles at an address, all versions of an article. */
const PICKED = [
  '/v1/search',
  '/v1/stats',
  '/v1/articles?changed_since',
  '/v1/claims?source',
  '/v1/sources/1',
  '/v1/time',
  '/v1/versions?article',
]

let stage: Stage
let store: Store
let asked: { query: string; params: unknown[] }[] = []

beforeAll(async () => {
  store = await openStore({ logQuery: (query, params) => asked.push({ query, params }) })
  stage = stageOver(store, {}, 0)
  await tellStory(stage)
  await well(stage.send('POST', '/v1/articles/ferry/claims/1/reviews', { action: 'confirm' }))
})

async function planOf({ query, params }: (typeof asked)[number]): Promise<string[]> {
  const chunks = query.split('?')
  const bound = chunks.flatMap((chunk, i) => [sql.raw(chunk), ...(i < chunks.length - 1 ? [sql`${params[i]}`] : [])])
  const rows = await store.db.all<{ detail: string }>(sql.join([sql`explain query plan `, ...bound]))
  return rows.map((row) => row.detail)
}

test.each([...READS.map(([path]) => path), ...FILTERED])('GET %s walks no table and sorts no unbounded set', async (path) => {
  asked = []
  const { status } = await stage.ask(path)
  expect([200, 302]).toContain(status)
  const statements = [...asked]
  for (const statement of statements) {
    const plan = await planOf(statement)
    const walks = plan.filter(
      (step) =>
        step.startsWith('SCAN ') &&
        !SMALL.test(step) &&
        !FEW.test(step) &&
        !LATEST.test(step) &&
        !step.includes('VIRTUAL TABLE'),
    )
    const first = plan.find((step) => /^(?:SCAN|SEARCH) /.test(step)) ?? ''
    const paged = /\blimit\b/i.test(statement.query) && PAGED.test(first) ? [first] : []
    expect(walks).toEqual(paged)
    // D1 takes 100.
    expect(statement.params.length).toBeLessThanOrEqual(90)
    const sorts = plan.filter((step) => /TEMP B-TREE FOR (?:LAST TERM OF )?(?:ORDER|GROUP) BY/.test(step))
    const ofOneArticle = path.startsWith('/v1/articles/')
    // The rows of a page, after the walk that chose them; the changes of the stories of a page.
    if (path.startsWith('/v1/changes?sort') || statement.query.includes('row_number()'))
      expect(sorts.length).toBeLessThanOrEqual(1)
    else if (!ofOneArticle && !PICKED.some((start) => path.startsWith(start))) expect(sorts).toEqual([])
  }
})

test('the claims beside withheld versions are looked for by version', async () => {
  asked = []
  await well(stage.ask('/v1/articles/ferry/lanes?sort=changes'))
  const beside = asked.filter(({ query }) => query.includes('withholding') && query.includes('"statements"."run_id"'))
  expect(beside.length).toBe(1)
  for (const statement of beside) {
    const steps = (await planOf(statement)).map((step) => /^SEARCH (versions|wordings) /.exec(step)?.[1])
    expect(steps.filter((table) => table !== undefined)).toEqual(['versions', 'wordings'])
  }
})
