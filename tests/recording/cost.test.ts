import { sql } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import { openStore } from '#harness'
import { counts, open, post, publish } from './desk.ts'

const THINGS = [
  'ferry',
  'lighthouse',
  'orchestra',
  'bakery',
  'footbridge',
  'castle',
  'harbour',
  'observatory',
  'tannery',
  'mill',
]
const DEEDS = ['was painted', 'was sold', 'lost its roof', 'changed hands', 'stood empty', 'was measured', 'drew a crowd']
const TOWNS = ['Pellow', 'Ardle', 'Varsk', 'Mirren', 'Holm', 'Tarn', 'Ebber', 'Sund', 'Orrin', 'Dray', 'Lusk', 'Penn', 'Wick']

/** `n` sentences, each of its own words. */
const article = (n: number): string[] =>
  Array.from({ length: n }, (_, i) => {
    const [thing, deed, town] = [THINGS[i % 10], DEEDS[i % 7], TOWNS[i % 13]]
    return `The ${thing} of ${town} ${deed} ${i + 2} times in ${1700 + i}, according to ${town}'s town hall.`
  })

const text = (sentences: readonly string[]): string => {
  const paragraphs: string[] = []
  for (let i = 0; i < sentences.length; i += 4) paragraphs.push(sentences.slice(i, i + 4).join(' '))
  return paragraphs.join('\n\n')
}

async function added(sentences: readonly string[], edit: (sentences: string[]) => string[]) {
  const queries: string[] = []
  const store = await openStore({ logQuery: (query) => queries.push(query) })
  await open(store)
  await publish(store, text(sentences), 1)
  const before = await counts(store)
  queries.length = 0
  await publish(store, text(edit([...sentences])), 2)
  const statements = queries.length
  const after = await counts(store)
  const rows = Object.fromEntries(
    Object.entries(after).flatMap(([t, n]) => (n === before[t] ? [] : [[t, n - (before[t] ?? 0)]])),
  )
  return { rows, statements }
}

const sevens = (sentences: string[]) => sentences.with(1, (sentences[1] ?? '').replace(/\d+ times/, '77 times'))

describe('what a version adds', () => {
  it('grows with what changed: one sentence of a 7 KB article', async () => {
    const long = article(80)
    expect(text(long).length).toBeGreaterThan(6500)
    const { rows } = await added(long, sevens)
    expect(rows).toEqual({
      versions: 1,
      sentences: 1,
      statements: 1,
      wordings: 1,
      changes: 1,
      trails: 1,
      sentence_search_docsize: 1,
      statement_search_docsize: 1,
    })
  })

  it('is no row of a sentence that only moved, came back, or stands twice', async () => {
    const [a, b, c, d] = article(4) as [string, string, string, string]
    expect((await added([a, b, c, d], (s) => [...s, a])).rows).toEqual({
      versions: 1,
      claims: 1,
      wordings: 1,
      changes: 1,
      trails: 1,
    })
    expect((await added([a, b, c, d], () => [d, a, b, c])).rows).toEqual({ versions: 1, changes: 1, trails: 1 })
    const store = await openStore()
    await open(store)
    for (const [n, list] of [
      [a, b, c],
      [a, c],
    ].entries())
      await publish(store, text(list), n)
    const before = await counts(store)
    await publish(store, text([a, b, c]), 3)
    expect(await counts(store)).toEqual({
      ...before,
      versions: 3,
      wordings: (before.wordings ?? 0) + 1,
      changes: (before.changes ?? 0) + 1,
      trails: (before.trails ?? 0) + 1,
    })
  })

  it('takes as many statements for 200 sentences as for 3', async () => {
    const short = await added(article(3), sevens)
    const long = await added(article(200), sevens)
    expect(long.statements).toBe(short.statements)
    expect(long.statements).toBeLessThanOrEqual(25)
    const all = (sentences: string[]) => sentences.map((s) => s.replace(/\d+ times/, '999 times'))
    expect((await added(article(200), all)).statements).toBe((await added(article(3), all)).statements)
  })

  it('takes as many statements for a version before 12 others as for one before 2', async () => {
    const late = async (others: number) => {
      const queries: string[] = []
      const store = await openStore({ logQuery: (query) => queries.push(query) })
      await open(store)
      const told = (n: number) => text(article(3).map((s) => s.replace(/\d+ times/, `${n} times`)))
      for (let n = 0; n < others; n++) await publish(store, told(100 + n), 10 + n)
      queries.length = 0
      await publish(store, told(99), 1)
      return queries.length
    }
    expect(await late(12)).toBe(await late(2))
  })

  it('finds the checks that are of it along the article’s index', async () => {
    const queries: string[] = []
    const store = await openStore({ logQuery: (query) => queries.push(query) })
    await open(store)
    const told = (n: number) => text(article(3).map((s) => s.replace(/\d+ times/, `${n} times`)))
    await post(store, told(1), 1)
    await post(store, told(1), 9)
    await post(store, told(2), 5)
    const [update] = queries.filter((query) => query.startsWith('update checks'))
    const plan = await store.db.all<{ detail: string }>(
      sql`explain query plan ${sql.raw(update?.replaceAll('?', 'null') ?? '')}`,
    )
    expect(plan.map((step) => step.detail)).toEqual([
      'SEARCH checks USING INDEX checks_by_article (article_id=? AND captured_at>?)',
    ])
  })
})
