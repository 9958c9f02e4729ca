import { createHash } from 'node:crypto'
import { expect, it } from 'vitest'
import { changesDigest, claimsDigest, statementsDigest } from '../../src/store/log/digests.ts'

const sha256 = (said: unknown) => createHash('sha256').update(JSON.stringify(said)).digest('hex')

const statement = (sentenceId: number) => ({
  sentenceId,
  place: 0,
  reason: 'ingest' as const,
  sealed: `séaled 🚢 ${sentenceId}`,
})

const change = (id: number) => ({
  ...{ id, fromVersion: null, toVersion: 7, kinds: 3, before: '["a"]', after: '"ü"', acknowledged: false, aside: 0 },
  ...{ retracts: null, reviewId: null, claimIds: [9, 4, 9], recordedAt: '2025-01-01T00:00:00.000Z', sealed: 's' },
})

it.each([0, 1, 3])('the digest of %s rows is that of the JSON of all of them', (count) => {
  const ids = Array.from({ length: count }, (_, n) => n + 1)
  expect(claimsDigest(ids.map((id) => ({ id, number: 2 * id })))).toBe(sha256(ids.map((id) => [id, 2 * id])))
  expect(statementsDigest(ids.map(statement))).toBe(sha256(ids.map((id) => [id, 0, 'ingest', `séaled 🚢 ${id}`])))
  const said = (id: number) => [id, null, 7, 3, '["a"]', '"ü"', false, 0, null, null, [4, 9], '2025-01-01T00:00:00.000Z', 's']
  expect(changesDigest(ids.map(change))).toBe(sha256(ids.map(said)))
})
