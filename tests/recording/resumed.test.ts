/** A version after the last one is tracked on from the state before it, however many reviews bind the article's claims. */
import { sql } from 'drizzle-orm'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { openStore, runtime } from '#harness'
import type { Outcome } from '../../src/recording/ingest.ts'
import type { ReviewInput } from '../../src/reviews/input.ts'
import { review } from '../../src/reviews/review.ts'
import type { Store } from '../../src/store/store.ts'
import { bodyOf, type Draft, draft } from '../core/changes/articles.ts'
import { runs } from '../setup/runs.ts'
import { type Decision, decide, decisions } from './deciding.ts'
import { NOW, open, post, publish } from './desk.ts'

/** Everything that is derived from the versions and reviews. */
async function recorded(store: Store) {
  const tables = ['claims', 'wordings', 'changes', 'trails', 'lapsed_reviews', 'bound_states']
  const rows = tables.map((table) => store.db.all(sql.raw(`select * from ${table} order by 1, 2`)))
  return Object.fromEntries((await Promise.all(rows)).map((list, i) => [tables[i], list]))
}

const HARBOUR = 'The ferry Halcyon ran aground off Pellow.'
const lines = (n: number) => `${HARBOUR} The tug Ardle came after ${n + 2} hours. A storm hit Varsk on day ${n + 1}.`

const MERGE: ReviewInput = { action: 'merge', change: null, review: null, detail: { other: 2 }, reason: null }
const ADDED = { version: 1, exact: 'Halcyon ran aground', zone: null, start: null, source: null, label: null, certainty: null }
const ADD: ReviewInput = { action: 'add', change: null, review: null, detail: {}, added: ADDED, reason: null }

/** An article of `versions` versions, the second of which ends claim 1 that the third begins anew, and a review. */
async function reviewed(versions: number, logQuery: (query: string) => void, input: ReviewInput): Promise<Store> {
  const store = await openStore({ logQuery })
  await open(store)
  await publish(store, HARBOUR, 0)
  await publish(store, 'Barley rose by 3 percent in Ardle.', 1)
  for (let n = 2; n < versions; n++) await publish(store, lines(n), n)
  await review(store, 'harbour', input.action === 'add' ? null : 1, input, 'desk', NOW)
  return store
}

describe('an ingest after a review that binds claims', () => {
  it.each([
    ['merge', MERGE],
    ['add', ADD],
  ])('%s asks the same for 5 versions as for 25, and reads no text but that of the last one', async (_, input) => {
    const asked = async (versions: number) => {
      const queries: string[] = []
      const store = await reviewed(versions, (query) => queries.push(query), input)
      queries.length = 0
      await publish(store, lines(versions), versions)
      return queries
    }
    const [few, many] = [await asked(5), await asked(25)]
    expect(many).toEqual(few)
    expect(many.filter((query) => /^select .*"body"/.test(query))).toEqual([expect.stringMatching(/"versions"\."id" = \?/)])
  })

  it.each([
    ['another version', '$.place', '"2030"'],
    ['other reviews', '$.reviews', '[99]'],
  ])('does not use the state of %s', async (_, path, value) => {
    const written = async (prepare: (store: Store) => unknown) => {
      const store = await reviewed(5, () => {}, MERGE)
      await prepare(store)
      await publish(store, lines(5), 5)
      return recorded(store)
    }
    const stale = sql`update bound_states set state = json_set(state, '$.effects', json('[]'), '$.own', json('[]'),
      ${path}, json(${value}))`
    expect(await written((store) => store.db.run(stale))).toEqual(await written(() => null))
  })

  it('writes what tracking all versions once more would write', async () => {
    let resumed = 0
    const texts = fc.uniqueArray(draft, { minLength: 3, maxLength: 4, selector: bodyOf })
    const picks = fc.array(fc.nat(), { minLength: 1, maxLength: 3 })
    const more = fc.array(fc.record({ a: fc.nat(5), b: fc.nat(5), both: fc.boolean() }), { minLength: 1, maxLength: 3 })
    await fc.assert(
      fc.asyncProperty(texts, picks, more, async (first, chosen, after) => {
        const versions = [
          ...first.map((d) => ({ title: d.title, body: bodyOf(d) })),
          ...after.map(({ a, b, both }) => {
            const [p, q] = [first[a % first.length] as Draft, first[b % first.length] as Draft]
            return { title: p.title, body: both ? `${bodyOf(p)}\n\n${bodyOf(q)}` : bodyOf(q) }
          }),
        ]
        const asked: Decision[] = []
        const run = async (each: (store: Store) => Promise<unknown>) => {
          const store = await openStore()
          await open(store)
          let last: Outcome | undefined
          for (const [n, { title, body }] of versions.entries()) {
            if (n === first.length) {
              if (asked.length === 0) {
                for (const pick of chosen) {
                  const options = await decisions(store)
                  const decision = options[pick % Math.max(1, options.length)]
                  if (decision && (await decide(store, decision))) asked.push(decision)
                }
              } else for (const decision of asked) await decide(store, decision)
            }
            if (n >= first.length) await each(store)
            last = await post(store, body, n, { title })
          }
          // A check writes no state.
          return { ...(await recorded(store)), ...(last?.outcome === 'unchanged' && { bound_states: [] }) }
        }
        const kept = await run(async (store) => {
          resumed += (await store.db.all(sql`select 1 from bound_states`)).length
        })
        expect(kept).toEqual(await run(async (store) => store.db.run(sql`delete from bound_states`)))
      }),
      { seed: 7, numRuns: runtime === 'node' ? runs(24) : 4, endOnFailure: true },
    )
    expect(resumed).toBeGreaterThan(0)
  }, 300_000)
})
