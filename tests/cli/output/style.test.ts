import { describe, expect, it } from 'vitest'
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
describe('colour', () => {
  const part = () => ({ body: { changes: [softened] } })
  const terminal = (write: (text: string) => void) => ({ isTTY: true, write })

  it.each([
    [{}, true],
    [{ NO_COLOR: '1' }, false],
    [{ TERM: 'dumb' }, false],
    [{ FORCE_COLOR: '0' }, false],
    [{ FORCE_COLOR: '1', NO_COLOR: '1' }, true],
  ])('on a terminal with %j: %s', async (env, coloured) => {
    let out = ''
    await play(['compare', 'ferry', '1..2'], part, { env, out: terminal((text) => (out += text)) })
    expect(out.includes('\u001b[31m- It \u001b[7mwill\u001b[27m sail.')).toBe(coloured)
  })

  it('not elsewhere', async () => {
    expect((await play(['compare', 'ferry', '1..2'], part)).out).not.toContain('\u001b')
  })

  it.each(['1', ''])('elsewhere with FORCE_COLOR=%s', async (FORCE_COLOR) => {
    expect((await play(['compare', 'ferry', '1..2'], part, { env: { FORCE_COLOR } })).out).toContain('\u001b')
  })
})
