/** Comparing over HTTP: the unified diff. */
import { beforeAll, expect, test } from 'vitest'
import { openStore } from '#harness'
import { type Stage, stageOver, well } from '../stage.ts'

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
