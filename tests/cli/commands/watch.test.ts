/** `watches list` tells of each watch its last and next checks, and the state of its hub. */
import { expect, test } from 'vitest'
import { play } from '../stage.ts'

const WATCH = {
  id: 3,
  kind: 'feed',
  state: 'watching',
  address: 'https://harbour-post.example/feed.xml',
  article: null,
  hub: null as object | null,
  last_outcome: 'feed_read',
  next_check: '2026-03-02T08:30:00.000Z',
  stopped_reason: null as string | null,
}

test.each([
  ['next check 2026-03-02T08:30:00.000Z', {}],
  ['next check 2026-03-02T08:30:00.000Z; hub active', { hub: { state: 'active' } }],
  ['paused', { next_check: null, stopped_reason: 'paused' }],
])('%s', async (words, given) => {
  const { out, code } = await play(['watches', 'list'], () => ({ body: { data: [{ ...WATCH, ...given }], next: null } }))
  expect([out.trim(), code]).toEqual([`3  feed  watching  feed_read  -  ${WATCH.address}  ${words}`, 0])
})
