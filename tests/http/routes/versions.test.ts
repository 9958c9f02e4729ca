/** Versions over HTTP: times, what an ingest answers, and what withholding hides. */
import { sql } from 'drizzle-orm'
import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { openStore } from '#harness'
import { createToken } from '../../../src/auth/bearer-tokens.ts'
import { isoTime } from '../../../src/core/iso-time.ts'
import { NOW, read, type Stage, stageOver, tellStory, well } from '../stage.ts'

let stage: Stage

test.each([
  ['2026-02-10', '2026-02-10T23:59:59.999Z'],
  [' 2026-02-10 ', '2026-02-10T23:59:59.999Z'],
  ['2024-02-29', '2024-02-29T23:59:59.999Z'],
  ['2026-02-10T08:30', '2026-02-10T08:30:00.000Z'],
  ['2026-02-10T08:30Z', '2026-02-10T08:30:00.000Z'],
  ['2026-02-10T08:30:15', '2026-02-10T08:30:15.000Z'],
  ['2026-02-10T08:30:15Z', '2026-02-10T08:30:15.000Z'],
  ['2026-02-10t08:30:15z', '2026-02-10T08:30:15.000Z'],
  ['2026-02-10 08:30:15Z', '2026-02-10T08:30:15.000Z'],
  ['2026-02-10T08:30:15.2Z', '2026-02-10T08:30:15.200Z'],
  ['2026-02-10T08:30:15,25Z', '2026-02-10T08:30:15.250Z'],
  ['2026-02-10T08:30:15.123456789Z', '2026-02-10T08:30:15.123Z'],
  ['2026-02-10T08:30:15+01:00', '2026-02-10T07:30:15.000Z'],
  ['2026-02-10T08:30:15+0530', '2026-02-10T03:00:15.000Z'],
  ['2026-02-10T08:30:15-08', '2026-02-10T16:30:15.000Z'],
  ['2026-02-10T00:30+01:00', '2026-02-09T23:30:00.000Z'],
  ['2026-02-10T24:00:00Z', '2026-02-11T00:00:00.000Z'],
  ['2026-02-29', null],
  ['2026-02-30T08:00Z', null],
  ['2026-00-10', null],
  ['2026-02-10T25:00Z', null],
  ['2026-02-10T08:60Z', null],
  ['2026-02-10T08:30:61Z', null],
  ['2026-02-10T08Z', null],
  ['2026-02-10T08:30+25:00', null],
  ['2026-02-10Z', null],
  ['2026-2-1', null],
  ['20260210', null],
  ['2026-02', null],
  ['10 February 2026', null],
  ['+012026-02-10', null],
  ['9999-12-31T23:59:59-01:00', null],
  ['0000-01-01T00:00+01:00', null],
  ['', null],
])('the time %j is %j', (given, time) => {
  expect(isoTime(given)).toBe(time)
})

describe('reading', () => {
  beforeAll(async () => {
    stage = stageOver(await openStore())
    await tellStory(stage)
    // Late: its place is between the first and the second.
    await well(stage.ingest('ferry', '10:00', 'Ferry Runs Aground', 'A ferry with 215 passengers ran aground off Norrholm.'))
  })

  test.each([
    ['latest', 3],
    ['at/2026-02-10T08:00:00Z', 1],
    ['at/2026-02-10T09:59:59.999Z', 1],
    ['at/2026-02-10T10:00Z', 4],
    ['at/2026-02-10T11:00+01:00', 4],
    ['at/2026-02-10T11:00%2B01:00', 4],
    ['at/2026-02-10T12:00', 2],
    ['at/2026-02-10', 3],
    ['at/2030-01-01', 3],
  ])('versions/%s leads to version %i', async (path, number) => {
    const response = await stage.ask(`/v1/articles/ferry/versions/${path}`)
    expect([response.status, response.headers.get('location')]).toEqual([302, `/v1/articles/ferry/versions/${number}`])
  })

  test('a version whose claims are left out differs in nothing else', async () => {
    const { claims, ...rest } = await read<{ claims: object[] }>(stage.ask, '/v1/articles/ferry/versions/1')
    expect(claims.length).toBeGreaterThan(2)
    expect(await read(stage.ask, '/v1/articles/ferry/versions/1?claims=false')).toEqual(rest)
    expect(await read(stage.ask, '/v1/articles/ferry/versions/1?claims=true')).toEqual({ ...rest, claims })
  })

  test('the spans of a version’s claims lie in its text', async () => {
    const version = await read<{
      title: string
      body: string
      sentences: { zone: string; start: number; end: number }[]
      claims: { zone: string; sentence: number; content: { text: string; spans: [number, number][] } }[]
    }>(stage.ask, '/v1/articles/ferry/versions/3')
    expect(new Set(version.claims.map((claim) => claim.sentence)).size).toBe(version.sentences.length)
    for (const { zone, sentence, content } of version.claims) {
      const text = zone === 'headline' ? version.title : version.body
      expect(content.spans.map(([start, end]) => text.slice(start, end)).join(' ')).toBe(content.text)
      expect(version.sentences[sentence]?.zone).toBe(zone)
    }
  })
})

describe('an ingest', () => {
  beforeEach(async () => {
    stage = stageOver(await openStore())
    await well(stage.send('POST', '/v1/articles', { slug: 'kiosk' }))
  })
  const text = { title: 'Kiosk Robbed', body: 'Two men robbed a kiosk, the police said.' }
  const path = '/v1/articles/kiosk/versions'

  test('answers 201 and what was recorded', async () => {
    const given = {
      ...text,
      byline: 'Ana Ruiz',
      url: 'https://post.example/kiosk',
      captured_at: '2026-02-10',
      published_at: '2026-02-09T10:00+02:00',
    }
    const response = await stage.send('POST', path, given)
    expect([response.status, response.headers.get('location')]).toEqual([201, `${path}/1`])
    const { outcome, version, changes } = (await response.json()) as { outcome: string; version: object; changes: object[] }
    expect(outcome).toBe('created')
    expect(version).toEqual({
      article: 'kiosk',
      number: 1,
      url: `${path}/1`,
      captured_at: '2026-02-10T23:59:59.999Z',
      published_at: '2026-02-09T08:00:00.000Z',
      modified_at: null,
      recorded_at: NOW,
      source_url: 'https://post.example/kiosk',
      title: text.title,
      byline: 'Ana Ruiz',
      word_count: expect.any(Number),
      language: 'en',
      unsupported: false,
      technical: false,
      content_hash: expect.stringMatching(/^[0-9a-f]{64}$/),
      previous_hash: expect.stringMatching(/^[0-9a-f]{64}$/),
      hash: expect.stringMatching(/^[0-9a-f]{64}$/),
    })
    expect(await read(stage.ask, `${path}/1`)).toMatchObject(version)
    const { data } = await read<{ data: object[] }>(stage.ask, '/v1/changes')
    expect(changes).toEqual(data)
    expect(changes.length).toBeGreaterThan(1)
  })

  test('answers 200 to the text that stands already', async () => {
    await well(stage.send('POST', path, { ...text, captured_at: '2026-02-10T08:00Z' }))
    const response = await stage.send('POST', path, {
      title: ` ${text.title}`,
      body: `${text.body}\r\n\r\n`,
      captured_at: '2026-02-11T08:00Z',
    })
    expect([response.status, response.headers.get('location')]).toEqual([200, `${path}/1`])
    const [kept] = (await read<{ data: { content_hash: string }[] }>(stage.ask, path)).data
    expect(await response.json()).toEqual({
      outcome: 'unchanged',
      version: { article: 'kiosk', number: 1, url: `${path}/1`, content_hash: kept?.content_hash },
      checked_at: '2026-02-11T08:00:00.000Z',
      changes: [],
    })
  })

  test.each([
    ['A, B, A', ['A text.', 'Another text.', 'A text.'], [201, 201, 201]],
    ['A, A, B, B', ['A text.', 'A text.', 'Another text.', 'Another text.'], [201, 200, 201, 200]],
  ])('%s', async (_, bodies, statuses) => {
    const answers: number[] = []
    for (const [i, body] of bodies.entries()) {
      answers.push((await stage.send('POST', path, { title: '', body, captured_at: `2026-02-1${i}` })).status)
    }
    expect(answers).toEqual(statuses)
  })

  test('takes now for a time that is not given or null', async () => {
    await well(
      stage.send('POST', path, { ...text, byline: null, url: null, captured_at: null, published_at: null, modified_at: null }),
    )
    expect(await read(stage.ask, `${path}/1`)).toMatchObject({ captured_at: NOW, byline: null, source_url: null })
  })
})

describe('an article', () => {
  beforeEach(async () => {
    stage = stageOver(await openStore())
  })

  test.each([
    [{ slug: 'a-b' }, 'a-b', null],
    [{ title: ' Zoë’s Café: 30 Days ' }, 'zoes-cafe-30-days', 'Zoë’s Café: 30 Days'],
    [{ slug: 'a', title: '' }, 'a', null],
    [{ slug: 'a', title: null, publication: '  ' }, 'a', null],
    [{ url: 'https://gazette.example/2026/ferry' }, 'gazette-example-2026-ferry', null],
  ])('%j is recorded at %s', async (given, slug, title) => {
    const response = await stage.send('POST', '/v1/articles', given)
    expect([response.status, response.headers.get('location')]).toEqual([201, `/v1/articles/${slug}`])
    const answer = (await response.json()) as object
    expect(answer).toMatchObject({ slug, title, publication: null, version_count: 0, latest_version: null, created_at: NOW })
    const { claims, coverage, ...article } = await read<Record<string, unknown>>(stage.ask, `/v1/articles/${slug}`)
    expect(article).toEqual(answer)
    expect([claims, coverage]).toEqual([
      [],
      { last_check: null, next_check: null, watches: 0, since: null, checks: 0, failed: 0, stopped: null, gaps: [] },
    ])
  })

  test.each([
    [{ title: null }, { title: 'Ferry Freed After Ten Hours', publication: 'Harbour Gazette' }],
    [{ title: ' A Ferry ' }, { title: 'A Ferry', publication: 'Harbour Gazette' }],
    [{ publication: null }, { publication: null }],
    [{ publication: '' }, { publication: null }],
    [{}, { publication: 'Harbour Gazette', slug: 'ferry' }],
    [{ slug: 'boat' }, { slug: 'boat', url: '/v1/articles/boat' }],
    [{ slug: 'ferry' }, { slug: 'ferry' }],
    [
      { url: 'https://gazette.example/ferry-2' },
      {
        urls: [
          { url: 'https://gazette.example/ferry', since: NOW },
          { url: 'https://gazette.example/ferry-2', since: NOW },
        ],
      },
    ],
    [{ url: 'https://gazette.example/ferry' }, { urls: [{ url: 'https://gazette.example/ferry', since: NOW }] }],
  ])('patched with %j', async (patch, expected) => {
    await tellStory(stage)
    const response = await well(stage.send('PATCH', '/v1/articles/ferry', patch))
    const answer = (await response.json()) as { slug: string }
    expect(answer).toMatchObject({ version_count: 3, latest_version: 3, ...expected })
    expect(await read(stage.ask, `/v1/articles/${answer.slug}`)).toMatchObject(answer)
  })
})

describe('Idempotency-Key', () => {
  beforeEach(async () => {
    stage = stageOver(await openStore())
    await well(stage.send('POST', '/v1/articles', { slug: 'kiosk' }))
  })
  const version = (body: string) => ({ title: 'Kiosk Robbed', body, captured_at: '2026-02-10T08:00Z' })
  const VERSIONS = '/v1/articles/kiosk/versions'
  const CASES = [
    ['/v1/articles', { slug: 'one' }, { slug: 'two' }],
    [VERSIONS, version('A man robbed a kiosk.'), version('Two men robbed a kiosk.')],
  ] as const
  const shown = async (response: Response) => [response.status, response.headers.get('location'), await response.text()]
  const withKey = (path: string, body: object, more = {}) =>
    stage.send('POST', path, body, { 'Idempotency-Key': 'key-1', ...more })

  describe.each(CASES)('%s', (path, body, other) => {
    test('gives the first answer again', async () => {
      const first = await withKey(path, body)
      expect([first.status, first.headers.get('idempotency-replayed')]).toEqual([201, null])
      const again = await withKey(path, body)
      expect([again.headers.get('idempotency-replayed'), again.headers.get('content-type')]).toEqual([
        'true',
        'application/json',
      ])
      expect(again.headers.get('access-control-allow-origin')).toBe('*')
      expect(await shown(again)).toEqual(await shown(first))
    })

    test('refuses another body, or another path', async () => {
      await well(withKey(path, body))
      for (const answer of [
        await withKey(path, other),
        await withKey(path === VERSIONS ? '/v1/articles' : VERSIONS, { ...version('Text.'), ...{} }),
      ]) {
        if (answer.status === 400) continue
        expect(answer.status).toBe(422)
        expect((await answer.json()) as object).toMatchObject({
          code: 'idempotency_key_reused',
          errors: [{ path: 'header.idempotency-key' }],
        })
      }
    })

    test('writes once for two at once', async () => {
      const [one, two] = await Promise.all([withKey(path, body), withKey(path, body)])
      expect([one.status, two.status]).toEqual([201, 201])
      expect([one, two].map((r) => r.headers.get('idempotency-replayed')).sort()).toEqual([null, 'true'].sort())
      expect(two.headers.get('access-control-allow-origin')).toBe('*')
      expect(await shown(two)).toEqual(await shown(one))
      const list = await read<{ data: object[] }>(stage.ask, path)
      expect(list.data).toHaveLength(path === VERSIONS ? 1 : 2)
    })

    test('is free again after a request that failed', async () => {
      const failed = await withKey(path, { ...body, colour: 'red' })
      expect(failed.status).toBe(400)
      const conflict = path === VERSIONS ? { ...version('A text.'), captured_at: '2030-01-01' } : { slug: 'kiosk' }
      expect([400, 409]).toContain((await withKey(path, conflict)).status)
      const then = await withKey(path, body)
      expect([then.status, then.headers.get('idempotency-replayed')]).toEqual([201, null])
    })

    test('of another token is another key', async () => {
      const { token } = await createToken(stage.store, { name: 'desk', scopes: ['archive:write'], now: NOW })
      await well(withKey(path, body))
      const answer = await withKey(path, other, { Authorization: `Bearer ${token}` })
      expect([answer.status, answer.headers.get('idempotency-replayed')]).toEqual([201, null])
    })
  })

  test('of a version that is withheld by now answers 410, and of the next one nothing of it', async () => {
    const first = version('A man robbed a kiosk.')
    const next = { ...version('Two men robbed a kiosk.'), captured_at: '2026-02-10T09:00Z' }
    await well(withKey(VERSIONS, first))
    const told = await well(withKey(VERSIONS, next, { 'Idempotency-Key': 'key-2' }))
    expect(await told.text()).toContain('A man')
    await well(stage.send('PUT', `${VERSIONS}/1/withholding`, { reason: 'Court order 7/26' }))
    const again = await withKey(VERSIONS, first)
    const text = await again.text()
    expect([again.status, text]).toEqual([410, expect.stringContaining('Court order 7/26')])
    expect(text).not.toContain('A man')
    const after = await withKey(VERSIONS, next, { 'Idempotency-Key': 'key-2' })
    expect([after.status, after.headers.get('location')]).toEqual([201, `${VERSIONS}/2`])
    expect(await after.json()).toMatchObject({ outcome: 'created', version: { number: 2 }, changes: [] })
  })

  test('also keeps an answer of 200', async () => {
    await well(stage.send('POST', VERSIONS, version('A man robbed a kiosk.')))
    const first = await withKey(VERSIONS, version('A man robbed a kiosk.'))
    expect(first.status).toBe(200)
    expect(await shown(await withKey(VERSIONS, version('A man robbed a kiosk.')))).toEqual(await shown(first))
    expect(await read(stage.ask, VERSIONS)).toMatchObject({ data: [{ number: 1 }] })
  })
})

test('what a withheld version alone had first begins with the next one', async () => {
  stage = stageOver(await openStore())
  await well(stage.send('POST', '/v1/articles', { slug: 'pier' }))
  await well(stage.ingest('pier', '08:00', '', 'The pier is closed.'))
  await well(stage.ingest('pier', '09:00', '', 'The pier is closed.', 'It leans, Ada Quill said.'))
  await well(stage.ingest('pier', '10:00', '', 'It leans, Ada Quill said.'))
  await well(stage.ingest('pier', '11:00', '', 'The pier is closed.', 'It leans, Ada Quill said.'))
  for (const number of [1, 3]) {
    await well(stage.send('PUT', `/v1/articles/pier/versions/${number}/withholding`, { reason: 'An order' }))
  }
  interface Told {
    readonly number: number
    readonly first_version: number
  }
  const { data } = await read<{ data: Told[] }>(stage.ask, '/v1/articles/pier/claims')
  expect(data.map(({ first_version }) => first_version)).toEqual([2, 2])
  for (const { number } of data) {
    for (const asOf of ['', '?version=4']) {
      const claim = await read<Told & { presence: object[] }>(stage.ask, `/v1/articles/pier/claims/${number}${asOf}`)
      expect([claim.first_version, claim.presence]).toEqual([2, [{ from: 2, to: null }]])
    }
  }
  const linked = await well(stage.ask('/v1/articles/pier/versions/4', { headers: { Accept: 'application/ld+json' } }))
  const text = await linked.text()
  expect(text.match(/versions\/\d+"\s*\}/g)?.length).toBeGreaterThan(1)
  expect(text).not.toMatch(/"firstAppearance":\{"@id":"[^"]*versions\/[13]"/)
  expect(text).toMatch(/"firstAppearance":\{"@id":"[^"]*versions\/2"/)
})

describe('a withheld version', () => {
  const reason = 'Court order 7/26'
  const secret = /Secret|Osterman|4711/i

  /** Ids of the changes that it brought. */
  let gone: number[] = []

  beforeAll(async () => {
    stage = stageOver(await openStore())
    await tellStory(stage)
    const answer = await well(
      stage.ingest(
        'ferry',
        '20:00',
        'Secret Cargo of the Ferry',
        'The ferry carried 4711 crates of weapons, Jon Osterman, a sailor, said.',
        'The operator may resume the service on Friday.',
      ),
    )
    const { changes } = (await answer.json()) as { changes: { id: number }[] }
    gone = changes.map(({ id }) => id)
    await well(
      stage.ingest(
        'ferry',
        '21:00',
        'Ferry in Port',
        'The ferry is in port, the harbour office said.',
        'The operator may resume the service on Friday.',
      ),
    )
    const response = await well(stage.send('PUT', '/v1/articles/ferry/versions/4/withholding', { reason: ` ${reason} ` }))
    expect(await response.json()).toEqual({ article: 'ferry', number: 4, withheld: reason })
  })

  test.each([
    '/v1/articles/ferry/versions/4',
    '/v1/articles/ferry/versions/4?claims=false',
    '/v1/articles/ferry/compare/3..4',
    '/v1/articles/ferry/compare/4..5',
    '/v1/articles/ferry/compare/4..4',
    '/v1/articles/ferry/compare/3..4?format=unified',
    '/v1/articles/ferry/changes?from=3&to=4',
    '/v1/articles/ferry/changes?since_version=4',
    '/v1/articles/ferry/claims?version=4',
    '/v1/articles/ferry/claims?at=2026-02-10T20:30Z',
  ])('is gone, with the reason, at %s', async (path) => {
    const response = await stage.ask(path, { headers: { 'If-None-Match': '*' } })
    const text = await response.text()
    expect([response.status, text]).toEqual([410, expect.stringContaining(reason)])
    expect(JSON.parse(text)).toMatchObject({ status: 410, code: 'withheld' })
    expect(text).not.toMatch(secret)
  })

  test('is told nowhere', async () => {
    const { data } = await read<{ data: { id: number; to: { number: number } }[] }>(stage.ask, '/v1/changes?limit=200')
    const paths = [
      '/v1/articles',
      '/v1/articles?q=secret',
      '/v1/articles/ferry',
      '/v1/articles/ferry/versions',
      '/v1/articles/ferry/versions?format=csv',
      '/v1/articles/ferry/versions/5',
      '/v1/articles/ferry/compare/3..5',
      '/v1/articles/ferry/compare/3..5?format=unified',
      '/v1/articles/ferry/claims',
      '/v1/articles/ferry/claims?q=secret',
      '/v1/articles/ferry/claims?at=2026-02-10T21:30Z',
      '/v1/articles/ferry/changes',
      '/v1/articles/ferry/changes?from=3&to=5',
      '/v1/articles/ferry/sources',
      '/v1/articles/ferry/verify',
      '/v1/claims?limit=200',
      '/v1/claims?q=weapons',
      '/v1/changes?limit=200',
      '/v1/changes?limit=200&format=ndjson',
      '/v1/sources?limit=200',
      ...data.map(({ id }) => `/v1/changes/${id}`),
    ]
    for (const path of paths) {
      const text = await (await well(stage.ask(path))).text()
      expect([path, secret.exec(text)?.[0]]).toEqual([path, undefined])
    }
    for (let number = 1; number < 20; number++) {
      const text = await (await stage.ask(`/v1/articles/ferry/claims/${number}`)).text()
      expect([number, secret.exec(text)?.[0]]).toEqual([number, undefined])
    }
    expect(data.some(({ to }) => to.number === 4)).toBe(false)
    expect(gone.length).toBeGreaterThan(0)
    for (const id of gone) {
      const response = await stage.ask(`/v1/changes/${id}`)
      expect([response.status, await response.text()]).toEqual([410, expect.stringContaining(reason)])
    }
  })

  test('still counts in the chain, and is listed with the reason', async () => {
    expect(await read(stage.ask, '/v1/articles/ferry/verify')).toMatchObject({ ok: true, versions: 5, faults: [] })
    const { data } = await read<{ data: object[] }>(stage.ask, '/v1/articles/ferry/versions')
    expect(data[3]).toMatchObject({
      number: 4,
      title: null,
      byline: null,
      source_url: null,
      word_count: null,
      language: null,
      unsupported: null,
      changes: {},
      withheld: reason,
    })
    expect(data[4]).toMatchObject({ number: 5, title: 'Ferry in Port', withheld: null })
  })

  test('can be given another reason', async () => {
    await well(stage.send('PUT', '/v1/articles/ferry/versions/4/withholding', { reason: 'Settled' }))
    expect(await (await stage.ask('/v1/articles/ferry/versions/4')).text()).toContain('Settled')
  })
})

describe('a withholding', () => {
  const PATH = '/v1/articles/ferry/versions/2/withholding'
  /** What is told of an article, everywhere. */
  const told = async () =>
    Promise.all(
      [
        ...['', '/versions', '/versions/2', '/versions/3', '/claims', '/changes', '/timemap?format=json', '/sources'].map(
          (end) => `/v1/articles/ferry${end}`,
        ),
        ...['/v1/changes', '/v1/claims', '/v1/search?q=ferry', '/v1/stats/changes?by=source', '/feeds/articles/ferry.json'],
      ].map(async (path) => [path, await (await stage.ask(path)).text()]),
    )

  beforeAll(async () => {
    stage = stageOver(await openStore())
    await tellStory(stage)
  })

  test('is taken back, and all is told as before; both stay on record', async () => {
    const before = await told()
    await well(stage.send('PUT', PATH, { reason: 'By order of the court' }))
    expect(await told()).not.toEqual(before)
    const answer = await well(stage.send('DELETE', PATH, undefined))
    expect(await answer.json()).toEqual({ article: 'ferry', number: 2, withheld: null })
    expect(await told()).toEqual(before)
    expect(await stage.store.db.all(sql`select reason from withholding_reasons order by id`)).toEqual([
      { reason: 'By order of the court' },
      { reason: '' },
    ])
  })

  test('that is not there is none to take back', async () => {
    const tag = async () => (await stage.ask('/v1/articles/ferry')).headers.get('etag')
    const before = await tag()
    expect(await (await well(stage.send('DELETE', PATH, undefined))).json()).toMatchObject({ withheld: null })
    expect(await tag()).toBe(before)
    expect((await stage.send('DELETE', '/v1/articles/ferry/versions/9/withholding', undefined)).status).toBe(404)
  })

  test('hides the addresses at which only such a version was read', async () => {
    const version = {
      title: 'Ferry in Port',
      body: 'The ferry is in port.',
      captured_at: '2026-02-11',
      url: 'https://gazette.example/quagg',
    }
    await well(stage.send('POST', '/v1/articles/ferry/versions', version))
    const paths = [
      '/v1/articles',
      '/v1/articles/ferry',
      '/v1/articles/ferry/versions',
      '/v1/articles/ferry/versions/1',
      '/v1/articles/ferry/timemap',
    ]
    const leaks = async () => {
      const answers = await Promise.all(paths.map((path) => stage.ask(path)))
      const texts = await Promise.all(answers.map(async (r) => `${JSON.stringify([...r.headers])} ${await r.text()}`))
      return paths.filter((_, i) => texts[i]?.includes('quagg'))
    }
    expect(await leaks()).toContain('/v1/articles/ferry')
    await well(stage.send('PUT', '/v1/articles/ferry/versions/4/withholding', { reason: 'By order of the court' }))
    expect(await leaks()).toEqual([])
    await well(
      stage.send('POST', '/v1/articles/ferry/versions', {
        ...version,
        body: 'The ferry left port.',
        captured_at: '2026-02-12',
      }),
    )
    expect(await leaks()).toContain('/v1/articles/ferry')
  })
})
