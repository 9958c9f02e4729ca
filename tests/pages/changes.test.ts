/** The lists of changes: they have what the JSON has, and every count that leads to one is the number of its rows. */
import { beforeAll, expect, test } from 'vitest'
import { openStore } from '#harness'
import { linksIn, related } from '../http/links.ts'
import { type Stage, stageOver, tellStory, well } from '../http/stage.ts'

let stage: Stage

beforeAll(async () => {
  stage = stageOver(await openStore())
  await tellStory(stage)
  await well(stage.send('POST', '/v1/articles', { slug: 'quay', publication: 'Valley Post' }))
  await well(
    stage.ingest('quay', '08:00', 'Quay Opens', 'The quay has 40 berths, the harbour office said.', 'It will open on Friday.'),
  )
  await well(
    stage.ingest(
      'quay',
      '09:00',
      'Quay Opens',
      'The quay has 60 berths, the harbour office said.',
      'It may open on Friday.',
      'Correction: An earlier version of this article misstated the number of berths at the quay. It is 60, not 40.',
    ),
  )
})

const textOf = async (path: string) => (await well(stage.ask(path))).text()
const rowsOf = (text: string) => [...text.matchAll(/<li class="row change-row" id="change-(\d+)">([\s\S]*?)<\/li>/g)]
const idsOf = async (path: string) => rowsOf(await textOf(path)).map(([, id]) => Number(id))
const plain = (markup: string) =>
  markup
    .replace(/<[^>]+>/g, '')
    .replace(/\s+/g, ' ')
    .trim()
/** The addresses of the links with these words. */
const hrefs = (text: string, words: RegExp) =>
  [...text.matchAll(/<a [^>]*?href="([^"]+)"[^>]*>([\s\S]*?)<\/a>/g)]
    .filter(([, , inner = '']) => words.test(plain(inner)))
    .map(([, href = '']) => href.replaceAll('&amp;', '&'))

test.each([
  '/changes',
  '/changes?disclosed=false',
  '/changes?disclosed=true',
  '/changes?kind=softened&kind=withdrawn',
  '/changes?kind=introduced',
  '/changes?kind=introduced&first_versions=true',
  '/changes?source=coast+guard',
  '/changes?publication=Valley+Post',
  '/changes?from=2026-02-10T12:00:00Z&to=2026-02-10T12:00:00Z',
  '/changes?kind=split',
  '/changes?added=true',
  '/changes?first_versions=true',
  '/a/ferry/changes?added=true',
  '/changes?limit=2',
  '/a/ferry/changes',
  '/a/ferry/changes?disclosed=false&kind=softened',
  '/a/quay/changes?disclosed=true',
])('%s has the rows of its JSON, in its order', async (path) => {
  const { headers } = await well(stage.ask(path))
  const json = related(linksIn(headers.get('link') ?? ''), 'alternate').find(
    ({ attributes }) => attributes.type === 'application/json',
  )
  const limit = new URLSearchParams(path.split('?')[1]).get('limit')
  const answer = await well(stage.ask(`${json?.target}${limit ? `&limit=${limit}` : ''}`))
  const { data } = (await answer.json()) as { data: { id: number }[] }
  expect(await idsOf(path)).toEqual(data.map(({ id }) => id))
  if (!path.includes('split')) expect(data.length).toBeGreaterThan(0)
})

test('a row tells what happened, in which words, of which claim, and whether the article said so', async () => {
  const rows = rowsOf(await textOf('/changes')).map(([, , row = '']) => plain(row))
  expect(rows).toContain(
    '12:00 Softened: will became may. The article did not say so. The operator will may resume the service on Friday. Ferry Freed After Ten Hours · versions 1 and 2 · Claim Operator may resume service on Friday',
  )
  expect(rows.find((row) => row.includes('40 berths became 60'))).toContain('The article said so in a note.')
})

test('what was disclosed quotes the note, with a link to its place in the text', async () => {
  const text = await textOf('/a/quay/changes?disclosed=true')
  expect(plain(text)).toContain(
    'The note: Correction: An earlier version of this article misstated the number of berths at the quay. It is 60, not 40.',
  )
  const [place = ''] = hrefs(text, /in the text of version 2/)
  const [path = '', id] = place.split('#')
  const version = await textOf(path)
  const after = version.slice(version.indexOf(`id="${id}"`))
  expect(plain(after.slice(after.indexOf('>') + 1)).startsWith('Correction: An earlier version')).toBe(true)
  const [claim = ''] = hrefs(text, /Quay has 60 berths/)
  expect(plain(await textOf(claim))).toContain('The note: Correction:')
  expect(await textOf('/changes?disclosed=false')).not.toContain('The note:')
})

test('only what readers had been told asks for a note', async () => {
  for (const [, , row = ''] of rowsOf(await textOf('/changes?kind=introduced,superseded,reworded,moved')))
    expect(plain(row)).not.toMatch(/say so|said so/)
})

test('the front page leads to what was never disclosed by one link, a story by one more', async () => {
  const [list = ''] = hrefs(await textOf('/'), /did not say so/)
  expect(list).toBe('/changes?disclosed=false')
  const silent = rowsOf(await textOf(list)).map(([, , row = '']) => plain(row))
  expect(silent).toHaveLength(5)
  for (const row of silent) expect(row).toContain('The article did not say so.')
  const [ofStory = ''] = hrefs(await textOf('/a/quay'), /See the one that it did not disclose/)
  expect(await idsOf(ofStory)).toHaveLength(1)
})

test('every count of the front page is the number of rows of its list', async () => {
  const text = await textOf('/')
  const parts = [...text.matchAll(/<span class="told-part(?: silent| noted)?"><a href="([^"]+)">([\s\S]*?)<\/a>/g)]
  expect(parts.length).toBeGreaterThan(5)
  for (const [, href = '', words = ''] of parts) {
    const rows = await idsOf(href.replaceAll('&amp;', '&'))
    expect([plain(words), rows.length]).toEqual([plain(words), Number.parseInt(plain(words), 10)])
  }
  const sums = [
    ...text.matchAll(
      /<a href="(\/changes\?[^"]+)">[^<]*<\/a>(?:<svg[\s\S]*?<\/svg>| <span class="meta">[^<]*<\/span>)<b>(\d+)<\/b>/g,
    ),
  ]
  expect(sums.length).toBeGreaterThan(5)
  for (const [, href = '', sum] of sums)
    expect([href, (await idsOf(href.replaceAll('&amp;', '&'))).length]).toEqual([href, Number(sum)])
})

test('every count of a source is the number of rows of its list', async () => {
  const [, href = ''] = /href="(\/sources\/\d+)"[^>]*>[^<]*coast guard/.exec(await textOf('/sources?q=coast+guard')) ?? []
  const parts = [
    ...(await textOf(href)).matchAll(/<span class="told-part(?: silent| noted)?"><a href="([^"]+)">([\s\S]*?)<\/a>/g),
  ]
  expect(parts.length).toBeGreaterThan(1)
  for (const [, list = '', words = ''] of parts)
    expect([plain(words), (await idsOf(list.replaceAll('&amp;', '&'))).length]).toEqual([
      plain(words),
      Number.parseInt(plain(words), 10),
    ])
})

const countsOn = (text: string) =>
  [...text.matchAll(/<a href="[^"]+"[^>]*>[^<]+ <span>(\d+)<\/span><\/a>/g)].map(([, count]) => count)

test('the tabs of the front page find as many stories as they say', async () => {
  const text = await textOf('/')
  const tabs = [...text.matchAll(/<a href="([^"]+)"[^>]*>[^<]+ <span>(\d+)<\/span><\/a>/g)]
  expect(tabs.map(([, , count]) => count)).toEqual(['3', '2', '1'])
  for (const [, href = '', count] of tabs) {
    const list = await textOf(href.replaceAll('&amp;', '&'))
    expect(list.match(/<li class="row">/g)).toHaveLength(Number(count))
    // The counts stay on every tab.
    expect(countsOn(list)).toEqual(['3', '2', '1'])
  }
  expect(countsOn(await textOf('/?kind=softened'))).toEqual(['2', '2', '0'])
  expect(countsOn(await textOf('/?kind=number_changed&acknowledged=true'))).toEqual(['2', '1', '1'])
})

test('a story is listed with the changes for which it is, each with its version', async () => {
  const text = plain(await textOf('/?kind=softened'))
  expect(text).toContain('2 stories: softened.')
  expect(text).toContain('1 change fits. The operator')
  expect(text).toContain('In the whole story:')
  expect(plain(await textOf('/'))).not.toContain('In the whole story:')
  expect(text).toContain('The operator will may resume the service on Friday. version 2, 10 February, 12:00')
})

test('the small picture has a lane for each claim that changed', async () => {
  const text = await textOf('/')
  const [, ferry = ''] = /<div class="row-chart">([\s\S]*?)<\/div>/.exec(text) ?? []
  // The number, the certainty, and the quotation that was dropped.
  expect(ferry.match(/<path class="b f-/g)?.length).toBeGreaterThanOrEqual(3)
  expect(plain(ferry)).toBe('08:00 to 18:00')
  expect(text.match(/class="print"/g)).toHaveLength(2)
})

test('leads to earlier changes, with the filters', async () => {
  const [more = ''] = hrefs(await textOf('/changes?limit=2&disclosed=false'), /Earlier changes/)
  expect(more).toMatch(/^\/changes\?disclosed=false&cursor=/)
  const whole = await idsOf('/changes?disclosed=false')
  expect(await idsOf(more)).toEqual(whole.slice(2))
})

test('says when nothing fits, and when nothing was altered yet', async () => {
  expect(await textOf('/changes?kind=split')).toContain('No change fits')
  expect(await textOf('/a/bridge/changes')).toContain('Nothing was altered from one version to another yet.')
})

test('lists alterations, and added claims only where they are asked for; says how many there are', async () => {
  const [altered, all] = [await textOf('/changes'), await textOf('/changes?added=true')]
  expect([altered, all].map((text) => rowsOf(text).some(([, , row = '']) => /Added\./.test(plain(row))))).toEqual([false, true])
  for (const text of [altered, all, await textOf('/changes?limit=1'), await textOf('/a/ferry/changes?disclosed=false')]) {
    const [, count] = /<p class="coverage">(\d+) changes?\./.exec(text) ?? []
    const whole = text.includes('Earlier changes') ? altered : text
    expect(Number(count)).toBe(rowsOf(whole).length)
  }
  expect(hrefs(altered, /^Also added claims$/)).toEqual(['/changes?added=true'])
  expect(hrefs(all, /^Without added claims$/)).toEqual(['/changes'])
})

test('a story has its latest headline in every list', async () => {
  for (const path of [
    '/changes?to=2026-02-10T12:00:00Z',
    '/changes?disclosed=false&kind=softened',
    '/a/ferry/changes?kind=softened',
  ]) {
    const text = plain(await textOf(path))
    expect([path, text.includes('Ferry Freed After Ten Hours'), text.includes('Ferry Runs Aground')]).toEqual([
      path,
      true,
      false,
    ])
  }
})

test('a former slug leads to the present one', async () => {
  const moved = stageOver(await openStore())
  await tellStory(moved)
  await well(moved.send('PATCH', '/v1/articles/ferry', { slug: 'norrholm-ferry' }))
  const answer = await moved.ask('/a/ferry/changes?disclosed=false')
  expect([answer.status, answer.headers.get('location')]).toEqual([308, '/a/norrholm-ferry/changes?disclosed=false'])
})
