import { describe, expect, it } from 'vitest'
import { play } from '../stage.ts'

const hit = {
  article: 'ferry',
  snippet: { text: 'The ferry\u0007 ran aground.', marks: [[4, 9]] },
  claims: [{ number: 3, label: 'Ferry runs aground' }],
  presence: [
    { from: 1, to: 3 },
    { from: 5, to: null },
  ],
}

describe('search', () => {
  it('lists what was found, and the versions that had it', async () => {
    const { out, asked, code } = await play(['search', 'ferry "ran aground"'], () => ({ body: { data: [hit], next: null } }))
    expect([code, asked[0]?.path]).toEqual([0, '/v1/search?q=ferry+%22ran+aground%22&limit=20'])
    expect(out.split('\n')).toEqual([
      'ferry  from version 1, gone in 3, since version 5',
      '  The ferry ran aground.',
      '    3  Ferry runs aground',
      '',
    ])
  })

  it('marks the words on a terminal', async () => {
    const printed: string[] = []
    const out = { isTTY: true, write: (text: string) => printed.push(text) }
    await play(['search', 'ferry'], () => ({ body: { data: [hit], next: null } }), { out })
    expect(printed.join('')).toContain('The \u001b[1mferry\u001b[22m ran aground.')
  })

  it('sends its filters', async () => {
    const flags = ['--in=claims', '--article', 'ferry', '--publication=Gazette', '--source', 'Ada Moreno', '--at', '2025-03-12']
    const { out, asked } = await play(['search', ...flags, '--limit=3', '--', '-mast ferry'], () => ({
      body: { data: [], next: null },
    }))
    expect(asked[0]?.path).toBe(
      '/v1/search?q=-mast+ferry&in=claims&article=ferry&publication=Gazette&source=Ada+Moreno&at=2025-03-12&limit=3',
    )
    expect(out).toBe('nothing found\n')
  })

  it('gives the answer as JSON, and reports that there is more', async () => {
    const part = () => ({ body: { data: [hit], next: 'c' } })
    expect(JSON.parse((await play(['search', 'ferry', '--limit=1', '--json'], part)).out)).toEqual({ data: [hit], more: true })
    expect((await play(['search', 'ferry', '--limit=1'], part)).err).toBe(
      'claimtrail: these are the first 1; --limit gives more\n',
    )
  })

  it.each([[['search']], [['search', 'ferry', '--limit=0']], [['search', 'ferry', '--in=titles']]])(
    '%j is wrong usage',
    async (argv) => {
      expect((await play(argv)).code).toBe(2)
    },
  )
})
