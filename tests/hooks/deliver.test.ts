/** Delivery to hooks: signed, in order, at least once, with waits that grow, until a hook is disabled. */
import { type SQL, sql } from 'drizzle-orm'
import { Webhook } from 'standardwebhooks'
import { beforeEach, describe, expect, test, vi } from 'vitest'
import { z } from 'zod'
import { openStore } from '#harness'
import { deliverHooks } from '../../src/app.ts'
import type { Post } from '../../src/hooks/attempt.ts'
import { MOST_FAILURES, PATIENCE, waitAfter } from '../../src/hooks/deliver.ts'
import { MOST_CHANGES } from '../../src/hooks/message.ts'
import type { Store } from '../../src/store/store.ts'
import { NOW, read, type Stage, stageOver, TOKEN, tellStory, well } from '../http/stage.ts'

interface Change {
  readonly id: number
  readonly article: string
  readonly kinds: readonly string[]
  readonly retracts: number | null
  readonly to: { readonly number: number }
}
interface Sent {
  readonly url: string
  readonly headers: Record<string, string>
  readonly body: string
  readonly at: number
}
interface OpenApi {
  readonly components: { readonly schemas: object }
  readonly webhooks: Record<
    string,
    {
      readonly post: {
        readonly parameters: readonly { readonly name: string }[]
        readonly requestBody: { readonly content: { readonly 'application/json': { readonly schema: object } } }
      }
    }
  >
}
interface Delivery extends Record<string, unknown> {
  readonly id: string
  readonly status: string
  readonly attempts: number
  readonly next_attempt_at: string | null
}

const URL = 'https://desk.example/hook'
const HOUR = 3_600_000
/** The cursor of the feed before all changes. */
const START = btoa(JSON.stringify(['feed', 0]))

let store: Store
let stage: Stage
let now: number
let sent: Sent[]
/** What the receiver does with a request: answers with a status, or throws. */
let receive: (request: Sent) => number | Promise<number>

beforeEach(async () => {
  store = await openStore()
  now = Date.parse(NOW)
  sent = []
  receive = () => 204
  const still = stageOver(store, {}, 1_000_000, dependencies)
  const ingest: Stage['ingest'] = (...version) => {
    now += 1000
    return still.ingest(...version)
  }
  stage = { ...still, ingest }
})

const post: Post = async (url, { headers, body }) => {
  const request = { url, headers: { ...headers }, body, at: now }
  sent.push(request)
  return { status: await receive(request), retryAfter: null }
}

const dependencies = { config: { readTokenRequired: false, bootstrapToken: TOKEN }, clock: () => now, post }
const deliverFrom = (from: Store, more: Parameters<typeof deliverHooks>[1] = {}) =>
  deliverHooks({ ...dependencies, store: from }, more)
const deliver = (most?: number) => deliverFrom(store, most === undefined ? {} : { most })

/** What the library of Standard Webhooks makes of a request at the time when it came. */
function verify(secret: string, { body, headers, at }: Sent): unknown {
  vi.useFakeTimers({ toFake: ['Date'], now: at })
  try {
    return new Webhook(secret).verify(body, headers)
  } finally {
    vi.useRealTimers()
  }
}

const make = async (more: object = {}) =>
  (await well(stage.send('POST', '/v1/hooks', { url: URL, ...more }))).json() as Promise<{ id: number; secret: string }>
const patch = (id: number, body: object) => well(stage.send('PATCH', `/v1/hooks/${id}`, body))
const auth = { headers: { Authorization: `Bearer ${TOKEN}` } }
const get = async <Answer>(path: string) => (await well(stage.ask(path, auth))).json() as Promise<Answer>
const hook = (id = 1) => get<Record<string, unknown>>(`/v1/hooks/${id}`)
const deliveries = async (id = 1) => (await get<{ data: Delivery[] }>(`/v1/hooks/${id}/deliveries`)).data
const messageOf = ({ body }: Sent) =>
  JSON.parse(body) as {
    type: string
    timestamp: string
    data: { article: string; url: string; versions: number[]; next: string; changes: Change[] }
  }
const changesIn = (list: readonly Sent[]) => list.flatMap((request) => messageOf(request).data.changes)
const feed = async (query = '') => (await read<{ data: Change[] }>(stage.ask, `/v1/changes?limit=200${query}`)).data
const daysAgo = (days: number) => new Date(now - days * 24 * HOUR).toISOString()
/** The ids of the messages that were sent, in order. */
const ids = () => sent.map(({ headers }) => headers['webhook-id'] ?? '')
const MESSAGE = expect.stringMatching(/^msg_[0-9a-f]{24}$/)
const waiting = () => store.db.all(sql`select * from outbox`)

describe('what is sent', () => {
  test('is the changes of each write to an article, as /v1/changes tells them, in its order', async () => {
    await make()
    await tellStory(stage)
    await deliver()
    expect(changesIn(sent)).toEqual(await feed())
    expect(sent.map((request) => [messageOf(request).data.article, messageOf(request).data.versions])).toEqual([
      ['ferry', [1]],
      ['ferry', [2]],
      ['ferry', [3]],
      ['bridge', [1]],
    ])
    const [first] = sent
    expect(messageOf(first as Sent)).toMatchObject({ type: 'changes.recorded', data: { url: '/v1/articles/ferry' } })
    expect(first).toMatchObject({ url: URL, headers: { 'Content-Type': 'application/json', 'webhook-id': MESSAGE } })
    await deliver()
    expect(sent).toHaveLength(4)
  })

  test('is what the OpenAPI document says of it', async () => {
    await make()
    await tellStory(stage)
    await deliver()
    await well(stage.send('POST', '/v1/hooks/1/test', ''))
    const { webhooks, components } = await read<OpenApi>(stage.ask, '/openapi.json')
    for (const { body, headers } of sent) {
      const { post } = webhooks[JSON.parse(body).type] ?? {}
      const schema = JSON.stringify({ ...post?.requestBody.content['application/json'].schema, $defs: components.schemas })
      const declared = z.fromJSONSchema(JSON.parse(schema.replaceAll('#/components/schemas/', '#/$defs/')))
      expect(declared.safeParse(JSON.parse(body)).error?.issues ?? []).toEqual([])
      expect(declared.safeParse({ ...JSON.parse(body), more: 1 }).success).toBe(false)
      expect(Object.keys(headers)).toEqual(expect.arrayContaining(post?.parameters.map(({ name }) => name) ?? ['none']))
    }
  })

  test('is verified with the secret by the library of Standard Webhooks, and by no other secret', async () => {
    const { secret } = await make()
    await tellStory(stage)
    await deliver()
    expect(sent).toHaveLength(4)
    for (const request of sent) {
      expect(verify(secret, request)).toEqual(JSON.parse(request.body))
      expect(() => verify(secret, { ...request, body: `${request.body} ` })).toThrow()
      expect(() => verify(secret, { ...request, headers: { ...request.headers, 'webhook-id': 'msg_9' } })).toThrow()
      expect(() => verify(`whsec_${btoa('x'.repeat(32))}`, request)).toThrow()
    }
  })

  test('is signed with both secrets for a day after one was replaced', async () => {
    const { secret: old } = await make()
    await tellStory(stage)
    const { secret } = await (await well(stage.send('POST', '/v1/hooks/1/secret', ''))).json()
    await deliver(1)
    for (const one of [old, secret]) expect(verify(one, sent[0] as Sent)).toBeTruthy()
    now += 24 * HOUR
    await deliver(1)
    expect(await store.db.all(sql`select previous_secret from hooks`)).toEqual([{ previous_secret: null }])
    expect(await hook()).toMatchObject({ previous_secret_until: null })
    expect(sent.at(-1)?.headers['webhook-signature']).toMatch(/^v1,[\w+/=]+$/)
    expect(sent.at(0)?.headers['webhook-signature']).toMatch(/^v1,[\w+/=]+ v1,[\w+/=]+$/)
  })

  test.each([
    ['kind=softened', { kind: ['softened'] }],
    ['kind=introduced,withdrawn&zone=headline', { kind: ['introduced', 'withdrawn'], zone: 'headline' }],
    ['source=harbour%20office', { source: 'harbour office' }],
    ['acknowledged=true', { acknowledged: true }],
    ['article=bridge', { article: 'bridge' }],
    ['publication=Valley%20Post&kind=introduced', { publication: 'Valley Post', kind: 'introduced' }],
  ])('is what /v1/changes?%s tells, with the same filters', async (query, filters) => {
    await tellStory(stage)
    await make({ filters, since: START })
    await deliver()
    expect(changesIn(sent)).toEqual(await feed(`&${query}`))
    expect(sent.every((request) => messageOf(request).data.changes.length > 0)).toBe(true)
    expect(await waiting()).toEqual([])
  })

  test('is what retracts and retells, too', async () => {
    await tellStory(stage)
    await make()
    await well(stage.ingest('ferry', '10:00', 'Ferry Runs Aground', 'A ferry with 219 passengers ran aground off Norrholm.'))
    await deliver()
    const told = changesIn(sent)
    expect(told.some((change) => change.retracts !== null)).toBe(true)
    expect(told).toEqual((await feed()).slice(-told.length))
    sent = []
    const claim = told.find((change) => change.retracts === null)
    await well(
      stage.send('POST', `/v1/articles/ferry/claims/${(claim as unknown as { claims: number[] }).claims[0]}/reviews`, {
        action: 'reject',
        reason: 'No claim',
      }),
    )
    await deliver()
    expect(changesIn(sent).length).toBeGreaterThan(0)
    expect(changesIn(sent).every((change) => change.retracts !== null)).toBe(true)
  })

  test('is nothing of what is withheld when it is sent', async () => {
    await make()
    await tellStory(stage)
    await well(stage.send('PUT', '/v1/articles/ferry/versions/2/withholding', { reason: 'An order' }))
    await deliver()
    expect(changesIn(sent)).toEqual(await feed())
    expect(JSON.stringify(sent)).not.toMatch(/may resume/)
    expect(sent.map((request) => messageOf(request).data.versions)).toEqual([[1], [1]])
  })

  test('is dropped, where it is withheld between two attempts', async () => {
    await tellStory(stage)
    await make({ filters: { article: 'bridge' }, since: START })
    receive = () => 500
    await deliver()
    await well(stage.send('PUT', '/v1/articles/bridge/versions/1/withholding', { reason: 'An order' }))
    now += HOUR
    await deliver()
    expect(sent).toHaveLength(1)
    expect(await deliveries()).toMatchObject([{ status: 'dropped', attempts: 1, next_attempt_at: null }])
    expect(await hook()).toMatchObject({ failures: 0, next_attempt_at: null })
  })

  test('is told in several messages where a write made many changes', async () => {
    await make()
    const body = (n: number) =>
      Array.from({ length: MOST_CHANGES + 40 }, (_, i) => `Lot ${i} of the yard went for ${i * 1000 + n} crowns.`).join(' ')
    await well(stage.send('POST', '/v1/articles', { slug: 'yard', title: 'The Yard' }))
    await well(stage.ingest('yard', '08:00', '', body(5)))
    await well(stage.ingest('yard', '09:00', '', body(7)))
    await deliver()
    expect(sent.map((request) => [messageOf(request).data.versions, messageOf(request).data.changes.length])).toEqual([
      [[1], MOST_CHANGES],
      [[1], 40],
      [[2], MOST_CHANGES],
      [[2], 40],
    ])
    const ids = changesIn(sent).map((change) => change.id)
    expect(ids).toEqual(ids.map((_, i) => i + 1))
    const [{ body: first } = { body: '' }] = sent
    const { next } = (JSON.parse(first) as ReturnType<typeof messageOf>).data
    const after = await read<{ data: Change[] }>(stage.ask, `/v1/changes?since=${next}&limit=1`)
    expect(after.data[0]?.id).toBe(MOST_CHANGES + 1)
  })

  test('is a ping when it is asked for, once, whatever comes of it', async () => {
    const { secret } = await make()
    const answer = await (await well(stage.send('POST', '/v1/hooks/1/test', ''))).json()
    expect(answer).toMatchObject({
      id: sent[0]?.headers['webhook-id'],
      type: 'ping',
      status: 'delivered',
      attempts: 1,
      response_status: 204,
      error: null,
    })
    expect(verify(secret, sent[0] as Sent)).toEqual({
      type: 'ping',
      timestamp: new Date(now).toISOString(),
      data: { hook: '/v1/hooks/1' },
    })
    receive = () => 503
    const failed = await (await well(stage.send('POST', '/v1/hooks/1/test', ''))).json()
    expect(failed).toMatchObject({ status: 'failed', response_status: 503, error: 'Answered 503.', next_attempt_at: null })
    await deliver()
    expect(sent).toHaveLength(2)
    expect(await hook()).toMatchObject({ failures: 0, enabled: true })
  })
})

test('no two archives give a message the same id', async () => {
  await make()
  await tellStory(stage)
  await deliver()
  const first = ids()
  const other = stageOver(await openStore(), {}, 0, { post: async () => ({ status: 204, retryAfter: null }) })
  await well(other.send('POST', '/v1/hooks', { url: URL }))
  const pinged = (await (await well(other.send('POST', '/v1/hooks/1/test', ''))).json()) as { id: string }
  expect(pinged.id).toEqual(MESSAGE)
  expect(first).not.toContain(pinged.id)
})

describe('a message that is not taken', () => {
  test('is sent again with the same id, and those behind it wait', async () => {
    await make()
    await tellStory(stage)
    receive = () => 500
    await deliver()
    await deliver()
    expect(sent).toHaveLength(1)
    const [pending] = await deliveries()
    expect(pending).toMatchObject({ status: 'pending', attempts: 1, response_status: 500, error: 'Answered 500.' })
    now = Date.parse(pending?.next_attempt_at ?? '') - 1
    await deliver()
    expect(sent).toHaveLength(1)
    now += 1
    receive = () => 200
    await deliver()
    expect(ids()[1]).toBe(ids()[0])
    expect(new Set(ids()).size).toBe(4)
    expect(sent[1]?.body).toBe(sent[0]?.body)
    expect((await deliveries()).map(({ status, attempts }) => [status, attempts])).toEqual([
      ['delivered', 1],
      ['delivered', 1],
      ['delivered', 1],
      ['delivered', 2],
    ])
    expect(await hook()).toMatchObject({ failures: 0, next_attempt_at: null })
  })

  test('waits longer each time, and disables its hook after the last, with a reason', async () => {
    await make()
    await tellStory(stage)
    receive = () => 502
    const began = now
    for (let n = 1; n <= MOST_FAILURES; n++) {
      await deliver()
      expect(sent).toHaveLength(n)
      if (n === MOST_FAILURES) break
      expect(await hook()).toMatchObject({ enabled: true, failures: n })
      now = Date.parse(String((await hook()).next_attempt_at))
    }
    const waits = sent.slice(1).map(({ at }, i) => at - (sent[i]?.at ?? 0))
    for (const [i, wait] of waits.entries()) {
      expect(wait).toBeGreaterThanOrEqual(Math.min(12 * HOUR, 10_000 * 4 ** i) * 0.75)
      expect(wait).toBeLessThanOrEqual(Math.min(12 * HOUR, 10_000 * 4 ** i) * 1.25)
    }
    expect(now - began).toBeGreaterThan(24 * HOUR)
    expect(await hook()).toMatchObject({
      enabled: false,
      failures: MOST_FAILURES,
      disabled_reason: `${MOST_FAILURES} attempts in a row failed; the last: Answered 502.`,
      disabled_at: new Date(now).toISOString(),
    })
    now += 100 * HOUR
    await deliver()
    expect(sent).toHaveLength(MOST_FAILURES)
    expect(await waiting()).toEqual([])
  })

  test('comes first when its hook is enabled again, and nothing is missed that was recorded meanwhile', async () => {
    await make()
    await tellStory(stage)
    receive = () => 410
    await deliver()
    expect(await hook()).toMatchObject({ enabled: false, disabled_reason: 'The receiver answered 410 Gone.', failures: 1 })
    await well(
      stage.ingest('bridge', '10:00', 'Bridge Closes', 'The old bridge may close in June, the mayor, Tomas Brandt, said.'),
    )
    await deliver()
    expect(await waiting()).toEqual([])
    receive = () => 200
    await patch(1, { enabled: true })
    const [first] = ids()
    sent = []
    await deliver()
    expect(ids()[0]).toBe(first)
    expect(changesIn(sent)).toEqual(await feed())
  })

  test.each([
    ['a redirect', () => 302, 'Answered 302; redirects are not followed.'],
    [
      'no answer',
      () => Promise.reject(new Error('fetch failed', { cause: new Error('connection refused') })),
      'No answer: connection refused',
    ],
  ])('may be so for %s', async (_, how, error) => {
    await make()
    await tellStory(stage)
    receive = how
    await deliver()
    expect(await deliveries()).toMatchObject([{ status: 'pending', attempts: 1, error }])
  })

  test('leaves other hooks alone', async () => {
    await make()
    await make({ url: 'https://other.example/' })
    await tellStory(stage)
    receive = ({ url }) => (url === URL ? 500 : 200)
    await deliver()
    expect(sent.filter(({ url }) => url === URL)).toHaveLength(1)
    expect(changesIn(sent.filter(({ url }) => url !== URL))).toEqual(await feed())
  })

  test('is not sent to an address that came to be refused', async () => {
    await make()
    await store.db.run(sql`update hooks set url = 'http://127.0.0.1/'`)
    await tellStory(stage)
    await deliver()
    expect(sent).toEqual([])
    expect(await deliveries()).toMatchObject([{ attempts: 1, error: 'Not sent, because of the address: expected https.' }])
  })
})

describe('receivers that never answer', () => {
  const SILENT = 30
  /** Hooks that are served at once. */
  const AT_ONCE = 4
  const HEALTHY = 'https://healthy.example/'
  /** Ends the attempts that are under way. */
  let release: (() => void)[]

  beforeEach(async () => {
    release = []
    receive = ({ url }) => (url === HEALTHY ? 200 : new Promise((resolve) => release.push(() => resolve(500))))
    await well(stage.send('POST', '/v1/articles', { slug: 'mill' }))
  })

  const makeSilent = async () => {
    for (let i = 0; i < SILENT; i++) await make({ url: `https://silent-${i}.example/` })
  }
  const publish = (at: string) => stage.ingest('mill', at, 'Mill Closes', `The mill will close at ${at}, its owner said.`)
  const urls = () => sent.map(({ url }) => url)
  const releaseAll = () => {
    for (const end of release.splice(0)) end()
  }

  const { setTimeout: realTimeout } = globalThis
  async function until(holds: () => boolean): Promise<void> {
    while (!holds()) await new Promise((resolve) => realTimeout(resolve, 0))
  }

  /** Delivers, where time passes only as lanes lose their patience with as many silent receivers as they serve at once. */
  async function deliverPatiently(background?: (work: Promise<unknown>) => void) {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
    try {
      let ended = false
      const done = deliverFrom(store, { background }).finally(() => {
        ended = true
      })
      for (let waiting = AT_ONCE; waiting < SILENT + AT_ONCE; waiting += AT_ONCE) {
        await until(() => release.length >= Math.min(waiting, SILENT) || ended)
        await vi.advanceTimersByTimeAsync(PATIENCE)
      }
      return { done }
    } finally {
      vi.useRealTimers()
    }
  }

  test('come after a hook that answers, though they have waited longer', async () => {
    await makeSilent()
    const { id } = await make({ url: HEALTHY })
    await well(stage.send('POST', `/v1/hooks/${id}/test`, ''))
    sent = []
    await publish('08:00')
    const { done } = await deliverPatiently()
    expect(urls().indexOf(HEALTHY)).toBeLessThan(AT_ONCE)
    releaseAll()
    await done
  })

  test('come after a new hook, once they have failed', async () => {
    await makeSilent()
    await publish('08:00')
    const first = await deliverPatiently()
    releaseAll()
    await first.done
    now += HOUR
    await make({ url: HEALTHY, since: START })
    sent = []
    const { done } = await deliverPatiently()
    expect(urls().indexOf(HEALTHY)).toBeLessThan(AT_ONCE)
    releaseAll()
    await done
  })

  test('hold up a hook that is as new as they are for no more than the patience of the lanes', async () => {
    await makeSilent()
    await make({ url: HEALTHY })
    await publish('08:00')
    const { done } = await deliverPatiently()
    await until(() => urls().includes(HEALTHY))
    expect([release.length, sent.length]).toEqual([SILENT, SILENT + 1])
    releaseAll()
    await done
  })

  test('are waited for in the background, and other hooks are served meanwhile', async () => {
    await makeSilent()
    await make({ url: HEALTHY })
    await publish('08:00')
    const background: Promise<unknown>[] = []
    await (await deliverPatiently((work) => background.push(work))).done
    await publish('09:00')
    await deliverFrom(store, { background: (work) => background.push(work) })
    expect(urls().filter((url) => url === HEALTHY)).toHaveLength(2)
    expect(release).toHaveLength(SILENT)
    releaseAll()
    await Promise.all(background)
    expect(await hook(1)).toMatchObject({ failures: 1 })
  })

  test('leave a lane to a hook that failed and answers again', async () => {
    await make({ url: HEALTHY })
    await publish('08:00')
    receive = () => 500
    await deliver()
    now += HOUR
    receive = () => 200
    sent = []
    for (let i = 0; i < 10; i++) await make({ url: `https://new-${i}.example/`, since: START })
    await deliver()
    expect(urls().indexOf(HEALTHY)).toBeLessThan(AT_ONCE)
  })
})

describe('at least once', () => {
  /** The store, where the next write that says how an attempt ended fails. */
  function failing(writes: number): Store {
    let left = writes
    const batchWrite: Store['batchWrite'] = async (statements) => {
      if (left-- > 0) throw new Error('the database is gone')
      return store.batchWrite(statements)
    }
    return { ...store, batchWrite }
  }

  test('a message whose success could not be written down is sent again, with the same id', async () => {
    await make()
    await tellStory(stage)
    const broken = failing(1)
    await expect(deliverFrom(broken, { most: 1 })).rejects.toThrow('the database is gone')
    expect(sent).toHaveLength(1)
    await deliver()
    expect(sent).toHaveLength(1)
    now += 60_000
    await deliver()
    expect(ids()[1]).toBe(ids()[0])
    expect(new Set(ids()).size).toBe(4)
  })

  test('several deliverers at once send each message once', async () => {
    await make()
    await make({ url: 'https://other.example/' })
    await tellStory(stage)
    await Promise.all([deliver(), deliver(), deliver()])
    await deliver()
    for (const url of [URL, 'https://other.example/']) {
      const own = sent.filter((request) => request.url === url)
      expect(changesIn(own)).toEqual(await feed())
      expect(new Set(own.map(({ headers }) => headers['webhook-id'])).size).toBe(own.length)
    }
  })

  test('a deliverer whose turn is over marks nothing', async () => {
    await make()
    await tellStory(stage)
    let go: (status: number) => void = () => {}
    receive = () => new Promise((resolve) => (go = resolve))
    const slow = deliver(1)
    await vi.waitFor(() => expect(sent).toHaveLength(1))
    now += 61_000
    receive = () => 500
    await deliver(1)
    go(200)
    await slow
    expect(await deliveries()).toMatchObject([{ id: ids()[0], status: 'pending', attempts: 1, response_status: 500 }])
    expect(await hook()).toMatchObject({ failures: 1 })
  })

  test('what is under way when the process ends counts as nothing', async () => {
    await make()
    await tellStory(stage)
    const end = new AbortController()
    receive = () => {
      end.abort()
      throw new Error('aborted')
    }
    await deliverFrom(store, { stopped: end.signal })
    expect(await deliveries()).toMatchObject([{ status: 'pending', attempts: 0 }])
    receive = () => 200
    await deliver()
    expect(changesIn(sent.slice(1))).toEqual(await feed())
  })
})

describe('a hook that is changed', () => {
  test('while a message waits drops it, and is told by its new filters what it was not told', async () => {
    await make()
    await tellStory(stage)
    receive = () => 500
    await deliver()
    await patch(1, { filters: { kind: ['softened'] } })
    receive = () => 200
    sent = []
    await deliver()
    expect(changesIn(sent)).toEqual(await feed('&kind=softened'))
    expect((await deliveries()).map(({ status }) => status)).toEqual(['delivered', 'dropped'])
  })

  test('is told again what it was told, from where it is sent back to', async () => {
    await make()
    await tellStory(stage)
    await deliver()
    const told = changesIn(sent)
    const before = ids()
    sent = []
    const { next } = await read<{ next: string }>(stage.ask, '/v1/changes?limit=3')
    await patch(1, { since: next })
    await deliver()
    expect(changesIn(sent)).toEqual(told.slice(3))
    expect(ids().filter((id) => before.includes(id))).toEqual([])
  })

  test('is told nothing of what it is sent past', async () => {
    await make()
    await tellStory(stage)
    await patch(1, { since: 'now' })
    await deliver()
    expect(sent).toEqual([])
  })
})

test('so many messages at most, and whether there are more', async () => {
  await make()
  await tellStory(stage)
  expect(await deliver(3)).toEqual({ more: true })
  expect(sent).toHaveLength(3)
  expect(await deliver(3)).toEqual({ more: false })
  expect(sent).toHaveLength(4)
})

test('there are more, too, where one sent the last message while another found the hook taken', async () => {
  await make()
  await tellStory(stage)
  // Who found nothing hears of it only when the one message is sent.
  const all = async (query: SQL) => {
    const rows = await store.db.all(query)
    if (rows.length === 0) await vi.waitFor(async () => expect(await deliveries()).toMatchObject([{ status: 'delivered' }]))
    return rows
  }
  const late = { ...store, db: Object.assign(Object.create(store.db), { all }) } as Store
  expect(await deliverFrom(late, { most: 2 })).toEqual({ more: true })
  expect(sent).toHaveLength(1)
})

test('five messages take less than the fifty statements that D1 answers an invocation on the free plan', async () => {
  const queries: string[] = []
  store = await openStore({ logQuery: (query) => queries.push(query) })
  stage = stageOver(store, {}, 0, dependencies)
  for (const name of ['one', 'two', 'three']) await make({ url: `https://${name}.example/` })
  await tellStory(stage)
  queries.length = 0
  expect(await deliver(5)).toEqual({ more: true })
  expect(sent).toHaveLength(5)
  expect(queries.length).toBeLessThan(50)
})

test('the log forgets by time what was sent to hooks that are sent nothing more', async () => {
  await make()
  await patch(1, { enabled: false })
  await store.db.run(sql`insert into deliveries (hook_id, type, status, created_at) values
    (1, 'ping', 'delivered', ${daysAgo(31)}), (1, 'ping', 'failed', ${daysAgo(29)}), (1, 'ping', 'pending', ${daysAgo(32)})`)
  expect(await waiting()).toEqual([])
  await deliver()
  expect((await deliveries()).map(({ status }) => status)).toEqual(['pending', 'failed'])
})

test('pings are no more than a thousand in the log of a hook, enabled or not', async () => {
  await make()
  await patch(1, { enabled: false })
  await store.db.run(sql`insert into deliveries (hook_id, type, status, created_at)
    select 1, 'ping', 'delivered', ${daysAgo(1)} from json_each(${JSON.stringify(Array(1005).fill(0))})`)
  await well(stage.send('POST', '/v1/hooks/1/test', ''))
  expect(await store.db.all(sql`select count(*) as n, max(id) as last from deliveries`)).toEqual([{ n: 1000, last: 1006 }])
})

test('the log keeps thirty days and a thousand deliveries of a hook, and never drops what waits', async () => {
  await make()
  const old = daysAgo(31)
  const fresh = new Date(now).toISOString()
  await store.db.run(sql`insert into deliveries (hook_id, type, status, created_at)
    select 1, 'ping', 'delivered', ${old} from json_each('[1,2,3]')`)
  await store.db.run(sql`insert into deliveries (hook_id, type, status, created_at)
    select 1, 'ping', 'delivered', ${fresh} from json_each(${JSON.stringify(Array(1100).fill(0))})`)
  await tellStory(stage)
  await deliver()
  const [row] = await store.db.all<{ n: number; first: string }>(
    sql`select count(*) as n, min(created_at) as first from deliveries`,
  )
  expect(row).toEqual({ n: 1000, first: fresh })
})

test.each([
  [1, 7_500, 12_500],
  [2, 30_000, 50_000],
  [9, 9 * HOUR, 15 * HOUR],
  [50, 9 * HOUR, 15 * HOUR],
])('after %i failures it waits from %i to %i milliseconds', (failures, least, most) => {
  expect(waitAfter(failures, () => 0)).toBe(least)
  expect(waitAfter(failures, () => 1)).toBe(most)
})
