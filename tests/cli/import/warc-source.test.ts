import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { describe, expect, it, vi } from 'vitest'
import type { LoadedCapture } from '../../../src/cli/import/found-capture.ts'
import { warcKind, warcSource } from '../../../src/cli/import/warc-source.ts'
import { folderWith } from '../stage.ts'
import { type Recorded, warcOf, zipOf } from './warc.ts'

const FARES = 'https://harbour-post.example/fares'
const RECORDS: readonly Recorded[] = [
  { url: FARES, date: '2025-03-01T08:00:00Z', body: '<p>Ä plain page' },
  { url: FARES, date: '2025-03-02T08:00:00Z', body: '<p>A page in gzip', encoding: 'gzip' },
  { url: FARES, date: '2025-03-03T08:00:00Z', body: '<p>A page in brotli', encoding: 'br' },
  { url: FARES, date: '2025-03-04T08:00:00Z', body: '<p>A page in chunks', encoding: 'chunked' },
  { url: FARES, date: '2025-03-05T08:00:00Z', body: '<p>A page that was decoded', encoding: 'said' },
  { url: FARES, date: '2025-03-06T08:00:00Z', body: '', revisits: '2025-03-02T08:00:00Z' },
  { url: FARES, date: '2025-03-07T08:00:00Z', body: '', revisits: '2024-01-01T08:00:00Z' },
  { url: FARES, date: '2025-03-08T08:00:00Z', body: 'Not here.', status: 404 },
  { url: FARES, date: '2025-03-09T08:00:00Z', body: '', status: 301 },
  { url: 'https://harbour-post.example/a.png', date: '2025-03-01T08:00:00Z', body: 'PNG', type: 'image/png' },
]
const BODIES = [
  ['2025-03-01', 200, '<p>Ä plain page'],
  ['2025-03-02', 200, '<p>A page in gzip'],
  ['2025-03-03', 200, '<p>A page in brotli'],
  ['2025-03-04', 200, '<p>A page in chunks'],
  ['2025-03-05', 200, '<p>A page that was decoded'],
  ['2025-03-08', 404, 'Not here.'],
  ['2025-03-06', 200, '<p>A page in gzip'],
]

async function read(path: string) {
  const kind = await warcKind(path)
  if (kind === null) throw new Error('it is no WARC')
  const { captures, skipped, close } = await warcSource(path, kind)
  const loaded = (await Promise.all(captures.map(({ load }) => load()))) as LoadedCapture[]
  await close()
  return {
    kind,
    skipped: Object.fromEntries(skipped),
    addresses: new Set(captures.map(({ url }) => url)),
    bodies: captures.map(({ capturedAt }, i) => [
      capturedAt.slice(0, 10),
      loaded[i]?.status,
      new TextDecoder().decode(loaded[i]?.bytes),
    ]),
  }
}

const SKIPPED = { redirect: 1, 'no page': 1, 'revisit of what the file does not have': 1 }

describe('the pages', () => {
  it.each<[string, string, () => Promise<Uint8Array>, string]>([
    ['a WARC file', 'a.warc', () => warcOf(RECORDS), 'warc'],
    ['a compressed WARC file', 'a.warc.gz', () => warcOf(RECORDS, true), 'warc'],
    ['a WARC file that was compressed as a whole', 'a.warc.gz', async () => gzipSync(await warcOf(RECORDS)), 'warc'],
    [
      'a WACZ file',
      'a.wacz',
      async () =>
        zipOf({
          'datapackage.json': Buffer.from('{}'),
          'archive/1.warc.gz': await warcOf(RECORDS.slice(0, 2), true),
          'archive/2.warc': await warcOf(RECORDS.slice(2)),
          'pages/pages.jsonl': Buffer.from('{}'),
        }),
      'wacz',
    ],
  ])('of %s are read decoded, with their times', async (_, name, file, kind) => {
    const folder = folderWith({ [name]: await file() })
    expect(await read(join(folder, name))).toEqual({
      kind,
      skipped: SKIPPED,
      addresses: new Set([FARES]),
      bodies: BODIES,
    })
  })

  it('are unpacked for as long as they are needed', async () => {
    const temporary = folderWith({})
    vi.stubEnv('TMPDIR', temporary)
    const { close } = await warcSource(join(folderWith({ 'a.warc': await warcOf(RECORDS) }), 'a.warc'), 'warc')
    const unpacked = () => readdirSync(temporary).filter((name) => name.startsWith('claimtrail-import-'))
    expect(unpacked()).toHaveLength(1)
    await close()
    expect(unpacked()).toEqual([])
    const before = process.listeners('exit')
    await warcSource(join(folderWith({ 'a.warc': await warcOf(RECORDS) }), 'a.warc'), 'warc')
    const [atExit] = process.listeners('exit').filter((listener) => !before.includes(listener))
    expect(unpacked()).toHaveLength(1)
    atExit?.(0)
    expect(unpacked()).toEqual([])
    vi.unstubAllEnvs()
  })

  it('too large to store are left out, also those that grow when they are decoded', async () => {
    const large = (encoding?: 'gzip'): Recorded => ({
      url: FARES,
      date: '2025-03-01T08:00:00Z',
      body: 'x'.repeat(6 * 1024 * 1024),
      ...(encoding && { encoding }),
    })
    const path = join(folderWith({ 'a.warc': await warcOf([large(), large('gzip')]) }), 'a.warc')
    expect(await read(path)).toMatchObject({ skipped: { 'too large': 2 }, bodies: [] })
  })

  it('are left out where the file ends before their record', async () => {
    const whole = await warcOf(RECORDS.slice(0, 1))
    const both = await warcOf([...RECORDS.slice(0, 1), { url: FARES, date: '2025-03-02T08:00:00Z', body: 'x'.repeat(500) }])
    expect(both.length).toBeGreaterThan(whole.length)
    const path = join(folderWith({ 'a.warc': both.subarray(0, both.length - 200) }), 'a.warc')
    expect(await read(path)).toMatchObject({ skipped: { 'cut off': 1 }, bodies: BODIES.slice(0, 1) })
  })

  it('of a file that only begins like a ZIP are refused', async () => {
    const path = join(folderWith({ 'a.wacz': Buffer.from('PK\u0003\u0004 and no more') }), 'a.wacz')
    await expect(warcSource(path, 'wacz')).rejects.toThrow(/cannot be read as a WACZ/)
  })

  it('of a ZIP that is no WACZ are refused', async () => {
    const path = join(folderWith({ 'a.zip': zipOf({ 'a.txt': Buffer.from('a') }) }), 'a.zip')
    await expect(warcSource(path, 'wacz')).rejects.toThrow(/it is no WACZ/)
  })

  it('are not looked for in other files', async () => {
    expect(await warcKind(join(folderWith({ 'a.txt': 'WAR' }), 'a.txt'))).toBeNull()
  })
})
