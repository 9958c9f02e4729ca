/**
 * `npm run package`: the package that others install, as a tarball in dist/. It has the command line and the typed client, each with all it
 * needs but better-sqlite3, which only archives in a file need.
 */
import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createApp } from '../src/app.ts'
import { configOf } from '../src/config.ts'
import { bundleClient, bundleNode, licensesOf } from './bundle.ts'
import { clientTypes, type OpenApi } from './client-types.ts'

const PACKAGE = 'dist/package'

const app = createApp(() => ({ store: {} as never, config: configOf({}), clock: Date.now }))
const document = (await (await app.request('/openapi.json')).json()) as OpenApi

const { name, version, description, license, engines, exports, dependencies } = JSON.parse(readFileSync('package.json', 'utf8'))
const manifest = {
  name,
  version,
  description,
  license,
  type: 'module',
  bin: { claimtrail: 'dist/cli.js' },
  exports: { './client': { types: './dist/client.d.ts', default: exports['./client'] } },
  engines,
  files: ['dist', 'migrations', 'seed'],
  peerDependencies: { 'better-sqlite3': dependencies['better-sqlite3'] },
  peerDependenciesMeta: { 'better-sqlite3': { optional: true } },
}

await import('./build.ts')
rmSync(PACKAGE, { recursive: true, force: true })
mkdirSync(`${PACKAGE}/dist`, { recursive: true })
const entries = { node: 'src/node.ts', 'analysis-thread': 'src/analysis-thread.ts', cli: 'src/cli.ts' }
const packages = await bundleNode(`${PACKAGE}/dist`, entries, { minify: true })
await bundleClient(`${PACKAGE}/dist/client.js`)
for (const folder of ['dist/assets', 'migrations', 'seed']) cpSync(folder, `${PACKAGE}/${folder}`, { recursive: true })
for (const file of ['README.md', 'LICENSE']) cpSync(file, `${PACKAGE}/${file}`)
writeFileSync(`${PACKAGE}/dist/LICENSES`, licensesOf(packages))
writeFileSync(`${PACKAGE}/dist/client.d.ts`, clientTypes(document))
writeFileSync(`${PACKAGE}/package.json`, `${JSON.stringify(manifest, null, 2)}\n`)

const pack = ['pack', `./${PACKAGE}`, '--pack-destination', 'dist']
const { status } = spawnSync('npm', pack, { stdio: ['ignore', 'inherit', 'inherit'], shell: process.platform === 'win32' })
process.exitCode = status ?? 1
