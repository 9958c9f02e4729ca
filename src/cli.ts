#!/usr/bin/env node
/** The entry of the command line. It loads the rest only where it can run. */
import { fileURLToPath } from 'node:url'

const OLDEST_NODE = 22

/** A path in the package, both from src/cli.ts and from dist/cli.js. */
const packaged = (path: string) => fileURLToPath(new URL(`../${path}`, import.meta.url))

if (Number.parseInt(process.versions.node, 10) < OLDEST_NODE) {
  process.stderr.write(`claimtrail: this is Node ${process.versions.node}; it needs Node ${OLDEST_NODE} or newer\n`)
  process.exitCode = 3
} else {
  const { runProcess } = await import('./cli/process.ts')
  process.exitCode = await runProcess(packaged)
}
