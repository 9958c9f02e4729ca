/** An archive in a SQLite file, opened by the app in this process with full rights. */
import { existsSync, renameSync, rmSync } from 'node:fs'
import { createApp } from '../../app.ts'
import { configOf } from '../../config.ts'
import { keyName } from '../../log/given-signer.ts'
import type { Signer } from '../../log/note.ts'
import { fileSigner } from '../../runtime/log-key.ts'
import { nodeGet } from '../../runtime/node-get.ts'
import { nodePost } from '../../runtime/node-post.ts'
import { rawFolder } from '../../runtime/raw-folder.ts'
import { copySqlite, openSqlite, sqliteStore } from '../../store/sqlite.ts'
import type { Store } from '../../store/store.ts'
import type { RawStore } from '../../watching/raw-store.ts'
import { EXIT, Stop } from '../exit.ts'
import { appClient, type OpenArchive } from './connection.ts'

export interface OpenFile {
  readonly store: Store
  readonly raw: RawStore
  /** The key that signs checkpoints. */
  readonly signer: () => Promise<Signer>
  readonly close: () => void
}

/** Opens the file, and creates it if `create` says so. Throws a Stop if it cannot be opened as an archive. */
export function openFile(path: string, { create, migrations }: { create: boolean; migrations: string }): OpenFile {
  if (!create && !existsSync(path)) {
    throw new Stop(
      EXIT.archive,
      `there is no archive ${path}; name one with --archive, or make one with claimtrail ingest or seed`,
    )
  }
  try {
    const database = openSqlite(path, migrations)
    return {
      store: sqliteStore(database),
      raw: rawFolder(`${path}.raw`),
      signer: fileSigner(path, keyName(undefined)),
      close: () => database.close(),
    }
  } catch (error) {
    throw new Stop(EXIT.archive, `cannot open ${path} as an archive: ${error instanceof Error ? error.message : error}`)
  }
}

/** Copies the archive in a file to a file that does not exist. Throws a Stop. */
export async function copyArchive(path: string, to: string): Promise<void> {
  const part = `${to}.part`
  try {
    await copySqlite(path, part)
    renameSync(part, to)
  } catch (error) {
    rmSync(part, { force: true })
    throw new Stop(EXIT.archive, `cannot copy ${path} to ${to}: ${error instanceof Error ? error.message : error}`)
  }
}

/**
 * A client of the app over an open file, with the settings of `env`. Its token exists in this process only, and has the name
 * `operator`.
 */
export function fileConnection(
  { store, raw, signer, close }: OpenFile,
  operator?: string,
  env: Parameters<typeof configOf>[0] = {},
): OpenArchive {
  const secret = crypto.randomUUID()
  const config = configOf({ ...settingsIn(env), BOOTSTRAP_TOKEN: secret })
  const dependencies = {
    store,
    config: { ...config, ...(operator && { bootstrapName: operator }) },
    clock: Date.now,
    post: nodePost(config.privateHooks === true),
    get: nodeGet(config.privateCaptures === true),
    raw,
    signer,
  }
  const app = createApp(() => dependencies)
  return { client: appClient((request) => app.fetch(request), secret), close }
}

/** The settings that a command on a file obeys. */
const settingsIn = ({
  PRIVATE_HOOKS,
  PRIVATE_CAPTURES,
  CAPTURE_CONTACT,
  CAPTURE_PAUSE,
  CAPTURE_TIMEOUT,
}: Parameters<typeof configOf>[0]) => ({
  PRIVATE_HOOKS,
  PRIVATE_CAPTURES,
  CAPTURE_CONTACT,
  CAPTURE_PAUSE,
  CAPTURE_TIMEOUT,
})
