/** A typed client of the HTTP interface, for programs that have none of the server's packages: `claimtrail/client`. */
import { type ClientResponse, hc } from 'hono/client'
import type { Routes } from './http/routes.ts'

/** Problem details (RFC 9457), as every failure is answered. */
export interface Problem {
  readonly type: string
  readonly title: string
  readonly status: number
  readonly detail: string
  /** Stable; what a program should look at. */
  readonly code: string
  readonly errors: readonly { readonly path: string; readonly message: string }[]
}

/** Thrown for an answer that is a failure. */
export class ProblemError extends Error {
  readonly problem: Problem

  constructor(problem: Problem) {
    super(`${problem.status} ${problem.code}: ${problem.detail}`)
    this.name = 'ProblemError'
    this.problem = problem
  }
}

export interface ClientOptions {
  readonly token?: string
  readonly fetch?: typeof fetch
}

/** The client of an archive: a method for each path and method, its parameters and answers typed as the server has them. */
export function claimtrail(baseUrl: string, { token, fetch: fetching }: ClientOptions = {}) {
  return hc<Routes>(baseUrl, {
    ...(token !== undefined && { headers: { Authorization: `Bearer ${token}` } }),
    ...(fetching && { fetch: fetching }),
  })
}

/** What a response holds as JSON; the answers that are none (a 304, a redirect) are passed over. */
type Answered<Given> = Given extends ClientResponse<infer Answer, infer _, 'json'> ? Answer : never

/** The JSON of an answer. Throws ProblemError where it is a failure, and Error where it is no JSON of Claimtrail's. */
export async function answered<Given extends Response | ClientResponse<unknown>>(
  asked: Promise<Given>,
): Promise<Answered<Given>> {
  const response = await asked
  const text = await response.text()
  if (response.headers.get('content-type')?.startsWith('application/problem+json')) {
    throw new ProblemError(JSON.parse(text) as Problem)
  }
  if (!response.ok) throw new Error(`${response.status} ${text.slice(0, 200)}`)
  return JSON.parse(text) as Answered<Given>
}

interface Page<Row> {
  readonly data: readonly Row[]
  readonly next: string | null
  /** Of a feed, whose `next` is always there. */
  readonly more?: boolean
}

/**
 * Every row of a list, page after page, until the last; `ask` asks for the page of a cursor.
 *
 *     for await (const claim of pages((cursor) => client.v1.claims.$get({ query: { q: 'fares', ...cursor } }))) …
 */
export async function* pages<Row>(
  ask: (cursor: { cursor?: string }) => Promise<ClientResponse<Page<Row>, 200, 'json'> | ClientResponse<null, 304, 'body'>>,
): AsyncGenerator<Row, void> {
  for (let cursor: { cursor?: string } = {}; ; ) {
    const page: Page<Row> = await answered(ask(cursor))
    yield* page.data
    if (page.next === null || page.more === false) return
    cursor = { cursor: page.next }
  }
}
