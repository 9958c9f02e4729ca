/** A mixed load on the Node server: at a share of what it holds, then at several times as much, then as before; and what the archive is then. */
import { execFileSync } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { TOKEN } from '../archive.ts'
import { type Server, startServer } from '../server.ts'
import { answeredPerSecond, Connections, drained, sendAt } from './open-loop.ts'
import { cpuOf, memoryOf } from './process-figures.ts'
import { Mix } from './requests.ts'

/** How many requests are under way while it is measured what the server holds. */
export const AT_ONCE = 16
/** How often that is measured, of which the least counts, and for how many seconds. */
const CALIBRATION = { rounds: 3, seconds: 5 }
export const SHARE = 0.7
export const OVERLOAD = 4
/** The rate right after the overload, in parts of what the server holds, and for how many seconds. */
export const AFTER = { share: 0.5, seconds: 10 }
const CONNECTIONS = 64
/** An overload comes from more clients. */
const CLIENTS = 2000
/** How often memory is read, in milliseconds. */
const SAMPLE = 1000

/** A part of the load: what was answered, and in how many seconds after the last request all of it was. */
export interface Phase {
  readonly load: Connections
  readonly rest: number
  /** Resident memory of the server in MB, each second. */
  readonly memory: readonly number[]
  /** CPU time of the server in seconds. */
  readonly cpu: number
}

export interface MixedLoad {
  /** Requests a second that the server holds, by each measurement. */
  readonly holds: readonly number[]
  readonly steady: Phase
  readonly over: Phase
  readonly after: Phase
  readonly messages: number
  /** What the command tells that verifies the archive. */
  readonly verified: string
}

/** Throws where the archive does not verify at the end. */
export async function mixedLoad(seconds: number, overloaded: number): Promise<MixedLoad> {
  const folder = mkdtempSync(join(tmpdir(), 'claimtrail-mixed-'))
  const archive = join(folder, 'archive.sqlite')
  const receiver = await startReceiver()
  try {
    const server = await startServer('dist/node.js', { ARCHIVE: archive, BOOTSTRAP_TOKEN: TOKEN, PRIVATE_HOOKS: '1' })
    const found = await loaded(server, receiver.url, seconds, overloaded).finally(server.stop)
    const command = ['dist/cli.js', 'verify', '--deep', '--archive', archive]
    const verified = execFileSync(process.execPath, command, { encoding: 'utf8' })
    return { ...found, messages: receiver.count(), verified: verified.trim() }
  } finally {
    receiver.stop()
    rmSync(folder, { recursive: true })
  }
}

async function loaded(server: Server, hook: string, seconds: number, overloaded: number) {
  const mix = new Mix(server.url)
  const first = new Connections(new URL(server.url), AT_ONCE)
  for (const due of mix.before(hook)) {
    first.ask(due, performance.now())
    await drained(first)
  }
  const holds: number[] = []
  for (let round = 0; round < CALIBRATION.rounds; round++)
    holds.push(await answeredPerSecond(first, AT_ONCE, CALIBRATION.seconds, mix.next))
  first.end()
  const rate = Math.min(...holds)
  const steady = await phase(server, mix, CONNECTIONS, SHARE * rate, seconds)
  const over = await phase(server, mix, CLIENTS, OVERLOAD * rate, overloaded)
  const after = await phase(server, mix, CONNECTIONS, AFTER.share * rate, AFTER.seconds)
  return { holds, steady, over, after }
}

async function phase({ url, pid }: Server, mix: Mix, connections: number, rate: number, seconds: number): Promise<Phase> {
  const load = new Connections(new URL(url), connections)
  const before = cpuOf(pid)
  const memory: number[] = []
  const sampler = setInterval(() => memory.push(memoryOf(pid)), SAMPLE)
  await sendAt(load, rate, seconds, mix.next)
  const rest = await drained(load)
  clearInterval(sampler)
  load.end()
  return { load, rest, memory, cpu: cpuOf(pid) - before }
}

/** Takes the messages of a hook. */
async function startReceiver() {
  let messages = 0
  const server = createServer((request, response) => {
    messages++
    request.resume().on('end', () => response.writeHead(204).end())
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  return { url: `http://127.0.0.1:${port}/`, count: () => messages, stop: () => void server.close().closeAllConnections() }
}
