/** The headers of answers, as the OpenAPI document describes them. */

interface HeaderDoc {
  readonly header: string
  readonly description: string
  /** Always there. */
  readonly required?: boolean
  readonly schema: { readonly type: 'string' | 'integer'; readonly [keyword: string]: unknown }
}

/** By the name of the component: one header may have several descriptions. */
export const HEADERS = {
  AllowOrigin: {
    header: 'Access-Control-Allow-Origin',
    description: 'Any page may read the answer',
    required: true,
    schema: { type: 'string', const: '*' },
  },
  ExposeHeaders: {
    header: 'Access-Control-Expose-Headers',
    description: 'The headers that a page of another origin may read',
    required: true,
    schema: { type: 'string', pattern: '(^|,)ETag(,|$)' },
  },
  NoSniff: {
    header: 'X-Content-Type-Options',
    description: 'The answer is of its media type, whatever it looks like',
    required: true,
    schema: { type: 'string', const: 'nosniff' },
  },
  ETag: {
    header: 'ETag',
    description: 'Strong; send it in If-None-Match to get a 304 while the answer is the same',
    required: true,
    schema: { type: 'string', pattern: '^"[!#-~]+"$' },
  },
  Revalidate: {
    header: 'Cache-Control',
    description: 'Caches must revalidate it each time; `private` where reading requires a token',
    required: true,
    schema: { type: 'string', pattern: '^(private, )?no-cache$' },
  },
  Attachment: {
    header: 'Content-Disposition',
    description: 'It is to be saved, and never shown as a page',
    required: true,
    schema: { type: 'string', pattern: '^attachment; filename="[\\w.-]+"$' },
  },
  ReprDigest: {
    header: 'Repr-Digest',
    description: 'The SHA-256 of the body (RFC 9530)',
    required: true,
    schema: { type: 'string', pattern: '^sha-256=:[A-Za-z0-9+/]+=*:$' },
  },
  NoStore: {
    header: 'Cache-Control',
    description: 'Not cached',
    required: true,
    schema: { type: 'string', pattern: '^(private, )?no-store$' },
  },
  Private: {
    header: 'Cache-Control',
    description: 'Where reading requires a token',
    schema: { type: 'string', const: 'private' },
  },
  Vary: {
    header: 'Vary',
    description: 'The negotiated headers; the token too, where reading requires one',
    schema: { type: 'string', pattern: '^(Accept|accept-datetime|Authorization)(, Authorization)?$' },
  },
  VaryAccept: {
    header: 'Vary',
    description: 'The media type is negotiated; the token too, where reading requires one',
    required: true,
    schema: { type: 'string', pattern: '^Accept(, Authorization)?$' },
  },
  VaryDatetime: {
    header: 'Vary',
    description: 'The time is negotiated (RFC 7089); the token too, where reading requires one',
    required: true,
    schema: { type: 'string', pattern: '^accept-datetime(, Authorization)?$' },
  },
  Bookmark: {
    header: 'x-d1-bookmark',
    description: 'On D1: send it with the next request, so that a replica that answers has seen this one’s writes',
    schema: { type: 'string' },
  },
  Location: {
    header: 'Location',
    description: 'The address of the resource',
    required: true,
    schema: { type: 'string', format: 'uri-reference' },
  },
  PageLink: {
    header: 'Link',
    description: 'The next page (rel="next"), or the address to poll for more (rel="monitor"); absent on the last page',
    schema: { type: 'string', pattern: 'rel="(next|monitor)"' },
  },
  FeedLinks: {
    header: 'Link',
    description: 'The feeds of this resource (rel="alternate")',
    required: true,
    schema: { type: 'string', pattern: 'rel="alternate"' },
  },
  MementoLinks: {
    header: 'Link',
    description: 'original, timegate, timemap and mementos (RFC 7089); version history and neighbours (RFC 5829)',
    required: true,
    schema: { type: 'string', pattern: 'rel="original"' },
  },
  MementoDatetime: {
    header: 'Memento-Datetime',
    description: 'When the version was captured (RFC 7089)',
    required: true,
    schema: { type: 'string', pattern: '^[A-Z][a-z]{2}, \\d{2} [A-Z][a-z]{2} \\d{4} \\d{2}:\\d{2}:\\d{2} GMT$' },
  },
  Replayed: {
    header: 'Idempotency-Replayed',
    description: 'The answer repeats that to the first request with this Idempotency-Key',
    schema: { type: 'string', const: 'true' },
  },
  Challenge: {
    header: 'WWW-Authenticate',
    description: 'RFC 6750; for feeds a name and the token as the password too (RFC 7617)',
    required: true,
    schema: { type: 'string', pattern: '^Bearer(, Basic realm="Claimtrail")?$' },
  },
  ContentSecurityPolicy: {
    header: 'Content-Security-Policy',
    description: 'Nothing from other origins',
    required: true,
    schema: { type: 'string', pattern: "^default-src 'self'" },
  },
  RetryAfter: {
    header: 'Retry-After',
    description: 'Seconds',
    required: true,
    schema: { type: 'integer', minimum: 1 },
  },
} as const satisfies Readonly<Record<string, HeaderDoc>>

export type HeaderName = keyof typeof HEADERS

/** The headers of every answer. */
const ALWAYS: readonly HeaderName[] = ['AllowOrigin', 'ExposeHeaders', 'NoSniff']

/** The headers of an answer unless its route declares them otherwise. */
const OTHERWISE: readonly HeaderName[] = ['Private', 'Vary', 'Bookmark']

/** The headers of an answer, as references to the components; a later description replaces an earlier one of the same header. */
export function headersOf(...names: readonly HeaderName[]): Record<string, { $ref: string }> {
  return Object.fromEntries(
    [...ALWAYS, ...OTHERWISE, ...names].map((name) => [HEADERS[name].header, { $ref: `#/components/headers/${name}` }]),
  )
}

/** The components that `headersOf` refers to. */
export const headerComponents = Object.fromEntries(Object.entries(HEADERS).map(([name, { header: _, ...doc }]) => [name, doc]))
