/** The package that others install: its types stand alone and are strict, and its programs need no package that it does not name. */
import { execFile } from 'node:child_process'
import { cp, mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, it, test } from 'vitest'
import { bundleNode, licensesOf } from '../../scripts/bundle.ts'
import { clientTypes, type OpenApi } from '../../scripts/client-types.ts'
import { createApp } from '../../src/app.ts'
import { configOf } from '../../src/config.ts'

const run = promisify(execFile)
let folder: string

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'claimtrail-package-'))
})

afterAll(() => rm(folder, { recursive: true }))

/** A program of a reader: each line below a `@ts-expect-error` must be refused, and no other. */
const PROGRAM = `import { type Client, answered, answeredText, claimtrail, pages } from 'claimtrail/client'

const client: Client = claimtrail('http://127.0.0.1:8787', { token: 'x' })
const { v1 } = client
const article = v1.articles[':slug']

const found = await answered(article.$get({ param: { slug: 'ferry' }, query: {} }))
export const count: number = found.version_count
// @ts-expect-error: there is no such field
found.titel
// @ts-expect-error: there is no such path
v1.chnges.$get()
// @ts-expect-error: the path has a parameter
article.$get()
// @ts-expect-error: there is no such kind
v1.changes.$get({ query: { kind: 'sofened' } })
// @ts-expect-error: there is no such parameter
v1.changes.$get({ query: { knd: 'softened' } })
// @ts-expect-error: q is required
v1.search.$get({ query: { in: 'claims' } })
// @ts-expect-error: a slug is text
v1.articles.$post({ json: { slug: 1 } })
v1.changes.$get()
v1.changes.$get({ query: { kind: ['softened', 'withdrawn'], limit: 20, acknowledged: true } })
for await (const change of pages((cursor) => v1.changes.$get({ query: { kind: 'softened', limit: '20', ...cursor } }))) {
  // @ts-expect-error: a change has several kinds
  change.kind
  // @ts-expect-error: no change has this kind
  change.kinds.includes('sofened')
}
const latest = await answered(article.versions.latest.$get({ param: { slug: 'ferry' } }))
export const labels: string[] = (latest.claims ?? []).map(({ label }) => label)
await answered(article.claims[':number'].reviews.$post({ param: { slug: 'ferry', number: 3 }, json: { action: 'confirm' } }))
export const csv: string = await answeredText(v1.claims.$get({ query: { q: 'fares', format: 'csv' } }))
`

describe('the types of the client', () => {
  let types: string
  beforeAll(async () => {
    const app = createApp(() => ({ store: {} as never, config: configOf({}), clock: Date.now }))
    types = clientTypes((await (await app.request('/openapi.json')).json()) as OpenApi)
  })

  it('stand alone', () => expect(types).not.toMatch(/^import\b|\bimport\(|\bfrom '|drizzle/m))

  it.each([
    ['ES2023, with the DOM', ['ES2023', 'DOM']],
    ['ES2023, with Node', ['ES2023']],
  ])('compile strictly, libraries checked: %s', async (_, lib) => {
    const consumer = await mkdtemp(join(folder, 'consumer-'))
    const installed = join(consumer, 'node_modules/claimtrail')
    await mkdir(installed, { recursive: true })
    const exports = { './client': { types: './client.d.ts', default: './client.js' } }
    const compilerOptions = {
      strict: true,
      skipLibCheck: false,
      exactOptionalPropertyTypes: true,
      noUncheckedIndexedAccess: true,
      module: 'nodenext',
      target: 'es2023',
      lib,
      types: lib.includes('DOM') ? [] : ['node'],
      typeRoots: [resolve('node_modules/@types')],
      noEmit: true,
    }
    await Promise.all([
      writeFile(join(installed, 'client.d.ts'), types),
      writeFile(join(installed, 'package.json'), JSON.stringify({ name: 'claimtrail', type: 'module', exports })),
      writeFile(join(consumer, 'package.json'), '{"type": "module"}'),
      writeFile(join(consumer, 'program.ts'), PROGRAM),
      writeFile(join(consumer, 'tsconfig.json'), JSON.stringify({ compilerOptions, files: ['program.ts'] })),
    ])
    const tsc = [resolve('node_modules/typescript/bin/tsc'), '-p', consumer]
    const output = await run(process.execPath, tsc).catch(({ stdout }: { stdout: string }) => ({ stdout }))
    expect(output.stdout).toBe('')
  })
})

test('the checkout itself has no command, which npx would install and build before each call', async () => {
  expect(JSON.parse(await readFile('package.json', 'utf8'))).not.toHaveProperty('bin')
})

describe('the programs', () => {
  let programs: string
  let packages: string[]
  beforeAll(async () => {
    programs = join(folder, 'package/dist')
    packages = await bundleNode(programs, { cli: 'src/cli.ts', node: 'src/node.ts' }, { minify: true })
    await cp('package.json', join(folder, 'package/package.json'))
    for (const part of ['migrations', 'seed']) await symlink(resolve(part), join(folder, 'package', part))
  })

  it('import no package but better-sqlite3', async () => {
    const files = (await readdir(programs, { recursive: true })).filter((name) => name.endsWith('.js'))
    const texts = await Promise.all(files.map((name) => readFile(join(programs, name), 'utf8')))
    const named = texts.flatMap((text) =>
      [...text.matchAll(/(?:^|[;}])import[^'"`;()]*?["']([^"'.][^"']*)["']/gm)].map(([, name]) => name),
    )
    const builtin =
      /^node:|^(?:buffer|child_process|crypto|events|fs|fs\/promises|http|https|module|net|os|path|perf_hooks|stream|url|util|worker_threads|zlib)$/
    expect([...new Set(named)].filter((name = '') => !builtin.test(name))).toEqual(['better-sqlite3'])
  })

  it('have the license of each package in them', () => {
    expect(packages).toContain('hono')
    expect(
      packages.filter((name) => !/\((MIT|ISC|Apache-2\.0|BSD-\d-Clause|Unlicense|\(MIT AND Zlib\))\)/.test(licensesOf([name]))),
    ).toEqual([])
  })

  it('refuse the Node that package.json does', async () => {
    const { engines } = JSON.parse(await readFile('package.json', 'utf8')) as { engines: { node: string } }
    const [, major, minor] = /OLDEST_NODE = \[(\d+), (\d+)\]/.exec(await readFile('src/cli.ts', 'utf8')) ?? []
    expect(engines.node).toBe(`>=${major}.${minor}`)
  })

  it('say what an archive in a file needs where better-sqlite3 is not installed', async () => {
    const cli = (...words: string[]) => run(process.execPath, [join(programs, 'cli.js'), ...words], { cwd: folder })
    expect((await cli('--help')).stdout).toContain('COMMANDS')
    await expect(cli('seed')).rejects.toMatchObject({
      code: 3,
      stderr: expect.stringMatching(/^claimtrail: .*npm install better-sqlite3.*\n$/),
    })
  })
})
