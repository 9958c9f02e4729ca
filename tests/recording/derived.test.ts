import { sql } from 'drizzle-orm'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { openStore, runtime } from '#harness'
import { articleRow } from '../../src/store/read/articles.ts'
import { claimRows } from '../../src/store/read/claims.ts'
import { sourceRows } from '../../src/store/read/sources.ts'
import type { Store } from '../../src/store/store.ts'
import { bodyOf, type Draft, draft } from '../core/changes/articles.ts'
import { runs } from '../setup/runs.ts'
import { open, post, standing, versionList, versionOf } from './desk.ts'
import { expectDerived, expectLogged, expectSums } from './sums.ts'

interface State {
  readonly number: number
  readonly status: string
  readonly first: number | null
  readonly last: number | null
  readonly changes: number
  readonly label: string
  readonly worthiness: number
}

/** What the rows of claims say. */
const kept = (store: Store) =>
  store.db.all<State>(sql`select c.number, c.status, f.number as first, l.number as last, c.changes,
      coalesce(nullif(c.label, ''), t.analysis ->> 0) as label, c.check_worthiness / 100.0 as worthiness
    from claims c join statements t on t.id = c.statement_id left join versions f on f.article_id = c.article_id
      and f.place = (select min(w.from_place) from wordings w where w.claim_id = c.id)
    left join versions l on l.article_id = c.article_id and l.place = c.last_place
    order by c.number`)

/** What the versions and the standing changes say. */
async function derived(store: Store) {
  const list = await versionList(store)
  const seen = new Map<number, { first: number; last: number; label: string; worthiness: number }>()
  const at: Set<number>[] = []
  for (const { number: version } of list) {
    const { claims } = await versionOf(store, version)
    at.push(new Set(claims.map((c) => c.number)))
    expect(at.at(-1)?.size).toBe(claims.length)
    for (const { number, statement, reading } of claims) {
      const first = seen.get(number)?.first ?? version
      seen.set(number, { first, last: version, label: reading.label ?? statement.label, worthiness: statement.checkWorthiness })
    }
  }
  const trails = new Map<number, number>()
  for (const { claims } of await standing(store)) for (const n of claims) trails.set(n, (trails.get(n) ?? 0) + 1)
  return { list, seen, trails, latest: at.at(-1) ?? new Set<number>() }
}

it('what articles and claims say of themselves is what their versions and changes say, after any sequence', async () => {
  const steps = fc.array(fc.record({ text: fc.nat(4), at: fc.nat(8) }), { minLength: 1, maxLength: 6 })
  await fc.assert(
    fc.asyncProperty(fc.array(draft, { minLength: 2, maxLength: 5 }), steps, async (texts, posts) => {
      const store = await openStore()
      await open(store)
      for (const { text, at } of posts) {
        const sent = texts[text % texts.length] as Draft
        await post(store, bodyOf(sent), at, { title: sent.title })
      }
      const { list, seen, trails, latest } = await derived(store)
      for (const claim of await kept(store)) {
        const found = seen.get(claim.number)
        if (!found) {
          expect(claim).toMatchObject({ status: 'retracted', changes: 0, first: null, last: null })
          continue
        }
        const present = latest.has(claim.number)
        expect(claim.status === 'present').toBe(present)
        expect(claim).toMatchObject({
          first: found.first,
          last: present ? null : found.last,
          changes: trails.get(claim.number) ?? 0,
          label: found.label,
          worthiness: found.worthiness,
        })
      }
      const sources = async (asOf?: { at: string }) =>
        (await sourceRows(store, { slug: 'harbour', asOf, limit: 100 })).map((row) => [row.name, row.claims, row.present])
      expect(await sources()).toEqual(await sources({ at: '9999' }))
      await expectSums(store)
      await expectLogged(store)
      await expectDerived(store)
      await expectLogged(store)
      const rows = await kept(store)
      const status = (name: string) => rows.filter((r) => r.status === name).length
      const [article] = await articleRow(store, 'harbour')
      expect(article).toMatchObject({
        versionCount: list.length,
        latestVersion: list.at(-1)?.number,
        firstCapturedAt: list[0]?.capturedAt,
        latestCapturedAt: list.at(-1)?.capturedAt,
        presentClaims: status('present'),
        withdrawnClaims: status('withdrawn'),
      })
      expect(status('present')).toBe(latest.size)
      const shown = await claimRows(store, { slug: 'harbour', sort: 'number', limit: 1000 })
      expect(shown.map((c) => [c.number, c.status, c.firstVersion, c.lastVersion, c.changes])).toEqual(
        rows.filter((r) => r.status !== 'retracted').map((r) => [r.number, r.status, r.first, r.last, r.changes]),
      )
      // Checks found what stood at their time.
      const checks = await store.db.all<{
        same: number
      }>(sql`select v.content_hash = c.content_hash and v.id = (select s.id from versions s
        where s.article_id = c.article_id and s.captured_at <= c.captured_at order by s.place desc limit 1) as same
        from checks c join versions v on v.id = c.version_id`)
      // Of those at one time, the check may be older than the version.
      if (new Set(posts.map((p) => p.at)).size === posts.length) expect(checks.every((c) => c.same === 1)).toBe(true)
    }),
    { seed: 3, numRuns: runtime === 'node' ? runs(100) : 10 },
  )
}, 60_000)
