import { expect, it } from 'vitest'
import { play } from '../stage.ts'

const claim = (number: number, first_version: number, last_version: number | null, more: object = {}) => ({
  number,
  label: `Claim ${number}`,
  status: last_version === null ? 'present' : 'withdrawn',
  source: { kind: 'named', name: 'Olaf Berg' },
  certainty: { level: 'possible', polarity: 'positive' },
  first_version,
  last_version,
  ...more,
})

it.each([
  [['claims', 'ferry'], '/v1/articles/ferry/claims?limit=200'],
  [['claims', '--status', 'withdrawn'], '/v1/claims?status=withdrawn&limit=200'],
  [
    ['claims', 'ferry', '--q=sail', '--source', 'Olaf Berg', '--kind=softened,moved', '--sort=changes', '--limit=5'],
    '/v1/articles/ferry/claims?q=sail&source=Olaf+Berg&kind=softened&kind=moved&sort=changes&limit=5',
  ],
])('%j asks for %s', async (argv, path) => {
  const { out, asked } = await play(argv, () => ({ body: { data: [], next: null } }))
  expect({ out, path: asked[0]?.path }).toEqual({ out: 'no claims\n', path })
})

it('prints a row a claim, with the versions that have it', async () => {
  const { out } = await play(['claims', 'ferry'], () => ({
    body: { data: [claim(1, 1, null), claim(2, 2, 2), claim(13, 1, 3)], next: null },
  }))
  expect(out.split('\n')).toEqual([
    '   1  present    since 1  possible  Olaf Berg  Claim 1',
    '   2  withdrawn  in 2     possible  Olaf Berg  Claim 2',
    '  13  withdrawn  1 to 3   possible  Olaf Berg  Claim 13',
    '',
  ])
})

it('names the articles of claims of several', async () => {
  const { out } = await play(['claims'], () => ({ body: { data: [claim(1, 1, null, { article: 'ferry' })], next: null } }))
  expect(out).toBe('ferry     1  present  since 1  possible  Olaf Berg  Claim 1\n')
})
