/** Hooks of chats and digests: what is sent to them, and when. */
import { beforeEach, describe, expect, test } from 'vitest'
import { openStore } from '#harness'
import { deliverHooks } from '../../src/app.ts'
import type { Post } from '../../src/hooks/attempt.ts'
import { type Stage, stageOver, TOKEN, tellStory, well } from '../http/stage.ts'

const URL = 'https://chat.example/services/1'
const ORIGIN = 'https://archive.example'
const HOUR = 3_600_000

interface Sent {
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
}

let sent: Sent[] = []
let status = 200
let now = 0
const post: Post = async (_, { headers, body }) => {
  sent.push({ headers, body })
  return { status, retryAfter: null }
}
const config = { readTokenRequired: false, bootstrapToken: TOKEN, publicUrl: ORIGIN }
let stage: Stage
const deliver = () => deliverHooks({ store: stage.store, config, clock: () => now, post })
const make = async (given: object) => well(stage.send('POST', '/v1/hooks', { url: URL, ...given }))
const slackTexts = ({ body }: Sent) =>
  (JSON.parse(body) as { blocks: { text: { text: string } }[] }).blocks.map(({ text }) => text.text)

beforeEach(async () => {
  sent = []
  status = 200
  // A Sunday, at noon.
  now = Date.parse('2026-03-01T12:00:00.000Z')
  stage = stageOver(await openStore(), { publicUrl: ORIGIN }, 0, { post, clock: () => ++now })
})

describe('slack', () => {
  test('is told of a write in blocks, unsigned', async () => {
    await make({ format: 'slack' })
    await tellStory(stage)
    await deliver()
    const [first, second] = sent
    expect(Object.keys(first?.headers ?? {}).sort()).toEqual(['Content-Type', 'User-Agent'])
    expect(slackTexts(first as Sent)[0]).toBe('*<https://archive.example/a/ferry|Ferry Runs Aground>*\n4 claims added.')
    expect(slackTexts(second as Sent)).toEqual([
      '*<https://archive.example/a/ferry|Ferry Runs Aground>*\n1 claim softened, 1 number changed. Not disclosed: 2.',
      '*<https://archive.example/a/ferry/compare/1..2#change-5|Number changed: 212 passengers became 221 passengers.>* The article did not say so.\n' +
        'A ferry with ~212~ *221* passengers ran aground off Norrholm on Tuesday, the coast guard said.\nSource: the coast guard',
      '*<https://archive.example/a/ferry/compare/1..2#change-6|Softened: “will” became “may”.>* The article did not say so.\n' +
        'The operator ~will~ *may* resume the service on Friday.',
    ])
    expect((JSON.parse(second?.body ?? '') as { text: string }).text).toBe(slackTexts(second as Sent).join('\n'))
    expect(sent).toHaveLength(4)
  })

  test('is tested by a message that it understands', async () => {
    await make({ format: 'slack' })
    await well(stage.send('POST', '/v1/hooks/1/test', ''))
    expect(sent.map(slackTexts)).toEqual([['*Claimtrail*: a test of webhook 1. Changes will come here.']])
  })
})

test('teams is told in an Adaptive Card', async () => {
  await make({ format: 'teams', filters: { kind: ['softened'] } })
  await tellStory(stage)
  await deliver()
  expect(sent).toHaveLength(1)
  expect(JSON.parse(sent[0]?.body ?? '')).toEqual({
    type: 'message',
    attachments: [
      {
        contentType: 'application/vnd.microsoft.card.adaptive',
        contentUrl: null,
        content: {
          $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
          type: 'AdaptiveCard',
          version: '1.4',
          msteams: { width: 'Full' },
          body: [
            {
              type: 'Container',
              items: [
                {
                  type: 'RichTextBlock',
                  inlines: [
                    {
                      type: 'TextRun',
                      text: 'Ferry Runs Aground',
                      weight: 'Bolder',
                      selectAction: { type: 'Action.OpenUrl', url: `${ORIGIN}/a/ferry` },
                    },
                  ],
                },
                {
                  type: 'RichTextBlock',
                  inlines: [{ type: 'TextRun', text: '1 claim softened. Not disclosed: 1.' }],
                  spacing: 'None',
                },
              ],
            },
            {
              type: 'Container',
              separator: true,
              items: [
                {
                  type: 'RichTextBlock',
                  inlines: [
                    {
                      type: 'TextRun',
                      text: 'Softened: “will” became “may”.',
                      weight: 'Bolder',
                      selectAction: { type: 'Action.OpenUrl', url: `${ORIGIN}/a/ferry/compare/1..2#change-6` },
                    },
                    { type: 'TextRun', text: ' The article did not say so.' },
                  ],
                },
                {
                  type: 'RichTextBlock',
                  inlines: [
                    { type: 'TextRun', text: 'The operator ' },
                    { type: 'TextRun', text: 'will', strikethrough: true },
                    { type: 'TextRun', text: 'may', weight: 'Bolder' },
                    { type: 'TextRun', text: ' resume the service on Friday.' },
                  ],
                  spacing: 'None',
                },
              ],
            },
          ],
        },
      },
    ],
  })
})

test('a chat is told nothing of a version that is withheld by then', async () => {
  for (const given of [{ format: 'slack' }, { format: 'teams' }, { format: 'slack', every: 'day', at: '18:00' }])
    await make(given)
  await tellStory(stage)
  await well(stage.send('PUT', '/v1/articles/ferry/versions/2/withholding', { reason: 'A court order.' }))
  now += 6 * HOUR
  await deliver()
  expect(sent).toHaveLength(5)
  for (const { body } of sent) expect(body).not.toMatch(/221 passengers|may resume|became/)
})

test('without a public address nothing leads anywhere', async () => {
  await make({ format: 'slack', filters: { kind: ['softened'] } })
  await tellStory(stage)
  await deliverHooks({
    store: stage.store,
    config: { readTokenRequired: false, bootstrapToken: TOKEN },
    clock: () => now,
    post,
  })
  expect(sent.map(slackTexts)).toEqual([
    [
      '*Ferry Runs Aground*\n1 claim softened. Not disclosed: 1.',
      '*Softened: “will” became “may”.* The article did not say so.\nThe operator ~will~ *may* resume the service on Friday.',
    ],
  ])
})

describe('a digest', () => {
  test('sums up the day in one message when it is over, and no earlier', async () => {
    await make({ format: 'slack', every: 'day', at: '18:00' })
    await tellStory(stage)
    await deliver()
    now += 5 * HOUR
    await deliver()
    expect(sent).toHaveLength(0)
    now += HOUR
    await deliver()
    expect(sent).toHaveLength(1)
    const texts = slackTexts(sent[0] as Sent)
    expect(texts[0]).toBe(
      '*Changes of the day* (1 March 2026, 12:00 UTC, 2 stories)\n' +
        '1 claim dropped, 1 softened, 1 number changed, 1 source changed, 1 overtaken by newer ones, 7 added. Not disclosed: 4.',
    )
    expect(texts[1]).toContain('|Ferry Freed After Ten Hours>*\n')
    expect(texts.filter((text) => text.includes('became'))).toHaveLength(3)
    expect(texts.at(-1)).toBe('*<https://archive.example/a/bridge|Bridge Closes>*\n2 claims added.')
    await deliver()
    expect(sent).toHaveLength(1)
  })

  test('leaves to the next what is recorded after its end', async () => {
    await tellStory(stage)
    await make({ format: 'slack', every: 'day', at: '18:00' })
    now += 7 * HOUR
    await well(
      stage.ingest('bridge', '10:00', 'Bridge Closes', 'The old bridge may close in June, the mayor, Tomas Brandt, said.'),
    )
    await deliver()
    expect(sent).toHaveLength(0)
    now += 24 * HOUR
    await deliver()
    expect(sent.map((one) => slackTexts(one)[0])).toEqual([
      expect.stringContaining('*Changes of the day* (1 March 2026, 19:00 UTC, 1 story)\n'),
    ])
  })

  test('of the week comes on Monday; as standard JSON it is signed', async () => {
    await make({ every: 'week', at: '08:00' })
    await tellStory(stage)
    now = Date.parse('2026-03-02T07:59:00.000Z')
    await deliver()
    expect(sent).toHaveLength(0)
    now += 60_000
    await deliver()
    expect(sent).toHaveLength(1)
    expect(sent[0]?.headers).toHaveProperty('webhook-signature')
    const { type, data } = JSON.parse(sent[0]?.body ?? '') as { type: string; data: Record<string, unknown> }
    expect(type).toBe('changes.digest')
    expect(data).toMatchObject({
      every: 'week',
      counts: { changes: 12, added: 7, told: 4, disclosed: 0, kinds: { softened: 1, introduced: 7 } },
      stories: [
        { article: 'ferry', page: '/a/ferry', counts: { changes: 10 }, changes: { length: 3 } },
        { article: 'bridge', counts: { changes: 2 } },
      ],
      more_stories: 0,
    })
    const feed = (await (await stage.ask(`/v1/changes?since=${data.next}`)).json()) as { data: unknown[] }
    expect(feed.data).toEqual([])
  })

  test('that is not taken is sent again as it was, and later changes wait for the next', async () => {
    await make({ format: 'slack', every: 'day', at: '18:00' })
    await tellStory(stage)
    now += 6 * HOUR
    status = 500
    await deliver()
    status = 200
    await well(
      stage.ingest('bridge', '10:00', 'Bridge Closes', 'The old bridge may close in June, the mayor, Tomas Brandt, said.'),
    )
    now += 60_000
    await deliver()
    expect(sent).toHaveLength(2)
    expect(sent[1]?.body).toBe(sent[0]?.body)
    now += 24 * HOUR
    await deliver()
    expect(sent).toHaveLength(3)
    expect(sent[2]?.body).toContain('1 story')
  })

  test('without a change is not sent', async () => {
    await make({ format: 'slack', every: 'day', at: '18:00', filters: { kind: ['negated'] } })
    await tellStory(stage)
    now += 24 * HOUR
    await deliver()
    now += 24 * HOUR
    await deliver()
    expect(sent).toHaveLength(0)
  })

  test('names the stories that changed most, and how many more there are', async () => {
    await make({ format: 'slack', every: 'day', at: '18:00' })
    for (let i = 0; i < 12; i++) {
      await well(stage.send('POST', '/v1/articles', { slug: `bridge-${i}` }))
      for (const verb of ['will', 'may'])
        await well(
          stage.ingest(
            `bridge-${i}`,
            verb === 'will' ? '09:00' : '10:00',
            `Bridge ${i}`,
            `Bridge ${i} ${verb} close in May, the mayor said.`,
          ),
        )
    }
    now += 6 * HOUR
    await deliver()
    const texts = slackTexts(sent[0] as Sent)
    expect(texts.length).toBeLessThanOrEqual(50)
    expect(
      texts.filter((text) => text.startsWith('*<https://archive.example/a/bridge-') && text.includes('1 softened')),
    ).toHaveLength(0)
    expect(texts.at(-1)).toBe('<https://archive.example/changes|and 4 more stories>')
    expect((JSON.parse(sent[0]?.body ?? '') as { text: string }).text.length).toBeLessThanOrEqual(2000)
  })
})

describe('the fields of a hook', () => {
  test('are those that it was given, or a signed message at each write', async () => {
    const made = (await (await make({})).json()) as object
    expect(made).toMatchObject({ format: 'standard', every: 'write', at: '08:00' })
    const patched = await stage.send('PATCH', '/v1/hooks/1', { format: 'teams', every: 'week', at: '17:30' })
    expect(await patched.json()).toMatchObject({ format: 'teams', every: 'week', at: '17:30' })
  })

  test.each([{ format: 'mail' }, { every: 'month' }, { at: '8:00' }, { at: '24:00' }])('are refused: %j', async (given) => {
    expect((await stage.send('POST', '/v1/hooks', { url: URL, ...given })).status).toBe(400)
  })
})
