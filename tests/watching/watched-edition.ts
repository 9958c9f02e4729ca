/** Follows two editions of the news site through the interface of a running archive, and returns what it made of them. */
import { vi } from 'vitest'
import { NAMED_BY_FEED, publish, STORIES } from './edition.ts'
import type { NewsSite } from './news-site.ts'

export const TOKEN = 'bootstrap-token-of-the-tests'

/** How long a round of checks may take at most on a busy machine, in milliseconds. */
const LONGEST_ROUND = 120_000

interface List<Row> {
  readonly data: readonly Row[]
}

interface CaptureRead {
  readonly address: string
  readonly outcome: string
  readonly article: string | null
}

export type Ask = <Answer>(method: string, path: string, body?: object) => Promise<Answer>

/** Requests to the archive at `api` with a token of every scope. Throws where the answer is a failure. */
export function askOf(api: string): Ask {
  return async <Answer>(method: string, path: string, body?: object) => {
    const headers = { Authorization: `Bearer ${TOKEN}`, ...(body && { 'Content-Type': 'application/json' }) }
    const response = await fetch(api + path, { method, headers, ...(body && { body: JSON.stringify(body) }) })
    if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${await response.text()}`)
    return response.json() as Promise<Answer>
  }
}

interface Followed {
  /** By path: what its captures came to, in order. */
  readonly outcomes: Record<string, string[]>
  /** By path: the body of each version. */
  readonly versions: Record<string, string[]>
}

/** The addresses that the archive is to watch. */
export const watchedAt = (origin: string): string[] => STORIES.map(({ path }) => origin + path)

/** `begin` makes the archive watch these addresses, where it does not yet. */
export async function followEditions(
  ask: Ask,
  site: NewsSite,
  origin: string,
  begin: (urls: readonly string[]) => Promise<unknown>,
): Promise<Followed> {
  publish(site, 0)
  await begin(watchedAt(origin))
  const stories = STORIES.length + 1
  await checked(ask, stories)
  publish(site, 1)
  const { data: watches } = await ask<List<{ id: number }>>('GET', '/v1/watches?limit=200')
  for (const { id } of watches) {
    await ask('PATCH', `/v1/watches/${id}`, { paused: true })
    await ask('PATCH', `/v1/watches/${id}`, { paused: false })
  }
  const captures = await checked(ask, 2 * stories)
  const outcomes: Followed['outcomes'] = {}
  const versions: Followed['versions'] = {}
  for (const { address, outcome, article } of [...captures].reverse()) {
    const path = address.slice(origin.length)
    outcomes[path] = [...(outcomes[path] ?? []), outcome]
    versions[path] ??= article === null ? [] : await bodiesOf(ask, article)
  }
  return { outcomes, versions }
}

/** The captures, as soon as there are so many. */
function checked(ask: Ask, many: number): Promise<readonly CaptureRead[]> {
  return vi.waitFor(
    async () => {
      const { data } = await ask<List<CaptureRead>>('GET', '/v1/captures?limit=200')
      if (data.length < many)
        throw new Error(`${data.length} of ${many} captures: ${data.map(({ address }) => address).join(' ')}`)
      return data
    },
    { timeout: LONGEST_ROUND, interval: 100 },
  )
}

async function bodiesOf(ask: Ask, slug: string): Promise<string[]> {
  const { data } = await ask<List<{ number: number }>>('GET', `/v1/articles/${slug}/versions`)
  const numbers = data.map(({ number }) => number).sort((a, b) => a - b)
  return Promise.all(
    numbers.map(async (number) => (await ask<{ body: string }>('GET', `/v1/articles/${slug}/versions/${number}`)).body),
  )
}

/** By path: the outcomes that are right, and how many versions. */
export const RIGHT = {
  outcomes: {
    ...Object.fromEntries(STORIES.map(({ path, outcomes }) => [path, outcomes])),
    [NAMED_BY_FEED]: ['created', 'unchanged'],
  },
  versions: { ...Object.fromEntries(STORIES.map(({ path, versions }) => [path, versions])), [NAMED_BY_FEED]: 1 },
}
