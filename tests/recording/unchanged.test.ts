import { sql } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import { openStore } from '#harness'
import { ingest } from '../../src/recording/ingest.ts'
import { counts, input, minute, NOW, open, post, publish, standing, versionList, versionOf } from './desk.ts'

const A = 'The ferry Halcyon ran aground off Pellow.'
const B = 'A swarm of bees closed the post office in Ardle.'

describe('the same content again', () => {
  it('is a check with its hash and time, and no version', async () => {
    const store = await openStore()
    await open(store)
    const { version } = await publish(store, A, 1)
    const before = await counts(store)
    expect(await post(store, A, 2)).toEqual({
      outcome: 'unchanged',
      number: 1,
      slug: 'harbour',
      checkedAt: minute(2),
      contentHash: version.contentHash,
    })
    expect(await counts(store)).toEqual({ ...before, checks: 1 })
    expect(await store.db.all(sql`select captured_at, content_hash, version_id, recorded_at from checks`)).toEqual([
      { captured_at: minute(2), content_hash: version.contentHash, version_id: 1, recorded_at: NOW },
    ])
  })

  it.each([
    ['line ends and spaces', 'The ferry\u00a0Halcyon ran aground off Pellow.\r\n\r\n'],
    ['a soft hyphen and a byte order mark', '\ufeffThe ferry Hal\u00adcyon ran aground off Pellow.'],
    ['a NUL', 'The ferry Hal\0cyon ran aground off Pellow.'],
  ])('is found but for %s', async (_, body) => {
    const store = await openStore()
    await open(store)
    await publish(store, A, 1)
    expect(await post(store, body, 2)).toMatchObject({ outcome: 'unchanged', number: 1 })
  })

  it.each([
    ['title', { title: 'Aground' }],
    ['byline', { byline: 'Lin Aber' }],
  ])('with another %s is a version', async (_, more) => {
    const store = await openStore()
    await open(store)
    await publish(store, A, 1)
    expect(await post(store, A, 2, more)).toMatchObject({ outcome: 'created' })
  })

  it('with other times alone is not', async () => {
    const store = await openStore()
    await open(store)
    await publish(store, A, 1)
    expect(await post(store, A, 2, { publishedAt: minute(0), modifiedAt: minute(1) })).toMatchObject({ outcome: 'unchanged' })
  })
})

describe('order', () => {
  it('A, B, A are three versions', async () => {
    const store = await openStore()
    await open(store)
    for (const [n, body] of [A, B, A].entries()) await publish(store, body, n)
    expect((await versionList(store)).map((v) => v.number)).toEqual([1, 2, 3])
    const [first, third] = [await versionOf(store, 1), await versionOf(store, 3)]
    expect(third.claims).toEqual(first.claims)
    expect((await standing(store)).filter((c) => c.to.number === 3).map((c) => [c.kinds, c.claims, c.detail])).toEqual([
      [['withdrawn'], [2], {}],
      [['restored'], [1], { restored: { since: 1 } }],
    ])
  })

  it('of two at the same time, the later arrival comes later', async () => {
    const store = await openStore()
    await open(store)
    await publish(store, A, 1)
    await publish(store, B, 1)
    expect(await post(store, B, 1)).toMatchObject({ outcome: 'unchanged', number: 2 })
    await publish(store, A, 1)
    expect((await versionList(store)).map((v) => v.number)).toEqual([1, 2, 3])
  })

  it('without captured_at, a version is captured now', async () => {
    const store = await openStore()
    await open(store)
    expect(await ingest(store, 'harbour', input(A, null), NOW)).toMatchObject({ version: { capturedAt: NOW, recordedAt: NOW } })
  })
})

describe('what cannot be stored', () => {
  it.each([
    ['a time in the future', 'harbour', input(A, '2031-01-01T00:00:00.001Z'), 'invalid', 'captured_at'],
    ['a time far in the future', 'harbour', input(A, '+020300-01-01T00:00:00.000Z'), 'invalid', 'captured_at'],
    ['a time without its zone', 'harbour', input(A, '2030-01-01T00:00:00'), 'invalid', 'captured_at'],
    ['an empty body', 'harbour', input(' \n\u200b\n', minute(1)), 'invalid', 'body'],
    ['half a character', 'harbour', input('A \ud83d B', minute(1)), 'invalid', 'body'],
    ['half a character in the title', 'harbour', input(A, minute(1), { title: '\udc00' }), 'invalid', 'title'],
    ['more than 256 KiB', 'harbour', input('é'.repeat(128 * 1024), minute(1), { title: 'x' }), 'too_large', 'body'],
    ['an unknown article', 'nowhere', input(A, minute(1)), 'not_found', undefined],
  ])('%s', async (_, slug, version, code, path) => {
    const store = await openStore()
    await open(store)
    const before = await counts(store)
    const failure = await ingest(store, slug, version, NOW).catch((error: unknown) => error)
    expect(failure).toMatchObject({ code, errors: path === undefined ? [] : [{ path }] })
    expect(await counts(store)).toEqual(before)
  })
})
