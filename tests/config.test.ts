/** Settings: what they mean, and that a value that cannot be meant names its setting. */
import { expect, test } from 'vitest'
import { configOf, servedOnNode } from '../src/config.ts'

const nothing = {
  readTokenRequired: false,
  bootstrapToken: '',
  privateHooks: false,
  privateCaptures: false,
  capturePause: 2,
  captureTimeout: 30,
  listRows: 100_000,
  limits: { reads: 6000, writes: 1200, analyses: 120, signIns: 30 },
  auditDays: 90,
}

test.each([
  [{}, {}],
  [{ OTHER: 'x' }, {}],
  [{ READ_TOKEN_REQUIRED: '' }, {}],
  [{ READ_TOKEN_REQUIRED: '0' }, {}],
  [{ READ_TOKEN_REQUIRED: 'false' }, {}],
  [{ READ_TOKEN_REQUIRED: '1' }, { readTokenRequired: true }],
  [{ READ_TOKEN_REQUIRED: 'true' }, { readTokenRequired: true }],
  [{ PUBLIC_URL: '' }, {}],
  [{ PUBLIC_URL: 'https://archive.example' }, { publicUrl: 'https://archive.example' }],
  [{ PUBLIC_URL: 'https://Archive.Example:443/' }, { publicUrl: 'https://archive.example' }],
  [{ PUBLIC_URL: 'http://127.0.0.1:8787' }, { publicUrl: 'http://127.0.0.1:8787' }],
  [{ PRIVATE_HOOKS: '1' }, { privateHooks: true }],
  [{ PRIVATE_HOOKS: '0' }, {}],
  [{ PRIVATE_CAPTURES: '1' }, { privateCaptures: true }],
  [{ CAPTURE_PAUSE: '0' }, { capturePause: 0 }],
  [{ CAPTURE_PAUSE: '0.25' }, { capturePause: 0.25 }],
  [{ WEB_ARCHIVE: 'https://keeper.example/save/' }, { webArchive: 'https://keeper.example/save/' }],
  [{ CAPTURE_CONTACT: 'desk@post.example' }, { captureContact: 'desk@post.example' }],
  [{ CAPTURE_TIMEOUT: '5' }, { captureTimeout: 5 }],
  [{ LIST_ROWS: '2000000' }, { listRows: 2_000_000 }],
  [
    {
      ACCESS_TEAM: 'desk',
      ACCESS_AUD: 'a'.repeat(64),
      ACCESS_SCOPES: 'Ada@post.example=archive:admin; *=archive:read, review:write',
    },
    {
      access: {
        team: 'desk',
        audience: 'a'.repeat(64),
        scopes: [
          { who: 'ada@post.example', scopes: ['archive:admin'] },
          { who: '*', scopes: ['archive:read', 'review:write'] },
        ],
      },
    },
  ],
  [{ AUDIT_DAYS: '0' }, { auditDays: 0 }],
  [{ LIMIT_READS: '0', LIMIT_SIGN_INS: '5' }, { limits: { reads: 0, writes: 1200, analyses: 120, signIns: 5 } }],
  [{ BOOTSTRAP_TOKEN: 'twenty-characters-xx' }, { bootstrapToken: 'twenty-characters-xx' }],
])('%j', (env, config) => {
  expect(configOf(env)).toEqual({ ...nothing, ...config })
})

test.each([
  ['READ_TOKEN_REQUIRED', 'yes'],
  ['READ_TOKEN_REQUIRED', '2'],
  ['CAPTURE_PAUSE', 'a while'],
  ['CAPTURE_TIMEOUT', '-1'],
  ['AUDIT_DAYS', 'ever'],
  ['LIMIT_READS', '-1'],
  ['LIMIT_WRITES', 'many'],
  ['LIMIT_ANALYSES', '1.5'],
  ['LIMIT_SIGN_INS', ' '],
  ['LIST_ROWS', '0'],
  ['LIST_ROWS', 'all'],
  ['PUBLIC_URL', 'archive.example'],
  ['PUBLIC_URL', 'ftp://archive.example'],
  ['PUBLIC_URL', 'https://archive.example/claimtrail'],
  ['PUBLIC_URL', 'https://archive.example/?'],
  ['PUBLIC_URL', 'https://archive.example#'],
  ['PUBLIC_URL', 'https://me:secret@archive.example'],
  ['PUBLIC_URL', 'https://'],
  ['PRIVATE_HOOKS', 'on'],
  ['PRIVATE_CAPTURES', 'on'],
  ['WEB_ARCHIVE', 'keeper.example/save/'],
  ['WEB_ARCHIVE', 'https://keeper.example/save'],
  ['CAPTURE_PAUSE', '-1'],
  ['CAPTURE_PAUSE', 'two'],
  ['CAPTURE_CONTACT', 'the desk'],
  ['CAPTURE_CONTACT', 'desk@post.example)\r\nX: y'],
  ['BOOTSTRAP_TOKEN', 'short'],
  ['BOOTSTRAP_TOKEN', 'has a space in the middle'],
])('%s may not be "%s"', (name, value) => {
  expect(() => configOf({ [name]: value })).toThrow(name)
})

test.each([
  [{}, {}],
  [{ ARCHIVE: '', HOST: '', PORT: '' }, {}],
  [{ ARCHIVE: '/srv/desk.sqlite' }, { archive: '/srv/desk.sqlite', raw: '/srv/desk.sqlite.raw' }],
  [
    { ARCHIVE: '/srv/desk.sqlite', RAW: '/srv/raw' },
    { archive: '/srv/desk.sqlite', raw: '/srv/raw' },
  ],
  [{ ARCHIVE: ':memory:' }, { archive: ':memory:', raw: null }],
  [{ PORT: '0' }, { port: 0 }],
  [{ PORT: '65535' }, { port: 65_535 }],
  [{ REQUEST_LOG: '1' }, { requestLog: true }],
  [{ TRUSTED_PROXIES: '2' }, { proxies: 2 }],
  [{ HOST: '0.0.0.0' }, { host: '0.0.0.0' }],
  [{ HOST: '::1' }, { host: '::1' }],
  [{ HOST: 'archive-1.example' }, { host: 'archive-1.example' }],
])('on Node %j', (env, served) => {
  expect(servedOnNode(env)).toEqual({
    archive: 'archive.sqlite',
    raw: 'archive.sqlite.raw',
    host: '127.0.0.1',
    port: 8787,
    requestLog: false,
    proxies: 0,
    ...served,
  })
})

test.each([['http://127.0.0.1'], ['127.0.0.1 '], ['a/b'], ['[::1]']])('HOST may not be "%s"', (host) => {
  expect(() => servedOnNode({ HOST: host })).toThrow('HOST')
})

test.each([['65536'], ['-1'], ['http'], ['80.5'], ['8787 ']])('PORT may not be "%s"', (port) => {
  expect(() => servedOnNode({ PORT: port })).toThrow('PORT')
})

const ACCESS = { ACCESS_TEAM: 'desk', ACCESS_AUD: 'a'.repeat(64), ACCESS_SCOPES: '*=archive:read' }
test.each([
  ['ACCESS_TEAM', ''],
  ['ACCESS_TEAM', 'desk.cloudflareaccess.com'],
  ['ACCESS_AUD', ''],
  ['ACCESS_AUD', 'x'],
  ['ACCESS_SCOPES', ''],
  ['ACCESS_SCOPES', '*'],
  ['ACCESS_SCOPES', '*=archive:rite'],
  ['ACCESS_SCOPES', '=archive:read'],
  ['ACCESS_SCOPES', '*=archive:read;'],
])('Access with %s %j is refused', (name, value) => {
  expect(() => configOf({ ...ACCESS, [name]: value })).toThrow(name)
})
