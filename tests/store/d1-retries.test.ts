/** What is sent to D1 again: by the errors that its documentation lists, and only what may be done twice. */
import { beforeEach, describe, expect, test, vi } from 'vitest'
import { Failure } from '../../src/failure.ts'
import { type Repeat, retried } from '../../src/store/d1-retries.ts'
import { unavailable } from '../../src/store/unavailable.ts'

beforeEach(() => {
  vi.spyOn(Math, 'random').mockReturnValue(0)
  return () => void vi.restoreAllMocks()
})

/** Sends a query that fails so often, and tells how often it was sent and what came of it. */
async function sent(message: string, failures: number, repeat: Repeat) {
  let times = 0
  const query = async () => {
    if (times++ < failures) throw new Error(`Failed query`, { cause: new Error(`D1_ERROR: ${message}`) })
    return 'done'
  }
  const result = await retried(query, repeat).catch((error: unknown) => unavailable(error)?.code ?? 'another error')
  return [times, result]
}

describe.each([
  'D1 DB reset because its code was updated.',
  'Network connection lost.',
  'Internal error in D1 DB storage caused object to be reset.',
  "Can't read from request stream because client disconnected.",
])('the connection ended: %s', (message) => {
  test.each<[Repeat, number, number, string]>([
    ['any', 1, 2, 'done'],
    ['any', 4, 5, 'done'],
    ['any', 5, 5, 'busy'],
    ['once', 1, 1, 'busy'],
  ])('what may be done %s, failing %i times, is sent %i times: %s', async (repeat, failures, times, result) => {
    expect(await sent(message, failures, repeat)).toEqual([times, result])
  })
})

describe.each([
  'Internal error while starting up D1 DB storage caused object to be reset.',
  'Cannot resolve D1 DB due to transient issue on remote node.',
])('the database was not reached: %s', (message) => {
  test.each<[Repeat, number, number, string]>([
    ['any', 1, 2, 'done'],
    ['once', 4, 5, 'done'],
    ['once', 5, 5, 'busy'],
  ])('what may be done %s, failing %i times, is sent %i times: %s', async (repeat, failures, times, result) => {
    expect(await sent(message, failures, repeat)).toEqual([times, result])
  })
})

test.each<[string, string]>([
  ['D1 DB is overloaded. Requests queued for too long.', 'busy'],
  ['D1 DB is overloaded. Too many requests queued.', 'busy'],
  ['D1 DB storage operation exceeded timeout which caused object to be reset.', 'another error'],
  ["D1 DB's isolate exceeded its memory limit and was reset.", 'another error'],
  ['D1 DB exceeded its CPU time limit and was reset.', 'another error'],
  ['UNIQUE constraint failed: versions.previous', 'another error'],
  ['no such table: versions', 'another error'],
])('%s is sent once: %s', async (message, result) => {
  for (const repeat of ['any', 'once'] as const) expect(await sent(message, 1, repeat)).toEqual([1, result])
})

test('a write that may be recorded says so', async () => {
  const lost = retried(() => Promise.reject(new Error('Network connection lost.')), 'once')
  await expect(lost).rejects.toThrow(/may be recorded\. Send it again, with the same Idempotency-Key/)
  await expect(lost).rejects.toBeInstanceOf(Failure)
})

test('the waits grow, by chance', async () => {
  vi.mocked(Math.random).mockReturnValue(1)
  const waits: unknown[] = []
  vi.spyOn(globalThis, 'setTimeout').mockImplementation(((run: () => void, wait: number) => {
    waits.push(wait)
    run()
  }) as never)
  await sent('Network connection lost.', 5, 'any')
  expect(waits).toEqual([50, 100, 200, 400])
})
