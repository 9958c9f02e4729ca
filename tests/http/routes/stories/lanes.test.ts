/** The lanes of a story: stretches, the order of the text, the words of changes, ranges, and what is withheld. */
import { beforeAll, describe, expect, test } from 'vitest'
import { openStore } from '#harness'
import type { OneClaimJson } from '../../../../src/http/answers/claim-answer.ts'
import type { LanesJson } from '../../../../src/http/json/stories/lanes-json.ts'
import { read, type Stage, stageOver, tellStory, well } from '../../stage.ts'

let stage: Stage
const lanes = (query = '') => read<LanesJson>(stage.ask, `/v1/articles/ferry/lanes${query}`)

/** A lane in short: its number and its stretches. */
const short = ({ claims }: LanesJson) =>
  claims.map(({ number, stretches }) => [number, ...stretches.map(({ from, to, level }) => `${from}–${to ?? ''} ${level}`)])

beforeAll(async () => {
  stage = stageOver(await openStore())
  await tellStory(stage)
})

describe('lanes', () => {
  test('follow the text; what is gone stands before what took its place', async () => {
    expect(short(await lanes())).toMatchInlineSnapshot(`
      [
        [
          1,
          "1–3 certain",
        ],
        [
          5,
          "3– certain",
        ],
        [
          2,
          "1–3 certain",
          "3– certain",
        ],
        [
          3,
          "1–3 certain",
        ],
        [
          4,
          "1–2 certain",
          "2– possible",
        ],
        [
          6,
          "3– certain",
        ],
      ]
    `)
  })

  test('have the words that changed', async () => {
    const { changes } = await lanes()
    const words = changes.map(({ from, to, kinds, words }) => [`${from}..${to}`, kinds.join(), words?.before, words?.after])
    expect(words).toMatchInlineSnapshot(`
      [
        [
          "1..2",
          "number_changed",
          "212",
          "221",
        ],
        [
          "1..2",
          "softened",
          "will",
          "may",
        ],
        [
          "2..3",
          "superseded",
          undefined,
          undefined,
        ],
        [
          "2..3",
          "source_changed",
          "the coast guard",
          "the harbour office",
        ],
        [
          "2..3",
          "withdrawn",
          undefined,
          undefined,
        ],
      ]
    `)
  })

  test('name their changes by index', async () => {
    const { claims, changes } = await lanes()
    for (const { number, changes: indexes } of claims)
      for (const i of indexes) expect([...(changes[i]?.before ?? []), ...(changes[i]?.after ?? [])]).toContain(number)
    expect(claims.flatMap((claim) => claim.changes).length).toBeGreaterThanOrEqual(changes.length)
  })

  test('count what each version changed', async () => {
    const { versions } = await lanes()
    expect(versions.map(({ told, disclosed }) => [told, disclosed])).toMatchInlineSnapshot(`
      [
        [
          0,
          0,
        ],
        [
          2,
          0,
        ],
        [
          2,
          0,
        ],
      ]
    `)
    expect(versions[1]?.changes).toEqual({ softened: 1, number_changed: 1 })
  })

  test('say when each version gave way to the next', async () => {
    const { versions } = await lanes()
    expect(versions.map(({ until }) => until)).toEqual(['2026-02-10T12:00:00.000Z', '2026-02-10T18:00:00.000Z', null])
    expect((await lanes('?to=2')).versions.at(-1)?.until).toBe('2026-02-10T18:00:00.000Z')
  })

  test('count all claims, whatever kind is asked for; one that took the place of another has not changed', async () => {
    const { totals, claims, changes } = await lanes()
    const stoodBefore = claims.filter(({ number }) => changes.some(({ before }) => before.includes(number)))
    const { begun, ...counts } = totals
    expect(counts).toEqual({ claims: 6, changed: 4, dropped: 1 })
    expect(begun).toEqual([
      { version: 1, claims: 4 },
      { version: 3, claims: 2 },
    ])
    expect(stoodBefore.length).toBe(totals.changed)
    expect((await lanes('?kind=softened')).totals).toEqual(totals)
  })

  test('of a range of versions have the changes inside it', async () => {
    const { versions, changes } = await lanes('?from=2&to=3')
    expect(versions.map(({ number }) => number)).toEqual([2, 3])
    expect(new Set(changes.map(({ to }) => to))).toEqual(new Set([3]))
  })

  test('of one claim are its own', async () => {
    const { claims } = await lanes('?claim=1')
    expect(claims.map(({ number }) => number)).toEqual([1])
  })

  test('by kind are those with such a change', async () => {
    const { claims, changes } = await lanes('?kind=softened')
    expect(claims.length).toBe(1)
    expect(claims[0]?.changes.some((i) => changes[i]?.kinds.includes('softened'))).toBe(true)
  })

  test('most changed first', async () => {
    const counts = (await lanes('?sort=changes')).claims.map(({ changes }) => changes.length)
    expect(counts).toEqual(counts.toSorted((a, b) => b - a))
  })

  test('refuse a range that ends before it begins', async () => {
    const answer = await stage.ask('/v1/articles/ferry/lanes?from=3&to=2')
    expect([answer.status, (await answer.json()) as unknown]).toMatchObject([400, { code: 'invalid' }])
  })
})

test('a version that is withheld is a column without a title, and ends stretches', async () => {
  const held = stageOver(await openStore())
  await tellStory(held)
  await well(held.send('PUT', '/v1/articles/ferry/versions/2/withholding', { reason: 'By order of a court' }))
  const answer = await read<LanesJson>(held.ask, '/v1/articles/ferry/lanes')
  expect(answer.versions[1]).toMatchObject({ number: 2, title: null, withheld: 'By order of a court', told: 0, changes: {} })
  expect(answer.changes.map(({ id, from, to }) => [id, from, to])).toEqual(answer.changes.map(() => [null, 1, 3]))
  expect(answer.claims.flatMap(({ stretches }) => stretches.map(({ from, to }) => `${from}–${to ?? ''}`)).sort()).not.toContain(
    '1–3',
  )
  expect(answer.claims.some(({ stretches }) => stretches.some(({ from, to }) => from === 1 && to === 2))).toBe(true)
})

test('what changed across a withheld version is told of the versions beside it', async () => {
  const held = stageOver(await openStore())
  await tellStory(held)
  expect((await read<LanesJson>(held.ask, '/v1/articles/ferry/lanes')).across).toEqual([])
  await well(held.send('PUT', '/v1/articles/ferry/versions/2/withholding', { reason: 'By order of a court' }))
  const { across } = await read<LanesJson>(held.ask, '/v1/articles/ferry/lanes')
  expect(across).toMatchObject([{ from: 1, to: 3, url: '/v1/articles/ferry/compare/1..3' }])
  const { changes } = await read<{ changes: { kinds: string[] }[] }>(held.ask, across[0]?.url ?? '')
  const counts = new Map<string, number>()
  for (const kind of changes.flatMap(({ kinds }) => kinds)) counts.set(kind, (counts.get(kind) ?? 0) + 1)
  expect(across[0]?.changes).toEqual(Object.fromEntries(counts))
  expect(across[0]?.changes).toMatchObject({ softened: 1, number_changed: 1 })
  await well(held.send('PUT', '/v1/articles/ferry/versions/3/withholding', { reason: 'By order of a court' }))
  expect((await read<LanesJson>(held.ask, '/v1/articles/ferry/lanes')).across).toEqual([])
})

describe('across a withheld version', () => {
  const SECRET = 'Quillon'
  let held: Stage

  beforeAll(async () => {
    held = stageOver(await openStore())
    await well(held.send('POST', '/v1/articles', { slug: 'trial' }))
    const [OPEN, MASTER] = ['The trial will open in March, the court said.', 'The harbour master denies the charges.']
    await well(held.ingest('trial', '08:00', 'Trial', OPEN, MASTER, 'The court will hear 14 witnesses.'))
    await well(
      held.ingest(
        'trial',
        '10:00',
        SECRET,
        `The trial will open in April, ${SECRET} said.`,
        MASTER,
        `${SECRET} saw the accident.`,
        'The court will hear 14 witnesses in April.',
      ),
    )
    await well(held.ingest('trial', '12:00', 'Trial', 'The trial may open in March, the court said.', MASTER))
  })

  const numbered = async () =>
    (await read<LanesJson>(held.ask, '/v1/articles/trial/lanes')).changes.map(
      ({ id, from, to, kinds }) => `${id === null ? 'across ' : ''}${from}..${to} ${kinds.join()}`,
    )

  test('lanes have the changes between its neighbours, and a claim has them in its history', async () => {
    const before = await numbered()
    await well(held.send('PUT', '/v1/articles/trial/versions/2/withholding', { reason: 'By order of a court' }))
    expect(await numbered()).toMatchInlineSnapshot(`
      [
        "across 1..3 softened",
        "across 1..3 withdrawn",
      ]
    `)
    const claim = await read<OneClaimJson>(held.ask, '/v1/articles/trial/claims/2')
    expect(claim.history.map(({ id, from, to, kinds }) => [id === null, from?.number, to.number, kinds.join()])).toEqual([
      [false, undefined, 1, 'introduced'],
      [true, 1, 3, 'softened'],
    ])
    await well(held.send('DELETE', '/v1/articles/trial/versions/2/withholding', undefined))
    expect(await numbered()).toEqual(before)
    expect(before.join()).not.toContain('across')
  })

  test('nothing of its text is told', async () => {
    await well(held.send('PUT', '/v1/articles/trial/versions/2/withholding', { reason: 'By order of a court' }))
    const { claims } = await read<LanesJson>(held.ask, '/v1/articles/trial/lanes')
    const paths = [
      '/v1/articles/trial/lanes',
      '/v1/articles/trial/lanes?kind=softened&sort=changes',
      ...claims.map(({ number }) => `/v1/articles/trial/claims/${number}`),
    ]
    for (const path of [...paths, ...paths.map((path) => path.replace('/v1/articles', '/a').replace('/lanes', ''))]) {
      const text = await (await well(held.ask(path))).text()
      expect([path, text.includes(SECRET), text.includes('April')]).toEqual([path, false, false])
    }
    expect(claims.length).toBeGreaterThan(2)
  })
})
