/** Fields that are read out of a page beside its text. */
import { describe, expect, test } from 'vitest'
import { capturePage } from '../../src/capture/capture-page.ts'
import { datesIn, dayText } from '../../src/capture/metadata/date-text.ts'
import { isoTime } from '../../src/capture/metadata/iso-time.ts'
import type { SiteSettings } from '../../src/capture/reading.ts'
import { RUNNING } from './stage.ts'

const readPage = (html: string, url: string, settings?: SiteSettings) => capturePage({ html, url }, settings).reading

const URL = 'https://harbour-post.example/news/ferry'

const read = (head: string, body = `<h1>Ferry Fares Rise</h1><article>${RUNNING}</article>`, url = URL, attributes = '') =>
  readPage(`<html ${attributes}><head>${head}</head><body>${body}</body></html>`, url)

const ld = (object: object) => `<script type="application/ld+json">${JSON.stringify(object)}</script>`

test.each([
  ['12 March 2025', '2025-03-12'],
  ['March 12, 2025', '2025-03-12'],
  ['Mar. 12th 2025', '2025-03-12'],
  ['12. März 2025', '2025-03-12'],
  ['12 mars 2025', '2025-03-12'],
  ['1er mai 2025', '2025-05-01'],
  ['12 de marzo de 2025', '2025-03-12'],
  ['12 de março de 2025', '2025-03-12'],
  ['12 marzo 2025', '2025-03-12'],
  ['12 maart 2025', '2025-03-12'],
  ['12 marca 2025', '2025-03-12'],
  ['12 марта 2025', '2025-03-12'],
  ['12 березня 2025', '2025-03-12'],
  ['12. maaliskuuta 2025', '2025-03-12'],
  ['2025年3月12日', '2025-03-12'],
  ['2025년 3월 12일', '2025-03-12'],
  ['2025-03-12', '2025-03-12'],
  ['2025/3/12', '2025-03-12'],
  ['12.03.2025', '2025-03-12'],
  ['12.3.25', '2025-03-12'],
  ['3/25/2025', '2025-03-25'],
  ['25/3/2025', '2025-03-25'],
  ['12-Mar-2025', '2025-03-12'],
  ['2025. 03. 12.', '2025-03-12'],
  ['2025. március 12.', '2025-03-12'],
  ['2025 m. kovo 12 d.', '2025-03-12'],
  ['12. mars 2025', '2025-03-12'],
  ['12 maart 2025', '2025-03-12'],
  ['12 de març de 2025', '2025-03-12'],
  ['12 d’abril de 2025', '2025-04-12'],
  ['12 tháng 3, 2025', '2025-03-12'],
  ['12 مارس 2025', '2025-03-12'],
  ['١٢ مارس ٢٠٢٥', '2025-03-12'],
  ['12 تشرين الأول 2025', '2025-10-12'],
  ['12 במרץ 2025', '2025-03-12'],
  ['12 मार्च 2025', '2025-03-12'],
  ['12 listopada 2025', '2025-11-12'],
  ['12. listopada 2025', '2025-10-12'],
  ['12. 3. 2025', '2025-03-12'],
])('the date %s', (text, day) => {
  const [date] = datesIn(`Published ${text} by nobody`)
  expect(date && dayText(date)).toBe(day)
})

test.each([
  '31 February 2025',
  '12 March',
  'version 1.2.3',
  '10.0.0.1',
  '2025',
  '99/99/2025',
  'May 2025',
  '12,5 2025',
  '12 tháng 3',
  '2025 m. 12',
  'a. 12. b',
])('no date in %s', (text) => {
  expect(datesIn(text)).toEqual([])
})

test('the order of numbers', () => {
  const day = (order: 'day' | 'month') => datesIn('3/4/2025', order).map(dayText)
  expect([day('day'), day('month'), datesIn('3.4.2025', 'month').map(dayText)]).toEqual([
    ['2025-04-03'],
    ['2025-03-04'],
    ['2025-04-03'],
  ])
})

test.each([
  ['2025-03-12T11:50:00Z', '2025-03-12T11:50:00Z'],
  ['2025-03-12T11:50:00.123+01:00', '2025-03-12T11:50:00+01:00'],
  ['2025-03-12T11:50:00+0100', '2025-03-12T11:50:00+01:00'],
  ['2025-03-12 11:50', '2025-03-12T11:50:00'],
  ['2025-03-12T11:50:00-50:00', '2025-03-12T11:50:00'],
  ['2025-03-12T25:50:00Z', '2025-03-12'],
  ['2025-03-12T11:50:75Z', '2025-03-12'],
  ['2025-03-12 11:50:00 UTC', '2025-03-12T11:50:00Z'],
  ['20250312', '2025-03-12'],
  ['1741780200', '2025-03-12T11:50:00.000Z'],
  ['Wed, 12 Mar 2025 11:50:00 GMT', '2025-03-12T11:50:00.000Z'],
  ['12. März 2025', '2025-03-12'],
  ['soon', null],
  ['', null],
  ['2025-13-45', null],
  ['2025-02-31', null],
])('the time %s', (text, time) => expect(isoTime(text)).toBe(time))

describe('published', () => {
  test.each([
    ['linked data', ld({ '@type': 'NewsArticle', datePublished: '2025-03-12' }), undefined, URL],
    ['a meta element', '<meta property="article:published_time" content="2025-03-12">', undefined, URL],
    ['a time element', '', '<h1>Ferry</h1><time datetime="2025-03-12">yesterday</time>', URL],
    ['microdata', '', '<h1>Ferry</h1><span itemprop="datePublished" content="2025-03-12">x</span>', URL],
    ['the address', '', undefined, 'https://harbour-post.example/2025/03/12/ferry'],
    ['a line near the headline', '', `<h1>Ferry</h1><p>Stand: 12.03.2025</p>${RUNNING}`, URL],
  ])('by %s', (_name, head, body, url) => {
    expect(read(`<title>Ferry</title>${head}`, body, url).published_at).toBe('2025-03-12')
  })

  test('linked data count more than meta elements, and these more than the address', () => {
    const meta = '<meta name="date" content="2025-03-11">'
    const url = 'https://harbour-post.example/2025/03/10/ferry'
    expect(read(ld({ '@type': 'Article', datePublished: '2025-03-12' }) + meta, undefined, url).published_at).toBe('2025-03-12')
    expect(read(meta, undefined, url).published_at).toBe('2025-03-11')
  })

  test('a date in the text is none of the page', () => {
    expect(
      read(
        '<title>Ferry</title>',
        `<h1>Ferry</h1>${RUNNING}${RUNNING}${RUNNING}<p>The boat sank on 12 March 1999, with nobody on board, it is said in the chronicle of the port.</p>`,
      ).published_at,
    ).toBeNull()
  })

  test.each([
    ['before the change', '<p>Updated 14 March 2025</p><p>Published 12 March 2025</p>'],
    ['before the change in one line', '<p>Actualizado: 14/03/2025 | Publicado: 12/03/2025</p>'],
    ['the change where there is no other', '<p class="date">Aktualisiert: 12.03.2025</p>'],
    ['at the start of the text', `<p>12.3.2025 – ${'The council voted to raise the fares. '.repeat(8)}</p>`],
    ['in a dateline', `<p>LONDON, March 12, 2025 (AP) — ${'The council voted to raise the fares. '.repeat(8)}</p>`],
    [
      'not a date in the first sentence',
      `<p>12.3.2025</p><p>Since 1 May 2021 ${'the fares have stood still in the port. '.repeat(8)}</p>`,
    ],
    ['the nearest time element', '<time datetime="2025-03-12">12 March</time>'],
    [
      'the time of the publication',
      '<p>Updated <time datetime="2025-03-14">14 March</time></p><p><time datetime="2025-03-12">12 March</time></p>',
    ],
  ])('printed: %s', (_name, lines) => {
    const ticker = '<div><time datetime="2025-03-20">20 March</time> <a href="/x">Another story</a></div>'.repeat(
      lines.includes('<time') ? 1 : 0,
    )
    expect(
      read('<title>Ferry Fares Rise</title>', `${ticker}<main><h1>Ferry Fares Rise</h1>${lines}${RUNNING}</main>`).published_at,
    ).toBe('2025-03-12')
  })

  test.each([
    ['an earlier day printed', '<meta name="date" content="2025-03-20">', '<p>12.03.2025</p>', '2025-03-12'],
    ['a later day printed', '<meta name="date" content="2025-03-12">', '<p>20.03.2025</p>', '2025-03-12'],
    [
      'a named time, and an earlier day',
      '<meta property="article:published_time" content="2025-03-12">',
      '<p>10.03.2025</p>',
      '2025-03-12',
    ],
    ['value for content', '<meta name="article:published_time" value="2025-03-12">', '', '2025-03-12'],
    ['the page in the linked data', ld({ '@type': 'WebPage', datePublished: '2025-03-12' }), '<p>20.03.2025</p>', '2025-03-12'],
    [
      'single quotation marks',
      `<script type="application/ld+json">{"@type":"NewsArticle","description": 'x', "datePublished":"2025-03-12"}</script>`,
      '',
      '2025-03-12',
    ],
    [
      'a bracket too many',
      '<script type="application/ld+json">{"@type":"NewsArticle","datePublished":"2025-03-12"}}</script>',
      '',
      '2025-03-12',
    ],
    ['no JSON and no time', '<script type="application/ld+json">{"@type":"NewsArticle","x":}</script>', '', null],
  ])('of %s', (_name, head, lines, day) => {
    expect(read(`<title>Ferry Fares Rise</title>${head}`, `<h1>Ferry Fares Rise</h1>${lines}${RUNNING}`).published_at).toBe(day)
  })

  test('the headline is the highest heading, not a link in a ticker', () => {
    const ticker = '<ul><li><a href="/x">Ferry Fares Rise</a> 20.03.2025</li><li>Boats</li></ul>'
    const path = '<p>Home</p>'.repeat(20)
    expect(
      read('<title>Ferry Fares Rise</title>', `${ticker}${path}<h1>Ferry Fares Rise</h1><p>12.03.2025</p>${RUNNING}`)
        .published_at,
    ).toBe('2025-03-12')
  })

  test('the language decides the order of day and month', () => {
    const body = `<h1>Ferry</h1><p class="date">3/4/2025</p>${RUNNING}`
    expect(read('<title>Ferry</title>', body, URL, 'lang="en-US"').published_at).toBe('2025-03-04')
    expect(read('<title>Ferry</title>', body, URL, 'lang="en-GB"').published_at).toBe('2025-04-03')
  })
})

test('modified', () => {
  expect(read('<meta property="article:modified_time" content="2025-03-13T08:00:00Z">').modified_at).toBe(
    '2025-03-13T08:00:00Z',
  )
  expect(read(ld({ '@type': 'Article', dateModified: '2025-03-13' })).modified_at).toBe('2025-03-13')
})

test.each([
  [
    'the printed headline',
    '<meta property="og:title" content="Ferry fares rise in May">',
    '<h1>Ferry Fares Rise</h1>',
    'Ferry Fares Rise',
  ],
  [
    'not the logo',
    '<meta property="og:title" content="Ferry Fares Rise">',
    '<h1>Harbour Post</h1><h1>Ferry Fares Rise</h1>',
    'Ferry Fares Rise',
  ],
  [
    'a second headline',
    '<title>Ferry Fares Rise | Harbour Post</title>',
    '<h1>Harbour Post</h1><h2>Ferry Fares Rise</h2>',
    'Ferry Fares Rise',
  ],
  ['not the kicker', '<title>Ferry Fares Rise</title>', '<h1><span>Transport</span> Ferry Fares Rise</h1>', 'Ferry Fares Rise'],
  [
    'not a kicker that the head has too',
    '<title>Transport: Ferry Fares Rise</title>',
    '<h1><span class="kicker">Transport</span>: Ferry Fares Rise</h1>',
    'Ferry Fares Rise',
  ],
  [
    'the only headline, whatever the head says',
    '<title>Boats cost more now | Harbour Post</title>',
    '<h1>Ferry Fares Rise</h1>',
    'Ferry Fares Rise',
  ],
  [
    'the head where the only headline is the name of the site',
    '<title>Ferry Fares Rise in May | Harbour Post</title>',
    '<h1>Harbour Post</h1>',
    'Ferry Fares Rise in May',
  ],
  [
    'the head where the only headline leads to the front page',
    '<title>Ferry Fares Rise in May</title>',
    '<h1><a href="/">News from the port</a></h1>',
    'Ferry Fares Rise in May',
  ],
  [
    'not a logo that leads to the front page',
    '<title>Ferry Fares | Harbour Post, News of the Port</title>',
    '<h1><a href="/">Harbour Post, News of the Port</a></h1><h2>Ferry Fares</h2>',
    'Ferry Fares',
  ],
  [
    'not the name of the host',
    '<title>Ferry Fares Rise</title>',
    '<h1>harbour-post.example</h1><h3>Ferry Fares Rise</h3>',
    'Ferry Fares Rise',
  ],
  ['the head where none is printed', '<title>Ferry Fares Rise in May - Harbour Post</title>', '', 'Ferry Fares Rise in May'],
  [
    'entities that were escaped twice',
    '<meta property="og:title" content="Fares &amp;amp; Boats Rise">',
    '',
    'Fares & Boats Rise',
  ],
  ['nothing', '', '', null],
])('the title: %s', (_name, head, body, title) => {
  expect(read(head, body + RUNNING).title).toBe(title)
})

test.each([
  [
    'linked data',
    ld({ '@type': 'Article', author: [{ name: 'Ada Moreno' }, { name: 'Ben Okafor' }] }),
    '',
    'Ada Moreno, Ben Okafor',
  ],
  ['a name alone', ld({ '@type': 'Article', author: 'Ada Moreno' }), '', 'Ada Moreno'],
  ['a meta element', '<meta name="author" content="By Ada Moreno and Ben Okafor">', '', 'Ada Moreno, Ben Okafor'],
  ['rel', '', '<a rel="author" href="/a">Ada Moreno</a>', 'Ada Moreno'],
  ['microdata', '', '<span itemprop="author"><span itemprop="name">Ada Moreno</span></span>', 'Ada Moreno'],
  ['a printed line', '', '<p>By Ada Moreno, 12 March 2025</p>', 'Ada Moreno'],
  ['a printed line in German', '', '<p>Von Jana Brink und Uwe von der Heide</p>', 'Jana Brink, Uwe von der Heide'],
  ['a line of a blog', '', '<p>Posted on 12 March 2025 by Ada Moreno</p>', 'Ada Moreno'],
  [
    'a person before the publisher',
    ld({ '@type': 'Article', author: { '@type': 'Organization', name: 'Harbour Post' } }),
    '<p class="byline">Ada Moreno</p>',
    'Ada Moreno',
  ],
  ['the publisher where nobody is named', ld({ '@type': 'Article', author: { name: 'Harbour Post' } }), '', 'Harbour Post'],
  ['no address', '<meta name="author" content="https://facebook.example/harbourpost">', '', null],
  ['value for content', '<meta name="author" value="Ada Moreno">', '', 'Ada Moreno'],
  [
    'the card of a link',
    '<meta name="twitter:label1" content="Geschrieben von"><meta name="twitter:data1" content="Ada Moreno">',
    '',
    'Ada Moreno',
  ],
  [
    'not the reading time of a card',
    '<meta name="twitter:label1" content="Est. reading time"><meta name="twitter:data1" content="Three Minutes">',
    '',
    null,
  ],
  [
    'more names than the linked data has',
    `${ld({ '@type': 'Article', author: { name: 'Ada Moreno' } })}<meta name="author" content="Ada Moreno, Ben Okafor">`,
    '',
    'Ada Moreno, Ben Okafor',
  ],
  [
    'not other names than the linked data has',
    `${ld({ '@type': 'Article', author: { name: 'Ada Moreno' } })}<meta name="author" content="Ben Okafor, Mira Holt">`,
    '',
    'Ada Moreno',
  ],
  ['a label alone', '', '<p>By</p><p>Ada Moreno</p>', 'Ada Moreno'],
  ['a heading for a label', '', '<h5>Autorin:</h5><p>Ada Moreno</p>', 'Ada Moreno'],
  ['an Arabic line', '', '<p>بقلم: ليلى حداد</p>', 'ليلى حداد'],
  ['a Polish line', '', '<p>Autor: Anna Nowak i Jan Wilk</p>', 'Anna Nowak, Jan Wilk'],
  ['not who is related', '', `${RUNNING}<aside><a rel="author">Mira Holt</a></aside>`, null],
])('the byline: %s', (_name, head, body, byline) => {
  expect(read(`<title>Ferry Fares Rise</title>${head}`, `<h1>Ferry Fares Rise</h1>${body}${RUNNING}`).byline).toBe(byline)
})

test.each([
  ['a line that says "By"', '<p>By Ada Moreno</p>', 'Ada Moreno'],
  ['a label in German', '<p>Autorin: Ada Moreno</p>', 'Ada Moreno'],
  ['a name alone', '<p><em>Ada Moreno</em></p>', 'Ada Moreno'],
  ['a name behind a dash', '<p>– Ada Moreno</p>', 'Ada Moreno'],
  ['no greeting', '<p>Gruß Heiko</p>', null],
  ['no heading', '<h3>Further Reading</h3><p>The port has a chronicle, which tells of the boats that sank there.</p>', null],
  ['no sentence', '<p>By May Ada Moreno will have left. The board knows.</p>', null],
])('the byline below the text: %s', (_name, line, byline) => {
  expect(read('<title>Ferry Fares Rise</title>', `<h1>Ferry Fares Rise</h1><article>${RUNNING}${line}</article>`).byline).toBe(
    byline,
  )
})

test('a layout with the name of a box is the page where it holds the headline', () => {
  const byline = '<p><a rel="author">Ada Moreno</a></p>'
  const box = (inside: string) => `<div class="content-sidebar-wrap">${inside}</div>`
  expect(read('<title>Ferry Fares Rise</title>', box(`<h1>Ferry Fares Rise</h1>${byline}${RUNNING}`)).byline).toBe('Ada Moreno')
  expect(read('<title>Ferry Fares Rise</title>', `<h1>Ferry Fares Rise</h1>${RUNNING}${box(byline)}`).byline).toBeNull()
})

test('address, publication and language', () => {
  const { canonical_url, publication, language } = read(
    '<link rel="canonical" href="/ferry#top"><meta property="og:site_name" content="Harbour Post">',
    undefined,
    URL,
    'lang="en_GB"',
  )
  expect({ canonical_url, publication, language }).toEqual({
    canonical_url: 'https://harbour-post.example/ferry',
    publication: 'Harbour Post',
    language: 'en-GB',
  })
  expect(
    read('<link rel="canonical" href="javascript:x"><meta property="og:url" content="https://b.example/f">').canonical_url,
  ).toBe('https://b.example/f')
  expect(read('', '<p>x</p>')).toMatchObject({ canonical_url: null, publication: null })
})

test('the settings of a site', () => {
  const body = `<div class="odd"><p>The boats are old.</p><div class="box"><p>A box beside the text.</p></div></div><article>${RUNNING}</article>`
  const page = `<html><body>${body}</body></html>`
  expect(readPage(page, URL, { keep: ['.odd', 'p['], drop: ['.box'] }).body).toBe('The boats are old.')
  expect(readPage(page, URL, { keep: ['.none'] }).body).toContain('The council voted')
  expect(readPage(page, URL, { drop: ['article'] }).body ?? '').not.toContain('The council voted')
})

test.each([
  ['nothing', ''],
  ['text alone', 'Text.'],
  ['frames', '<html><frameset><frame src="a"></frameset></html>'],
  ['elements that nest without end', `${'<div>'.repeat(3_000)}Text.`],
  ['tags that are never closed', '<b><i>'.repeat(1_500)],
  ['linked data that is no JSON', '<script type="application/ld+json">{{{</script><p>Text.'],
])('a page of %s is read without failing', (_name, html) => {
  expect(() => readPage(html, URL)).not.toThrow()
})
