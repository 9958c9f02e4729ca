import { describe, expect, it } from 'vitest'
import { appClient } from '../../../src/cli/archive/connection.ts'
import { play } from '../stage.ts'

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
describe('compare', () => {
  it('prints the folded changes', async () => {
    const { code, out, asked } = await play(['compare', 'ferry', '1..3'], () => ({ body: { changes: [softened] } }))
    expect({ code, path: asked[0]?.path }).toEqual({ code: 0, path: '/v1/articles/ferry/compare/1..3' })
    expect(out).toBe('1 softened\nsoftened\n  claim 1, change 17  Ferry may sail\n  - It will sail.\n  + It may sail.\n')
  })

  it('prints the unified diff as it is answered', async () => {
    const diff = '--- ferry/1\n+++ ferry/2\n@@ -1 +1 @@\n-Ferry sails\n+Ferry may sail\n'
    const asked: string[] = []
    const { code, out } = await play(['compare', 'ferry', '1..2', '--unified'], undefined, {
      open: async () => ({
        client: appClient(({ url }) => {
          asked.push(url.slice('http://archive.invalid'.length))
          return new Response(diff)
        }),
        close: () => {},
      }),
    })
    expect({ code, out, asked }).toEqual({ code: 0, out: diff, asked: ['/v1/articles/ferry/compare/1..2?format=unified'] })
  })
})
