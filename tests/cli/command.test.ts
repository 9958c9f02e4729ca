import { describe, expect, it } from 'vitest'
import { KINDS } from '../../src/core/changes/change.ts'
import { play } from './stage.ts'

describe('help', () => {
  it.each([
    'ingest',
    'seed',
    'list',
    'show',
    'compare',
    'changes',
    'claims',
    'sources',
    'search',
    'stats',
    'reviews',
    'review confirm',
    'review reject',
    'review relabel',
    'review merge',
    'review split',
    'review supersede',
    'review add',
    'review withdraw',
    'verify',
    'withhold',
    'release',
    'reanalyze',
    'hooks add',
    'hooks list',
    'hooks enable',
    'hooks remove',
    'hooks test',
    'hooks deliveries',
    'token create',
    'token list',
    'token revoke',
  ])('%s: flags, examples, exit codes, no escape codes, and nothing done', async (name) => {
    const { code, out, places } = await play([...name.split(' '), '--help'])
    expect({ code, places }).toEqual({ code: 0, places: [] })
    for (const part of ['USAGE', '--json', 'EXAMPLES', `  claimtrail ${name}`, 'EXIT CODES', '  3  not found'])
      expect(out).toContain(part)
    expect(out).not.toContain('\u001b')
    expect((await play(['--help'])).out).toContain(`\n  ${name} `)
  })

  it.each(['ingest', 'serve', 'review add', 'review', 'hooks'])('of %s is the same in both ways', async (name) => {
    const { code, out } = await play(['help', ...name.split(' ')])
    expect({ code, out }).toEqual({ code: 0, out: (await play([...name.split(' '), '--help'])).out })
  })

  it('of a command that there is not', async () => {
    expect(await play(['help', 'shwo'])).toMatchObject({ code: 2, err: expect.stringContaining('there is no command "shwo"') })
  })

  it('is not asked for by a file that is called --help', async () => {
    expect(await play(['ingest', '--', '--help'])).toMatchObject({
      code: 2,
      err: expect.stringContaining('cannot read --help'),
    })
  })

  it('is what a bare call prints, as wrong usage', async () => {
    expect(await play([])).toMatchObject({ code: 2, out: expect.stringContaining('COMMANDS') })
  })

  it('names every kind that changes can filter by', async () => {
    const { out } = await play(['changes', '-h'])
    expect(KINDS.filter((kind) => !out.includes(kind))).toEqual([])
  })

  it('describes a command by its arguments, options, notes and examples', async () => {
    const { out } = await play(['ingest', '--help'])
    const lines = out.split('\n')
    expect(lines.slice(0, 9)).toEqual([
      'Archive text or Markdown files as versions of articles',
      '',
      'USAGE',
      '',
      '  claimtrail ingest [OPTIONS] FILE…',
      '',
      'ARGUMENTS',
      '',
      '  FILE…  Text files, Markdown files, folders of versions; - is standard input',
    ])
    expect(lines).toContain('  --title=<text>        The headline of the one file given')
    expect(lines).toContain('  --json                Answer in JSON')
    expect(lines).toContain('  claimtrail ingest story.md')
  })

  it.each([
    ['changes', '  claimtrail changes [OPTIONS] [SLUG]'],
    [
      'changes',
      '  --zone=<headline|lead|body|furniture|all>  Only changes of sentences in that part of the text (default: all but furniture)',
    ],
    ['review add', '  claimtrail review add [OPTIONS] SLUG VERSION EXACT'],
    ['token list', '  claimtrail token list [OPTIONS]'],
  ])('%s has the line "%s"', async (name, line) => {
    const { out } = await play([...name.split(' '), '--help'])
    expect(out.split('\n')).toContain(line)
  })
})

it('prints its version', async () => {
  expect(await play(['--version'])).toMatchObject({ code: 0, out: '1.2.3\n', places: [] })
})
