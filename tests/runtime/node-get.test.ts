/** Bodies as servers encode them, and as they say that they do. */
import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib'
import { expect, onTestFinished, test } from 'vitest'
import { nodeGet } from '../../src/runtime/node-get.ts'

const TEXT = '<p>The fares will rise.'

async function bodyOf(bytes: Uint8Array | string, encoding: string): Promise<string> {
  const server = createServer((_, response) => response.writeHead(200, { 'Content-Encoding': encoding }).end(bytes))
  onTestFinished(() => void server.close())
  await once(server.listen(0, '127.0.0.1'), 'listening')
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`
  const { body } = await nodeGet(true)(url, { headers: {}, signal: AbortSignal.timeout(5000) })
  return new Response(body).text()
}

test.each<[string, Uint8Array | string]>([
  ['gzip', gzipSync(TEXT)],
  ['X-GZIP', gzipSync(TEXT)],
  ['deflate', deflateSync(TEXT)],
  ['br', brotliCompressSync(TEXT)],
  ['gzip, br', brotliCompressSync(gzipSync(TEXT))],
  ['identity', TEXT],
  ['none', TEXT],
  ['UTF-8', TEXT],
])('a body in %s is decoded', async (encoding, bytes) => expect(await bodyOf(bytes, encoding)).toBe(TEXT))

test.each<[string, Uint8Array | string]>([
  ['gzip', TEXT],
  ['gzip', gzipSync(TEXT).subarray(0, 20)],
  ['br', gzipSync(TEXT)],
  ['zstd', TEXT],
])('a body that is not in %s is none', async (encoding, bytes) => expect(bodyOf(bytes, encoding)).rejects.toThrow())
