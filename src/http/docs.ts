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
  503: 'Too many writes at once',
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
  /** Further media types in which it answers, as text. */
  readonly texts?: readonly string[]
  /** Answers with the way to the resource instead. */
  readonly redirects?: boolean
  /** The scope that it needs. Without one it is a read, open unless READ_TOKEN_REQUIRED is set. */
  readonly scope?: string
  /** Never needs a token. */
  readonly open?: boolean
  /** Has an ETag. Default: every read that does not redirect. */
  readonly tagged?: boolean
  /** Takes an Idempotency-Key. */
  readonly keyed?: boolean
  /** Takes an Accept-Datetime. */
  readonly negotiates?: boolean
}

const location = { headers: { Location: { schema: { type: 'string' as const } } } }

const KEY = {
  in: 'header' as const,
  name: 'Idempotency-Key',
  description: 'Sent again with the same body, the first answer is given again; with another, 422.',
  schema: { type: 'string' as const, minLength: 1, maxLength: 200, pattern: '^[!-~]+$' },
}

const ACCEPT_DATETIME = {
  in: 'header' as const,
  name: 'Accept-Datetime',
  description: 'RFC 7089: the time that is asked for, as in Tue, 10 Feb 2026 12:00:00 GMT. Without it, now.',
  schema: { type: 'string' as const },
}

/** What an answer holds that is no failure. */
function contentOf({ answer, list, texts = list ? ['text/csv', 'application/x-ndjson'] : [] }: RouteDoc) {
  const text = { schema: { type: 'string' as const } }
  const schema = resolver(answer)
  return { 'application/json': { schema }, ...Object.fromEntries(texts.map((type) => [type, text])) }
}

/** Who may ask. */
function securityOf({ scope, open }: RouteDoc) {
  if (open) return {}
  if (scope) return { security: [{ token: [] }], description: `Needs a token with the scope ${scope}.` }
  return { security: [{}, { token: [] }], description: 'Open, unless the archive wants a token with the scope archive:read.' }
}

/** The description of a route. */
export function described(doc: RouteDoc) {
  const { tag, summary, status = 200, also = [], failures = [], scope, open, keyed, negotiates, redirects } = doc
  const { tagged = !scope && !redirects } = doc
  const answer = { description: summary, content: contentOf(doc), ...(status === 201 && location) }
  return describeRoute({
    tags: [tag],
    summary,
    ...securityOf(doc),
    ...((keyed || negotiates) && { parameters: [keyed ? KEY : ACCEPT_DATETIME] }),
    responses: {
      ...(redirects
        ? { 302: { description: 'Leads to the resource', ...location } }
        : Object.fromEntries([status, ...also].map((s) => [s, answer]))),
      ...(tagged && { 304: { description: 'The caller has this answer already' } }),
      ...Object.fromEntries([400, ...(open ? [] : [401, 403]), ...failures].map((s) => [s, problemOf(s)])),
      default: { ...problemOf(500), description: 'Another failure' },
    },
  })
}
