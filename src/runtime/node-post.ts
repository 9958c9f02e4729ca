/** Sending to hooks on Node. */
import { request as httpRequest } from 'node:http'
import { request as httpsRequest } from 'node:https'
import type { Post } from '../hooks/attempt.ts'
import { publicLookup, type Resolve } from './public-lookup.ts'

/** `anywhere`: private addresses too. Each request has a connection of its own, so that its name is looked up anew. */
export function nodePost(anywhere: boolean, resolve?: Resolve): Post {
  const looked = anywhere ? {} : { lookup: publicLookup(resolve) }
  return (url, { headers, body, signal }) =>
    new Promise((settle, reject) => {
      const send = new URL(url).protocol === 'http:' ? httpRequest : httpsRequest
      const length = { 'Content-Length': Buffer.byteLength(body) }
      const request = send(url, { method: 'POST', headers: { ...headers, ...length }, agent: false, signal, ...looked })
      request.on('error', reject)
      request.on('response', ({ statusCode = 0, headers }) => {
        settle({ status: statusCode, retryAfter: headers['retry-after'] ?? null })
        // Nothing of the body is read.
        request.destroy()
      })
      request.end(body)
    })
}
