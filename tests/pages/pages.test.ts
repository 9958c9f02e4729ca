/** The rules for every page: headers, ETags, links to its data, failures as pages, and that everything from articles is text. */
import { beforeAll, describe, expect, test } from 'vitest'
import { openStore } from '#harness'
import { linksIn, related } from '../http/links.ts'
import { type Stage, stageOver, TOKEN, tellStory, well } from '../http/stage.ts'

const PEOPLE = { headers: { Accept: 'text/html,application/xhtml+xml,*/*;q=0.8' } }

/** Every page over the story of stage.ts. */
const PAGES = [
  '/',
  '/?acknowledged=false&kind=softened&since=2026-02-10',
  '/?kind=&publication=Valley+Post&source=&since=&utm_source=x',
  '/changes',
  '/changes?disclosed=false&kind=softened&kind=withdrawn&from=2026-02-10&to=2026-02-11&publication=Harbour+Gazette&source=',
  '/changes?kind=split',
  '/a/ferry/changes',
  '/a/ferry/changes?disclosed=true',
  '/a/bridge/changes?kind=introduced',
  '/a/ferry',
  '/a/ferry?kind=softened&sort=changes',
  '/a/ferry?from=1&to=2',
  '/a/bridge',
  '/a/ferry/claims/1',
  '/a/ferry/claims/4',
  '/sources',
  '/sources?q=guard&kind=unnamed',
  '/sources/1',
  '/search',
  '/search?q=ferry',
  '/search?q=submarine',
  '/search?q=ferry&in=claims&source=',
  '/kinds',
  '/try',
  '/try?example=1',
  '/embed/a/ferry',
  '/embed/a/ferry/claims/4',
  '/a/ferry/v/1',
  '/a/ferry/v/3?at=2026-02-10T19:00',
  '/a/bridge/v/1',
  '/a/ferry/compare/1..2',
  '/a/ferry/compare/1..3?view=inline',
  '/a/ferry/compare/2..2',
  '/watches',
  '/watches?state=stopped',
  '/checks',
  '/checks?all=true&since=2026-02-10',
  '/a/ferry/checks',
  '/a/ferry/record',
  '/record',
  '/record/verify',
]

/** Pages that are true of the moment: no cache keeps them. */
const MOMENTARY = /\/record(?:\/|$)/

let stage: Stage

beforeAll(async () => {
  stage = stageOver(await openStore())
  await tellStory(stage)
})

const textOf = async (path: string, on = stage) => (await well(on.ask(path, PEOPLE))).text()

describe.each(PAGES)('%s', (path) => {
  test('is HTML under a strict policy', async () => {
    const { headers } = await well(stage.ask(path, PEOPLE))
    expect(headers.get('content-type')).toBe('text/html; charset=utf-8')
    const policy = headers.get('content-security-policy') ?? ''
    expect(policy).toContain("default-src 'none'")
    expect(policy).toContain(path.startsWith('/embed/') ? 'frame-ancestors *' : "frame-ancestors 'none'")
    expect(policy).not.toContain('unsafe')
  })

  test('has no inline style or script', async () => {
    expect(await textOf(path)).not.toMatch(/<style|\sstyle=|<script(?![^>]*\ssrc=)|\son\w+=/i)
  })

  test('has one main heading, a title and a description', async () => {
    const text = await textOf(path)
    expect(text.match(/<h1[ >]/g)).toHaveLength(1)
    expect(text).toMatch(/<title>[^<]+ – Claimtrail<\/title>/)
    expect(text).toMatch(/<meta name="description" content="[^"]{10,}">/)
  })

  test('closes what it opens, and has each id once', async () => {
    const text = await textOf(path)
    expect(unbalanced(text)).toEqual([])
    const ids = [...text.matchAll(/\sid="([^"]*)"/g)].map(([, id]) => id)
    expect(ids.filter((id, i) => ids.indexOf(id) !== i)).toEqual([])
  })

  test.runIf(MOMENTARY.test(path))('is kept by no cache, and answers HEAD', async () => {
    for (const method of ['GET', 'HEAD']) {
      const { status, headers } = await stage.ask(path, { ...PEOPLE, method })
      expect([status, headers.get('etag'), headers.get('cache-control')]).toEqual([200, null, 'no-store'])
    }
    expect(await textOf(path)).not.toContain(' data-news="')
  })

  test.skipIf(MOMENTARY.test(path))('is known again by its ETag, and answers HEAD', async () => {
    const { headers } = await well(stage.ask(path, PEOPLE))
    const again = await stage.ask(path, { headers: { ...PEOPLE.headers, 'If-None-Match': headers.get('etag') ?? '' } })
    expect([again.status, await again.text()]).toEqual([304, ''])
    const head = await stage.ask(path, { method: 'HEAD' })
    expect([head.status, head.headers.get('etag'), await head.text()]).toEqual([200, headers.get('etag'), ''])
  })

  test.skipIf(/^\/(?:kinds|try|search$|record\/verify)/.test(path))('links to the same as JSON', async () => {
    const { headers } = await well(stage.ask(path, PEOPLE))
    const targets = related(linksIn(headers.get('link') ?? ''), 'alternate')
    expect(targets.map(({ attributes }) => attributes.type)).toContain('application/json')
    for (const { target, attributes } of targets) {
      const answer = await well(stage.ask(target))
      expect(answer.headers.get('content-type')).toContain(attributes.type?.split(';')[0])
    }
  })
})

/** Elements that are not closed, or closed where they are not open. */
function unbalanced(text: string): string[] {
  const open: string[] = []
  const wrong: string[] = []
  for (const [, close, name = '', empty] of text.matchAll(/<(\/?)([a-z][a-z0-9]*)\b[^>]*?(\/?)>/g)) {
    if (['meta', 'link', 'input', 'br', 'img', 'base'].includes(name) || empty) continue
    if (!close) open.push(name)
    else if (open.pop() !== name) wrong.push(name)
  }
  return [...wrong, ...open]
}

describe('the front page', () => {
  const seen = async (path: string, on = stage, init: RequestInit = PEOPLE) =>
    (await (await well(on.ask(path, init))).text()).replace(/<[^>]+>/g, '')

  test('begins with one claim of the archive, until that is put away', async () => {
    const first = await seen('/')
    expect(first).toContain('One claim of Ferry Freed After Ten Hours')
    expect(first).toMatch(
      /Softened on 10 February, 12:00: will became may\.|Number changed on 10 February, 12:00: 212 passengers became 221/,
    )
    const hide = await stage.ask('/?intro=off', PEOPLE)
    expect([hide.status, hide.headers.get('location')]).toEqual([303, '/'])
    const Cookie = hide.headers.get('set-cookie')?.split(';')[0] ?? ''
    const later = await stage.ask('/', { headers: { ...PEOPLE.headers, Cookie } })
    expect(later.headers.get('vary')).toContain('Cookie')
    expect(await later.text()).not.toContain('One claim of')
    expect(await seen('/')).toContain('One claim of')
  })

  test('says whether readers were told', async () => {
    expect(await seen('/')).toContain(
      'One story changed. 4 changes altered what readers had been told; none of them was disclosed.',
    )
    expect(await seen('/')).toMatch(/Not disclosed 1/)
  })

  test('says what was chosen, and when nothing fits', async () => {
    expect(await seen('/?kind=softened&since=2026-02-10')).toContain('1 story: softened, since 10 February 2026.')
    expect(await seen('/?acknowledged=true')).toContain('No story fits')
  })

  test('has the chart of days as a table too', async () => {
    const [, table = ''] = /<caption>Changes of each kind by day<\/caption>([\s\S]*?)<\/table>/.exec(await textOf('/')) ?? []
    const rows = [...table.matchAll(/<tr><th scope="row">([^<]*)<\/th><td>([^<]*)<\/td><td>([^<]*)<\/td>/g)].map(
      ([, ...cells]) => cells.join(' '),
    )
    expect(rows).toContain('10 Feb Softened 1')
    expect(rows).toContain('10 Feb Number changed 1')
  })

  test('of an empty archive tells how to begin', async () => {
    expect(await seen('/', stageOver(await openStore()))).toContain('Nothing is archived yet')
  })

  test('leads to earlier stories', async () => {
    const text = await textOf('/?limit=1')
    const more = /<a class="button" href="([^"]+)">Earlier stories/.exec(text)?.[1]?.replaceAll('&amp;', '&') ?? ''
    expect(await seen(more)).toContain('Bridge Closes')
  })
})

test('a claim is told in plain sentences', async () => {
  const text = (await textOf('/a/ferry/claims/4')).replace(/<[^>]+>/g, '')
  expect(text).toContain('Softened on 10 February, 12:00: will became may. The article did not say so.')
})

test('a story says how much of what it changed it disclosed', async () => {
  const text = (await textOf('/a/ferry')).replace(/<[^>]+>/g, '')
  expect(text).toMatch(/4 changes altered what readers had been told; the article disclosed none of them\./)
})

test('the pages of a story that has no version, or of one in another language, say so', async () => {
  const other = stageOver(await openStore())
  await well(other.send('POST', '/v1/articles', { slug: 'empty', title: 'Nothing yet' }))
  expect(await textOf('/a/empty', other)).toContain('Nothing is archived of this story yet.')
  await well(other.send('POST', '/v1/articles', { slug: 'haven' }))
  await well(
    other.ingest(
      'haven',
      '08:00',
      'Haven open',
      'De burgemeester zei dat de haven morgen weer open gaat. Het schip is vannacht op een zandbank gelopen en er zijn geen gewonden.',
    ),
  )
  expect(await textOf('/a/haven', other)).toContain('In this language each sentence is one claim')
})

test('a version that is withheld is a column, not a drop', async () => {
  const held = stageOver(await openStore())
  await tellStory(held)
  await well(held.send('PUT', '/v1/articles/ferry/versions/2/withholding', { reason: 'By order of a court' }))
  const text = await textOf('/a/ferry', held)
  expect(text).toContain('class="held"')
  expect(text).toContain('By order of a court')
  expect(text).not.toContain('class="gone"')
  expect(text).toContain('<span class="swatch held"></span>withheld')
  expect(await textOf('/a/ferry')).not.toContain('swatch held')
})

test('the script asks for news of what the archive shows to everybody', async () => {
  expect(await textOf('/a/ferry')).toContain(' data-news="')
  expect(await textOf('/kinds')).not.toContain(' data-news="')
  const closed = stageOver(stage.store, { readTokenRequired: true })
  const answer = await well(closed.ask('/a/ferry', { headers: { ...PEOPLE.headers, Authorization: `Bearer ${TOKEN}` } }))
  const text = await answer.text()
  expect(text).toContain('<h1')
  expect(text).not.toContain(' data-news="')
})

test('the kinds of the legend keep the range and the order that were chosen', async () => {
  expect(await textOf('/a/ferry?from=1&to=2&sort=changes')).toContain(
    'href="/a/ferry?from=1&amp;to=2&amp;kind=softened&amp;sort=changes"',
  )
})

test('a former slug leads to the present one', async () => {
  const moved = stageOver(await openStore())
  await tellStory(moved)
  await well(moved.send('PATCH', '/v1/articles/ferry', { slug: 'norrholm-ferry' }))
  const answer = await moved.ask('/a/ferry/claims/1?x=1')
  expect([answer.status, answer.headers.get('location')]).toEqual([308, '/a/norrholm-ferry/claims/1?x=1'])
})

describe('a failure', () => {
  test.each([
    ['/a/none', 404, 'There is no such page'],
    ['/nowhere', 404, 'There is no such page'],
    ['/a/ferry/claims/999', 404, 'There is no such page'],
    ['/a/ferry/claims/x', 400, 'This address asks for something that is not there'],
    ['/a/ferry/v/9', 404, 'There is no such page'],
    ['/a/ferry/at?at=noon', 400, 'This address asks for something that is not there'],
    ['/a/ferry/compare/1..9', 404, 'There is no such page'],
    ['/a/ferry/compare/1', 400, 'This address asks for something that is not there'],
    ['/a/ferry?kind=nonsense', 400, 'This address asks for something that is not there'],
    ['/a/none/changes', 404, 'There is no such page'],
    ['/changes?from=noon', 400, 'This address asks for something that is not there'],
    ['/a/none/record', 404, 'There is no such page'],
    ['/a/ferry/record?after=x', 400, 'This address asks for something that is not there'],
    ['/record/verify?after=x', 400, 'This address asks for something that is not there'],
    ['/record/checkpoint', 404, 'There is no such page'],
  ])('%s is a page for people (%i)', async (path, status, heading) => {
    const answer = await stage.ask(path, PEOPLE)
    expect([answer.status, answer.headers.get('content-type')]).toEqual([status, 'text/html; charset=utf-8'])
    expect(answer.headers.get('content-security-policy')).toContain("frame-ancestors 'none'")
    expect(await answer.text()).toContain(`<h1>${heading}</h1>`)
  })

  test('is problem details for programs, and below /v1 for all', async () => {
    for (const [path, init] of [
      ['/a/none', {}],
      ['/v1/articles/none', PEOPLE],
    ] as const)
      expect((await stage.ask(path, init)).headers.get('content-type')).toBe('application/problem+json')
  })

  test('to read is a page that asks for a sign-in, where reading is closed', async () => {
    const closed = stageOver(stage.store, { readTokenRequired: true })
    for (const path of PAGES) {
      const answer = await closed.ask(path, PEOPLE)
      expect([path, answer.status]).toEqual([path, 401])
      expect(await answer.text()).toContain('Reading this archive needs a sign-in')
      const open = await closed.ask(path, { headers: { ...PEOPLE.headers, Authorization: `Bearer ${TOKEN}` } })
      expect([open.status, open.headers.get('cache-control')]).toEqual([
        200,
        MOMENTARY.test(path) ? 'private, no-store' : 'private, no-cache',
      ])
    }
  })
})

test('a story leads to the one that it is an alias of, which names it; its range shows its own versions', async () => {
  const twins = stageOver(await openStore())
  await tellStory(twins)
  await well(twins.send('POST', '/v1/articles/bridge/alias', { of: 'ferry', reason: 'One story' }))
  const led = await twins.ask('/a/bridge?kind=softened', PEOPLE)
  expect([led.status, led.headers.get('location')]).toEqual([308, '/a/ferry?kind=softened'])
  const text = await textOf('/a/ferry', twins)
  expect(text).toContain('Other stories of the archive are this one: <a href="/a/bridge?from=1">bridge</a>')
  expect(text).not.toContain('/a/bridge/alias')
  expect(await textOf('/a/bridge?from=1', twins)).toContain('<h1 dir="auto">Bridge Closes</h1>')
  expect(await textOf('/a/bridge/v/1', twins)).toContain('Bridge Closes')
  expect(await textOf('/', twins)).not.toContain('href="/a/bridge')
})

describe('hostile text', () => {
  const HOSTILE = "<script>alert(1)</script> \"><img src=x onerror=alert(2)> &amp; 'x' </title></main>"

  test('is text on every page', async () => {
    const bad = stageOver(await openStore())
    await well(
      bad.send('POST', '/v1/articles', { slug: 'bad', title: HOSTILE, publication: HOSTILE, url: 'https://x.example/?"><b>' }),
    )
    await well(
      bad.ingest(
        'bad',
        '08:00',
        HOSTILE,
        `The ferry will sail, ${HOSTILE} said.`,
        `“${HOSTILE}” will cost 12 euros, Ada ${HOSTILE} said.`,
      ),
    )
    await well(
      bad.ingest(
        'bad',
        '09:00',
        `${HOSTILE} 2`,
        `The ferry may sail, ${HOSTILE} said.`,
        `“${HOSTILE}” may cost 14 euros, Ada ${HOSTILE} said.`,
      ),
    )
    await well(bad.send('POST', '/v1/articles', { slug: 'twin' }))
    await well(bad.send('POST', '/v1/articles/twin/alias', { of: 'bad', reason: HOSTILE }))
    await well(bad.send('PUT', '/v1/articles/bad/versions/1/withholding', { reason: HOSTILE }))
    const shown = async () => {
      for (const path of [
        '/',
        '/?since=2026-02-10',
        '/?source=<script>',
        '/changes',
        '/changes?kind=introduced',
        '/changes?source=<script>',
        '/a/bad/changes',
        '/a/bad/changes?disclosed=false&from=2026-02-10',
        '/a/bad',
        '/a/bad?kind=softened',
        '/a/bad/claims/1',
        '/a/bad/claims/2',
        '/a/bad/claims/3',
        '/embed/a/bad',
        '/search?q=<script>',
        '/search?q=ferry',
        '/search?q=ferry&source=<script>',
        '/sources',
        '/sources?q=<script>',
        '/sources/1',
        '/sources/2',
        '/embed/a/bad/claims/1',
        '/a/bad/v/1',
        '/a/bad/v/2',
        '/a/bad/at?at=<script>',
        '/a/bad/compare/1..2',
        '/a/bad/compare/1..2?view=inline',
        '/a/bad/checks?all=true',
        '/watches?url=<script>',
        '/checks?cursor=<script>',
        '/a/bad/record',
        '/a/bad/record?after=<script>',
        '/record',
        '/record/verify',
        '/a/<script>',
        '/a/bad?kind=<script>',
      ]) {
        const answer = await bad.ask(path, PEOPLE)
        const text = await answer.text()
        expect([path, /<script>|<img|<b>[^<]*"/i.test(text.replaceAll(/<b>[A-Z][^<"]*<\/b>/g, ''))]).toEqual([path, false])
        expect([path, unbalanced(text)]).toEqual([path, []])
      }
    }
    await shown()
    await well(bad.send('DELETE', '/v1/articles/bad/versions/1/withholding', undefined))
    await shown()
  })
})
