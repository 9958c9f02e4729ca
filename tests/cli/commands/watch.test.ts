/** `watch` reports the first capture; `watches list` shows of each watch its last and next checks, and the state of its hub. */
import { expect, it, test } from 'vitest'
import { type Part, play } from '../stage.ts'

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

const watch = {
  id: 3,
  kind: 'page',
  state: 'watching',
  address: 'https://news.example/ferry',
  article: 'ferry',
  hub: null,
  last_outcome: 'unchanged',
  next_check: null,
  stopped_reason: null,
}
const capture = (outcome: string) => ({ id: 1, outcome, article: 'ferry', version: 1, evidence: [] })

/** A server: what its check of the watch answers, and what it had captured before. */
const server =
  (checked: string, before: readonly string[]): Part =>
  ({ path }) => {
    if (path === '/v1/watches') return { status: 201, body: watch }
    if (path === '/v1/watches/3/check') return { body: { watch, capture: capture(checked) } }
    return { body: { data: before.map(capture), next: null } }
  }

it.each([
  ['created', [], 'created: version 1'],
  ['unchanged', ['created'], 'created: version 1'],
  ['not_modified', ['created'], 'created: version 1'],
  ['unchanged', [], 'unchanged: version 1'],
])('a first check that is %s after %j is told as %s', async (checked, before, line) => {
  const { code, out } = await play(['watch', 'https://news.example/ferry'], server(checked, before))
  expect({ code, out }).toEqual({ code: 0, out: expect.stringContaining(line) })
})

it('a later check is told as it is', async () => {
  const { out, asked } = await play(['watches', 'check', '3'], server('unchanged', ['created']))
  expect(out).toContain('unchanged: version 1')
  expect(asked).toHaveLength(1)
})
