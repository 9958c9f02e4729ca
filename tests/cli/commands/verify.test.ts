import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import SQLite from 'better-sqlite3'
import { describe, expect, it } from 'vitest'
import { appClient } from '../../../src/cli/archive/connection.ts'
import { makeKey, signerOf } from '../../../src/log/note.ts'
import { command } from '../on-file.ts'
import { folderWith, play } from '../stage.ts'

const FAULT = { version: 2, entry: 7, fault: 'the text does not match its content hash' }

describe('verify of an article', () => {
  it.each([
    [true, 0, 'ferry  6 versions  intact\nhead f00\n'],
    [
      false,
      1,
      'ferry  6 versions  BROKEN: it was edited after it was recorded\nhead f00\nversion 2: the text does not match its content hash (entry 7 of the log)\n',
    ],
  ])('ok %s ends with %i', async (ok, code, out) => {
    const played = await play(['verify', 'ferry'], () => ({
      body: { ok, versions: 6, head: 'f00', faults: ok ? [] : [FAULT] },
    }))
    expect({ code: played.code, out: played.out }).toEqual({ code, out })
  })
})

const BODY = 'The ferry may run aground. Nobody was hurt, the harbour master said.'

async function ingested(folder: string, name: string): Promise<void> {
  const { code, err } = await command('ingest', join(folder, `${name}.md`), '--archive', join(folder, 'archive.sqlite'))
  if (code !== 0) throw new Error(err)
}

/** An archive in a file with two versions, and the hash of the first. */
async function archive() {
  const dated = (day: number, body: string) => `---\ntitle: Ferry\ncaptured_at: 2026-02-0${day}\nslug: ferry\n---\n${body}\n`
  const folder = folderWith({
    'a.md': dated(1, BODY),
    'b.md': dated(2, BODY.replace('may run', 'ran')),
    'c.md': dated(3, `${BODY} Divers were sent.`),
  })
  const file = join(folder, 'archive.sqlite')
  for (const name of ['a', 'b']) await ingested(folder, name)
  const edit = (statement: string) => {
    const database = new SQLite(file)
    for (const name of database
      .prepare("select name from sqlite_schema where type = 'trigger' and sql like '%raise(%'")
      .pluck()
      .all())
      database.exec(`drop trigger ${name}`)
    database.exec(statement)
    database.close()
  }
  const head = (id: number) => {
    const database = new SQLite(file)
    const hash = database.prepare('select hash from versions where id = ?').pluck().get(id) as string
    database.close()
    return hash
  }
  return { folder, file, edit, head }
}

describe('verify of an archive', () => {
  it('finds an edit in any article, and one of what is derived where it is deep', async () => {
    const { file, edit } = await archive()
    const intact = await command('verify', '--archive', file)
    expect(intact.out).toMatch(/^1 article {2}2 versions {2}\d+ entries of the log {2}intact\nroot \S{44}\n$/)
    expect(intact.code).toBe(0)
    edit("update claims set label = 'Other'")
    expect((await command('verify', '--archive', file)).code).toBe(0)
    const deep = await command('verify', '--deep', '--archive', file)
    expect([deep.code, deep.out]).toEqual([1, expect.stringContaining('ferry  the state of a claim is another')])
    edit('update changes set kinds = 1')
    const broken = await command('verify', '--archive', file)
    expect([broken.code, broken.out]).toEqual([1, expect.stringContaining('ferry  version 2: the changes are not those')])
  })

  it('shows its progress on a terminal', async () => {
    const lines = [1, 2].map((id) => ({ article: `a${id}`, id, ok: true, versions: 1, faults: [], done: id, of: 2 }))
    const log = { log: { ok: true, size: 9, root: 'r', whole: true, faults: [] } }
    let err = ''
    const text = `${[...lines, log].map((line) => JSON.stringify(line)).join('\n')}\n`
    const played = await play(['verify'], undefined, {
      err: {
        isTTY: true,
        write: (words: string) => {
          err += words
        },
      },
      open: async () => ({ client: appClient(() => new Response(text)), close: () => {} }),
    })
    expect(played.code).toBe(0)
    expect(err).toContain(`[${'#'.repeat(15)}${' '.repeat(15)}] 1 of 2 articles`)
  })
})

describe('verify --head', () => {
  it('says whether it is in the log, and what came after it', async () => {
    const { file, head } = await archive()
    const found = await command('verify', '--head', head(1), '--archive', file)
    expect([found.code, found.out]).toEqual([
      0,
      expect.stringMatching(/is in the log\nrecorded after it:\n\S+ {2}ferry version 2\n$/),
    ])
    expect((await command('verify', '--head', head(2), '--archive', file)).out).toContain('nothing was recorded after it')
    const lost = await command('verify', '--head', 'a'.repeat(64), '--archive', file)
    expect([lost.code, lost.out]).toEqual([1, expect.stringContaining('BROKEN')])
    expect((await command('verify', '--head', 'abc', '--archive', file)).code).toBe(2)
  })
})

describe('verify --checkpoint', () => {
  it('finds an entry that was edited with its row, and an entry that was removed', async () => {
    const { folder, file, edit } = await archive()
    const kept = join(folder, 'kept')
    const note = await command('checkpoint', '--archive', file)
    writeFileSync(kept, note.out)
    expect(note.out).toMatch(/^claimtrail\n\d+\n\S{44}\n\n— claimtrail \S+\n$/)
    await ingested(folder, 'c')
    const grown = await command('verify', '--checkpoint', kept, '--archive', file)
    expect([grown.code, grown.out]).toEqual([0, expect.stringMatching(/ kept, \d+ now {2}intact\nthe key is the one/)])
    edit('update log set digest = zeroblob(32) where id = 2')
    const edited = await command('verify', '--checkpoint', kept, '--archive', file)
    expect([edited.code, edited.out]).toEqual([1, expect.stringContaining('entries are not those of the checkpoint')])
    edit('delete from log where id > 3')
    const cut = await command('verify', '--checkpoint', kept, '--archive', file)
    expect([cut.code, cut.out]).toEqual([1, expect.stringContaining('the last ones were removed')])
  })

  it('follows a log whose key is another by now, as that of a restored archive is', async () => {
    const { folder, file } = await archive()
    const kept = join(folder, 'kept')
    writeFileSync(kept, (await command('checkpoint', '--archive', file)).out)
    rmSync(`${file}.key`)
    const found = await command('verify', '--checkpoint', kept, '--archive', file)
    expect([found.code, found.out]).toEqual([0, expect.stringContaining('intact')])
  })

  it('believes a given key alone', async () => {
    const { folder, file } = await archive()
    const kept = join(folder, 'kept')
    writeFileSync(kept, (await command('checkpoint', '--archive', file)).out)
    const own = (await signerOf(readFileSync(`${file}.key`, 'utf8'))).verifier
    const good = await command('verify', '--checkpoint', kept, '--key', own, '--archive', file)
    expect([good.code, good.out]).toEqual([0, expect.not.stringContaining('the key is the one')])
    const other = (await signerOf(await makeKey('claimtrail'))).verifier
    const bad = await command('verify', '--checkpoint', kept, '--key', other, '--archive', file)
    expect([bad.code, bad.err]).toEqual([1, expect.stringContaining('none of the keys signed it')])
  })

  it('reads no file that is none', async () => {
    const { folder, file } = await archive()
    expect((await command('verify', '--checkpoint', join(folder, 'none'), '--archive', file)).code).toBe(2)
    expect((await command('verify', '--checkpoint', join(folder, 'a.md'), '--archive', file)).code).toBe(1)
    expect((await command('verify', '--key', 'x', '--archive', file)).code).toBe(2)
    expect((await command('verify', 'ferry', '--head', 'a'.repeat(64), '--archive', file)).code).toBe(2)
  })
})

describe('key create', () => {
  it('writes a private key to stdout, and its public key to stderr', async () => {
    const made = await play(['key', 'create', 'archive.example'])
    expect(`${(await signerOf(made.out)).verifier}\n`).toBe(made.err)
    expect((await play(['key', 'create', 'a b'])).code).toBe(2)
  })
})
