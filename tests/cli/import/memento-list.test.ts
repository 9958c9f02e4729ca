import { describe, expect, it } from 'vitest'
import { timeOfStamp, webAddressOf } from '../../../src/cli/import/found-capture.ts'
import { linksIn } from '../../../src/cli/import/link-format.ts'
import { mementosIn } from '../../../src/cli/import/memento-list.ts'
import { rawAddress } from '../../../src/cli/import/memento-source.ts'

const STORY = 'https://harbour-post.example/ferry-fares?a=1,2'
const at = (day: number) => `2025-03-${day}T12:05:00.000Z`
const told = (list: ReturnType<typeof mementosIn>) =>
  list?.mementos.map(({ url, capturedAt, memento }) => [url, capturedAt, memento])

describe('a TimeMap', () => {
  const MAP = `<${STORY}>; rel="original",
<https://mementos.example/timemap/link/${STORY}>; rel="self"; type="application/link-format"; from="Wed, 12 Mar 2025 12:05:00 GMT",
<https://mementos.example/${STORY}>;rel=timegate,
<https://mementos.example/20250312120500/${STORY}>; rel="first memento"; datetime="Wed, 12 Mar 2025 12:05:00 GMT",
<20250313120500/${STORY}>; rel="memento"; datetime="Thu, 13 Mar 2025 12:05:00 GMT",
</page/2>; rel="next"`

  it('in link format has its mementos, their times and its next page', () => {
    const list = mementosIn(MAP, 'https://mementos.example/')
    expect(told(list)).toEqual([
      [STORY, at(12), `https://mementos.example/20250312120500/${STORY}`],
      [STORY, at(13), `https://mementos.example/20250313120500/${STORY}`],
    ])
    expect(list?.more).toEqual(['https://mementos.example/page/2'])
  })

  it('that lists other TimeMaps leads to them', () => {
    const index = `<${STORY}>; rel="original", <https://mementos.example/map/1>; rel="timemap", <https://mementos.example/map/2>; rel="timemap"`
    expect(mementosIn(index, undefined)).toEqual({
      mementos: [],
      more: ['https://mementos.example/map/1', 'https://mementos.example/map/2'],
    })
  })

  it('in JSON has the same', () => {
    const json = {
      original_uri: STORY,
      mementos: { list: [{ datetime: '2025-03-12T12:05:00Z', uri: 'https://mementos.example/1' }] },
    }
    expect(told(mementosIn(JSON.stringify(json), undefined))).toEqual([[STORY, at(12), 'https://mementos.example/1']])
  })

  it.each([
    ['', 'nothing'],
    ['<p>A page</p>', 'a page'],
    [`<${STORY}>; rel="original" and more`, 'text behind a link'],
    ['<https://mementos.example/1>; rel="memento"', 'no original'],
    ['{"a": 1}', 'another object'],
    ['[[1, 2], [3, 4]]', 'another table'],
    ['A line of text', 'text'],
  ])('%s is none: %s', (text) => expect(mementosIn(text, undefined)).toBeNull())
})

describe('a CDX listing', () => {
  const ROW = ['com,example)/a', '20250312120500', STORY, 'text/html', '200', 'AAAA', '1234']
  const expected = {
    mementos: [{ url: STORY, capturedAt: at(12), memento: null, digest: 'AAAA', status: 200, type: 'text/html' }],
    more: [],
  }
  const named = { urlkey: ROW[0], timestamp: ROW[1], url: STORY, mime: 'text/html', status: '200', digest: 'AAAA' }

  it.each<[string, string]>([
    [
      'JSON with a row of names',
      JSON.stringify([['urlkey', 'timestamp', 'original', 'mimetype', 'statuscode', 'digest', 'length'], ROW]),
    ],
    [
      'JSON with other fields',
      JSON.stringify([
        ['statuscode', 'digest', 'original', 'mimetype', 'timestamp'],
        ['200', 'AAAA', STORY, 'text/html', ROW[1]],
      ]),
    ],
    ['JSON objects', JSON.stringify([named])],
    ['JSON lines', `${JSON.stringify(named)}\n`],
    ['plain lines', `${ROW.join(' ')}\n`],
    ['lines below letters', ` CDX N b a m s k S\n${ROW.join(' ')}\n`],
    ['letters in another order', ` CDX b k s m a\n${[ROW[1], 'AAAA', '200', 'text/html', STORY].join(' ')}`],
    [
      'CDXJ',
      `com,example)/a 20250312120500 ${JSON.stringify({ url: STORY, mime: 'text/html', status: '200', digest: 'AAAA' })}`,
    ],
  ])('in %s', (_, text) => expect(mementosIn(text, undefined)).toEqual(expected))

  it('leaves out rows without a time or an address, and knows what is not told', () => {
    const rows = [
      ['timestamp', 'original', 'statuscode', 'digest', 'mimetype'],
      ['20250312120500', STORY, '-', '-', 'warc/revisit'],
      ['2025', 'ftp://harbour-post.example/', '200', 'A', 'text/html'],
      ['none', STORY, '200', 'A', 'text/html'],
      [],
    ]
    expect(mementosIn(JSON.stringify(rows), undefined)?.mementos).toEqual([
      { url: STORY, capturedAt: at(12), memento: null, digest: null, status: null, type: 'warc/revisit' },
    ])
    expect(mementosIn('[]', undefined)).toEqual({ mementos: [], more: [] })
  })
})

it.each([
  ['20250312120500', '2025-03-12T12:05:00.000Z'],
  ['20250312', '2025-03-12T00:00:00.000Z'],
  ['2025', '2025-01-01T00:00:00.000Z'],
  ['20250312120500123', '2025-03-12T12:05:00.000Z'],
  ['20250231120500', null],
  ['202', null],
  ['abc', null],
])('the timestamp %s is %s', (stamp, time) => expect(timeOfStamp(stamp)).toBe(time))

it.each([
  [`https://web.example/web/20250312120500/${STORY}`, `https://web.example/web/20250312120500id_/${STORY}`],
  [`https://web.example/web/20250312120500im_/${STORY}`, `https://web.example/web/20250312120500id_/${STORY}`],
  [`https://web.example/web/20250312120500id_/${STORY}`, `https://web.example/web/20250312120500id_/${STORY}`],
  [
    `https://mementos.example/wayback/20250312120500/http:/harbour-post.example/`,
    `https://mementos.example/wayback/20250312120500id_/http:/harbour-post.example/`,
  ],
  ['https://mementos.example/memento/4711', 'https://mementos.example/memento/4711'],
  ['https://harbour-post.example/20250312/story', 'https://harbour-post.example/20250312/story'],
])('the memento %s is read at %s', (memento, raw) => expect(rawAddress(memento)).toBe(raw))

it.each([
  ['http://Harbour-Post.example:80/a#b', 'http://harbour-post.example/a'],
  ['ftp://harbour-post.example/', null],
  ['https://ada:secret@harbour-post.example/', null],
  ['story', null],
])('the address %s is %s', (text, address) => expect(webAddressOf(text)).toBe(address))

it('links end where the text does', () => {
  expect(linksIn('<a>; rel="b c"; rel=d; datetime="e, f" , <g>;h', undefined)).toEqual([
    { target: 'a', rels: ['b', 'c'], datetime: 'e, f' },
    { target: 'g', rels: [], datetime: '' },
  ])
  expect(linksIn(`<a>${'; x=y'.repeat(100_000)} z`, undefined)).toBeNull()
})
