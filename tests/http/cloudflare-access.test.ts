/** Who comes through Cloudflare Access: by an assertion that the team's keys verify, with the scopes that the setting gives. */
import { exportJWK, generateKeyPair, SignJWT } from 'jose'
import { beforeEach, describe, expect, test } from 'vitest'
import { openStore } from '#harness'
import type { AccessSettings } from '../../src/settings/access.ts'
import type { Get } from '../../src/web/get.ts'
import { encoded, formTokenIn, onceKey } from '../pages/editing/browser.ts'
import { NOW, type Stage, stageOver, TOKEN, tellStory } from './stage.ts'

const ISSUER = 'https://desk.cloudflareaccess.com'
const AUDIENCE = 'a'.repeat(64)
const SECONDS = Date.parse(NOW) / 1000
const access: AccessSettings = {
  team: 'desk',
  audience: AUDIENCE,
  scopes: [
    { who: 'ada@post.example', scopes: ['archive:admin'] },
    { who: '*@post.example', scopes: ['archive:write', 'archive:read'] },
    { who: 'robot.access', scopes: ['hooks:write'] },
  ],
}

const [own, other] = [await generateKeyPair('RS256'), await generateKeyPair('RS256')]
const elliptic = await generateKeyPair('ES256')
const keys = [
  { ...(await exportJWK(own.publicKey)), kid: 'own', alg: 'RS256' },
  { ...(await exportJWK(elliptic.publicKey)), kid: 'elliptic', alg: 'ES256' },
]

let stage: Stage
let requested: string[]

const get: Get = async (url) => {
  requested.push(url)
  const { body } = new Response(JSON.stringify({ keys }))
  return { status: 200, headers: new Headers({ 'Content-Type': 'application/json' }), body }
}

beforeEach(async () => {
  requested = []
  const store = await openStore()
  await tellStory(stageOver(store))
  stage = stageOver(store, { access, readTokenRequired: true }, 0, { get })
})

const CLAIMS = {
  iss: ISSUER,
  aud: [AUDIENCE],
  email: 'Ben@post.example',
  exp: SECONDS + 60,
  nbf: SECONDS - 60,
  iat: SECONDS - 60,
}

const signed = (more: object = {}, key: CryptoKey = own.privateKey, header: object = {}) =>
  new SignJWT({ ...CLAIMS, ...more }).setProtectedHeader({ alg: 'RS256', kid: 'own', ...header }).sign(key)

const through = (assertion: string) => ({ 'Cf-Access-Jwt-Assertion': assertion })
const ask = async (assertion: string, path = '/v1/articles', init: RequestInit = {}) =>
  stage.ask(path, { ...init, headers: { ...through(assertion), ...init.headers } })

const unsigned = (header: object, claims: object) =>
  [header, claims].map((part) => Buffer.from(JSON.stringify(part)).toString('base64url')).join('.')

describe('an assertion', () => {
  test('of the team for the application lets its owner in, and the keys are asked for once', async () => {
    const assertion = await signed()
    expect([(await ask(assertion)).status, (await ask(assertion)).status]).toEqual([200, 200])
    expect(requested).toEqual([`${ISSUER}/cdn-cgi/access/certs`])
  })

  test.each<[string, () => Promise<string> | string]>([
    ['of another application', () => signed({ aud: ['b'.repeat(64)] })],
    ['of another team', () => signed({ iss: 'https://other.cloudflareaccess.com' })],
    ['of another key', () => signed({}, other.privateKey)],
    ['of a key that the team does not have', () => signed({}, other.privateKey, { kid: 'other' })],
    ['by another algorithm', () => signed({}, elliptic.privateKey, { alg: 'ES256', kid: 'elliptic' })],
    ['that has expired', () => signed({ exp: SECONDS })],
    ['that does not expire', () => signed({ exp: undefined })],
    ['that is not valid yet', () => signed({ nbf: SECONDS + 60 })],
    ['of nobody', () => signed({ email: undefined })],
    ['without a signature', () => `${unsigned({ alg: 'none' }, CLAIMS)}.`],
    [
      'signed with the public key as a secret',
      async () => `${unsigned({ alg: 'HS256', kid: 'own' }, CLAIMS)}.${'x'.repeat(43)}`,
    ],
    ['with other claims', async () => (await signed()).replace(/\.[^.]+\./, `.${unsigned(CLAIMS, CLAIMS).split('.')[0]}A.`)],
    ['that is no JWT', () => 'none'],
  ])('%s lets nobody in', async (_, assertion) => expect((await ask(await assertion())).status).toBe(401))

  test('lets nobody in where no team is set', async () => {
    const { ask: plain } = stageOver(stage.store, { readTokenRequired: true }, 0, { get })
    expect((await plain('/v1/articles', { headers: through(await signed()) })).status).toBe(401)
    expect(requested).toEqual([])
  })

  test('does not stand in for a token that is not valid', async () => {
    expect((await ask(await signed(), '/v1/articles', { headers: { Authorization: 'Bearer none' } })).status).toBe(401)
  })
})

describe('scopes', () => {
  test.each([
    [{ email: 'ben@post.example' }, '/v1/articles', 200],
    [{ email: 'ben@post.example' }, '/v1/tokens', 403],
    [{ email: 'Ada@Post.Example' }, '/v1/tokens', 200],
    [{ email: 'ada@post.example' }, '/v1/articles', 200],
    [{ email: 'ada@post.example.evil.example' }, '/v1/articles', 403],
    [{ email: 'ada@notpost.example' }, '/v1/articles', 403],
    [{ email: '', common_name: 'robot.access' }, '/v1/articles', 403],
    [{ email: '', common_name: 'another.access' }, '/v1/hooks', 403],
  ])('of %j at %s: %i', async (who, path, status) => expect((await ask(await signed(who), path)).status).toBe(status))
})

/** A write that names its article in the body. */
const writing = (slug: string, headers: object = {}) => ({
  method: 'POST',
  body: JSON.stringify({ slug }),
  headers: { 'Content-Type': 'application/json', ...headers },
})

test('what such a person writes is told under the e-mail, with an id that no token has', async () => {
  expect((await ask(await signed(), '/v1/articles', writing('pier'))).status).toBe(201)
  const answer = await stage.ask('/v1/audit', { headers: { Authorization: `Bearer ${TOKEN}` } })
  const { data } = (await answer.json()) as { data: { token: { id: number; name: string } }[] }
  expect(data[0]?.token.name).toBe('ben@post.example')
  expect(data[0]?.token.id).toBeLessThan(0)
})

test.each([
  [{ Origin: 'https://evil.example' }, 403],
  [{ 'Sec-Fetch-Site': 'cross-site' }, 403],
  [{ 'Sec-Fetch-Site': 'same-site' }, 403],
  [{ Origin: 'null' }, 403],
  [{ Origin: 'http://localhost' }, 201],
  [{ 'Sec-Fetch-Site': 'same-origin' }, 201],
  [{}, 201],
])('a write that a browser sends with %j: %i', async (headers, status) =>
  expect((await ask(await signed(), '/v1/articles', writing('pier', headers))).status).toBe(status),
)

test('at the pages such a person is signed in, and sends forms', async () => {
  const assertion = await signed({ email: 'ada@post.example' })
  const page = await ask(assertion, '/tokens')
  expect([page.status, page.headers.get('cache-control')]).toEqual([200, 'private, no-store'])
  const form = formTokenIn(await page.text())
  const send = (fields: Record<string, string>, Origin = 'http://localhost') =>
    ask(assertion, '/tokens', {
      method: 'POST',
      body: encoded({ form, once: onceKey(), name: 'robot', scopes: ['archive:read'], ...fields }),
      headers: { 'Content-Type': 'application/x-www-form-urlencoded', Origin },
    })
  expect([
    (await send({})).status,
    (await send({ form: 'x' })).status,
    (await send({}, 'https://evil.example')).status,
  ]).toEqual([201, 403, 403])
})
