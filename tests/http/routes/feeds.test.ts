/** Feeds: Atom and JSON Feed of the archive, an article, a claim, and by any filter, as strict readers want them. */
import { parseAtomFeed, parseJsonFeed } from 'feedsmith'
import { beforeAll, describe, expect, test } from 'vitest'
import { openStore } from '#harness'
import { createToken } from '../../../src/auth/bearer-tokens.ts'
import { NOW, type Stage, stageOver, TOKEN, tellStory, well } from '../stage.ts'

const HOST = 'http://localhost'

interface Entry {
  readonly id: string
  readonly title: string
  readonly summary: string
  readonly html: string
  readonly url: string
  readonly page: string
  readonly tags: readonly string[]
  readonly published: string
  readonly updated: string
}
interface Feed {
  readonly title: string
  readonly self: string | undefined
  readonly next: string | undefined
  readonly entries: readonly Entry[]
}

let stage: Stage

/** The address of an entry in a media type. */
const alternate = (links: readonly { rel?: string; type?: string; href?: string }[] | undefined, media: string) =>
  links?.find(({ rel, type }) => rel === 'alternate' && type === media)?.href ?? ''

async function atom(path: string): Promise<Feed & { id: string; updated: string; links: object[] }> {
  const response = await well(stage.ask(path))
  expect(response.headers.get('content-type')).toBe('application/atom+xml; charset=utf-8')
  const text = await response.text()
  expect(text).toMatch(/^<\?xml version="1\.0" encoding="utf-8"\?>\n<feed xmlns="http:\/\/www\.w3\.org\/2005\/Atom">/)
  // What XML 1.0 cannot hold.
  expect(text.match(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/u)).toBeNull()
  const feed = parseAtomFeed(text)
  const { links = [], entries = [] } = feed
  const href = (rel: string) => links.filter((link) => link.rel === rel).map((link) => link.href)
  // RFC 4287, 4.1.1: id, title, updated, an author; one self; one alternate of a type.
  expect(feed.authors?.[0]?.name).toMatch(/\S/)
  expect(href('self')).toHaveLength(1)
  const alternates = links.filter(({ rel }) => rel === 'alternate').map(({ type }) => type)
  expect(new Set(alternates).size).toBe(alternates.length)
  return {
    id: feed.id ?? '',
    title: feed.title?.value ?? '',
    updated: feed.updated ?? '',
    links,
    self: href('self')[0],
    next: href('next')[0],
    entries: entries.map((entry) => ({
      id: entry.id ?? '',
      title: entry.title?.value ?? '',
      summary: entry.summary?.value ?? '',
      html: entry.content?.value ?? '',
      url: alternate(entry.links, 'application/json'),
      page: alternate(entry.links, 'text/html'),
      tags: entry.categories?.map(({ term }) => term ?? '') ?? [],
      published: entry.published ?? '',
      updated: entry.updated ?? '',
    })),
  }
}

async function json(path: string): Promise<Feed> {
  const response = await well(stage.ask(path))
  expect(response.headers.get('content-type')).toBe('application/feed+json')
  const text = await response.text()
  const feed = parseJsonFeed(text)
  const raw = JSON.parse(text) as { version: string; items: { _claimtrail: { url: string; kinds: string[] } }[] }
  expect(raw.version).toBe('https://jsonfeed.org/version/1.1')
  return {
    title: feed.title ?? '',
    self: feed.feed_url,
    next: feed.next_url,
    entries: (feed.items ?? []).map((item, i) => ({
      id: item.id ?? '',
      title: item.title ?? '',
      summary: item.summary ?? '',
      html: item.content_html ?? '',
      url: raw.items[i]?._claimtrail.url ?? '',
      page: item.url ?? '',
      tags: item.tags ?? [],
      published: item.date_published ?? '',
      updated: item.date_modified ?? '',
    })),
  }
}

beforeAll(async () => {
  stage = stageOver(await openStore())
  await tellStory(stage)
})

const PATHS = [
  '/feeds/changes',
  '/feeds/changes?kind=softened',
  '/feeds/changes?article=ferry&limit=2',
  '/feeds/articles/ferry',
  '/feeds/articles/bridge',
  '/feeds/articles/ferry?zone=headline',
  '/feeds/articles/ferry/claims/2',
]
const named = (path: string, format: string) => path.replace(/(?=\?|$)/, `.${format}`)

test.each(PATHS)('%s tells the same in both formats', async (path) => {
  const feed = await atom(named(path, 'atom'))
  const same = await json(named(path, 'json'))
  expect(same.entries).toEqual(feed.entries)
  expect(same.title).toBe(feed.title)
  expect(feed.entries.length).toBeGreaterThan(0)
  expect([feed.self, same.self]).toEqual([HOST + named(path, 'atom'), HOST + named(path, 'json')])
  expect(feed.id).toMatch(/^tag:localhost,2026:feeds\//)
  expect(feed.updated).toBe(
    feed.entries
      .map(({ updated }) => updated)
      .sort()
      .at(-1),
  )
  expect(new Set(feed.entries.map(({ id }) => id)).size).toBe(feed.entries.length)
  for (const entry of feed.entries) {
    expect(entry.id).toMatch(/^urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-8[0-9a-f]{3}-[0-9a-f]{12}$/)
    for (const words of [entry.title, entry.summary, entry.html]) expect(words).toMatch(/\S/)
    expect([entry.published, entry.updated]).toEqual([NOW, NOW])
    expect((await stage.ask(entry.url.slice(HOST.length))).status).toBe(200)
    expect(entry.page).toMatch(new RegExp(`^${HOST}/a/[^/]+/(?:v/\\d+|compare/\\d+\\.\\.\\d+#change-\\d+)$`))
  }
})

test('a first version is one entry, and a change is told in words', async () => {
  const { entries } = await json('/feeds/articles/ferry.json')
  const softened = entries.filter(({ tags }) => tags.includes('softened'))
  expect(softened).toMatchObject([
    {
      title: 'Ferry Runs Aground: softened: “The operator may resume the service on Friday.”',
      summary:
        'softened: was “The operator will resume the service on Friday.” → now “The operator may resume the service on Friday.” ' +
        'Claim: Operator may resume service on Friday. ' +
        'Version 1 → 2 of “Ferry Runs Aground”, captured 2026-02-10T12:00:00.000Z.',
    },
  ])
  expect(softened[0]?.html).toContain(
    '<p>Before: <del>The operator will resume the service on Friday.</del></p>' +
      '<p>After: <ins>The operator may resume the service on Friday.</ins></p>',
  )
  const firsts = entries.filter(({ url }) => url.endsWith('/versions/1'))
  expect(firsts).toMatchObject([
    { title: expect.stringMatching(/^First version of “Ferry Runs Aground”/), tags: ['introduced'] },
  ])
  expect(entries.at(-1)).toEqual(firsts[0])
  expect(firsts[0]?.summary).toMatch(/: [4-9] claims\. Version 1/)
  expect((await json('/feeds/changes.json')).entries.filter(({ title }) => title.startsWith('First version'))).toHaveLength(2)
})

test('what came alone, or went, is told as that in words', async () => {
  const { entries } = await json('/feeds/articles/ferry.json?limit=200')
  const words = (kind: string) =>
    entries.filter(({ tags }) => tags.join() === kind).map(({ html }) => html.match(/<p>(\w+): </)?.[1])
  expect(new Set(words('withdrawn'))).toEqual(new Set(['Removed']))
  expect(new Set(words('introduced').filter(Boolean))).toEqual(new Set(['New']))
})

test('readers take the page of the archive for the site, and entries name the article on the web', async () => {
  const text = await (await well(stage.ask('/feeds/articles/ferry.atom'))).text()
  expect(text.match(/<link [^>]*rel="alternate"[^>]*>/)?.[0]).toContain(`href="${HOST}/a/ferry"`)
  const slug = 'pier'
  const own = stageOver(await openStore())
  await well(own.send('POST', '/v1/articles', { slug }))
  const url = 'https://harbour-post.example/pier?a=1&b=2'
  await well(own.send('POST', `/v1/articles/${slug}/versions`, { title: 'Pier', body: 'The pier is long.', url }))
  const atomText = await (await well(own.ask(`/feeds/articles/${slug}.atom`))).text()
  expect(atomText).toContain('<link href="https://harbour-post.example/pier?a=1&amp;b=2" rel="via" type="text/html"/>')
  const { items } = (await (await well(own.ask(`/feeds/articles/${slug}.json`))).json()) as { items: object[] }
  expect(items).toMatchObject([
    {
      url: `${HOST}/a/${slug}/v/1`,
      external_url: url,
      _claimtrail: {
        url: `${HOST}/v1/articles/${slug}/versions/1`,
        article: slug,
        from: null,
        to: 1,
        claims: [],
        kinds: ['introduced'],
      },
    },
  ])
})

test('entries say for programs what they are about', async () => {
  const { items } = (await (await well(stage.ask('/feeds/articles/ferry.json?kind=softened'))).json()) as { items: object[] }
  expect(items).toMatchObject([
    {
      _claimtrail: {
        article: 'ferry',
        from: 1,
        to: 2,
        claims: [expect.any(Number)],
        kinds: ['softened'],
        acknowledged: false,
        retracts: null,
      },
    },
  ])
})

test('a first version stands in a filtered feed where the filter lets a claim of it pass, once', async () => {
  const count = async (filter: string) =>
    (await json(`/feeds/changes.json?${filter}`)).entries.filter(({ title }) => title.startsWith('First version')).length
  expect(await count('source=Ingrid%20Dahl')).toBe(1)
  expect(await count('zone=headline')).toBe(2)
  expect(await count('zone=body&article=ferry')).toBe(1)
  expect(await count('kind=introduced')).toBe(2)
  expect(await count('kind=softened')).toBe(0)
  expect(await count('acknowledged=true')).toBe(0)
})

test.each(['atom', 'json'])('pages lead through all entries (%s)', async (format) => {
  const get = format === 'atom' ? atom : json
  const all = await get(`/feeds/changes.${format}?limit=200`)
  expect(all.next).toBeUndefined()
  const ids: string[] = []
  for (let path: string | undefined = `/feeds/changes.${format}?limit=2`; path !== undefined; ) {
    const feed: Feed = await get(path)
    expect(feed.self).toBe(HOST + path)
    expect(feed.entries.length).toBeLessThanOrEqual(2)
    ids.push(...feed.entries.map(({ id }) => id))
    path = feed.next?.slice(HOST.length)
  }
  expect(ids).toEqual(all.entries.map(({ id }) => id))
})

test.each(['/feeds/changes', '/feeds/articles/ferry'])(
  'the id of %s by two filters is an address without spaces',
  async (path) => {
    const text = await (await well(stage.ask(`${path}.atom?acknowledged=false&kind=introduced`))).text()
    const [, id] = /<id>(.*?)<\/id>/s.exec(text) ?? []
    expect(id).toMatch(/^tag:localhost,2026:feeds\/[\w/]+\?acknowledged=false;kind=introduced$/)
  },
)

test('a feed in which nothing is was brought up to date when the archive was', async () => {
  const { entries, updated } = await atom('/feeds/changes.atom?kind=merged')
  expect(entries).toEqual([])
  expect(Math.abs(Date.parse(updated) - Date.now())).toBeLessThan(3_600_000)
})

test('what a feed has is what the changes have', async () => {
  const { data } = (await (await well(stage.ask('/v1/changes?limit=200&kind=softened,number_changed,withdrawn'))).json()) as {
    data: { url: string }[]
  }
  const { entries } = await json('/feeds/changes.json?kind=softened,number_changed,withdrawn&limit=200')
  expect(entries.map(({ url }) => url.slice(HOST.length)).reverse()).toEqual(data.map(({ url }) => url))
})

describe('awkward text', () => {
  const CONTROL = Array.from({ length: 0x1f }, (_, i) => String.fromCharCode(i + 1))
    .join('')
    .replace(/[\n\v\f\r]/g, '')
  const AWKWARD = `The <b>mayor</b> & "co" ]]> said ${CONTROL}\u007f\ufffe\uffff that 🚢 \u202eהעיר\u202c won’t <!-- open --> &amp; <![CDATA[x]]> it.`

  test('is told as it is, but for what XML cannot hold', async () => {
    await well(stage.send('POST', '/v1/articles', { slug: 'awkward' }))
    await well(stage.ingest('awkward', '08:00', `A <i>Title</i> ]]> & 🚢 ${CONTROL}`, AWKWARD))
    await well(stage.ingest('awkward', '09:00', `A <i>Title</i> ]]> & 🚢`, AWKWARD.replace('won’t', 'may')))
    const feed = await atom('/feeds/articles/awkward.atom')
    const same = await json('/feeds/articles/awkward.json')
    expect(feed.title).toContain('<i>Title</i> ]]> & 🚢')
    expect(same.entries.map(({ id }) => id)).toEqual(feed.entries.map(({ id }) => id))
    const told = same.entries.find(({ summary }) => summary.includes(' may '))
    for (const part of ['<b>mayor</b> & "co" ]]>', '🚢', 'העיר', '<!-- open -->', '&amp; <![CDATA[x]]> it.'])
      expect(told?.summary).toContain(part)
    expect(told?.html).toContain('&lt;b&gt;mayor&lt;/b&gt; &amp; &quot;co&quot; ]]&gt;')
    expect(told?.html).not.toMatch(/<b>|<!--|<!\[/)
    // As Atom has it: feedsmith's own reader drops what looks like a comment.
    const text = await (await stage.ask('/feeds/articles/awkward.atom')).text()
    expect(text).toContain('<b>mayor</b> & "co" ]]]]><![CDATA[>')
  })
})

describe('what is taken back', () => {
  test('by a late version is marked, and the row that takes it back is an entry', async () => {
    await well(stage.send('POST', '/v1/articles', { slug: 'late' }))
    const body = (n: number) => `The fire destroyed ${n} homes, officials said.`
    await well(stage.ingest('late', '08:00', 'Fire', body(4)))
    await well(stage.ingest('late', '12:00', 'Fire', body(9)))
    const before = await json('/feeds/articles/late.json')
    expect(before.entries).toHaveLength(2)
    await well(stage.ingest('late', '10:00', 'Fire', body(6)))
    const after = await json('/feeds/articles/late.json')
    const [gone] = before.entries
    const marked = after.entries.find(({ id }) => id === gone?.id)
    expect(marked?.title.toLowerCase()).toBe(`(since taken back) ${gone?.title.toLowerCase()}`)
    expect(after.entries.filter(({ title }) => title.startsWith('Taken back: '))).toHaveLength(1)
    // Ids hold.
    expect(after.entries.map(({ id }) => id)).toEqual(expect.arrayContaining(before.entries.map(({ id }) => id)))
    expect(new Set(after.entries.map(({ id }) => id)).size).toBe(after.entries.length)
  })

  test('by an earlier first version', async () => {
    await well(stage.ingest('late', '06:00', 'Smoke', 'Smoke was seen.'))
    const { entries } = await json('/feeds/articles/late.json')
    const firsts = entries.filter(({ title }) => /first version/i.test(title)).map(({ title }) => title)
    expect(firsts.sort()).toEqual([
      '(Since taken back) first version of “Fire”',
      'First version of “Smoke”',
      'Taken back: first version of “Fire”',
    ])
  })

  test('withheld versions are never told', async () => {
    await well(stage.ingest('late', '14:00', 'Secret Fire', 'Arson by Jon Osterman was secret.'))
    const secret = /secret|osterman/i
    expect(JSON.stringify(await json('/feeds/articles/late.json'))).toMatch(secret)
    await well(stage.send('PUT', '/v1/articles/late/versions/5/withholding', { reason: 'An order' }))
    for (const path of ['/feeds/articles/late.json', '/feeds/changes.json?limit=200', '/feeds/changes.atom?limit=200'])
      expect(await (await well(stage.ask(path))).text()).not.toMatch(secret)
  })
})

describe('what follows a review is an entry of its own', () => {
  const wholes = async () =>
    (await json('/feeds/articles/quay.json?limit=200')).entries.filter(({ url }) => url.endsWith('/versions/1'))

  beforeAll(async () => {
    await well(stage.send('POST', '/v1/articles', { slug: 'quay' }))
    await well(
      stage.ingest(
        'quay',
        '08:00',
        'Quay',
        'The quay will open in May.',
        'Cranes stand idle in a row.',
        'Sixty men work there.',
      ),
    )
  })

  test.each([1, 3])(
    'a first version of which claim %i is rejected stands, and so it does when that is taken back',
    async (claim) => {
      const [whole] = await wholes()
      const review = { action: 'reject', reason: 'No claim' }
      const made = await (await well(stage.send('POST', `/v1/articles/quay/claims/${claim}/reviews`, review))).json()
      const rest = { ...whole, summary: whole?.summary.replace(/\d+ claims/, (n) => `${Number.parseInt(n, 10) - 1} claims`) }
      expect(await wholes()).toEqual([{ ...rest, html: expect.any(String) }])
      const { entries } = await json('/feeds/articles/quay.json?limit=200')
      expect(entries.map(({ title }) => title.replace(/: “.*/, ''))).toEqual(
        expect.arrayContaining([
          'Taken back: Quay: introduced',
          '(Since taken back) Quay: introduced',
          'First version of “Quay”',
        ]),
      )
      const back = { action: 'withdraw', review: (made as { id: number }).id }
      await well(stage.send('POST', `/v1/articles/quay/claims/${claim}/reviews`, back))
      expect(await wholes()).toHaveLength(1)
      expect(new Set((await json('/feeds/articles/quay.json?limit=200')).entries.map(({ id }) => id)).size).toBe(
        (await json('/feeds/articles/quay.json?limit=200')).entries.length,
      )
    },
  )

  test('a claim that a person adds is told as introduced', async () => {
    const before = await wholes()
    await well(stage.send('POST', '/v1/articles/quay/reviews', { action: 'add', version: 1, exact: 'stand idle' }))
    expect(await wholes()).toEqual(before)
    const [added] = (await json('/feeds/articles/quay.json')).entries
    expect(added).toMatchObject({ title: 'Quay: introduced: “Cranes stand idle in a row.”', tags: ['introduced'] })
  })

  test('an earlier first version takes back the rest as one', async () => {
    await well(stage.ingest('quay', '06:00', 'Pier', 'The pier is shut.'))
    const titles = (await json('/feeds/articles/quay.json?limit=200')).entries.map(({ title }) => title)
    expect(titles.filter((title) => /first version/i.test(title)).sort()).toEqual([
      '(Since taken back) first version of “Quay”',
      'First version of “Pier”',
      'Taken back: first version of “Quay”',
    ])
  })
})

test.each([
  ['/feeds/articles/no-such-article.atom', 404],
  ['/feeds/articles/ferry.rss', 404],
  ['/feeds/articles/ferry', 404],
  ['/feeds/articles/ferry/claims/999.json', 404],
  ['/feeds/articles/ferry/claims/x.json', 404],
  ['/feeds/articles/ferry/claims/0.atom', 404],
  ['/feeds/changes.rss', 404],
  ['/feeds/changes.atom?colour=red', 400],
  ['/feeds/changes.atom?kind=unknown', 400],
  ['/feeds/changes.json?article=no-such-article', 400],
  ['/feeds/changes.json?source=Nobody', 400],
  ['/feeds/articles/ferry.atom?article=ferry', 400],
  ['/feeds/articles/ferry.json?source=Nobody', 400],
  ['/feeds/changes.json?cursor=junk', 400],
  ['/feeds/changes.json?limit=201', 400],
])('%s answers %i', async (path, status) => {
  const response = await stage.ask(path)
  expect([response.status, response.headers.get('content-type')]).toEqual([status, 'application/problem+json'])
})

test('an old slug’s feed leads to the present one’s, whose ids are the same', async () => {
  const before = await atom('/feeds/articles/bridge.atom')
  await well(stage.send('PATCH', '/v1/articles/bridge', { slug: 'old-bridge' }))
  for (const [path, to] of [
    ['/feeds/articles/bridge.atom?limit=5', '/feeds/articles/old-bridge.atom?limit=5'],
    ['/feeds/articles/bridge/claims/1.json', '/feeds/articles/old-bridge/claims/1.json'],
  ] as const) {
    const response = await stage.ask(path)
    expect([response.status, response.headers.get('location')]).toEqual([308, to])
  }
  const after = await atom('/feeds/articles/old-bridge.atom')
  expect([after.id, after.entries.map(({ id }) => id)]).toEqual([before.id, before.entries.map(({ id }) => id)])
})

test.each([
  ['/v1/articles/ferry', '/feeds/articles/ferry'],
  ['/v1/articles/ferry/claims/2', '/feeds/articles/ferry/claims/2'],
])('%s leads to its feeds', async (path, feed) => {
  const link = (await well(stage.ask(path))).headers.get('link') ?? ''
  expect(link).toContain(`<${HOST}${feed}.atom>; rel="alternate"; type="application/atom+xml"`)
  expect(link).toContain(`<${HOST}${feed}.json>; rel="alternate"; type="application/feed+json"`)
})

test('where reading needs a token, a feed reader sends it as the password', async () => {
  const closed = stageOver(stage.store, { readTokenRequired: true })
  const { token } = await createToken(stage.store, { name: 'reader', scopes: ['archive:read'], now: NOW })
  const status = async (authorization?: string) => {
    const headers = authorization === undefined ? {} : { Authorization: authorization }
    return (await closed.ask('/feeds/changes.atom', { headers })).status
  }
  const refused = await closed.ask('/feeds/changes.atom')
  expect([refused.status, refused.headers.get('www-authenticate')]).toEqual([401, 'Bearer, Basic realm="Claimtrail"'])
  expect(await status(`Bearer ${TOKEN}`)).toBe(200)
  expect(await status(`Basic ${btoa(`reader:${token}`)}`)).toBe(200)
  expect(await status(`Basic ${btoa('reader:wrong')}`)).toBe(401)
  expect(await status('Basic %%%')).toBe(401)
  const elsewhere = await closed.ask('/v1/changes', { headers: { Authorization: `Basic ${btoa(`reader:${token}`)}` } })
  expect(elsewhere.status).toBe(401)
})
