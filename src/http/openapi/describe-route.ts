/** How routes are described: the parts of the OpenAPI document that they share. */
import { describeRoute as describeOperation, resolver } from 'hono-openapi'
import type { z } from 'zod'
import { type FailureStatus, failures } from './openapi-failures.ts'
import { type HeaderName, headersOf } from './openapi-headers.ts'
import type { Tag } from './openapi-tags.ts'
import { operationId } from './operation-id.ts'

export interface RouteDoc {
  readonly tag: Tag
  readonly summary: string
  /** More than the summary, before who may ask. */
  readonly description?: string
  /** As JSON. Without it, it answers in other media types only. */
  readonly answer?: z.ZodType
  /** Its name, where method and path do not make a good one (see operation-id.ts). */
  readonly id?: string
  readonly status?: 200 | 201
  /** More statuses that answer the same schema. */
  readonly also?: readonly number[]
  readonly failures?: readonly FailureStatus[]
  /** A list: also answers CSV and NDJSON. */
  readonly list?: boolean
  /** Further media types in which it answers, as text. */
  readonly texts?: readonly string[]
  /** The media type that the schema describes. Default: application/json. */
  readonly media?: string
  /** Further media types of JSON, which the caller asks for by Accept. */
  readonly others?: Readonly<Record<string, z.ZodType>>
  /** The body is NDJSON, each line of this schema. */
  readonly lines?: z.ZodType
  /** Answers with the way to the resource instead. */
  readonly redirects?: boolean
  /** The scope that it needs. Without one it is a read, open unless READ_TOKEN_REQUIRED is set. */
  readonly scope?: string
  /** With `scope`: the route lets its caller read the archive, so the caller also needs the right to read. */
  readonly reads?: boolean
  /** Never needs a token. */
  readonly open?: boolean
  /** Has an ETag. Default: every read that does not redirect. */
  readonly tagged?: boolean
  /** Takes an Idempotency-Key. */
  readonly keyed?: boolean
  /** Takes an Accept-Datetime. */
  readonly negotiates?: boolean
  /** A 201 with the Location of the new resource. Default: every one. */
  readonly located?: boolean
  /** Further headers of an answer that is no failure. */
  readonly headers?: readonly HeaderName[]
}

const KEY = {
  in: 'header' as const,
  name: 'Idempotency-Key',
  description:
    'A request that repeats a key within two days is answered from what the first one recorded; with another body it is a 422.',
  schema: { type: 'string' as const, minLength: 1, maxLength: 200, pattern: '^[!-~]+$', examples: ['5f0c2f6e-story-1'] },
}

const ACCEPT_DATETIME = {
  in: 'header' as const,
  name: 'Accept-Datetime',
  description: 'RFC 7089: the requested time, such as Tue, 10 Feb 2026 12:00:00 GMT. Without it, now.',
  schema: { type: 'string' as const, examples: ['Thu, 13 Mar 2025 16:00:00 GMT'] },
}

const IF_NONE_MATCH = {
  in: 'header' as const,
  name: 'If-None-Match',
  description: 'An ETag that the caller has: 304 while the answer is the same.',
  schema: { type: 'string' as const, examples: ['"none"'] },
}

/** The content of an answer that is no failure. */
function contentOf({
  answer,
  list,
  media = 'application/json',
  others = {},
  texts = list ? ['text/csv', 'application/x-ndjson'] : [],
}: RouteDoc) {
  const text = { schema: { type: 'string' as const } }
  const main = answer && { [media]: { schema: resolver(answer) } }
  const more = Object.entries(others).map(([type, shape]) => [type, { schema: resolver(shape) }])
  return { ...main, ...Object.fromEntries(more), ...Object.fromEntries(texts.map((type) => [type, text])) }
}

/** The security requirements of a route. */
function securityOf({ scope, reads, open, description }: RouteDoc) {
  if (open) return { security: [], ...(description !== undefined && { description }) }
  const before = description === undefined ? '' : `${description} `
  if (scope) {
    const more = reads ? ', and archive:read where reading requires it' : ''
    return { security: [{ token: [scope] }], description: `${before}Needs a token with the scope ${scope}${more}.` }
  }
  return {
    security: [{}, { token: ['archive:read'] }],
    description: `${before}Open, unless reading requires a token with the scope archive:read.`,
  }
}

/** The answers that are no failures, by status. */
function answersOf(doc: RouteDoc) {
  const { summary, status = 200, also = [], list, keyed, redirects, located = status === 201, headers = [] } = doc
  const { tagged = !doc.scope && !redirects } = doc
  if (redirects)
    return { 302: { description: 'Leads to the resource', headers: headersOf('Location', 'Revalidate', ...headers) } }
  const names: HeaderName[] = [
    ...(tagged ? (['ETag', 'Revalidate'] as const) : []),
    ...(list ? (['PageLink'] as const) : []),
    ...(located ? (['Location'] as const) : []),
    ...(keyed ? (['Replayed'] as const) : []),
    ...headers,
  ]
  const answer = { description: summary, content: contentOf(doc), headers: headersOf(...names) }
  const kept = headers.filter((name) => name.startsWith('Vary') || name === 'ContentSecurityPolicy')
  const same = { description: 'The answer is the same', headers: headersOf('ETag', 'Revalidate', ...kept) }
  return { ...Object.fromEntries([status, ...also].map((s) => [s, answer])), ...(tagged && { 304: same }) }
}

/** The description of a route. */
export function describeRoute(doc: RouteDoc) {
  const { tag, summary, id, list = false, scope, open, keyed, negotiates, redirects, lines } = doc
  const { tagged = !scope && !redirects } = doc
  const parameters = [...(keyed ? [KEY] : []), ...(negotiates ? [ACCEPT_DATETIME] : []), ...(tagged ? [IF_NONE_MATCH] : [])]
  return describeOperation({
    operationId: ({ method, path }) => id ?? operationId(method, path, list),
    tags: [tag],
    summary,
    ...securityOf(doc),
    ...(parameters.length && { parameters }),
    ...(lines && { requestBody: { required: true, content: { 'application/x-ndjson': { schema: resolver(lines) } } } }),
    responses: {
      ...answersOf(doc),
      ...failures([
        400,
        429,
        ...(open ? [] : ([401, 403] as const)),
        ...(list ? ([413] as const) : []),
        ...(doc.failures ?? []),
      ]),
    },
  })
}
