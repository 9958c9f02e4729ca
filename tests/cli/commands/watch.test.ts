import { expect, it } from 'vitest'
import { type Part, play } from '../stage.ts'

const watch = {
  id: 3,
  kind: 'page',
  state: 'watching',
  address: 'https://news.example/ferry',
  article: 'ferry',
  last_outcome: 'unchanged',
  next_check: null,
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
