import { describe, expect, it } from 'vitest'
import { play } from '../stage.ts'

const side = (exact: string, label: string) => ({ exact, wordings: [{ claim: 1, label, text: exact, spans: [[0, 1]] }] })
const softened = {
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
  ])('on a terminal with %j: %s', async (env, coloured) => {
    let out = ''
    await play(['compare', 'ferry', '1..2'], part, { env, out: terminal((text) => (out += text)) })
    expect(out.includes('\u001b[31m- It will sail.')).toBe(coloured)
  })

  it('never elsewhere', async () => {
    expect((await play(['compare', 'ferry', '1..2'], part)).out).not.toContain('\u001b')
  })
})
