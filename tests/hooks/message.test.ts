/** How the changes that hooks are told of are cut into messages. */
import { describe, expect, test } from 'vitest'
import { batchOf, MOST_CHANGES, MOST_CHARACTERS, messageOf, pingOf, type Wording } from '../../src/hooks/message.ts'
import type { ChangeView } from '../../src/store/read/changes.ts'

const wording: Wording = {
  change: ({ id, slug }) => ({ id, slug }),
  cursor: (change) => `after ${change}`,
  page: (of) => (typeof of === 'string' ? `page of ${of}` : `page of ${of.id}`),
}
/** A wording that makes each change so many characters long. */
const wordy = (length: number): Wording => ({ ...wording, change: ({ id }) => [id, 'x'.repeat(length)] })

const change = (id: number, more: Partial<ChangeView> = {}) =>
  ({ id, slug: 'ferry', to: { number: 2 }, recordedAt: '2026-03-01T12:00:00.000Z', ...more }) as ChangeView
const changes = (n: number) => Array.from({ length: n }, (_, i) => change(i + 1))

test('a message is about the article, its versions and changes, and says where the feed goes on', () => {
  const told = [change(4, { to: { number: 3 } as ChangeView['to'] }), change(6)]
  const batch = batchOf(told, 9, wording)
  expect(batch && JSON.parse(messageOf(batch, wording))).toEqual({
    type: 'changes.recorded',
    timestamp: '2026-03-01T12:00:00.000Z',
    data: {
      article: 'ferry',
      url: '/v1/articles/ferry',
      page: 'page of ferry',
      versions: [2, 3],
      next: 'after 9',
      changes: [
        { id: 4, slug: 'ferry' },
        { id: 6, slug: 'ferry' },
      ],
      pages: ['page of 4', 'page of 6'],
    },
  })
  expect(batch).toMatchObject({ changes: told, upto: 9 })
})

test('there is none of nothing', () => {
  expect(batchOf([], 9, wording)).toBeNull()
})

describe('a message ends', () => {
  test.each([
    ['before another article', [change(1), change(2), change(5, { slug: 'bridge' })], 2, 4],
    ['before another write', [change(1), change(3, { recordedAt: '2026-03-01T12:00:00.001Z' })], 1, 2],
    ['after so many changes', changes(MOST_CHANGES + 1), MOST_CHANGES, MOST_CHANGES],
    ['with the last change', changes(MOST_CHANGES), MOST_CHANGES, 999],
  ])('%s', (_, list, told, upto) => {
    expect(batchOf(list, 999, wording)).toMatchObject({ changes: { length: told }, written: { length: told }, upto })
  })

  test('before it is too long', () => {
    const long = wordy(MOST_CHARACTERS / 10)
    const batch = batchOf(changes(50), 999, long)
    expect(batch).toMatchObject({ changes: { length: 9 }, upto: 9 })
    expect(batch && messageOf(batch, long).length).toBeLessThan(MOST_CHARACTERS + 500)
  })

  test('after one change that is too long by itself', () => {
    expect(batchOf(changes(2), 999, wordy(MOST_CHARACTERS * 2))).toMatchObject({ changes: { length: 1 }, upto: 1 })
  })
})

test('a ping names the hook', () => {
  expect(JSON.parse(pingOf(3, '2026-03-01T12:00:00.000Z'))).toEqual({
    type: 'ping',
    timestamp: '2026-03-01T12:00:00.000Z',
    data: { hook: '/v1/hooks/3' },
  })
})
