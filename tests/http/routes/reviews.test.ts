/** What people decide of claims and changes: how it shows, what it takes out of lists and counts, and how it is taken back. */
import { beforeEach, describe, expect, test } from 'vitest'
import { openStore } from '#harness'
import { createToken } from '../../../src/auth/bearer-tokens.ts'
import { NOW, read, type Stage, stageOver, tellStory, well } from '../stage.ts'

interface Row extends Record<string, unknown> {
  readonly id: number
  readonly number: number
}
interface List {
  readonly data: readonly Row[]
}

let stage: Stage
const rows = async (path: string) => (await read<List>(stage.ask, path)).data
const one = (path: string) => read<Record<string, unknown>>(stage.ask, path)

/** Reviews a claim of `ferry` with the bootstrap token. */
const review = async (claim: number, body: object): Promise<Row> =>
  (await well(stage.send('POST', `/v1/articles/ferry/claims/${claim}/reviews`, body))).json() as Promise<Row>

/** The standing change of a kind in `ferry`. */
async function changeOf(kind: string): Promise<{ id: number; claim: number; row: Row }> {
  const [row] = await rows(`/v1/articles/ferry/changes?kind=${kind}`)
  if (!row) throw new Error(`nothing was ${kind}`)
  return { id: row.id, claim: (row.claims as number[])[0] ?? 0, row }
}

beforeEach(async () => {
  stage = stageOver(await openStore())
  await tellStory(stage)
})

describe('a relabel', () => {
  const LABEL = 'Ferry with 212 aboard ran aground'

  test('is the claim’s label wherever it is shown, in every version, and the machine’s stays told apart', async () => {
    const before = await one('/v1/articles/ferry/claims/2')
    expect(before).toMatchObject({ label_by: 'machine', machine_label: before.label, verdict: null, reviews: [] })
    await review(2, { action: 'relabel', label: `  ${LABEL} `, reason: 'House style' })
    expect(await one('/v1/articles/ferry/claims/2')).toMatchObject({
      label: LABEL,
      label_by: 'human',
      machine_label: before.label,
      reviews: [{ action: 'relabel', label: LABEL, reviewer: 'bootstrap', reviewed_at: NOW, reason: 'House style' }],
    })
    for (const path of ['/v1/articles/ferry/claims', '/v1/articles/ferry/claims?version=1', '/v1/claims?article=ferry']) {
      expect((await rows(path)).find((claim) => claim.number === 2)).toMatchObject({ label: LABEL, label_by: 'human' })
    }
    for (const path of ['/v1/articles/ferry/versions/1', '/v1/articles/ferry/versions/3', '/v1/articles/ferry']) {
      const { claims } = await read<{ claims: Row[] }>(stage.ask, path)
      expect(claims.find((claim) => claim.number === 2)).toMatchObject({ label: LABEL, label_by: 'human' })
      expect(claims.find((claim) => claim.number !== 2)).toMatchObject({ label_by: 'machine' })
    }
    expect((await rows('/v1/articles/ferry/claims?q=212%20aboard')).map((claim) => claim.number)).toEqual([2])
  })

  test('survives a rewording in a later version; the last one counts, and withdrawn it gives way to the one before', async () => {
    const label = async () => (await one('/v1/articles/ferry/claims/2')).label
    const machine = await label()
    const first = await review(2, { action: 'relabel', label: 'First' })
    const second = await review(2, { action: 'relabel', label: 'Second' })
    await well(
      stage.ingest(
        'ferry',
        '20:00',
        'Ferry Freed',
        'A ferry with 230 passengers ran aground off Norrholm, the harbour office said.',
      ),
    )
    expect(await one('/v1/articles/ferry/claims/2')).toMatchObject({ label: 'Second', status: 'present' })
    await review(2, { action: 'withdraw', review: second.id })
    expect(await label()).toBe('First')
    await review(2, { action: 'withdraw', review: first.id, reason: 'The machine’s will do' })
    expect(await one('/v1/articles/ferry/claims/2')).toMatchObject({ label_by: 'machine' })
    expect(await rows('/v1/articles/ferry/claims/2/reviews')).toMatchObject([
      { id: first.id, action: 'relabel', withdrawn_by: 4 },
      { id: second.id, action: 'relabel', withdrawn_by: 3 },
      { id: 3, action: 'withdraw', review: second.id, label: null },
      { id: 4, action: 'withdraw', review: first.id, reason: 'The machine’s will do' },
    ])
    expect(machine).not.toBe('First')
  })
})

describe('a verdict on a claim', () => {
  test('confirmed shows, and takes nothing out', async () => {
    const before = await rows('/v1/articles/ferry/claims')
    await review(2, { action: 'confirm' })
    expect(await rows('/v1/articles/ferry/claims')).toEqual(
      before.map((claim) => (claim.number === 2 ? { ...claim, verdict: 'confirmed' } : claim)),
    )
    expect((await rows('/v1/claims?verdict=confirmed')).map((claim) => claim.number)).toEqual([2])
    expect((await rows('/v1/articles/ferry/claims?verdict=none')).map((claim) => claim.number)).not.toContain(2)
  })

  test('rejected leaves the lists and counts with its changes, and comes back with them', async () => {
    const [article, claims, changes] = [
      await one('/v1/articles/ferry'),
      await rows('/v1/articles/ferry/claims'),
      await rows('/v1/articles/ferry/changes'),
    ]
    const made = await review(2, { action: 'reject', reason: 'A caption, not a claim' })
    const own = changes.filter((change) => String(change.claims) === '2')
    expect(own.length).toBeGreaterThan(1)
    expect((await rows('/v1/articles/ferry/claims')).map((claim) => claim.number)).toEqual(
      claims.map((claim) => claim.number).filter((number) => number !== 2),
    )
    expect(await rows('/v1/articles/ferry/changes')).toEqual(changes.filter((change) => !own.includes(change)))
    expect(await one('/v1/articles/ferry')).toMatchObject({ present_claims: Number(article.present_claims) - 1 })
    const rejected = await rows('/v1/articles/ferry/claims?verdict=rejected')
    expect(rejected).toMatchObject([{ number: 2, verdict: 'rejected', changes: 0 }])
    expect(await rows('/v1/articles/ferry/changes?verdict=rejected')).toMatchObject(
      own.map(({ id }) => ({ id, verdict: 'rejected', by: { review: made.id, reason: 'A caption, not a claim' } })),
    )
    const told = await read<{ history: Row[] }>(stage.ask, '/v1/articles/ferry/claims/2')
    expect(told.history.map(({ id, verdict }) => [id, verdict])).toEqual(own.map(({ id }) => [id, 'rejected']))

    await review(2, { action: 'withdraw', review: made.id })
    const plain = ({ id, by, recorded_at, url, ...change }: Row) => change
    const back = await rows('/v1/articles/ferry/changes')
    const sorted = (list: readonly Row[]) => list.map((row) => JSON.stringify(plain(row))).sort()
    expect(sorted(back)).toEqual(sorted(changes))
    expect(await one('/v1/articles/ferry')).toMatchObject({ present_claims: article.present_claims })
    expect(await rows('/v1/articles/ferry/claims')).toEqual(claims)
  })

  test('rejected stays rejected through later versions, which tell nothing of it', async () => {
    await review(2, { action: 'reject', reason: 'No claim' })
    const answer = await well(
      stage.ingest(
        'ferry',
        '20:00',
        'Ferry Freed After Ten Hours',
        'A ferry with 230 passengers ran aground off Norrholm on Tuesday, the harbour office said.',
      ),
    )
    const { changes } = (await answer.json()) as { changes: Row[] }
    expect(changes.filter((change) => (change.claims as number[]).includes(2))).toEqual([])
    expect(
      (await rows('/v1/changes?limit=200')).filter((c) => String(c.claims) === '2' && Number((c.to as Row).number) === 4),
    ).toEqual([])
    expect(await one('/v1/articles/ferry/claims/2')).toMatchObject({ verdict: 'rejected', status: 'present' })
    // A confirmation is a later decision: all that was left out is told.
    await review(2, { action: 'confirm' })
    const numbers = (await rows('/v1/articles/ferry/changes')).filter((c) => String(c.claims) === '2').map((c) => c.kinds)
    expect(numbers).toEqual([['introduced'], ['number_changed'], ['source_changed'], ['number_changed']])
  })
})

describe('a verdict on a change', () => {
  test('confirmed shows on it and on its claim’s trail', async () => {
    const { id, claim } = await changeOf('softened')
    const made = await review(claim, { action: 'confirm', change: id, reason: 'Checked with the desk' })
    const by = { review: made.id, action: 'confirm', reviewer: 'bootstrap', reviewed_at: NOW, reason: 'Checked with the desk' }
    expect(await one(`/v1/changes/${id}`)).toMatchObject({ verdict: 'confirmed', by })
    const { history } = await read<{ history: Row[] }>(stage.ask, `/v1/articles/ferry/claims/${claim}`)
    expect(history.map((change) => [change.id === id, change.verdict])).toEqual([
      [false, null],
      [true, 'confirmed'],
    ])
    expect((await rows('/v1/changes?verdict=confirmed')).map((change) => change.id)).toEqual([id])
  })

  test('rejected is taken back in the feed by a row marked with the review, and told again when that is withdrawn', async () => {
    const { id, claim, row } = await changeOf('softened')
    const count = async () => Number((await one(`/v1/articles/ferry/claims/${claim}`)).changes)
    const feed = await rows('/v1/changes?limit=200')
    expect(await count()).toBe(2)
    const made = await review(claim, { action: 'reject', change: id, reason: '“May” was in the first version too' })
    expect(await rows('/v1/articles/ferry/changes?kind=softened')).toEqual([])
    expect(await count()).toBe(1)
    const added = (await rows('/v1/changes?limit=200')).slice(feed.length)
    expect(added).toMatchObject([{ retracts: id, kinds: row.kinds, verdict: null, by: { review: made.id, action: 'reject' } }])
    const [, second] = await rows('/v1/articles/ferry/versions')
    expect(second?.changes).toEqual({ number_changed: 1 })

    const back = await review(claim, { action: 'withdraw', review: made.id })
    const again = (await rows('/v1/changes?limit=200')).slice(feed.length + 1)
    expect(again).toMatchObject([
      { retracts: null, kinds: row.kinds, before: row.before, verdict: null, by: { review: back.id } },
    ])
    expect(await count()).toBe(2)
    expect((await rows('/v1/articles/ferry/changes?verdict=rejected')).length).toBe(0)
  })

  test('rejected is not told again when a late version makes the pair be tracked again', async () => {
    const { id, claim } = await changeOf('softened')
    const made = await review(claim, { action: 'reject', change: id, reason: 'No' })
    // Between the first and the second version: the change comes with the one or with the other.
    await well(
      stage.ingest(
        'ferry',
        '10:00',
        'Ferry Runs Aground',
        'A ferry with 215 passengers ran aground off Norrholm on Tuesday, the coast guard said.',
        '“We felt a long scrape and then silence,” said Ingrid Dahl, a passenger.',
        'The operator will resume the service on Friday.',
      ),
    )
    expect(await rows('/v1/articles/ferry/changes?kind=softened')).toEqual([])
    expect((await rows('/v1/articles/ferry/changes?kind=number_changed')).length).toBe(2)
    await review(claim, { action: 'withdraw', review: made.id })
    expect(await rows('/v1/articles/ferry/changes?kind=softened')).toMatchObject([{ from: { number: 4 }, to: { number: 2 } }])
  })

  test('confirmed stays confirmed when a late version parts the pair', async () => {
    const { id, claim } = await changeOf('softened')
    const made = await review(claim, { action: 'confirm', change: id })
    await well(stage.ingest('ferry', '10:00', 'Ferry Runs Aground', 'The operator will resume the service on Friday.'))
    expect(await rows('/v1/articles/ferry/changes?kind=softened')).toMatchObject([
      { from: { number: 4 }, verdict: 'confirmed', by: { review: made.id } },
    ])
  })
})

test('the lists of reviews, by article, claim, action, reviewer and time', async () => {
  const { token } = await createToken(stage.store, { name: 'Dana Petrov', scopes: ['review:write'], now: NOW })
  await review(1, { action: 'confirm' })
  await well(
    stage.send(
      'POST',
      '/v1/articles/bridge/claims/1/reviews',
      { action: 'relabel', label: 'Bridge to close' },
      { Authorization: `Bearer ${token}` },
    ),
  )
  await review(2, { action: 'confirm' })
  const ids = async (path: string) => (await rows(path)).map((row) => row.id)
  expect(await ids('/v1/reviews')).toEqual([1, 2, 3])
  expect(await ids('/v1/articles/ferry/reviews')).toEqual([1, 3])
  expect(await ids('/v1/articles/ferry/claims/2/reviews')).toEqual([3])
  expect(await ids('/v1/reviews?article=bridge')).toEqual([2])
  expect(await ids('/v1/reviews?action=relabel,reject')).toEqual([2])
  expect(await ids('/v1/reviews?reviewer=Dana%20Petrov')).toEqual([2])
  expect(await ids(`/v1/reviews?since=${NOW}`)).toEqual([1, 2, 3])
  expect(await ids('/v1/reviews?since=2026-03-02')).toEqual([])
  expect(await one('/v1/reviews/2')).toMatchObject({ reviewer: 'Dana Petrov', claim_url: '/v1/articles/bridge/claims/1' })
})

test.each([
  [99, { action: 'confirm' }, 404, []],
  [1, { action: 'confirm', change: 999 }, 400, ['change']],
  // On another claim's trail.
  [1, { action: 'reject', change: 2, reason: 'No' }, 400, ['change']],
  [1, { action: 'withdraw', review: 999 }, 400, ['review']],
])('a review of claim %i with %j is refused: %i', async (claim, body, status, fields) => {
  const answer = await stage.send('POST', `/v1/articles/ferry/claims/${claim}/reviews`, body)
  const { errors } = (await answer.json()) as { errors: { path: string }[] }
  expect([answer.status, errors.map((error) => error.path)]).toEqual([status, fields])
})

test('what was decided cannot be decided twice over: a change that was rejected, a review that was withdrawn', async () => {
  const { id, claim } = await changeOf('softened')
  const made = await review(claim, { action: 'reject', change: id, reason: 'No' })
  const path = `/v1/articles/ferry/claims/${claim}/reviews`
  expect((await stage.send('POST', path, { action: 'confirm', change: id })).status).toBe(400)
  const { id: withdrawal } = await review(claim, { action: 'withdraw', review: made.id })
  const again = await stage.send('POST', path, { action: 'withdraw', review: made.id })
  expect(await again.json()).toMatchObject({ status: 409, code: 'conflict', errors: [{ path: 'review' }] })
  expect((await stage.send('POST', path, { action: 'withdraw', review: withdrawal })).status).toBe(400)
})

test('a request sent again with its key is one review', async () => {
  const send = () =>
    stage.send('POST', '/v1/articles/ferry/claims/1/reviews', { action: 'confirm' }, { 'Idempotency-Key': 'a' })
  const [first, second] = [await send(), await send()]
  expect([first.status, second.status]).toEqual([201, 201])
  expect(await second.json()).toEqual(await first.json())
  expect([first, second].map((answer) => answer.headers.get('location'))).toEqual(['/v1/reviews/1', '/v1/reviews/1'])
  expect(await rows('/v1/reviews')).toHaveLength(1)
})

test('of reviewers at once, none is lost', async () => {
  const answers = await Promise.all(
    [1, 2, 3, 4].map((claim) =>
      stage.send('POST', `/v1/articles/ferry/claims/${claim}/reviews`, { action: 'reject', reason: 'No' }),
    ),
  )
  expect(answers.map((answer) => answer.status)).toEqual([201, 201, 201, 201])
  expect((await rows('/v1/articles/ferry/claims?verdict=rejected')).map((claim) => claim.number)).toEqual([1, 2, 3, 4])
  expect((await rows('/v1/reviews')).map((row) => row.id)).toEqual([1, 2, 3, 4])
})
