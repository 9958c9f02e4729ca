/** The rows of a change say which words of a sentence are the claim's, and which of them one edit made. */
import { beforeAll, describe, expect, test } from 'vitest'
import { openStore } from '#harness'
import { editId } from '../../../src/http/json/edit-id.ts'
import { read, type Stage, stageOver, well } from '../stage.ts'

interface Side {
  readonly start: number
  readonly exact: string
  readonly claims: readonly number[]
  readonly wordings: readonly { claim: number; label: string; text: string; spans: readonly (readonly [number, number])[] }[]
}
interface Change {
  readonly edit: string
  readonly kinds: readonly string[]
  readonly before: readonly Side[]
  readonly after: readonly Side[]
}
interface Entry {
  readonly title: string
  readonly summary: string
}

const TITLE = 'Bridge Work Begins'
const FIRST = 'The mayor said 3 bridges were safe, but the owner said 5 ferries were full.'
const SECOND = 'The mayor said 4 bridges were safe, but the owner said 8 ferries were full.'
const ADDED = 'The police said the road was closed, but the pilot said the harbour was open.'
const REST = 'Traffic was light. Two lorries turned back.'

let stage: Stage
let changes: readonly Change[]
beforeAll(async () => {
  stage = stageOver(await openStore())
  await well(stage.send('POST', '/v1/articles', { slug: 'bridge' }))
  await well(stage.ingest('bridge', '08:00', TITLE, FIRST, REST))
  await well(stage.ingest('bridge', '09:00', TITLE, REST, SECOND, ADDED))
  changes = (await read<{ data: Change[] }>(stage.ask, '/v1/articles/bridge/changes?from=1&to=2')).data
})

const rowsOf = (sentence: string) => changes.filter(({ after }) => after.some(({ exact }) => exact === sentence))
const wordsOf = (sides: readonly Side[]) => sides.flatMap(({ wordings }) => wordings.map(({ text }) => text))

describe('a sentence with two claims', () => {
  test('has their own words on both sides', () => {
    expect(rowsOf(SECOND).map(({ before, after }) => [wordsOf(before), wordsOf(after)])).toEqual([
      [
        ['3 bridges were safe', '5 ferries were full'],
        ['4 bridges were safe', '8 ferries were full'],
      ],
    ])
    expect(rowsOf(ADDED).map(({ before, after }) => [wordsOf(before), wordsOf(after)])).toEqual([
      [[], ['the road was closed']],
      [[], ['the harbour was open']],
    ])
    for (const { before, after } of changes) {
      for (const { claims, wordings } of [...before, ...after]) expect(wordings.map(({ claim }) => claim)).toEqual(claims)
    }
  })

  test('gives each row the label that its claim has on that side', async () => {
    const labels = new Map<string, string>()
    for (const number of [1, 2]) {
      const { data } = await read<{ data: { number: number; label: string }[] }>(
        stage.ask,
        `/v1/articles/bridge/claims?version=${number}`,
      )
      for (const claim of data) labels.set(`${number}/${claim.number}`, claim.label)
    }
    for (const { before, after } of changes) {
      for (const { claim, label } of before.flatMap((s) => s.wordings)) expect(label).toBe(labels.get(`1/${claim}`))
      for (const { claim, label } of after.flatMap((s) => s.wordings)) expect(label).toBe(labels.get(`2/${claim}`))
    }
  })

  test('places the words in the version’s text', async () => {
    const { body } = await read<{ body: string }>(stage.ask, '/v1/articles/bridge/versions/2')
    const after = [...rowsOf(SECOND), ...rowsOf(ADDED)].flatMap((change) => change.after.flatMap((side) => side.wordings))
    expect(after.length).toBe(4)
    for (const { text, spans } of after) expect(spans.map((span) => body.slice(...span)).join(' ')).toBe(text)
  })

  test('carries one edit where it came, other sentences another', () => {
    const [edit, ...others] = new Set(rowsOf(ADDED).map((change) => change.edit))
    expect(others).toEqual([])
    expect(changes.filter((change) => change.edit === edit)).toEqual(rowsOf(ADDED))
  })

  test('is one entry of the feed, which names both claims', async () => {
    const { items } = await read<{ items: Entry[] }>(stage.ask, '/feeds/articles/bridge.json')
    const entries = items.filter(({ summary }) => summary.includes(ADDED))
    const labels = rowsOf(ADDED).flatMap(({ after }) => after.flatMap((side) => side.wordings.map(({ label }) => label)))
    expect(entries.map(({ summary }) => /Claims: (.+?)\. Version/.exec(summary)?.[1])).toEqual([labels.toReversed().join('; ')])
  })

  test('is analyzed alike without being stored', async () => {
    const answer = await well(
      stage.send('POST', '/v1/analyze/changes', {
        versions: [
          { title: TITLE, body: `${FIRST}\n\n${REST}` },
          { title: TITLE, body: [REST, SECOND, ADDED].join('\n\n') },
        ],
      }),
    )
    const analyzed = ((await answer.json()) as { changes: Change[] }).changes
    const shown = ({ edit, before, after }: Change) => [
      edit,
      [before, after].map((side) => side.map((s) => s.wordings.map(({ label, text, spans }) => ({ label, text, spans })))),
    ]
    expect(analyzed.map(shown)).toEqual(changes.map(shown))
  })
})

const ROW = { from: 1, to: 2, kinds: ['reworded'], before: [{ zone: 'body', start: 4 }], after: [{ zone: 'body', start: 9 }] }
test.each([
  ['the version', { to: 3 }],
  ['the version before', { from: null }],
  ['the kinds', { kinds: ['reworded', 'moved'] }],
  ['the place before', { before: [{ zone: 'body', start: 5 }] }],
  ['the zone after', { after: [{ zone: 'lead', start: 9 }] }],
  ['a second sentence', { after: [...ROW.after, { zone: 'body', start: 80 }] }],
  ['what it retracts', { retracts: 7 }],
])('the id of an edit differs by %s', (_, other) => {
  expect(editId({ ...ROW, ...other })).not.toBe(editId(ROW))
})

test('the id of an edit is that of each of its rows', () => {
  expect(editId({ ...ROW, kinds: [...ROW.kinds] })).toBe('1..2/body@4/body@9/reworded')
})
