/** Bundles the typed client into one file that imports nothing: for Node, browsers and Workers alike. */
import { build } from 'esbuild'

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
