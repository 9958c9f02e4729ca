/** Watches from end to end over a site of the tests: true edits become versions, and every fault leaves its trace. */
import { sql } from 'drizzle-orm'
import { beforeEach, describe, expect, it, onTestFinished, test, vi } from 'vitest'
import { openStore } from '#harness'
import { captureRows } from '../../src/store/captures/captures.ts'
import { changeRows, changeView } from '../../src/store/read/changes.ts'
import { checkDue } from '../../src/watching/check-next.ts'
import { rawBytes } from '../../src/watching/raw-store.ts'
import { checkNow } from '../../src/watching/watches.ts'
import { isoOf } from '../../src/watching/watching.ts'
import { type Desk, openDesk } from './desk.ts'
import { article, REST, rss } from './site.ts'

const FARES = 'https://harbour-post.example/ferry-fares'
const WILL = 'Fares on the Norrholm ferry will rise by 10 percent in May, the operator said on Monday.'
const MAY = 'Fares on the Norrholm ferry may rise by 10 percent in May, the operator said on Monday.'

/** Another article, with the small words that all texts of the language have. */
const MUSEUM = [
  'The harbour museum opened on Friday with a concert of the town band, and the mayor said that he was proud of it.',
  'Its director expects forty thousand visitors in the first year, and children pay nothing at all.',
  'The house stands where the old cannery burned down in 1998, close to the lighthouse of the western mole.',
]

let desk: Desk
beforeEach(async () => {
  desk = openDesk(await openStore())
})

const show = (lead: string, ...rest: string[]) =>
  desk.site.pages.set(FARES, { body: article('Ferry Fares Rise', lead, ...(rest.length ? rest : REST)) })

const outcomes = async () => (await desk.captures()).map(({ outcome }) => outcome)

describe('a page', () => {
  it('becomes an article by its first good capture, and its edits versions', async () => {
    show(WILL)
    const id = await desk.watch(FARES)
    await desk.later(0)
    await desk.later(15)
    show(MAY)
    await desk.later(15)
    await desk.later(15)
    expect((await desk.captures()).map(({ outcome, article, version }) => [outcome, article, version])).toEqual([
      ['created', 'ferry-fares-rise', 1],
      ['unchanged', 'ferry-fares-rise', 1],
      ['created', 'ferry-fares-rise', 2],
      ['unchanged', 'ferry-fares-rise', 2],
    ])
    const changes = (await changeRows(desk.store, { standing: true, order: 'recorded', limit: 100 })).map(changeView)
    expect(changes.filter(({ kinds }) => !kinds.includes('introduced')).map(({ kinds }) => kinds)).toEqual([['softened']])
    expect(await desk.watchOf(id)).toMatchObject({ article: 'ferry-fares-rise', outcome: 'unchanged', failures: 0 })
  })

  it('is asked with its validators, and a 304 leaves a capture', async () => {
    desk.site.pages.set(FARES, { body: article('Ferry Fares Rise', WILL, ...REST), headers: { ETag: '"one"' } })
    await desk.watch(FARES)
    await desk.later(0)
    await desk.later(15)
    expect(await outcomes()).toEqual(['created', 'not_modified'])
    expect(desk.site.asked.at(-1)?.headers).toMatchObject({
      'If-None-Match': '"one"',
      'User-Agent': 'Claimtrail/1.0 (+https://archive.example)',
    })
  })

  it('joins the article that is known at another form of its address', async () => {
    show(WILL)
    await desk.watch(FARES)
    await desk.later(0)
    const other = 'https://m.harbour-post.example/ferry-fares/amp/?utm_source=letter'
    await expect(desk.watch(other)).rejects.toMatchObject({ code: 'conflict' })
    const moved = 'https://harbour-post.example/old-address'
    desk.site.pages.set(moved, { status: 301, headers: { Location: '/ferry-fares' } })
    await desk.watch(moved)
    await desk.later(1)
    expect((await desk.captures()).at(-1)).toEqual({
      outcome: 'unchanged',
      url: moved,
      article: 'ferry-fares-rise',
      version: 1,
    })
  })

  it('joins the article at the address that it names for itself, where that tells the same story', async () => {
    const named = (title: string, ...text: string[]) => ({
      body: article(title, ...text).replace('</head>', `<link rel="canonical" href="${FARES}"></head>`),
    })
    const [printed, museum] = ['https://harbour-post.example/print/48151', 'https://harbour-post.example/museum']
    show(WILL)
    desk.site.pages.set(printed, named('Ferry Fares Rise', WILL, ...REST))
    desk.site.pages.set(museum, named('Museum Opens', ...MUSEUM))
    for (const url of [FARES, printed, museum]) {
      await desk.watch(url)
      await desk.later(0)
    }
    await desk.later(15)
    expect((await desk.captures()).map(({ outcome, article }) => [outcome, article])).toEqual([
      ['created', 'ferry-fares-rise'],
      ['unchanged', 'ferry-fares-rise'],
      ['created', 'museum-opens'],
      ['unchanged', 'ferry-fares-rise'],
      ['unchanged', 'ferry-fares-rise'],
      ['unchanged', 'museum-opens'],
    ])
  })

  it('that is led to another article withdraws nothing', async () => {
    show(WILL)
    await desk.watch(FARES)
    await desk.later(0)
    const museum = 'https://harbour-post.example/museum'
    desk.site.pages.set(FARES, { status: 301, headers: { Location: museum } })
    desk.site.pages.set(museum, { body: article('Museum Opens', ...MUSEUM) })
    await desk.later(15)
    expect(await outcomes()).toEqual(['created', 'redirected_away'])
  })

  it('has its bytes kept where they made a version', async () => {
    show(WILL)
    await desk.watch(FARES)
    await desk.later(0)
    await desk.later(15)
    const [hash, ...others] = [...desk.kept.keys()]
    expect(others).toEqual([])
    const bytes = await rawBytes(desk.watching.raw ?? never(), hash ?? '')
    expect(new TextDecoder().decode(bytes ?? new Uint8Array())).toBe(article('Ferry Fares Rise', WILL, ...REST))
    desk.kept.set(
      hash ?? '',
      new Uint8Array(await new Response(new Blob(['other']).stream().pipeThrough(new CompressionStream('gzip'))).arrayBuffer()),
    )
    await expect(rawBytes(desk.watching.raw ?? never(), hash ?? '')).rejects.toThrow('changed')
  })
})

const never = (): never => {
  throw new Error('there is none')
}

describe('a fault', () => {
  beforeEach(async () => {
    show(WILL)
    await desk.watch(FARES)
    await desk.later(0)
  })

  it.each([
    ['not_found', { status: 404 }],
    ['gone', { status: 410 }],
    ['refused', { status: 403, body: 'No.' }],
    ['server_error', { status: 502 }],
    ['rate_limited', { status: 429, headers: { 'Retry-After': '60' } }],
    ['network_error', { fails: 'connect ECONNREFUSED' }],
    ['not_html', { headers: { 'Content-Type': 'application/pdf' }, body: '%PDF-1.7' }],
    ['redirect_loop', { status: 302, headers: { Location: FARES } }],
    ['address_refused', { status: 302, headers: { Location: 'http://169.254.169.254/latest/meta-data' } }],
    ['address_refused', { status: 302, headers: { Location: 'https://reader:secret@harbour-post.example/' } }],
    ['too_large', { body: 'x'.repeat(5 * 1024 * 1024 + 1) }],
  ] as const)('%s is named, and changes nothing', async (outcome, page) => {
    desk.site.pages.set(FARES, page)
    await desk.later(15)
    expect((await outcomes()).slice(0, 2)).toEqual(['created', outcome])
    expect(await desk.versions('ferry-fares-rise')).toBe(1)
    expect(desk.site.asked.filter(({ url }) => url.includes('169.254') || url.includes('secret'))).toEqual([])
    show(MAY)
    await desk.later(1500)
    expect(await desk.versions('ferry-fares-rise')).toBe(2)
  })

  it('stops the watch where the page is gone for good, and says so', async () => {
    desk.site.pages.set(FARES, { status: 410 })
    for (let days = 0; days < 8; days++) await desk.later(1440)
    expect((await outcomes()).filter((outcome) => outcome === 'gone')).toHaveLength(3)
    expect(await desk.watchOf(1)).toMatchObject({ dueAt: null, failures: 3, stoppedReason: expect.stringContaining('gone') })
  })
})

test('a server that answers 304 to what it was not asked has sent nothing', async () => {
  desk.site.pages.set(FARES, { status: 304 })
  await desk.watch(FARES)
  await desk.later(0)
  expect(await outcomes()).toEqual(['network_error'])
})

test('each tenth check asks for the whole page, so that an ETag that stays hides an edit for a while only', async () => {
  const stale = (lead: string) =>
    desk.site.pages.set(FARES, { body: article('Ferry Fares Rise', lead, ...REST), headers: { ETag: '"one"' } })
  stale(WILL)
  await desk.watch(FARES, { every: 600 })
  await desk.later(0)
  stale(MAY)
  for (let checks = 1; checks < 10; checks++) await desk.later(11)
  expect(await outcomes()).toEqual(['created', ...Array(8).fill('not_modified'), 'created'])
})

describe('manners', () => {
  test.each([429, 503])('what asks for patience with %i gets it for all pages of its host', async (status) => {
    const busy = 'https://harbour-post.example/busy'
    desk.site.pages.set(busy, { status, headers: { 'Retry-After': '7200' } })
    show(WILL)
    await desk.watch(busy)
    await desk.watch(FARES)
    await desk.check()
    desk.advance(60_000)
    await desk.check()
    expect(desk.site.read).toEqual([busy])
    await desk.later(120)
    expect(desk.site.read).toContain(FARES)
  })

  test('a robots.txt that is longer than what is read of it holds by its first 500 KiB', async () => {
    const rules = ['User-agent: *', 'Disallow: /ferry', ...Array(20_000).fill('# The harbour is deep.'), 'Disallow: /weather']
    desk.site.pages.set('https://harbour-post.example/robots.txt', {
      headers: { 'Content-Type': 'text/plain' },
      body: [...rules, '# The harbour is deep and calm, and so is the sound.'.repeat(2000)].join('\n'),
    })
    show(WILL)
    await desk.watch(FARES)
    await desk.later(0)
    expect([await outcomes(), desk.site.read]).toEqual([['robots_disallowed'], []])
  })

  test('robots.txt is obeyed, and asked once a day', async () => {
    desk.site.pages.set('https://harbour-post.example/robots.txt', {
      headers: { 'Content-Type': 'text/plain' },
      body: 'User-agent: *\nDisallow: /\n\nUser-agent: Claimtrail\nDisallow: /private/\n',
    })
    const hidden = 'https://harbour-post.example/private/story'
    desk.site.pages.set(hidden, { body: article('Private', ...REST) })
    show(WILL)
    await desk.watch(hidden)
    await desk.watch(FARES)
    await desk.later(0)
    expect((await desk.captures()).map(({ outcome, url }) => [url, outcome])).toEqual([
      [hidden, 'robots_disallowed'],
      [FARES, 'created'],
    ])
    expect(desk.site.read).toEqual([FARES])
    expect(desk.site.asked.filter(({ url }) => url.endsWith('/robots.txt'))).toHaveLength(1)
  })

  test('a host that does not answer for robots.txt is not read', async () => {
    desk.site.pages.set('https://harbour-post.example/robots.txt', { status: 503 })
    show(WILL)
    await desk.watch(FARES)
    await desk.later(0)
    expect([await outcomes(), desk.site.read]).toEqual([['network_error'], []])
  })

  test('a host gets one request at a time, also from several readers at once', async () => {
    for (let n = 0; n < 8; n++) {
      const url = `https://harbour-post.example/story-${n}`
      desk.site.pages.set(url, { body: article(`Story ${n}`, ...REST) })
      await desk.watch(url)
      const elsewhere = `https://paper-${n}.example/story`
      desk.site.pages.set(elsewhere, { body: article(`Other story ${n}`, ...REST) })
      await desk.watch(elsewhere)
    }
    await desk.later(0)
    expect(desk.site.most).toBe(1)
    expect(new Set(desk.site.read).size).toBe(16)
    expect(desk.site.read).toHaveLength(16)
  })
})

describe('a feed', () => {
  const FEED = 'https://harbour-post.example/feed.xml'

  it('makes watches of its pages, which stay when they leave it', async () => {
    show(WILL)
    desk.site.pages.set(FEED, rss(FARES, '/weather', 'http://10.0.0.7/internal', 'mailto:desk@harbour-post.example'))
    desk.site.pages.set('https://harbour-post.example/weather', {
      body: article('Storm Ahead', 'A storm is coming, the weather office said.', ...REST),
    })
    const feed = await desk.watch(FEED, { kind: 'feed', settings: { publication: 'The Post' } })
    await desk.later(0)
    expect((await desk.captures()).map(({ outcome, article }) => [outcome, article])).toEqual([
      ['feed_read', null],
      ['created', 'ferry-fares-rise'],
      ['created', 'storm-ahead'],
    ])
    desk.site.pages.set(FEED, rss())
    show(MAY)
    await desk.later(15)
    expect(await desk.versions('ferry-fares-rise')).toBe(2)
    expect(await desk.watchOf(feed)).toMatchObject({ kind: 'feed', outcome: 'feed_read' })
  })

  it('of more new pages than a check adds is read whole again, whatever its validators say', async () => {
    const links = Array.from({ length: 450 }, (_, n) => `https://paper-${n % 30}.example/story-${n}`)
    const feed = rss(...links)
    desk.site.pages.set(FEED, { ...feed, headers: { ...feed.headers, ETag: '"one"' } })
    const id = await desk.watch(FEED, { kind: 'feed' })
    for (let n = 0; n < 4; n++) {
      await desk.check()
      await desk.store.batchWrite([sql`update watches set due_at = null where kind = 'page'`])
      desk.advance(11 * 60_000)
    }
    const [{ pages } = { pages: 0 }] = await desk.store.db.all<{ pages: number }>(
      sql`select count(*) as pages from watches where feed_id = ${id}`,
    )
    expect(pages).toBe(450)
    expect((await desk.captures()).filter(({ url }) => url === FEED).map(({ outcome }) => outcome)).toEqual([
      'feed_read',
      'feed_read',
      'feed_read',
      'not_modified',
    ])
  })

  it('is recognized at the address of a page', async () => {
    show(WILL)
    desk.site.pages.set(FEED, rss(FARES))
    const id = await desk.watch(FEED)
    await desk.later(0)
    expect(await desk.watchOf(id)).toMatchObject({ kind: 'feed', article: null })
    expect(await outcomes()).toEqual(['feed_read', 'created'])
  })
})

const soon = () => new Promise((resolve) => setTimeout(resolve, 1))

describe('a public web archive', () => {
  it('is asked for each new version alone, and what it answers is recorded', async () => {
    const kept = `https://keeper.example/save/${FARES}`
    desk.site.pages.set(kept, { status: 302, headers: { Location: `/web/2026/${FARES}` } })
    show(WILL)
    await desk.watch(FARES)
    await checkDue({ ...desk.watching, webArchive: 'https://keeper.example/save/' })
    await desk.later(15)
    expect(desk.site.read.filter((url) => url.includes('keeper'))).toEqual([kept])
    const rows = await captureRows(desk.store, { limit: 10 })
    expect(rows.map(({ archiveStatus, archiveKeptAt, archiveError }) => [archiveStatus, archiveKeptAt, archiveError])).toEqual([
      [null, null, null],
      [302, `https://keeper.example/web/2026/${FARES}`, null],
    ])
  })

  it('that fails takes nothing from the version', async () => {
    desk.site.pages.set(`https://keeper.example/save/${FARES}`, { fails: 'connect ECONNREFUSED' })
    show(WILL)
    await desk.watch(FARES)
    await checkDue({ ...desk.watching, webArchive: 'https://keeper.example/save/' })
    const [row] = await captureRows(desk.store, { limit: 1 })
    expect([row?.outcome, row?.version, row?.archiveError]).toEqual(['created', 1, 'connect ECONNREFUSED'])
  })
})

test('a check that throws lets the other watches of its host have theirs', async () => {
  const { checkDue } = await import('../../src/watching/check-next.ts')
  show(WILL)
  const feed = 'https://harbour-post.example/feed.xml'
  desk.site.pages.set(feed, rss())
  await desk.watch(FARES)
  const full = { put: () => Promise.reject(new Error('no space is left')), get: async () => null, remove: async () => {} }
  await expect(checkDue({ ...desk.watching, raw: full }, 1)).rejects.toThrow('no space')
  await desk.watch(feed, { kind: 'feed' })
  await desk.later(1)
  expect(await outcomes()).toEqual(['feed_read'])
  await desk.later(15)
  expect((await outcomes()).toSorted()).toEqual(['created', 'feed_read', 'feed_read'])
})

describe('a check that is interrupted', () => {
  it('leaves no trace, and is repeated when its lease is over', async () => {
    show(WILL)
    const stop = new AbortController()
    desk.site.pages.set(FARES, { after: new Promise(() => {}) })
    await desk.watch(FARES)
    const checking = checkDue({ ...desk.watching, stopped: stop.signal })
    while (!desk.site.read.length) await soon()
    stop.abort()
    await checking
    expect(await desk.captures()).toEqual([])
    show(WILL)
    await desk.later(3)
    expect(await outcomes()).toEqual(['created'])
  })

  it('keeps its host for as long as it takes', async () => {
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] })
    onTestFinished(() => void vi.useRealTimers())
    let now = desk.watching.clock()
    const watching = { ...desk.watching, clock: () => now }
    let answer = () => {}
    const after = new Promise<void>((resolve) => {
      answer = resolve
    })
    desk.site.pages.set(FARES, { body: article('Ferry Fares Rise', WILL, ...REST), after })
    await desk.watch(FARES)
    const checking = checkDue(watching)
    while (!desk.site.read.length) await soon()
    const isLeased = sql`select 1 from hosts where leased_until > ${isoOf(now + 60_000)}`
    while (!(await desk.store.db.all(isLeased)).length) {
      now += 5000
      vi.advanceTimersByTime(5000)
      await soon()
    }
    now = Date.parse('2026-03-02T08:01:00.000Z')
    await checkDue(watching)
    expect(desk.site.read).toEqual([FARES])
    answer()
    await checking
    expect(await outcomes()).toEqual(['created'])
  })

  it('by another reader is not recorded twice', async () => {
    show(WILL)
    const id = await desk.watch(FARES)
    await desk.later(0)
    const checks = await Promise.all([checkNow(desk.watching, id), checkNow(desk.watching, id)])
    expect(checks.filter((capture) => capture !== null).length).toBeLessThanOrEqual(1)
    expect(desk.site.most).toBe(1)
  })
})
