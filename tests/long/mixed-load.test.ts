/** Twenty seconds of reads and writes on Node, and then more than it holds: nothing fails, what is refused is told so, and the archive verifies. */
import { expect, test } from 'vitest'
import { mixedLoad } from '../../bench/mixed/measure.ts'

const SECONDS = 20
const OVERLOADED = 5

test('a mixed load and an overload leave a whole archive', async () => {
  const { steady, over, after, verified } = await mixedLoad(SECONDS, OVERLOADED)
  for (const { load } of [steady, over, after]) {
    expect(load.faults).toEqual([])
    for (const kind of ['read', 'conditional', 'search', 'compare', 'feed', 'ingest'])
      expect(load.answers.has(kind), kind).toBe(true)
    const statuses = new Set([...load.answers.values()].flatMap((byStatus) => [...byStatus.keys()]))
    expect([...statuses].filter((status) => ![200, 201, 304, 503].includes(status))).toEqual([])
  }
  expect(verified).toMatch(/^root /m)
})
