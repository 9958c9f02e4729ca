/** An address is taken wherever a slug is. */
import { describe, expect, it } from 'vitest'
import { type Asked, type Part, play } from '../stage.ts'

const ADDRESS = 'https://news.example/ferry'
const LOOKED_UP = `/v1/articles?url=${encodeURIComponent(ADDRESS)}`

const archive =
  (data: readonly object[]): Part =>
  ({ path }) =>
    path === LOOKED_UP ? { body: { data, next: null } } : { status: 404, body: { title: 'Not found' } }

const COMMANDS: readonly (readonly string[])[] = [
  ['show', ADDRESS],
  ['compare', ADDRESS, '1..2'],
  ['compare', ADDRESS, '1..2', '--unified'],
  ['changes', ADDRESS],
  ['claims', ADDRESS],
  ['sources', ADDRESS],
  ['reviews', ADDRESS],
  ['review', 'confirm', ADDRESS, '3'],
  ['review', 'add', ADDRESS, '2', 'the words'],
  ['verify', ADDRESS],
  ['reanalyze', ADDRESS],
  ['withhold', ADDRESS, '2', '--reason', 'By order'],
  ['release', ADDRESS, '2'],
  ['captures', '--article', ADDRESS],
]

describe('an address in place of a slug', () => {
  it.each(COMMANDS)('%s %s %s', async (...argv) => {
    const { asked } = await play(argv, archive([{ slug: 'ferry' }]))
    expect(asked.map(({ path }) => path)).toEqual([LOOKED_UP, expect.stringMatching(/^\/v1\/articles\/ferry\//)])
  })

  it.each([
    [['search', 'fares', '--article', ADDRESS], ({ path }: Asked) => path.includes('article=ferry')],
    [['stats', '--article', ADDRESS], ({ path }: Asked) => path.includes('article=ferry')],
    [
      ['watch', 'https://news.example/mobile', '--article', ADDRESS],
      ({ body }: Asked) => JSON.stringify(body).includes('"article":"ferry"'),
    ],
    [
      ['hooks', 'add', 'https://desk.example/', '--article', ADDRESS],
      ({ body }: Asked) => JSON.stringify(body).includes('"article":"ferry"'),
    ],
  ])('%j', async (argv, isAsked) => {
    const { asked } = await play(argv, archive([{ slug: 'ferry' }]))
    expect(asked.map(({ path }) => path)[0]).toBe(LOOKED_UP)
    expect(asked[1] && isAsked(asked[1])).toBe(true)
  })

  it('that no article has', async () => {
    const { code, err } = await play(['show', ADDRESS], archive([]))
    expect({ code, err }).toEqual({ code: 3, err: expect.stringContaining(`no article is known at ${ADDRESS}`) })
  })

  it('is looked for only where there is one', async () => {
    expect((await play(['show', 'https'], archive([]))).asked.map(({ path }) => path)).toEqual([
      '/v1/articles/https/versions/latest',
    ])
  })
})
