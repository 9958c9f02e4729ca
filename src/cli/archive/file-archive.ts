/** An archive that is a SQLite file, opened in this process: the app that a server runs, with full rights. */
import { existsSync } from 'node:fs'
import { createApp } from '../../app.ts'
import { configOf } from '../../config.ts'
import { nodePost } from '../../runtime/node-post.ts'
import { openSqlite, sqliteStore } from '../../store/sqlite.ts'
import type { Store } from '../../store/store.ts'
import { EXIT, Stop } from '../exit.ts'
import { appConnection, type OpenArchive } from './connection.ts'

/** What better-sqlite3 runs on; an older Node would end without a word. */
const LEAST_NODE = 22

export interface OpenFile {
  readonly store: Store
  readonly close: () => void
}

/** Opens the file, and creates it if `create` allows that. Throws a Stop if there is no archive to open. */
export function openFile(path: string, { create, migrations }: { create: boolean; migrations: string }): OpenFile {
  if (Number.parseInt(process.versions.node, 10) < LEAST_NODE) {
    throw new Stop(EXIT.archive, `an archive file needs Node ${LEAST_NODE} or newer; this is ${process.versions.node}`)
  }
  if (!create && !existsSync(path)) {
    throw new Stop(
      EXIT.archive,
      `there is no archive ${path}; name one with --archive, or make one with claimtrail ingest or seed`,
    )
  }
  try {
    const database = openSqlite(path, migrations)
    return { store: sqliteStore(database), close: () => database.close() }
  } catch (error) {
    throw new Stop(EXIT.archive, `cannot open ${path} as an archive: ${error instanceof Error ? error.message : error}`)
  }
}

/**
 * The app over an open file, with the settings of `env`. Its requests carry a token that only this process knows, in the name of
 * `operator`.
 */
export function fileConnection(
  { store, close }: OpenFile,
  operator?: string,
  env: Parameters<typeof configOf>[0] = {},
): OpenArchive {
  const secret = crypto.randomUUID()
  const config = configOf({ BOOTSTRAP_TOKEN: secret, PRIVATE_HOOKS: env.PRIVATE_HOOKS })
  const dependencies = {
    store,
    config: { ...config, ...(operator && { bootstrapName: operator }) },
    clock: Date.now,
    post: nodePost(config.privateHooks === true),
  }
  const app = createApp(() => dependencies)
  const request = appConnection((sent) => {
    sent.headers.set('authorization', `Bearer ${secret}`)
    return app.fetch(sent)
  })
  return { request, close }
}
