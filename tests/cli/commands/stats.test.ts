import { describe, expect, it } from 'vitest'
import { play } from '../stage.ts'

const point = (time: string, kind: string | null, count: number) => ({ time: `${time}:00:00.000Z`, kind, count })

describe('stats', () => {
  it('prints what was counted, without the zeros', async () => {
    const data = [
      point('2025-03-12T00', 'softened', 2),
      point('2025-03-13T00', 'softened', 0),
      point('2025-03-14T00', null, 11),
    ]
    const { out, asked } = await play(['stats'], () => ({ body: { interval: 'day', by: 'kind', data } }))
    expect(asked[0]?.path).toBe('/v1/stats/changes')
    expect(out).toBe('2025-03-12      2  softened\n2025-03-14     11  (none)\n')
  })

  it('prints hours', async () => {
    const data = [point('2025-03-12T08', 'softened', 2)]
    const { out } = await play(['stats', '--interval=hour'], () => ({ body: { interval: 'hour', by: 'kind', data } }))
    expect(out).toBe('2025-03-12T08      2  softened\n')
  })

  it('sends its filters', async () => {
    const flags = ['--by=article', '--interval=week', '--from=2025-03-01', '--to=2025-04-01', '--kind=softened,negated']
    const { out, asked } = await play(['stats', ...flags, '--article=ferry', '--publication=Post', '--source=Ada'], () => ({
      body: { interval: 'week', by: 'article', data: [] },
    }))
    expect(asked[0]?.path).toBe(
      '/v1/stats/changes?by=article&interval=week&from=2025-03-01&to=2025-04-01&kind=softened&kind=negated&article=ferry&publication=Post&source=Ada',
    )
    expect(out).toBe('no changes\n')
  })

  it('gives the answer as JSON, and refuses what there is not', async () => {
    const body = { interval: 'day', by: 'kind', data: [point('2025-03-12T00', 'softened', 2)] }
    expect(JSON.parse((await play(['stats', '--json'], () => ({ body }))).out)).toEqual(body)
    expect((await play(['stats', '--by=zone'])).code).toBe(2)
  })
})
