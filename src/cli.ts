#!/usr/bin/env node
/** The entry of the command line: this machine's streams, environment, clock and archives. */
import { userInfo } from 'node:os'
import { fileURLToPath } from 'node:url'
import { serverClient } from './cli/archive/connection.ts'
import { fileConnection, openFile } from './cli/archive/file-archive.ts'
import { run } from './cli/main.ts'

/** A path in the package, both from src/cli.ts and from dist/cli.js. */
const packaged = (path: string) => fileURLToPath(new URL(`../${path}`, import.meta.url))

// The reader of a pipe may close it before the end: `claimtrail changes | head`.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error
  process.exit()
})

/** The name of the system's user, for reviews on a file; undefined if the system has none. */
function userName(): string | undefined {
  try {
    return userInfo().username
  } catch {
    return undefined
  }
}

const openStore = (path: string, create: boolean) => openFile(path, { create, migrations: packaged('migrations') })

process.exitCode = await run(process.argv.slice(2), {
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
