import { describe, expect, it } from 'vitest'
import { type Part, play } from '../stage.ts'

const side = (exact: string, label: string) => ({ exact, wordings: [{ claim: 1, label, text: exact, spans: [[0, 1]] }] })
const softened = {
  id: 17,
  article: 'ferry',
  edit: '1..2/body@0/body@0/softened',
  from: { number: 1 },
  to: { number: 2 },
  kinds: ['softened'],
  detail: {},
  acknowledged: false,
  before: [side('It will sail.', 'Ferry will sail'), side('It will sail.', 'Ferry will sail')],
  after: [side('It may sail.', 'Ferry may sail')],
}
const named = {
  ...softened,
  edit: '2..3/body@0/body@0/source_changed+moved',
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
      '    claim 1, change 17  Ferry may sail',
      '    - It will sail.',
      '    + It may sail.',
      '',
      'ferry  2 → 3',
      '  source_changed (named), moved (up)',
      '    claim 1, change 17  Ferry may sail',
      '    - It will sail.',
      '    + It may sail.',
      '',
    ])
  })

  it('prints the rows of one edit once, with the label of each claim', async () => {
    const other = { ...softened, id: 18, after: [side('It may sail.', 'Captain may sail')] }
    const elsewhere = { ...other, edit: '1..2/body@9/body@9/softened' }
    const { out } = await play(['changes'], () => ({ body: { data: [softened, other, elsewhere], next: 'x', more: false } }))
    const labels = out.split('\n').filter((line) => line.startsWith('    claim'))
    expect(labels).toEqual([
      '    claim 1, change 17  Ferry may sail: “It may sail.”',
      '    claim 1, change 18  Captain may sail: “It may sail.”',
      '    claim 1, change 18  Captain may sail',
    ])
    expect(out.match(/\+ It may sail/g)).toHaveLength(2)
  })

  it('prints the labels before, of claims that are gone', async () => {
    const withdrawn = { ...softened, kinds: ['withdrawn'], after: [] }
    const { out } = await play(['changes'], () => ({ body: { data: [withdrawn], next: 'x', more: false } }))
    expect(out).toContain('  withdrawn\n    claim 1, change 17  Ferry will sail\n    - It will sail.\n')
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
