/** Bundles the Node entry and the command line into dist/, for Node 22 and later; packages stay in node_modules. */
import { existsSync } from 'node:fs'
import { build } from 'esbuild'

await build({
  entryPoints: ['src/node.ts', 'src/cli.ts'].filter((entry) => existsSync(entry)),
  outdir: 'dist',
  bundle: true,
  packages: 'external',
  platform: 'node',
  target: 'node22',
  format: 'esm',
  sourcemap: true,
  logLevel: 'warning',
})
