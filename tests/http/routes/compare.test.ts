/** Comparing over HTTP: the unified diff, and where each change belongs. */
import { beforeAll, describe, expect, test } from 'vitest'
import { openStore } from '#harness'
import { read, type Stage, stageOver, well } from '../stage.ts'

let stage: Stage

beforeAll(async () => {
  stage = stageOver(await openStore())
  await well(stage.send('POST', '/v1/articles', { slug: 'mill' }))
  await well(stage.ingest('mill', '08:00', 'Mill Burns', 'The mill at Orle burned. Nobody was hurt.'))
  await well(stage.ingest('mill', '09:00', 'Mill Burns', 'The old mill at Orle burned. Nobody was hurt.'))
})

test('answers a unified diff, a sentence a line', async () => {
  const response = await well(stage.ask('/v1/articles/mill/compare/1..2?format=unified'))
  expect(response.headers.get('content-type')).toBe('text/plain; charset=utf-8')
  expect(await response.text()).toBe(
    [
      '--- mill/1\t2026-02-10T08:00:00.000Z',
      '+++ mill/2\t2026-02-10T09:00:00.000Z',
      '@@ -1,4 +1,4 @@',
      ' Mill Burns',
      ' ',
      '-The mill at Orle burned.',
      '+The old mill at Orle burned.',
      ' Nobody was hurt.',
      '',
    ].join('\n'),
  )
})

test('is empty where nothing differs', async () => {
  expect(await (await well(stage.ask('/v1/articles/mill/compare/2..2?format=unified'))).text()).toBe('')
})

test('each format has a tag of its own, and json is that without one', async () => {
  const at = (query: string) => well(stage.ask(`/v1/articles/mill/compare/1..2${query}`))
  const tags = await Promise.all(['', '?format=unified'].map(async (query) => (await at(query)).headers.get('etag')))
  expect(new Set(tags).size).toBe(2)
  expect(await (await at('?format=json')).json()).toEqual(await (await at('')).json())
})

describe('places each change', () => {
  interface Compared {
    readonly operations: {
      kind: string
      changes: number[]
      words: { kind: string; text: string; change: number | null; about: string | null }[]
    }[]
    readonly rows: { kind: string; operations: number[]; other: number | null; changes: number[] }[]
    readonly changes: { kinds: string[]; claims: number[] }[]
    readonly claims: { number: number; before: Told | null; after: Told | null }[]
  }
  interface Told {
    readonly certainty: { level: string }
    readonly source: { kind: string; name: string | null; text: string | null }
  }

  let told: Compared
  beforeAll(async () => {
    const { send, ingest, ask } = stage
    await well(send('POST', '/v1/articles', { slug: 'dam' }))
    const kept = [
      'The dam at Arden was built in 1934.',
      'It holds back eleven million tons of water.',
      'The valley has four villages.',
    ]
    const moved = 'A concert in the town hall was called off.'
    await well(
      ingest(
        'dam',
        '08:00',
        'Dam Cracks',
        'The dam will hold for 12 days, the engineer said.',
        moved,
        ...kept,
        'Nobody has left.',
      ),
    )
    await well(
      ingest(
        'dam',
        '09:00',
        'Dam Cracks',
        'The dam may hold for 14 days, the engineer said.',
        ...kept,
        moved,
        'Two towns were emptied.',
      ),
    )
    told = await read(ask, '/v1/articles/dam/compare/1..2')
  })

  const at = (kind: string) => told.changes.findIndex(({ kinds }) => kinds.includes(kind))

  test('beside one row, and in the operations of its sentences', () => {
    const listed = told.rows.flatMap(({ changes }) => changes)
    expect(listed.toSorted((x, y) => x - y)).toEqual([...told.changes.keys()])
    const operation = told.operations.findIndex(({ kind }) => kind === 'replace')
    expect(told.operations[operation]?.changes).toContain(at('softened'))
    expect(told.rows.find(({ changes }) => changes.includes(at('softened')))?.operations).toEqual([operation])
  })

  test('at the words that are its evidence', () => {
    const words = told.operations.flatMap((operation) => operation.words).filter(({ kind }) => kind !== 'equal')
    expect(words.map(({ text, about, change }) => [text.trim(), about, change])).toEqual([
      ['will', 'softened', at('softened')],
      ['may', 'softened', at('softened')],
      ['12', 'number_changed', at('number_changed')],
      ['14', 'number_changed', at('number_changed')],
    ])
  })

  test('with the place that a moved sentence left', () => {
    const kinds = told.rows.map(({ kind }) => kind)
    const [left, move] = [kinds.indexOf('left'), kinds.indexOf('move')]
    expect(left).toBeLessThan(move)
    expect([told.rows[left]?.other, told.rows[move]?.other]).toEqual([move, left])
    expect([told.rows[left]?.changes, told.rows[move]?.changes]).toEqual([[], [at('moved')]])
  })

  test('with its claims as both versions tell them', () => {
    const number = told.changes[at('softened')]?.claims[0]
    const claim = told.claims.find((one) => one.number === number)
    expect([claim?.before?.certainty.level, claim?.after?.certainty.level]).toEqual(['certain', 'possible'])
    expect(claim?.after?.source.text).toBe('the engineer')
    const fresh = told.claims.find((one) => one.number === told.changes[at('introduced')]?.claims[0])
    expect([fresh?.before, fresh?.after?.certainty.level]).toEqual([null, 'certain'])
  })
})
