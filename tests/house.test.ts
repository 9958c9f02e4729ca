/** The rules of the house: which room may import which, how large a room, a file and a function may grow, and how things are named. */
import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, dirname, join, normalize, resolve } from 'node:path'
import { describe, expect, it, onTestFinished, test } from 'vitest'

/** The layers of src/ and the arrows between them. Inside `core`, `store` and `cli` the rooms have no order but that of no cycle. */
const ARROWS: Record<string, readonly string[]> = {
  entry: ['entry', 'app', 'cli', 'http', 'runtime', 'hooks', 'watching', 'web', 'store', 'log', 'base'],
  cli: [
    'cli',
    'client',
    'app',
    'http',
    'runtime',
    'recording',
    'reviews',
    'reading',
    'hooks',
    'auth',
    'watching',
    'web',
    'addresses',
    'store',
    'log',
    'core',
    'base',
  ],
  client: ['http'],
  app: ['pages', 'http', 'runtime', 'hooks', 'watching', 'web', 'auth', 'store', 'core', 'base'],
  pages: ['pages', 'http', 'reading', 'watching', 'auth', 'store', 'core', 'base'],
  http: [
    'http',
    'recording',
    'reviews',
    'reading',
    'hooks',
    'watching',
    'capture',
    'web',
    'auth',
    'addresses',
    'store',
    'log',
    'core',
    'base',
  ],
  runtime: ['runtime', 'hooks', 'watching', 'web', 'addresses', 'store', 'log', 'base'],
  reviews: ['reviews', 'recording', 'store', 'core', 'base'],
  reading: ['reading', 'recording', 'store', 'log', 'core', 'base'],
  hooks: ['hooks', 'recording', 'addresses', 'store', 'core', 'base'],
  watching: ['watching', 'recording', 'capture', 'web', 'addresses', 'store', 'core', 'base'],
  capture: ['capture', 'core'],
  web: ['web', 'addresses', 'base'],
  auth: ['auth', 'store', 'base'],
  recording: ['recording', 'store', 'core', 'base'],
  store: ['store', 'addresses', 'log', 'core', 'base'],
  log: ['log'],
  addresses: ['addresses'],
  core: ['core'],
  base: ['base'],
}

/** Packages that only some files may import, by the start of their name. */
const PACKAGES: readonly { readonly name: string; readonly only: RegExp }[] = [
  { name: 'drizzle-orm', only: /^src\/store\// },
  { name: 'better-sqlite3', only: /^src\/store\/sqlite[^/]*\.ts$/ },
  { name: 'hono', only: /^src\/(?:http|pages)\/|^src\/(app|client|worker|node)\.ts$/ },
  { name: 'hono-openapi', only: /^src\/http\/|^src\/app\.ts$/ },
  { name: '@hono/', only: /^src\/http\/|^src\/(app|worker|node)\.ts$/ },
  { name: '@modelcontextprotocol/', only: /^src\/http\/mcp\// },
  { name: 'jose', only: /^src\/auth\// },
  { name: 'linkedom', only: /^src\/capture\// },
  { name: '@mozilla/readability', only: /^src\/capture\// },
  { name: 'defuddle', only: /^src\/capture\// },
  { name: 'node:', only: /^src\/(node|cli)\.ts$|^src\/(cli|runtime)\/|^src\/store\/sqlite[^/]*\.ts$/ },
]

function layerOf(path: string): string {
  const [, top = '', more] = path.split('/')
  if (more !== undefined) return top === 'settings' ? 'base' : top
  if (/^(worker|node|analysis-thread|cli)\.ts$/.test(top)) return 'entry'
  if (top === 'app.ts') return 'app'
  return top === 'client.ts' ? 'client' : 'base'
}

/** Specifiers that a file imports and exports from, types included. */
function importsOf(source: string): string[] {
  const pattern = /^(?:import|export)\b[^'"`;]*?\bfrom\s*'([^']+)'|^import\s*'([^']+)'|\bimport\(\s*'([^']+)'\s*\)/gm
  return [...source.matchAll(pattern)].map((match) => match[1] ?? match[2] ?? match[3] ?? '')
}

/** Why `path` may not import `specifier`, or null if it may. */
function broken(path: string, specifier: string): string | null {
  const from = layerOf(path)
  if (specifier.startsWith('.')) {
    const to = layerOf(normalize(join(dirname(path), specifier)))
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

const edges = sources.flatMap(({ path, text }) =>
  importsOf(text).flatMap((specifier): [string, string][] =>
    specifier.startsWith('.') ? [[path, normalize(join(dirname(path), specifier))]] : [],
  ),
)

/** The nodes that lie on a cycle, by Kahn's algorithm run from both ends: what can never be taken off, sorted. */
function onCycles(arrows: readonly (readonly [from: string, to: string])[]): string[] {
  let left = arrows.filter(([from, to]) => from !== to)
  for (let before = -1; before !== left.length; ) {
    before = left.length
    const [starts, ends] = [new Set(left.map(([from]) => from)), new Set(left.map(([, to]) => to))]
    left = left.filter(([from, to]) => ends.has(from) && starts.has(to))
  }
  return [...new Set(left.flat())].sort()
}

/** The arrows between the folders right below `folder`. */
function betweenRooms(folder: string): [string, string][] {
  const room = (path: string) => (path.startsWith(`${folder}/`) ? path.slice(folder.length + 1).split('/') : [])
  return edges.flatMap(([from, to]): [string, string][] => {
    const [a, b] = [room(from), room(to)]
    return a.length > 1 && b.length > 1 ? [[`${folder}/${a[0]}`, `${folder}/${b[0]}`]] : []
  })
}

const folders = [...new Set(sources.flatMap(({ path }) => ancestors(path)))].sort()

function ancestors(path: string): string[] {
  const folder = dirname(path)
  return folder === '.' ? [] : [folder, ...ancestors(folder)]
}

describe('the arrows of the house', () => {
  it.each([
    ['src/core/text/sentences.ts', '../lexicon/numbers.ts', true],
    ['src/core/text/sentences.ts', '../../store/schema.ts', false],
    ['src/core/article.ts', '../recording/ingest.ts', false],
    ['src/core/article.ts', 'node:crypto', false],
    ['src/core/article.ts', 'zod', false],
    ['src/store/read/versions.ts', '../../core/article.ts', true],
    ['src/store/read/versions.ts', '../../recording/ingest.ts', false],
    ['src/store/read/versions.ts', '../../http/routes/versions.ts', false],
    ['src/store/read/versions.ts', 'drizzle-orm/sqlite-core', true],
    ['src/store/read/versions.ts', 'better-sqlite3', false],
    ['src/store/sqlite.ts', 'better-sqlite3', true],
    ['src/recording/ingest.ts', '../store/read/versions.ts', true],
    ['src/recording/ingest.ts', '../reviews/review.ts', false],
    ['src/reviews/review.ts', '../recording/ingest.ts', true],
    ['src/reading/verify.ts', '../hooks/deliver.ts', false],
    ['src/hooks/deliver.ts', '../reading/verify.ts', false],
    ['src/recording/ingest.ts', '../http/routes/versions.ts', false],
    ['src/recording/ingest.ts', '../app.ts', false],
    ['src/http/json/page-json.ts', '../../capture/capture-page.ts', true],
    ['src/capture/read-page.ts', '../core/text/language.ts', true],
    ['src/capture/read-page.ts', '../failure.ts', false],
    ['src/capture/document/page-document.ts', 'linkedom', true],
    ['src/core/text/language.ts', '../../capture/read-page.ts', false],
    ['src/http/routes/analyze.ts', 'linkedom', false],
    ['src/recording/ingest.ts', 'hono', false],
    ['src/recording/ingest.ts', 'hono-openapi', false],
    ['src/http/routes/versions.ts', '../../recording/ingest.ts', true],
    ['src/http/routes/versions.ts', 'drizzle-orm', false],
    ['src/http/routes/versions.ts', 'node:fs', false],
    ['src/http/routes/versions.ts', '../../worker.ts', false],
    ['src/pages/front/front-page.ts', '../../http/answers/stories-answer.ts', true],
    ['src/http/routes/versions.ts', '../../pages/frame/layout.ts', false],
    ['src/app.ts', './http/routes/versions.ts', true],
    ['src/failure.ts', './recording/ingest.ts', false],
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

describe('import cycles, types included', () => {
  it('are found', () => {
    expect(
      onCycles([
        ['a', 'b'],
        ['b', 'c'],
        ['c', 'b'],
        ['c', 'd'],
      ]),
    ).toEqual(['b', 'c'])
  })

  it('do not exist between files', () => expect(onCycles(edges)).toEqual([]))

  it.each(folders)('do not exist between the rooms of %s', (folder) => expect(onCycles(betweenRooms(folder))).toEqual([]))
})

describe('rooms', () => {
  const filesIn = (folder: string) => sources.filter(({ path }) => dirname(path) === folder)

  it('src/ itself has at most 8 files', () => expect(filesIn('src').length).toBeLessThanOrEqual(8))

  it('a folder has at most 20 files, word lists aside', () => {
    const crowded = folders.filter((folder) => basename(folder) !== 'lexicon' && filesIn(folder).length > 20)
    expect(crowded).toEqual([])
  })

  it('a basename is unique within a layer', () => {
    const groups = Map.groupBy(sources, ({ path }) => `${layerOf(path)}/${basename(path)}`)
    const twice = [...groups.values()].filter((group) => group.length > 1).map((group) => group.map(({ path }) => path))
    expect(twice).toEqual([])
  })
})

test('no file of src/ is longer than 250 lines, word lists aside', () => {
  const long = sources.filter(({ path, text }) => !/\/lexicon\//.test(path) && text.split('\n').length > 251)
  expect(long.map(({ path }) => path)).toEqual([])
})

test('no function has more than 60 lines or a cognitive complexity over 25, but those of the files that biome.json lists as debts', () => {
  const config = JSON.parse(readFileSync('biome.json', 'utf8')) as { overrides: { includes: string[]; linter: object }[] }
  const debts = config.overrides.at(-1)?.includes ?? []
  const folder = mkdtempSync(join(tmpdir(), 'claimtrail-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  const { linter } = config.overrides.at(-2) ?? {}
  const strict = { linter, vcs: { enabled: false } }
  writeFileSync(join(folder, 'biome.json'), JSON.stringify(strict))
  const rules = ['noExcessiveCognitiveComplexity', 'noExcessiveLinesPerFunction'].map((rule) => `--only=complexity/${rule}`)
  const biome = resolve('node_modules/@biomejs/biome/bin/biome')
  const args = [biome, 'lint', ...rules, `--config-path=${folder}`, '--reporter=json', '--max-diagnostics=none', 'src']
  const { stdout } = spawnSync(process.execPath, args, { encoding: 'utf8' })
  const { diagnostics } = JSON.parse(stdout) as { diagnostics: { location: { path: string } }[] }
  expect([...new Set(diagnostics.map(({ location }) => location.path))].sort()).toEqual(debts)
})

test('documents that comments name exist', () => {
  const all = [...sources, ...['tests', 'scripts', 'bench'].flatMap(filesBelow)]
  const missing = all.flatMap(({ path, text }) =>
    [...text.matchAll(/(?:\/\*\*?|\*|\/\/)[^\n]*?\b([A-Z]{2,}\.md|docs\/[\w-]+\.md)\b/g)].flatMap(([, name = '']) =>
      existsSync(name) ? [] : `${path}: ${name}`,
    ),
  )
  expect(missing).toEqual([])
})

function filesBelow(folder: string): { path: string; text: string }[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts') && name !== 'house.test.ts')
    .map((name) => ({ path: join(folder, name), text: readFileSync(join(folder, name), 'utf8') }))
}

test('npm scripts run on the Node that the checkout brings', () => {
  const { devDependencies } = JSON.parse(readFileSync('package.json', 'utf8')) as { devDependencies: { node: string } }
  expect(process.versions.node).toBe(devDependencies.node)
})
