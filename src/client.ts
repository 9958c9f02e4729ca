/** A typed client of the HTTP interface, for programs that have none of the server's packages: `claimtrail/client`. */
import { hc } from 'hono/client'
import type { Client, ClientResponse } from './http/client-api.ts'

export type { Client } from './http/client-api.ts'

/** Problem details (RFC 9457): the body of every failure that the server itself answers. */
export interface Problem {
  readonly type: string
  readonly title: string
  readonly status: number
  readonly detail: string
  /** Stable: programs distinguish failures by it. */
  readonly code: string
  readonly errors: readonly { readonly path: string; readonly message: string }[]
}

/** A failure that the server answered. */
export class ProblemError extends Error {
  readonly problem: Problem

  constructor(problem: Problem) {
    super(`${problem.status} ${problem.code}: ${problem.detail}`)
    this.name = 'ProblemError'
    this.problem = problem
  }
}

/** An answer that is neither JSON nor problem details: from a proxy, or from another kind of server. */
export class UnexpectedAnswerError extends Error {
  readonly status: number

  constructor(status: number, text: string) {
    super(`${status} ${text.slice(0, 200)}`)
    this.name = 'UnexpectedAnswerError'
    this.status = status
  }
}

export interface ClientOptions {
  readonly token?: string
  readonly fetch?: typeof fetch
}

/** The client of an archive: a method for each path and HTTP method, with the types of its parameters and answers. */
export function claimtrail(baseUrl: string, { token, fetch: fetching }: ClientOptions = {}): Client {
  const client: unknown = hc(baseUrl, {
    ...(token !== undefined && { headers: { Authorization: `Bearer ${token}` } }),
    ...(fetching && { fetch: fetching }),
  })
  return client as Client
}

/** The JSON of a response; responses without JSON (a 304, a redirect) are left out. */
export type Answered<Given> = Given extends ClientResponse<infer Answer, infer _, 'json'> ? Answer : never

/** The JSON of an answer. Throws ProblemError for a failure, and UnexpectedAnswerError for an answer that is not JSON. */
export async function answered<Given extends Response | ClientResponse<unknown>>(
  asked: Promise<Given>,
): Promise<Answered<Given>> {
  const response = await asked
  const text = await textOf(response)
  try {
    return JSON.parse(text) as Answered<Given>
  } catch {
    throw new UnexpectedAnswerError(response.status, text)
  }
}

/** The text of an answer, for formats other than JSON. Throws as `answered` does. */
export async function answeredText(asked: Promise<Response | ClientResponse<unknown>>): Promise<string> {
  return textOf(await asked)
}

async function textOf(response: Response | ClientResponse<unknown>): Promise<string> {
  const text = await response.text()
  if (response.ok) return text
  throw problemIn(response, text) ?? new UnexpectedAnswerError(response.status, text)
}

/** RFC 9457 allows a proxy to leave out every member, so those that are missing get defaults. */
function problemIn({ headers, status }: Pick<Response, 'headers' | 'status'>, text: string): ProblemError | null {
  if (!headers.get('content-type')?.startsWith('application/problem+json')) return null
  const given = JSON.parse(text) as Partial<Problem>
  const { title = `The server answered ${status}` } = given
  return new ProblemError({ type: 'about:blank', title, status, detail: title, code: 'unknown', errors: [], ...given })
}

/** A page of a list, as the server answers it. */
export interface Page<Row> {
  readonly data: readonly Row[]
  readonly next: string | null
  /** Only in the feed of changes, whose `next` is never null. */
  readonly more?: boolean
}

/** The answer to a request for a page of a list. */
export type PageAnswer<Row> = Promise<ClientResponse<Page<Row>, 200, 'json'> | ClientResponse<null, 304, 'body'>>

/** The query parameter that names a page; the first page has none. */
export interface Cursor {
  readonly cursor?: string
}

/**
 * Every row of a list, page by page; `ask` requests the page at a cursor.
 *
 *     for await (const claim of pages((cursor) => client.v1.claims.$get({ query: { q: 'fares', ...cursor } }))) …
 */
export async function* pages<Row>(ask: (cursor: Cursor) => PageAnswer<Row>): AsyncGenerator<Row, void> {
  for (let cursor: Cursor = {}; ; ) {
    const page: Page<Row> = await answered(ask(cursor))
    yield* page.data
    if (page.next === null || page.more === false) return
    cursor = { cursor: page.next }
  }
}
