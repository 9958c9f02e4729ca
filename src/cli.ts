#!/usr/bin/env node
/** The entry of the command line: this machine's streams, environment, clock and archives. */
import { userInfo } from 'node:os'
import { fileURLToPath } from 'node:url'
import { serverConnection } from './cli/archive/connection.ts'
import { fileConnection, openFile } from './cli/archive/file-archive.ts'
import { run } from './cli/main.ts'

/** As well from src/cli.ts as from dist/cli.js. */
const packaged = (path: string) => fileURLToPath(new URL(`../${path}`, import.meta.url))

// A reader that has seen enough (`claimtrail changes | head`) closes the pipe.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error
  process.exit()
})

/** The name of the system's user, in whose name reviews of a file are made; undefined where the system has none. */
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
  open: async (place) =>
    place.kind === 'server'
      ? { request: serverConnection(place.url, place.token), close: () => {} }
      : fileConnection(openStore(place.path, place.create), place.operator, process.env),
})
