/** The worst operations on the largest texts, in processes with a bounded heap. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { archivesOf, bundleProcess, tried } from '../../bench/limits/measure.ts'
import { OPERATIONS } from '../../bench/limits/operations.ts'

/** The old generation in MB: workerd does the same with 128. */
const HEAP = 160
/** The CPU time of an invocation on Workers, in seconds. */
const CPU = 30

const folder = mkdtempSync(join(tmpdir(), 'claimtrail-limits-'))

beforeAll(bundleProcess)
afterAll(() => rmSync(folder, { recursive: true }))

const WORST = [
  'second, quite different version',
  'late version before two',
  'review that rejects a change',
  'review that merges or splits claims',
  'withholding and erasure',
  'page of the comparison',
]

describe.each(['quotations', 'list'])('texts of %s', (kind) => {
  it('fit into the memory and the time', async () => {
    const archives = await archivesOf(folder, kind)
    for (const name of WORST) {
      const operation = OPERATIONS.find((one) => one.name === name)
      if (!operation) throw new Error(`no operation is called ${name}`)
      const taken = await tried(archives, operation, kind, HEAP)
      expect(taken, name).not.toBeNull()
      expect(taken?.seconds, name).toBeLessThan(CPU)
    }
  })
})

it('a heap that does not suffice is told from one that does', async () => {
  const archives = await archivesOf(folder, 'letters')
  const [nothing] = OPERATIONS
  if (!nothing) throw new Error('no operations')
  expect(await tried(archives, nothing, 'letters', HEAP)).not.toBeNull()
  expect(await tried(archives, nothing, 'letters', 8)).toBeNull()
})
