import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { command } from '../on-file.ts'
import { folderWith, play } from '../stage.ts'

it('withholds a version and shows it again', async () => {
  const folder = folderWith({ 'ferry.txt': 'The ferry sank off Lund on Monday.' })
  const archive = ['--archive', join(folder, 'a.sqlite')]
  await command('ingest', join(folder, 'ferry.txt'), ...archive)
  expect(await command('withhold', 'ferry', '1', '--reason', 'By order', ...archive)).toMatchObject({
    code: 0,
    out: 'withheld version 1 of ferry: By order\n',
  })
  expect(await command('show', 'ferry', '--version', '1', ...archive)).toMatchObject({
    code: 3,
    err: expect.stringContaining('By order'),
  })
  expect(await command('verify', 'ferry', ...archive)).toMatchObject({ code: 0 })
  expect(await command('release', 'ferry', '1', ...archive)).toMatchObject({
    code: 0,
    out: 'version 1 of ferry is shown again\n',
  })
  expect(await command('show', 'ferry', ...archive)).toMatchObject({ code: 0 })
})

it('erases a withheld version, which is not shown again', async () => {
  const folder = folderWith({ 'ferry.txt': 'The ferry sank off Lund on Monday.' })
  const archive = ['--archive', join(folder, 'a.sqlite')]
  await command('ingest', join(folder, 'ferry.txt'), ...archive)
  const erase = ['erase', 'ferry', '1', '--reason', 'Data protection', '--ordered-by', 'A court', ...archive]
  expect(await command(...erase)).toMatchObject({ code: 3, err: expect.stringContaining('withhold it first') })
  await command('withhold', 'ferry', '1', '--reason', 'By order', ...archive)
  expect(await command(...erase)).toMatchObject({
    code: 0,
    out: 'erased version 1 of ferry, ordered by A court: Data protection\n',
  })
  expect(await command('release', 'ferry', '1', ...archive)).toMatchObject({
    code: 3,
    err: expect.stringContaining('was erased'),
  })
  expect(await command('verify', '--deep', ...archive)).toMatchObject({ code: 0 })
  for (const name of readdirSync(folder).filter((name) => name.startsWith('a.sqlite'))) {
    expect(readFileSync(join(folder, name), 'latin1')).not.toMatch(/sank off Lund/)
  }
})

it.each([
  [['withhold', 'ferry', '1'], /--reason is missing/],
  [['withhold', 'ferry', '1', '--reason', ' '], /--reason is missing/],
  [['withhold', 'ferry', 'one', '--reason', 'x'], /VERSION "one" is not a number/],
  [['erase', 'ferry', '1', '--ordered-by', 'x'], /--reason is missing/],
  [['erase', 'ferry', '1', '--reason', 'x'], /--ordered-by is missing/],
  [['release', 'ferry', '0'], /VERSION "0" is not a number/],
])('%j is wrong usage', async (argv, line) => {
  expect(await play(argv)).toMatchObject({ code: 2, err: expect.stringMatching(line), asked: [] })
})
