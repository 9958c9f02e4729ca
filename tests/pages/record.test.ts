/** The record on pages: the verdict in words, entries of the log with their proofs, the checkpoint as a file, and verifying step by step. */
import { type SQL, sql } from 'drizzle-orm'
import { beforeAll, beforeEach, describe, expect, onTestFinished, test, vi } from 'vitest'
import { openStore } from '#harness'
import { givenSigner } from '../../src/log/given-signer.ts'
import { makeKey } from '../../src/log/note.ts'
import { read, type Stage, stageOver, TOKEN, tellStory, well } from '../http/stage.ts'

const PEOPLE = { headers: { Accept: 'text/html,*/*;q=0.8' } }
const INTACT = 'Nothing that the archive says of this article was edited since it was recorded.'
const KEY = await makeKey('gazette.example')

let stage: Stage

const signed = async () => stageOver(await openStore(), {}, 0, { signer: givenSigner(KEY) })
const markupOf = async (path: string, on = stage) => (await well(on.ask(path, PEOPLE))).text()
const plain = (markup: string) =>
  markup
    .replace(/<[^>]+>/g, '')
    .replaceAll('&#39;', "'")
    .replaceAll('&quot;', '"')
const textOf = async (path: string, on = stage) => plain(await markupOf(path, on))
const mainOf = (markup: string) => /<main[^>]*>([\s\S]*)<\/main>/.exec(markup)?.[1] ?? ''

/** The rows of the table of entries, each as its cells. */
const rowsOf = (markup: string) =>
  [...(/<tbody>([\s\S]*?)<\/tbody>/.exec(markup)?.[1] ?? '').matchAll(/<tr[^>]*>(.*?)<\/tr>/g)].map(([, row = '']) =>
    [...row.matchAll(/<td>(.*?)<\/td>/g)].map(([, cell = '']) => plain(cell)),
  )

/** Drops the triggers that keep records as they are, and edits. */
async function edit({ store }: Stage, ...statements: readonly SQL[]): Promise<void> {
  const triggers = await store.db.all<{ name: string }>(
    sql`select name from sqlite_schema where type = 'trigger' and sql like '%raise(%'`,
  )
  for (const { name } of triggers) await store.db.run(sql`drop trigger ${sql.identifier(name)}`)
  for (const statement of statements) await store.db.run(statement)
}

describe('the record of a story', () => {
  beforeEach(async () => {
    stage = await signed()
    await tellStory(stage)
  })

  test('says first that nothing was edited, then when and what was compared', async () => {
    const main = plain(mainOf(await markupOf('/a/ferry/record')))
    expect(main).toContain(INTACT)
    const { versions, compared } = await read<{ versions: number; compared: Record<string, number> }>(
      stage.ask,
      '/v1/articles/ferry/verify',
    )
    expect(main).toContain(
      `Verified on 1 March 2026, 12:00: ${versions} versions, ${compared.claims} claims and ${compared.changes} changes, with all that belongs to them, were compared with ${compared.entries} entries of the log.`,
    )
    expect(main.indexOf(INTACT)).toBeLessThan(main.indexOf('Verified on'))
  })

  const EDITS: readonly (readonly [string, SQL, string, string | null])[] = [
    [
      'a text',
      sql`update versions set body = body || '.' where number = 2`,
      'Version 2: the text does not match its content hash',
      '/a/ferry/v/2',
    ],
    [
      'a change',
      sql`update changes set kinds = kinds + 1 where id = 5`,
      'Version 2: the changes are not those that the log has',
      '/a/ferry/v/2',
    ],
    [
      'a title',
      sql`update articles set title = 'Ferry sinks' where id = 1`,
      'The article: the title is not the last that the log has',
      null,
    ],
    [
      'a claim',
      sql`update claims set number = number + 90 where id = 1`,
      'The article: the claims are not those that the log has',
      null,
    ],
  ]
  test.each(EDITS)('tells the fault where %s was edited, with its place', async (_, statement, fault, version) => {
    await edit(stage, statement)
    const markup = mainOf(await markupOf('/a/ferry/record'))
    expect(plain(markup)).toContain(fault)
    expect(plain(markup)).not.toContain(INTACT)
    expect(plain(markup)).toMatch(/\d faults? (?:was|were) found: the archive does not say of this article what it recorded\./)
    const [list = ''] = /<ul class="faults">[\s\S]*?<\/ul>/.exec(markup) ?? []
    if (version !== null) expect(list).toContain(`<a href="${version}">Version`)
    expect(await textOf('/a/bridge/record')).toContain(INTACT)
  })

  test('tells its entries in words, each with its proof', async () => {
    await well(stage.send('POST', '/v1/articles/ferry/claims/1/reviews', { action: 'reject', reason: 'Not stated' }))
    await well(stage.send('PUT', '/v1/articles/ferry/versions/2/withholding', { reason: 'By order of a court' }))
    await well(
      stage.send('POST', '/v1/articles/ferry/versions/2/erasure', { reason: 'Data protection', ordered_by: 'District court' }),
    )
    const markup = await markupOf('/a/ferry/record')
    const rows = rowsOf(markup)
    const { data } = await read<{ data: { position: number; kind: string; hash: string | null }[] }>(
      stage.ask,
      '/v1/log/entries?article=ferry&limit=200',
    )
    expect(rows.map(([position]) => Number(position))).toEqual(data.map(({ position }) => position))
    const told = rows.map(([, , what]) => what)
    for (const words of [
      'The story was added',
      'Its publication was set',
      'An address of its page was added',
      `Version 1 was recorded (fingerprint ${data.find(({ hash }) => hash)?.hash?.slice(0, 16)}…)`,
      '4 changes in version 1 were recorded',
      'Changes in version 2 were recorded',
      'The wordings of claims at version 3 were recorded',
      'Claim 1 was rejected',
      'Version 2 was withheld: By order of a court',
      'The text of version 2 was erased by order of District court: Data protection',
    ])
      expect(told).toContain(words)
    expect(rows.map(([, time]) => time)).toContain('1 Mar 2026, 12:00')
    expect(rows.find(([, , what]) => what === 'Its publication was set')?.[1]).toBe('not kept')
    for (const { position } of data) {
      expect(markup).toContain(`<a href="/v1/log/entries/${position}" aria-label="Proof of entry ${position}">`)
    }
    expect(markup).toContain('id="v-2"')
    expect(plain(mainOf(markup))).not.toContain('221')
  })

  test('goes on behind a hundred entries', async () => {
    const { title, body } = await read<{ title: string; body: string }>(stage.ask, '/v1/articles/ferry/versions/3')
    for (let n = 0; n < 100; n++) {
      await well(
        stage.ingest(
          'ferry',
          `2026-02-11T08:${String(n % 60).padStart(2, '0')}:${n < 60 ? '00' : '30'}Z`,
          title,
          ...body.split('\n\n'),
        ),
      )
    }
    const first = await markupOf('/a/ferry/record')
    expect(rowsOf(first)).toHaveLength(100)
    const [, next = ''] = /<a class="button" href="([^"]+)">Later entries/.exec(first) ?? []
    const second = await markupOf(next)
    expect(second).not.toContain('Later entries')
    expect(second).toContain('<a href="/a/ferry/record">From the first entry</a>')
    const positions = [...rowsOf(first), ...rowsOf(second)].map(([position]) => Number(position))
    expect(positions).toEqual([...new Set(positions)].sort((a, b) => a - b))
    expect(rowsOf(second).at(-1)?.[2]).toBe('The page was read again and had the text of version 3')
  })

  test('says that entries from before the log are still to come', async () => {
    expect(await textOf('/a/ferry/record')).not.toContain('was not compared')
    await stage.store.db.run(sql`update archive set logged_until = 0`)
    expect(await textOf('/a/ferry/record')).toContain('what has none yet was not compared')
  })

  test('follows a rename, and names the archive in its command', async () => {
    await well(stage.send('PATCH', '/v1/articles/ferry', { slug: 'norrholm-ferry' }))
    const { status, headers } = await stage.ask('/a/ferry/record?after=3', PEOPLE)
    expect([status, headers.get('location')]).toEqual([308, '/a/norrholm-ferry/record?after=3'])
    const there = stageOver(stage.store, { publicUrl: 'https://archive.example' })
    expect(await textOf('/a/norrholm-ferry/record', there)).toContain(
      'npx claimtrail verify norrholm-ferry --url https://archive.example',
    )
  })

  test.each(['/a/ferry', '/a/ferry/v/2', '/kinds', '/'])('%s leads to a record in place of JSON', async (path) => {
    const markup = await markupOf(path)
    expect(markup).toContain('<a href="/record">')
    if (path.startsWith('/a/')) expect(markup).toContain('<a href="/a/ferry/record')
    expect(markup).not.toMatch(/href="[^"]*\/verify"/)
  })

  test('keeps JSON a link away', async () => {
    expect(await markupOf('/a/ferry/record')).toContain('<a href="/v1/articles/ferry/verify">')
  })
})

describe('the record of the archive', () => {
  beforeAll(async () => {
    stage = await signed()
    await tellStory(stage)
  })

  test('has the present checkpoint, the key, and the command with both', async () => {
    const text = await textOf('/record')
    const note = await (await well(stage.ask('/v1/log/checkpoint'))).text()
    const [, size = '', root = ''] = note.split('\n')
    const { keys } = await read<{ keys: { key: string }[] }>(stage.ask, '/v1/log/keys')
    expect(text).toContain(note.trim())
    for (const words of [root, `one of ${size} entries of a log`, keys[0]?.key ?? 'no key']) expect(text).toContain(words)
    expect(text).toContain(
      `npx claimtrail verify --url http://localhost --checkpoint 2026-03-01.checkpoint --key '${keys[0]?.key}'`,
    )
  })

  test('gives the checkpoint as a file of the day', async () => {
    expect(await markupOf('/record')).toContain('href="/record/checkpoint" download="2026-03-01.checkpoint"')
    const answer = await well(stage.ask('/record/checkpoint', PEOPLE))
    expect(answer.headers.get('content-disposition')).toBe('attachment; filename="2026-03-01.checkpoint"')
    const [mine, theirs] = [await answer.text(), await (await stage.ask('/v1/log/checkpoint')).text()]
    expect(mine).toBe(theirs)
  })

  test('has the twenty latest entries, the latest first, each with its story', async () => {
    const rows = rowsOf(await markupOf('/record'))
    const { data } = await read<{ data: { position: number; article: string | null }[] }>(
      stage.ask,
      '/v1/log/entries?limit=200',
    )
    const latest = data.slice(-20).toReversed()
    expect(rows.map(([position, , , story]) => [Number(position), story])).toEqual(
      latest.map(({ position, article }) => [position, article ?? '']),
    )
    expect(rows[0]?.[2]).toBe('A key that signs checkpoints came into use')
  })

  test('without a key, of an empty archive, and while entries are still to come says so', async () => {
    expect(await textOf('/record', stageOver(stage.store))).toContain('no key that signs checkpoints')
    expect(await textOf('/record', stageOver(await openStore()))).toContain('It has none yet.')
    const other = await signed()
    await tellStory(other)
    await other.store.db.run(sql`update archive set logged_until = 0`)
    expect(await textOf('/record', other)).toContain('There is no checkpoint yet')
    expect((await other.ask('/record/checkpoint', PEOPLE)).status).toBe(404)
  })

  test('says where entries were removed', async () => {
    const other = await signed()
    await tellStory(other)
    await edit(other, sql`delete from log where id = 3`)
    expect(await textOf('/record', other)).toContain('The log has gaps')
  })

  test('asks for a sign-in where reading does, for the file too', async () => {
    const closed = stageOver(stage.store, { readTokenRequired: true })
    for (const path of ['/record', '/record/checkpoint', '/record/verify', '/a/ferry/record']) {
      expect([path, (await closed.ask(path, PEOPLE)).status]).toEqual([path, 401])
      const headers = { ...PEOPLE.headers, Authorization: `Bearer ${TOKEN}` }
      expect((await closed.ask(path, { headers })).status).not.toBe(401)
    }
  })
})

describe('verifying now', () => {
  beforeEach(async () => {
    stage = await signed()
    await tellStory(stage)
  })

  test('has a row for each story, and the verdict', async () => {
    const text = await textOf('/record/verify')
    expect(text).toMatch(/ferry\s*3\s*as it was recorded/)
    expect(text).toContain('All 2 stories on this page are as they were recorded.')
    expect(text).toMatch(/The log is whole: \d+ entries, each in its place, with the root/)
    expect(text).not.toContain('Verify the next ones')
  })

  test('tells faults of stories and of the log', async () => {
    await edit(
      stage,
      sql`update versions set body = body || '.' where number = 2`,
      sql`update log set digest = zeroblob(32) where id = 6`,
    )
    const text = await textOf('/record/verify')
    expect(text).toContain('Version 2: the text does not match its content hash')
    expect(text).toContain('1 story of the 2 on this page has faults.')
    expect(text).toMatch(/bridge\s*1\s*as it was recorded/)
    await edit(stage, sql`delete from log where id = 7`)
    expect(await textOf('/record/verify')).toContain('The log itself has faults:')
  })

  test('comes as it is made, in steps of fifty stories', async () => {
    for (let n = 1; n <= 52; n++) await well(stage.send('POST', '/v1/articles', { slug: `story-${n}` }))
    const first = await markupOf('/record/verify')
    expect(plain(first)).toContain('50 of 54 stories are verified.')
    expect(plain(first)).not.toContain('The log is whole')
    const [, next = ''] = /<a class="button" href="([^"]+)" rel="nofollow">Verify the next ones/.exec(first) ?? []
    const second = await textOf(next)
    expect(second).toContain('All 4 stories on this page are as they were recorded.')
    expect(second).toContain('The log is whole')
    const body = (await well(stage.ask('/record/verify', PEOPLE))).body
    if (!body) throw new Error('there is no body')
    let parts = 0
    for await (const _ of body) parts++
    expect(parts).toBeGreaterThan(50)
  })

  test('that breaks off says so, with the way on', async () => {
    const logged = vi.spyOn(console, 'error').mockReturnValue()
    onTestFinished(() => logged.mockRestore())
    await well(stage.send('POST', '/v1/articles', { slug: 'later' }))
    const all = stage.store.db.all.bind(stage.store.db)
    const broken = Object.assign(Object.create(stage.store.db) as typeof stage.store.db, {
      all: (query: SQL) => {
        if (JSON.stringify(query).includes('alias_decisions')) throw new Error('the disk is gone')
        return all(query)
      },
    })
    const { snapshot: _, ...store } = stage.store
    const faulty = stageOver({ ...store, db: broken } as Stage['store'])
    const text = await markupOf('/record/verify?after=1', faulty)
    expect(text).toContain('The verification broke off here. <a href="/record/verify?after=1" rel="nofollow">')
    expect(text.trimEnd().endsWith('</html>')).toBe(true)
    expect(logged).toHaveBeenCalledOnce()
  })
})
