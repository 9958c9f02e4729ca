/** Requests whose body has stopped coming end; those that are answered slowly do not. */
import { once } from 'node:events'
import { createServer } from 'node:http'
import { type AddressInfo, connect } from 'node:net'
import { text } from 'node:stream/consumers'
import { expect, onTestFinished, test } from 'vitest'
import { dropStalledBodies } from '../../src/runtime/stalled-bodies.ts'

const PATIENCE = 30

/** A server that answers after several times its patience; what of a request it has read, and a connection to it. */
async function connected() {
  const server = createServer(async (request, response) => {
    const body = await text(request).catch(() => null)
    setTimeout(() => response.end(`read ${body}`), 4 * PATIENCE)
  })
  dropStalledBodies(server, PATIENCE)
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  onTestFinished(() => void server.close())
  return connect((server.address() as AddressInfo).port, '127.0.0.1')
}

const post = (length: number) => `POST / HTTP/1.1\r\nHost: a\r\nConnection: close\r\nContent-Length: ${length}\r\n\r\n`

test('a body that stops is not waited for', async () => {
  const socket = await connected()
  socket.write(`${post(100)}half`)
  expect(await text(socket).catch(() => '')).not.toContain('200')
})

test.each([
  ['a whole body', `${post(5)}whole`, 'read whole'],
  ['no body', 'GET / HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n', 'read '],
])('%s is answered, however long that takes', async (_, request, answer) => {
  const socket = await connected()
  socket.write(request)
  expect(await text(socket)).toContain(answer)
})
