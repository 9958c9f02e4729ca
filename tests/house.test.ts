/** The rules of the house: which part may import which, and how large a file may grow. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join, normalize } from 'node:path'
import { describe, expect, it, test } from 'vitest'

/** The parts of src/ and the arrows between them: entries → app → http, dashboard → verbs → store, capture → core. */
const ARROWS: Record<string, readonly string[]> = {
  entry: ['entry', 'app', 'verb', 'store', 'capture', 'core', 'base'],
  app: ['http', 'dashboard', 'verb', 'store', 'core', 'base'],
  http: ['http', 'verb', 'store', 'capture', 'core', 'base'],
  dashboard: ['dashboard', 'verb', 'store', 'capture', 'core', 'base'],
  verb: ['verb', 'store', 'capture', 'core', 'base'],
  store: ['store', 'core', 'base'],
  capture: ['capture', 'core', 'base'],
  core: ['core'],
  base: ['base'],
}

/** Packages that only some files may import, by the start of their name. */
const PACKAGES: readonly { readonly name: string; readonly only: RegExp }[] = [
  { name: 'drizzle-orm', only: /^src\/store\// },
  { name: 'better-sqlite3', only: /^src\/store\/sqlite[^/]*\.ts$/ },
  { name: 'hono', only: /^src\/(http|dashboard)\/|^src\/(app|client|worker|node)\.ts$/ },
  { name: 'hono-openapi', only: /^src\/http\/|^src\/app\.ts$/ },
  { name: '@hono/', only: /^src\/(http|dashboard)\/|^src\/(app|worker|node)\.ts$/ },
  { name: 'node:', only: /^src\/(node|node-post|cli)\.ts$|^src\/cli\/|^src\/store\/sqlite[^/]*\.ts$/ },
]

function partOf(path: string): string {
  const folder = /^src\/(core|store|capture|http|dashboard)\//.exec(path)?.[1]
  if (folder) return folder
  if (/^src\/(worker|node|node-post|cli)\.ts$|^src\/cli\//.test(path)) return 'entry'
  if (path === 'src/app.ts' || path === 'src/client.ts') return 'app'
  if (path === 'src/config.ts' || path === 'src/failure.ts') return 'base'
  return 'verb'
}

/** What a file imports and exports from, types included. */
function importsOf(source: string): string[] {
  const pattern = /^(?:import|export)\b[^'"`;]*?\bfrom\s*'([^']+)'|^import\s*'([^']+)'|\bimport\(\s*'([^']+)'\s*\)/gm
  return [...source.matchAll(pattern)].map((match) => match[1] ?? match[2] ?? match[3] ?? '')
}

/** Why `path` may not import `specifier`, or null if it may. */
function broken(path: string, specifier: string): string | null {
  const from = partOf(path)
  if (specifier.startsWith('.')) {
    const to = partOf(normalize(join(dirname(path), specifier)))
    return ARROWS[from]?.includes(to) ? null : `${path} (${from}) imports ${specifier} (${to})`
  }
  if (from === 'core') return `${path} (core) imports ${specifier}`
  const limit = PACKAGES.find(
    ({ name }) => specifier === name || specifier.startsWith(name.endsWith('/') || name.endsWith(':') ? name : `${name}/`),
  )
  return !limit || limit.only.test(path) ? null : `${path} (${from}) imports ${specifier}`
}

const sources = readdirSync('src', { recursive: true, encoding: 'utf8' })
  .filter((name) => /\.tsx?$/.test(name))
  .map((name) => {
    const path = join('src', name)
    return { path, text: readFileSync(path, 'utf8') }
  })

describe('the arrows of the house', () => {
  it.each([
    ['src/core/text/sentences.ts', '../claims/cue.ts', true],
    ['src/core/text/sentences.ts', '../../store/schema.ts', false],
    ['src/core/article.ts', '../ingest.ts', false],
    ['src/core/article.ts', 'node:crypto', false],
    ['src/core/article.ts', 'zod', false],
    ['src/store/versions.ts', '../core/article.ts', true],
    ['src/store/versions.ts', '../ingest.ts', false],
    ['src/store/versions.ts', '../http/versions.ts', false],
    ['src/store/versions.ts', 'drizzle-orm/sqlite-core', true],
    ['src/store/versions.ts', 'better-sqlite3', false],
    ['src/store/sqlite.ts', 'better-sqlite3', true],
    ['src/ingest.ts', './store/versions.ts', true],
    ['src/ingest.ts', './http/versions.ts', false],
    ['src/ingest.ts', './app.ts', false],
    ['src/ingest.ts', 'hono', false],
    ['src/ingest.ts', 'hono-openapi', false],
    ['src/http/versions.ts', '../ingest.ts', true],
    ['src/http/versions.ts', '../dashboard/page.tsx', false],
    ['src/http/versions.ts', 'drizzle-orm', false],
    ['src/http/versions.ts', 'node:fs', false],
    ['src/http/versions.ts', '../worker.ts', false],
    ['src/app.ts', './http/versions.ts', true],
    ['src/failure.ts', './ingest.ts', false],
    ['src/worker.ts', './app.ts', true],
  ])('%s → %s: %s', (path, specifier, allowed) => {
    expect(broken(path, specifier) === null).toBe(allowed)
  })

  it('finds imports of every form', () => {
    const text = `import 'a'\nimport type { B } from 'b'\nexport * from 'c'\nimport {\n  d,\n} from 'd'\nconst e = await import('e')\nlet f: import('f').F`
    expect(importsOf(text)).toEqual(['a', 'b', 'c', 'd', 'e', 'f'])
  })

  it('hold in src/', () => {
    const wrong = sources.flatMap(({ path, text }) => importsOf(text).flatMap((specifier) => broken(path, specifier) ?? []))
    expect(wrong).toEqual([])
  })
})

test('no file of src/ is longer than 250 lines, word lists aside', () => {
  const long = sources.filter(({ path, text }) => !/\/lexicon\//.test(path) && text.split('\n').length > 251)
  expect(long.map(({ path }) => path)).toEqual([])
})

test('npm scripts run on the Node that the checkout brings', () => {
  const { devDependencies } = JSON.parse(readFileSync('package.json', 'utf8')) as { devDependencies: { node: string } }
  expect(process.versions.node).toBe(devDependencies.node)
})

describe.runIf(existsSync('README.md'))('README.md', () => {
  const readme = existsSync('README.md') ? readFileSync('README.md', 'utf8') : ''

  it.each(['npm ci', 'npm start', 'npm test', 'npm run start:node', 'npm run test:browser', 'npm run bench', 'npm run deploy'])(
    'says what `%s` does',
    (command) => expect(readme).toContain(command),
  )

  it('names every setting', () => {
    const config = existsSync('src/config.ts') ? readFileSync('src/config.ts', 'utf8') : ''
    const settings = [...config.matchAll(/^ {2}([A-Z][A-Z_]+): \{/gm)].map((match) => match[1] ?? '')
    expect(settings.filter((name) => !readme.includes(name))).toEqual([])
  })
})
