/** `claimtrail seed` over a D1, through the app in this process. scripts/build.ts bundles it into dist/. */
import { randomUUID } from 'node:crypto'
import type { D1Database } from '@cloudflare/workers-types'
import { createApp } from '../src/app.ts'
import { appClient } from '../src/cli/archive/connection.ts'
import { run } from '../src/cli/main.ts'
import { configOf } from '../src/config.ts'
import { openD1 } from '../src/store/d1.ts'

/** Returns the exit code. */
export function seedD1(database: D1Database): Promise<number> {
  const token = randomUUID()
  const dependencies = { store: openD1(database), config: configOf({ BOOTSTRAP_TOKEN: token }), clock: Date.now }
  const app = createApp(() => dependencies)
  const client = appClient((request) => app.fetch(request), token)
  return run(['seed'], {
    version: '',
    env: process.env,
    out: process.stdout,
    err: process.stderr,
    now: () => new Date(),
    input: async () => new Uint8Array(),
    seedFolder: 'seed',
    open: async () => ({ client, close: () => {} }),
    copy: async () => {},
    serve: async () => {},
  })
}
