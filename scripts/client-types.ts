/** Writes the types of the typed client, as inferred from the routes, to dist/types/ for those who import `claimtrail/client`. */
import { spawnSync } from 'node:child_process'
import { rmSync, writeFileSync } from 'node:fs'

const PROJECT = 'dist/client-types.json'

rmSync('dist/types', { recursive: true, force: true })
const compilerOptions = {
  noEmit: false,
  incremental: false,
  tsBuildInfoFile: null,
  declaration: true,
  emitDeclarationOnly: true,
  rewriteRelativeImportExtensions: true,
  rootDir: '../src',
  outDir: 'types',
}
writeFileSync(
  PROJECT,
  JSON.stringify({ extends: '../tsconfig.json', compilerOptions, files: ['../src/client.ts'], include: [] }),
)
const { status } = spawnSync(process.execPath, ['node_modules/typescript/bin/tsc', '-p', PROJECT], { stdio: 'inherit' })
rmSync(PROJECT)
process.exitCode = status ?? 1
