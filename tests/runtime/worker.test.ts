/** The Worker's handlers: a write wakes deliveries through the queue, the queue and cron deliver, and neither needs the other. */
import { afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { openStore, runtime } from '#harness'

const TOKEN = 'bootstrap-token-of-the-tests'

describe.runIf(runtime === 'workerd')('the Worker', () => {
  let worker: typeof import('../../src/worker.ts').default
  let bindings: Parameters<typeof worker.scheduled>[1]
  const woken = vi.fn(async () => {})
  const received = vi.fn(async (_url: string, _init: RequestInit) => new Response('taken', { status: 202 }))

  beforeAll(async () => {
    const { env } = await import('cloudflare:workers')
    worker = (await import('../../src/worker.ts')).default
    bindings = { DB: env.DB, BOOTSTRAP_TOKEN: TOKEN, HOOKS: { send: woken } as never }
  })

  /** Sends JSON; waits for what goes on behind the answer. */
  async function ask(method: string, path: string, body: object | null, given = bindings) {
    const behind: Promise<unknown>[] = []
    const request = new Request(`http://archive.example${path}`, {
      method,
      headers: { Authorization: `Bearer ${TOKEN}`, 'Content-Type': 'application/json' },
      ...(body && { body: JSON.stringify(body) }),
    })
    const context = { waitUntil: (work: Promise<unknown>) => behind.push(work), passThroughOnException() {} }
    const response = await worker.fetch(request, given, context as never)
    await Promise.all(behind)
    return response
  }

  const publish = (percent: number, given = bindings) =>
    ask('POST', '/v1/articles/barley/versions', { title: '', body: `Barley rose by ${percent} percent.` }, given)

  beforeEach(async () => {
    await openStore()
    vi.stubGlobal('fetch', received)
    await ask('POST', '/v1/articles', { slug: 'barley' })
    await ask('POST', '/v1/hooks', { url: 'https://desk.example/hook' })
    vi.clearAllMocks()
  })

  afterEach(() => {
    vi.unstubAllGlobals()
  })

  test('is woken by what writes to the archive, and by nothing else', async () => {
    expect((await publish(3)).status).toBe(201)
    expect(woken).toHaveBeenCalledTimes(1)
    expect((await ask('GET', '/v1/changes', null)).status).toBe(200)
    expect((await ask('POST', '/v1/analyze/claims', { body: 'Barley rose.' })).status).toBe(200)
    expect((await ask('POST', '/v1/articles/oats/versions', { title: '', body: 'Oats fell.' })).status).toBe(404)
    expect(woken).toHaveBeenCalledTimes(1)
    expect(received).not.toHaveBeenCalled()
  })

  describe('an answer that it keeps', () => {
    const path = '/v1/articles/barley/claims'
    const batches = vi.fn()
    const countingBatches = () => {
      const DB = new Proxy(bindings.DB, {
        get: (database, name) =>
          name === 'withSession'
            ? (start: string) => {
                const session = database.withSession(start)
                const batch: typeof session.batch = (statements) => {
                  batches()
                  return session.batch(statements)
                }
                return { prepare: session.prepare.bind(session), batch, getBookmark: session.getBookmark.bind(session) }
              }
            : Reflect.get(database, name),
      })
      return { ...bindings, DB }
    }

    test('is given in another session without reading it again, and not after a write', async () => {
      const given = countingBatches()
      await publish(3)
      const first = await ask('GET', path, null, given)
      expect(batches).toHaveBeenCalledTimes(1)
      const second = await ask('GET', path, null, given)
      expect(batches).toHaveBeenCalledTimes(1)
      expect(second.headers.get('etag')).toBe(first.headers.get('etag'))
      expect(await second.text()).toBe(await first.text())
      await publish(5)
      expect(await (await ask('GET', path, null, given)).text()).toContain('5 percent')
      expect(batches).toHaveBeenCalledTimes(2)
    })

    test('is given to nobody without a token where reading needs one, and not once its version is withheld', async () => {
      await publish(3)
      await ask('GET', '/v1/articles/barley/versions/1', null)
      const closed = { ...bindings, READ_TOKEN_REQUIRED: '1' }
      const request = new Request('http://archive.example/v1/articles/barley/versions/1')
      expect((await worker.fetch(request, closed, {} as never)).status).toBe(401)
      await ask('PUT', '/v1/articles/barley/versions/1/withholding', { reason: 'An order.' })
      expect((await ask('GET', '/v1/articles/barley/versions/1', null)).status).toBe(410)
    })
  })

  test('is woken by a form', async () => {
    const form = async (path: string, fields: Record<string, string>, Cookie = '') => {
      const behind: Promise<unknown>[] = []
      const headers = { 'Content-Type': 'application/x-www-form-urlencoded', Origin: 'http://archive.example', Cookie }
      const body = String(new URLSearchParams(fields))
      const request = new Request(`http://archive.example${path}`, { method: 'POST', headers, body, redirect: 'manual' })
      const context = { waitUntil: (work: Promise<unknown>) => behind.push(work), passThroughOnException() {} }
      const response = await worker.fetch(request, bindings, context as never)
      await Promise.all(behind)
      return response
    }
    const cookie = (await form('/sign-in', { token: TOKEN })).headers.getSetCookie()[0]?.split(';')[0] ?? ''
    expect(woken).not.toHaveBeenCalled()
    const page = await worker.fetch(
      new Request('http://archive.example/a/barley/new', { headers: { Cookie: cookie } }),
      bindings,
      {} as never,
    )
    const text = await page.text()
    const [token = '', once = ''] = ['form', 'once'].map((name) => new RegExp(`name="${name}" value="([^"]+)"`).exec(text)?.[1])
    expect((await form('/a/barley/new', { body: 'Barley rose.' }, cookie)).status).toBe(403)
    expect(woken).not.toHaveBeenCalled()
    expect((await form('/a/barley/new', { form: token, once, body: 'Barley rose.' }, cookie)).status).toBe(303)
    expect(woken).toHaveBeenCalledTimes(1)
  })

  test('is woken only where a hook is enabled', async () => {
    await ask('PATCH', '/v1/hooks/1', { enabled: false })
    expect((await publish(3)).status).toBe(201)
    expect(woken).not.toHaveBeenCalled()
    await ask('PATCH', '/v1/hooks/1', { enabled: true })
    expect(woken).toHaveBeenCalledTimes(1)
    await worker.queue({ queue: 'claimtrail-hooks', messages: [] }, bindings)
    expect(received).toHaveBeenCalledTimes(1)
  })

  test.each(['queue', 'scheduled'] as const)('delivers by %s', async (handler) => {
    await publish(3)
    await worker[handler]({ queue: 'claimtrail-hooks', messages: [] }, bindings)
    expect(received).toHaveBeenCalledTimes(1)
    const [url, init] = received.mock.calls[0] ?? []
    expect(url).toBe('https://desk.example/hook')
    expect(init).toMatchObject({
      method: 'POST',
      redirect: 'manual',
      headers: { 'webhook-id': expect.stringMatching(/^msg_[0-9a-f]{24}$/) },
    })
    await worker[handler]({ queue: 'claimtrail-hooks', messages: [] }, bindings)
    expect(received).toHaveBeenCalledTimes(1)
  })

  test('sends what is more than one invocation may in another', async () => {
    for (let percent = 1; percent <= 7; percent++) await publish(percent)
    woken.mockClear()
    await worker.queue({ queue: 'claimtrail-hooks', messages: [] }, bindings)
    expect([received.mock.calls.length, woken.mock.calls.length]).toEqual([4, 1])
    await worker.queue({ queue: 'claimtrail-hooks', messages: [] }, bindings)
    expect([received.mock.calls.length, woken.mock.calls.length]).toEqual([7, 1])
  })

  test('does without a queue', async () => {
    const { HOOKS: _, ...rest } = bindings
    const alone = { ...rest, DB: bindings.DB }
    expect((await publish(3, alone)).status).toBe(201)
    await worker.scheduled({}, alone)
    expect(received).toHaveBeenCalledTimes(1)
  })

  test('answers a write where the queue does not', async () => {
    const log = vi.spyOn(console, 'error').mockImplementation(() => {})
    woken.mockRejectedValueOnce(new Error('the queue is full'))
    expect((await publish(3)).status).toBe(201)
    expect(log).toHaveBeenCalled()
    log.mockRestore()
  })

  test.each([
    ['a request that its limiter refuses is a 429', {}, [429, '60']],
    ['no limiter is asked where the setting is 0', { LIMIT_READS: '0' }, [200, null]],
  ])('%s', async (_, settings, expected) => {
    const limit = vi.fn(async (_given: { key: string }) => ({ success: false }))
    const answer = await ask('GET', '/v1/articles', null, { ...bindings, ...settings, RATE_READS: { limit } as never })
    expect([answer.status, answer.headers.get('retry-after')]).toEqual(expected)
    const keys = limit.mock.calls.map(([{ key }]) => key)
    if (expected[0] === 429) expect(keys).toEqual(['from ', expect.stringMatching(/^token [0-9a-f]{24}$/)])
    else expect(keys).toEqual([])
  })

  test('the limiters of wrangler.toml let requests pass', async () => {
    const { env } = await import('cloudflare:workers')
    const names = ['RATE_READS', 'RATE_WRITES', 'RATE_ANALYSES', 'RATE_SIGN_INS']
    const limiters = Object.fromEntries(names.map((name) => [name, (env as never)[name]]))
    for (const limiter of Object.values(limiters)) expect(limiter).toHaveProperty('limit')
    expect((await ask('GET', '/v1/articles', null, { ...bindings, ...limiters })).status).toBe(200)
  })
})
