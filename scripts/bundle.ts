/** Bundles the programs that run on Node, each with its packages but better-sqlite3, whose binary npm installs. */
import { readdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { build } from 'esbuild'

/** Some packages are CommonJS and require Node's modules. */
const REQUIRE = `import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);`

/** The folder of the code that programs share, and of what is imported only where it is needed. */
const SHARED = 'shared'

/** Bundles `entries` (name → source) into `folder`, and returns the packages in them. `minify` leaves out source maps too. */
export async function bundleNode(
  folder: string,
  entries: Readonly<Record<string, string>>,
  { minify }: { readonly minify: boolean },
): Promise<string[]> {
  rmSync(join(folder, SHARED), { recursive: true, force: true })
  const { metafile } = await build({
    entryPoints: entries,
    outdir: folder,
    bundle: true,
    splitting: true,
    chunkNames: `${SHARED}/[name]-[hash]`,
    external: ['better-sqlite3', 'canvas'],
    platform: 'node',
    target: 'node22',
    format: 'esm',
    metafile: true,
    banner: { js: REQUIRE },
    sourcemap: !minify,
    minifyWhitespace: minify,
    minifySyntax: minify,
    logLevel: 'warning',
  })
  const names = Object.keys(metafile.inputs).flatMap((path) => /^node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(path)?.[1] ?? [])
  return [...new Set(names)].sort()
}

/** The licenses of packages, as these have them. */
export function licensesOf(packages: readonly string[]): string {
  const texts = packages.map((name) => {
    const folder = join('node_modules', name)
    const file = readdirSync(folder).find((one) => /^licen[cs]e/i.test(one))
    const { license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as { license?: string }
    return `${name} (${license})\n\n${file === undefined ? '' : readFileSync(join(folder, file), 'utf8').trim()}\n`
  })
  return texts.join(`\n${'-'.repeat(80)}\n\n`)
}

/** Bundles the typed client into one file that imports nothing: for Node, browsers and Workers alike. */
export async function bundleClient(outfile: string): Promise<void> {
  await build({
    entryPoints: ['src/client.ts'],
    outfile,
    bundle: true,
    platform: 'neutral',
    mainFields: ['module', 'main'],
    target: 'es2022',
    format: 'esm',
    logLevel: 'warning',
  })
}
