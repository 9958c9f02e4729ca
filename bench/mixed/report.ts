/**
 * `npm run bench -- mixed [seconds]`: reads, ingests, checks, reviews and a hook on Node at 70 % of what the server holds, then four times as
 * much as it holds for a tenth of the time, and how soon it answers as before. At the end the archive is verified.
 */
import type { Report } from '../analysis.ts'
import { AFTER, AT_ONCE, mixedLoad, OVERLOAD, type Phase, SHARE } from './measure.ts'
import type { Connections } from './open-loop.ts'

const WRITES = ['ingest', 'check', 'review']
/** Memory is compared at these shares of the time. */
const [EARLY, LATE] = [0.2, 0.9]

export async function reportMixed(report: Report, seconds: number): Promise<void> {
  const { holds, steady, over, after, messages, verified } = await mixedLoad(seconds, seconds / 10)
  const rates = holds.map((rate) => rate.toFixed(0)).join(', ')
  report(`requests a second that it holds, ${AT_ONCE} at once`, Math.min(...holds).toFixed(0), rates)
  report(`${seconds} s at ${SHARE} of it: requests`, String(countOf(steady.load)), `${messages} messages to the hook`)
  reportPhase(report, steady, seconds)
  report(`${seconds / 10} s at ${OVERLOAD} times as much: requests`, String(countOf(over.load)))
  reportPhase(report, over, seconds / 10)
  report(`${AFTER.seconds} s at ${AFTER.share} of it, right afterwards: requests`, String(countOf(after.load)))
  reportPhase(report, after, AFTER.seconds)
  for (const line of verified.split('\n')) report(`verify --deep: ${line}`, '')
}

function reportPhase(report: Report, { load, memory, cpu, rest }: Phase, seconds: number): void {
  for (const [name, times] of timesOf(load)) {
    const sorted = times.sort((a, b) => a - b)
    const at = (share: number) => `${(sorted[Math.floor(share * (sorted.length - 1))] ?? Number.NaN).toFixed(0)}`
    report(`  ${name}: median, p99, longest`, `${at(0.5)}, ${at(0.99)}, ${at(1)} ms`, String(times.length))
  }
  report(
    '  until the last was answered, CPU of the server',
    `${rest.toFixed(1)} s`,
    `${((100 * cpu) / seconds).toFixed(0)} % of a core`,
  )
  report('  memory, at a fifth and at the end', `${mean(memory, EARLY)} → ${mean(memory, LATE)} MB`, 'level')
  for (const fault of load.faults.slice(0, 5)) report(`  ${fault}`, '')
}

const countOf = ({ answers }: Connections): number =>
  [...answers.values()].flatMap((byStatus) => [...byStatus.values()]).reduce((sum, times) => sum + times.length, 0)

/** The times of reads, of writes, and of what was refused. */
function timesOf({ answers }: Connections): Map<string, number[]> {
  const groups = new Map<string, number[]>()
  for (const [kind, byStatus] of answers) {
    for (const [status, times] of byStatus) {
      const isGood = status >= 200 && status < 400
      const name = isGood ? (WRITES.includes(kind) ? 'writes' : 'reads') : `answers ${status}`
      groups.set(name, (groups.get(name) ?? []).concat(times))
    }
  }
  return groups
}

/** The mean of the tenth of the samples that begins at a share of them. */
function mean(values: readonly number[], share: number): string {
  const part = values.slice(Math.floor(share * values.length), Math.ceil((share + 0.1) * values.length))
  return (part.reduce((sum, value) => sum + value, 0) / part.length).toFixed(0)
}
