import { expect, it } from 'vitest'
import { play } from '../stage.ts'

it.each([
  [['sources'], '/v1/sources?limit=200&sort=claims'],
  [['sources', '--q', 'berg', '--kind=named'], '/v1/sources?q=berg&kind=named&limit=200&sort=claims'],
  [['sources', 'ferry', '--limit', '3'], '/v1/articles/ferry/sources?limit=3'],
])('%j asks for %s', async (argv, path) => {
  const { out, asked } = await play(argv, () => ({ body: { data: [], next: null } }))
  expect({ out, path: asked[0]?.path }).toEqual({ out: 'no sources\n', path })
})

it('prints a row a source', async () => {
  const data = [
    { id: 4, kind: 'named', name: 'Olaf Berg', claims: 12, present_claims: 11 },
    { id: 15, kind: 'unnamed', name: 'a harbour official', claims: 1, present_claims: 0 },
  ]
  expect((await play(['sources'], () => ({ body: { data, next: null } }))).out.split('\n')).toEqual([
    '   4  named    12 claims  11 present  Olaf Berg',
    '  15  unnamed  1 claim    0 present   a harbour official',
    '',
  ])
})
