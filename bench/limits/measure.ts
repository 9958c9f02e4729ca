/** Operations in processes of their own, with a heap as large as the caller says. */
import { execFile } from 'node:child_process'
import { copyFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { bundleNode } from '../../scripts/bundle.ts'
import { type Asked, type Before, type Operation, opened, version } from './operations.ts'

const FOLDER = 'dist/limits'
/** Where the search for the least heap ends, and how exact it is, in MB. */
const MOST = 2048
const STEP = 8

/** What an operation took: CPU time in seconds, and the most resident memory of the process in MB. */
export interface Taken {
  readonly seconds: number
  readonly peak: number
}

/** Bundles the program that the processes run. */
export const bundleProcess = () => bundleNode(FOLDER, { process: 'bench/limits/process.ts' }, { minify: true })

/** Sends requests to an archive in a process whose old generation has so many MB; null: it ran out of memory. */
export function run(file: string, asked: readonly Asked[], heap: number): Promise<Taken | null> {
  return new Promise((resolve, reject) => {
    const args = [`--max-old-space-size=${heap}`, join(FOLDER, 'process.js'), file]
    const child = execFile(process.execPath, args, { maxBuffer: 1e8 }, (error, stdout, stderr) => {
      if (!error) resolve(JSON.parse(stdout))
      else if (/heap out of memory|Array buffer allocation failed/.test(stderr)) resolve(null)
      else reject(new Error(stderr.slice(0, 2000)))
    })
    child.stdin?.on('error', () => {})
    child.stdin?.end(JSON.stringify(asked))
  })
}

/** The archives of a kind of texts before the operations: with none, one and two of its texts. */
export async function archivesOf(folder: string, kind: string): Promise<Record<Before, string>> {
  const [none, one, two] = [0, 1, 2].map((versions) => join(folder, `${kind}-${versions}.sqlite`)) as [string, string, string]
  await run(none, [opened], MOST)
  copyFileSync(none, one)
  await run(one, [version(kind, 1)], MOST)
  copyFileSync(one, two)
  await run(two, [version(kind, 2)], MOST)
  return [none, one, two]
}

/** Runs an operation on a copy of its archive. */
export async function tried(
  archives: Record<Before, string>,
  operation: Operation,
  kind: string,
  heap: number,
): Promise<Taken | null> {
  const file = archives[operation.before]
  const copy = `${file}.copy`
  for (const end of ['', '-wal', '-shm']) rmSync(copy + end, { force: true })
  copyFileSync(file, copy)
  operation.prepare?.(copy)
  return run(copy, operation.requests(kind, copy), heap)
}

/** The smallest heap in MB with which an operation ends, within 8 MB, and what it takes with the largest. */
export async function least(archives: Record<Before, string>, operation: Operation, kind: string, from = 128) {
  const taken = await tried(archives, operation, kind, MOST)
  if (!taken) throw new Error(`${operation.name} needs more than ${MOST} MB`)
  let [fails, holds] = [0, MOST]
  for (let heap = from; holds - fails > STEP; ) {
    const isEnough = (await tried(archives, operation, kind, heap)) !== null
    if (isEnough) holds = heap
    else fails = heap
    heap = holds === MOST ? 2 * fails : STEP * Math.ceil((fails + holds) / 2 / STEP)
  }
  return { ...taken, heap: holds }
}
