/** Time series of changes: gaps as zeros, the dimensions, filters, and what counts no more. */
import { beforeAll, describe, expect, test } from 'vitest'
import { openStore } from '#harness'
import { KINDS } from '../../../src/core/changes/change.ts'
import { read, type Stage, stageOver, well } from '../stage.ts'

interface Series {
  readonly interval: string
  readonly by: string
  readonly data: readonly Record<string, string | number | null>[]
}

let stage: Stage
const series = (query: string) => read<Series>(stage.ask, `/v1/stats/changes?${query}`)
/** As lines: time, series, count; without those of zero. */
async function lines(query: string): Promise<string[]> {
  const { data } = await series(query)
  return data.filter(({ count }) => count !== 0).map((point) => Object.values(point).join(' '))
}

const DEPTH = 'The wreck lies at 40 metres, the coast guard said.'
const DEEPER = 'The wreck lies at 44 metres, the coast guard said.'
const WILL = 'The salvage will begin in June.'
const MAY = 'The salvage may begin in June.'
const DIVER = 'Orla Dunnet, a diver, said the hull was whole.'

/** Tuesday 10 to Monday 16 February 2026. */
async function wreck(): Promise<Stage> {
  const made = stageOver(await openStore())
  await well(made.send('POST', '/v1/articles', { slug: 'wreck', publication: 'Harbour Gazette' }))
  await well(made.ingest('wreck', '08:10', '', DEPTH, WILL))
  await well(made.ingest('wreck', '10:59', '', DEEPER, MAY))
  await well(made.ingest('wreck', '2026-02-16T00:00:00Z', '', DEEPER, MAY, DIVER))
  await well(made.send('POST', '/v1/articles', { slug: 'bridge', publication: 'Valley Post' }))
  await well(made.ingest('bridge', '2026-02-13T23:59:59Z', '', 'The bridge is closed.'))
  return made
}

describe('a time series', () => {
  beforeAll(async () => {
    stage = await wreck()
  })

  test('fills its gaps with zeros', async () => {
    const { interval, by, data } = await series('interval=day&by=kind&kind=introduced')
    expect([interval, by]).toEqual(['day', 'kind'])
    expect(data).toEqual(
      [2, 0, 0, 1, 0, 0, 1].map((count, i) => ({ time: `2026-02-${10 + i}T00:00:00.000Z`, kind: 'introduced', count })),
    )
  })

  test.each<[string, readonly string[]]>([
    ['', ['10 introduced 2', '10 softened 1', '10 number_changed 1', '13 introduced 1', '16 introduced 1']],
    ['by=publication', ['10 Harbour Gazette 4', '13 Valley Post 1', '16 Harbour Gazette 1']],
    ['by=article', ['10 wreck 4', '13 bridge 1', '16 wreck 1']],
    ['by=article&article=wreck', ['10 wreck 4', '16 wreck 1']],
    ['by=article&kind=softened,number_changed', ['10 wreck 2']],
    ['by=kind&publication=Valley%20Post', ['13 introduced 1']],
    ['by=kind&source=Orla%20Dunnet', ['16 introduced 1']],
    ['by=kind&source=orla%20dunnet&article=bridge', []],
    ['from=2026-02-13', ['13 introduced 1', '16 introduced 1']],
    ['to=2026-02-13', ['10 introduced 2', '10 softened 1', '10 number_changed 1', '13 introduced 1']],
    ['from=2026-02-13T23:30Z&to=2026-02-13T23:40Z', ['13 introduced 1']],
    ['from=2027-01-01', []],
  ])('by days, %s', async (query, expected) => {
    const found = (await lines(query)).map((line) => line.replace(/^2026-02-(\d\d)T00:00:00\.000Z/, '$1'))
    expect(found).toEqual(expected)
  })

  test('by sources tells their ids', async () => {
    const { data } = await series('by=source&interval=week')
    const sources = (await read<{ data: { id: number; name: string }[] }>(stage.ask, '/v1/sources')).data
    for (const { source, source_id } of data)
      expect(sources).toContainEqual(expect.objectContaining({ id: source_id, name: source }))
    const diver = data.filter(({ source }) => source === 'Orla Dunnet')
    expect(diver.map(({ time, count }) => [time, count])).toEqual([
      ['2026-02-09T00:00:00.000Z', 0],
      ['2026-02-16T00:00:00.000Z', 1],
    ])
  })

  test.each([
    ['hour', '2026-02-10T08:00:00.000Z', '2026-02-16T00:00:00.000Z', 137],
    ['day', '2026-02-10T00:00:00.000Z', '2026-02-16T00:00:00.000Z', 7],
    ['week', '2026-02-09T00:00:00.000Z', '2026-02-16T00:00:00.000Z', 2],
    ['month', '2026-02-01T00:00:00.000Z', '2026-02-01T00:00:00.000Z', 1],
  ])('by the %s runs from %s to %s', async (interval, first, last, points) => {
    const { data } = await series(`interval=${interval}&by=kind&kind=introduced`)
    expect([data[0]?.time, data.at(-1)?.time, data.length]).toEqual([first, last, points])
    expect(data.reduce((sum, { count }) => sum + Number(count), 0)).toBe(4)
  })

  test('has the series that are asked for though nothing changed, and the intervals', async () => {
    const { data } = await series('by=kind&kind=merged&from=2026-02-10&to=2026-02-11')
    expect(data).toEqual(['10', '11'].map((day) => ({ time: `2026-02-${day}T00:00:00.000Z`, kind: 'merged', count: 0 })))
    expect((await series('by=publication&publication=Valley%20Post&from=2026-02-10&to=2026-02-10')).data).toEqual([
      { time: '2026-02-10T00:00:00.000Z', publication: 'Valley Post', count: 0 },
    ])
    expect((await series('kind=merged')).data).toEqual([])
  })

  test.each([
    ['csv', 'time,kind,count\r\n2026-02-16T00:00:00.000Z,introduced,1\r\n'],
    ['ndjson', '{"time":"2026-02-16T00:00:00.000Z","kind":"introduced","count":1}\n'],
  ])('as %s', async (format, text) => {
    expect(await (await well(stage.ask(`/v1/stats/changes?from=2026-02-16&format=${format}`))).text()).toBe(text)
  })

  test.each([
    ['interval=hour&from=2024-01-01&to=2026-01-01', 'interval'],
    ['from=0000-01-01&to=9999-12-31', 'interval'],
    ['from=0000-01-01', 'interval'],
    ['to=9999-12-31', 'interval'],
    ['from=2026-02-11&to=2026-02-10', 'to'],
  ])('refuses %s', async (query, field) => {
    const response = await stage.ask(`/v1/stats/changes?${query}`)
    const { errors } = (await response.json()) as { errors: { path: string }[] }
    expect([response.status, errors.map(({ path }) => path)]).toEqual([400, [`query.${field}`]])
  })
})

describe('a time series by disclosure and zone', () => {
  const CREW = 'The crew of nine is safe, the coast guard said.'
  const FEWER = 'The crew of seven is safe, the coast guard said.'
  const NOTE = 'Correction: An earlier version of this article misstated the number of the crew.'

  beforeAll(async () => {
    stage = stageOver(await openStore())
    await well(stage.send('POST', '/v1/articles', { slug: 'wreck', publication: 'Harbour Gazette' }))
    await well(stage.ingest('wreck', '2026-01-31T23:00:00Z', 'Salvage Will Begin', CREW, DEPTH, WILL))
    await well(stage.ingest('wreck', '2026-02-01T00:00:00Z', 'Salvage May Begin', CREW, DEPTH, MAY))
    await well(stage.ingest('wreck', '2026-02-01T08:00:00Z', 'Salvage May Begin', FEWER, DEPTH, MAY, NOTE))
  })

  const KINDS_TOLD = 'kind=softened,number_changed&interval=month'

  test.each<[string, readonly string[]]>([
    [`${KINDS_TOLD}`, ['02 softened 2', '02 number_changed 1']],
    [`${KINDS_TOLD}&acknowledged=true`, ['02 number_changed 1']],
    [`${KINDS_TOLD}&acknowledged=false`, ['02 softened 2']],
    [`${KINDS_TOLD}&by=acknowledged`, ['02 false 2', '02 true 1']],
    [`${KINDS_TOLD}&by=acknowledged&article=wreck`, ['02 false 2', '02 true 1']],
    [`${KINDS_TOLD}&by=acknowledged&source=coast%20guard`, ['02 true 1']],
    [`${KINDS_TOLD}&by=publication&acknowledged=true`, ['02 Harbour Gazette 1']],
    [`${KINDS_TOLD}&zone=headline`, ['02 softened 1']],
    [`${KINDS_TOLD}&zone=lead`, ['02 number_changed 1']],
    [`${KINDS_TOLD}&zone=lead&acknowledged=false`, []],
    [`${KINDS_TOLD}&zone=body`, ['02 softened 1']],
    ['interval=month&kind=introduced', ['01 introduced 4', '02 introduced 1']],
  ])('%s', async (query, expected) => {
    const found = (await lines(query)).map((line) => line.replace(/^2026-(\d\d)-01T00:00:00\.000Z/, '$1'))
    expect(found).toEqual(expected)
    // The counts are those of the list of changes.
    const { data } = await read<{ data: { kinds: string[] }[] }>(
      stage.ask,
      `/v1/changes?${query.replace(/&?(?:interval|by)=\w+/g, '').replace(/^&/, '')}`,
    )
    expect(data.length).toBe(expected.reduce((sum, line) => sum + Number(line.split(' ').at(-1)), 0))
  })

  test.each([
    ['zone=furniture', 'zone'],
    ['acknowledged=perhaps', 'acknowledged'],
    ['by=zone', 'by'],
  ])('refuses %s', async (query, field) => {
    const response = await stage.ask(`/v1/stats/changes?${query}`)
    const { errors } = (await response.json()) as { errors: { path: string }[] }
    expect([response.status, errors.map(({ path }) => path)]).toEqual([400, [`query.${field}`]])
  })

  test('asks for one of both', async () => {
    const { data } = await series(`${KINDS_TOLD}&by=acknowledged&acknowledged=true&from=2026-01-01`)
    expect(data.map(({ time, acknowledged, count }) => [String(time).slice(0, 7), acknowledged, count])).toEqual([
      ['2026-01', true, 0],
      ['2026-02', true, 1],
    ])
  })
})

describe('a time series without a window', () => {
  test('goes back as far as there is room, and leaves out what lies before', async () => {
    const made = stageOver(await openStore())
    await well(made.send('POST', '/v1/articles', { slug: 'wreck' }))
    await well(made.ingest('wreck', '0001-01-01T00:00:00Z', '', DEPTH))
    await well(made.ingest('wreck', '08:00', '', DEEPER))
    await well(made.ingest('wreck', '2026-02-12T00:00:00Z', '', DEEPER, DIVER))
    const answer = await read<Series>(made.ask, '/v1/stats/changes')
    expect(answer.data.map(({ time, kind, count }) => `${String(time).slice(8, 10)} ${kind} ${count}`)).toEqual([
      '10 introduced 0',
      '10 number_changed 1',
      '11 introduced 0',
      '11 number_changed 0',
      '12 introduced 1',
      '12 number_changed 0',
    ])
    expect((await made.ask('/v1/stats/changes?to=2026-02-12')).status).toBe(400)
  })
})

describe('a time series of early years', () => {
  /** The archive has one capture at the time, in a week that the query asks for. */
  test.each([
    ['0000-01-01T00:00:00Z', '', '0000-01-01T00:00:00.000Z'],
    ['0000-01-02T23:59:59Z', 'from=0000-01-01&to=0000-01-02', '0000-01-01T00:00:00.000Z'],
    ['0000-01-03T00:00:00Z', '', '0000-01-03T00:00:00.000Z'],
    ['0001-01-01T00:00:00Z', 'from=0001-01-01', '0001-01-01T00:00:00.000Z'],
    ['0099-12-31T12:00:00Z', 'to=0099-12-31', '0099-12-28T00:00:00.000Z'],
    ['0476-09-04T12:00:00Z', 'from=0476-09-01&to=0476-09-06', '0476-08-31T00:00:00.000Z'],
    ['0999-12-31T12:00:00Z', '', '0999-12-30T00:00:00.000Z'],
  ])('counts %s in its week (%s)', async (at, query, time) => {
    stage = stageOver(await openStore())
    await well(stage.send('POST', '/v1/articles', { slug: 'wreck' }))
    await well(stage.ingest('wreck', at, '', DEPTH))
    for (const by of ['kind', 'article']) {
      const { data } = await series(`interval=week&by=${by}&${query}`)
      expect(data.filter(({ count }) => count !== 0)).toMatchObject([{ time, count: 1 }])
    }
    expect(await lines(`interval=day&by=article&${query}`)).toEqual([`${at.slice(0, 10)}T00:00:00.000Z wreck 1`])
    expect(await lines(`interval=hour&by=article&${query}`)).toEqual([`${at.slice(0, 13)}:00:00.000Z wreck 1`])
  })

  test('goes on where later weeks have changes too', async () => {
    stage = await wreck()
    const before = await series('interval=week&by=article')
    await well(stage.ingest('wreck', '0000-01-01T00:00:00Z', '', DEPTH))
    expect((await stage.ask('/v1/stats/changes?interval=week')).status).toBe(200)
    expect((await series('interval=week&by=article')).data.slice(-1)).toEqual(before.data.slice(-1))
  })
})

test('a window in which nothing happened has a zero for every kind', async () => {
  stage = await wreck()
  const { data } = await series('from=2025-01-01&to=2025-01-02')
  expect(data.map(({ count }) => count)).toEqual(KINDS.flatMap(() => [0, 0]))
  expect(new Set(data.map(({ kind }) => kind))).toEqual(new Set(KINDS))
})

describe('counts no more', () => {
  const all = () => lines('by=kind')

  test('what a late version shows never to have been', async () => {
    stage = await wreck()
    await well(stage.ingest('wreck', '2026-02-10T09:00:00Z', '', DEEPER, WILL))
    expect((await lines('by=kind&interval=hour')).slice(0, 3)).toEqual([
      '2026-02-10T08:00:00.000Z introduced 2',
      '2026-02-10T09:00:00.000Z number_changed 1',
      '2026-02-10T10:00:00.000Z softened 1',
    ])
  })

  test('what people reject, until they take it back', async () => {
    stage = await wreck()
    const before = await all()
    const { data } = await read<{ data: { id: number; claims: number[] }[] }>(stage.ask, '/v1/changes?kind=softened')
    const claim = `/v1/articles/wreck/claims/${data[0]?.claims[0]}/reviews`
    const body = { action: 'reject', change: data[0]?.id, reason: 'No' }
    const { id } = (await (await well(stage.send('POST', claim, body))).json()) as { id: number }
    expect(await all()).toEqual(before.filter((line) => !line.includes('softened')))
    await well(stage.send('POST', claim, { action: 'withdraw', review: id }))
    expect(await all()).toEqual(before)
  })

  test('what came to or from a version that is withheld', async () => {
    stage = await wreck()
    await well(stage.send('PUT', '/v1/articles/wreck/versions/2/withholding', { reason: 'An order' }))
    expect(await all()).toEqual(['2026-02-10T00:00:00.000Z introduced 2', '2026-02-13T00:00:00.000Z introduced 1'])
    await well(stage.ingest('wreck', '2026-02-10T10:30:00Z', '', DEEPER))
    expect((await all()).join()).not.toContain('softened')
  })

  test('anything under a publication that the article has no longer: all of it moves along', async () => {
    stage = await wreck()
    await well(stage.send('PATCH', '/v1/articles/wreck', { publication: 'Coast Post' }))
    const names = new Set((await series('by=publication')).data.map(({ publication }) => publication))
    expect(names).toEqual(new Set(['Coast Post', 'Valley Post']))
    await well(stage.send('PATCH', '/v1/articles/wreck', { publication: null }))
    expect((await series('by=publication')).data[0]).toMatchObject({ publication: null, count: 4 })
  })
})
