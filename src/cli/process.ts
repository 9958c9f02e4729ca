/** Runs the command line over this process: its streams, environment, clock and archives. */
import { userInfo } from 'node:os'
import { serverClient } from './archive/connection.ts'
import { fileConnection, openFile } from './archive/file-archive.ts'
import type { ExitCode } from './exit.ts'
import { run } from './main.ts'

/** `packaged` returns the path of a folder of the package. */
export function runProcess(packaged: (folder: string) => string): Promise<ExitCode> {
  // The reader of a pipe may close it before the end: `claimtrail changes | head`.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error
    process.exit()
  })
  const openStore = (path: string, create: boolean) => openFile(path, { create, migrations: packaged('migrations') })
  return run(process.argv.slice(2), {
    env: { USER: userName(), ...process.env },
    out: process.stdout,
    err: process.stderr,
    now: () => new Date(),
    seedFolder: packaged('seed'),
    open: async (target) =>
      target.kind === 'server'
        ? { client: serverClient(target.url, target.token), close: () => {} }
        : fileConnection(openStore(target.path, target.create), target.operator, process.env),
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
