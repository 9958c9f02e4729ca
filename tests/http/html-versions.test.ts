/** A version that is posted as a page: read and judged as a capture is, and recorded with its bytes. */
import { beforeAll, expect, test } from 'vitest'
import { openStore } from '#harness'
import { article, REST } from '../watching/site.ts'
import { type Stage, stageOver, well } from './stage.ts'

const URL_ = 'https://harbour-post.example/ferry-fares'
const LEAD = 'Fares on the Norrholm ferry will rise by 10 percent in May, the operator said on Monday.'
let stage: Stage

beforeAll(async () => {
  stage = stageOver(await openStore())
  await well(stage.send('POST', '/v1/articles', { slug: 'fares' }))
})

const post = (body: object) => stage.send('POST', '/v1/articles/fares/versions', body)

test('a page becomes a version, and the same page again a check', async () => {
  const first = await well(
    post({ html: article('Ferry Fares Rise', LEAD, ...REST), url: URL_, captured_at: '2026-02-10T08:00:00Z' }),
  )
  expect([first.status, await first.json()]).toMatchObject([
    201,
    { outcome: 'created', version: { number: 1, title: 'Ferry Fares Rise' } },
  ])
  const again = await well(
    post({ html: article('Ferry Fares Rise', LEAD, ...REST), url: URL_, captured_at: '2026-02-10T09:00:00Z' }),
  )
  expect([again.status, await again.json()]).toMatchObject([200, { outcome: 'unchanged' }])
  const version = (await (await well(stage.ask('/v1/articles/fares/versions/1'))).json()) as { body: string }
  expect(version.body).toBe([LEAD, ...REST].join('\n\n'))
})

test('a page that is no article is refused with the reason, kept as a capture, and changes nothing', async () => {
  const wall =
    '<html><head><title>Just a moment...</title></head><body><h1>Checking your browser</h1><div class="cf-challenge" id="challenge-form">Enable JavaScript and cookies to continue</div></body></html>'
  const refused = await post({ html: wall, url: URL_ })
  expect([refused.status, await refused.json()]).toMatchObject([
    400,
    { code: 'invalid', errors: [{ path: 'html', message: expect.stringContaining('bot_check') }] },
  ])
  const { data } = (await (await well(stage.ask('/v1/articles/fares/captures'))).json()) as {
    data: { outcome: string; version: number | null }[]
  }
  expect(data.map(({ outcome, version }) => [outcome, version])).toEqual([
    ['bot_check', null],
    ['unchanged', 1],
    ['created', 1],
  ])
})

test.each([
  [{ html: '<p>x</p>' }, 'url'],
  [{ html: '<p>x</p>', url: URL_, body: 'A text.' }, 'body'],
  [{ html: '<p>x</p>', url: URL_, title: 'A title' }, 'title'],
  [{ title: 'A title' }, 'body'],
  [{ body: 'A text.' }, 'title'],
  [{ title: '', body: 'A text.', drop: ['.x'] }, 'drop'],
  [{ html: 7, url: URL_ }, 'html'],
])('%j names %s', async (body, path) => {
  const refused = await post(body)
  expect(refused.status).toBe(400)
  const { errors } = (await refused.json()) as { errors: { path: string }[] }
  expect(errors.map((error) => error.path)).toContain(path)
})
