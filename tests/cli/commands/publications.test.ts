import { expect, it } from 'vitest'
import { play } from '../stage.ts'

const row = (name: string, articles: number, versions: number, latest: string | null) => ({
  name,
  articles,
  versions,
  latest_captured_at: latest,
  articles_url: '/v1/articles',
})

it('publications prints a line each', async () => {
  const data = [row('Harbour Post', 12, 40, '2025-03-12T08:00:00.000Z'), row('Mill\u001b[31m', 1, 0, null)]
  const { out, asked, code } = await play(['publications'], () => ({ body: { data, next: null } }))
  expect([code, asked[0]?.path]).toEqual([0, '/v1/publications?limit=200'])
  expect(out.split('\n')[0]).toMatch(/^Harbour Post +12 +40 +2025-03-12T08:00:00\.000Z$/)
  expect(out).not.toContain('\u001b[31m')
})

it('publications says where there are none', async () => {
  const { out } = await play(['publications'], () => ({ body: { data: [], next: null } }))
  expect(out).toBe('no publications\n')
})
