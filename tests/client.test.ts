/** The typed client: it imports nothing at run time, and the example that uses it returns what the archive has. */
import { once } from 'node:events'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { builtinModules } from 'node:module'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { serve } from '@hono/node-server'
import { answered, claimtrail, ProblemError, pages } from 'claimtrail/client'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { softenedClaims } from '../examples/softened-claims.ts'
import { bundleClient } from '../scripts/bundle.ts'
import { createApp } from '../src/app.ts'
import { openSqlite, sqliteStore } from '../src/store/sqlite.ts'
import { NOW, stageOver, TOKEN, tellStory } from './http/stage.ts'

const store = sqliteStore(openSqlite(':memory:', 'migrations'))
const config = { readTokenRequired: false, bootstrapToken: TOKEN }
const app = createApp(() => ({ store, config, clock: () => Date.parse(NOW) }))
const server = serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' })
let url: string
let folder: string

beforeAll(async () => {
  if (!server.listening) await once(server, 'listening')
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  folder = await mkdtemp(join(tmpdir(), 'claimtrail-client-'))
  await tellStory(stageOver(store))
})

afterAll(async () => {
  server.close()
  await rm(folder, { recursive: true })
})

test('the example lists what was softened', async () => {
  expect(await softenedClaims(url)).toEqual([
    expect.stringContaining(
      '“The operator will resume the service on Friday.” → “The operator may resume the service on Friday.”',
    ),
  ])
})

test('a list is read to its end, page by page', async () => {
  const client = claimtrail(url)
  const numbers: number[] = []
  const claims = client.v1.articles[':slug'].claims
  for await (const claim of pages((cursor) => claims.$get({ param: { slug: 'ferry' }, query: { limit: '2', ...cursor } }))) {
    numbers.push(claim.number)
  }
  const whole = await answered(claims.$get({ param: { slug: 'ferry' }, query: { limit: '200' } }))
  expect(numbers.length).toBeGreaterThan(4)
  expect(numbers).toEqual(whole.data.map(({ number }) => number))
})

test('reads a page', async () => {
  const html =
    '<title>Ferry Late</title><h1>Ferry Late</h1><meta name="date" content="2026-02-10"><p>The ferry may sail on Friday, the harbour office said.</p>'
  const page = await answered(
    claimtrail(url).v1.analyze.page.$post({ json: { html, url: 'https://gazette.example/ferry' }, query: {} }),
  )
  expect(page).toMatchObject({ outcome: 'not_an_article', title: 'Ferry Late', published_at: '2026-02-10' })
  expect(page.body).toBe('The ferry may sail on Friday, the harbour office said.')
})

test('writes with a token', async () => {
  const client = claimtrail(url, { token: TOKEN })
  const made = await answered(client.v1.articles.$post({ json: { slug: 'pier', title: 'The Pier' }, query: {} }))
  expect(made).toMatchObject({ slug: 'pier', title: 'The Pier', version_count: 0 })
})

test.each([
  ['not_found', () => claimtrail(url).v1.articles[':slug'].$get({ param: { slug: 'none' }, query: {} })],
  ['unauthorized', () => claimtrail(url).v1.articles.$post({ json: { slug: 'mill' }, query: {} })],
])('a failure is thrown as a problem: %s', async (code, ask) => {
  const thrown = await answered<Response>(ask()).catch((error: unknown) => error)
  expect(thrown).toBeInstanceOf(ProblemError)
  expect((thrown as ProblemError).problem).toMatchObject({ code, type: `urn:claimtrail:problem:${code}`, errors: [] })
})

test('is asked through the fetch that is given', async () => {
  const asked: string[] = []
  const given: typeof fetch = async (input) => {
    asked.push(String(input))
    return Response.json({ data: [], next: null })
  }
  expect(
    await answered(claimtrail('https://archive.example', { fetch: given }).v1.claims.$get({ query: { q: 'fares' } })),
  ).toEqual({
    data: [],
    next: null,
  })
  expect(asked).toEqual(['https://archive.example/v1/claims?q=fares'])
})

test('as it is shipped it imports nothing, and works', async () => {
  const file = join(folder, 'client.js')
  await bundleClient(file)
  const text = await readFile(file, 'utf8')
  expect(text).not.toMatch(/^\s*import\b|\bimport\s*\(|\brequire\s*\(|\bfrom\s*["']/m)
  for (const name of builtinModules) expect(text).not.toContain(`node:${name}`)
  expect(text.length).toBeLessThan(30_000)
  const shipped = (await import(file)) as typeof import('claimtrail/client')
  const { data } = await shipped.answered(shipped.claimtrail(url).v1.articles.$get({ query: {} }))
  expect(data.map(({ slug }) => slug)).toContain('ferry')
})
