/** An archive that watches a site of the tests, with a clock that the test moves. */
import { sql } from 'drizzle-orm'
import { captureRows } from '../../src/store/captures/captures.ts'
import { watchRows } from '../../src/store/captures/watches.ts'
import { versionRows } from '../../src/store/read/lists/version-lists.ts'
import type { Store } from '../../src/store/store.ts'
import { checkDue } from '../../src/watching/check-next.ts'
import type { RawStore } from '../../src/watching/raw-store.ts'
import { createWatch, type GivenWatch } from '../../src/watching/watches.ts'
import type { Watching } from '../../src/watching/watching.ts'
import { Site } from './site.ts'

const START = Date.parse('2026-03-02T08:00:00.000Z')

export interface Desk {
  readonly store: Store
  readonly site: Site
  readonly watching: Watching
  readonly kept: Map<string, Uint8Array<ArrayBuffer>>
  /** Watches an address and returns the id. */
  watch(url: string, given?: Partial<GivenWatch>): Promise<number>
  /** Moves the clock by so many minutes, and checks what is due until nothing is. */
  later(minutes: number): Promise<void>
  /** Moves the clock by so many milliseconds, and checks nothing. */
  advance(milliseconds: number): void
  /** Checks what is due once. */
  check(): Promise<unknown>
  captures(): Promise<{ outcome: string; url: string; article: string | null; version: number | null }[]>
  watchOf(id: number): Promise<Awaited<ReturnType<typeof watchRows>>[number]>
  versions(slug: string): Promise<number>
}

export function openDesk(store: Store): Desk {
  const site = new Site()
  const kept = new Map<string, Uint8Array<ArrayBuffer>>()
  let now = START
  const raw: RawStore = {
    put: async (name, bytes) => void kept.set(name, bytes),
    get: async (name) => kept.get(name) ?? null,
    remove: async (name) => void kept.delete(name),
  }
  const watching: Watching = {
    store,
    clock: () => now,
    random: () => 0.5,
    get: site.get,
    anywhere: false,
    userAgent: 'Claimtrail/1.0 (+https://archive.example)',
    publicUrl: 'https://archive.example',
    pause: 1000,
    patience: 200,
    raw,
  }
  const iso = () => new Date(now).toISOString()
  return {
    store,
    site,
    watching,
    kept,
    async watch(url, given = {}) {
      const row = await createWatch(
        store,
        { url, kind: 'page', article: null, settings: {}, every: null, ...given },
        iso(),
        false,
      )
      return row.id
    },
    async later(minutes) {
      now += minutes * 60_000
      for (let turns = 0; turns < 500; turns++) {
        await checkDue(watching)
        const [due] = await store.db.all<{ n: number }>(dueAt(iso()))
        if (!due?.n) return
        now += 1000
      }
      throw new Error('watches stay due')
    },
    advance: (milliseconds) => {
      now += milliseconds
    },
    check: () => checkDue(watching),
    async captures() {
      const rows = await captureRows(store, { limit: 1000 })
      return rows.map(({ outcome, url, article, version }) => ({ outcome, url, article, version })).reverse()
    },
    async watchOf(id) {
      const [row] = await watchRows(store, { id, limit: 1 })
      if (!row) throw new Error(`no watch ${id}`)
      return row
    },
    async versions(slug) {
      return (await versionRows(store, slug, undefined, 1000)).length
    },
  }
}

const dueAt = (now: string) =>
  sql`select (select count(*) from watches where due_at <= ${now}) + (select count(*) from subscriptions where due_at <= ${now}) as n`
