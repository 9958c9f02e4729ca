import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, it, onTestFinished } from 'vitest'
import { serverClient } from '../../../src/cli/archive/connection.ts'
import { play } from '../stage.ts'

async function listening(answer: (path: string, authorization: string | undefined) => string) {
  const server = createServer((request, response) => {
    response.end(answer(request.url ?? '', request.headers.authorization))
  })
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  onTestFinished(() => void server.close())
  return new URL(`http://127.0.0.1:${(server.address() as AddressInfo).port}`)
}

it('sends the token, and keeps the path that the server lives under', async () => {
  const url = await listening((path, authorization) => JSON.stringify({ path, authorization }))
  const { v1 } = serverClient(new URL('/archive/', url), 'secret')
  expect(await (await v1.articles.$get({ query: { q: 'a' } })).json()).toEqual({
    path: '/archive/v1/articles?q=a',
    authorization: 'Bearer secret',
  })
})

const open = async (place: { kind: string }) => {
  if (!('url' in place) || !(place.url instanceof URL)) throw new Error('not a server')
  return { client: serverClient(place.url, null), close: () => {} }
}

it('ends with 3 where nothing listens', async () => {
  const { code, err } = await play(['show', 'ferry', '--url', 'http://127.0.0.1:1'], undefined, { open })
  expect({ code, err }).toEqual({
    code: 3,
    err: 'claimtrail: no answer from http://127.0.0.1:1; is the server running, and is the address right?\n',
  })
})

it('ends with 3 where something else listens', async () => {
  const url = await listening(() => '<html>')
  const { code, err } = await play(['verify', 'ferry', '--url', url.href], undefined, { open })
  expect({ code, err }).toEqual({ code: 3, err: 'claimtrail: the answer is not JSON; is this address a Claimtrail server?\n' })
})
