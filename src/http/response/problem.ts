/** Failures as problem details (RFC 9457): the one error shape of the interface. */
import type { Context } from 'hono'
import { HTTPException } from 'hono/http-exception'
import { z } from 'zod'
import { Failure } from '../../failure.ts'
import { unavailable } from '../../store/unavailable.ts'

export const problemSchema = z
  .object({
    type: z.string().describe('Where the problem type is explained; ends in its code.'),
    title: z.string(),
    status: z.int(),
    detail: z.string(),
    code: z.string().describe('Stable, for programs.'),
    errors: z.array(
      z.object({ path: z.string().describe('The field: "title", "query.limit", "versions.0.body".'), message: z.string() }),
    ),
  })
  .meta({ id: 'Problem' })

/** The failure as a response. An unknown error is logged, and its message is not sent. */
export function problem(error: unknown, c: Context): Response {
  const failure = asFailure(error)
  if (failure.status >= 500) console.error(error)
  const { status, title, code, errors, message: detail } = failure
  if (status === 401)
    c.header('WWW-Authenticate', c.req.path.startsWith('/feeds/') ? 'Bearer, Basic realm="Claimtrail"' : 'Bearer')
  if (status === 503) c.header('Retry-After', '1')
  // They are those of the answer that failed.
  for (const name of ['ETag', 'Link']) c.header(name, undefined)
  c.header('Cache-Control', 'no-store')
  return c.body(JSON.stringify({ type: `urn:claimtrail:problem:${code}`, title, status, detail, code, errors }), status, {
    'Content-Type': 'application/problem+json',
  })
}

/** The failure that an error is to the caller. */
export function asFailure(error: unknown): Failure {
  const known = unavailable(error)
  if (known) return known
  if (error instanceof HTTPException) {
    if (error.status === 400) return new Failure('invalid', error.message, [{ path: 'body', message: error.message }])
    if (error.status === 413) return new Failure('too_large', error.message)
  }
  return new Failure('internal', 'The fault is logged. Trying again may help.')
}
