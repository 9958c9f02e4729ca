import { unlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { created, folderWith, type Part, play, posted, recorder } from '../stage.ts'

const STORY = 'The ferry sank off Lund on Monday.\n\nNobody was hurt, the harbour master said.\n'

describe('the fields of a version in a file', () => {
  it.each([
    ['front matter', '---\ntitle: Ferry sinks\nbyline: Ann Lee\n---\nThe ferry sank.', 'Ferry sinks', 'The ferry sank.'],
    ['front matter with Windows line ends', '---\r\ntitle: Ferry sinks\r\n---\r\nIt sank.\r\n', 'Ferry sinks', 'It sank.'],
    ['front matter after a byte order mark', '\uFEFF---\ntitle: Ferry sinks\n---\nIt sank.', 'Ferry sinks', 'It sank.'],
    ['a title that looks like a number', '---\ntitle: 1912\n---\nIt sank.', '1912', 'It sank.'],
    ['the first heading, which leaves the body', '# Ferry sinks\n\nIt sank.', 'Ferry sinks', 'It sank.'],
    [
      'a heading below front matter without title',
      '---\nbyline: Ann Lee\n---\n\n# Ferry sinks\nIt sank.',
      'Ferry sinks',
      'It sank.',
    ],
    ['no heading of a lower rank', '## Ferry\n\nIt sank.', '', '## Ferry\n\nIt sank.'],
    ['no title, not even the file name', 'It sank.', '', 'It sank.'],
    ['nothing but a rule inside the text', 'It sank.\n\n---\n\nIt was raised.', '', 'It sank.\n\n---\n\nIt was raised.'],
  ])('%s', async (_, text, title, body) => {
    const { code, err, asked } = await play(['ingest', join(folderWith({ 'story.md': text }), 'story.md')], recorder())
    expect({ code, err }).toEqual({ code: 0, err: '' })
    expect(asked.at(-1)?.body).toMatchObject({ title, body })
  })

  it('sends times in UTC, the byline, and what belongs to the article', async () => {
    const text = [
      '---',
      'title: Ferry sinks',
      'byline: Ann Lee',
      'captured_at: 2025-03-12T13:05+01:00',
      'published_at: 2025-03-11',
      'url: https://news.example/ferry',
      'slug: ferry',
      'publication: The Lund Post',
      '---',
      'It sank.',
    ].join('\n')
    const { asked } = await play(['ingest', join(folderWith({ 'a.md': text }), 'a.md')], recorder())
    const sent = asked.filter(({ method }) => method === 'POST')
    expect(sent.map(({ path }) => path)).toEqual(['/v1/articles/ferry/versions', '/v1/articles', '/v1/articles/ferry/versions'])
    expect(sent[1]?.body).toEqual({
      slug: 'ferry',
      title: 'Ferry sinks',
      publication: 'The Lund Post',
      url: 'https://news.example/ferry',
    })
    expect(sent[2]?.body).toEqual({
      title: 'Ferry sinks',
      byline: 'Ann Lee',
      body: 'It sank.',
      captured_at: '2025-03-12T12:05:00.000Z',
      published_at: '2025-03-11T23:59:59.999Z',
      url: 'https://news.example/ferry',
    })
  })

  it('takes --title before front matter and heading, and the slug from it', async () => {
    const folder = folderWith({ 'Fähre – Bericht.txt': '---\ntitle: Old\n---\n# Heading\n\nIt sank.' })
    const { code, asked } = await play(['ingest', join(folder, 'Fähre – Bericht.txt'), '--title', 'Fähre gesunken'], recorder())
    expect(code).toBe(0)
    expect(asked[1]?.body).toEqual({ slug: 'fahre-gesunken', title: 'Fähre gesunken' })
    expect(asked[2]?.body).toEqual({ title: 'Fähre gesunken', body: '# Heading\n\nIt sank.' })
  })

  it('warns of front matter that it does not use', async () => {
    const file = join(
      folderWith({ 'a.md': '---\ntitle: T\ntags: [sea, ferry]\ncaptured-at: 2025-03-01\n---\nIt sank.' }),
      'a.md',
    )
    const { code, err } = await play(['ingest', file], recorder())
    expect({ code, err }).toEqual({ code: 0, err: `claimtrail: ${file}: front matter not used: tags, captured-at\n` })
  })
})

describe('standard input', () => {
  const input = async () => new TextEncoder().encode('Ferry sinks\n\nIt sank.')

  it('is a file', async () => {
    const { code, asked } = await play(['ingest', '-'], recorder(), { input })
    expect({ code, body: asked.at(-1)?.body }).toEqual({ code: 0, body: { title: 'Ferry sinks', body: 'It sank.' } })
    expect(created(asked)).toEqual([{ slug: 'ferry-sinks', title: 'Ferry sinks' }])
  })

  it.each([
    ['has no name', 'It sank.', /-: no slug can be made of its name; give one with --slug/],
    ['is read as a file is', 'caf\u0000', /- is not a text file/],
    ['is as large at most', 'x'.repeat(1024 * 1024 + 1), /- has 1048577 bytes/],
  ])('%s', async (_, text, line) => {
    const { code, err } = await play(['ingest', '-'], recorder(), { input: async () => new TextEncoder().encode(text) })
    expect({ code, err }).toEqual({ code: 2, err: expect.stringMatching(line) })
  })
})

describe('several files', () => {
  it('takes a folder as the versions of one article, 2 before 10, and no folder inside it', async () => {
    const folder = folderWith({
      '10.md': 'Third.',
      '2.md': 'Second.',
      '1.md': 'First.',
      'notes/0.md': 'Not this.',
      '.draft.md': 'Not this.',
      'README.md': 'Not this.',
      'photo.jpg': 'Not this.',
      'article.yaml': 'slug: ferry\ntitle: The ferry\npublication: The Lund Post\n',
    })
    const { code, out, asked } = await play(['ingest', folder], recorder())
    expect(code).toBe(0)
    expect(created(asked)).toEqual([{ slug: 'ferry', title: 'The ferry', publication: 'The Lund Post' }])
    expect(posted(asked)).toEqual(['ferry: First.', 'ferry: Second.', 'ferry: Third.'])
    expect(out.split('\n')).toEqual([
      'ferry  version 1  created  no changes',
      'ferry  version 2  created  no changes',
      'ferry  version 3  created  no changes',
      '',
    ])
  })

  it('takes files with one slug as versions, others as articles', async () => {
    const folder = folderWith({ 'a.md': '# Sea\n\nOne.', 'b.md': '# Land\n\nTwo.', 'c.md': '# Sea\n\nThree.' })
    const { asked } = await play(['ingest', ...['a.md', 'b.md', 'c.md'].map((name) => join(folder, name))], recorder())
    expect(posted(asked)).toEqual(['sea: One.', 'sea: Three.', 'land: Two.'])
  })

  it('reports the same file again as unchanged', async () => {
    const archive = recorder()
    const file = join(folderWith({ 'a.txt': STORY }), 'a.txt')
    await play(['ingest', file], archive)
    expect((await play(['ingest', file], archive)).out).toBe('a  version 1  unchanged\n')
  })
})

/** The archive with its first version withheld. */
function withheld(archive: Part): Part {
  return (asked) => {
    const answer = archive(asked)
    const list = answer.body as { data?: { number: number; title: string | null }[] }
    if (asked.method !== 'GET' || !list.data) return answer
    const data = list.data.map((version) =>
      version.number === 1 ? { ...version, title: null, withheld: 'Retracted' } : version,
    )
    return { ...answer, body: { ...list, data } }
  }
}

describe('files without captured_at or title', () => {
  const folder = () => folderWith({ 'in/1.md': 'One.', 'in/2.md': 'Two.', 'in/3.md': 'Three.' })
  const titles = (asked: readonly { body: unknown }[]) =>
    new Set(
      asked.flatMap(({ body }) =>
        (body as { title?: string; body?: string } | null)?.body ? (body as { title: string }).title : [],
      ),
    )

  it('go by the folder, all of them, and have no headline', async () => {
    const { asked } = await play(['ingest', join(folder(), 'in')], recorder())
    expect(titles(asked)).toEqual(new Set(['']))
    expect(created(asked)).toEqual([{ slug: 'in' }])
  })

  it('keep the headline that the article has', async () => {
    const archive = recorder()
    const files = folderWith({ 'a.txt': 'One.', 'copy of a.txt': 'Two.' })
    await play(['ingest', join(files, 'a.txt'), '--title', 'Ferry sinks', '--slug', 'ferry'], archive)
    const { asked } = await play(['ingest', join(files, 'copy of a.txt'), '--slug', 'ferry'], archive)
    expect(posted(asked)).toEqual(['ferry: Two.'])
    expect(titles(asked)).toEqual(new Set(['Ferry sinks']))
  })

  it('are unchanged when the folder is sent again, and only a new one is recorded', async () => {
    const archive = recorder()
    const files = folder()
    await play(['ingest', join(files, 'in')], archive)
    const again = await play(['ingest', join(files, 'in')], archive)
    expect(posted(again.asked)).toEqual([])
    expect(again.out.match(/unchanged/g)).toHaveLength(3)
    writeFileSync(join(files, 'in/4.md'), 'One.')
    const longer = await play(['ingest', join(files, 'in')], archive)
    expect(posted(longer.asked)).toEqual(['in: One.'])
    unlinkSync(join(files, 'in/4.md'))
    expect(posted((await play(['ingest', join(files, 'in')], archive)).asked)).toEqual([])
  })

  it('are told to be dated now, those that are recorded', async () => {
    const archive = recorder()
    const files = folder()
    const told = 'in: 3 versions have no captured_at in their front matter; they are dated now'
    expect((await play(['ingest', join(files, 'in')], archive)).err).toBe(`claimtrail: ${told}\n`)
    expect((await play(['ingest', join(files, 'in')], archive)).err).toBe('')
    const dated = folderWith({ '1.md': '---\ncaptured_at: 2025-03-01\n---\nOne.', '2.md': 'Two.' })
    expect((await play(['ingest', dated], recorder())).err).toBe('')
  })

  it('follow on what the archive has', async () => {
    const archive = recorder()
    const files = folder()
    await play(['ingest', join(files, 'in/1.md'), join(files, 'in/2.md'), '--slug=s'], archive)
    const { asked } = await play(['ingest', join(files, 'in/2.md'), join(files, 'in/3.md'), '--slug=s'], archive)
    expect(posted(asked)).toEqual(['s: Three.'])
  })

  it('are looked for beside a version that is withheld', async () => {
    const archive = recorder()
    const files = folder()
    await play(['ingest', join(files, 'in')], archive)
    const { code, asked } = await play(
      ['ingest', join(files, 'in/2.md'), join(files, 'in/3.md'), '--slug=in'],
      withheld(archive),
    )
    expect({ code, posts: posted(asked) }).toEqual({ code: 0, posts: [] })
  })

  it('are recognized as a version that is withheld by their hash, if they have a title', async () => {
    const archive = recorder()
    const files = folderWith({ 'in/1.md': '# Ferry\n\nOne.', 'in/2.md': '# Ferry\n\nTwo.', 'article.yaml': 'slug: ferry' })
    await play(['ingest', join(files, 'in'), '--slug=ferry'], archive)
    const { code, out, asked } = await play(['ingest', join(files, 'in'), '--slug=ferry'], withheld(archive))
    expect({ code, posts: posted(asked) }).toEqual({ code: 0, posts: [] })
    expect(out.match(/unchanged/g)).toHaveLength(2)
  })

  it('are recognized by one request for the list', async () => {
    const archive = recorder()
    const files = folder()
    await play(['ingest', join(files, 'in')], archive)
    const { asked } = await play(['ingest', join(files, 'in')], archive)
    expect(asked.map(({ method, path }) => `${method} ${path}`)).toEqual([
      'GET /v1/articles/in/versions?limit=200',
      'GET /v1/articles/in/versions/latest?claims=false',
    ])
  })

  it('are refused when one in their middle has changed', async () => {
    const archive = recorder()
    const files = folder()
    await play(['ingest', join(files, 'in')], archive)
    writeFileSync(join(files, 'in/2.md'), 'Two, edited.')
    const { code, err, asked } = await play(['ingest', join(files, 'in')], archive)
    expect({ code, posts: posted(asked) }).toEqual({ code: 2, posts: [] })
    expect(err).toMatch(/2\.md: the archive has another text of in in this place; give captured_at/)
  })
})

describe('what cannot be taken', () => {
  const bad: Record<string, [string | Uint8Array, RegExp]> = {
    'empty.md': ['', /empty\.md has no text/],
    'blank.md': [' \n\n\t\n', /blank\.md has no text/],
    'bare.md': ['---\ntitle: T\n---\n', /bare\.md has no text/],
    'title.md': ['# Only a title\n', /title\.md has no text/],
    'binary.md': [new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0, 0]), /binary\.md is not a text file/],
    'latin.md': [new Uint8Array([0x63, 0x61, 0x66, 0xe9]), /latin\.md is not valid UTF-8; save it as plain text in UTF-8/],
    'page.html': ['<!DOCTYPE html>\n<p>It sank.</p>', /page\.html is HTML; save the article as plain text/],
    'page.rtf': ['{\\rtf1 It sank.}', /page\.rtf is RTF/],
    'page.pdf': ['%PDF-1.4\nIt sank.', /page\.pdf is a PDF/],
    'wide.md': [new Uint8Array([0xff, 0xfe, 0x61, 0]), /wide\.md is UTF-16; save it as UTF-8/],
    'long.md': ['x'.repeat(1024 * 1024 + 1), /long\.md has 1048577 bytes/],
    'open.md': ['---\ntitle: T\n\nIt sank.', /open\.md: the front matter is not closed/],
    'yaml.md': ['---\ntitle: "T\n---\nIt sank.', /yaml\.md: .+; write each field as name: "value"/],
    'twice.md': ['---\ntitle: A\ntitle: B\n---\nIt sank.', /twice\.md: Map keys must be unique/],
    'prose.md': ['---\njust words\n---\nIt sank.', /prose\.md: the front matter holds no fields/],
    'list.md': ['---\ntitle: [A, B]\n---\nIt sank.', /list\.md: title must be text/],
    'time.md': ['---\ncaptured_at: yesterday\n---\nIt sank.', /time\.md: captured_at "yesterday" is not a time; write it as/],
    'calendar.md': ['---\npublished_at: 2025-02-30\n---\nIt sank.', /calendar\.md: published_at "2025-02-30" is not a time/],
    'zone.md': ['---\nmodified_at: 2025-03-12T12:05\n---\nIt sank.', /zone\.md: modified_at .* is not a time/],
    'future.md': ['---\ncaptured_at: 2031-01-01\n---\nIt sank.', /future\.md: captured_at 2031-01-01 is in the future/],
    'url.md': ['---\nurl: news/ferry\n---\nIt sank.', /url\.md: url "news\/ferry" is not a web address/],
    'slug.md': ['---\nslug: Ferry News\n---\nIt sank.', /slug\.md: slug "Ferry News" is not/],
    'паром.md': ['It sank.', /паром\.md: no slug can be made of its name; give one with --slug/],
  }

  it.each(Object.keys(bad))('%s: exit code 2, one line, nothing sent, even with a good file before it', async (name) => {
    const [content, line] = bad[name] ?? ['', /./]
    const folder = folderWith({ 'good.md': STORY, [name]: content })
    const { code, out, err, asked } = await play(['ingest', join(folder, 'good.md'), join(folder, name)], recorder())
    expect(err).toMatch(line)
    expect(err.match(/\n/g)).toHaveLength(1)
    expect({ code, out, asked }).toEqual({ code: 2, out: '', asked: [] })
  })

  it.each([
    ['a missing file', {}, ['gone.md'], /cannot read .*gone\.md: there is no such file/],
    ['an empty folder', { 'in/photo.jpg': '' }, ['in'], /in has no \.md, \.markdown or \.txt file/],
    ['one title for two files', { 'a.md': 'A.', 'b.md': 'B.' }, ['a.md', 'b.md', '--title=T'], /--title is for one file/],
    ['one title for a folder', { 'in/a.md': 'A.' }, ['in', '--title=T'], /--title is for one file/],
    ['a bad slug', { 'a.md': 'A.' }, ['a.md', '--slug=Ä b'], /--slug "Ä b" is not lower-case words/],
    [
      'two slugs in a folder',
      { 'in/a.md': '---\nslug: a\n---\nA.', 'in/b.md': '---\nslug: b\n---\nB.' },
      ['in'],
      /slug b differs from a/,
    ],
    ['an unknown field of the article', { 'in/a.md': 'A.', 'in/article.yaml': 'sulg: a' }, ['in'], /there is no field sulg/],
    ['no file', {}, [], /FILE… is missing/],
  ])('%s', async (_, files, words, line) => {
    const folder = folderWith(files)
    const argv = words.map((word) => (word.startsWith('--') ? word : join(folder, word)))
    const { code, err, asked } = await play(['ingest', ...argv], recorder())
    expect(err).toMatch(line)
    expect({ code, asked }).toEqual({ code: 2, asked: [] })
  })

  it('creates no article when the archive refuses the version', async () => {
    const file = join(folderWith({ 'a.md': `# Ferry sinks\n\n${STORY}` }), 'a.md')
    const { code, err, asked } = await play(['ingest', file], () => ({
      status: 413,
      body: { title: 'Too large', detail: 'the body is too large', errors: [{ path: 'body', message: 'at most 256 KiB' }] },
    }))
    expect(code).toBe(3)
    expect(err).toBe(`claimtrail: ${file}: the body is too large; body: at most 256 KiB\n`)
    expect(asked).toHaveLength(1)
  })

  it('keeps what was recorded before a refusal, and lists it', async () => {
    const folder = folderWith({ '1.md': 'One.', '2.md': 'Two.', 'article.yaml': 'slug: sea' })
    const archive = recorder()
    const { code, out, err } = await play(['ingest', folder], (asked) =>
      JSON.stringify(asked.body).includes('Two.') ? { status: 401, body: { title: 'Unauthorized' } } : archive(asked),
    )
    expect({ code, out }).toEqual({
      code: 3,
      out: 'sea  version 1  created  no changes\na new article; its next version: --slug sea\n',
    })
    expect(err).toMatch(/2\.md: Unauthorized; give a token with --token/)
  })
})

describe('two stories of one title', () => {
  const text = (publication: string) => `---\ntitle: Election Results\npublication: ${publication}\n---\nA vote was held.`
  const archive: Part = ({ method }) =>
    method === 'GET' ? { body: { publication: 'Daily A' } } : { body: { outcome: 'unchanged', version: { number: 1 } } }

  it('are not versions of one article', async () => {
    const { code, err, asked } = await play(['ingest', join(folderWith({ 'b.md': text('Daily B') }), 'b.md')], archive)
    expect({ code, err: err.replace(/\S*b\.md/, 'b.md') }).toEqual({
      code: 2,
      err: 'claimtrail: b.md: the article election-results is of "Daily A", not of "Daily B"; give --slug for another article\n',
    })
    expect(asked.filter(({ method }) => method === 'POST')).toEqual([])
  })

  it('of one publication are', async () => {
    expect(await play(['ingest', join(folderWith({ 'a.md': text('Daily A') }), 'a.md')], archive)).toMatchObject({ code: 0 })
  })
})

describe('the summary', () => {
  const change = {
    id: 17,
    kinds: ['softened', 'number_changed'],
    detail: { number_changed: [{ from: 40, to: 52, unit: 'passengers' }] },
    acknowledged: true,
    before: [{ exact: 'It will carry 40 passengers.', wordings: [] }],
    after: [{ exact: 'It may carry 52 passengers.', wordings: [{ claim: 3, label: 'Ferry may carry 52 passengers' }] }],
  }
  const part = () => ({
    body: { outcome: 'created', version: { number: 2, captured_at: '2025-03-01T00:00:00.000Z' }, changes: [change] },
  })

  it('lists what changed in a later version', async () => {
    const { out } = await play(['ingest', join(folderWith({ 'a.md': STORY }), 'a.md')], part)
    expect(out.split('\n')).toEqual([
      'a  version 2  created  1 softened, 1 number_changed',
      '  softened, number_changed (40 → 52 passengers), acknowledged',
      '    claim 3, change 17  Ferry may carry 52 passengers',
      '    - It will carry 40 passengers.',
      '    + It may carry 52 passengers.',
      '',
    ])
  })

  it('is JSON with --json', async () => {
    const file = join(folderWith({ 'a.md': STORY }), 'a.md')
    const { out } = await play(['ingest', '--json', file], part)
    expect(JSON.parse(out)).toMatchObject({ versions: [{ file, slug: 'a', outcome: 'created', changes: [change] }] })
  })
})
