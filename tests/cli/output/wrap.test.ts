import { describe, expect, it } from 'vitest'
import { wrapped } from '../../../src/cli/output/wrap.ts'
import { play } from '../stage.ts'

it.each([
  ['fits', 'The ferry sank.', 20, ['The ferry sank.']],
  ['is broken at a word end', 'The ferry sank off Lund today.', 20, ['The ferry sank off', 'Lund today.']],
  ['is exactly as wide', 'The ferry sank off Lund', 23, ['The ferry sank off Lund']],
  [
    'has a word that is wider',
    'see https://news.example/ferry-fares now',
    20,
    ['see', 'https://news.example/ferry-fares', 'now'],
  ],
  ['is indented', '    The ferry sank off Lund today.', 24, ['    The ferry sank off', '    Lund today.']],
  ['is a side', '  + The ferry sank off Lund today.', 24, ['  + The ferry sank off', '    Lund today.']],
  [
    'is a row',
    '12  certain  The ferry sank off Lund today',
    38,
    ['12  certain  The ferry sank off Lund', '             today'],
  ],
  [
    'is a row with a last cell far right',
    '1  a very long source  The ferry sank',
    24,
    ['1  a very long source', '    The ferry sank'],
  ],
  ['is colored', '\u001b[31mThe ferry\u001b[39m sank off Lund', 20, ['\u001b[31mThe ferry\u001b[39m sank off', 'Lund']],
  ['is in a terminal without width', 'The ferry sank off Lund', 3, ['The ferry sank off Lund']],
])('a line that %s', (_, line, width, lines) => expect(wrapped(line, width)).toEqual(lines))

describe('the output', () => {
  const body = Array.from({ length: 30 }, (_, i) => `word${i}`).join(' ')
  const part = () => ({ body: { number: 1, title: 'T', captured_at: '2025', content_hash: 'a', body, claims: [] } })
  const linesOn = async (terminal: object) => {
    let out = ''
    await play(['show', 'ferry'], part, { out: { ...terminal, write: (text: string) => (out += text) } })
    return out.split('\n')
  }

  it.each([
    ['the width of a terminal', { isTTY: true, columns: 40 }, 40],
    ['80 on a terminal that says none', { isTTY: true }, 80],
  ])('keeps to %s', async (_, terminal, width) => {
    const longest = Math.max(...(await linesOn(terminal)).map(({ length }) => length))
    expect(longest).toBeLessThanOrEqual(width)
    expect(longest).toBeGreaterThan(width - 8)
  })

  it('is not broken elsewhere', async () => expect(await linesOn({})).toContain(body))

  it('breaks help', async () => {
    let out = ''
    await play(['help', 'changes'], part, { out: { isTTY: true, columns: 60, write: (text) => (out += text) } })
    expect(Math.max(...out.split('\n').map(({ length }) => length))).toBeLessThanOrEqual(60)
  })
})
