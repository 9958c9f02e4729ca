/** Answers that are kept in memory: the same as those made afresh, whatever was written between. */
import { beforeAll, describe, expect, test } from 'vitest'
import { openStore } from '#harness'
import { ResponseCache } from '../../src/http/response/response-cache.ts'
import type { Store } from '../../src/store/store.ts'
import { READS } from './reads.ts'
import { type Stage, stageOver, tellStory, well } from './stage.ts'

let store: Store
let keeping: Stage
let fresh: Stage

beforeAll(async () => {
  store = await openStore()
  keeping = stageOver(store)
  fresh = stageOver(store, {}, 0)
  await tellStory(keeping)
  await well(keeping.send('POST', '/v1/articles/ferry/claims/1/reviews', { action: 'confirm' }))
})

const answerOf = async ({ ask }: Stage, path: string) => {
  const response = await ask(path)
  return [path, response.status, Object.fromEntries(response.headers), await response.text()]
}

describe.each([
  ['nothing', async () => {}],
  ['a version', () => well(keeping.ingest('ferry', '20:00', 'Ferry in Port', 'The ferry is in port.'))],
  ['a check', () => well(keeping.ingest('ferry', '21:00', 'Ferry in Port', 'The ferry is in port.'))],
  ['a late version', () => well(keeping.ingest('ferry', '09:00', 'Ferry Aground', 'A ferry ran aground.'))],
  [
    'a review',
    () => well(keeping.send('POST', '/v1/articles/ferry/claims/1/reviews', { action: 'relabel', label: 'Aground' })),
  ],
  ['other metadata', () => well(keeping.send('PATCH', '/v1/articles/ferry', { publication: 'Gazette' }))],
  [
    'a withholding',
    () => well(keeping.send('PUT', '/v1/articles/ferry/versions/1/withholding', { reason: 'a court’s order' })),
  ],
  ['a new slug', () => well(keeping.send('PATCH', '/v1/articles/ferry', { slug: 'ferry-aground' }))],
])('after %s', (_, write) => {
  test('every read answers as if nothing were kept', async () => {
    for (const [path] of READS) await keeping.ask(path)
    await write()
    for (const [path] of READS) {
      // Once where what is kept no longer holds, and once from what is kept.
      for (const _ of ['stale', 'kept']) expect(await answerOf(keeping, path)).toEqual(await answerOf(fresh, path))
    }
  })
})

test('an answer is made once while it holds', async () => {
  let lists = 0
  const counted = { ...store, batchRead: (queries: Parameters<Store['batchRead']>[0]) => ++lists && store.batchRead(queries) }
  const stage = stageOver(counted as Store)
  for (let n = 0; n < 3; n++) await well(stage.ask('/v1/claims'))
  expect(lists).toBe(1)
})

test('the answers asked for last are kept, up to a length', () => {
  const answers = new ResponseCache(3000)
  const long = (length: number) => ({ tag: '1', text: 'x'.repeat(length), headers: [] })
  const kept = () => ['/a', '/b', '/c'].map((path) => answers.get(path)?.text.length ?? 0)
  for (const path of ['/a', '/b']) answers.keep(path, long(600))
  answers.get('/a')
  answers.keep('/c', long(600))
  expect(kept()).toEqual([600, 0, 600])
  answers.keep('/a', long(2400))
  expect(kept()).toEqual([2400, 0, 0])
  answers.keep('/b', long(3000))
  expect(kept()).toEqual([0, 0, 0])
})

test('an answer counts with its address and its headers, so that a stranger cannot fill the memory with small ones', () => {
  const answers = new ResponseCache(100_000)
  const headers = [['Link', `<${'l'.repeat(400)}>`]] as const
  const paths = Array.from({ length: 1000 }, (_, n) => `/v1/articles?q=${n}${'q'.repeat(900)}`)
  for (const path of paths) answers.keep(path, { tag: '1', text: '{}', headers })
  expect(paths.filter((path) => answers.get(path)).length).toBeLessThan(60)
  answers.keep(`/v1/articles?q=${'q'.repeat(2000)}`, { tag: '1', text: '{}', headers })
  expect(answers.get(`/v1/articles?q=${'q'.repeat(2000)}`)).toBeNull()
})
