/** How the database goes about the common lists: along an index, in the order of the list. */
import { type SQL, sql } from 'drizzle-orm'
import { beforeAll, expect, it } from 'vitest'
import { openStore } from '#harness'
import { queryTerms } from '../../src/core/search/query.ts'
import { deliveryRows } from '../../src/store/hooks/deliveries.ts'
import { hookRows } from '../../src/store/hooks/hooks.ts'
import { articleRows } from '../../src/store/read/articles.ts'
import { changeRows } from '../../src/store/read/changes.ts'
import { claimRows } from '../../src/store/read/claims.ts'
import { claimsElsewhereRows } from '../../src/store/read/claims-elsewhere.ts'
import { headlineAndLeadRows } from '../../src/store/read/headline-and-lead.ts'
import { articleAsOf } from '../../src/store/read/last-position.ts'
import { versionRows } from '../../src/store/read/lists/version-lists.ts'
import { mementoHead, mementoRows } from '../../src/store/read/mementos.ts'
import { reanalyzedRows, statementPlaces } from '../../src/store/read/reanalysis.ts'
import { reviewRows } from '../../src/store/read/reviews.ts'
import { hitRows, type SearchFilter, valuesOf } from '../../src/store/read/search-hits.ts'
import { sourceRows } from '../../src/store/read/sources.ts'
import { type CountFilter, countRows } from '../../src/store/read/statistics.ts'
import type { Store } from '../../src/store/store.ts'

let store: Store
beforeAll(async () => {
  store = await openStore()
})

async function planOf(query: { getSQL(): SQL }): Promise<string[]> {
  const rows = await store.db.all<{ detail: string }>(sql`explain query plan ${query.getSQL()}`)
  return rows.map((row) => row.detail)
}

const page = { limit: 51 }
function hits(searched: SearchFilter['searched'], more: Partial<SearchFilter> = {}, asks: 'all' | 'best' = 'all') {
  const filter: SearchFilter = { ...page, searched, terms: queryTerms('a "b c" -d'), ...more }
  const values = valuesOf(filter)
  return hitRows(store.db, filter, (name) => sql`${values[name]}`, asks)
}
const narrow = { slug: 'a', publication: 'b', source: 'Ada Moreno', at: '2030' }
const feed = { ...page, standing: false, order: 'recorded' } as const
const trail = { ...page, standing: true, order: 'trail' } as const
const entries = { ...page, standing: false, order: 'newest', firstAsOne: true } as const
const QUERIES: [string, () => { getSQL(): SQL }][] = [
  ['articles', () => articleRows(store, page)],
  ['articles?cursor', () => articleRows(store, { ...page, below: 9 })],
  ['versions', () => versionRows(store, 'a', '2030', 51)],
  ['mementos', () => mementoRows(store, 'a', undefined, 51)],
  ['mementos?cursor', () => mementoRows(store, 'a', '2030', 51)],
  ['claims', () => claimRows(store, { ...page, sort: 'number' })],
  ['claims?cursor', () => claimRows(store, { ...page, sort: 'number', after: [7, 7] })],
  ['claims?status', () => claimRows(store, { ...page, sort: 'number', status: ['present'] })],
  ['claims?sort=check_worthiness', () => claimRows(store, { ...page, sort: 'check_worthiness' })],
  ['claims?sort=check_worthiness&cursor', () => claimRows(store, { ...page, sort: 'check_worthiness', after: [50, 7] })],
  ['claims?min_check_worthiness', () => claimRows(store, { ...page, sort: 'check_worthiness', minCheckWorthiness: 0.5 })],
  ['claims?sort=changes', () => claimRows(store, { ...page, sort: 'changes' })],
  ['claims?sort=changes&cursor', () => claimRows(store, { ...page, sort: 'changes', after: [3, 7] })],
  ['claims?source=id', () => claimRows(store, { ...page, sort: 'number', source: '7' })],
  ['claims of an article', () => claimRows(store, { ...page, slug: 'a', sort: 'number' })],
  ['claims of an article?status', () => claimRows(store, { ...page, slug: 'a', sort: 'number', status: ['present'] })],
  ['claims of an article?cursor', () => claimRows(store, { ...page, slug: 'a', sort: 'number', after: [7, 7] })],
  ['claims of an article?version', () => claimRows(store, { ...page, slug: 'a', sort: 'number', asOf: { number: 1 } })],
  ['changes', () => changeRows(store, feed)],
  ['changes?since', () => changeRows(store, { ...feed, after: 7 })],
  ['changes?article', () => changeRows(store, { ...feed, slug: 'a' })],
  ['changes?article&since', () => changeRows(store, { ...feed, slug: 'a', after: 7 })],
  ['entries', () => changeRows(store, entries)],
  ['entries?cursor', () => changeRows(store, { ...entries, below: 7 })],
  ['entries of an article', () => changeRows(store, { ...entries, slug: 'a' })],
  ['changes?verdict', () => changeRows(store, { ...feed, verdicts: ['confirmed'] })],
  ['hooks', () => hookRows(store, page)],
  ['hooks?cursor', () => hookRows(store, { ...page, after: 7 })],
  ['deliveries', () => deliveryRows(store, { ...page, hook: 7 })],
  ['deliveries?cursor', () => deliveryRows(store, { ...page, hook: 7, below: 9 })],
  ['deliveries?status', () => deliveryRows(store, { ...page, hook: 7, statuses: ['pending'] })],
  ['reviews', () => reviewRows(store, page)],
  ['reviews?cursor', () => reviewRows(store, { ...page, after: 7 })],
  ['reviews of an article', () => reviewRows(store, { ...page, slug: 'a' })],
  ['reviews of a claim', () => reviewRows(store, { ...page, slug: 'a', claim: 7 })],
  ['reviews?reviewer', () => reviewRows(store, { ...page, reviewer: 'Ada Moreno' })],
  ['sources', () => sourceRows(store, page)],
  ['sources?cursor', () => sourceRows(store, { ...page, afterId: 7 })],
]
/** Those that are sorted: a part of the archive that an index gives. */
const SORTED: [string, () => { getSQL(): SQL }][] = [
  ['articles?changed_since', () => articleRows(store, { ...page, changedSince: '2030' })],
  ['claims?source=name', () => claimRows(store, { ...page, sort: 'number', source: 'Ada Moreno' })],
  ['claims of an article?sort', () => claimRows(store, { ...page, slug: 'a', sort: 'check_worthiness' })],
  ['changes?source', () => changeRows(store, { ...feed, source: 'Ada Moreno' })],
  ['changes of an article', () => changeRows(store, { ...trail, slug: 'a' })],
  ['changes of an article?source', () => changeRows(store, { ...trail, slug: 'a', source: 'Ada Moreno' })],
  ['a claim', () => claimRows(store, { slug: 'a', number: 7, sort: 'number', limit: 1 })],
  ['an article as of a time', () => articleAsOf(store, 'a', { at: '2030' })],
  ['a claim’s changes as of a time', () => changeRows(store, { ...trail, slug: 'a', claim: 7, asOf: { at: '2030' } })],
  ['a claim’s changes', () => changeRows(store, { ...trail, slug: 'a', claim: 7, limit: -1 })],
  ['claims that may say the same', () => claimsElsewhereRows(store, 'a', 7)],
  ['what a re-analysis finds otherwise', () => reanalyzedRows(store, 'a', 7, 51)],
  ['which claim has which statement', () => statementPlaces(store, 'a')],
  ['an article’s mementos in brief', () => mementoHead(store, 'a', '2030')],
  ['a claim’s opening', () => headlineAndLeadRows(store, 'a', 7)],
]

const HITS: typeof QUERIES = [
  ['hits in sentences', () => hits('sentences')],
  ['hits in sentences, narrowed', () => hits('sentences', narrow)],
  ['hits in sentences, of a further page', () => hits('sentences', { after: [7, 9] })],
  ['the best hits in sentences', () => hits('sentences', {}, 'best')],
  ['hits in claims', () => hits('claims')],
  ['the best hits in claims of an article', () => hits('claims', { slug: 'a' }, 'best')],
  ['hits in claims, narrowed', () => hits('claims', narrow)],
]

const counts = (more: Partial<CountFilter>) => () => countRows(store, { interval: 'day', by: 'kind', limit: 9, ...more })
const COUNTS: [string, () => { getSQL(): SQL }][] = [
  ['from a time', counts({ from: '2030' })],
  ['from a time, by source', counts({ from: '2030', by: 'source' })],
  ['from a time, by publication', counts({ from: '2030', by: 'publication' })],
  ['of a source by its name', counts({ source: 'Ada Moreno', by: 'article' })],
  ['of a source and a time', counts({ source: '7', from: '2030' })],
  ['of an article', counts({ slug: 'a' })],
  ['of an article, by source', counts({ slug: 'a', by: 'source' })],
]

/** Walks of whole tables, but not of JSON, nor of what a subquery of the plan gave. */
const scans = (plan: readonly string[]) =>
  plan.filter(
    (step) => /^SCAN (?!CONSTANT ROW|\(subquery-\d+\)|(?:shared|asked)$)/.test(step) && !step.includes('VIRTUAL TABLE'),
  )

it.each(QUERIES)('%s come along an index, in their order', async (_name, query) => {
  const plan = await planOf(query())
  // Without a condition, the list is the table or an index from its start.
  expect(scans(plan).slice(1)).toEqual([])
  expect(plan.filter((step) => /TEMP B-TREE FOR (?:LAST TERM OF )?(?:ORDER|GROUP)|CORRELATED LIST/.test(step))).toEqual([])
})

it.each(SORTED)('%s are found by an index', async (_name, query) => {
  const plan = await planOf(query())
  expect(scans(plan)).toEqual([])
  expect(plan.filter((step) => step.startsWith('CORRELATED LIST'))).toEqual([])
})

/** Where a list goes on: what lies before is not read, whatever the filter. */
const ONWARD: [string, () => { getSQL(): SQL }, RegExp][] = [
  ['changes?publication&since', () => changeRows(store, { ...feed, publication: 'b', after: 7 }), /article_id=\? AND rowid>\?/],
  ['changes?source&since', () => changeRows(store, { ...feed, source: '7', after: 7 }), /source_\w+=\? AND change_id>\?/],
  [
    'changes?source=name&since',
    () => changeRows(store, { ...feed, source: 'Ada Moreno', after: 7 }),
    /source_\w+=\? AND change_id>\?/,
  ],
  ['changes?article&since', () => changeRows(store, { ...feed, slug: 'a', after: 7 }), /article_id=\? AND rowid>\?/],
  [
    'entries?publication&cursor',
    () => changeRows(store, { ...entries, publication: 'b', below: 7 }),
    /article_id=\? AND rowid<\?/,
  ],
  ['entries?source&cursor', () => changeRows(store, { ...entries, source: '7', below: 7 }), /source_\w+=\? AND change_id<\?/],
]

it.each(ONWARD)('%s reads nothing of the pages before', async (_name, query, bounded) => {
  const plan = await planOf(query())
  const all = /(?:article_id|source_before|source_after)=\?\)/
  const ofChanges = plan.filter((step) => /^SEARCH (?:c|changes|trails)\b/.test(step) && (bounded.test(step) || all.test(step)))
  expect(ofChanges.filter((step) => bounded.test(step)).length).toBeGreaterThan(0)
  expect(ofChanges.filter((step) => all.test(step))).toEqual([])
  expect(plan.filter((step) => step.startsWith('CORRELATED LIST'))).toEqual([])
})

it('what a source is said to have told in an article is found by the article', async () => {
  const plan = await planOf(changeRows(store, { ...trail, slug: 'a', source: 'Ada Moreno' }))
  expect(plan.filter((step) => step.includes('trails_by_source'))).toEqual([])
})

it.each(HITS)('%s cost what they are, and what is withheld', async (_name, query) => {
  const walked = scans(await planOf(query())).map((step) => step.split(' ').slice(1, 5).join(' '))
  // The archive is one row, the list of articles with withheld versions is made once, and so is the look whether there is any.
  const found = ['best', 'hit', 'hit LEFT-JOIN']
  expect([...new Set(walked)].filter((step) => !found.includes(step)).sort()).toEqual([
    'archive',
    'r USING COVERING INDEX',
    'withholding_reasons USING COVERING INDEX',
  ])
})

it.each(['sentences', 'claims'] as const)(
  'of %s FTS5 weighs only what lies between the ids of an article',
  async (searched) => {
    const ranged = async (more: Partial<SearchFilter>) =>
      (await planOf(hits(searched, more))).filter((step) => /_search VIRTUAL TABLE INDEX \d+:M\d+\S*></.test(step))
    // The hits, and their total.
    expect([(await ranged({})).length, (await ranged({ slug: 'a' })).length]).toEqual([0, 2])
  },
)

it.each(COUNTS)('the counts %s are found by an index', async (_name, query) => {
  expect(scans(await planOf(query()))).toEqual([])
})
