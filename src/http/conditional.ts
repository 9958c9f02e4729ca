/** Strong ETags from revisions, known before a body is built, and the 304 that they allow (RFC 9110, sections 8.8.3 and 13). */
import type { Context } from 'hono'
import { ENGINE } from '../core/analysis.ts'

/** Changes with the shape of the answers, so that a reader never keeps one of an older shape. */
const SHAPE = `1.${ENGINE}`

/** Sets the ETag; gives the 304 if the caller has that answer already, else null. `parts` name all that the answer depends on. */
export function notModified(c: Context, ...parts: readonly (string | number)[]): Response | null {
  const etag = `"${SHAPE}-${parts.join('-')}"`
  const known = c.req.header('if-none-match')
  c.header('ETag', etag)
  c.header('Cache-Control', 'no-cache')
  if (known === undefined) return null
  const same = known.trim() === '*' || known.split(',').some((tag) => tag.trim().replace(/^W\//, '') === etag)
  return same ? c.body(null, 304) : null
}
