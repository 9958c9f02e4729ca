/** Problem details (RFC 9457) for requests that Node refuses before the app sees them. */
import { type IncomingMessage, type Server, type ServerResponse, STATUS_CODES } from 'node:http'
import type { Duplex } from 'node:stream'
import { PROTECTIVE_HEADERS } from '../web/protective-headers.ts'

export interface Refusal {
  readonly status: number
  readonly code: string
  readonly title: string
  readonly detail: string
  /** Header fields besides those of every refusal, or instead of them. */
  readonly headers?: Readonly<Record<string, string>>
}

const MALFORMED: Refusal = {
  status: 400,
  code: 'invalid',
  title: 'The request is not valid',
  detail: 'The request is not valid HTTP.',
}

/** By the code of the parser's error; any other is a 400. */
const BY_ERROR: Readonly<Record<string, Refusal>> = {
  ERR_HTTP_REQUEST_TIMEOUT: {
    status: 408,
    code: 'timeout',
    title: 'The request took too long',
    detail: 'The whole request did not arrive in time.',
  },
  HPE_CHUNK_EXTENSIONS_OVERFLOW: {
    status: 413,
    code: 'too_large',
    title: 'Too large',
    detail: 'The extensions of a chunk are too large.',
  },
  HPE_HEADER_OVERFLOW: {
    status: 431,
    code: 'headers_too_large',
    title: 'The header fields are too large',
    detail: 'The header fields are too large.',
  },
}

const EXPECTATION: Refusal = {
  status: 417,
  code: 'expectation_failed',
  title: 'The expectation cannot be met',
  detail: 'Expect takes 100-continue only.',
}

const body = ({ status, code, title, detail }: Refusal) =>
  JSON.stringify({ type: `urn:claimtrail:problem:${code}`, title, status, detail, code, errors: [] })

const headers = (text: string, more: Refusal['headers'] = {}) => ({
  'Content-Type': 'application/problem+json',
  'Content-Length': String(Buffer.byteLength(text)),
  'Cache-Control': 'no-store',
  ...PROTECTIVE_HEADERS,
  Connection: 'close',
  ...more,
})

/** Answers requests that the parser of `server` refuses, and Expect headers that it does not support. */
export function answerParserErrors(server: Server): void {
  const responses = new WeakMap<Duplex, ServerResponse>()
  server.on('request', ({ socket }, response) => responses.set(socket, response))
  server.on('clientError', (error: NodeJS.ErrnoException, socket) => {
    const response = responses.get(socket)
    const answering = response?.headersSent && !response.writableFinished
    if (error.code === 'ECONNRESET' || !socket.writable || answering) socket.destroy()
    else socket.end(rawAnswer(BY_ERROR[error.code ?? ''] ?? MALFORMED))
  })
  server.on('checkExpectation', (_request, response) => answer(response, EXPECTATION))
}

/** Answers a request whose Host header or target is not valid. */
export const malformedRequest = (): Response => {
  const text = body(MALFORMED)
  return new Response(text, { status: MALFORMED.status, headers: headers(text) })
}

/** Whether a request has the Host header that HTTP/1.1 requires (RFC 9112, section 3.2); if not, answers it. */
export function hasHost({ headers, httpVersion }: IncomingMessage, response: ServerResponse): boolean {
  if (headers.host !== undefined || httpVersion === '1.0') return true
  answer(response, { ...MALFORMED, detail: 'The request has no Host header.' })
  return false
}

export function answer(response: ServerResponse, refusal: Refusal): void {
  const text = body(refusal)
  response.writeHead(refusal.status, headers(text, refusal.headers)).end(text)
}

function rawAnswer(refusal: Refusal): string {
  const text = body(refusal)
  const lines = Object.entries(headers(text)).map(([name, value]) => `${name}: ${value}`)
  return [`HTTP/1.1 ${refusal.status} ${STATUS_CODES[refusal.status]}`, ...lines, '', text].join('\r\n')
}
