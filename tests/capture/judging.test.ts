/** The kind of a page, by the page and by what is known beside it. */
import { describe, expect, test } from 'vitest'
import { capturePage } from '../../src/capture/capture-page.ts'
import { judgeInContext } from '../../src/capture/judge-page.ts'
import type { CaptureContext } from '../../src/capture/judging/context.ts'
import { RUNNING } from './stage.ts'

const URL = 'https://harbour-post.example/news/ferry-fares-rise-48151'

const page = (body: string, head = '') => `<html><head>${head}</head><body>${body}</body></html>`
const article = page(`<h1>Ferry Fares Rise</h1><article>${RUNNING}</article>`, '<meta property="og:type" content="article">')

const judged = (html: string, url = URL) => {
  const { outcome, evidence } = capturePage({ html, url })
  return [outcome, evidence[0]?.rule ?? null]
}

test.each([
  ['an article', article, 'good', null],
  ['a captcha and nothing else', page('<form><div class="g-recaptcha" data-sitekey="x"></div></form>'), 'bot_check', 'captcha'],
  ['a captcha below an article', page(`${article}<div class="g-recaptcha"></div>`), 'good', null],
  [
    'words of a check',
    page('<h1>Are you a robot?</h1><p>Please confirm that you are a human.</p>'),
    'bot_check',
    'bot-check-words',
  ],
  [
    'the script of a vendor on an empty page',
    page('<script src="/_Incapsula_Resource?x=1"></script>'),
    'bot_check',
    'bot-check-mark',
  ],
  [
    'the script of a vendor on a page that is down',
    page(
      `<script src="/_Incapsula_Resource?x=1"></script><p>${'The site is currently unavailable, and we are sorry for it. '.repeat(4)}</p>`,
    ),
    'block_page',
    'site-down',
  ],
  [
    'an address that is banned',
    page('<h1>Error 1006</h1><p>The owner of this website has banned your IP address (192.0.2.7).</p>'),
    'block_page',
    'refused',
  ],
  [
    'a request that was rejected',
    page('The requested URL was rejected. Please consult with your administrator.'),
    'block_page',
    'refused',
  ],
  [
    'another region',
    page('<p>Harbour Post is not available to readers who are located outside of the country.</p>'),
    'block_page',
    'refused',
  ],
  ['access denied in French', page('<h1>Accès refusé</h1>'), 'block_page', 'refused'],
  ['no such page', page('<h1>404</h1><p>Nothing here.</p>'), 'soft_404', 'soft-404'],
  ['no such page in Spanish', page('<h1>Página no encontrada</h1>'), 'soft_404', 'soft-404'],
  [
    'the status for prerenderers',
    page('<h1>Harbour Post</h1><p>Sorry.</p>', '<meta name="prerender-status-code" content="404">'),
    'soft_404',
    'soft-404',
  ],
  ['a shell', page('<div id="app"></div><script src="/a.js"></script>'), 'empty_shell', 'empty-shell'],
  [
    'a form for signing in',
    page('<h1>Sign in</h1><form><input type="email"><input type="password"><button>Go on</button></form><script></script>'),
    'not_an_article',
    'not-an-article',
  ],
  [
    'a few words',
    page('<h1>Contact</h1><p>Write to us at the harbour, or ring the bell at the door of the office.</p>'),
    'not_an_article',
    'not-an-article',
  ],
  [
    'a short report',
    page(
      '<h1>Ferry Late</h1><p>The ferry is late by an hour on Tuesday, the operator said.</p>',
      '<meta property="article:published_time" content="2025-03-12">',
    ),
    'good',
    null,
  ],
  [
    'live by its linked data',
    page(`<h1>Vote</h1>${RUNNING}`, '<script type="application/ld+json">{"@type":"LiveBlogPosting"}</script>'),
    'live_blog',
    'live-blog',
  ],
  ['times in an article about a day', page(`<h1>The Day of the Vote</h1><p>14:05 was too late.</p>${RUNNING}`), 'good', null],
  [
    'a locked tier with little text',
    page(
      '<h1>Fares</h1><p>The council voted on Tuesday to raise the fares.</p>',
      '<meta property="article:content_tier" content="locked">',
    ),
    'paywall',
    'paywall',
  ],
  [
    'an offer beside a whole text',
    page(
      `<h1>Fares</h1>${RUNNING}${RUNNING.replaceAll('day', 'night')}${RUNNING.replaceAll('day', 'week')}<div class="paywall">Subscribe to continue reading</div>`,
    ),
    'good',
    null,
  ],
])('%s', (_name, html, outcome, rule) => {
  expect(judged(html)).toEqual([outcome, rule])
})

test('the front page, by its address and by the one that it names', () => {
  const front = page(`<h1>Harbour Post</h1>${RUNNING}`)
  expect(judged(front, 'https://harbour-post.example/')).toEqual(['not_an_article', 'not-an-article'])
  expect(judged(front, 'https://harbour-post.example/index.html')).toEqual(['not_an_article', 'not-an-article'])
  expect(judged(page(`<h1>Harbour Post</h1>${RUNNING}`, '<link rel="canonical" href="/">'))).toEqual([
    'not_an_article',
    'not-an-article',
  ])
  expect(judged(front)).toEqual(['good', null])
  expect(judged(front, 'https://harbour-post.example/?p=48151')).toEqual(['good', null])
})

test('a page of more elements than any article has is not parsed', () => {
  const read = (count: number) => capturePage({ html: page(`<h1>Fares</h1>${RUNNING}${'<b></b>'.repeat(count)}`), url: URL })
  expect(read(31_000)).toMatchObject({
    outcome: 'not_an_article',
    evidence: [{ rule: 'too-many-elements' }],
    reading: { body: null },
  })
  expect(read(100).outcome).toBe('good')
})

test('the evidence shows the words of the page', () => {
  const { evidence } = capturePage({ html: page('<h1>Seite nicht gefunden</h1>'), url: URL })
  expect(evidence).toEqual([{ rule: 'soft-404', text: 'Seite nicht gefunden' }])
})

describe('in its context', () => {
  const inContext = (html: string, url: string, context: CaptureContext) => {
    const { reading, ...judged } = capturePage({ html, url })
    const { outcome, evidence } = judgeInContext(judged, { url, body: reading.body }, context)
    return [outcome, evidence[0]?.rule ?? null]
  }
  const text = capturePage({ html: article, url: URL }).reading.body ?? ''

  test.each([
    ['the front page', 'https://harbour-post.example/', 'redirected_away'],
    ['the section', 'https://harbour-post.example/news', 'redirected_away'],
    ['a page of errors', 'https://harbour-post.example/errors/404', 'redirected_away'],
    ['the same', URL, 'good'],
    ['the same with another scheme and host', URL.replace('https://', 'http://www.'), 'good'],
    ['the same number', 'https://harbour-post.example/48151', 'good'],
    ['a new slug', 'https://harbour-post.example/news/ferry-fares-to-rise-by-twelve-percent', 'good'],
    ['another site', 'https://news.example/wire/ferry-fares-rise', 'good'],
  ])('redirected to %s', (_name, landed, outcome) => {
    expect(inContext(article, landed, { asked: URL })[0]).toBe(outcome)
  })

  test('a challenge stays one wherever it stands', () => {
    const check = page('<h1>Are you a robot?</h1>')
    expect(inContext(check, 'https://harbour-post.example/', { asked: URL })).toEqual(['bot_check', 'bot-check-words'])
  })

  const LONGER = `${text}\n\n${text.replaceAll('day', 'night')}\n\n${text.replaceAll('day', 'week')}`

  test('a text that breaks off where the last version went on', () => {
    const cut = article.replace(/(\w+)\.<\/p>(?![\s\S]*<\/p>)/, '$1</p>')
    expect(inContext(cut, URL, { previous: LONGER })).toEqual(['truncated', 'broken-off'])
    expect(inContext(cut, URL, { previous: text })[0]).toBe('good')
  })

  test('redirected to another story of the same site', () => {
    const landed = 'https://harbour-post.example/news/storm-ahead'
    const other = 'A storm will reach Varsk by Sunday evening. '.repeat(40)
    expect(inContext(article, landed, { asked: URL, previous: other })).toEqual(['redirected_away', 'another-story'])
    expect(inContext(article, landed, { asked: URL, previous: text })[0]).toBe('good')
  })

  test.each([
    [
      'of which it shares the small words alone',
      'The harbour museum opened on Friday with a concert of the town band, and the mayor said that it would be free for children. ' +
        'It stands where the old cannery was, close to the lighthouse, and the region paid for most of it, the director said on Friday.',
      'redirected_away',
    ],
    [
      'of which a half is new',
      `${text.slice(0, text.length / 2)} ${'The weather stays fine on the northern shore. '.repeat(3)}`,
      'good',
    ],
  ])('redirected, with a last version %s', (_name, previous, outcome) => {
    const landed = 'https://harbour-post.example/news/storm-ahead'
    expect(inContext(article, landed, { asked: URL, previous })[0]).toBe(outcome)
  })

  test.each([
    [
      'in the middle of its last line',
      (body: string) => `${body.slice(0, -1)} and by another four percent in autumn.`,
      'truncated',
    ],
    ['a full stop after it', (body: string) => body, 'good'],
    ['one word more in its last line', (body: string) => `${body.slice(0, -1)} again.`, 'good'],
    ['other words before', (body: string) => `Corrected. ${body.slice(0, -1)} and by another four percent in autumn.`, 'good'],
    ['another paragraph after it', (body: string) => `${body.slice(0, -1)}\n\nThe mayor will answer on Monday.`, 'good'],
  ])('where a text without a full stop was in the last version, which had %s', (_name, earlier, outcome) => {
    const cut = article.replace(/(\w+)\.<\/p>(?![\s\S]*<\/p>)/, '$1</p>')
    expect(inContext(cut, URL, { previous: earlier(text) })[0]).toBe(outcome)
  })

  test.each([
    ['the same text', text, 'good'],
    ['another word', text.replace('surprised', 'astonished'), 'good'],
    ['three times as much of the same, which an editor may have cut', LONGER, 'good'],
    ['three times as much of other things', 'The mill is closed and will not open again. '.repeat(60), 'good'],
    ['no last version', undefined, 'good'],
  ])('where the last version had %s', (_name, previous, outcome) => {
    expect(inContext(article, URL, previous === undefined ? {} : { previous })[0]).toBe(outcome)
  })
})
