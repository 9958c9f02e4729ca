import { describe, expect, it } from 'vitest'
import { type Part, play } from '../stage.ts'

const LEE = { label: 'Rents fell', certainty: { level: 'certain' }, quotation: 'none' }
const DIFFERENCE = {
  text: 'Rents fell, Ms. Lee said.',
  versions: [1, 3],
  found: [{ label: 'Ms. Lee said' }],
  lost: [{ label: 'Rents', claims: [4] }],
  differing: [{ claims: [1], stored: LEE, now: { ...LEE, quotation: 'mixed' }, fields: ['quotation'] }],
}

/** An archive of two articles, of which one has differences. */
const archive: Part = ({ method, path }) => {
  if (path.startsWith('/v1/articles?')) return { body: { data: [{ slug: 'pier' }, { slug: 'ferry' }], next: null } }
  const article = path.split('/')[3]?.split('?')[0]
  if (method === 'POST')
    return {
      body: { article, engine: '7', sentences: article === 'ferry' ? 3 : 0, cut_otherwise: article === 'ferry' ? [2] : [] },
    }
  return { body: { data: article === 'ferry' ? [DIFFERENCE] : [], next: null } }
}

describe('reanalyze', () => {
  it('lists what was analyzed again and the differences', async () => {
    const { code, out, asked } = await play(['reanalyze', 'ferry'], archive)
    expect(out.split('\n')).toEqual([
      'ferry  engine 7: 3 sentences analyzed again; 1 sentence with differences; it would split version 2 into other sentences',
      '  Rents fell, Ms. Lee said.  (in 1, 3)',
      '    + Ms. Lee said',
      '    - Rents',
      '    Rents fell',
      '      quotation: none → mixed',
      '',
    ])
    expect([code, asked.map(({ method, path }) => `${method} ${path}`)]).toEqual([
      0,
      ['POST /v1/articles/ferry/reanalysis', 'GET /v1/articles/ferry/reanalysis?limit=200'],
    ])
  })

  it('does so for every article, the oldest first', async () => {
    const { out } = await play(['reanalyze', '--all'], archive)
    expect(out.split('\n').filter((line) => /^\w/.test(line))).toEqual([
      expect.stringMatching(/^ferry /),
      'pier  engine 7: nothing to analyze again; 0 sentences with differences',
    ])
  })

  it('answers in JSON', async () => {
    const { out } = await play(['reanalyze', 'ferry', '--json'], archive)
    expect(JSON.parse(out)).toEqual({ data: [expect.objectContaining({ article: 'ferry', differences: [DIFFERENCE] })] })
  })

  it.each([[['reanalyze']], [['reanalyze', 'ferry', '--all']]])('refuses %j', async (argv) => {
    const { code, err, asked } = await play(argv, archive)
    expect([code, err, asked]).toEqual([2, expect.stringMatching(/--all/), []])
  })
})
