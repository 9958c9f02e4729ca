/** Requests to the web on Node: to public addresses only, with the encodings of HTTP decoded. */
import { request as httpRequest, type IncomingMessage } from 'node:http'
import { request as httpsRequest } from 'node:https'
import { pipeline, Readable, type Transform } from 'node:stream'
import type { ReadableStream as WebStream } from 'node:stream/web'
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib'
import type { Get } from '../web/get.ts'
import { publicLookup, type Resolve } from './public-lookup.ts'

const DECODERS: Readonly<Record<string, () => Transform>> = {
  gzip: createGunzip,
  'x-gzip': createGunzip,
  deflate: createInflate,
  br: createBrotliDecompress,
}

/** Names that servers give to bodies without an encoding: browsers pass over them. */
const NO_ENCODING: readonly string[] = ['', 'identity', 'none', 'binary', '8bit', 'utf-8', 'utf8']

/** `anywhere`: private addresses too. Each request has a connection of its own, so that its name is looked up anew. */
export function nodeGet(anywhere: boolean, resolve?: Resolve): Get {
  const looked = anywhere ? {} : { lookup: publicLookup(resolve) }
  return (url, { method = 'GET', headers, body = '', signal }) =>
    new Promise((settle, reject) => {
      const send = new URL(url).protocol === 'http:' ? httpRequest : httpsRequest
      const request = send(url, {
        method,
        headers: {
          ...headers,
          'Accept-Encoding': 'gzip, deflate, br',
          ...(method === 'POST' && { 'Content-Length': Buffer.byteLength(body) }),
        },
        agent: false,
        signal,
        ...looked,
      })
      request.on('error', reject)
      request.on('response', (response) => {
        try {
          settle({ status: response.statusCode ?? 0, headers: headersOf(response), body: bodyOf(response) })
        } catch (error) {
          request.destroy()
          reject(error)
        }
      })
      request.end(body)
    })
}

function headersOf(response: IncomingMessage): Headers {
  const headers = new Headers()
  for (const [name, values = []] of Object.entries(response.headersDistinct))
    for (const value of values) headers.append(name, value)
  return headers
}

/** The decoded body. Throws where the encoding is none that was accepted. */
function bodyOf(response: IncomingMessage): ReadableStream<Uint8Array> {
  const encodings = (response.headers['content-encoding'] ?? '')
    .toLowerCase()
    .split(',')
    .map((name) => name.trim())
    .filter((name) => !NO_ENCODING.includes(name))
  let stream: Readable = response
  for (const name of encodings.toReversed()) {
    const decoder = DECODERS[name]?.()
    if (!decoder) throw new Error(`The body is encoded as "${name.slice(0, 40)}".`)
    // An error of the source ends the decoder, whose reader gets it.
    stream = pipeline(stream, decoder, () => {})
  }
  return Readable.toWeb(stream) as WebStream<Uint8Array> as ReadableStream<Uint8Array>
}
