/** How routes are described: the parts of the OpenAPI document that they share. */
import { describeRoute, resolver } from 'hono-openapi'
import type { z } from 'zod'
import { problemSchema } from './problem.ts'

const FAILURES: Record<number, string> = {
  400: 'A field is wrong; `errors` names it',
  401: 'No token, or not a valid one',
  403: 'The token lacks the scope',
  404: 'There is no such thing',
  409: 'It stands against what is there',
  410: 'Withheld for legal reasons',
  413: 'Too large',
  415: 'The body must be JSON',
  422: 'The Idempotency-Key was used for another request',
}

const problemOf = (status: number) => ({
  description: FAILURES[status] ?? 'Failure',
  content: { 'application/problem+json': { schema: resolver(problemSchema) } },
})

export interface RouteDoc {
  readonly tag: string
  readonly summary: string
  readonly answer: z.ZodType
  readonly status?: 200 | 201
  /** More statuses that answer the same schema. */
  readonly also?: readonly number[]
  readonly failures?: readonly number[]
  /** A list: also answers CSV and NDJSON. */
  readonly list?: boolean
  readonly redirects?: boolean
  /** The scope that it needs. */
  readonly scope?: string
}

/** The description of a route. Reads may answer 304 (see conditional.ts) and writes need a token. */
export function described({ tag, summary, answer, status = 200, also = [], failures = [], list, redirects, scope }: RouteDoc) {
  const schema = resolver(answer)
  const content = {
    'application/json': { schema },
    ...(list && {
      'text/csv': { schema: { type: 'string' as const } },
      'application/x-ndjson': { schema: { type: 'string' as const } },
    }),
  }
  const all = [...new Set([...(scope ? [401, 403] : []), 400, ...failures])]
  return describeRoute({
    tags: [tag],
    summary,
    ...(scope && { security: [{ token: [] }], description: `Needs a token with the scope ${scope}.` }),
    responses: {
      ...Object.fromEntries([status, ...also].map((s) => [s, { description: summary, content }])),
      ...(scope ? {} : { 304: { description: 'The caller has this answer already' } }),
      ...(redirects && {
        302: { description: 'Leads to the resource', headers: { Location: { schema: { type: 'string' } } } },
      }),
      ...Object.fromEntries(all.map((s) => [s, problemOf(s)])),
    },
  })
}
