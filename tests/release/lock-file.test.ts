/** Every package that is installed is one of npm's registry, known by its hash, under a licence that allows redistribution. */
import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'

interface Locked {
  readonly version?: string
  readonly resolved?: string
  readonly integrity?: string
  readonly license?: string
  readonly dev?: boolean
  readonly link?: boolean
}

const { packages } = JSON.parse(readFileSync('package-lock.json', 'utf8')) as { packages: Record<string, Locked> }
const { dependencies, devDependencies } = JSON.parse(readFileSync('package.json', 'utf8')) as Record<
  'dependencies' | 'devDependencies',
  Record<string, string>
>

const PERMISSIVE = [
  ...[
    '0BSD',
    'Apache-2.0',
    'BSD-2-Clause',
    'BSD-3-Clause',
    'BlueOak-1.0.0',
    'CC0-1.0',
    'ISC',
    'MIT',
    'MIT-0',
    'Python-2.0',
    'PSF-2.0',
    'Zlib',
  ],
  ...['Unlicense', 'CC-BY-4.0', 'CC-BY-3.0'],
]
/** Of these a changed file stays open; the program around it need not be. Only tools of development have them. */
const OF_FILES = ['MPL-2.0', 'LGPL-3.0-or-later']

/** Whether an SPDX expression allows one of the licences, or all that it joins by AND. */
function isAllowed(expression: string, allowed: readonly string[]): boolean {
  const all = expression.replace(/[()]/g, '').split(/\s+OR\s+/i)
  return all.some((one) => one.split(/\s+AND\s+/i).every((licence) => allowed.includes(licence)))
}

/** What is wrong with a package of the lock file. One that does not tell where it comes from is one of the registry. */
function faultsOf({ version = '', resolved, integrity = '', license = '', dev = false, link = false }: Locked): string[] {
  return [
    ...(link ? ['is a link'] : []),
    ...(/^\d+\.\d+\.\d+/.test(version) ? [] : [`has the version "${version}"`]),
    ...(resolved === undefined || /^https:\/\/registry\.npmjs\.org\/[^?#]+\.tgz$/.test(resolved)
      ? []
      : [`comes from "${resolved}"`]),
    ...(/^sha512-[A-Za-z0-9+/]{86}==$/.test(integrity) ? [] : [`has the hash "${integrity}"`]),
    ...(isAllowed(license, dev ? [...PERMISSIVE, ...OF_FILES] : PERMISSIVE) ? [] : [`has the licence "${license}"`]),
  ]
}

const GOOD: Locked = {
  version: '1.2.3',
  resolved: 'https://registry.npmjs.org/one/-/one-1.2.3.tgz',
  integrity: `sha512-${'a'.repeat(86)}==`,
  license: 'MIT',
}

describe('a package is refused', () => {
  test.each<[string, Partial<Locked>]>([
    ['from git', { resolved: 'git+ssh://git@github.com/one/one.git#0123456' }],
    ['by http', { resolved: 'http://registry.npmjs.org/one/-/one-1.2.3.tgz' }],
    ['from another host', { resolved: 'https://packages.example/one-1.2.3.tgz' }],
    ['from a folder', { resolved: '../one', link: true }],
    ['without a hash', { integrity: '' }],
    ['with a weak hash', { integrity: 'sha1-aaaaaaaaaaaaaaaaaaaaaaaaaaa=' }],
    ['without a licence', { license: '' }],
    ['with a licence that binds the program', { license: 'GPL-3.0-only' }],
    ['with one of two that bind it', { license: 'MIT AND AGPL-3.0-only' }],
    ['of which a changed file stays open, where the server has it', { license: 'MPL-2.0' }],
  ])('%s', (_, more) => expect(faultsOf({ ...GOOD, ...more })).not.toEqual([]))

  test.each<Partial<Locked>>([
    {},
    { resolved: undefined as never },
    { license: '(MIT OR GPL-3.0-only)' },
    { license: 'MPL-2.0', dev: true },
  ])('and not with %j', (more) => expect(faultsOf({ ...GOOD, ...more })).toEqual([]))
})

const installed = Object.entries(packages).filter(([path]) => path !== '')

test('no package of the lock file has a fault', () => {
  expect(installed.length).toBeGreaterThan(100)
  const faults = installed.flatMap(([path, one]) => faultsOf(one).map((fault) => `${path} ${fault}`))
  expect(faults).toEqual([])
})

test('the versions that package.json names are exact, and those that are locked', () => {
  for (const [name, version] of Object.entries({ ...dependencies, ...devDependencies }))
    expect([name, packages[`node_modules/${name}`]?.version]).toEqual([name, version])
})
