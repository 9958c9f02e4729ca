/** The card of a claim and the lanes of a story in the pages of others, and how programs find them by oEmbed. */
import { beforeAll, describe, expect, test } from 'vitest'
import { openStore } from '#harness'
import { read, type Stage, stageOver, tellStory, well } from '../http/stage.ts'

interface OEmbed {
  readonly title: string
  readonly author_name?: string
  readonly width: number
  readonly height: number
  readonly html: string
}

const PEOPLE = { headers: { Accept: 'text/html' } }
let stage: Stage

beforeAll(async () => {
  stage = stageOver(await openStore())
  await tellStory(stage)
})

const seen = async (path: string) => (await well(stage.ask(path, PEOPLE))).text()
const oembed = (path: string, more = '') =>
  read<OEmbed>(stage.ask, `/oembed?url=${encodeURIComponent(`http://localhost${path}`)}&format=json${more}`)

describe('a card', () => {
  test('has the trail and no header, and its links leave the frame', async () => {
    const text = await seen('/embed/a/ferry/claims/4')
    expect(text).toContain('<base target="_top">')
    expect(text).not.toMatch(/<header|<nav|<footer|<form/)
    expect(text.replace(/<[^>]+>/g, '')).toContain('Softened on 10 February, 12:00: will became may.')
    expect(text).toContain('<link rel="canonical" href="http://localhost/a/ferry/claims/4">')
  })

  test('of a former slug leads to that of the present one', async () => {
    const moved = stageOver(await openStore())
    await tellStory(moved)
    await well(moved.send('PATCH', '/v1/articles/ferry', { slug: 'norrholm-ferry' }))
    const answer = await moved.ask('/embed/a/ferry/claims/1', PEOPLE)
    expect([answer.status, answer.headers.get('location')]).toEqual([308, '/embed/a/norrholm-ferry/claims/1'])
  })

  test('that is not there says so inside the frame', async () => {
    const answer = await stage.ask('/embed/a/ferry/claims/999', PEOPLE)
    expect([answer.status, answer.headers.get('content-security-policy')]).toEqual([
      404,
      expect.stringContaining('frame-ancestors *'),
    ])
  })
})

test('a closed archive asks for no sign-in inside a frame', async () => {
  const closed = stageOver(stage.store, { readTokenRequired: true })
  const answer = await closed.ask('/embed/a/ferry/claims/4', PEOPLE)
  expect(answer.status).toBe(401)
  expect(await answer.text()).not.toContain('<form')
})

test('the lanes of a story have a lane for each claim that changed', async () => {
  const text = await seen('/embed/a/ferry')
  expect(text).toContain('class="lane-name"')
  expect(text).not.toMatch(/<header|<nav|<footer|<form/)
})

describe('oEmbed', () => {
  test.each(['/a/ferry', '/a/ferry/claims/4'])('is named in the head of %s', async (path) => {
    const [, href = ''] =
      /<link rel="alternate" type="application\/json\+oembed" href="http:\/\/localhost([^"]+)"/.exec(await seen(path)) ?? []
    const { html } = await read<OEmbed>(stage.ask, href.replaceAll('&amp;', '&'))
    const [, framed = ''] = /<iframe src="http:\/\/localhost([^"]+)"/.exec(html) ?? []
    expect(framed).toBe(`/embed${path}`)
    await well(stage.ask(framed, PEOPLE))
  })

  test('gives the card of a claim, by its page and by its card', async () => {
    const card = await oembed('/a/ferry/claims/4')
    expect(card).toMatchObject({ type: 'rich', version: '1.0', provider_name: 'Claimtrail', author_name: 'Harbour Gazette' })
    expect(card).toEqual(await oembed('/embed/a/ferry/claims/4'))
  })

  test('keeps to the size that the page has room for', async () => {
    const { width, height, html } = await oembed('/a/ferry/claims/4', '&maxwidth=300&maxheight=200')
    expect([width, height]).toEqual([300, 200])
    expect(html).toContain('width="300" height="200"')
  })

  test('has a higher frame for a longer trail', async () => {
    const [short, long] = [await oembed('/a/bridge/claims/1'), await oembed('/a/ferry/claims/4')]
    expect(short.height).toBeLessThan(long.height)
  })

  test.each(['/a/none', '/a/ferry/claims/999', '/v1/articles', '/a/%E0%A4%A'])('knows nothing of %s', async (path) => {
    expect((await stage.ask(`/oembed?url=${encodeURIComponent(`http://localhost${path}`)}`)).status).toBe(404)
  })

  test('speaks of no other site, and has no XML', async () => {
    const elsewhere = encodeURIComponent('https://elsewhere.example/a/ferry')
    expect((await stage.ask(`/oembed?url=${elsewhere}`)).status).toBe(404)
    expect((await stage.ask('/oembed?url=/a/ferry&format=xml')).status).toBe(400)
  })

  test('escapes titles', async () => {
    const bad = stageOver(await openStore())
    await well(bad.send('POST', '/v1/articles', { slug: 'bad', title: '"><script>alert(1)</script>' }))
    const { html } = await read<OEmbed>(bad.ask, '/oembed?url=/a/bad')
    expect(html).not.toContain('<script>')
    expect(html.match(/"/g)).toHaveLength(10)
  })
})
