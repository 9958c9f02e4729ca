import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { command } from '../on-file.ts'
import { folderWith, play } from '../stage.ts'

async function archiveWithStory(): Promise<string> {
  const folder = folderWith({ 'story.md': '# Ferry Aground\n\nA ferry ran aground off Norrholm, the coast guard said.' })
  const archive = join(folder, 'a.sqlite')
  expect((await command('ingest', join(folder, 'story.md'), '--archive', archive)).code).toBe(0)
  return archive
}

describe('review', () => {
  it('confirms, relabels, rejects and withdraws, and lists it all in order', async () => {
    const archive = ['--archive', await archiveWithStory()]
    const claim = ['ferry-aground', '2']
    const confirmed = await command('review', 'confirm', ...claim, '--change', '2', ...archive)
    expect(confirmed).toMatchObject({
      code: 0,
      out: expect.stringMatching(/^1 {2}\S+Z {2}bootstrap {2}ferry-aground 2 {2}confirm change 2\n$/),
    })
    expect((await command('review', 'relabel', ...claim, 'Ferry aground off Norrholm', ...archive)).out).toContain(
      'relabel “Ferry aground off Norrholm”',
    )
    expect((await command('show', 'ferry-aground', ...archive)).out).toContain('Ferry aground off Norrholm')
    expect((await command('review', 'reject', ...claim, '--reason', 'A caption', ...archive)).out).toContain(
      'reject — A caption',
    )
    expect((await command('review', 'withdraw', ...claim, '3', ...archive)).out).toContain('withdraw review 3')
    const { out } = await command('reviews', 'ferry-aground', ...archive)
    expect(out.split('\n').map((line) => line.split(/ {2,}/).at(-1))).toEqual([
      'confirm change 2',
      'relabel “Ferry aground off Norrholm”',
      'reject (withdrawn by review 4) — A caption',
      'withdraw review 3',
      '',
    ])
    const rejected = await command('reviews', '--action', 'reject', '--json', ...archive)
    expect(JSON.parse(rejected.out).data).toMatchObject([{ id: 3, action: 'reject', withdrawn_by: 4 }])
  })

  it.each([
    [['review', 'confirm', 'ferry', '7', '--reason', 'Seen'], { action: 'confirm', reason: 'Seen' }],
    [['review', 'reject', 'ferry', '7', '--change', '9', '--reason', 'No'], { action: 'reject', change: 9, reason: 'No' }],
    [['review', 'relabel', 'ferry', '7', 'A label'], { action: 'relabel', label: 'A label' }],
    [['review', 'merge', 'ferry', '7', '9'], { action: 'merge', with: 9 }],
    [['review', 'split', 'ferry', '7', '2'], { action: 'split', version: 2 }],
    [
      ['review', 'supersede', 'ferry', '7', '9', '--reason', 'A new offer'],
      { action: 'supersede', by: 9, reason: 'A new offer' },
    ],
    [['review', 'withdraw', 'ferry', '7', '3'], { action: 'withdraw', review: 3 }],
  ])('%j sends %j', async (argv, body) => {
    const { asked } = await play([...argv, '--json'])
    expect(asked).toEqual([{ method: 'POST', path: '/v1/articles/ferry/claims/7/reviews', body }])
  })

  it.each([
    [['review', 'reject', 'ferry', '7'], /--reason is missing/],
    [['review', 'confirm', 'ferry', 'first'], /claim "first" is not a number from 1/],
    [['review', 'confirm', 'ferry', '7', '--change', '0'], /--change "0" is not a number/],
    [['review', 'withdraw', 'ferry', '7', 'x'], /review "x" is not a number/],
    [['review', 'relabel', 'ferry', '7'], /LABEL is missing/],
    [['reviews', '--limit', '0'], /--limit "0"/],
    [['review', 'merge', 'ferry', '7', 'x'], /with "x" is not a number/],
    [['review', 'add', 'ferry', '1', 'words', '--certainty', 'sure'], /--certainty is one of .*, not "sure"/],
    [['review', 'add', 'ferry', '1', 'words', '--start', '-1'], /--start/],
    [
      ['review', 'confirm', 'ferry', '7', '--reviewer', 'Ada', '--url', 'http://localhost:1'],
      /--reviewer goes with an archive file/,
    ],
    [
      ['review'],
      /say which: review confirm, review reject, review relabel, review merge, review split, review supersede, review add, review withdraw/,
    ],
  ])('%j is wrong usage', async (argv, line) => {
    const { code, err } = await play(argv)
    expect({ code, err }).toEqual({ code: 2, err: expect.stringMatching(line) })
  })

  it('adds a claim in the name of who decides', async () => {
    const archive = ['--archive', await archiveWithStory()]
    const words = 'off Norrholm'
    const { out } = await command('review', 'add', 'ferry-aground', '1', words, '--reviewer', 'Dana Petrov', ...archive)
    expect(out).toMatch(
      /^1 {2}\S+Z {2}Dana Petrov {2}ferry-aground 3 {2}add in version 1 “off Norrholm”\n {2}change \d+: introduced of 3\n$/,
    )
    expect((await command('show', 'ferry-aground', ...archive)).out).toContain(words)
  })

  it('sends the fields of a claim that is added', async () => {
    const argv = [
      'review',
      'add',
      'ferry',
      '2',
      'the words',
      '--source',
      'Ada Quill',
      '--certainty',
      'possible',
      '--label',
      'A label',
    ]
    const { asked } = await play([...argv, '--json'])
    expect(asked).toEqual([
      {
        method: 'POST',
        path: '/v1/articles/ferry/reviews',
        body: {
          action: 'add',
          version: 2,
          exact: 'the words',
          source: { kind: 'named', name: 'Ada Quill' },
          label: 'A label',
          certainty: { level: 'possible', polarity: 'positive' },
        },
      },
    ])
  })

  it('reports that there are none', async () => {
    expect((await play(['reviews'], () => ({ body: { data: [], next: null } }))).out).toBe('no reviews\n')
  })
})
