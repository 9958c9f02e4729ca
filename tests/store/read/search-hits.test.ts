/** In which versions a sentence stood, as searches tell it: what the lists of sentences of the versions say. */
import { sql } from 'drizzle-orm'
import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { openStore, runtime } from '#harness'
import { queryTerms } from '../../../src/core/search/query.ts'
import { presencesOf, snippetOf } from '../../../src/store/read/search-hit.ts'
import { search } from '../../../src/store/read/search-hits.ts'
import { placedSentences } from '../../../src/store/sql/packing.ts'
import { positionOf } from '../../../src/store/sql/position.ts'
import type { Store } from '../../../src/store/store.ts'
import { withhold } from '../../../src/store/write/withholdings.ts'
import { bodyOf, type Draft, draft } from '../../core/changes/articles.ts'
import { NOW, open, post, versionList, versionOf } from '../../recording/desk.ts'
import { runs } from '../../setup/runs.ts'

/** From the versions that are not withheld: for each sentence, by id, the numbers from which and to which it stood. */
async function stood(store: Store) {
  const list = (await versionList(store)).filter(({ withheld }) => withheld === null)
  const found = new Map<number, { text: string; presences: [number, number | null][] }>()
  for (const { number } of list) {
    const { row } = await versionOf(store, number)
    const here = new Map(placedSentences(row).map(({ id, text }) => [id, text]))
    for (const [id, text] of here) {
      const sentence = found.get(id) ?? { text, presences: [] }
      if (sentence.presences.at(-1)?.[1] !== null) sentence.presences.push([number, null])
      found.set(id, sentence)
    }
    for (const [id, { presences }] of found) {
      const last = presences.at(-1)
      if (last?.[1] === null && !here.has(id)) last[1] = number
    }
  }
  return found
}

it('is what the versions say that are not withheld, whatever was posted late, came back or was withheld', async () => {
  const steps = fc.array(fc.record({ text: fc.nat(3), at: fc.nat(20), held: fc.boolean() }), { minLength: 1, maxLength: 7 })
  await fc.assert(
    fc.asyncProperty(fc.array(draft, { minLength: 2, maxLength: 4 }), steps, async (texts, posts) => {
      const store = await openStore()
      await open(store)
      const held: number[] = []
      for (const { text, at, held: secret } of posts) {
        const sent = texts[text % texts.length] as Draft
        const outcome = await post(store, bodyOf(sent), at, { title: sent.title })
        if (outcome.outcome === 'created' && secret && posts.length > 3) held.push(outcome.version.number)
      }
      for (const id of held.slice(0, 2)) await withhold(store, { id, articleId: 1 }, 'An order', NOW)
      const expected = await stood(store)
      const words = [...new Set(texts.flatMap((sent) => `${sent.title} ${bodyOf(sent)}`.match(/[a-z]{3,}/gi) ?? []))]
      const told = new Map<number, [number, number | null][]>()
      for (const word of words) {
        const { hits } = await search(store, { searched: 'sentences', terms: queryTerms(word), limit: 1000 })
        for (const { id, presences } of hits) {
          told.set(
            id,
            presences.map(({ from, until }) => [from.number, until?.number ?? null]),
          )
        }
      }
      const withWords = [...expected].filter(([, { text }]) => /[a-z]{3,}/i.test(text))
      expect([...told].sort(([a], [b]) => a - b)).toEqual(
        withWords.map(([id, { presences }]) => [id, presences] as const).sort(([a], [b]) => a - b),
      )
    }),
    { seed: 11, numRuns: runtime === 'node' ? runs(60) : 4 },
  )
}, 120_000)

/** A short sentence that FTS5 takes for a better match than the long ones. */
const short = (n: number) => `The ferry sank in ${1900 + n}.`
const LONG = [1, 2, 3].map(
  (n) => `The ferry reached the old harbour beyond the wide and stormy sound late in the evening of ${n} May.`,
)

describe.each(['sentences', 'claims'] as const)('hits in %s behind better ones that are not shown', (searched) => {
  // Fewer than are read in advance, as many, more, and many.
  test.each([0, 1, 9, 10, 40])('are found behind %i', async (hidden) => {
    const store = await openStore()
    await open(store)
    await post(store, [...Array.from({ length: hidden }, (_, n) => short(n)), ...LONG].join(' '), 0)
    await post(store, [...LONG, 'It gave no date.'].join(' '), 1)
    await withhold(store, { id: 1, articleId: 1 }, 'An order', NOW)
    const find = async (limit: number) => {
      const { hits, total } = await search(store, { searched, terms: queryTerms('ferry'), limit })
      return { total, texts: hits.map(({ text }) => text) }
    }
    for (const limit of [1, 2, 3, 4, 100]) {
      expect(await find(limit)).toEqual({ total: LONG.length, texts: (await find(1000)).texts.slice(0, limit) })
    }
    expect((await find(1000)).texts.sort()).toEqual(LONG)
  })
})

describe.each<[string, (string | null)[]]>([
  ['where nothing was ever withheld', []],
  ['where a version of another article is withheld', ['An order']],
  ['where one was withheld and is shown again', ['An order', null]],
])('sentences %s', (_, reasons) => {
  test.each<[string, string, number, number]>([
    ['with claims, all', 'ferry', 3, 3],
    ['whose claims a later analysis no longer finds: none', 'sound', 0, 0],
    ['that are furniture: none', 'advertisement', 0, 0],
  ])('%s', async (_, words, found, counted) => {
    const store = await openStore()
    await open(store)
    const body = 'The ferry left.\n\nAdvertisement\n\nThe ferry arrived. The ferry crossed a bay. It rounded the sound.'
    await post(store, body, 0)
    await store.db.run(sql`delete from wordings where statement_id in (select t.id from statements t
      join sentences s on s.id = t.sentence_id where s.text like '%sound%')`)
    await open(store, 'other')
    await post(store, 'A tug sank.', 0, {}, 'other')
    for (const reason of reasons) await withhold(store, { id: 2, articleId: 2 }, reason, NOW)
    const { hits, total } = await search(store, { searched: 'sentences', terms: queryTerms(words), limit: 50 })
    expect([hits.length, total]).toEqual([found, counted])
  })
})

const place = (n: number) => positionOf(new Date(Date.UTC(2030, 0, 1, 8, n)).toISOString(), n)

test.each<[string, [number, number | null][], [number, number | null][]]>([
  ['nothing', [], []],
  ['one', [[1, 3]], [[1, 3]]],
  ['one that stands', [[2, null]], [[2, null]]],
  [
    'those that follow on each other',
    [
      [3, null],
      [1, 3],
    ],
    [[1, null]],
  ],
  [
    'those that overlap',
    [
      [1, 4],
      [2, 3],
      [2, 5],
    ],
    [[1, 5]],
  ],
  [
    'one inside one that stands',
    [
      [1, null],
      [2, 3],
    ],
    [[1, null]],
  ],
  [
    'a gap',
    [
      [1, 3],
      [4, null],
    ],
    [
      [1, 3],
      [4, null],
    ],
  ],
])('stretches of places, %s, are joined', (_, stretches, joined) => {
  const presences = presencesOf(stretches.map(([from, until]) => [place(from), until === null ? null : place(until)]))
  expect(presences.map(({ from, until }) => [from.number, until?.number ?? null])).toEqual(joined)
  expect(presences.every(({ from }) => place(from.number) === positionOf(from.capturedAt, from.number))).toBe(true)
})

test.each<[string, string, [number, number][]]>([
  ['no sign', 'no sign', []],
  [
    '\ufdd0One\ufdd1 and \ufdd0two\ufdd1',
    'One and two',
    [
      [0, 3],
      [8, 11],
    ],
  ],
  ['a stray \ufdd0 and \ufdd0one\ufdd1', 'a stray \ufdd0 and one', [[14, 17]]],
])('the signs in %j tell where the words stand', (marked, text, marks) => {
  expect(snippetOf(marked)).toEqual({ text, marks })
})
