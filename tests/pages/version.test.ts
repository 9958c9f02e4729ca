/** The page of a version: the text, its claims, who says them, and time travel. */
import { beforeAll, describe, expect, test } from 'vitest'
import { openStore } from '#harness'
import { type Stage, stageOver, well } from '../http/stage.ts'

let stage: Stage

beforeAll(async () => {
  stage = stageOver(await openStore())
  const { send, ingest } = stage
  await well(send('POST', '/v1/articles', { slug: 'dam', title: 'The Dam' }))
  const kept = 'The dam at Arden was built in 1934.'
  await well(
    ingest(
      'dam',
      '08:00',
      'Dam Cracks',
      'The dam will hold, the engineer Ines Roth said.',
      kept,
      'Nobody has left the valley so far.',
    ),
  )
  await well(
    ingest(
      'dam',
      '09:00',
      'Dam Cracks',
      'The dam may hold, the engineer Ines Roth said.',
      'Advertisement',
      'Story continues below',
      kept,
      '“It will not break in the rain,” said Tom Ash, a warden.',
    ),
  )
  await well(ingest('dam', '10:30', 'Dam Cracks', 'The dam may hold, the engineer Ines Roth said.', kept))
})

const markup = async (path: string, on = stage) => (await well(on.ask(path))).text()
const seen = async (path: string, on = stage) => (await markup(path, on)).replace(/<[^>]+>/g, '').replace(/\s+/g, ' ')
const paragraph = (text: string, words: string) => text.split('<div class="para').find((part) => part.includes(words)) ?? ''

describe('a text', () => {
  test('underlines claims by whose words they are, how sure, and what changed in this version', async () => {
    const text = await markup('/a/dam/v/2')
    expect(text).toContain('<span class="u q-indirect u-possible f-certainty">The dam may hold</span>')
    expect(text).toMatch(/<span class="u q-none u-certain">The dam at Arden was built in 1934\.<\/span>/)
    expect(text).toMatch(/<span class="u q-direct u-certain">“?It will not break/)
    expect(await markup('/a/dam/v/1')).toContain('<span class="u q-indirect u-certain">The dam will hold</span>')
  })

  test('has in its margin who says a claim, how surely, what happened here and what will', async () => {
    const here = paragraph(await markup('/a/dam/v/2'), 'The dam may hold').replace(/<[^>]+>/g, '')
    expect(here).toContain('Ines Roth')
    expect(here).toContain('possible softened here')
    expect(paragraph(await markup('/a/dam/v/1'), 'The dam will hold').replace(/<[^>]+>/g, '')).toContain('sure softened in 2')
    const fresh = paragraph(await markup('/a/dam/v/2'), 'It will not break').replace(/<[^>]+>/g, '')
    expect(fresh).toMatch(/Tom Ash[\s\S]*sure new here dropped in 3/)
    expect(await seen('/a/dam/v/1')).not.toContain('new here')
  })

  test('leads from each event to the two versions side by side', async () => {
    const [, href = ''] = /<a href="([^"]+)">softened here/.exec(await markup('/a/dam/v/2')) ?? []
    const [path = '', id = ''] = href.split('#')
    expect(path).toBe('/a/dam/compare/1..2')
    expect(await markup(path)).toContain(`id="${id}"`)
  })

  test('shows furniture as furniture, and does not count it', async () => {
    const text = await markup('/a/dam/v/2')
    expect(paragraph(text, '>Advertisement<')).toMatch(/^ of-page">.*Part of the page, not of the story/s)
    expect(paragraph(text, 'Story continues')).toMatch(/^ of-page">(?!.*Part of the page)/s)
    expect(await seen('/a/dam/v/2')).toContain('version 11 claim dropped 1 softened 2 not disclosed 1 added')
  })

  test('names what it no longer has', async () => {
    expect(await seen('/a/dam/v/2')).toMatch(/No longer in itNobody left[^.]* dropped/)
    expect(await seen('/a/dam/v/1')).not.toContain('No longer in it')
  })

  test('in another language has no certainty and no sources', async () => {
    const other = stageOver(await openStore())
    await well(other.send('POST', '/v1/articles', { slug: 'haven' }))
    const rest = 'Het schip is vannacht op een zandbank gelopen en er zijn geen gewonden.'
    await well(other.ingest('haven', '08:00', 'Haven open', `De burgemeester zei dat de haven morgen weer open gaat. ${rest}`))
    await well(other.ingest('haven', '09:00', 'Haven open', `De burgemeester zei dat de haven vrijdag weer open gaat. ${rest}`))
    const text = await markup('/a/haven/v/2', other)
    expect(text).toContain('<article class="text" lang="nl">')
    expect(text).toContain('In this language each sentence is one claim')
    expect(text).not.toContain('class="u ')
    expect(text).not.toContain('who-name')
    expect(text.replace(/<[^>]+>/g, '')).toContain('reworded here')
  })

  test('leaves out claims that people rejected', async () => {
    const other = stageOver(await openStore())
    await well(other.send('POST', '/v1/articles', { slug: 'x' }))
    await well(other.ingest('x', '08:00', '', 'The mill burns. The mayor left.'))
    expect(await markup('/a/x/v/1', other)).toContain('aria-label="Claim 2"')
    await well(other.send('POST', '/v1/articles/x/claims/2/reviews', { action: 'reject', reason: 'It is no claim' }))
    expect(await markup('/a/x/v/1', other)).not.toContain('aria-label="Claim 2"')
  })
})

describe('time travel', () => {
  test('says how long the text stood, and leads to the versions around it', async () => {
    const text = await markup('/a/dam/v/2')
    expect(await seen('/a/dam/v/2')).toContain('Stood for 2 hours, from 10 February 2026, 09:00 to 10:30.')
    expect(text).toContain('<a rel="prev" href="/a/dam/v/1">')
    expect(text).toContain('<a rel="next" href="/a/dam/v/3">')
    expect(text).toMatch(/<a href="\/a\/dam\/v\/2" aria-current="page"/)
    expect(await seen('/a/dam/v/3')).toContain('The latest; stands since 10 February 2026, 10:30.')
  })

  test.each([
    ['2026-02-10T09:30', '/a/dam/v/2?at=2026-02-10T09%3A30%3A59.999Z', 'As it stood on 10 February 2026, 09:30.'],
    ['2026-02-10T09:00', '/a/dam/v/2?at=2026-02-10T09%3A00%3A59.999Z', 'As it stood on'],
    ['2026-02-10', '/a/dam/v/3?at=2026-02-10T23%3A59%3A59.999Z', 'As it stood on'],
    ['2020-01-01', '/a/dam/v/1?at=2020-01-01T23%3A59%3A59.999Z', 'Nothing is archived from 1 January 2020, 23:59 or before'],
    ['', '/a/dam/v/3', 'The latest'],
  ])('to %s leads to the version that stood then', async (at, location, words) => {
    const answer = await stage.ask(`/a/dam/at?at=${encodeURIComponent(at)}`)
    expect([answer.status, answer.headers.get('location')]).toEqual([302, location])
    expect(await seen(location)).toContain(words)
  })

  test('a version captured within a minute is found by that minute', async () => {
    const other = stageOver(await openStore())
    await well(other.send('POST', '/v1/articles', { slug: 'x' }))
    await well(other.ingest('x', '08:00', '', 'The mill burns.'))
    await well(other.ingest('x', '2026-02-10T09:15:42.500Z', '', 'The mill burned.'))
    const field = /name="at" value="([^"]+)"/.exec(await markup('/a/x/v/2', other))?.[1] ?? ''
    expect(field).toBe('2026-02-10T09:15')
    expect((await other.ask(`/a/x/at?at=${field}`)).headers.get('location')).toContain('/a/x/v/2?')
  })

  test('goes by the time of capture, not by number', async () => {
    const late = stageOver(await openStore())
    await well(late.send('POST', '/v1/articles', { slug: 'x' }))
    await well(late.ingest('x', '10:00', '', 'The mill may burn.'))
    await well(late.ingest('x', '08:00', '', 'The mill will burn.'))
    const text = await markup('/a/x/v/2', late)
    expect(text).toContain('<a rel="next" href="/a/x/v/1">')
    expect(text.replace(/<[^>]+>/g, '')).toContain('softened in 1')
  })

  test('of many versions shows those near by', async () => {
    const other = stageOver(await openStore())
    await well(other.send('POST', '/v1/articles', { slug: 'x' }))
    for (let i = 0; i < 30; i++)
      await well(other.ingest('x', `08:${String(i).padStart(2, '0')}`, '', `The mill burned ${i + 2} barns.`))
    const strip = /<nav class="travel"[\s\S]*?<\/ol>/.exec(await markup('/a/x/v/15', other))?.[0].replace(/<[^>]+>/g, ' ')
    expect(strip?.trim().split(/\s+/)).toEqual(['1', '…', ...Array.from({ length: 13 }, (_, i) => String(i + 9)), '…', '30'])
  })
})

describe('a withheld version', () => {
  let held: Stage
  beforeAll(async () => {
    held = stageOver(await openStore())
    await well(held.send('POST', '/v1/articles', { slug: 'x', title: 'The Trial' }))
    await well(held.ingest('x', '08:00', 'Opens', 'The trial will open.'))
    await well(held.ingest('x', '09:00', 'Secret headline', 'A secret witness spoke.'))
    await well(held.ingest('x', '10:00', 'Opens', 'The trial may open.'))
    await well(held.send('PUT', '/v1/articles/x/versions/2/withholding', { reason: 'By order of a court' }))
  })

  test('says so and why, with its place in time', async () => {
    const answer = await held.ask('/a/x/v/2')
    const text = await answer.text()
    expect([answer.status, answer.headers.get('etag'), answer.headers.get('content-security-policy')]).toEqual([
      410,
      null,
      expect.stringContaining("default-src 'none'"),
    ])
    expect(text).toContain('By order of a court')
    expect(text).toContain('<a rel="next" href="/a/x/v/3">')
    expect(text).toContain('/a/x/compare/1..3')
    expect(text.toLowerCase()).not.toContain('secret')
  })

  test('is no bar between the versions around it', async () => {
    const after = await markup('/a/x/v/3', held)
    expect(after).toContain('<a href="/a/x/compare/1..3">Compare with version 1</a>')
    expect(await markup('/a/x/v/1', held)).toContain('<a href="/a/x/compare/1..3">Compare with version 3</a>')
    expect(after.toLowerCase()).not.toContain('secret')
  })

  test('does not hide in its story that something changed across it', async () => {
    const text = await seen('/a/x', held)
    expect(text).toContain('Since version 1, across what is withheld: 1 claim softened 1 not disclosed')
    expect(text).toContain('2 claims, 1 of them changed after they were first told. 1 change altered')
    expect(text).toContain('1 claim has not changed')
    expect(text).toMatch(/softened in 3/)
    expect(text.toLowerCase()).not.toContain('secret')
    expect(await seen('/a/x/v/3', held)).toContain('Since version 1, across what is withheld: 1 claim softened')
  })

  test('is what stood then, if it is asked for by time', async () => {
    const to = (await held.ask('/a/x/at?at=2026-02-10T09:30')).headers.get('location') ?? ''
    expect(to).toContain('/a/x/v/2?')
    expect(await (await held.ask(to)).text()).toContain('As it stood on 10 February 2026, 09:30.')
  })
})
