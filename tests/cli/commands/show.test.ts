import { describe, expect, it } from 'vitest'
import { type Part, play } from '../stage.ts'

describe('show', () => {
  const version = {
    number: 3,
    title: 'Ferry sinks',
    byline: 'Ann Lee',
    body: 'The ferry \u001b[31msank.\n\nIt may sail again, Mr. Berg said.',
    captured_at: '2025-03-12T12:05:00.000Z',
    published_at: null,
    content_hash: 'abc',
    claims: [
      {
        number: 1,
        label: 'Ferry sank',
        source: { kind: 'author', name: null, text: null },
        certainty: { level: 'certain', polarity: 'positive' },
      },
      {
        number: 12,
        label: 'Ferry may sail again',
        source: { kind: 'named', name: 'Olaf Berg', text: 'Mr. Berg' },
        certainty: { level: 'possible', polarity: 'negative' },
      },
    ],
  }

  it('prints the version and its claims, without control characters', async () => {
    const { code, out, asked } = await play(['show', 'ferry'], () => ({ body: version }))
    expect(code).toBe(0)
    expect(asked[0]?.path).toBe('/v1/articles/ferry/versions/latest')
    expect(out).toBe(
      [
        'Ferry sinks',
        'Ann Lee',
        '',
        'version   3',
        'captured  2025-03-12T12:05:00.000Z',
        'content   abc',
        '',
        'The ferry [31msank.',
        '',
        'It may sail again, Mr. Berg said.',
        '',
        '2 claims',
        '   1  certain        the article  Ferry sank',
        '  12  not, possible  Olaf Berg    Ferry may sail again',
        '',
      ].join('\n'),
    )
  })

  it('begins with the facts where there is neither title nor byline', async () => {
    const { out } = await play(['show', 'ferry'], () => ({ body: { ...version, title: '', byline: null } }))
    expect(out).toMatch(/^version {3}3\n/)
  })

  it.each([
    [['--version', '2'], '2'],
    [['--at', '2025-03-12T13:00+01:00'], 'at/2025-03-12T12%3A00%3A00.000Z'],
    [['--at=2025-03-12'], 'at/2025-03-12T23%3A59%3A59.999Z'],
  ])('%j asks for %s', async (flags, end) => {
    const { asked } = await play(['show', 'ferry', ...flags], () => ({ body: version }))
    expect(asked[0]?.path).toBe(`/v1/articles/ferry/versions/${end}`)
  })

  it.each([
    [[], undefined, '   1  certain  the article  Ferry sank'],
    [['--explain'], '?explain=true', '   1  certain  the article  Ferry sank  author label/as-told'],
  ])('%j asks with %s', async (flags, query = '', line) => {
    const rules = query ? { rules: ['author', 'label/as-told'] } : {}
    const [claim] = version.claims
    const { out, asked } = await play(['show', 'ferry', ...flags], () => ({
      body: { ...version, claims: [{ ...claim, ...rules }] },
    }))
    expect(asked[0]?.path).toBe(`/v1/articles/ferry/versions/latest${query}`)
    expect(out.trimEnd().split('\n').at(-1)).toBe(line)
  })

  it('follows where the archive sends it', async () => {
    const part: Part = ({ path }) =>
      path.endsWith('latest') ? { status: 302, location: '/v1/articles/ferry/versions/3' } : { body: { ...version, path } }
    const { out } = await play(['show', 'ferry', '--json'], part)
    expect(JSON.parse(out).path).toBe('/v1/articles/ferry/versions/3')
  })
})
