/**
 * A connection that fails, or loses an answer, at any statement of any write path: the archive is as it was before or after the write, and
 * a request that is sent again leaves it as if it had come once.
 */
import type SQLite from 'better-sqlite3'
import { beforeEach, describe, expect, test, vi } from 'vitest'
import { verify } from '../../src/reading/verify/verify-article.ts'
import { openD1 } from '../../src/store/d1.ts'
import { openSqlite, sqliteStore } from '../../src/store/sqlite.ts'
import type { Store } from '../../src/store/store.ts'
import { expectDerived } from '../recording/sums.ts'
import { runs } from '../setup/runs.ts'
import { differences, fullArchive, MIGRATIONS, type Rig, rigOver, rowsOf, workIn } from './archive.ts'
import { d1Over } from './d1-over-sqlite.ts'
import { type Fault, Faults } from './faults.ts'
import { withFaults } from './faulty-sqlite.ts'
import { WRITE_PATHS, type WritePath } from './write-paths.ts'

/** Whether all faults are tried, at each statement. Else a path has one of the kinds, at one. */
const ALL = runs(3) === 3
const MOST = ALL ? Number.POSITIVE_INFINITY : 1
/** After so long the watches of the archive are due, in milliseconds. */
const DUE = 45 * 60_000
/** Work is begun again after so many minutes: when leases are over, and what failed is due again. */
const LATER = [15, 150, 1500, 15_000]
/** An error after which D1 may have done what it was asked. */
const LOST = 'D1_ERROR: Network connection lost.'

beforeEach(() => {
  vi.spyOn(console, 'error').mockReturnValue()
  vi.spyOn(Math, 'random').mockReturnValue(0)
  return () => void vi.restoreAllMocks()
})

const full = await fullArchive()
const empty = openSqlite(':memory:', MIGRATIONS).serialize()

type Driver = (client: SQLite.Database, faults: Faults) => Store

const overSqlite: Driver = (client, faults) => sqliteStore(withFaults(client, faults))
const overD1: Driver = (client, faults) => openD1(d1Over(client, faults))

const FAULTS: readonly (readonly [string, Driver, Fault, string | undefined])[] = [
  ['a statement of SQLite fails', overSqlite, 'fails', undefined],
  ['an answer of SQLite is lost', overSqlite, 'is lost', undefined],
  ['a query to D1 fails', overD1, 'fails', undefined],
  ['a query does not reach D1', overD1, 'fails', LOST],
  ['an answer of D1 is lost', overD1, 'is lost', LOST],
  ['the same comes twice at once', overD1, 'waits', undefined],
]

/** The status with which a path ends; 0: it is no request, null: it threw. */
async function statusOf({ act }: WritePath, rig: Rig): Promise<number | null> {
  try {
    const answer = await act(rig)
    return answer instanceof Response ? answer.status : 0
  } catch {
    return null
  }
}

const isDone = ({ done }: WritePath, status: number | null) => status !== null && (done ? done.includes(status) : status < 400)

/** A path over a copy of the archive. While a statement waits, another client comes with the same. */
async function tried(path: WritePath, driver: Driver, faults: Faults) {
  const client = openSqlite(path.empty ? empty : full, MIGRATIONS)
  await path.prepare?.(rigOver(sqliteStore(client)), client)
  const before = rowsOf(client)
  const rig = rigOver(driver(client, faults))
  if (path.works) rig.later(DUE)
  faults.work = () => {
    const other = rigOver(driver(client, new Faults(null)), rig.received)
    if (path.works) other.later(DUE)
    return statusOf(path, other)
  }
  const status = await statusOf(path, rig)
  return { client, rig, before, status, after: rowsOf(client) }
}

/** Some of the first `count` numbers. */
const some = (count: number): number[] =>
  Array.from({ length: Math.min(count, MOST) }, (_, i) => Math.floor((i + 0.5) * Math.max(1, count / MOST)))

type Tried = Awaited<ReturnType<typeof tried>>

async function goOn(path: WritePath, rig: Rig): Promise<void> {
  for (const minutes of LATER) {
    rig.later(minutes * 60_000)
    await statusOf(path, rig)
  }
}

/** Work is done when it is begun again. */
async function expectWork(path: WritePath, { client, rig }: Tried, whole: Tried): Promise<void> {
  await goOn(path, rig)
  expect(workIn(client)).toEqual(workIn(whole.client))
}

/** A request is done or not, and is done once when it is sent again. */
async function expectOnce(path: WritePath, { client, rig, before, status, after }: Tried, whole: Tried): Promise<void> {
  const isBefore = differences(after, before).length === 0
  if (!path.parts && (!isBefore || isDone(path, status))) expect(differences(after, whole.after)).toEqual([])
  if (path.adds && !isBefore) return
  expect(await statusOf(path, rig)).toSatisfy((again: number | null) => isDone(path, again))
  expect(differences(rowsOf(client), whole.after)).toEqual([])
}

describe.each(Object.entries(WRITE_PATHS).map(([name, path], i) => ({ name, path, i })))('$name', ({ path, i }) => {
  test('leaves an archive that is whole', async () => {
    const { client, status } = await tried(path, overSqlite, new Faults(null))
    expect(status).toSatisfy((done: number | null) => isDone(path, done))
    const store = sqliteStore(client)
    const slugs = client.prepare<[], string>('select slug from articles').pluck().all()
    for (const slug of slugs) expect(await verify(store, slug)).toMatchObject({ ok: true })
    await expectDerived(store)
  })

  const faults = FAULTS.filter(([, , fault], n) => (ALL || n === i % FAULTS.length) && !(fault === 'waits' && path.adds))
  test.each(faults)('where %s', async (_, driver, fault, message) => {
    const faults = new Faults(null)
    const whole = await tried(path, driver, faults)
    const count = faults.sent
    if (path.works) await goOn(path, whole.rig)
    for (const at of some(count)) {
      const failed = await tried(path, driver, new Faults(fault, at, message))
      try {
        expect(failed.client.pragma('foreign_key_check')).toEqual([])
        // A message goes out again only where it is not known that it was taken.
        if (fault === 'waits') expect(failed.rig.received).toEqual([...new Set(failed.rig.received)])
        await (path.works ? expectWork : expectOnce)(path, failed, whole)
      } catch (error) {
        throw new Error(`statement ${at} of ${count}, status ${failed.status}: ${error}`, { cause: error })
      }
    }
  })
})
