/** Signing in and out: the cookie, what ends a session, what it opens, and what it never tells. */
import { sql } from 'drizzle-orm'
import { beforeEach, describe, expect, test } from 'vitest'
import { openStore } from '#harness'
import { localPath } from '../../../src/pages/admin/sign-in-page.ts'
import { sha256 } from '../../../src/store/hash.ts'
import { NOW, type Stage, stageOver, TOKEN, tellStory } from '../../http/stage.ts'
import { ACCEPT, cookieOf, formTokenIn, send, signedIn, signIn, tokenWith } from './browser.ts'

let stage: Stage
let now: number
let client: string

beforeEach(async () => {
  now = Date.parse(NOW)
  client = '198.51.100.7'
  const store = await openStore()
  stage = stageOver(store, {}, 1_000_000, {
    clock: () => now,
    get client() {
      return client
    },
  })
})

const HOUR = 3_600_000

describe('the cookie', () => {
  test('is only for this site, and no script reads it', async () => {
    const answer = await signIn(stage, TOKEN)
    expect([answer.status, answer.headers.get('location')]).toEqual([303, '/'])
    expect(answer.headers.getSetCookie()).toEqual([
      expect.stringMatching(/^session=[\w-]{43}; Max-Age=43200; Path=\/; HttpOnly; SameSite=Strict$/),
    ])
  })

  test.each([
    ['the public address is https', { publicUrl: 'https://archive.example' }, 'https://archive.example'],
    ['a proxy speaks https', {}, 'https://localhost'],
  ])('is sent by https only where %s', async (_, config, Origin) => {
    const secure = stageOver(await openStore(), config)
    const answer = await signIn(secure, TOKEN, {}, { Origin })
    expect(answer.headers.getSetCookie()).toEqual([
      expect.stringMatching(/^__Host-session=[\w-]{43}; Max-Age=43200; Path=\/; HttpOnly; Secure; SameSite=Strict$/),
    ])
    expect((await secure.ask('/tokens', { headers: { Cookie: cookieOf(answer) } })).status).toBe(200)
  })

  test('of a name that another host could set does not count by https', async () => {
    const secure = stageOver(await openStore(), { publicUrl: 'https://archive.example' })
    const cookie = cookieOf(await signIn(secure, TOKEN, {}, { Origin: 'https://archive.example' }))
    const status = async (Cookie: string) => (await secure.ask('/tokens', { headers: { Cookie } })).status
    expect([await status(cookie), await status(cookie.replace('__Host-', ''))]).toEqual([200, 401])
  })

  test.each(['session=', 'session=x', `session=${'a'.repeat(43)}`, `session=${'a'.repeat(44)}`, 'session=%00'])(
    '%j signs nobody in',
    async (Cookie) => expect((await stage.ask('/tokens', { headers: { Cookie } })).status).toBe(401),
  )

  test('has a secret of which the archive keeps the hash alone, and nothing by which the token could be guessed', async () => {
    const secret = cookieOf(await signIn(stage, TOKEN)).split('=')[1] ?? ''
    const rows = await stage.store.db.all<Record<string, string>>(sql`select * from sessions`)
    expect(rows).toMatchObject([{ hash: sha256(secret) }])
    expect(JSON.stringify(rows)).not.toContain(secret)
    expect(JSON.stringify(rows)).not.toContain(sha256(TOKEN))
  })
})

describe('a token', () => {
  test.each([
    ['that is wrong', 'ct_wrong-token-wrong-token', 403, 'The token is unknown or was revoked.'],
    ['that is none', '', 400, 'Give a token.'],
    ['of spaces', '   ', 400, 'Give a token.'],
  ])('%s is refused beside its field, and is not said again', async (_, token, status, words) => {
    const answer = await signIn(stage, token, { to: '/a/ferry' })
    const text = await answer.text()
    expect([answer.status, answer.headers.getSetCookie()]).toEqual([status, []])
    expect(text).toContain(`<p class="fault" id="token-fault" role="alert">${words}</p>`)
    expect(text).toContain('name="to" value="/a/ferry"')
    if (token.trim() !== '') expect(text).not.toContain(token)
  })

  test('signs in with spaces around it', async () => expect((await signIn(stage, ` ${TOKEN}\n`)).status).toBe(303))
})

describe('a session ends', () => {
  test('after twelve hours', async () => {
    const browser = await signedIn(stage)
    now += 12 * HOUR - 1
    expect((await browser.get('/tokens')).status).toBe(200)
    now += 1
    expect((await browser.get('/tokens')).status).toBe(401)
  })

  test('with its token, at once', async () => {
    const { token, id } = await tokenWith(stage, 'archive:admin')
    const [its, other] = [await signedIn(stage, token), await signedIn(stage)]
    expect((await its.get('/tokens')).status).toBe(200)
    expect((await other.post(`/tokens/${id}/revoke`, {})).status).toBe(303)
    expect([(await its.get('/tokens')).status, (await other.get('/tokens')).status]).toEqual([401, 200])
    expect((await its.post('/tokens', { name: 'again', scopes: ['archive:admin'] })).status).toBe(401)
  })

  test('where the bootstrap token is another one or gone', async () => {
    const { cookie } = await signedIn(stage)
    for (const bootstrapToken of ['another-bootstrap-token', '']) {
      const later = stageOver(stage.store, { bootstrapToken })
      expect((await later.ask('/tokens', { headers: { Cookie: cookie } })).status).toBe(401)
    }
  })

  test('by signing out, on the server too', async () => {
    const browser = await signedIn(stage)
    const answer = await browser.post('/sign-out', {})
    expect([answer.status, answer.headers.get('location')]).toEqual([303, '/'])
    expect(answer.headers.getSetCookie()).toEqual([expect.stringMatching(/^session=; Max-Age=0; Path=\//)])
    expect((await browser.get('/tokens')).status).toBe(401)
    expect(await stage.store.db.all(sql`select * from sessions`)).toEqual([])
  })

  test('everywhere, for one token and no other', async () => {
    const { token } = await tokenWith(stage, 'archive:admin')
    const [one, two] = [await signedIn(stage), await signedIn(stage)]
    const [its, other] = [await signedIn(stage, token), await signedIn(stage, token)]
    const open = async () =>
      Promise.all([one, two, its, other].map(async (browser) => (await browser.get('/tokens')).status === 200))
    expect(await one.text('/sign-in')).toMatch(/Sign out everywhere/)
    await one.post('/sign-out', { everywhere: '1', form: formTokenIn(await two.text('/sign-in')) })
    expect(await open()).toEqual([true, true, true, true])
    expect((await its.post('/sign-out', { everywhere: '1' })).headers.get('clear-site-data')).toBe('"cache"')
    expect(await open()).toEqual([true, true, false, false])
    await one.post('/sign-out', { everywhere: '1' })
    expect(await open()).toEqual([false, false, false, false])
    expect(await stage.store.db.all(sql`select * from sessions`)).toEqual([])
  })

  test('but not the one that a browser was made to begin with: signing in makes another', async () => {
    const planted = `session=${'a'.repeat(43)}`
    const answer = await signIn(stage, TOKEN, {}, { Cookie: planted })
    expect(cookieOf(answer)).not.toBe(planted)
    expect((await stage.ask('/tokens', { headers: { Cookie: planted } })).status).toBe(401)
    const victim = await signedIn(stage)
    expect(cookieOf(await signIn(stage, TOKEN, {}, { Cookie: victim.cookie }))).not.toBe(victim.cookie)
  })

  test('where its browser signs in again', async () => {
    const browser = await signedIn(stage)
    const again = await signIn(stage, TOKEN, {}, { Cookie: browser.cookie })
    expect([again.status, (await browser.get('/tokens')).status]).toEqual([303, 401])
  })

  test('not by a form that another site sent', async () => {
    const browser = await signedIn(stage)
    expect((await browser.post('/sign-out', {}, { Origin: 'https://evil.example' })).status).toBe(403)
    expect((await browser.post('/sign-out', { form: '' })).status).toBe(403)
    expect((await browser.get('/tokens')).status).toBe(200)
  })

  test('and its row goes when somebody else signs in', async () => {
    await signedIn(stage)
    now += 13 * HOUR
    await signedIn(stage)
    expect(await stage.store.db.all(sql`select * from sessions`)).toHaveLength(1)
  })
})

describe('attempts', () => {
  test('from one address are refused after ten that failed, the right token too', async () => {
    const status = async (token: string) => (await signIn(stage, token)).status
    for (let i = 0; i < 10; i++) expect(await status(`wrong-${i}`)).toBe(403)
    const refused = await signIn(stage, TOKEN)
    expect([refused.status, refused.headers.get('retry-after'), refused.headers.getSetCookie()]).toEqual([429, '600', []])
    expect(await refused.text()).toContain('Too many attempts. Try again in 10 minutes.')
    client = '198.51.100.8'
    expect(await status(TOKEN)).toBe(303)
    client = '198.51.100.7'
    expect(await status(TOKEN)).toBe(429)
    now += 600_000
    expect(await status(TOKEN)).toBe(303)
  })

  test('with one token are refused after ten that failed, from whatever address; others are not', async () => {
    const status = async (token: string, i: number) => {
      client = `198.51.100.${i}`
      return (await signIn(stage, token)).status
    }
    for (let i = 0; i < 10; i++) expect(await status(`${TOKEN.slice(0, 8)}-wrong-${i}`, i)).toBe(403)
    expect(await status(TOKEN, 20)).toBe(429)
    const { token } = await tokenWith(stage, 'archive:read')
    expect(await status(token, 21)).toBe(303)
    now += 600_000
    expect(await status(TOKEN, 20)).toBe(303)
  })

  test('that succeed are not counted', async () => {
    for (let i = 0; i < 25; i++) expect((await signIn(stage, TOKEN)).status).toBe(303)
  })
})

describe('a sign-in is refused that another site sends', () => {
  test.each([
    ['another origin', { Origin: 'https://evil.example' }],
    ['an origin of another port', { Origin: 'http://localhost:8080' }],
    ['a hidden origin', { Origin: 'null' }],
    ['no origin', { Origin: undefined }],
    ['another site', { Origin: 'http://localhost', 'Sec-Fetch-Site': 'cross-site' }],
    ['a neighbour', { Origin: undefined, 'Sec-Fetch-Site': 'same-site' }],
  ])('by %s', async (_, headers) => {
    const answer = await signIn(stage, TOKEN, {}, headers)
    expect([answer.status, answer.headers.getSetCookie()]).toEqual([403, []])
    expect(await answer.text()).toContain('can only be sent from one of its own pages')
  })

  test('but for a browser that says it comes from here', async () =>
    expect((await signIn(stage, TOKEN, {}, { Origin: undefined, 'Sec-Fetch-Site': 'same-origin' })).status).toBe(303))

  test('and one that is no form', async () => {
    const answer = await send(stage, '/sign-in', { token: TOKEN }, { 'Content-Type': 'text/plain' })
    expect(answer.status).toBe(415)
  })
})

describe('after signing in', () => {
  test.each([
    ['/a/ferry/claims/4', '/a/ferry/claims/4'],
    ['/?kind=softened&since=2026-02-10', '/?kind=softened&since=2026-02-10'],
    ['', '/'],
    ['https://evil.example/', '/'],
    ['//evil.example/', '/'],
    ['/\\evil.example/', '/'],
    ['\\\\evil.example/', '/'],
    ['/\t/evil.example/', '/'],
    ['/.//evil.example/', '/'],
    ['/a/..//evil.example/', '/'],
    ['/%2e//evil.example/', '/'],
    [' //evil.example', '/'],
    ['javascript:alert(1)', '/'],
    ['/sign-in?to=/sign-in', '/'],
    ['/sign-out', '/'],
    ['/a/x\r\nSet-Cookie: a=b', '/a/xSet-Cookie:%20a=b'],
  ])('%j leads to %s', async (to, location) => {
    expect(localPath(to)).toBe(location)
    expect((await signIn(stage, TOKEN, { to })).headers.get('location')).toBe(location)
    expect(new URL(location, 'http://localhost').origin).toBe('http://localhost')
  })
})

describe('a session opens', () => {
  test('pages where reading needs a token, and a page that it does not open asks for a sign-in that leads back', async () => {
    await tellStory(stage)
    const closed = stageOver(stage.store, { readTokenRequired: true })
    const refused = await closed.ask('/a/ferry?sort=changes', { headers: { Accept: ACCEPT } })
    const text = await refused.text()
    expect([refused.status, refused.headers.get('cache-control')]).toEqual([401, 'private, no-store'])
    expect(text).toContain('<h1>Reading this archive needs a sign-in</h1>')
    expect(text).toContain('name="to" value="/a/ferry?sort=changes"')
    expect(text).not.toContain('Ran Aground')
    const browser = await signedIn(closed)
    const read = await browser.get('/a/ferry?sort=changes')
    expect([read.status, read.headers.get('cache-control')]).toEqual([200, 'private, no-store'])
    expect(read.headers.get('vary')).toContain('Cookie')
    const { token } = await tokenWith(stage, 'archive:write')
    const writer = await signedIn(closed, token)
    expect((await writer.get('/a/ferry')).status).toBe(403)
    expect((await writer.get('/new')).status).toBe(200)
  })

  test('nothing of the interface for programs', async () => {
    const closed = stageOver(stage.store, { readTokenRequired: true })
    const { cookie } = await signedIn(closed)
    for (const path of ['/v1/articles', '/v1/tokens', '/feeds/changes.atom'])
      expect([path, (await closed.ask(path, { headers: { Cookie: cookie } })).status]).toEqual([path, 401])
    for (const path of ['/v1/none', '/static/none.css'])
      expect((await closed.ask(path, { headers: { Cookie: cookie } })).headers.get('vary') ?? '').not.toContain('Cookie')
    const made = await closed.ask('/v1/articles', {
      method: 'POST',
      headers: { Cookie: cookie, 'Content-Type': 'application/json', Origin: 'http://localhost' },
      body: '{"slug":"a"}',
    })
    expect(made.status).toBe(401)
  })
})

describe('pages of a session', () => {
  const PAGES = [
    '/',
    '/a/ferry',
    '/a/ferry/v/1',
    '/a/ferry/claims/4',
    '/a/ferry/new',
    '/a/ferry/v/1/claims/new',
    '/a/ferry/v/1/withholding',
  ]
  const MORE = ['/new', '/hooks', '/tokens', '/sign-in', '/none']

  test('are kept by nobody, and shown to nobody else', async () => {
    await tellStory(stage)
    const [one, other] = [await signedIn(stage), await signedIn(stage)]
    for (const path of PAGES.slice(0, 3)) {
      const anonymous = await stage.ask(path)
      const mine = await one.get(path)
      expect([path, mine.headers.get('cache-control'), anonymous.headers.get('cache-control')]).toEqual([
        path,
        'private, no-store',
        'no-cache',
      ])
      for (const { headers } of [mine, anonymous])
        expect([path, headers.get('vary')?.match(/Cookie/g)]).toEqual([path, ['Cookie']])
      expect([path, mine.headers.get('etag')]).toEqual([path, null])
      const tag = { 'If-None-Match': anonymous.headers.get('etag') ?? '' }
      const seen = [await one.get(path, tag), await other.get(path, tag), await stage.ask(path, { headers: tag })]
      expect([path, ...seen.map(({ status }) => status)]).toEqual([path, 200, 200, 304])
      expect(await (await stage.ask(path)).text()).not.toMatch(/Sign out|name="form"/)
      expect(formTokenIn(await one.text(path))).not.toBe(formTokenIn(await other.text(path)))
    }
  })

  test('are not kept either where they are forms, refusals or failures', async () => {
    await tellStory(stage)
    const browser = await signedIn(stage)
    const answers = [...PAGES.slice(3), ...MORE].map((path) => browser.get(path))
    answers.push(browser.post('/new', {}), browser.post('/new', { form: '' }), browser.post('/tokens/9/revoke', {}))
    for (const answer of await Promise.all(answers)) expect(answer.headers.get('cache-control')).toBe('private, no-store')
  })

  test('tell neither the token nor the secret of the session', async () => {
    await tellStory(stage)
    const { token } = await tokenWith(stage, 'archive:read', 'archive:write', 'review:write', 'hooks:write', 'archive:admin')
    for (const [own, browser] of [
      [TOKEN, await signedIn(stage)],
      [token, await signedIn(stage, token)],
    ] as const) {
      const secret = browser.cookie.split('=')[1] ?? ''
      expect(secret).toHaveLength(43)
      for (const path of [...PAGES, ...MORE]) {
        const answer = await browser.get(path)
        const told = `${await answer.text()}\n${JSON.stringify([...answer.headers])}`
        expect(told).toContain('Sign out')
        for (const word of [own, secret, sha256(own), sha256(secret)])
          expect([path, told.includes(word)]).toEqual([path, false])
      }
    }
  })

  test('offer what the scopes of the token open, and no more', async () => {
    await tellStory(stage)
    const { token } = await tokenWith(stage, 'archive:write')
    const writer = await signedIn(stage, token)
    const paths = ['/a/ferry', '/a/ferry/v/1', '/a/ferry/claims/4']
    const text = (await Promise.all(paths.map((path) => writer.text(path)))).join()
    expect(text).toContain('href="/a/ferry/new"')
    for (const link of ['href="/hooks"', '/tokens', '/withholding', '/claims/new', 'Correct this claim'])
      expect(text).not.toContain(link)
    const owner = await signedIn(stage, TOKEN)
    for (const path of ['/a/ferry', '/a/ferry/v/1'])
      for (const link of ['/v/1/withholding', '/v/1/claims/new']) expect(await owner.text(path)).toContain(link)
  })

  test('of nobody have no form, but a way to sign in that leads back', async () => {
    await tellStory(stage)
    const text = await (await stage.ask('/a/ferry/claims/4')).text()
    expect(text).toContain('href="/sign-in?to=%2Fa%2Fferry%2Fclaims%2F4"')
    expect(text).not.toMatch(/method="post"/)
  })
})
