/** The latest changes: their order, their pages, the period, what was disclosed, and combinations that are refused. */
import { beforeAll, expect, test } from 'vitest'
import { openStore } from '#harness'
import { read, type Stage, stageOver, tellStory, well } from '../../stage.ts'

interface Change {
  readonly id: number
  readonly article: string
  readonly kinds: readonly string[]
  readonly acknowledged: boolean
  readonly retracts: number | null
  readonly note: readonly { readonly start: number; readonly end: number; readonly exact: string }[]
  readonly from: { readonly number: number } | null
  readonly to: { readonly number: number; readonly captured_at: string }
}
interface Page {
  readonly data: readonly Change[]
  readonly next: string | null
  readonly more: boolean
}

let stage: Stage
const list = (query: string, on = stage) => read<Page>(on.ask, `/v1/changes?${query}`)
const told = async (query: string) =>
  (await list(query)).data.map(({ article, to, kinds }) => `${article} ${to.number} ${kinds.join('+')}`)

async function all(query: string): Promise<Change[]> {
  const rows: Change[] = []
  for (let cursor: string | null = ''; cursor !== null; ) {
    const page: Page = await list(`${query}${cursor && `&cursor=${cursor}`}`)
    expect(page.more).toBe(page.next !== null)
    rows.push(...page.data)
    cursor = page.next
  }
  return rows
}

beforeAll(async () => {
  stage = stageOver(await openStore())
  await tellStory(stage)
  // Recorded last, captured before the others.
  await well(stage.send('POST', '/v1/articles', { slug: 'quay', publication: 'Valley Post' }))
  await well(stage.ingest('quay', '2026-02-08T09:00:00Z', 'Quay Opens', 'The quay has 40 berths, the harbour office said.'))
  await well(
    stage.ingest(
      'quay',
      '2026-02-09T09:00:00Z',
      'Quay Opens',
      'The quay has 60 berths, the harbour office said.',
      'Correction: An earlier version of this article misstated the number of berths at the quay. It is 60, not 40.',
    ),
  )
})

test('by capture are in the order of the versions that made them, the last first', async () => {
  const rows = (await list('sort=-captured')).data
  const keys = rows.map(({ to, id }) => `${to.captured_at} ${String(id).padStart(6, '0')}`)
  expect(keys).toEqual(keys.toSorted().toReversed())
  expect(rows[0]?.article).toBe('ferry')
  expect(rows.at(-1)).toMatchObject({ article: 'quay', to: { number: 1 } })
})

test('as recorded are in the order of ids, the last first', async () => {
  const ids = (await list('sort=-recorded')).data.map(({ id }) => id)
  expect(ids).toEqual(ids.toSorted((a, b) => b - a))
  expect((await list('sort=-recorded')).data[0]?.article).toBe('quay')
})

test.each(['-captured', '-recorded'])('%s: pages have every change once', async (sort) => {
  const whole = await list(`sort=${sort}&limit=200`)
  expect([whole.next, whole.more]).toEqual([null, false])
  expect(whole.data.length).toBeGreaterThan(10)
  expect(await all(`sort=${sort}&limit=3`)).toEqual(whole.data)
})

test('only what stands is listed, and what people rejected where it is asked for', async () => {
  const other = stageOver(await openStore())
  await tellStory(other)
  const { data } = await list('sort=-captured&kind=softened', other)
  const [softened] = data
  await well(
    other.send('POST', `/v1/articles/ferry/claims/4/reviews`, { action: 'reject', change: softened?.id, reason: 'No' }),
  )
  expect((await list('sort=-captured&kind=softened', other)).data).toEqual([])
  expect((await list('sort=-recorded&kind=softened', other)).data).toEqual([])
  expect((await list('sort=-captured&verdict=rejected', other)).data.map(({ id }) => id)).toEqual([softened?.id])
})

test.each([
  ['sort=-captured&from=2026-02-09&to=2026-02-09&kind=number_changed', ['quay 2 number_changed']],
  ['sort=-recorded&from=2026-02-09&to=2026-02-09&kind=number_changed', ['quay 2 number_changed']],
  ['sort=-captured&from=2026-02-10T12:00:00Z&to=2026-02-10T12:00:00Z', ['ferry 2 softened', 'ferry 2 number_changed']],
  ['sort=-captured&to=2026-02-08&kind=introduced', ['quay 1 introduced', 'quay 1 introduced']],
  ['to=2026-02-08&kind=introduced', ['quay 1 introduced', 'quay 1 introduced']],
  ['from=2026-02-11', []],
  ['sort=-captured&disclosed=true', ['quay 2 number_changed']],
  ['sort=-captured&disclosed=false&kind=softened,number_changed', ['ferry 2 softened', 'ferry 2 number_changed']],
  ['disclosed=true', ['quay 2 number_changed']],
  ['sort=-captured&source=harbour%20office&kind=source_changed', ['ferry 3 source_changed']],
  ['sort=-recorded&source=harbour%20office&kind=source_changed', ['ferry 3 source_changed']],
  ['sort=-captured&article=quay&kind=number_changed,softened', ['quay 2 number_changed']],
  ['sort=-captured&publication=Valley%20Post&kind=number_changed', ['quay 2 number_changed']],
  ['sort=-recorded&publication=Valley%20Post&kind=number_changed', ['quay 2 number_changed']],
])('%s: %j', async (query, expected) => expect(await told(query)).toEqual(expected))

test('first versions can be left out', async () => {
  const rows = await all('sort=-captured&limit=200&first_versions=false')
  expect(rows.every(({ from }) => from !== null)).toBe(true)
  expect(rows).toEqual((await all('sort=-captured&limit=200')).filter(({ from }) => from !== null))
  expect((await list('first_versions=false')).data.some(({ from }) => from === null)).toBe(false)
})

test('a disclosed change has the sentences of the note, where they stand', async () => {
  const [change] = (await list('disclosed=true')).data
  const { body } = await read<{ body: string }>(stage.ask, '/v1/articles/quay/versions/2')
  const note = 'Correction: An earlier version of this article misstated the number of berths at the quay. It is 60, not 40.'
  expect(change?.note.map(({ exact }) => exact).join(' ')).toBe(note)
  for (const { start, end, exact } of change?.note ?? []) expect(body.slice(start, end)).toBe(exact)
  const folded = await read<Page>(stage.ask, '/v1/articles/quay/changes?from=1&to=2&disclosed=true')
  expect(folded.data[0]?.note).toEqual(change?.note)
  expect((await list('disclosed=false')).data.flatMap((one) => one.note)).toEqual([])
})

test('an article’s changes are chosen by what was disclosed too, in order and folded', async () => {
  const of = async (query: string) =>
    (await read<Page>(stage.ask, `/v1/articles/quay/changes?${query}`)).data.map(({ kinds }) => kinds)
  expect(await of('disclosed=true')).toEqual([['number_changed']])
  expect(await of('disclosed=true&from=1&to=2')).toEqual([['number_changed']])
  expect(await of('disclosed=false&from=1&to=2')).toEqual([])
})

test('a version that is withheld has no changes here', async () => {
  const held = stageOver(await openStore())
  await tellStory(held)
  await well(held.send('PUT', '/v1/articles/ferry/versions/2/withholding', { reason: 'By order of a court' }))
  const rows = (await list('sort=-captured&first_versions=false', held)).data
  expect(rows.filter(({ to, from }) => to.number === 2 || from?.number === 2)).toEqual([])
})

test.each([
  ['sort=-captured&since=now', 'query.sort'],
  ['sort=captured', 'query.sort'],
  ['from=2026-02-10&to=2026-02-09', 'query.to'],
  ['sort=-captured&from=noon', 'query.from'],
  ['sort=-captured&first_versions=no', 'query.first_versions'],
  ['sort=-captured&source=Nobody', 'query.source'],
])('%s is refused: %s', async (query, path) => {
  const response = await stage.ask(`/v1/changes?${query}`)
  const problem = (await response.json()) as { errors: { path: string }[] }
  expect([response.status, problem.errors[0]?.path]).toEqual([400, path])
})

test('a cursor belongs to its order', async () => {
  const { next } = await list('sort=-captured&limit=1')
  expect((await stage.ask(`/v1/changes?sort=-recorded&cursor=${next}`)).status).toBe(400)
  expect((await stage.ask(`/v1/changes?cursor=${next}`)).status).toBe(400)
})
