/** Runs the command line over this process: its streams, environment, clock and archives. */
import { readFileSync } from 'node:fs'
import { userInfo } from 'node:os'
import { buffer } from 'node:stream/consumers'
import { completeLog } from '../store/verify/complete.ts'
import { type OpenArchive, serverClient } from './archive/connection.ts'
import type { Target } from './archive/target.ts'
import { EXIT, type ExitCode, Stop } from './exit.ts'
import { run } from './main.ts'

/**
 * `packaged` returns the path of a file or folder of the package; `startServer` serves the archive that the environment names.
 * Code that opens files is loaded where it is needed: it takes most of the time that a command on a server would take.
 */
export function runProcess(packaged: (path: string) => string, startServer: () => Promise<unknown>): Promise<ExitCode> {
  // The reader of a pipe may close it before the end: `claimtrail changes | head`.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error
    process.exit()
  })
  const { version } = JSON.parse(readFileSync(packaged('package.json'), 'utf8')) as { version: string }
  return run(process.argv.slice(2), {
    version,
    env: { USER: userName(), ...process.env },
    out: process.stdout,
    err: process.stderr,
    input: () => buffer(process.stdin),
    now: () => new Date(),
    seedFolder: packaged('seed'),
    open: async (target) =>
      target.kind === 'server'
        ? { client: serverClient(target.url, target.token), close: () => {} }
        : openArchiveFile(target, packaged('migrations')),
    copy: async (archive, to) => (await withSqlite(import('./archive/file-archive.ts'))).copyArchive(archive, to),
    serve: async (settings) => {
      Object.assign(process.env, settings)
      await withSqlite(startServer())
    },
  })
}

async function openArchiveFile(
  { path, create, operator }: Target & { kind: 'file' },
  migrations: string,
): Promise<OpenArchive> {
  const { fileConnection, openFile } = await withSqlite(import('./archive/file-archive.ts'))
  const opened = openFile(path, { create, migrations })
  await completeLog(opened.store)
  return fileConnection(opened, operator, process.env)
}

/** Throws a Stop if better-sqlite3, which the package leaves to its user, is not there. */
function withSqlite<Loaded>(loading: Promise<Loaded>): Promise<Loaded> {
  return loading.catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'ERR_MODULE_NOT_FOUND') throw error
    const remedy = 'npm install better-sqlite3, or name a server with --url'
    throw new Stop(EXIT.archive, `an archive in a file needs better-sqlite3: ${remedy}`)
  })
}

/** The name of the system's user, for reviews on a file; undefined if the system has none. */
function userName(): string | undefined {
  try {
    return userInfo().username
  } catch {
    return undefined
  }
}
