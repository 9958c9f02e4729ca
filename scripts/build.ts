/**
 * Bundles the Node entry, its analysis thread and the command line into dist/. The files that pages load go to dist/assets/, which the Node
 * entry and Cloudflare's Static Assets serve.
 */
import { copyFileSync, cpSync, mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { PROTECTIVE_HEADERS } from '../src/web/protective-headers.ts'
import { bundleClient, bundleNode } from './bundle.ts'
import { staticFiles, writeStyleModule } from './style-name.ts'

writeStyleModule()

const entries = {
  node: 'src/node.ts',
  'analysis-thread': 'src/analysis-thread.ts',
  cli: 'src/cli.ts',
  'seed-d1': 'scripts/seed-d1.ts',
}
await Promise.all([bundleNode('dist', entries, { minify: false }), bundleClient('dist/client.js')])

rmSync('dist/assets', { recursive: true, force: true })
cpSync('assets/docs', 'dist/assets/docs', { recursive: true })
for (const file of ['swagger-ui-bundle.js', 'swagger-ui.css', 'favicon-32x32.png', 'LICENSE', 'NOTICE']) {
  copyFileSync(`node_modules/swagger-ui-dist/${file}`, `dist/assets/docs/${file}`)
}

// The names of the files in /static have a hash. The Node entry sets the same headers.
mkdirSync('dist/assets/static')
for (const [file, address] of staticFiles()) copyFileSync(file, `dist/assets${address}`)
const protective = Object.entries(PROTECTIVE_HEADERS).map(([name, value]) => `  ${name}: ${value}\n`)
writeFileSync(
  'dist/assets/_headers',
  `/*\n${protective.join('')}/static/*\n  Cache-Control: public, max-age=31536000, immutable\n`,
)

// npx takes a command from node_modules/.bin as it is. Had package.json a `bin`, npx would install and build the checkout before each call.
const command = 'node_modules/.bin/claimtrail'
rmSync(command, { force: true })
if (process.platform === 'win32') writeFileSync(`${command}.cmd`, '@node "%~dp0\\..\\..\\dist\\cli.js" %*\r\n')
else symlinkSync('../../dist/cli.js', command)
