/** export, restore and backup over archive files: what comes back is what was there, and a file that is not whole is refused by its line. */
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { sha256 } from '../../../src/store/hash.ts'
import { openSqlite, sqliteStore } from '../../../src/store/sqlite.ts'
import { stageOver, well } from '../../http/stage.ts'
import { exported, fillWhole, restored } from '../../store/transfer/whole-archive.ts'
import { command } from '../on-file.ts'
import { folderWith, type Part, play } from '../stage.ts'

/** The lines of the export of an archive that has a row in every table. */
let lines: string[] = []

async function filled(): Promise<string> {
  const folder = folderWith({})
  const database = openSqlite(join(folder, 'archive.sqlite'), 'migrations')
  await fillWhole(sqliteStore(database))
  database.close()
  return folder
}

beforeAll(async () => {
  const database = openSqlite(':memory:', 'migrations')
  await fillWhole(sqliteStore(database))
  lines = await exported(sqliteStore(database))
})

it('a restored file is exported to the same bytes, and its chain verifies', async () => {
  const folder = await filled()
  const [from, to] = ['archive.sqlite', 'restored.sqlite'].map((name) => join(folder, name))
  const [one, two] = ['one.ndjson', 'two.ndjson'].map((name) => join(folder, name))
  for (const flags of [[], ['--secrets']]) {
    const name = `${to}${flags.length}`
    expect(await command('export', '--archive', from ?? '', '--output', one ?? '', ...flags)).toMatchObject({
      code: 0,
      out: '',
    })
    const restored = await command('restore', one ?? '', '--archive', name)
    expect(restored).toMatchObject({ code: 0, err: '' })
    expect(restored.out).toMatch(/^4 articles with 7 versions restored\nhead [0-9a-f]{64}\n$/)
    await command('export', '--archive', name, '--output', two ?? '', ...flags)
    expect(readFileSync(two ?? '', 'utf8')).toBe(readFileSync(one ?? '', 'utf8'))
    expect((await command('verify', 'ferry', '--archive', name)).out).toMatch(/4 versions {2}intact/)
  }
  expect(readdirSync(folder).filter((name) => /part|restoring/.test(name))).toEqual([])
})

it('export writes to standard output, and a file only when it is whole', async () => {
  const folder = await filled()
  const archive = join(folder, 'archive.sqlite')
  const { out } = await command('export', '--archive', archive)
  expect(out.trimEnd().split('\n')).toHaveLength(lines.length)
  const cut = await play(['export', '--output', join(folder, 'cut.ndjson')], () => ({ body: { failed: 'nothing.' } }))
  expect(cut).toMatchObject({ code: 3, err: expect.stringMatching(/the export is not whole: nothing; export it again/) })
  expect(existsSync(join(folder, 'cut.ndjson')) || existsSync(join(folder, 'cut.ndjson.part'))).toBe(false)
})

describe('an export that was cut', () => {
  const cuts = (text: string): readonly (readonly [string, string])[] => [
    ['inside the header', text.slice(0, 50)],
    ['after the header', text.slice(0, text.indexOf('\n') + 1)],
    ['inside a letter of many bytes', text.slice(0, text.indexOf('Ünïcode'))],
    ['inside a line', text.slice(0, 20_000)],
    ['before the end', text.slice(0, text.lastIndexOf('{"end"'))],
    ['after the end', text],
  ]

  it('goes on to the same file', async () => {
    const folder = await filled()
    const [archive, file] = [join(folder, 'archive.sqlite'), join(folder, 'cut.ndjson')]
    const { out } = await command('export', '--archive', archive)
    for (const [where, kept] of cuts(out)) {
      const bytes = Buffer.from(kept)
      writeFileSync(`${file}.part`, where.includes('letter') ? Buffer.concat([bytes, Buffer.from('Ü').subarray(0, 1)]) : bytes)
      expect([where, await command('export', '--archive', archive, '--output', file, '--resume')]).toMatchObject([
        where,
        { code: 0 },
      ])
      expect([where, readFileSync(file, 'utf8') === out, existsSync(`${file}.part`)]).toEqual([where, true, false])
      rmSync(file)
    }
    expect(await command('export', '--archive', archive, '--output', file, '--resume')).toMatchObject({ code: 0 })
    expect(readFileSync(file, 'utf8')).toBe(out)
  })

  it('asks for what is missing only', async () => {
    const folder = folderWith({ 'cut.ndjson.part': 'one\ntwo\nthree\nfo' })
    const part: Part = () => ({ body: { end: { rows: {}, sha256: '' } } })
    const { asked, code } = await play(['export', '--output', join(folder, 'cut.ndjson'), '--resume'], part)
    expect({ code, asked: asked.map(({ path }) => path) }).toEqual({
      code: 0,
      asked: [`/v1/export?after=2%3A${sha256('one\ntwo\n')}`],
    })
    expect(readFileSync(join(folder, 'cut.ndjson'), 'utf8')).toBe('one\ntwo\n{"end":{"rows":{},"sha256":""}}')
  })

  it('is refused after a write, and is kept', async () => {
    const folder = await filled()
    const [archive, file] = [join(folder, 'archive.sqlite'), join(folder, 'cut.ndjson')]
    const { out } = await command('export', '--archive', archive)
    writeFileSync(`${file}.part`, out.slice(0, 20_000))
    await command('seed', '--archive', archive)
    expect(await command('export', '--archive', archive, '--output', file, '--resume')).toMatchObject({
      code: 3,
      err: expect.stringMatching(/was written to meanwhile. Export it anew/),
    })
    expect([existsSync(file), existsSync(`${file}.part`)]).toEqual([false, true])
    expect(await command('export', '--archive', archive, '--output', file)).toMatchObject({ code: 0 })
  })

  it('needs a file to go on with', async () => {
    expect(await command('export', '--resume')).toMatchObject({ code: 2, err: expect.stringMatching(/goes with --output/) })
  })

  it('leaves its lines where the connection ends', async () => {
    const folder = folderWith({})
    const file = join(folder, 'cut.ndjson')
    const cut = await play(['export', '--output', file], () => ({ body: ['slugs', 'ferry', 1] }))
    expect(cut).toMatchObject({ code: 3, err: expect.stringMatching(/the connection ended; .* --resume/) })
    expect(readFileSync(`${file}.part`, 'utf8')).toBe('["slugs","ferry",1]')
  })
})

it.each([
  ['goes on', (given: readonly string[]) => given, true],
  [
    'of another export begins anew',
    (given: readonly string[]) => given.map((line) => line.replace('"articles":4', '"articles":5')),
    false,
  ],
] as const)('a restoration whose process was killed %s', async (_, begun, isKept) => {
  const folder = folderWith({ 'export.ndjson': lines.map((line) => `${line}\n`).join('') })
  const [file, to] = [join(folder, 'export.ndjson'), join(folder, 'new.sqlite')]
  const database = openSqlite(`${to}.restoring`, 'migrations')
  await restored(sqliteStore(database), begun(lines.slice(0, 1)))
  if (isKept) await restored(sqliteStore(database), lines.slice(0, 100))
  // It tells the file that was there from one that is made anew.
  database.exec('create table mark (id)')
  database.close()
  expect(await command('restore', file, '--archive', to)).toMatchObject({ code: 0 })
  expect(readdirSync(folder).sort()).toEqual(['export.ndjson', 'new.sqlite'])
  const whole = openSqlite(to, 'migrations')
  expect(await exported(sqliteStore(whole))).toEqual(lines)
  const kept = whole.prepare("select count(*) from sqlite_schema where name = 'mark'").pluck().get()
  expect(kept).toBe(isKept ? 1 : 0)
  whole.close()
})

const rowOf = (table: string, last = false) =>
  lines[last ? 'findLastIndex' : 'findIndex']((line) => line.startsWith(`["${table}"`))

/** Lines with an end that fits them. */
function sealed(changed: readonly string[]): string[] {
  const before = changed.slice(0, -1)
  const rows: Record<string, number> = {}
  for (const line of before.slice(1)) {
    const [table = ''] = JSON.parse(line) as string[]
    rows[table] = (rows[table] ?? 0) + 1
  }
  return [...before, JSON.stringify({ end: { rows, sha256: sha256(before.map((line) => `${line}\n`).join('')) } })]
}

const changedAt = (index: number, change: (line: string) => string) =>
  lines.map((line, i) => (i === index ? change(line) : line))

/** A damage to a file, and the words of its refusal. */
const BROKEN: readonly (readonly [what: string, change: () => readonly string[], said: () => RegExp])[] = [
  ['it is empty', () => [], () => /line 0: the end is missing/],
  ['its end is missing', () => lines.slice(0, -1), () => new RegExp(`line ${lines.length - 1}: the end is missing`)],
  ['it is cut inside a line', () => [...lines.slice(0, 20), lines[20]?.slice(0, 10) ?? ''], () => /line 21: it is not JSON/],
  [
    'a line is missing',
    () => lines.filter((_, i) => i !== rowOf('trails')),
    () => /the table trails has \d+ rows instead of \d+/,
  ],
  [
    'a line is twice',
    () => lines.flatMap((line, i) => (i === rowOf('trails') ? [line, line] : line)),
    () => /trails has \d+ rows/,
  ],
  [
    'two lines are exchanged',
    () => {
      const [a, b] = [rowOf('trails'), rowOf('trails') + 1]
      return lines.map((line, i) => (i === a ? (lines[b] ?? '') : i === b ? (lines[a] ?? '') : line))
    },
    () => /do not have the SHA-256/,
  ],
  [
    'a word of a claim differs',
    () => changedAt(rowOf('claims'), (line) => line.replace(/"(?:present|withdrawn)"/, '"split"')),
    () => /do not have the SHA-256/,
  ],
  ['it follows the end', () => [...lines, lines[1] ?? ''], () => new RegExp(`line ${lines.length + 1}: it follows the end`)],
  [
    'the text of a version differs',
    () => sealed(changedAt(rowOf('versions'), (line) => line.replace('212', '213'))),
    () => new RegExp(`line ${rowOf('versions') + 1}: the text of a version does not match its content hash`),
  ],
  [
    'the time of a version differs',
    () => sealed(changedAt(rowOf('versions'), (line) => line.replaceAll('2026-02-10T08', '2026-02-10T07'))),
    () => /the hash of a version does not match its fields/,
  ],
  [
    'a version is missing',
    () => sealed(lines.filter((_, i) => i !== rowOf('versions') + 1)),
    () => /a version does not follow on the entry before it/,
  ],
  [
    'the last version is missing',
    () => sealed(lines.filter((_, i) => i !== rowOf('versions', true))),
    () => /the log does not end with the head/,
  ],
  [
    'a sentence differs',
    () => sealed(changedAt(rowOf('sentences'), (line) => line.replace(/Ferry/, 'Fairy'))),
    () => /the text of a sentence does not match its hash/,
  ],
  [
    'a table is unknown',
    () => sealed([...lines.slice(0, 1), '["tokens",1]', ...lines.slice(1)]),
    () => /line 2: the header has no table tokens/,
  ],
  [
    'a row is longer',
    () => sealed([...lines.slice(0, 1), '["slugs","a",1,2]', ...lines.slice(1)]),
    () => /line 2: the table slugs has 2 columns, the row 3/,
  ],
  [
    'a value is an object',
    () => sealed([...lines.slice(0, 1), '["slugs","a",{}]', ...lines.slice(1)]),
    () => /line 2: a value is neither/,
  ],
  [
    'it is of other migrations',
    () => sealed(changedAt(0, (line) => line.replace(/00\d\d_\w+\.sql/, '0099_later.sql'))),
    () => /line 1: the export is of an archive with the migration 0099_later\.sql/,
  ],
  [
    'it is of another format',
    () => sealed(changedAt(0, (line) => line.replace('"format":1', '"format":2'))),
    () => /line 1: it is not the header/,
  ],
  ['it is something else', () => ['{"some": "thing"}'], () => /line 1: it is not the header/],
]

describe('restore refuses a file and leaves nothing behind where', () => {
  it.each(BROKEN)('%s', async (_, change, said) => {
    const text = change()
      .map((line) => `${line}\n`)
      .join('')
    const folder = folderWith({ 'export.ndjson': text })
    const { code, err } = await command('restore', join(folder, 'export.ndjson'), '--archive', join(folder, 'new.sqlite'))
    expect(err).toMatch(said())
    expect(code).toBe(2)
    expect(readdirSync(folder)).toEqual(['export.ndjson'])
  })
})

it('the unchanged lines are taken', async () => {
  const folder = folderWith({
    'export.ndjson': sealed(lines)
      .map((line) => `${line}\n`)
      .join(''),
  })
  expect(sealed(lines).at(-1)).toBe(lines.at(-1))
  expect(await command('restore', join(folder, 'export.ndjson'), '--archive', join(folder, 'new.sqlite'))).toMatchObject({
    code: 0,
  })
})

it('restore takes no file that is there', async () => {
  const folder = folderWith({ 'export.ndjson': '', 'new.sqlite': 'mine' })
  const { code, err } = await command('restore', join(folder, 'export.ndjson'), '--archive', join(folder, 'new.sqlite'))
  expect({ code, err }).toMatchObject({ code: 2, err: expect.stringMatching(/there is a file/) })
  expect(readFileSync(join(folder, 'new.sqlite'), 'utf8')).toBe('mine')
})

describe('one article', () => {
  it('is recorded anew with the same claims, in an archive that has others', async () => {
    const folder = await filled()
    const [archive, other, file] = ['archive.sqlite', 'other.sqlite', 'story.ndjson'].map((name) => join(folder, name)) as [
      string,
      string,
      string,
    ]
    await command('seed', '--archive', other)
    const exportOf = (slug: string, from: string) => command('export', slug, '--archive', from, '--output', file)
    expect((await exportOf('ferry', archive)).err).toMatch(/withheld/)
    expect(existsSync(file)).toBe(false)
    expect(await exportOf('kremlin-cease-fire', other)).toMatchObject({ code: 0 })
    const story = readFileSync(file, 'utf8')
    expect((await command('restore', file, '--archive', other)).err).toMatch(/has an article kremlin-cease-fire/)
    expect(await command('restore', file, '--archive', archive)).toMatchObject({
      code: 0,
      out: 'kremlin-cease-fire with 6 versions restored\n',
    })
    await exportOf('kremlin-cease-fire', archive)
    const [copied, original] = [readFileSync(file, 'utf8'), story].map((text) =>
      text.split('\n').map((line) => JSON.parse(line || 'null')),
    )
    expect(copied?.slice(1, -2)).toEqual(original?.slice(1, -2))
    const [header, first] = [copied?.[0], original?.[0]]
    expect({ ...header, versions: [] }).toEqual({ ...first, versions: [] })
    // The texts are those of the original, and the entries of the log are others.
    for (const [i, [content, hash]] of header.versions.entries()) {
      expect([content, hash !== first.versions[i][1]]).toEqual([first.versions[i][0], true])
    }
  })

  it('goes on where recording it was cut, and with no other text', async () => {
    const folder = folderWith({})
    const [from, to, file] = ['a.sqlite', 'b.sqlite', 'story.ndjson'].map((name) => join(folder, name)) as [
      string,
      string,
      string,
    ]
    await command('seed', '--archive', from)
    await command('export', 'kremlin-cease-fire', '--archive', from, '--output', file)
    const [, ...versions] = readFileSync(file, 'utf8').trimEnd().split('\n').slice(0, 3)
    const record = async (lines: readonly string[]) => {
      const database = openSqlite(to, 'migrations')
      const { send } = stageOver(sqliteStore(database))
      await send('POST', '/v1/articles', { slug: 'kremlin-cease-fire' })
      for (const { article: _, ...version } of lines.map((line) => JSON.parse(line)))
        await well(send('POST', '/v1/articles/kremlin-cease-fire/versions', version))
      database.close()
    }
    await record(versions)
    expect(await command('restore', file, '--archive', to)).toMatchObject({ code: 0, out: expect.stringMatching(/6 versions/) })
    rmSync(to)
    await record(versions.map((line) => line.replace('Kremlin', 'Cremlin')))
    expect((await command('restore', file, '--archive', to)).err).toMatch(/has an article kremlin-cease-fire/)
  })

  it('is exported by its address too, and not with secrets', async () => {
    const folder = await filled()
    const archive = join(folder, 'archive.sqlite')
    const asked = await command('export', 'https://harbour-post.example/none', '--archive', archive)
    expect(asked).toMatchObject({ code: 3, err: expect.stringMatching(/no article is known at/) })
    expect((await command('export', 'ferry', '--secrets', '--archive', archive)).err).toMatch(/goes with the whole archive/)
  })

  it.each([
    [
      'a claim differs',
      (text: string) => {
        const before = text.replace('"superseded",1,3', '"present",1,3').split('\n').slice(0, -2)
        const sha256OfLines = sha256(before.map((line) => `${line}\n`).join(''))
        return [...before, JSON.stringify({ end: { rows: { versions: 6 }, sha256: sha256OfLines } })]
      },
      1,
      /other claims than in the file: 1\n/,
    ],
    [
      'a text does not match its hash',
      (text: string) => {
        const before = text
          .split('\n')
          .slice(0, -2)
          .map((line, i) => (i === 2 ? line.replace('Kremlin', 'Cremlin') : line))
        const sha256OfLines = sha256(before.map((line) => `${line}\n`).join(''))
        return [...before, JSON.stringify({ end: { rows: { versions: 6 }, sha256: sha256OfLines } })]
      },
      2,
      /a version does not match its hash/,
    ],
    [
      'a letter differs',
      (text: string) => text.replace('Kremlin', 'Cremlin'),
      2,
      /the end is missing, or the lines before it differ/,
    ],
    ['the end is missing', (text: string) => text.replace(/[^\n]*\n$/, ''), 2, /the end is missing/],
  ])('is told where %s', async (_, change, code, said) => {
    const folder = folderWith({})
    const file = join(folder, 'story.ndjson')
    await command('seed', '--archive', join(folder, 'a.sqlite'))
    await command('export', 'kremlin-cease-fire', '--archive', join(folder, 'a.sqlite'), '--output', file)
    const changed = change(readFileSync(file, 'utf8'))
    writeFileSync(file, typeof changed === 'string' ? changed : changed.map((line) => `${line}\n`).join(''))
    const played = await command('restore', file, '--archive', join(folder, 'b.sqlite'))
    expect([played.code, played.out + played.err]).toEqual([code, expect.stringMatching(said)])
    expect(existsSync(join(folder, 'b.sqlite'))).toBe(code === 1)
  })
})

describe('a restore drill', () => {
  it('a copy made while the archive is written to is whole, and is served', async () => {
    const folder = await filled()
    const [archive, copy] = ['archive.sqlite', 'copy.sqlite'].map((name) => join(folder, name))
    const writing = openSqlite(archive ?? '', 'migrations')
    const before = await command('export', '--archive', archive ?? '')
    writing.exec('begin immediate; update archive set revision = revision + 1')
    const { code, out } = await command('backup', copy ?? '', '--archive', archive ?? '')
    writing.exec('commit')
    writing.close()
    expect({ code, out }).toEqual({ code: 0, out: `${archive} copied to ${copy}\n` })
    expect((await command('export', '--archive', copy ?? '')).out).toBe(before.out)
    expect((await command('verify', 'ferry', '--archive', copy ?? '')).code).toBe(0)
    expect((await command('backup', copy ?? '', '--archive', archive ?? '')).err).toMatch(/there is a file/)
    expect((await command('backup', join(folder, 'x'), '--archive', join(folder, 'none'))).err).toMatch(/cannot copy/)
    expect(
      readdirSync(folder)
        .map((name) => basename(name))
        .sort(),
    ).toEqual(['archive.sqlite', 'copy.sqlite'])
  })
})
