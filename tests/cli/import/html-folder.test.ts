import { symlinkSync, utimesSync } from 'node:fs'
import { basename, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { htmlFolder, savedIn, timeInName } from '../../../src/cli/import/html-folder.ts'
import { folderWith } from '../stage.ts'

it.each([
  ['20250312120500.html', '2025-03-12T12:05:00.000Z'],
  ['fares-20250312120500-raw.html', '2025-03-12T12:05:00.000Z'],
  ['2025-03-12T12-05-00.html', '2025-03-12T12:05:00.000Z'],
  ['2025-03-12 120500.html', '2025-03-12T12:05:00.000Z'],
  ['fares_2025-03-12_12.05.html', '2025-03-12T12:05:00.000Z'],
  ['2025-03-12.html', '2025-03-12T23:59:59.999Z'],
  ['2025-13-40.html', null],
  ['story-4711.html', null],
  ['120250312120500.html', null],
])('%s was captured at %s', (name, time) => expect(timeInName(name)).toBe(time))

it.each<[string, string, { url: string | null; time: string | null }]>([
  [
    'the comment of SingleFile',
    '<!DOCTYPE html><html><!--\n Page saved with SingleFile \n url: https://harbour-post.example/fares \n saved date: Wed Mar 12 2025 13:05:00 GMT+0100 (CET)\n--><link rel="canonical" href="https://harbour-post.example/other">',
    { url: 'https://harbour-post.example/fares', time: '2025-03-12T12:05:00.000Z' },
  ],
  [
    'the comment of browsers',
    '<!-- saved from url=(0034)https://harbour-post.example/fares -->',
    { url: 'https://harbour-post.example/fares', time: null },
  ],
  [
    'its canonical link',
    "<link href='https://harbour-post.example/fares?a=1&amp;b=2' rel=canonical>",
    { url: 'https://harbour-post.example/fares?a=1&b=2', time: null },
  ],
  [
    'og:url',
    '<meta content="https://harbour-post.example/fares" property="og:url">',
    { url: 'https://harbour-post.example/fares', time: null },
  ],
  ['nothing', '<link rel="stylesheet" href="a.css"><meta name="date" content="2025">', { url: null, time: null }],
])('a page tells by %s', (_, html, told) => expect(savedIn(html)).toEqual(told))

describe('a folder', () => {
  it('has each page at the time of its sidecar, its name, its text or its file', async () => {
    const page = '<link rel="canonical" href="https://harbour-post.example/fares">'
    const folder = folderWith({
      'a.html': page,
      'a.html.json':
        '{"captured_at": "2025-03-01T08:00:00Z", "url": "https://harbour-post.example/a", "status": 404, "headers": {"Content-Type": "text/html; charset=x"}}',
      'b/20250302080000.htm': page,
      'c.html': `<!-- Page saved with SingleFile\n url: https://harbour-post.example/c\n saved date: Mon Mar 03 2025 08:00:00 GMT+0000 --> ${page}`,
      'd.html': page,
      'e.txt': 'no page',
      '.hidden/f.html': page,
    })
    utimesSync(join(folder, 'd.html'), new Date(0), new Date('2025-03-04T08:00:00Z'))
    const { captures } = await htmlFolder(folder, null)
    expect(captures.map(({ url, capturedAt }) => [url, capturedAt])).toEqual([
      ['https://harbour-post.example/a', '2025-03-01T08:00:00.000Z'],
      ['https://harbour-post.example/fares', '2025-03-02T08:00:00.000Z'],
      ['https://harbour-post.example/c', '2025-03-03T08:00:00.000Z'],
      ['https://harbour-post.example/fares', '2025-03-04T08:00:00.000Z'],
    ])
    expect(captures.map(({ source }) => source)).toContain(`${basename(folder)}/d.html`)
    const [a, b] = await Promise.all(captures.map(({ load }) => load()))
    expect(a).toMatchObject({ status: 404, headers: { 'content-type': 'text/html; charset=x' } })
    expect(b).toMatchObject({ status: 200, headers: { 'content-type': 'text/html' }, bytes: Buffer.from(page) })
  })

  it('that links back to itself has each page once', async () => {
    const folder = folderWith({ '20250302080000.html': '<p>' })
    symlinkSync('.', join(folder, 'again'))
    const { captures } = await htmlFolder(folder, 'https://harbour-post.example/fares')
    expect(captures).toHaveLength(1)
  })

  it.each<[string, Record<string, string>, RegExp]>([
    ['without a page', { 'a.txt': '' }, /has no \.html/],
    ['with a page that tells no address', { 'a.html': '<p>' }, /a\.html does not tell its address; give --address/],
    ['with a sidecar that is no object', { 'a.html': '<p>', 'a.json': '[]' }, /a\.json is no JSON object/],
    [
      'with a time that is none',
      { 'a.html': '<p>', 'a.html.json': '{"url": "https://a.example/", "captured_at": "soon"}' },
      /"soon" is not a time/,
    ],
  ])('%s is refused', (_, files, message) => expect(htmlFolder(folderWith(files), null)).rejects.toThrow(message))

  it('of pages that tell no address has the one that is given', async () => {
    const { captures } = await htmlFolder(folderWith({ '2025-03-02.html': '<p>' }), 'https://harbour-post.example/fares')
    expect(captures).toMatchObject([{ url: 'https://harbour-post.example/fares', capturedAt: '2025-03-02T23:59:59.999Z' }])
  })
})
