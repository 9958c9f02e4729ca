/** `npm run bench -- limits [kind]`: the least heap and the CPU time that operations on the largest texts take on
 * Node, each in a process of its own, and whether workerd does them with the heap of a Worker. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Report } from '../analysis.ts'
import { inWorkerd } from './in-workerd.ts'
import { archivesOf, bundleProcess, least } from './measure.ts'
import { OPERATIONS } from './operations.ts'
import { TEXTS } from './texts.ts'

/** What a Worker has. */
const HEAP = 128
const BOUNDS = `≤ ${HEAP} MB, ≤ 30 s`

export async function reportLimits(report: Report, only?: string): Promise<void> {
  await bundleProcess()
  const folder = mkdtempSync(join(tmpdir(), 'claimtrail-limits-'))
  try {
    for (const kind of Object.keys(TEXTS).filter((name) => only === undefined || name === only)) {
      report(`texts of ${kind}: least old generation, CPU`, '', BOUNDS)
      const archives = await archivesOf(folder, kind)
      for (const operation of OPERATIONS) {
        const { heap, seconds } = await least(archives, operation, kind)
        const peak = await inWorkerd(archives, operation, kind, HEAP)
        const worker = peak === null ? `no, with a heap of ${HEAP} MB` : `yes, ${peak.toFixed(0)} MB resident`
        report(`  ${operation.name}`, `${heap} MB`, `${`${seconds.toFixed(1)} s`.padEnd(10)}in workerd: ${worker}`)
      }
    }
  } finally {
    rmSync(folder, { recursive: true })
  }
}
