/** Asking the archive: the JSON of an answer, or a Stop that says in one line why there is none. */

import { EXIT, Stop } from '../exit.ts'
import type { Connection } from './connection.ts'

/** A refusal by the archive, with its HTTP status. */
export class Refused extends Stop {
  readonly status: number

  constructor(status: number, message: string) {
    super(EXIT.archive, message)
    this.status = status
  }
}

/** The JSON that the archive answers. The caller names the shape that the interface promises for the path. */
export async function ask<T>(request: Connection, path: string, init?: RequestInit): Promise<T> {
  const response = await request(path, init)
  const body = await jsonOf(response)
  if (!response.ok) throw new Refused(response.status, refusal(response.status, body))
  if (body === undefined) throw new Stop(EXIT.archive, 'the answer is not JSON; is this address a Claimtrail server?')
  return body as T
}

/** The text that the archive answers. */
export async function askText(request: Connection, path: string): Promise<string> {
  const response = await request(path)
  if (!response.ok) throw new Refused(response.status, refusal(response.status, await jsonOf(response)))
  return response.text()
}

export function post(body: object): RequestInit {
  return { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }
}

export interface Page<T> {
  readonly data: readonly T[]
  readonly next: string | null
  readonly more?: boolean
}

const PAGE = 200

/** Up to `limit` entries of a list, page after page, and whether there are more. */
export async function askList<T>(
  request: Connection,
  path: string,
  query: URLSearchParams,
  limit: number,
): Promise<{ data: T[]; more: boolean }> {
  const data: T[] = []
  let cursor: string | null = null
  for (;;) {
    const asked = new URLSearchParams(query)
    asked.set('limit', String(Math.min(PAGE, limit - data.length)))
    if (cursor !== null) asked.set('cursor', cursor)
    const page: Page<T> = await ask(request, `${path}?${asked}`)
    data.push(...page.data)
    const more = page.next !== null && page.more !== false
    if (!more || data.length >= limit || page.data.length === 0) return { data, more }
    cursor = page.next
  }
}

async function jsonOf(response: Response): Promise<unknown> {
  try {
    return await response.json()
  } catch {
    return undefined
  }
}

interface Problem {
  readonly title?: string
  readonly detail?: string
  readonly errors?: readonly { readonly path: string; readonly message: string }[]
}

function refusal(status: number, body: unknown): string {
  const problem: Problem = typeof body === 'object' && body !== null ? body : {}
  const said = problem.detail ?? problem.title ?? `the archive answered ${status}`
  const fields = (problem.errors ?? [])
    .map(({ path, message }) => `${path}: ${message}`)
    .filter((field) => !said.includes(field))
  const hint = HINTS[status]
  const more = [...fields, hint].filter(Boolean)
  return more.length === 0 ? said : [said.replace(/\.$/, ''), ...more].join('; ')
}

const HINTS: Readonly<Record<number, string>> = {
  401: 'give a token with --token or CLAIMTRAIL_TOKEN (claimtrail token create)',
  403: 'the token needs another scope (claimtrail token create --scope …)',
}
