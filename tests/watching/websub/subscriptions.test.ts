/** Subscriptions to hubs from end to end: asked for, confirmed, reported to, renewed, denied, changed and ended. */
import { sql } from 'drizzle-orm'
import { beforeEach, describe, expect, it, test } from 'vitest'
import { openStore } from '#harness'
import { updateWatch } from '../../../src/store/captures/watches.ts'
import { removeWatch } from '../../../src/watching/watches.ts'
import { isoOf } from '../../../src/watching/watching.ts'
import { type Stage, stageOver } from '../../http/stage.ts'
import { type Desk, openDesk } from '../desk.ts'
import { article, REST, rss } from '../site.ts'
import { Hub, signed } from './hub.ts'

const FEED = 'https://harbour-post.example/feed.xml'
const TOPIC = 'https://harbour-post.example/all.xml'
const DAY = 24 * 60

let desk: Desk
let hub: Hub
let app: Stage
let id: number

/** The feed with links to a hub and to itself, and the pages that it names. */
function publish(links: string, ...paths: string[]): void {
  const pages = paths.map((path) => `https://harbour-post.example${path}`)
  for (const page of pages)
    desk.site.pages.set(page, { body: article(page.slice(29), `The office said of ${page.slice(29)} that it opens.`, ...REST) })
  desk.site.pages.set(FEED, { ...rss(...pages), headers: { 'Content-Type': 'application/rss+xml', Link: links } })
}

const linksTo = (at: string, topic = TOPIC) => `<${at}>; rel="hub", <${topic}>; rel="self"`

beforeEach(async () => {
  desk = openDesk(await openStore())
  app = stageOver(desk.store, { publicUrl: 'https://archive.example' }, 0, { clock: desk.watching.clock, get: desk.site.get })
  hub = new Hub(desk.site, 'https://hub.example/', app.ask)
  publish(linksTo(hub.url))
  id = await desk.watch(FEED, { kind: 'feed' })
})

const stateOf = async () => (await desk.watchOf(id)).hub?.state ?? null
const rows = () =>
  desk.store.db.all<{ hub: string; topic: string; ended: string | null }>(
    sql`select hub, topic, ended_at as ended from subscriptions`,
  )
/** Minutes until the next check of the feed. */
const nextCheck = async () => (Date.parse((await desk.watchOf(id)).dueAt ?? '') - desk.watching.clock()) / 60_000

async function subscribe(): Promise<void> {
  await desk.later(0)
  expect((await hub.tell()).status).toBe(200)
}

describe('a feed that names a hub', () => {
  it('is subscribed to by its topic, with a secret', async () => {
    await desk.later(0)
    expect(hub.asked).toHaveLength(1)
    const { callback, secret, ...form } = Object.fromEntries([...hub.last].map(([name, value]) => [name.slice(4), value]))
    expect(form).toEqual({ mode: 'subscribe', topic: TOPIC, lease_seconds: '864000' })
    expect(callback).toMatch(/^https:\/\/archive\.example\/websub\/[0-9a-f]{64}$/)
    expect(secret).toMatch(/^[0-9a-f]{64}$/)
    expect(callback).not.toContain(secret)
    const { headers } = desk.site.asked.find(({ url }) => url === hub.url) ?? { headers: {} }
    expect(headers).toMatchObject({
      'User-Agent': desk.watching.userAgent,
      'Content-Type': 'application/x-www-form-urlencoded',
    })
    expect(await stateOf()).toBe('pending')
    await desk.later(5)
    expect(hub.asked).toHaveLength(1)
  })

  it('has the page of a report before its next poll', async () => {
    await subscribe()
    await desk.later(10)
    expect(await nextCheck()).toBe(30)
    await desk.later(5)
    publish(linksTo(hub.url), '/storm')
    expect(await hub.report()).toBe(204)
    expect(await nextCheck()).toBe(0)
    await desk.later(0)
    expect((await desk.captures()).at(-1)).toMatchObject({ url: 'https://harbour-post.example/storm', outcome: 'created' })
    expect((await desk.watchOf(id)).hub?.notifiedAt).not.toBeNull()
  })

  it('is polled all the same', async () => {
    await subscribe()
    await desk.later(10)
    publish(linksTo(hub.url), '/storm')
    await desk.later(31)
    expect((await desk.captures()).at(-1)).toMatchObject({ url: 'https://harbour-post.example/storm' })
  })

  it('is checked at most once a minute however often its hub reports', async () => {
    await subscribe()
    await desk.later(10)
    const before = desk.site.read.filter((url) => url === FEED).length
    for (let n = 0; n < 30; n++) {
      await hub.report()
      await desk.later(1 / 6)
    }
    expect(desk.site.read.filter((url) => url === FEED).length - before).toBeLessThanOrEqual(6)
  })

  it('is checked again where a report came while it was read', async () => {
    await subscribe()
    const ready = Promise.withResolvers<void>()
    desk.site.pages.set(FEED, { ...desk.site.pages.get(FEED), after: ready.promise })
    const check = desk.later(10)
    await waitFor(() => desk.site.read.filter((url) => url === FEED).length === 2)
    desk.advance(100)
    await hub.report()
    ready.resolve()
    await check
    expect(await nextCheck()).toBeLessThanOrEqual(1)
  })

  it('keeps the waits of a feed that fails', async () => {
    await subscribe()
    desk.site.pages.set(FEED, { status: 503 })
    await desk.later(10)
    await desk.later(3)
    const next = await nextCheck()
    expect(next).toBe(4)
    expect(await hub.report()).toBe(204)
    expect(await nextCheck()).toBe(next)
  })
})

async function waitFor(isSo: () => boolean): Promise<void> {
  while (!isSo()) await new Promise((resolve) => setTimeout(resolve, 1))
}

describe('no subscription is made', () => {
  test.each<[name: string, links: string]>([
    ['with a hub over http', linksTo('http://hub.example/')],
    ['with a hub at a private address', linksTo('https://127.0.0.1/')],
    ['with none', `<${TOPIC}>; rel="self"`],
  ])('%s', async (_, links) => {
    publish(links)
    await desk.later(0)
    expect(await rows()).toEqual([])
  })

  test.each([undefined, 'http://localhost:8787', 'https://archive.internal'])(
    'where hubs do not reach %s',
    async (publicUrl) => {
      Object.assign(desk.watching, { publicUrl })
      await desk.later(0)
      expect([await rows(), hub.asked]).toEqual([[], []])
    },
  )
})

describe('an intent is verified', () => {
  it('by its challenge, once', async () => {
    await desk.later(0)
    const confirmed = await hub.tell({ lease_seconds: '86400' })
    expect([confirmed.status, await confirmed.text(), confirmed.headers.get('content-type')]).toEqual([
      200,
      'c<h>+1',
      expect.stringMatching(/^text\/plain\b/),
    ])
    expect((await desk.watchOf(id)).hub).toMatchObject({
      state: 'active',
      leaseUntil: isoOf(desk.watching.clock() + 86_400_000),
    })
    expect((await hub.tell({ lease_seconds: '864000' })).status).toBe(404)
  })

  it('before the hub answers the request', async () => {
    hub.answer = async (form) => {
      expect((await hub.tell({}, form)).status).toBe(200)
      return { status: 202 }
    }
    await desk.later(0)
    expect(await stateOf()).toBe('active')
  })

  it('also where the answer to the request was lost', async () => {
    hub.answer = async (form) => {
      await hub.tell({}, form)
      return { fails: 'socket hang up' }
    }
    await desk.later(0)
    expect((await desk.watchOf(id)).hub).toMatchObject({ state: 'active', reason: null })
  })

  test.each<[name: string, changed: Record<string, string | null>]>([
    ['of another topic', { topic: FEED }],
    ['of no topic', { topic: null }],
    ['without a challenge', { challenge: null }],
    ['with an empty challenge', { challenge: '' }],
    ['to unsubscribe', { mode: 'unsubscribe' }],
    ['of an unknown mode', { mode: 'publish' }],
    ['of a mode in capitals', { mode: 'SUBSCRIBE' }],
    ['of no mode', { mode: null }],
    ['with a lease that is no number', { lease_seconds: 'long' }],
    ['with a lease below zero', { lease_seconds: '-1' }],
    ['denied, of another topic', { mode: 'denied', topic: FEED }],
  ])('and not %s', async (_, changed) => {
    await desk.later(0)
    expect((await hub.tell(changed)).status).toBe(404)
    expect(await stateOf()).toBe('pending')
  })

  it('and not at another address', async () => {
    await desk.later(0)
    const query = `?hub.mode=subscribe&hub.topic=${encodeURIComponent(TOPIC)}&hub.challenge=1&hub.lease_seconds=10`
    expect((await app.ask(`/websub/${'0'.repeat(64)}${query}`)).status).toBe(404)
  })
})

const hexOf = (field: string) => field.slice(field.indexOf('=') + 1)

describe('a report', () => {
  beforeEach(async () => {
    await subscribe()
    await desk.later(10)
    await desk.later(5)
  })

  test.each<[name: string, signature: (body: string, secret: string) => Promise<string | null>]>([
    ['by SHA-1', (body, secret) => signed(body, secret, 'sha1', 'SHA-1')],
    ['by SHA-256', (body, secret) => signed(body, secret)],
    ['by SHA-384', (body, secret) => signed(body, secret, 'sha384', 'SHA-384')],
    ['by SHA-512', (body, secret) => signed(body, secret, 'sha512', 'SHA-512')],
    ['in capitals', async (body, secret) => (await signed(body, secret)).toUpperCase()],
  ])('that is signed %s makes its feed due', async (_, signature) => {
    expect(await hub.report(signature)).toBe(204)
    expect(await nextCheck()).toBe(0)
    expect((await desk.watchOf(id)).hub?.notifiedAt).toBe(isoOf(desk.watching.clock()))
  })

  test.each<[name: string, signature: (body: string, secret: string) => Promise<string | null>]>([
    ['not signed', async () => null],
    ['signed by nothing', async () => ''],
    ['signed with another secret', (body) => signed(body, 'other')],
    ['signed for another body', (body, secret) => signed(`${body} `, secret)],
    ['signed by another hash than it says', (body, secret) => signed(body, secret, 'sha256', 'SHA-512')],
    ['signed by an unknown hash', (body, secret) => signed(body, secret, 'sha224')],
    ['signed by no hash', async (body, secret) => hexOf(await signed(body, secret))],
    ['signed in part', async (body, secret) => (await signed(body, secret)).slice(0, -2)],
    ['signed and more', async (body, secret) => `${await signed(body, secret)}00`],
    ['signed in no digits', async () => `sha256=${'g'.repeat(64)}`],
    ['signed with its name for a hash', async () => 'constructor=00'],
  ])('that is %s is taken and ignored', async (_, signature) => {
    const before = await nextCheck()
    expect(await hub.report(signature)).toBe(204)
    expect(await nextCheck()).toBe(before)
    expect((await desk.watchOf(id)).hub?.notifiedAt).toBeNull()
  })

  it('to another address is answered with 410', async () => {
    expect((await app.ask(`/websub/${'0'.repeat(64)}`, { method: 'POST', body: '<feed/>' })).status).toBe(410)
  })

  it('that is too large is refused, and not read to its end', async () => {
    let sent = 0
    const body = new ReadableStream<Uint8Array>({
      pull(controller) {
        sent += 65_536
        controller.enqueue(new Uint8Array(65_536))
        if (sent > 20_000_000) controller.close()
      },
    })
    const init = { method: 'POST', body, duplex: 'half' } as RequestInit
    expect((await app.ask(hub.pathOf(), init)).status).toBe(413)
    expect(sent).toBeLessThan(2_000_000)
  })
})

describe('a lease', () => {
  it('is renewed before it ends, with the same callback and secret', async () => {
    await desk.later(0)
    await hub.tell({ lease_seconds: '86400' })
    await desk.later(15 * 60)
    expect(hub.asked).toHaveLength(1)
    await desk.later(60)
    expect(hub.asked).toHaveLength(2)
    expect(Object.fromEntries(hub.last)).toEqual(Object.fromEntries(hub.asked[0] ?? []))
    expect(await stateOf()).toBe('active')
    await hub.tell({ lease_seconds: '86400' })
    expect((await desk.watchOf(id)).hub?.leaseUntil).toBe(isoOf(desk.watching.clock() + 86_400_000))
  })

  it('that is not renewed ends, and its feed is polled as before', async () => {
    await desk.later(0)
    await hub.tell({ lease_seconds: '86400' })
    hub.answer = { status: 500 }
    await desk.later(20 * 60)
    expect(await stateOf()).toBe('active')
    for (let hour = 0; hour < 8; hour++) await desk.later(60)
    expect((await desk.watchOf(id)).hub).toMatchObject({ state: 'failed', reason: 'It answered 500.' })
    publish(linksTo(hub.url), '/storm')
    await desk.later(30)
    expect(await nextCheck()).toBeLessThanOrEqual(10)
  })
})

describe('a hub', () => {
  test.each<[name: string, answer: Hub['answer'], reason: string]>([
    ['that refuses', { status: 400, body: 'No such topic.' }, 'It answered 400.'],
    ['that fails', { status: 503 }, 'It answered 503.'],
    ['that does not answer', { fails: 'connect ECONNREFUSED' }, 'connect ECONNREFUSED'],
    ['that redirects as to a page', { status: 302, headers: { Location: 'https://other.example/' } }, 'It answered 302.'],
    [
      'that redirects to http',
      { status: 307, headers: { Location: 'http://hub.example/' } },
      'Not sent, because of the address: expected https.',
    ],
    [
      'that redirects inwards',
      { status: 307, headers: { Location: 'https://10.0.0.1/' } },
      'The address leads to a private address.',
    ],
    ['that redirects to itself', { status: 307, headers: { Location: '/' } }, 'It redirects 1 times.'],
  ])('%s is asked again, ever more seldom', async (_, answer, reason) => {
    hub.answer = answer
    await desk.later(0)
    expect((await desk.watchOf(id)).hub).toMatchObject({ state: 'failed', reason })
    expect((await desk.captures()).at(-1)).toMatchObject({ outcome: 'feed_read' })
    await desk.later(11)
    expect(hub.asked).toHaveLength(2)
    await desk.later(11)
    expect(hub.asked).toHaveLength(2)
    hub.answer = { status: 202 }
    await desk.later(11)
    expect(hub.asked).toHaveLength(3)
    expect(await stateOf()).toBe('pending')
    await hub.tell()
    expect(await stateOf()).toBe('active')
  })

  it('is asked where it redirects to', async () => {
    hub.answer = { status: 308, headers: { Location: 'https://other.example/hub' } }
    const other = new Hub(desk.site, 'https://other.example/hub', app.ask)
    await desk.later(0)
    expect(Object.fromEntries(other.last)).toEqual(Object.fromEntries(hub.last))
    await other.tell()
    expect(await stateOf()).toBe('active')
  })

  it('that asks for patience gets it', async () => {
    hub.answer = { status: 429, headers: { 'Retry-After': '7200' } }
    await desk.later(0)
    await desk.later(100)
    expect(hub.asked).toHaveLength(1)
    await desk.later(21)
    expect(hub.asked).toHaveLength(2)
  })

  it('that hangs holds up neither its feed nor another host', async () => {
    const stuck = Promise.withResolvers<void>()
    hub.answer = { after: stuck.promise }
    const checks = desk.later(0)
    await waitFor(() => hub.asked.length === 1)
    await desk.watch('https://other-post.example/feed.xml', { kind: 'feed' })
    desk.site.pages.set('https://other-post.example/feed.xml', rss())
    await desk.check()
    expect((await desk.captures()).map(({ outcome }) => outcome)).toEqual(['feed_read', 'feed_read'])
    stuck.resolve()
    await checks
  })

  it('may deny, with a reason, and is asked again after a week', async () => {
    await desk.later(0)
    expect((await hub.tell({ mode: 'denied', challenge: null, reason: 'Not this topic' })).status).toBe(200)
    expect((await desk.watchOf(id)).hub).toMatchObject({ state: 'denied', reason: 'Not this topic', leaseUntil: null })
    expect((await hub.tell()).status).toBe(404)
    await desk.later(6 * DAY)
    expect(hub.asked).toHaveLength(1)
    await desk.later(DAY + 1)
    expect(hub.asked).toHaveLength(2)
  })

  it('may take a subscription back', async () => {
    await subscribe()
    await hub.tell({ mode: 'denied', challenge: null })
    expect((await desk.watchOf(id)).hub).toMatchObject({ state: 'denied', leaseUntil: null })
  })
})

describe('a subscription ends', () => {
  const ended = async () => {
    expect(hub.last.get('hub.mode')).toBe('unsubscribe')
    expect([hub.last.get('hub.secret'), hub.last.get('hub.callback')]).toEqual([null, hub.asked[0]?.get('hub.callback')])
    expect(await hub.report(signed, hub.asked[0])).toBe(410)
    expect((await hub.tell({ mode: 'subscribe' })).status).toBe(404)
    expect((await hub.tell({ topic: FEED })).status).toBe(404)
    expect((await hub.tell()).status).toBe(200)
    expect((await hub.tell()).status).toBe(404)
  }

  it('with its watch', async () => {
    await subscribe()
    await desk.later(10)
    await removeWatch(desk.store, id)
    await desk.later(0)
    await ended()
    expect(await rows()).toEqual([])
  })

  it('while its watch is paused, and begins anew', async () => {
    const { headers = {}, ...feed } = desk.site.pages.get(FEED) ?? {}
    desk.site.pages.set(FEED, { ...feed, headers: { ...headers, ETag: '"1"' } })
    await subscribe()
    await desk.later(10)
    await updateWatch(desk.store, id, { dueAt: null }, isoOf(desk.watching.clock()))
    expect(await stateOf()).toBeNull()
    await desk.later(0)
    await ended()
    await updateWatch(desk.store, id, { dueAt: isoOf(desk.watching.clock()) }, isoOf(desk.watching.clock()))
    await desk.later(0)
    expect(hub.last.get('hub.mode')).toBe('subscribe')
    expect(hub.last.get('hub.callback')).not.toBe(hub.asked[0]?.get('hub.callback'))
  })

  it('where its watch stops', async () => {
    await subscribe()
    desk.site.pages.set(FEED, { status: 410 })
    for (let n = 0; n < 4; n++) await desk.later(DAY)
    expect((await desk.watchOf(id)).stoppedAt).not.toBeNull()
    await ended()
  })

  it('where the hub does not confirm it, after a few requests', async () => {
    await subscribe()
    await removeWatch(desk.store, id)
    for (let n = 0; n < 6; n++) await desk.later(60)
    expect(hub.asked.map((form) => form.get('hub.mode'))).toEqual(['subscribe', ...Array(3).fill('unsubscribe')])
    expect(await rows()).toEqual([])
  })

  it('without a request where the hub never confirmed it', async () => {
    await desk.later(0)
    await removeWatch(desk.store, id)
    await desk.later(0)
    expect([hub.asked.length, await rows()]).toEqual([1, []])
  })

  it.each<[name: string, links: () => string]>([
    ['hub', () => linksTo('https://other.example/')],
    ['topic', () => linksTo(hub.url, FEED)],
  ])('where its feed names another %s, which is asked instead', async (_, links) => {
    const other = new Hub(desk.site, 'https://other.example/', app.ask)
    await subscribe()
    publish(links())
    await desk.later(DAY - 30)
    expect([hub.asked.length, other.asked.length]).toEqual([1, 0])
    await desk.later(DAY)
    const modes = [...hub.asked, ...other.asked].map((form) => form.get('hub.mode'))
    expect(modes.sort()).toEqual(['subscribe', 'subscribe', 'unsubscribe'])
    expect((await rows()).filter((row) => row.ended === null)).toHaveLength(1)
  })

  it('where its feed names none', async () => {
    await subscribe()
    publish('')
    await desk.later(2 * DAY)
    await ended()
  })

  it('where the archive has no address any more', async () => {
    await subscribe()
    Object.assign(desk.watching, { publicUrl: undefined })
    await desk.later(2 * DAY)
    expect(await stateOf()).toBe('active')
    await desk.later(6 * DAY)
    expect([hub.asked.length, await rows()]).toEqual([1, []])
  })
})

test('a feed that names another hub at every check makes one request a day', async () => {
  for (let n = 0; n < 144; n++) {
    const at = `https://hub-${n}.example/`
    new Hub(desk.site, at, app.ask)
    publish(linksTo(at))
    await desk.later(30)
  }
  const asked = desk.site.asked.filter(({ form }) => form?.get('hub.mode') === 'subscribe').map(({ url }) => url)
  expect(new Set(asked).size).toBeLessThanOrEqual(4)
  expect((await rows()).filter((row) => row.ended === null)).toHaveLength(1)
})

test('a report wakes the checks', async () => {
  await subscribe()
  let woken = 0
  const wakeWatches = () => {
    woken++
    return null
  }
  const { ask } = stageOver(desk.store, {}, 0, { clock: desk.watching.clock, wakeWatches })
  await ask(`/websub/${'0'.repeat(64)}`, { method: 'POST', body: '' })
  expect(woken).toBe(0)
  await ask(hub.pathOf(), { method: 'POST', body: '' })
  expect(woken).toBe(1)
})

test('a subscription is shown, and a known answer is told from a new one', async () => {
  const shown = async (path: string, etag = '') => {
    const response = await app.ask(path, { headers: { 'If-None-Match': etag } })
    return { status: response.status, etag: response.headers.get('etag') ?? '', text: await response.text() }
  }
  await desk.later(0)
  const hubIn = (text: string) => (JSON.parse(text) as { hub: object }).hub
  const [one, list] = [await shown('/v1/watches/1'), await shown('/v1/watches')]
  const told = { url: hub.url, topic: TOPIC, state: 'pending', reason: null, lease_until: null, notified_at: null }
  expect(hubIn(one.text)).toEqual(told)
  expect((await shown('/v1/watches/1', one.etag)).status).toBe(304)
  expect(await (await app.ask('/watches/1')).text()).toContain('was asked to report what is new')
  desk.advance(1000)
  await hub.tell()
  const active = await shown('/v1/watches/1', one.etag)
  expect(hubIn(active.text)).toEqual({ ...told, state: 'active', lease_until: '2026-03-12T08:00:01.000Z' })
  expect((await shown('/v1/watches', list.etag)).text).toContain('"state":"active"')
  expect((await shown('/v1/watches?format=csv')).text).toMatch(/,hub,hub_state,[\s\S]*,https:\/\/hub\.example\/,active,/)
  expect(await (await app.ask('/watches/1')).text()).toContain('until 12 March 2026, 08:00 unless that is renewed')
  await desk.later(1)
  await hub.report()
  const reported = await shown('/v1/watches/1', active.etag)
  expect(hubIn(reported.text)).toMatchObject({ notified_at: '2026-03-02T08:01:01.000Z' })
  await updateWatch(desk.store, id, { dueAt: null }, isoOf(desk.watching.clock()))
  expect(hubIn((await shown('/v1/watches/1', reported.etag)).text)).toBeNull()
})

test('a hub shows nothing of the secret', async () => {
  await subscribe()
  const secrets = [hub.last.get('hub.secret') ?? '', hub.pathOf().slice(8)]
  for (const path of ['/v1/watches', '/v1/watches/1', '/v1/watches?format=csv', '/watches/1', '/v1/captures']) {
    const text = await (await app.ask(path)).text()
    for (const secret of secrets) expect(text).not.toContain(secret)
  }
})
