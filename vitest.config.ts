/** What is pure is tested on Node; what opens an archive, on Node and inside workerd, over both drivers. */
import { globSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { cloudflareTest, readD1Migrations } from '@cloudflare/vitest-plugin'
import { defineConfig } from 'vitest/config'

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url))

/** The test files that ask the harness for an archive. */
const withArchive = globSync('tests/**/*.test.ts', { cwd: here('.') }).filter((file) =>
  readFileSync(here(file), 'utf8').includes("from '#harness'"),
)

/** The test files that need Chromium: `npm run test:browser`. */
const inBrowser = ['tests/browser/**/*.test.ts']

/** Far more than any test takes: a busy machine is no failure. */
const testTimeout = 60_000

export default defineConfig({
  test: {
    // On two cores one alone would be the default. The same for all projects, or they would run one after another.
    maxWorkers: 2,
    projects: [
      {
        test: {
          name: 'unit',
          include: ['tests/**/*.test.ts'],
          exclude: [...withArchive, ...inBrowser],
          isolate: false,
          testTimeout,
        },
        resolve: { alias: { 'claimtrail/client': here('src/client.ts') } },
      },
      { test: { name: 'browser', include: inBrowser, testTimeout } },
      {
        test: { name: 'node', include: withArchive, isolate: false, testTimeout },
        resolve: { alias: { '#harness': here('tests/setup/harness-node.ts') } },
      },
      {
        // A workerd and a D1 a worker: its files run one after another, and the harness empties D1 for each archive.
        test: { name: 'workerd', include: withArchive, isolate: false, testTimeout },
        resolve: { alias: { '#harness': here('tests/setup/harness-workerd.ts') } },
        plugins: [
          cloudflareTest(async () => ({
            wrangler: { configPath: here('wrangler.toml') },
            miniflare: { bindings: { MIGRATIONS: await readD1Migrations(here('migrations')) } },
          })),
        ],
      },
    ],
  },
})
