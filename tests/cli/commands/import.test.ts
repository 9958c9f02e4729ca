/** Imports from end to end: a small web archive on this machine, files, and an archive in a file. */
import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest'
import { fileConnection, openFile } from '../../../src/cli/archive/file-archive.ts'
import type { Session } from '../../../src/cli/session.ts'
import { article, REST } from '../../watching/site.ts'
import { warcOf } from '../import/warc.ts'
import { folderWith, play } from '../stage.ts'

const FARES = 'https://harbour-post.example/ferry-fares'
const told = (rise: number) =>
  article('Ferry Fares Rise', `Fares on the Norrholm ferry will rise by ${rise} percent in May, the operator said.`, ...REST)
const stamp = (day: number) => `202503${String(day).padStart(2, '0')}080000`
const date = (day: number) => new Date(Date.UTC(2025, 2, day, 8)).toUTCString()

let archive: string
beforeEach(() => {
  archive = join(folderWith({}), 'a.sqlite')
})

const stage = (): Partial<Session> => ({
  env: { PRIVATE_CAPTURES: '1', ARCHIVE: archive },
  now: () => new Date(),
  open: async (place) => {
    if (place.kind === 'server') throw new Error('this stage has files only')
    return fileConnection(openFile(place.path, { create: place.create, migrations: 'migrations' }), place.operator)
  },
})

const run = (...argv: string[]) => play(['import', ...argv, '--pause', '0'], undefined, stage())

const inJson = async (...argv: string[]) => {
  const { out, ...rest } = await run(...argv, '--json')
  return { ...rest, json: JSON.parse(out) }
}

interface Answer {
  readonly status?: number
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: string
}

/** A web archive: answers by path; the rest is its own 404. */
async function webArchive(answers: Map<string, Answer | ((asked: number) => Answer)>) {
  const asked: string[] = []
  const agents = new Set<string | undefined>()
  const server = createServer((request: IncomingMessage, response) => {
    const path = request.url ?? ''
    asked.push(path)
    agents.add(request.headers['user-agent'])
    const found = answers.get(path)
    const {
      status = 200,
      headers = {},
      body = '',
    } = (typeof found === 'function' ? found(asked.filter((one) => one === path).length) : found) ?? { status: 404 }
    response.writeHead(status, { 'Content-Type': 'text/html; charset=utf-8', ...headers }).end(body)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => void server.close())
  return { base: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, asked, agents }
}

const raw = (day: number) => `/web/${stamp(day)}id_/${FARES}`
const memento = (day: number, body: string, more: Answer = {}): [string, Answer] => [
  raw(day),
  { body, ...more, headers: { 'Memento-Datetime': date(day), ...more.headers } },
]

function timeMap(base: string, days: readonly number[]): string {
  const links = days.map((day) => `<${base}/web/${stamp(day)}/${FARES}>; rel="memento"; datetime="${date(day)}"`)
  return [`<${FARES}>; rel="original"`, ...links].join(',\n')
}

describe('import of a TimeMap', () => {
  it('fetches the mementos in their raw form and records each at its time', async () => {
    const answers = new Map<string, Answer>([
      memento(9, told(14), { headers: { 'X-Archive-Orig-Server': 'the press' } }),
      memento(3, told(10)),
      memento(5, told(10)),
      memento(7, 'Not here.', { status: 404 }),
    ])
    const { base, asked, agents } = await webArchive(answers)
    answers.set('/map', { body: timeMap(base, [9, 3, 5, 7]), headers: { 'Content-Type': 'application/link-format' } })
    const { code, json } = await inJson(`${base}/map`)
    expect(code).toBe(0)
    expect(json).toMatchObject({ outcomes: { created: 2, unchanged: 1, not_found: 1 }, known: 0, skipped: {} })
    expect(json.captures.map((c: { captured_at: string; version: number }) => [c.captured_at, c.version])).toEqual([
      ['2025-03-03T08:00:00.000Z', 1],
      ['2025-03-05T08:00:00.000Z', 1],
      ['2025-03-07T08:00:00.000Z', null],
      ['2025-03-09T08:00:00.000Z', 2],
    ])
    expect(asked).toEqual(['/map', raw(3), raw(5), raw(7), raw(9)])
    expect([...agents]).toEqual(['Claimtrail/1.0'])
  })

  it('goes on where it was interrupted, and asks for nothing twice', async () => {
    const answers = new Map<string, Answer>([memento(3, told(10)), memento(7, told(12))])
    const { base, asked } = await webArchive(answers)
    answers.set('/map', { body: timeMap(base, [3, 5, 7]) })
    const first = await inJson(`${base}/map`)
    expect(first.code).toBe(1)
    expect(first.json).toMatchObject({ outcomes: { created: 2, not_loaded: 1 } })
    answers.set(...memento(5, told(11)))
    asked.length = 0
    const second = await inJson(`${base}/map`)
    expect(second).toMatchObject({ code: 0, json: { outcomes: { created: 1 }, known: 2 } })
    expect(asked).toEqual(['/map', raw(5)])
    expect((await run(`${base}/map`)).out).toBe('nothing new, 3 known before\n')
  })

  it('waits as long as the archive asks, and gives up where it stays busy', async () => {
    const busy: Answer = { status: 429, headers: { 'Retry-After': '0' } }
    const answers = new Map<string, Answer | ((asked: number) => Answer)>([
      [raw(3), (n) => (n < 3 ? busy : memento(3, told(10))[1])],
      [raw(5), busy],
    ])
    const { base, asked } = await webArchive(answers)
    answers.set('/map', { body: timeMap(base, [3, 5]) })
    const { code, err, out } = await run(`${base}/map`)
    expect(code).toBe(3)
    expect(err).toContain('cannot be read now: the answer is 429; run the command again later')
    expect(out).toBe('ferry-fares-rise  1 new version  0 checks\n1 created\n')
    expect(asked.filter((path) => path === raw(3))).toHaveLength(3)
    expect(asked.filter((path) => path === raw(5))).toHaveLength(5)
  })

  it('records a page that is led to another memento at the time of that', async () => {
    const answers = new Map<string, Answer>([[raw(3), { status: 302, headers: { Location: raw(4) } }], memento(4, told(10))])
    const { base } = await webArchive(answers)
    answers.set('/map', { body: timeMap(base, [3]) })
    const { json } = await inJson(`${base}/map`)
    expect(json.captures).toMatchObject([{ captured_at: '2025-03-04T08:00:00.000Z', outcome: 'created' }])
  })

  it('shows with --dry-run what it would do, and does nothing', async () => {
    const answers = new Map<string, Answer>()
    const { base, asked } = await webArchive(answers)
    answers.set('/map', { body: timeMap(base, [3, 5, 7]) })
    const { code, out } = await run(`${base}/map`, '--dry-run', '--until', '2025-03-06')
    expect(code).toBe(0)
    expect(out).toBe(`${FARES}  2 captures  2025-03-03T08:00:00.000Z to 2025-03-05T08:00:00.000Z\n2 captures to import\n`)
    expect(asked).toEqual(['/map'])
    expect((await run(`${base}/map`, '--dry-run')).out).toContain('3 captures to import')
  })
})

describe('import of a CDX listing', () => {
  const listing = (rows: readonly (readonly [day: number, type: string, status: string, digest: string])[]) =>
    JSON.stringify([
      ['timestamp', 'original', 'mimetype', 'statuscode', 'digest'],
      ...rows.map(([day, type, status, digest]) => [stamp(day), FARES, type, status, digest]),
    ])

  it('fetches one body for captures of one digest, and leaves out what is no page', async () => {
    const { base, asked } = await webArchive(new Map([memento(3, told(10)), memento(9, told(12))]))
    const folder = folderWith({
      'fares.json': listing([
        [3, 'text/html', '200', 'A'],
        [4, 'text/html', '301', 'B'],
        [5, 'warc/revisit', '-', 'A'],
        [6, 'image/png', '200', 'C'],
        [9, 'text/html', '200', 'D'],
      ]),
    })
    const { json } = await inJson(join(folder, 'fares.json'), '--replay', `${base}/web/`, '--article', 'fares')
    expect(json).toMatchObject({
      outcomes: { created: 2, unchanged: 1 },
      skipped: { redirect: 1, 'no page': 1 },
      captures: [{ article: 'fares', version: 1 }, { version: 1 }, { version: 2 }],
    })
    expect(asked).toEqual([raw(3), raw(9)])
  })
})

describe('import of files', () => {
  it('reads a WARC file, of one page if that is asked', async () => {
    const other = 'https://harbour-post.example/other'
    const warc = await warcOf(
      [
        { url: FARES, date: '2025-03-09T08:00:00Z', body: told(12), encoding: 'gzip' },
        { url: FARES, date: '2025-03-03T08:00:00Z', body: told(10) },
        { url: FARES, date: '2025-03-10T08:00:00Z', body: '', revisits: '2025-03-09T08:00:00Z' },
        { url: other, date: '2025-03-03T08:00:00Z', body: 'Not here.', status: 404 },
      ],
      true,
    )
    const path = join(folderWith({ 'a.warc.gz': warc }), 'a.warc.gz')
    const one = await run(path, '--address', 'https://www.harbour-post.example/ferry-fares/')
    expect(one.out).toBe('ferry-fares-rise  2 new versions  1 check\n2 created, 1 unchanged\n')
    const all = await run(path)
    expect(all.out).toMatch(
      /^2025-03-03T08:00:00\.000Z {2}not_found {2}https:\S+\/other {2}status: 404.*\n1 not_found, 3 known before\n$/,
    )
  })

  it('reads a folder of saved pages', async () => {
    const folder = folderWith({
      [`${stamp(3)}.html`]: told(10),
      [`${stamp(5)}.html`]: told(12),
      [`${stamp(7)}.html`]: told(12),
    })
    const { out, code } = await run(folder, '--address', FARES, '--publication', 'Harbour Post')
    expect([code, out]).toEqual([0, 'ferry-fares-rise  2 new versions  1 check\n2 created, 1 unchanged\n'])
  })
})

it('import hands on the selectors of a stubborn site', async () => {
  const folder = folderWith({ [`${stamp(3)}.html`]: told(10) })
  const result = { outcome: 'created', known: false, article: 'fares', version: 1, evidence: [] }
  const answer = { data: [{ address: FARES, captured_at: '2025-03-03T08:00:00.000Z', ...result }] }
  const flags = ['--address', FARES, '--drop', '.letter, #promo', '--publication', 'Harbour Post']
  const { asked, code } = await play(['import', folder, ...flags], () => ({ body: answer }))
  expect(code).toBe(0)
  expect(asked).toMatchObject([
    { method: 'POST', path: '/v1/captures/import', body: { drop: ['.letter', '#promo'], publication: 'Harbour Post' } },
  ])
  expect(Object.keys(asked[0]?.body as object).sort()).toEqual(['captures', 'drop', 'publication'])
})

describe('import refuses', () => {
  it.each<[string, (folder: string) => string[], RegExp]>([
    ['a file that is not there', () => ['none.warc'], /cannot read none\.warc: there is no such file/],
    ['a file in no format', (folder) => [join(folder, 'a.txt')], /is no TimeMap, no CDX listing, no WARC or WACZ file/],
    ['a slug that is none', (folder) => [folder, '--article', 'A B'], /--article "A B" is not/],
    ['an address that is none', (folder) => [folder, '--address', 'fares'], /--address "fares" is no address/],
    ['a time that is none', (folder) => [folder, '--from', 'soon'], /--from "soon" is not a time/],
  ])('%s', async (_, argv, message) => {
    const { code, err } = await run(...argv(folderWith({ 'a.txt': 'Text.' })))
    expect(code).toBe(2)
    expect(err).toMatch(message)
  })

  it('an answer that is no list', async () => {
    const { base } = await webArchive(new Map([['/map', { body: '<p>A page' }]]))
    expect(await run(`${base}/map`)).toMatchObject({ code: 3, err: expect.stringContaining('answers with no TimeMap') })
    expect(await run(`${base}/none`)).toMatchObject({ code: 3, err: expect.stringContaining('the answer is 404') })
  })

  it('a private address where the settings do not allow it', async () => {
    const { base } = await webArchive(new Map())
    const { code, err } = await play(['import', `${base}/map`])
    expect([code, err]).toEqual([3, expect.stringContaining('cannot read')])
  })
})

it('leaves out what was captured in the future, and records the rest', async () => {
  const records = ['2025-03-01T08:00:00Z', '2999-03-01T08:00:00Z'].map((date, i) => ({ url: FARES, date, body: told(10 + i) }))
  const { json } = await inJson(join(folderWith({ 'a.warc': await warcOf(records) }), 'a.warc'))
  expect(json).toMatchObject({ outcomes: { created: 1 }, skipped: { 'of the future': 1 } })
})
