/** Requests a second as a client measures that takes little CPU beside the server: wrk where it is installed, else a process of ours. */
import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { CONNECTIONS, SECONDS } from './load.ts'

const run = promisify(execFile)
let isInstalled: Promise<boolean> | null = null

/** The client that measures. */
export const clientName = async (): Promise<string> => ((await hasWrk()) ? 'wrk' : 'a process of its own')

/** How often a second the paths are answered well, asked in turn. Throws where an answer is neither a 2xx nor a 304. */
export async function readsPerSecond(
  server: string,
  paths: readonly string[],
  headers: Readonly<Record<string, string>> = {},
): Promise<number> {
  return (await hasWrk()) ? withWrk(server, paths, headers) : withProcess(server, paths, headers)
}

function hasWrk(): Promise<boolean> {
  isInstalled ??= run('wrk', ['-v']).then(
    () => true,
    // It ends with 1 where it tells its version.
    (error: { code?: unknown }) => error.code === 1,
  )
  return isInstalled
}

async function withWrk(server: string, paths: readonly string[], headers: Readonly<Record<string, string>>): Promise<number> {
  const folder = mkdtempSync(join(tmpdir(), 'claimtrail-wrk-'))
  const script = join(folder, 'turns.lua')
  const lines = ['local paths = {', ...paths.map((path) => `  ${JSON.stringify(path)},`), '}', 'local next = 0']
  const turn = 'function request() next = next % #paths + 1 return wrk.format("GET", paths[next]) end'
  writeFileSync(script, [...lines, turn].join('\n'))
  try {
    const given = Object.entries(headers).flatMap(([name, value]) => ['-H', `${name}: ${value}`])
    const { stdout } = await run('wrk', [
      '-t1',
      `-c${CONNECTIONS}`,
      `-d${SECONDS}s`,
      '--timeout',
      '60s',
      ...given,
      '-s',
      script,
      server,
    ])
    const failed = /Non-2xx or 3xx responses: \d+|Socket errors: (?!connect 0, read 0, write 0).*/.exec(stdout)
    if (failed) throw new Error(`${server}${paths[0]}: ${failed[0]}`)
    return Number(/^Requests\/sec:\s*([\d.]+)/m.exec(stdout)?.[1])
  } finally {
    rmSync(folder, { recursive: true })
  }
}

async function withProcess(
  server: string,
  paths: readonly string[],
  headers: Readonly<Record<string, string>>,
): Promise<number> {
  const running = run(process.execPath, ['bench/load-process.ts'])
  running.child.stdin?.end(JSON.stringify({ server, paths, headers }))
  const { stdout } = await running
  return Number(stdout)
}
