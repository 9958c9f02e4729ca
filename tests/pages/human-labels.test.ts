/** A claim that a person named has that name on the pages of changes, comparisons and other claims, and in feeds. */
import { beforeAll, expect, test } from 'vitest'
import { openStore } from '#harness'
import { read, type Stage, stageOver, well } from '../http/stage.ts'

const [PLAN, NEWS, NAMED] = [
  'The council plans to close the bridge.',
  'The council has closed the bridge.',
  'Bridge shut by council',
]

interface Change {
  readonly id: number
  readonly kinds: readonly string[]
  readonly before: readonly Side[]
  readonly after: readonly Side[]
}
interface Side {
  readonly wordings: readonly { readonly claim: number; readonly label: string; readonly human_label: string | null }[]
}

let stage: Stage
let older: Side['wordings'][number]
let newer: Side['wordings'][number]

const overtaken = async () => {
  const { data } = await read<{ data: Change[] }>(stage.ask, '/v1/changes?kind=superseded')
  return data[0] as Change
}

beforeAll(async () => {
  stage = stageOver(await openStore())
  await well(stage.send('POST', '/v1/articles', { slug: 'bridge', title: 'The Bridge' }))
  await well(stage.ingest('bridge', '08:00', 'The Bridge', PLAN, 'The river is high.'))
  await well(stage.ingest('bridge', '09:00', 'The Bridge', NEWS, 'The river is high.'))
  await well(stage.ingest('bridge', '10:00', 'The Bridge', NEWS, 'The river is low.'))
  const { before, after } = await overtaken()
  older = before[0]?.wordings[0] as typeof older
  newer = after[0]?.wordings[0] as typeof newer
  await well(stage.send('POST', `/v1/articles/bridge/claims/${newer.claim}/reviews`, { action: 'relabel', label: NAMED }))
})

test('the JSON keeps the label that the engine set, beside the name', async () => {
  const { before, after } = await overtaken()
  expect(after[0]?.wordings).toMatchObject([{ label: newer.label, human_label: NAMED }])
  expect(before[0]?.wordings).toMatchObject([{ label: older.label, human_label: null }])
})

test.each([
  () => '/changes',
  () => '/a/bridge/changes',
  () => '/a/bridge/compare/1..2',
  () => '/a/bridge/compare/1..3',
  () => `/a/bridge/claims/${older.claim}`,
  () => `/embed/a/bridge/claims/${older.claim}`,
  () => '/feeds/changes.atom',
])('%s', async (path) => {
  const text = await (await well(stage.ask(path()))).text()
  expect(text).toContain(NAMED)
  expect(text).not.toContain(newer.label)
})
