/** Furniture over HTTP: shown in versions and comparisons, and left out of feeds, hooks and counts that do not ask for it. */
import { beforeEach, describe, expect, it, test } from 'vitest'
import { openStore } from '#harness'
import { deliverHooks } from '../../src/app.ts'
import { NOW, read, type Stage, stageOver, TOKEN, well } from './stage.ts'

interface Change {
  readonly id: number | null
  readonly kinds: readonly string[]
  readonly claims: readonly number[]
  readonly before: readonly { readonly zone: string; readonly exact: string }[]
  readonly after: readonly { readonly zone: string; readonly exact: string }[]
}
interface List {
  readonly data: readonly Change[]
}

const STORY = 'The mill in Varsk burned for nine hours on Monday.'
const CREDIT = '(Reporting by Ada Quill; Editing by Tom Brandt)'

let stage: Stage
let sent: Change[]

beforeEach(async () => {
  stage = stageOver(await openStore())
  sent = []
  await well(stage.send('POST', '/v1/articles', { slug: 'mill' }))
})

const tell = async () => {
  await well(stage.ingest('mill', '08:00', 'Mill Burns', 'By Ada Quill', STORY, CREDIT))
  return well(stage.ingest('mill', '09:00', 'Mill Burns', 'By Ada Quill and Bo Ray', STORY.replace('nine', 'ten')))
}

const lines = ({ data }: List) =>
  data.map(({ kinds, before, after }) => [kinds.join(' '), ...[...before, ...after].map(({ exact }) => exact)].join(' | '))

const STORY_LINES = [
  'introduced | Mill Burns',
  `introduced | ${STORY}`,
  `number_changed | ${STORY} | ${STORY.replace('nine', 'ten')}`,
]
const FURNITURE_LINES = [
  'introduced | By Ada Quill',
  `introduced | ${CREDIT}`,
  'reworded | By Ada Quill | By Ada Quill and Bo Ray',
  `withdrawn | ${CREDIT}`,
]

describe.each(['/v1/changes', '/v1/articles/mill/changes'])('%s', (path) => {
  it('leaves furniture out unless it is asked for', async () => {
    await tell()
    expect(lines(await read<List>(stage.ask, path))).toEqual(STORY_LINES)
    const furniture = await read<List>(stage.ask, `${path}?zone=furniture`)
    expect(lines(furniture)).toEqual(FURNITURE_LINES)
    for (const { claims, before, after } of furniture.data) {
      expect(claims).toEqual([])
      expect(new Set([...before, ...after].map(({ zone }) => zone))).toEqual(new Set(['furniture']))
    }
    expect(lines(await read<List>(stage.ask, `${path}?zone=all`)).sort()).toEqual([...STORY_LINES, ...FURNITURE_LINES].sort())
    expect(lines(await read<List>(stage.ask, `${path}?zone=headline`))).toEqual(STORY_LINES.slice(0, 1))
    expect(lines(await read<List>(stage.ask, `${path}?zone=furniture&kind=withdrawn`))).toEqual(FURNITURE_LINES.slice(3))
    const wrong = await stage.ask(`${path}?zone=foot`)
    expect([wrong.status, (await wrong.json()).code]).toEqual([400, 'invalid'])
  })
})

test('the answer to a new version leaves furniture out, also where it is repeated', async () => {
  await well(stage.ingest('mill', '08:00', 'Mill Burns', 'By Ada Quill', STORY))
  const again = () =>
    well(
      stage.send(
        'POST',
        '/v1/articles/mill/versions',
        { title: 'Mill Burns', body: `By Bo Ray\n\n${STORY.replace('nine', 'ten')}`, captured_at: '2026-02-10T09:00:00Z' },
        { 'Idempotency-Key': 'one' },
      ),
    )
  const [first, second] = [await (await again()).json(), await (await again()).json()]
  expect(lines({ data: first.changes })).toEqual(STORY_LINES.slice(2))
  expect(second).toEqual(first)
})

test('changes between any two versions take the same filter', async () => {
  await tell()
  await well(stage.ingest('mill', '10:00', 'Mill Burns', 'By Ada Quill in Varsk', STORY))
  const between = async (query: string) => lines(await read<List>(stage.ask, `/v1/articles/mill/changes?from=1&to=3${query}`))
  expect(await between('')).toEqual([])
  expect(await between('&zone=furniture')).toEqual(['reworded | By Ada Quill | By Ada Quill in Varsk', `withdrawn | ${CREDIT}`])
  expect(await between('&zone=all')).toHaveLength(2)
  expect(await between('&zone=body')).toEqual([])
})

test('a comparison shows furniture with its zone, whether the versions are neighbors or not', async () => {
  await tell()
  await well(stage.ingest('mill', '10:00', 'Mill Burns', 'By Ada Quill in Varsk', STORY))
  for (const [range, changes] of [
    ['1..2', 3],
    ['1..3', 2],
  ] as const) {
    const comparison = await read<{
      from: { sentences: { zone: string; text: string }[] }
      changes: Change[]
      operations: { kind: string; before: { text: string } | null }[]
    }>(stage.ask, `/v1/articles/mill/compare/${range}`)
    expect(comparison.from.sentences.map(({ zone }) => zone)).toEqual(['headline', 'furniture', 'lead', 'furniture'])
    expect(comparison.changes).toHaveLength(changes)
    expect(comparison.operations.filter(({ kind }) => kind === 'delete').map(({ before }) => before?.text)).toEqual([CREDIT])
  }
  const unified = await (await well(stage.ask('/v1/articles/mill/compare/1..2?format=unified'))).text()
  expect(unified).toContain(`-${CREDIT}\n`)
})

test('a change of furniture has its address', async () => {
  await tell()
  const { data } = await read<List>(stage.ask, '/v1/changes?zone=furniture')
  expect(await read(stage.ask, `/v1/changes/${data[0]?.id}`)).toEqual(data[0])
})

test('versions, claims, articles and statistics do not count it', async () => {
  await tell()
  const { data: versions } = await read<{ data: { changes: object }[] }>(stage.ask, '/v1/articles/mill/versions')
  expect(versions.map(({ changes }) => changes)).toEqual([{ introduced: 2 }, { number_changed: 1 }])
  const version = await read<{ sentences: { zone: string }[]; claims: { zone: string }[] }>(
    stage.ask,
    '/v1/articles/mill/versions/1',
  )
  expect(version.sentences.map(({ zone }) => zone)).toEqual(['headline', 'furniture', 'lead', 'furniture'])
  expect(version.claims.map(({ zone }) => zone)).toEqual(['headline', 'lead'])
  expect((await read<List>(stage.ask, '/v1/articles/mill/claims')).data).toHaveLength(2)
  const series = await read<{ data: { count: number }[] }>(stage.ask, '/v1/stats/changes?by=article')
  expect(series.data.map(({ count }) => count)).toEqual([3])
})

describe('feeds', () => {
  interface Feed {
    readonly items: readonly { readonly title: string; readonly summary: string }[]
  }
  const titles = async (path: string) => (await read<Feed>(stage.ask, path)).items.map(({ title }) => title)

  it.each(['/feeds/changes.json', '/feeds/articles/mill.json'])('%s leave it out unless it is asked for', async (path) => {
    await tell()
    expect(await titles(path)).toEqual([
      `Mill Burns: number changed: “${STORY.replace('nine', 'ten')}”`,
      'First version of “Mill Burns”',
    ])
    expect(await titles(`${path}?zone=furniture`)).toEqual([
      `Mill Burns: withdrawn: “${CREDIT}”`,
      'Mill Burns: reworded: “By Ada Quill and Bo Ray”',
      'First version of “Mill Burns”',
    ])
    expect(await titles(`${path}?zone=all`)).toHaveLength(4)
    const count = async (zone: string) => (await read<Feed>(stage.ask, `${path}?zone=${zone}`)).items.at(-1)?.summary
    expect(await count('all')).toContain('2 claims.')
    expect(await count('furniture')).toContain('furniture of the page.')
  })

  it('leave it out of Atom too', async () => {
    await tell()
    const atom = async (query: string) => (await well(stage.ask(`/feeds/changes.atom${query}`))).text()
    expect(await atom('')).not.toContain('Reporting by')
    expect(await atom('?zone=furniture')).toContain('Reporting by')
  })
})

describe('hooks', () => {
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

  it.each<[filters: object, expected: readonly string[]]>([
    [{}, STORY_LINES],
    [{ zone: 'furniture' }, FURNITURE_LINES],
    [{ zone: 'headline' }, STORY_LINES.slice(0, 1)],
  ])('with the filters %j', async (filters, expected) => {
    await well(stage.send('POST', '/v1/hooks', { url: 'https://desk.example/hook', filters }))
    await tell()
    await deliver()
    expect(lines({ data: sent })).toEqual(expected)
  })

  it('get no message of a version in which only furniture changed', async () => {
    await well(stage.ingest('mill', '08:00', 'Mill Burns', 'By Ada Quill', STORY))
    await well(stage.send('POST', '/v1/hooks', { url: 'https://desk.example/hook' }))
    await well(stage.ingest('mill', '09:00', 'Mill Burns', 'By Bo Ray', STORY))
    await deliver()
    expect(sent).toEqual([])
    expect((await read<List>(stage.ask, '/v1/changes?zone=furniture')).data).toHaveLength(3)
  })
})

describe('analysis', () => {
  const analyze = async <Answer>(path: string, given: object) =>
    (await well(stage.send('POST', `/v1/analyze/${path}`, given))).json() as Promise<Answer>
  const body = `By Ada Quill\n\n${STORY}\n\n${CREDIT}`

  it.each([
    ['', ['body', 'lead', 'body']],
    ['?furniture=false', ['body', 'lead', 'body']],
    ['?furniture=true', ['furniture', 'lead', 'furniture']],
  ])('finds no claims in furniture, and with "%s" tells its zone as asked', async (query, zones) => {
    const { sentences, claims } = await analyze<{ sentences: { zone: string }[]; claims: { sentence: number }[] }>(
      `claims${query}`,
      { body },
    )
    expect(sentences.map(({ zone }) => zone)).toEqual(zones)
    expect(claims.map(({ sentence }) => sentence)).toEqual([1])
    const { changes } = await analyze<{ changes: Change[] }>(`changes${query}`, { versions: [{ body }, { body: STORY }] })
    expect(lines({ data: changes })).toEqual(['withdrawn | By Ada Quill', `withdrawn | ${CREDIT}`])
    expect(changes.flatMap(({ before }) => before.map(({ zone }) => zone))).toEqual([zones[0], zones[2]])
  })

  it('refuses another word', async () => {
    expect((await stage.send('POST', '/v1/analyze/claims?furniture=yes', { body })).status).toBe(400)
  })
})

test('a line is in both texts what it is in the first', async () => {
  const meeting = 'The council will meet before Friday to discuss it.'
  const versions = [{ body: `${STORY}\n\nFire safety\n\n${meeting}` }, { body: `${STORY}\n\nFire safety` }]
  const answer = await (await well(stage.send('POST', '/v1/analyze/changes', { versions }))).json()
  expect(lines({ data: answer.changes })).toEqual([`withdrawn | ${meeting}`])
})
