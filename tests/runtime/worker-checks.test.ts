/** The Worker's checks of watches: cron starts rounds, consumers of the queue check a few watches each and pass their round on. */
import { afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { openStore, runtime } from '#harness'
import { captureRows } from '../../src/store/captures/captures.ts'
import type { Store } from '../../src/store/store.ts'
import { createWatch } from '../../src/watching/watches.ts'

const QUEUE = 'claimtrail-checks'
const CAPTURE_PAUSE = '2'

describe.runIf(runtime === 'workerd')('checks on Workers', () => {
  let worker: typeof import('../../src/worker.ts').default
  let bindings: Parameters<typeof worker.scheduled>[1]
  let store: Store
  const sent = vi.fn(async (_body: unknown, _options?: unknown) => {})
  const sentBatch = vi.fn(async (_messages: readonly { body: { until: number } }[]) => {})
  const read = vi.fn(async (_url: string) => new Response('<title>Ferry</title><p>No article.', { status: 404 }))

  beforeAll(async () => {
    const { env } = await import('cloudflare:workers')
    worker = (await import('../../src/worker.ts')).default
    bindings = { DB: env.DB, CAPTURE_PAUSE, CHECKS: { send: sent, sendBatch: sentBatch } as never }
  })

  beforeEach(async () => {
    store = await openStore()
    vi.stubGlobal('fetch', read)
    vi.clearAllMocks()
  })

  afterEach(() => {
    vi.unstubAllGlobals()
  })

  /** Watches so many pages, due now, each of a host of its own or all of one. */
  async function watch(pages: number, hosts: 'each' | 'one'): Promise<void> {
    for (let n = 0; n < pages; n++) {
      const url = `https://post-${hosts === 'each' ? n : 0}.example/story-${n}`
      const given = { url, kind: 'page', article: null, settings: {}, every: null } as const
      await createWatch(store, given, new Date(Date.now() - 1000).toISOString(), false)
    }
  }

  const checked = async () => (await captureRows(store, { limit: 100 })).length
  const consume = (...bodies: unknown[]) => worker.queue({ queue: QUEUE, messages: bodies.map((body) => ({ body })) }, bindings)
  const soon = () => ({ until: Date.now() + 30_000 })

  test.each([
    [3, 'each', 3],
    [12, 'each', 10],
    [12, 'one', 1],
  ] as const)('%i pages, %s host: cron starts %i rounds', async (pages, hosts, rounds) => {
    await watch(pages, hosts)
    await worker.scheduled({}, bindings)
    const messages = sentBatch.mock.calls[0]?.[0] ?? []
    expect(messages).toHaveLength(rounds)
    expect(Math.abs((messages[0]?.body.until ?? 0) - Date.now() - 60_000)).toBeLessThan(30_000)
    expect(await checked()).toBe(0)
  })

  test('cron starts none where nothing is due, and checks by itself where there is no queue', async () => {
    await worker.scheduled({}, bindings)
    expect(sentBatch).not.toHaveBeenCalled()
    await watch(6, 'each')
    const { CHECKS: _, ...rest } = bindings
    await worker.scheduled({}, { ...rest, DB: bindings.DB })
    expect(await checked()).toBe(4)
  })

  test('a consumer checks four watches, and passes its round on for the rest', async () => {
    await watch(5, 'each')
    const round = soon()
    await consume(round)
    expect(await checked()).toBe(4)
    expect(sent.mock.calls).toEqual([[round]])
    await consume(round)
    expect(await checked()).toBe(5)
    expect(sent).toHaveBeenCalledTimes(1)
  })

  test('a round waits for the pause of a host', async () => {
    await watch(2, 'one')
    const round = soon()
    await consume(round)
    expect(await checked()).toBe(1)
    expect(sent.mock.calls).toEqual([[round, { delaySeconds: 2 }]])
  })

  test('a round that has ended is not passed on; one that a write started is', async () => {
    await watch(9, 'each')
    await consume({ until: Date.now() - 1 })
    expect([await checked(), sent.mock.calls.length]).toEqual([4, 0])
    await consume(null)
    expect([await checked(), sent.mock.calls.length]).toEqual([8, 1])
    expect(sent.mock.calls[0]?.[0]).toMatchObject({ until: expect.any(Number) })
  })

  test('each message of a batch is a part of its round', async () => {
    await watch(9, 'each')
    await consume(soon(), soon())
    expect(await checked()).toBe(8)
  })
})
