/** Strong ETags and the 304 that they allow (RFC 9110, sections 8.8.3 and 13). */
import type { Context } from 'hono'
import { ENGINE } from '../core/analysis.ts'
import { sha256 } from '../store/hash.ts'

/** Changes with the shape of the answers, so that a reader never keeps one of an older shape. */
const SHAPE = `1.${ENGINE}`

/**
 * Sets the ETag of an answer that is known by its revision before it is built; gives the 304 if the caller has that answer
 * already, else null. `parts` name what the answer depends on besides the URL's query.
 */
export function notModified(c: Context, ...parts: readonly (string | number)[]): Response | null {
  const search = c.req.url.indexOf('?')
  return matched(c, [SHAPE, ...parts, ...(search < 0 ? [] : [checksum(c.req.url.slice(search))])].join('-'))
}

/** Answers JSON that no revision stands for: its ETag is its hash. */
export async function hashedJson(c: Context, answer: object): Promise<Response> {
  const text = JSON.stringify(answer)
  return matched(c, await sha256(text)) ?? c.body(text, 200, { 'Content-Type': 'application/json' })
}

function matched(c: Context, tag: string): Response | null {
  const etag = `"${tag}"`
  const known = c.req.header('if-none-match')
  c.header('ETag', etag)
  c.header('Cache-Control', 'no-cache')
  if (known === undefined) return null
  const same = known.trim() === '*' || known.split(',').some((one) => one.trim().replace(/^W\//, '') === etag)
  return same ? c.body(null, 304) : null
}

/** A short checksum (FNV-1a, 32 bits), to tell the representations of one path apart. */
function checksum(text: string): string {
  let hash = 0x811c9dc5
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193)
  return (hash >>> 0).toString(36)
}
