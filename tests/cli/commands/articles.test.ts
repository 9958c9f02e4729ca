import { expect, it } from 'vitest'
import { play } from '../stage.ts'

const ferry = {
  slug: 'ferry',
  title: 'Ferry\u001b Sinks',
  publication: 'Lund Post',
  version_count: 2,
  latest_captured_at: '2025-03-12T12:05:00.000Z',
}
const pier = { slug: 'old-pier', title: null, publication: null, version_count: 0, latest_captured_at: null }

it.each([
  [['list'], '/v1/articles?limit=50'],
  [
    ['list', '--q', 'ferry fares', '--publication=Lund Post', '--limit', '3'],
    '/v1/articles?q=ferry+fares&publication=Lund+Post&limit=3',
  ],
])('%j asks for %s', async (argv, path) => {
  const { out, asked } = await play(argv, () => ({ body: { data: [], next: null } }))
  expect({ out, path: asked[0]?.path }).toEqual({ out: 'no articles\n', path })
})

it('prints a row an article', async () => {
  const { code, out } = await play(['list'], () => ({ body: { data: [ferry, pier], next: null } }))
  expect({ code, lines: out.split('\n') }).toEqual({
    code: 0,
    lines: [
      'ferry     2 versions  2025-03-12T12:05:00.000Z  Lund Post  Ferry Sinks',
      'old-pier  0 versions  no version yet            -',
      '',
    ],
  })
})
