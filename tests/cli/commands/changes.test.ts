import { describe, expect, it } from 'vitest'
import { type Part, play } from '../stage.ts'

const softened = {
  article: 'ferry',
  from: { number: 1 },
  to: { number: 2 },
  kinds: ['softened'],
  detail: {},
  acknowledged: false,
  before: [{ exact: 'It will sail.' }, { exact: 'It will sail.' }],
  after: [{ exact: 'It may sail.' }],
}
const named = {
  ...softened,
  from: { number: 2 },
  to: { number: 3 },
  kinds: ['source_changed', 'moved'],
  detail: { source_changed: 'named', moved: 'up' },
}

describe('changes', () => {
  it('prints a heading a step', async () => {
    const { out, asked } = await play(['changes'], () => ({ body: { data: [softened, named], next: 'x', more: false } }))
    expect(asked[0]?.path).toBe('/v1/changes?limit=200')
    expect(out.split('\n')).toEqual([
      'ferry  1 → 2',
      '  softened',
      '    - It will sail.',
      '    + It may sail.',
      '',
      'ferry  2 → 3',
      '  source_changed (named), moved (up)',
      '    - It will sail.',
      '    + It may sail.',
      '',
    ])
  })

  it('names the change that is taken back', async () => {
    const { out } = await play(['changes'], () => ({ body: { data: [{ ...softened, retracts: 7 }], next: 'x', more: false } }))
    expect(out).toContain('  takes back change 7, softened\n')
  })

  it('asks for furniture', async () => {
    for (const zone of ['furniture', 'all']) {
      const { asked } = await play(['changes', '--zone', zone], () => ({ body: { data: [], next: 'x', more: false } }))
      expect(asked[0]?.path).toBe(`/v1/changes?zone=${zone}&limit=200`)
    }
  })

  it('sends its filters', async () => {
    const argv = [
      'changes',
      'ferry',
      '--kind',
      'softened, negated',
      '--zone=lead',
      '--source',
      'Olaf Berg',
      '--acknowledged',
      'false',
    ]
    const { out, asked } = await play(argv, () => ({ body: { data: [], next: null } }))
    expect(asked[0]?.path).toBe(
      '/v1/articles/ferry/changes?kind=softened&kind=negated&zone=lead&source=Olaf+Berg&acknowledged=false&limit=200',
    )
    expect(out).toBe('no changes\n')
  })

  it('reads page after page up to the limit, and reports that there is more', async () => {
    const part: Part = ({ path }) => {
      const limit = Number(new URLSearchParams(path.split('?')[1]).get('limit'))
      return { body: { data: Array.from({ length: limit }, () => softened), next: 'c' } }
    }
    const { out, err, asked } = await play(['changes', '--limit', '250', '--json'], part)
    expect(asked.map(({ path }) => path)).toEqual(['/v1/changes?limit=200', '/v1/changes?limit=50&cursor=c'])
    expect(JSON.parse(out).data).toHaveLength(250)
    expect(JSON.parse(out).more).toBe(true)
    expect(err).toBe('')
    expect((await play(['changes', '--limit', '1'], part)).err).toBe('claimtrail: these are the first 1; --limit gives more\n')
  })
})
