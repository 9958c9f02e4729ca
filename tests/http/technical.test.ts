/** Versions of a newer reader over HTTP and on the pages: shown as what they are, and left out of feeds, hooks, counts and stories. */
import { beforeEach, describe, expect, it, test } from 'vitest'
import { openStore } from '#harness'
import { deliverHooks } from '../../src/app.ts'
import { ingest } from '../../src/recording/ingest.ts'
import { latestText } from '../../src/store/captures/latest-text.ts'
import { NOW, read, type Stage, stageOver, TOKEN, well } from './stage.ts'

interface Change {
  readonly id: number
  readonly kinds: readonly string[]
  readonly technical: boolean
  readonly to: { readonly number: number }
}
interface List {
  readonly data: readonly Change[]
}

const STORY = 'The mill in Varsk will burn for nine hours, the warden said.'
const READ_MORE = 'Subscribers get the weather of Varsk by mail.'
const NEW = 'Two horses were saved from the stable.'

let stage: Stage

const version = (body: string, hour: string, rereads?: number) =>
  ingest(
    stage.store,
    'mill',
    {
      title: 'Mill Burns',
      byline: null,
      body,
      url: null,
      capturedAt: `2026-02-11T${hour}:00.000Z`,
      publishedAt: null,
      modifiedAt: null,
      ...(rereads !== undefined && { rereads }),
    },
    NOW,
  )

/** Version 2 reads the page of version 1 without a line and with another; in version 3 the site changed a word. */
async function tell() {
  await version(`${STORY}\n\n${READ_MORE}`, '08:00')
  const first = await latestText(stage.store, 'mill')
  await version(`${STORY}\n\n${NEW}`, '08:00', first?.id)
  await version(`${STORY.replace('will', 'may')}\n\n${NEW}`, '10:00')
}

beforeEach(async () => {
  stage = stageOver(await openStore())
  await well(stage.send('POST', '/v1/articles', { slug: 'mill' }))
})

const told = ({ data }: List) => data.map(({ kinds, to }) => `${to.number} ${kinds.join(' ')}`)

describe.each(['/v1/changes', '/v1/articles/mill/changes'])('%s', (path) => {
  it('leaves out what is no edit', async () => {
    await tell()
    const { data } = await read<List>(stage.ask, path)
    expect(told({ data }).filter((one) => !one.startsWith('1 '))).toEqual(['3 softened'])
    expect(data.every(({ technical }) => !technical)).toBe(true)
  })

  it('has it where all is asked for', async () => {
    await tell()
    const { data } = await read<List>(stage.ask, `${path}?zone=all`)
    expect(told({ data: data.filter(({ technical }) => technical) }).sort()).toEqual(['2 introduced', '2 withdrawn'])
  })
})

test('versions say which of them is no edit, and it counts no change', async () => {
  await tell()
  interface Version {
    readonly number: number
    readonly technical: boolean
    readonly changes: object
  }
  const { data } = await read<{ data: Version[] }>(stage.ask, '/v1/articles/mill/versions')
  expect(data.map(({ technical, changes }) => [technical, changes])).toEqual([
    [false, { introduced: 3 }],
    [true, {}],
    [false, { softened: 1 }],
  ])
  expect(await read(stage.ask, '/v1/articles/mill/versions/2')).toMatchObject({ technical: true })
  expect(await read(stage.ask, '/v1/articles/mill/lanes')).toMatchObject({
    versions: [{ technical: false }, { technical: true, changes: {}, told: 0 }, { technical: false }],
    totals: { dropped: 0 },
  })
  expect(await read(stage.ask, '/v1/articles/mill')).toMatchObject({ withdrawn_claims: 0 })
})

test('the trail of a claim says that no edit began or ended it', async () => {
  await tell()
  const { data } = await read<{ data: { number: number; status: string }[] }>(
    stage.ask,
    '/v1/articles/mill/claims?status=withdrawn',
  )
  expect(data).toHaveLength(1)
  const one = await read<{ history: Change[] }>(stage.ask, `/v1/articles/mill/claims/${data[0]?.number}`)
  expect(one.history.map(({ kinds, technical }) => [kinds.join(' '), technical])).toEqual([
    ['introduced', false],
    ['withdrawn', true],
  ])
})

test('statistics, stories and feeds know only the edits', async () => {
  await tell()
  const { data } = await read<{ data: { counts: Record<string, number> }[] }>(
    stage.ask,
    '/v1/stats/changes?interval=day&by=kind&from=2026-02-11&to=2026-02-11',
  )
  expect(JSON.stringify(data)).not.toContain('withdrawn')
  const stories = await read<{ data: object[] }>(stage.ask, '/v1/stories')
  expect(stories).toMatchObject({ data: [{ changes: { softened: 1 }, told: 1 }] })
  const feed = await (await well(stage.ask('/feeds/articles/mill.atom'))).text()
  expect(feed).toContain('may')
  expect(feed).not.toContain('Subscribers get the weather of Varsk by mail.</del>')
})

test('hooks get no message of it', async () => {
  await version(`${STORY}\n\n${READ_MORE}`, '08:00')
  await well(stage.send('POST', '/v1/hooks', { url: 'https://desk.example/hook' }))
  const first = await latestText(stage.store, 'mill')
  await version(STORY, '08:00', first?.id)
  const sent: Change[] = []
  const deliver = () =>
    deliverHooks({
      store: stage.store,
      config: { readTokenRequired: false, bootstrapToken: TOKEN },
      clock: () => Date.parse(NOW) + 60_000,
      post: async (_url, { body }) => {
        sent.push(...(JSON.parse(body) as { data: { changes: Change[] } }).data.changes)
        return { status: 204, retryAfter: null }
      },
    })
  await deliver()
  expect(sent).toEqual([])
  await version(STORY.replace('will', 'may'), '10:00')
  await deliver()
  expect(told({ data: sent })).toEqual(['3 softened'])
})

test('comparisons of neighbors tell what differs, and that it is no edit', async () => {
  await tell()
  const { changes } = await read<{ changes: Change[] }>(stage.ask, '/v1/articles/mill/compare/1..2')
  expect(changes.map(({ technical }) => technical)).toEqual([true, true])
})

describe('the pages', () => {
  const seen = async (path: string) =>
    (await (await well(stage.ask(path))).text()).replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ')
  const NO_EDIT = 'No edit: the page of the version before was read otherwise.'

  it.each([
    ['/a/mill', NO_EDIT],
    ['/a/mill/v/2', NO_EDIT],
    ['/a/mill/compare/1..2', NO_EDIT],
    ['/a/mill/compare/1..3', 'In version 2 the page was only read otherwise: not all of this is an edit.'],
  ])('%s says so', async (path, words) => {
    await tell()
    expect(await seen(path)).toContain(words)
  })

  it('say it of no other version', async () => {
    await tell()
    expect(await seen('/a/mill/compare/2..3')).not.toContain('otherwise')
    expect(await seen('/a/mill/v/1')).toContain(`Changed again in version 2 ${NO_EDIT}`)
  })

  it('say of a claim that nobody took it out', async () => {
    await tell()
    const { data } = await read<{ data: { number: number }[] }>(stage.ask, '/v1/articles/mill/claims?status=withdrawn')
    const text = await seen(`/a/mill/claims/${data[0]?.number}`)
    expect(text).toContain('Not read since version 2: the page is read otherwise, and nobody took it out.')
    expect(text).toContain('Read otherwise on 11 February, 08:00 : no edit.')
    expect(text).not.toMatch(/dropped/i)
  })
})

test('a late version between the two pages is compared with the page as it is read now', async () => {
  await tell()
  await version(`${STORY.replace('nine', 'ten')}\n\n${NEW}`, '08:30')
  const { data } = await read<List>(stage.ask, '/v1/articles/mill/changes')
  expect(told({ data }).filter((one) => !one.startsWith('1 '))).toEqual(['4 number_changed', '3 softened number_changed'])
  const { data: all } = await read<List>(stage.ask, '/v1/articles/mill/changes?zone=all')
  expect(told({ data: all.filter(({ technical }) => technical) }).sort()).toEqual(['2 introduced', '2 withdrawn'])
})

test('checks that found the page again bring no version of the old reading', async () => {
  await version(`${STORY}\n\n${READ_MORE}`, '08:00')
  await version(`${STORY}\n\n${READ_MORE}`, '08:40')
  const first = await latestText(stage.store, 'mill')
  await version(`${STORY}\n\n${NEW}`, '08:00', first?.id)
  expect((await read<{ data: object[] }>(stage.ask, '/v1/articles/mill/versions')).data).toHaveLength(2)
  const { headers } = await stage.ask('/v1/articles/mill/versions/at/2026-02-11T08:45:00Z')
  expect(headers.get('location')).toContain('/versions/2')
})

it('is refused where another version came between', async () => {
  await version(STORY, '08:00')
  const first = await latestText(stage.store, 'mill')
  await version(`${STORY}\n\n${NEW}`, '09:00')
  await expect(version(`${STORY}\n\n${READ_MORE}`, '09:30', first?.id)).rejects.toMatchObject({ code: 'busy' })
})

test('nobody can send one', async () => {
  const response = await stage.send('POST', '/v1/articles/mill/versions', { title: 'Mill', body: STORY, rereads: 1 })
  expect(response.status).toBe(400)
})

test('reviews and reanalysis leave it no edit', async () => {
  await tell()
  await well(stage.send('POST', '/v1/articles/mill/claims/2/reviews', { action: 'confirm' }))
  await well(stage.send('POST', '/v1/articles/mill/claims/3/reviews', { action: 'merge', with: 4 }))
  const { data } = await read<List>(stage.ask, '/v1/articles/mill/changes')
  expect(told({ data }).filter((one) => one.startsWith('2 '))).toEqual([])
})
