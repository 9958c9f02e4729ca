/** Runs the command line over this process: its streams, environment, clock and archives. */
import { userInfo } from 'node:os'
import { type OpenArchive, serverClient } from './archive/connection.ts'
import type { Target } from './archive/target.ts'
import { EXIT, type ExitCode, Stop } from './exit.ts'
import { run } from './main.ts'

/** `packaged` returns the path of a folder of the package. */
export function runProcess(packaged: (folder: string) => string): Promise<ExitCode> {
  // The reader of a pipe may close it before the end: `claimtrail changes | head`.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error
    process.exit()
  })
  return run(process.argv.slice(2), {
    env: { USER: userName(), ...process.env },
    out: process.stdout,
    err: process.stderr,
    now: () => new Date(),
    seedFolder: packaged('seed'),
    open: async (target) =>
      target.kind === 'server'
        ? { client: serverClient(target.url, target.token), close: () => {} }
        : openArchiveFile(target, packaged('migrations')),
  })
}

/** Loads the server's code only where an archive is a file. Throws a Stop if better-sqlite3, which the package leaves to its user, is not there. */
async function openArchiveFile(
  { path, create, operator }: Target & { kind: 'file' },
  migrations: string,
): Promise<OpenArchive> {
  const { fileConnection, openFile } = await import('./archive/file-archive.ts').catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'ERR_MODULE_NOT_FOUND') throw error
    throw new Stop(
      EXIT.archive,
      'an archive in a file needs better-sqlite3: npm install better-sqlite3, or name a server with --url',
    )
  })
  return fileConnection(openFile(path, { create, migrations }), operator, process.env)
}

/** The name of the system's user, for reviews on a file; undefined if the system has none. */
function userName(): string | undefined {
  try {
    return userInfo().username
  } catch {
    return undefined
  }
}
