/** Answers on Node that are kept as bytes in front of the app, and given again while the database is what it was. */
import { randomUUID } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import { names } from '../web/etags.ts'
import type { Observed } from './observation.ts'

/** The header fields with which a request may be answered from here: none of them changes an answer but `accept`, which is part of the key. */
const INDIFFERENT: ReadonlySet<string> = new Set([
  ...['host', 'connection', 'user-agent', 'accept', 'accept-encoding', 'accept-language', 'if-none-match', 'cache-control'],
  ...['pragma', 'origin', 'referer', 'dnt', 'priority', 'upgrade-insecure-requests', 'keep-alive', 'te', 'x-forwarded-for'],
  ...[
    'sec-fetch-site',
    'sec-fetch-mode',
    'sec-fetch-dest',
    'sec-fetch-user',
    'sec-ch-ua',
    'sec-ch-ua-mobile',
    'sec-ch-ua-platform',
  ],
])

/** Smaller answers are not compressed. */
const LEAST_COMPRESSED = 1_000
const BROTLI = { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } }
const CODERS = {
  br: (bytes: Buffer) => promisify(brotliCompress)(bytes, BROTLI),
  gzip: (bytes: Buffer) => promisify(gzip)(bytes),
}
type Coding = keyof typeof CODERS

/** The size of an entry besides its bytes, as an upper estimate. */
const OVERHEAD = 2_000
/** Longer keys are not kept: they rarely repeat. */
const LONGEST_KEY = 2_000

/** The route of what is answered from here. */
const KEPT = 'kept'

interface Form {
  readonly bytes: Buffer
  /** Names and values in turn. */
  readonly headers: readonly string[]
}

interface Kept {
  readonly etag: string
  readonly headers: readonly (readonly [name: string, value: string])[]
  readonly identity: Form
  readonly unchanged: readonly string[]
  readonly coded: Map<Coding, Form | 'in the making'>
  /** The state of the database for which it was found to be valid last. */
  state: string
}

type Fetch<Bindings> = (request: Request, bindings: Bindings) => Response | Promise<Response>

/**
 * The most recently used answers to requests without credentials, up to a number of bytes. A request costs the look at the state of the
 * database: where anything was written since, the app answers, and its answer takes the place of the one that was kept.
 */
export class KeptAnswers {
  readonly #answers = new Map<string, Kept>()
  readonly #most: number
  readonly #state: () => string
  readonly #observe: (observed: Observed) => void
  readonly #textOf: (url: string, etag: string) => string | null
  readonly #admits: (request: IncomingMessage) => boolean
  #size = 0

  /**
   * `state` gives another text after each write to the database, whoever made it; `observe` is told of each answer given from here;
   * `textOf` gives the text of an answer that the app cached, by its ETag, which takes less time than to read the answer; a request that `admits`
   * refuses is left to the app.
   */
  constructor(
    state: () => string,
    most: number,
    observe: (observed: Observed) => void = () => {},
    textOf: (url: string, etag: string) => string | null = () => null,
    admits: (request: IncomingMessage) => boolean = () => true,
  ) {
    this.#most = most
    this.#state = state
    this.#observe = observe
    this.#textOf = textOf
    this.#admits = admits
  }

  /** Answers the request if there is an answer that is valid; false: the app has to. */
  answer(request: IncomingMessage, response: ServerResponse): boolean {
    const start = performance.now()
    const key = keyOf(request)
    const kept = key === null ? undefined : this.#answers.get(key)
    if (key === null || kept === undefined || kept.state !== this.#state()) return false
    if (!this.#admits(request)) return false
    // A Map iterates in order of insertion, so the most recently used comes last.
    this.#answers.delete(key)
    this.#answers.set(key, kept)
    const etags = request.headers['if-none-match']
    const id = randomUUID()
    const status = etags !== undefined && names(etags, kept.etag) ? 304 : 200
    const { bytes, headers } =
      status === 304 ? { bytes: null, headers: kept.unchanged } : this.#formFor(kept, key, request.headers['accept-encoding'])
    response.writeHead(status, [...headers, 'x-request-id', id]).end(bytes ?? undefined)
    const path = request.url?.replace(/\?.*/s, '') ?? ''
    this.#observe({ id, method: 'GET', path, route: KEPT, status, ms: performance.now() - start })
    return true
  }

  /** The app's answer; it is kept where it has an ETag and the request could have been answered from here. */
  async fetch<Bindings extends { readonly incoming: IncomingMessage }>(
    request: Request,
    bindings: Bindings,
    app: Fetch<Bindings>,
  ): Promise<Response> {
    const key = keyOf(bindings.incoming)
    if (key === null) return app(request, bindings)
    // Before the app reads: what is written meanwhile makes the answer one of before.
    const state = this.#state()
    const response = await app(request, bindings)
    const etag = response.headers.get('etag')
    const known = this.#answers.get(key)
    if (response.status === 304 && known !== undefined && known.etag === etag) known.state = state
    if (response.status !== 200 || etag === null || response.headers.has('set-cookie') || isStream(response)) return response
    if (known?.etag === etag) {
      known.state = state
      return response
    }
    const headers = [...response.headers]
    const text = this.#textOf(request.url, etag)
    const bytes = text === null ? Buffer.from(await response.arrayBuffer()) : Buffer.from(text)
    const kept = keptOf(etag, headers, bytes, state)
    this.#keep(key, kept)
    const coding = codingIn(bindings.incoming.headers['accept-encoding'])
    if (coding === null || bytes.byteLength < LEAST_COMPRESSED)
      return text === null ? new Response(bytes, { headers }) : response
    return this.#codedAnswer(kept, key, coding, response.headers.get('x-request-id'))
  }

  /** The answer in a coding, made for the first who asks. */
  async #codedAnswer(kept: Kept, key: string, coding: Coding, id: string | null): Promise<Response> {
    await this.#code(kept, key, coding)
    const form = kept.coded.get(coding)
    const { bytes, headers } = typeof form === 'object' ? form : kept.identity
    const own = new Headers(id === null ? {} : { 'x-request-id': id })
    for (let i = 0; i < headers.length; i += 2) own.append(headers[i] ?? '', headers[i + 1] ?? '')
    return new Response(new Uint8Array(bytes), { headers: own })
  }

  #keep(key: string, kept: Kept): void {
    this.#drop(key)
    this.#answers.set(key, kept)
    this.#size += sizeOf(key, kept)
    this.#shrink()
  }

  #shrink(): void {
    for (const oldest of this.#answers.keys()) {
      if (this.#size <= this.#most) break
      this.#drop(oldest)
    }
  }

  #drop(key: string): void {
    const kept = this.#answers.get(key)
    if (!kept) return
    this.#size -= sizeOf(key, kept)
    this.#answers.delete(key)
  }

  /** The bytes in a coding that the client takes: as they are until they have been compressed. */
  #formFor(kept: Kept, key: string, accepted: string | undefined): Form {
    const coding = codingIn(accepted)
    if (coding === null || kept.identity.bytes.byteLength < LEAST_COMPRESSED) return kept.identity
    const form = kept.coded.get(coding)
    if (form === undefined) void this.#code(kept, key, coding)
    return typeof form === 'object' ? form : kept.identity
  }

  async #code(kept: Kept, key: string, coding: Coding): Promise<void> {
    kept.coded.set(coding, 'in the making')
    const bytes = await CODERS[coding](kept.identity.bytes)
    if (this.#answers.get(key) !== kept) return
    // Another coding has other bytes, and a strong ETag names bytes (RFC 9110, section 8.8.3.3).
    const headers = kept.headers.map(([name, value]) => [name, name === 'etag' ? `W/${value}` : value] as const)
    kept.coded.set(coding, formOf([...headers, ['content-encoding', coding]], bytes))
    this.#size += bytes.byteLength
    this.#shrink()
  }
}

/** Whether an answer is made while it is sent: it may be long. */
const isStream = ({ headers }: Response): boolean => headers.get('x-accel-buffering') === 'no'

/** The request as far as an answer depends on it; null where it may depend on more. */
function keyOf({ method, url = '', headers, rawHeaders }: IncomingMessage): string | null {
  if (method !== 'GET') return null
  for (let i = 0; i < rawHeaders.length; i += 2) if (!INDIFFERENT.has(rawHeaders[i]?.toLowerCase() ?? '')) return null
  const key = `${headers.host ?? ''}\n${headers.accept ?? ''}\n${url}`
  return key.length > LONGEST_KEY ? null : key
}

function keptOf(etag: string, given: Kept['headers'], bytes: Buffer, state: string): Kept {
  const vary = given.flatMap(([name, value]) => (name === 'vary' ? [value] : []))
  const others = given.filter(([name]) => !['vary', 'content-length', 'x-request-id'].includes(name))
  const headers = [...others, ['vary', [...vary, 'Accept-Encoding'].join(', ')] as const]
  const unchanged = headers.filter(([name]) => name !== 'content-type').flat()
  return { etag, headers, identity: formOf(headers, bytes), unchanged, coded: new Map(), state }
}

const formOf = (headers: Kept['headers'], bytes: Buffer): Form => ({
  bytes,
  headers: [...headers, ['content-length', String(bytes.byteLength)]].flat(),
})

function sizeOf(key: string, { identity, coded }: Kept): number {
  const forms = [...coded.values()].reduce((sum, form) => sum + (typeof form === 'object' ? form.bytes.byteLength : 0), 0)
  return OVERHEAD + key.length + identity.bytes.byteLength + forms
}

/** The coding that a client prefers by our order; null where it takes none. */
function codingIn(accepted = ''): Coding | null {
  const taken = accepted
    .toLowerCase()
    .split(',')
    .flatMap((one) => (/;\s*q=0(?:\.0*)?\s*$/.test(one) ? [] : [one.split(';')[0]?.trim()]))
  return taken.includes('br') ? 'br' : taken.includes('gzip') ? 'gzip' : null
}
