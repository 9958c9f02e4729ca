/** With reading closed, a token that may only write learns nothing of the archive from the answers to its writes. */
import { beforeEach, describe, expect, test } from 'vitest'
import { openStore } from '#harness'
import { createToken } from '../../src/auth/bearer-tokens.ts'
import type { Scope } from '../../src/settings/scopes.ts'
import { NOW, type Stage, stageOver, tellStory } from './stage.ts'

let open: Stage
let closed: Stage

beforeEach(async () => {
  const store = await openStore()
  open = stageOver(store)
  closed = stageOver(store, { readTokenRequired: true })
  await tellStory(open)
})

/** Sends with a new token of these scopes. */
async function sender(stage: Stage, ...scopes: Scope[]) {
  const { token } = await createToken(stage.store, { name: 'desk', scopes, now: NOW })
  return async (method: string, path: string, body: object, key?: string, more = {}) => {
    const headers = { Authorization: `Bearer ${token}`, ...(key !== undefined && { 'Idempotency-Key': key }), ...more }
    const answer = await stage.send(method, path, body, headers)
    return { status: answer.status, replayed: answer.headers.has('idempotency-replayed'), json: await answer.json() }
  }
}

const VERSION = { title: 'x', body: 'x', captured_at: '2026-02-10T19:00:00Z' }
const ARTICLE = [
  'aliases',
  'created_at',
  'first_captured_at',
  'latest_captured_at',
  'latest_version',
  'present_claims',
  'publication',
  'slug',
]
const WHOLE = [...ARTICLE, 'title', 'url', 'urls', 'version_count', 'withdrawn_claims'].sort()
const REFERENCE = ['slug', 'url']

describe.each<[string, () => Stage, Scope[], boolean]>([
  ['reading open, a token that writes', () => open, ['archive:write'], true],
  ['reading closed, a token that writes and reads', () => closed, ['archive:write', 'archive:read'], true],
  ['reading closed, a token that writes only', () => closed, ['archive:write'], false],
])('%s', (_, stage, scopes, reads) => {
  test(`a version is answered ${reads ? 'with' : 'without'} its changes, and so is its replay`, async () => {
    const send = await sender(stage(), ...scopes)
    for (const replayed of [false, true]) {
      const answer = await send('POST', '/v1/articles/ferry/versions', VERSION, 'a')
      expect(answer).toMatchObject({ status: 201, replayed, json: { outcome: 'created', version: { number: 4 } } })
      expect('changes' in answer.json).toBe(reads)
      expect(JSON.stringify(answer.json).includes('Two tugs pulled')).toBe(reads)
    }
  })

  test(`lines of versions are answered ${reads ? 'with' : 'without'} their changes`, async () => {
    const send = await sender(stage(), ...scopes)
    const headers = { 'Content-Type': 'application/x-ndjson' }
    const { status, json } = await send('POST', '/v1/ingest', { article: 'ferry', ...VERSION }, undefined, headers)
    expect([status, json.outcome, 'changes' in json]).toEqual([200, 'created', reads])
    expect(JSON.stringify(json).includes('Two tugs pulled')).toBe(reads)
  })

  test(`an article is answered ${reads ? 'whole' : 'as a reference'}`, async () => {
    const send = await sender(stage(), ...scopes)
    const keys = reads ? WHOLE : REFERENCE
    const changed = await send('PATCH', '/v1/articles/ferry', {})
    expect([changed.status, Object.keys(changed.json).sort()]).toEqual([200, keys])
    for (const replayed of [false, true]) {
      const made = await send('POST', '/v1/articles', { slug: 'pier', title: 'The Pier' }, 'b')
      expect(made).toMatchObject({ status: 201, replayed, json: { slug: 'pier', url: '/v1/articles/pier' } })
      expect(Object.keys(made.json).sort()).toEqual(keys)
      await open.send('PATCH', '/v1/articles/pier', { publication: 'Harbor Gazette' })
    }
  })
})

test('an answer that was given with changes is replayed without them after reading was closed', async () => {
  const { token } = await createToken(open.store, { name: 'desk', scopes: ['archive:write'], now: NOW })
  const headers = { Authorization: `Bearer ${token}`, 'Idempotency-Key': 'a' }
  const first = await (await open.send('POST', '/v1/articles/ferry/versions', VERSION, headers)).json()
  const again = await (await closed.send('POST', '/v1/articles/ferry/versions', VERSION, headers)).json()
  expect([first.changes.length > 0, again.version, again.changes]).toEqual([true, first.version, undefined])
})
