import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { openFile } from '../../../src/cli/archive/file-archive.ts'
import { command } from '../on-file.ts'
import { folderWith } from '../stage.ts'

describe('the demo archive, in a file', () => {
  const archive = () => join(folderWith({}), 'my archive – ä.sqlite')

  it('is loaded once, verifies, and is shown, compared and listed', async () => {
    const file = archive()
    const on = (...argv: string[]) => command(...argv, '--archive', file)
    const first = await on('seed')
    expect({ code: first.code, err: first.err }).toEqual({ code: 0, err: '' })
    const lines = first.out.trim().split('\n')
    expect(lines.map((line) => line.split(/ {2,}/).slice(0, 3))).toEqual(
      [1, 2, 3, 4, 5, 6].map((n) => ['kremlin-cease-fire', `version ${n}`, 'created']),
    )
    expect(lines[3]).toMatch(/1 withdrawn, 2 superseded/)
    expect(lines[5]).toMatch(/1 restored, 3 superseded, 1 split, 1 merged$/)

    const again = await on('seed', '--json')
    expect(JSON.parse(again.out).versions.map((one: { outcome: string }) => one.outcome)).toEqual(Array(6).fill('unchanged'))

    expect(await on('verify', 'kremlin-cease-fire')).toMatchObject({
      code: 0,
      out: expect.stringMatching(/^kremlin-cease-fire {2}6 versions {2}intact\nhead [0-9a-f]{64}\n$/),
    })
    const then = await on('show', 'kremlin-cease-fire', '--at', '2025-03-12T13:00:00Z')
    expect(then.out).toMatch(/^Kremlin Awaits Details of 30-Day Cease-Fire Plan\n/)
    expect(then.out).toMatch(/certain +Dmitri S\. Peskov +Kremlin studying proposal\n/)
    expect((await on('show', 'kremlin-cease-fire')).out).toMatch(/^Putin Agrees to Halt Energy Strikes/)
    const superseded = await on('changes', 'kremlin-cease-fire', '--kind', 'superseded')
    expect(superseded.out).toMatch(/kremlin-cease-fire {2}3 → 4\n(.*\n)+? {4}- The Kremlin is studying the proposal/)
    expect((await on('changes')).out).toContain('kremlin-cease-fire  2 → 3')
    expect((await on('compare', 'kremlin-cease-fire', '1..6')).code).toBe(0)
  })

  it('does not verify once somebody edited the file', async () => {
    const file = archive()
    await command('seed', '--archive', file)
    const { store, close } = openFile(file, { create: false, migrations: 'migrations' })
    const { sql } = await import('drizzle-orm')
    for (const name of await store.db.all<{ name: string }>(sql`select name from sqlite_master where type = 'trigger'`)) {
      await store.db.run(sql.raw(`drop trigger "${name.name}"`))
    }
    await store.db.run(sql`update versions set body = replace(body, 'Moscow', 'Minsk') where number = 2`)
    close()
    const { code, out } = await command('verify', 'kremlin-cease-fire', '--archive', file)
    expect(code).toBe(1)
    expect(out).toMatch(/BROKEN.*\n(.*\n)*version 2: /)
  })
})

describe('an ingest', () => {
  it('lists exactly what an edited copy changed', async () => {
    const story = [
      'The ferry Aurora will carry 40 passengers on Monday, said Olaf Berg, the harbour master.',
      'It was built in Lund in 1998.',
      'The town council paid for the repairs.',
      'Two sailors were treated for burns, a doctor said.',
    ]
    const edited = [story[0]?.replace('40', '52').replace('will', 'may'), story[3], story[1]]
    const folder = folderWith({ 'ferry.txt': story.join('\n'), 'edited/ferry.txt': edited.join('\n') })
    const on = (path: string) => command('ingest', join(folder, path), '--archive', join(folder, 'a.sqlite'))
    await on('ferry.txt')
    const { out } = await on('edited/ferry.txt')
    expect(out.split('\n')[0]).toBe('ferry  version 2  created  1 withdrawn, 1 moved, 1 softened, 1 number_changed')
    expect((await on('edited/ferry.txt')).out).toBe('ferry  version 2  unchanged\n')
  })

  it('of nothing new leaves the article as it was when the archive refuses', async () => {
    const folder = folderWith({ 'long.md': `# Long\n\n${'word '.repeat(60_000)}` })
    const archive = join(folder, 'a.sqlite')
    const { code, err } = await command('ingest', join(folder, 'long.md'), '--archive', archive)
    expect(code).toBe(3)
    expect(err).toMatch(/long\.md: The text has \d+ bytes; at most 262144 are stored/)
    expect((await command('show', 'long', '--archive', archive)).err).toBe('claimtrail: There is no article "long".\n')
  })
})

describe('what is no archive', () => {
  it('is not made by reading', async () => {
    const archive = join(folderWith({}), 'gone.sqlite')
    const { code, err } = await command('show', 'ferry', '--archive', archive)
    expect({ code, err }).toEqual({
      code: 3,
      err: expect.stringMatching(/there is no archive .*gone\.sqlite; name one with --archive/),
    })
    expect(existsSync(archive)).toBe(false)
  })

  it('is left alone', async () => {
    const folder = folderWith({ 'notes.txt': 'These are notes, and not a database.\n'.repeat(40), 'story.md': 'It sank.' })
    for (const argv of [
      ['show', 'ferry'],
      ['ingest', join(folder, 'story.md')],
      ['token', 'list'],
    ]) {
      const { code, err } = await command(...argv, '--archive', join(folder, 'notes.txt'))
      expect({ code, err }).toEqual({ code: 3, err: expect.stringMatching(/cannot open .*notes\.txt as an archive: /) })
    }
    expect(readFileSync(join(folder, 'notes.txt'), 'utf8')).toMatch(/^These are notes/)
  })

  it.each(['', 'no/such/folder/a.sqlite'])('cannot be at %j', async (path) => {
    const folder = folderWith({ 'story.md': 'It sank.' })
    const { code, err } = await command('ingest', join(folder, 'story.md'), '--archive', join(folder, path))
    expect({ code, err }).toEqual({ code: 3, err: expect.stringMatching(/^claimtrail: cannot open /) })
  })
})

describe('what an archive in a file does not know', () => {
  it.each([
    [['show', 'ferry'], /There is no article "ferry"/],
    [['show', 'ferry', '--version', '2'], /There is no version 2 of an article "ferry"/],
    [['show', 'Fähre/../x'], /There is no article "Fähre\/\.\.\/x"/],
    [['compare', 'ferry', '1..2'], /There is no .*"ferry"/],
    [['compare', 'ferry', '1..2', '--unified'], /There is no .*"ferry"/],
    [['changes', 'ferry'], /There is no article "ferry"/],
    [['verify', 'ferry'], /There is no article "ferry"/],
  ])('%j', async (argv, line) => {
    const archive = join(folderWith({}), 'a.sqlite')
    await command('token', 'create', 'a', '--archive', archive)
    const { code, out, err } = await command(...argv, '--archive', archive)
    expect({ code, out, err }).toEqual({ code: 3, out: '', err: expect.stringMatching(line) })
  })
})
