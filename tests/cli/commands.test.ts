import { describe, expect, it } from 'vitest'
import type { TokenBook, TokenRow } from '../../src/cli/token.ts'
import { KINDS } from '../../src/core/changes/change.ts'
import { type Part, play } from './stage.ts'

const softened = {
  article: 'ferry',
  from: 1,
  to: 2,
  kinds: ['softened'],
  detail: {},
  acknowledged: false,
  before: [{ exact: 'It will sail.' }, { exact: 'It will sail.' }],
  after: [{ exact: 'It may sail.' }],
}
const named = {
  ...softened,
  to: 3,
  from: 2,
  kinds: ['source_changed', 'moved'],
  detail: { source_changed: 'named', moved: 'up' },
}

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

  it.each([
    [['--version', '2'], '2'],
    [['--at', '2025-03-12T13:00+01:00'], 'at/2025-03-12T12%3A00%3A00.000Z'],
    [['--at=2025-03-12'], 'at/2025-03-12T23%3A59%3A59.999Z'],
  ])('%j asks for %s', async (flags, end) => {
    const { asked } = await play(['show', 'ferry', ...flags], () => ({ body: version }))
    expect(asked[0]?.path).toBe(`/v1/articles/ferry/versions/${end}`)
  })

  it('follows where the archive sends it', async () => {
    const part: Part = ({ path }) =>
      path.endsWith('latest') ? { status: 302, location: '/v1/articles/ferry/versions/3' } : { body: { ...version, path } }
    const { out } = await play(['show', 'ferry', '--json'], part)
    expect(JSON.parse(out).path).toBe('/v1/articles/ferry/versions/3')
  })
})

describe('compare', () => {
  it('prints the folded changes', async () => {
    const { code, out, asked } = await play(['compare', 'ferry', '1..3'], () => ({ body: { changes: [softened] } }))
    expect({ code, path: asked[0]?.path }).toEqual({ code: 0, path: '/v1/articles/ferry/compare/1..3' })
    expect(out).toBe('1 softened\nsoftened\n  - It will sail.\n  + It may sail.\n')
  })
})

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

  it('reads page after page up to the limit, and says that there is more', async () => {
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

describe('verify', () => {
  it.each([
    [true, 0, 'ferry  6 versions  intact\nhead f00\n'],
    [false, 1, 'ferry  6 versions  BROKEN: the record was changed after it was written\nhead f00\n'],
  ])('ok %s ends with %i', async (ok, code, out) => {
    const played = await play(['verify', 'ferry'], () => ({ body: { ok, versions: 6, head: 'f00' } }))
    expect({ code: played.code, out: played.out }).toEqual({ code, out })
  })
})

describe('token', () => {
  function book() {
    const rows: TokenRow[] = []
    const opened: [string, boolean][] = []
    const tokens: TokenBook = {
      async create({ name, scopes }) {
        const row = { id: String(rows.length + 1), name, scopes, createdAt: '2025-03-01T00:00:00.000Z', revokedAt: null }
        rows.push(row)
        return { ...row, token: 'ct_secret' }
      },
      list: async () => rows,
      revoke: async (id) => rows.some((row) => row.id === id),
      close: () => {},
    }
    const openTokens = async (path: string, create: boolean) => {
      opened.push([path, create])
      return tokens
    }
    return { opened, session: { openTokens } }
  }

  it('creates, lists and revokes', async () => {
    const { opened, session } = book()
    const made = await play(
      ['token', 'create', 'desk', '--scope', 'archive:write,review:write', '--archive', 'a.sqlite'],
      undefined,
      session,
    )
    expect(made).toMatchObject({ code: 0, out: 'ct_secret\n' })
    const listed = await play(['token', 'list', '--archive', 'a.sqlite'], undefined, session)
    expect(listed.out).toBe('1  2025-03-01T00:00:00.000Z  active  archive:write,review:write  desk\n')
    expect(await play(['token', 'revoke', '1', '--archive', 'a.sqlite'], undefined, session)).toMatchObject({
      code: 0,
      out: 'revoked 1\n',
    })
    expect(await play(['token', 'revoke', '7'], undefined, session)).toMatchObject({ code: 3, out: '' })
    expect(opened).toEqual([
      ['a.sqlite', true],
      ['a.sqlite', false],
      ['a.sqlite', false],
      ['archive.sqlite', false],
    ])
  })

  it.each([
    [['token', 'create', 'desk', '--scope', 'archive:read'], /there is no scope "archive:read"/],
    [['token', 'create'], /NAME is missing/],
    [['token', 'list', '--url', 'http://127.0.0.1'], /Unknown option "--url"/],
    [['token'], /say which: token create, token list, token revoke/],
  ])('%j is wrong usage', async (argv, line) => {
    const { code, err } = await play(argv, undefined, book().session)
    expect({ code, err }).toEqual({ code: 2, err: expect.stringMatching(line) })
  })
})

describe('wrong usage', () => {
  it.each([
    [['shwo', 'ferry'], /there is no command "shwo"; claimtrail --help lists them/],
    [['show'], /SLUG is missing/],
    [['show', 'ferry', 'boat'], /"boat" is one word too many/],
    [['show', 'ferry', '--verison', '3'], /Unknown option "--verison"/],
    [['show', 'ferry', '-z'], /Unknown option "-z"/],
    [['show', 'ferry', '--no-json'], /Unknown option "--no-json"/],
    [['show', 'ferry', '--version'], /Option "--version <value>" argument missing/],
    [['show', 'ferry', '--version', '--json'], /Option "--version" argument is ambiguous/],
    [['show', 'ferry', '--version='], /--version has no value/],
    [['show', 'ferry', '--version=1', '--version=2'], /--version is given 2 times/],
    [['show', 'ferry', '--version', 'two'], /--version "two" is not a version's number/],
    [['show', 'ferry', '--version', '0'], /--version "0" is not a version's number/],
    [['show', 'ferry', '--at', 'noon'], /--at "noon" is not a time/],
    [['show', 'ferry', '--at', '2025-03-12', '--version', '1'], /both choose a version/],
    [['show', 'ferry', '--url', 'localhost'], /"localhost" is not a server's address/],
    [['show', 'ferry', '--url', 'http://a.example', '--archive', 'b'], /name two archives/],
    [['show', 'ferry', '--token', 'x'], /--token goes with --url/],
    [['show', 'ferry', '--token', 'x', '--archive', 'b'], /--token goes with --url/],
    [['compare', 'ferry'], /VERSIONS is missing/],
    [['compare', 'ferry', '1-2'], /"1-2" are not two versions/],
    [['changes', '--kind', 'sofened'], /there is no kind "sofened"; the kinds are introduced,/],
    [['changes', '--zone', 'foot'], /--zone is one of headline, lead, body, not "foot"/],
    [['changes', '--limit', '0'], /--limit "0" is not a number from 1/],
  ])('%j', async (argv, line) => {
    const { code, out, err, places } = await play(argv)
    expect({ code, out, err, places }).toEqual({ code: 2, out: '', err: expect.stringMatching(line), places: [] })
    expect(err.match(/\n/g)).toHaveLength(1)
  })
})

describe('which archive', () => {
  it.each([
    [['--archive', 'a b.sqlite'], {}, { kind: 'file', path: 'a b.sqlite', create: false }],
    [[], {}, { kind: 'file', path: 'archive.sqlite', create: false }],
    [[], { ARCHIVE: 'here.sqlite' }, { kind: 'file', path: 'here.sqlite', create: false }],
    [
      ['--archive', 'a'],
      { CLAIMTRAIL_URL: 'http://a.example', CLAIMTRAIL_TOKEN: 't' },
      { kind: 'file', path: 'a', create: false },
    ],
    [
      [],
      { CLAIMTRAIL_URL: 'http://a.example', CLAIMTRAIL_TOKEN: 't' },
      { kind: 'server', url: new URL('http://a.example'), token: 't' },
    ],
    [
      ['--url', 'http://b.example', '--token', 'u'],
      { CLAIMTRAIL_TOKEN: 't' },
      { kind: 'server', url: new URL('http://b.example'), token: 'u' },
    ],
    [['--url', 'http://b.example'], {}, { kind: 'server', url: new URL('http://b.example'), token: null }],
  ])('%j with %j', async (flags, env, place) => {
    const { places } = await play(['verify', 'ferry', ...flags], undefined, { env })
    expect(places).toEqual([place])
  })
})

describe('what the archive refuses', () => {
  it.each([
    [{ status: 404, body: { title: 'Not found', detail: 'there is no article "ferry"' } }, 'there is no article "ferry"'],
    [
      { status: 401, body: { title: 'Unauthorized' } },
      'Unauthorized; give a token with --token or CLAIMTRAIL_TOKEN (claimtrail token create)',
    ],
    [{ status: 500, body: 'oops' }, 'the archive answered 500'],
  ])('%j', async (answer, line) => {
    const { code, out, err } = await play(['show', 'ferry'], () => answer)
    expect({ code, out, err }).toEqual({ code: 3, out: '', err: `claimtrail: ${line}\n` })
  })
})

describe('help', () => {
  it.each(['ingest', 'seed', 'show', 'compare', 'changes', 'verify', 'token create', 'token list', 'token revoke'])(
    '%s: flags, examples, exit codes, no escape codes, and nothing done',
    async (name) => {
      const { code, out, places } = await play([...name.split(' '), '--help'])
      expect({ code, places }).toEqual({ code: 0, places: [] })
      for (const part of ['USAGE', '--json', 'EXAMPLES', `  claimtrail ${name}`, 'EXIT CODES', '  3  not found'])
        expect(out).toContain(part)
      expect(out).not.toContain('\u001b')
      expect((await play(['--help'])).out).toContain(`  ${name} `)
    },
  )

  it('is what a bare call prints, as wrong usage', async () => {
    expect(await play([])).toMatchObject({ code: 2, out: expect.stringContaining('COMMANDS') })
  })

  it('names every kind that changes can filter by', async () => {
    const { out } = await play(['changes', '-h'])
    expect(KINDS.filter((kind) => !out.includes(kind))).toEqual([])
  })
})

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
