/**
 * Bundles the Node entry, its analysis thread and the command line into dist/, for Node 22 and later; packages stay in node_modules. What pages load goes
 * to dist/assets/, which the Node entry and Cloudflare's Static Assets serve.
 */
import { copyFileSync, cpSync, existsSync, rmSync, symlinkSync } from 'node:fs'
import { build } from 'esbuild'
import { bundleClient } from './client-bundle.ts'

await build({
  entryPoints: ['src/node.ts', 'src/analysis-thread.ts', 'src/cli.ts'].filter((entry) => existsSync(entry)),
  outdir: 'dist',
  bundle: true,
  packages: 'external',
  platform: 'node',
  target: 'node22',
  format: 'esm',
  sourcemap: true,
  logLevel: 'warning',
})

await bundleClient('dist/client.js')

rmSync('dist/assets', { recursive: true, force: true })
cpSync('assets', 'dist/assets', { recursive: true })
for (const file of ['swagger-ui-bundle.js', 'swagger-ui.css', 'favicon-32x32.png', 'LICENSE', 'NOTICE']) {
  copyFileSync(`node_modules/swagger-ui-dist/${file}`, `dist/assets/docs/${file}`)
}

// npx finds a package's own command among the installed ones without asking to install it. It then runs on the checkout's
// Node as well, which better-sqlite3 needs. (On Windows npx makes its own link.)
if (process.platform !== 'win32') {
  const command = 'node_modules/.bin/claimtrail'
  rmSync(command, { force: true })
  symlinkSync('../../dist/cli.js', command)
}
