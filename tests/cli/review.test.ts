import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { command } from './on-file.ts'
import { folderWith, play } from './stage.ts'

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
    [['review'], /say which: review confirm, review reject, review relabel, review withdraw/],
  ])('%j is wrong usage', async (argv, line) => {
    const { code, err } = await play(argv)
    expect({ code, err }).toEqual({ code: 2, err: expect.stringMatching(line) })
  })

  it('says so where there are none', async () => {
    expect((await play(['reviews'], () => ({ body: { data: [], next: null } }))).out).toBe('no reviews\n')
  })
})
