/** The law of reviews: what they say of claims holds in whatever order versions and reviews come, and goes when they are withdrawn. */
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { openStore, runtime } from '#harness'
import { relationsIn } from '../../src/http/json/claim-relations.ts'
import { review } from '../../src/reviews/review.ts'
import { claimRows, claimView } from '../../src/store/read/claims.ts'
import { reviewRows, reviewView } from '../../src/store/read/reviews.ts'
import type { Store } from '../../src/store/store.ts'
import { bodyOf, type Draft, draft } from '../core/changes/articles.ts'
import { runs } from '../setup/runs.ts'
import { type Decision, decide, decisions, spots } from './deciding.ts'
import { NOW, open, post, standing, versionList } from './desk.ts'
import { expectLogged } from './sums.ts'
import { trails } from './trails.ts'

const withdraw = (store: Store, { claim, id }: { claim: number; id: number }) =>
  review(store, 'harbour', claim, { action: 'withdraw', change: null, review: id, detail: {}, reason: null }, 'desk', NOW)

/** Status and relations of every claim are what the fold of its trail, and the reviews that hold, say of it. */
async function expectCoherent(store: Store): Promise<number> {
  const reviews = (await reviewRows(store, { slug: 'harbour', limit: -1 })).map(reviewView)
  const changes = await standing(store)
  const all = await spots(store)
  const shown = (await claimRows(store, { slug: 'harbour', sort: 'number', limit: 1000 })).map(claimView)
  const last = (await versionList(store)).at(-1)?.capturedAt
  for (const { number, status } of shown) {
    const history = changes.filter((change) => change.claims.includes(number))
    const relations = relationsIn(history, reviews, number)
    const mine = all.get(number)
    if (!mine) {
      expect([number, status, relations.merged_into.length]).toEqual([number, 'merged', 1])
      continue
    }
    expect([number, relations.merged_into]).toEqual([number, []])
    const end = history.findLast(
      ({ before, after }) =>
        before.some((side) => side.claims.includes(number)) && !after.some((side) => side.claims.includes(number)),
    )
    const ended = (['superseded', 'merged', 'split'] as const).find((kind) => end?.kinds.includes(kind)) ?? 'withdrawn'
    expect([number, status]).toEqual([number, mine.at(-1)?.capturedAt === last ? 'present' : ended])
  }
  let lapsed = 0
  for (const { id, action, claim, detail, holds, withdrawnBy } of reviews) {
    if (withdrawnBy !== null) continue
    if (!holds) lapsed++
    const told = changes.some(({ by }) => by?.review === id)
    if (!holds && action === 'supersede') expect([id, told]).toEqual([id, false])
    const other = detail.other ?? 0
    if (action === 'merge') expect([id, all.has(Math.max(claim, other))]).toEqual([id, !holds])
  }
  return lapsed
}

it('the trails are the same in any order of versions and reviews, and without reviews as if there had been none', async () => {
  const drafts = fc.uniqueArray(draft, { minLength: 3, maxLength: 4, selector: bodyOf })
  const ranks = fc.array(fc.nat(), { minLength: 4, maxLength: 4 })
  const picks = fc.array(fc.nat(), { minLength: 1, maxLength: 2 })
  const more = fc.array(fc.nat(5), { minLength: 1, maxLength: 3 })
  let decided = 0
  let lapsed = 0
  await fc.assert(
    fc.asyncProperty(drafts, ranks, picks, more, async (texts, order, chosen, again) => {
      const publish = (store: Store, n: number) =>
        post(store, bodyOf(texts[n] as Draft), n * 4, { title: (texts[n] as Draft).title })
      const first = await openStore()
      await open(first)
      for (const n of texts.keys()) await publish(first, n)
      const plain = await trails(first)
      const made = []
      const asked: Decision[] = []
      for (const n of chosen) {
        const options = await decisions(first)
        const decision = options[n % Math.max(1, options.length)]
        const done = decision && (await decide(first, decision))
        if (!done) continue
        made.push(done)
        asked.push(decision)
      }
      decided += made.length
      const expected = await trails(first)
      await expectCoherent(first)
      for (const done of made.toReversed()) await withdraw(first, done)
      expect(await trails(first)).toEqual(plain)

      const second = await openStore()
      await open(second)
      const waiting = [...asked]
      for (const n of [...texts.keys()].toSorted((a, b) => (order[a] ?? 0) - (order[b] ?? 0))) {
        await publish(second, n)
        while (waiting[0] && (await decide(second, waiting[0]))) waiting.shift()
      }
      expect(waiting).toEqual([])
      expect(await trails(second)).toEqual(expected)
      await expectLogged(first)
      await expectLogged(second)
      await expectCoherent(second)
      // Versions that speak against what was decided.
      for (const [n, place] of again.entries()) {
        const both = [place, place + 1].map((k) => texts[k % texts.length] as Draft)
        await post(second, n % 2 === 0 ? both.map(bodyOf).join('\n\n') : bodyOf(both[0] as Draft), place * 4 + n + 1)
        lapsed += await expectCoherent(second)
      }
    }),
    { seed: 11, numRuns: runtime === 'node' ? runs(30) : 4, endOnFailure: true },
  )
  expect(decided).toBeGreaterThan(0)
  if (runtime === 'node') expect(lapsed).toBeGreaterThan(0)
}, 120_000)
