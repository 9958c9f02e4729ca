/** What `wrangler deploy` would send fits the smallest plan: 3 MB compressed. */
import { execFile } from 'node:child_process'
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { gzipSync } from 'node:zlib'
import { expect, test } from 'vitest'

const LIMIT = 3 * 1024 * 1024

test('the compressed Worker is smaller than 3 MB', { timeout: 60_000 }, async () => {
  const folder = await mkdtemp(join(tmpdir(), 'claimtrail-worker-'))
  try {
    const env = { ...process.env, WRANGLER_SEND_METRICS: 'false', CI: 'true' }
    const wrangler = join('node_modules', 'wrangler', 'bin', 'wrangler.js')
    await promisify(execFile)(process.execPath, [wrangler, 'deploy', '--dry-run', '--outdir', folder], { env })
    const files = (await readdir(folder)).filter((name) => !/\.map$|^README\.md$/.test(name))
    expect(files).toContain('worker.js')
    const sizes = await Promise.all(files.map(async (name) => gzipSync(await readFile(join(folder, name))).byteLength))
    expect(sizes.reduce((sum, size) => sum + size)).toBeLessThan(LIMIT)
  } finally {
    await rm(folder, { recursive: true })
  }
})
