/** Reads a JSON body strictly, before it is validated: its type, its size, its encoding, and that it is JSON. */
import type { Context, MiddlewareHandler } from 'hono'
import { Failure, invalid } from '../../failure.ts'
import type { App } from '../context.ts'

/** The most bytes of a body that are read; a function where this depends on the caller. */
export type BodyBound = number | ((c: Context<App>) => number)

/** Lets a request pass whose body is JSON of at most `bound` bytes. */
export function readJson(bound: BodyBound): MiddlewareHandler<App> {
  return async (c, next) => {
    const type = c.req.header('content-type') ?? ''
    if (!/^application\/(?:[\w.-]+\+)?json\s*(?:;|$)/i.test(type)) {
      throw new Failure('unsupported_media_type', 'Send application/json.', [
        { path: 'header.content-type', message: `expected application/json, found ${type ? `"${type}"` : 'none'}` },
      ])
    }
    const bytes = await bodyOf(c, typeof bound === 'number' ? bound : bound(c))
    Object.assign(c.req.bodyCache, { arrayBuffer: Promise.resolve(bytes.buffer), json: Promise.resolve(parsed(bytes)) })
    await next()
  }
}

/** The body's bytes. Where the request declares no length, reading stops as soon as there are more than `max`. */
export async function bodyOf(c: Context, max: number): Promise<Uint8Array<ArrayBuffer>> {
  const declared = Number(c.req.header('content-length') ?? Number.NaN)
  if (declared > max) throw tooLarge(max)
  if (declared >= 0) {
    const bytes = new Uint8Array(await c.req.arrayBuffer())
    if (bytes.length > max) throw tooLarge(max)
    return bytes
  }
  const chunks: Uint8Array[] = []
  let length = 0
  for await (const chunk of c.req.raw.body ?? []) {
    length += chunk.length
    if (length > max) throw tooLarge(max)
    chunks.push(chunk)
  }
  return new Uint8Array(await new Blob(chunks as Uint8Array<ArrayBuffer>[]).arrayBuffer())
}

function tooLarge(max: number): Failure {
  return new Failure('too_large', `The request is larger than ${max} bytes.`, [
    { path: 'body', message: `at most ${max} bytes` },
  ])
}

function parsed(bytes: Uint8Array): unknown {
  let text: string
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    throw invalid('body', 'is not valid UTF-8')
  }
  try {
    return JSON.parse(text)
  } catch (error) {
    throw invalid('body', `is not JSON: ${error instanceof Error ? error.message : error}`)
  }
}
