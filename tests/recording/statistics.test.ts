/** The counts of changes are what counting the changes gives, after any sequence of writes. */
import { sql } from 'drizzle-orm'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { openStore, runtime } from '#harness'
import { review } from '../../src/reviews/review.ts'
import { changeRows, changeView } from '../../src/store/read/changes.ts'
import { maskOf } from '../../src/store/sql/kind-mask.ts'
import type { Store } from '../../src/store/store.ts'
import { withhold } from '../../src/store/write/withholdings.ts'
import { bodyOf, type Draft, draft } from '../core/changes/articles.ts'
import { runs } from '../setup/runs.ts'
import { NOW, open, post } from './desk.ts'
import { expectDerived, expectLogged, expectSums } from './sums.ts'

const SLUGS = ['harbour', 'mill'] as const

/** Changes by hour, article and kinds, from the lists that readers see; `source`: only what is about it. */
async function counted(store: Store, source?: string): Promise<Record<string, number>> {
  const counts: Record<string, number> = {}
  for (const slug of SLUGS) {
    const rows = await changeRows(store, { slug, source, standing: true, order: 'trail', limit: -1 })
    for (const { to, kinds } of rows.map(changeView)) {
      const key = [to.capturedAt.slice(0, 13), slug, maskOf(kinds), ...(source === undefined ? [] : [source])].join(' ')
      counts[key] = (counts[key] ?? 0) + 1
    }
  }
  return counts
}

const record = (rows: readonly { key: string; changes: number }[]) =>
  Object.fromEntries(rows.map(({ key, changes }) => [key, changes]))

async function kept(store: Store) {
  const all = await store.db.all<{ key: string; changes: number }>(
    sql`select n.hour || ' ' || a.slug || ' ' || n.kinds as key, sum(changes) as changes
      from change_counts n join articles a on a.id = n.article_id where changes > 0 group by 1`,
  )
  const bySource = await store.db.all<{ key: string; changes: number }>(
    sql`select n.hour || ' ' || a.slug || ' ' || n.kinds || ' ' || n.source_id as key, sum(changes) as changes
      from source_change_counts n join articles a on a.id = n.article_id where changes > 0 group by 1`,
  )
  return { all: record(all), bySource: record(bySource) }
}

it('however versions come, whatever people decide and withhold', async () => {
  const step = fc.oneof(
    { weight: 4, arbitrary: fc.record({ text: fc.nat(4), at: fc.nat(300), article: fc.nat(1) }) },
    {
      weight: 2,
      arbitrary: fc.record({ review: fc.constantFrom('reject', 'confirm', 'withdraw'), of: fc.nat(9), change: fc.boolean() }),
    },
    { weight: 1, arbitrary: fc.record({ withhold: fc.nat(6) }) },
  )
  await fc.assert(
    fc.asyncProperty(
      fc.array(draft, { minLength: 2, maxLength: 5 }),
      fc.array(step, { minLength: 2, maxLength: 10 }),
      async (texts, steps) => {
        const store = await openStore()
        for (const slug of SLUGS) await open(store, slug)
        for (const one of steps) {
          if ('text' in one) {
            const sent = texts[one.text % texts.length] as Draft
            await post(
              store,
              `${bodyOf(sent)} The mayor, Ada Moreno, said that the mill may close.`,
              one.at,
              {},
              SLUGS[one.article],
            )
          } else if ('review' in one) {
            const [about] = await store.db.all<{ number: number; change: number }>(
              sql`select c.number, t.change_id as "change" from trails t join claims c on c.id = t.claim_id where c.article_id = 1
                and c.status <> 'retracted' limit 1 offset ${one.of}`,
            )
            const [last] = await store.db.all<{ id: number; claim: number }>(
              sql`select id, claim from standing_reviews where article_id = 1 order by id desc limit 1`,
            )
            const input = { detail: {}, reason: 'So', change: null, review: null }
            if (one.review === 'withdraw') {
              if (last)
                await review(store, 'harbour', last.claim, { ...input, action: 'withdraw', review: last.id }, 'Ada', NOW)
            } else if (about) {
              const change = one.change ? about.change : null
              // A change that was taken back meanwhile is not decided on.
              await review(
                store,
                'harbour',
                about.number,
                { ...input, action: one.review as 'reject', change },
                'Ada',
                NOW,
              ).catch(() => null)
            }
          } else {
            const [version] = await store.db.all<{ id: number; articleId: number }>(
              sql`select id, article_id as "articleId" from versions order by id limit 1 offset ${one.withhold}`,
            )
            if (version) await withhold(store, version, 'An order', NOW)
          }
          const { all, bySource } = await kept(store)
          expect(all).toEqual(await counted(store))
          const sources = await store.db.all<{ id: number }>(sql`select id from sources`)
          const each = await Promise.all(sources.map(({ id }) => counted(store, String(id))))
          expect(bySource).toEqual(Object.assign({}, ...each))
          await expectSums(store)
          await expectLogged(store)
        }
        await expectDerived(store)
        await expectLogged(store)
      },
    ),
    { seed: 5, numRuns: runtime === 'node' ? runs(60) : 4 },
  )
}, 120_000)
