/**
 * Bundles the Node entry, its analysis thread and the command line into dist/; packages stay in node_modules. The files that pages load go to
 * dist/assets/, which the Node entry and Cloudflare's Static Assets serve.
 */
import { copyFileSync, cpSync, mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { build } from 'esbuild'
import { bundleClient } from './client-bundle.ts'
import { staticFiles, writeStyleModule } from './style-name.ts'

writeStyleModule()

await Promise.all([
  build({
    entryPoints: [
      { in: 'src/node.ts', out: 'node' },
      { in: 'src/analysis-thread.ts', out: 'analysis-thread' },
      { in: 'src/cli.ts', out: 'cli' },
      { in: 'scripts/seed-d1.ts', out: 'seed-d1' },
    ],
    outdir: 'dist',
    bundle: true,
    packages: 'external',
    platform: 'node',
    target: 'node22',
    format: 'esm',
    sourcemap: true,
    logLevel: 'warning',
  }),
  bundleClient('dist/client.js'),
])

rmSync('dist/assets', { recursive: true, force: true })
cpSync('assets/docs', 'dist/assets/docs', { recursive: true })
for (const file of ['swagger-ui-bundle.js', 'swagger-ui.css', 'favicon-32x32.png', 'LICENSE', 'NOTICE']) {
  copyFileSync(`node_modules/swagger-ui-dist/${file}`, `dist/assets/docs/${file}`)
}

// The names of these files have a hash. The Node entry sets the same header.
mkdirSync('dist/assets/static')
for (const [file, address] of staticFiles()) copyFileSync(file, `dist/assets${address}`)
writeFileSync('dist/assets/_headers', '/static/*\n  Cache-Control: public, max-age=31536000, immutable\n')

// npx finds a package's own command among the installed ones without asking to install it. It then runs on the checkout's
// Node as well, which better-sqlite3 needs. (On Windows npx makes its own link.)
if (process.platform !== 'win32') {
  const command = 'node_modules/.bin/claimtrail'
  rmSync(command, { force: true })
  symlinkSync('../../dist/cli.js', command)
}
