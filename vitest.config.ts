/**
 * The tests, by what they need. Tests without an archive run on Node, in the project `unit`. Tests that open an archive by #harness
 * run on Node over better-sqlite3, in the project `node`, and those in the folders of D1_TOO inside workerd over D1 as well.
 */
import { globSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { cloudflareTest, readD1Migrations } from '@cloudflare/vitest-plugin'
import { defineConfig } from 'vitest/config'

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url))

/** The test files that open an archive. */
const withArchive = globSync('tests/**/*.test.ts', { cwd: here('.') }).filter((file) =>
  readFileSync(here(file), 'utf8').includes("from '#harness'"),
)

/**
 * The code in these folders can differ by driver: the store, recording on it, and the runtimes. The tests of the OpenAPI document
 * request every route, and the SDK of the Model Context Protocol has code for workerd. All other code reaches the database through these, so that its tests run on Node only.
 */
const D1_TOO = /^tests\/(?:store|recording|watching(?!\/websub)|runtime|http\/openapi|http\/mcp)\//

/** The test files that need Chromium: `npm run test:browser`. */
const inBrowser = ['tests/browser/**/*.test.ts']

/** The test files that take minutes: `npm run test:long`. */
const long = ['tests/long/**/*.test.ts']

/** The laws that `npm test` tries in part. */
const thorough = globSync('tests/**/*.test.ts', { cwd: here('.') }).filter((file) =>
  readFileSync(here(file), 'utf8').includes('setup/runs.ts'),
)

/** Far more than any test or hook takes: a busy machine must not fail one. */
const timeouts = { testTimeout: 60_000, hookTimeout: 60_000 }

export default defineConfig({
  test: {
    // On two cores the default would be one. It is the same for all projects, else they would run one after another.
    maxWorkers: 2,
    projects: [
      {
        test: {
          name: 'unit',
          include: ['tests/**/*.test.ts'],
          exclude: [...withArchive, ...inBrowser, ...long],
          isolate: false,
          ...timeouts,
        },
        resolve: { alias: { 'claimtrail/client': here('src/client.ts') } },
      },
      // Once more where it fails: a busy machine may paint a page in two parts, which then shifts by a hair.
      { test: { name: 'browser', include: inBrowser, retry: 1, ...timeouts } },
      { test: { name: 'long', include: long, maxWorkers: 1, testTimeout: 900_000, hookTimeout: 300_000 } },
      {
        test: { name: 'thorough', include: thorough, env: { THOROUGH: '1' }, testTimeout: 900_000, hookTimeout: 300_000 },
        resolve: { alias: { '#harness': here('tests/setup/harness-node.ts') } },
      },
      {
        test: { name: 'node', include: withArchive, isolate: false, ...timeouts },
        resolve: { alias: { '#harness': here('tests/setup/harness-node.ts') } },
      },
      {
        // Each worker has a workerd with one D1: its files run one after another, and the harness empties D1 for each archive.
        test: { name: 'workerd', include: withArchive.filter((file) => D1_TOO.test(file)), isolate: false, ...timeouts },
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
