/** WebSub over HTTP on Node: a feed and a hub on this machine, and the archive as it is served. */
import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import { serve } from '@hono/node-server'
import { afterAll, expect, test, vi } from 'vitest'
import { checkWatches, createApp } from '../../../src/app.ts'
import type { Dependencies } from '../../../src/http/context.ts'
import { nodeGet } from '../../../src/runtime/node-get.ts'
import { openSqlite, sqliteStore } from '../../../src/store/sqlite.ts'
import { NewsSite } from '../news-site.ts'
import { article, REST, rss } from '../site.ts'
import { askOf, TOKEN } from '../watched-edition.ts'
import { signed } from './hub.ts'

const site = new NewsSite()
const servers: { close(): unknown }[] = []

afterAll(() => {
  site.close()
  for (const server of servers) server.close()
})

/** A hub that verifies each request at once. It keeps what it was asked and what the verifications came to. */
async function openHub(): Promise<{ at: string; asked: URLSearchParams[]; answers: string[] }> {
  const asked: URLSearchParams[] = []
  const answers: string[] = []
  const server = createServer(async (request, response) => {
    const form = new URLSearchParams(await text(request))
    asked.push(form)
    response.writeHead(202).end()
    const query = new URLSearchParams({
      'hub.mode': form.get('hub.mode') ?? '',
      'hub.topic': form.get('hub.topic') ?? '',
      'hub.challenge': 'a challenge',
      'hub.lease_seconds': '864000',
    })
    answers.push(await (await fetch(`${form.get('hub.callback')}?${query}`)).text())
  })
  await once(server.listen(0, '127.0.0.1'), 'listening')
  servers.push(server)
  return { at: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`, asked, answers }
}

/** The archive at an address, with a clock that the test moves. */
async function openArchive() {
  let now = Date.parse('2026-03-02T08:00:00.000Z')
  const config: Dependencies['config'] = {
    readTokenRequired: true,
    bootstrapToken: TOKEN,
    privateCaptures: true,
    capturePause: 0,
  }
  const dependencies = {
    store: sqliteStore(openSqlite(':memory:', 'migrations')),
    config,
    clock: () => now,
    get: nodeGet(true),
  }
  const server = serve({ fetch: createApp(() => dependencies).fetch, port: 0, hostname: '127.0.0.1' })
  await once(server, 'listening')
  servers.push(server)
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const later = async (minutes: number) => {
    now += minutes * 60_000
    while ((await checkWatches({ ...dependencies, config: { ...config, publicUrl: origin } })).more) {}
  }
  return { origin, later }
}

interface Watched {
  readonly hub: { readonly state: string } | null
  readonly next_check: string
}

test('an edition and a report of the hub make a page of the archive before the next poll', async () => {
  const [[origin = ''], { at, asked, answers }, archive] = await Promise.all([site.listen(), openHub(), openArchive()])
  const ask = askOf(archive.origin)
  const feed = (...paths: string[]) => {
    const { body = '', headers = {} } = rss(...paths.map((path) => origin + path))
    site.pages.set('/feed.xml', { body, headers: { ...headers, Link: `<${at}>; rel=hub, <${origin}/all.xml>; rel=self` } })
  }
  feed()
  await ask('POST', '/v1/watches', { url: `${origin}/feed.xml`, kind: 'feed' })
  await archive.later(0)
  const hubState = async () => (await ask<Watched>('GET', '/v1/watches/1')).hub?.state
  await vi.waitFor(async () => expect(await hubState()).toBe('active'))
  // Intervals vary by a tenth.
  await archive.later(12)
  await archive.later(5)

  feed('/storm')
  site.pages.set('/storm', { body: article('Storm Ahead', 'A storm is coming, the weather office said on Monday.', ...REST) })
  const { searchParams: form } = new URL(`http://x/?${asked[0]}`)
  const body = '<rss/>'
  const headers = { 'X-Hub-Signature': await signed(body, form.get('hub.secret') ?? '', 'sha1', 'SHA-1') }
  expect((await fetch(form.get('hub.callback') ?? '', { method: 'POST', headers, body })).status).toBe(204)
  const large = { method: 'POST', headers, body: 'x'.repeat(3_000_000) }
  expect((await fetch(form.get('hub.callback') ?? '', large)).status).toBe(413)
  await archive.later(0)
  const { data } = await ask<{ data: { article: string | null }[] }>('GET', '/v1/captures')
  expect(data[0]).toMatchObject({ outcome: 'created', article: 'storm-ahead' })

  await ask('DELETE', '/v1/watches/1')
  await archive.later(0)
  await vi.waitFor(() => expect(answers).toHaveLength(2))
  expect(asked.map((form) => form.get('hub.mode'))).toEqual(['subscribe', 'unsubscribe'])
  expect(answers).toEqual(['a challenge', 'a challenge'])
})
