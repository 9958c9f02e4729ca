#!/usr/bin/env node
/** The entry of the command line. It loads the rest only where it can run. */
import { fileURLToPath } from 'node:url'

/** As `engines` in package.json: better-sqlite3 ends the process of an older one. */
const OLDEST_NODE = [22, 14] as const

/** A path in the package, both from src/cli.ts and from dist/cli.js. */
const packaged = (path: string) => fileURLToPath(new URL(`../${path}`, import.meta.url))

const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
if (major < OLDEST_NODE[0] || (major === OLDEST_NODE[0] && minor < OLDEST_NODE[1])) {
  process.stderr.write(`claimtrail: this is Node ${process.versions.node}; it needs Node ${OLDEST_NODE.join('.')} or newer\n`)
  process.exitCode = 3
} else {
  const { runProcess } = await import('./cli/process.ts')
  // A server that cannot start has set its own.
  const code = await runProcess(packaged, () => import('./node.ts'))
  process.exitCode ??= code
}
