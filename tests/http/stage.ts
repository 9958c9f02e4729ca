/** The app over the harness's archive, with a small story in it. The clock stands still. */
import { sql } from 'drizzle-orm'
import { createApp } from '../../src/app.ts'
import type { Config } from '../../src/config.ts'
import type { Dependencies } from '../../src/http/context.ts'
import { ResponseCache } from '../../src/http/response/response-cache.ts'
import type { Store } from '../../src/store/store.ts'

export const TOKEN = 'bootstrap-token-of-the-tests'
export const NOW = '2026-03-01T12:00:00.000Z'
export const JSON_HEADERS = { Authorization: `Bearer ${TOKEN}`, 'Content-Type': 'application/json' }

export type Ask = (path: string, init?: RequestInit) => Promise<Response>

export interface Stage {
  readonly store: Store
  readonly ask: Ask
  /** Sends JSON with the bootstrap token. */
  send(method: string, path: string, body: unknown, headers?: Record<string, string>): Promise<Response>
  /** Records a version captured at the hour `at` of 10 February 2026, or at a time. */
  ingest(slug: string, at: string, title: string, ...paragraphs: string[]): Promise<Response>
}

/** The app over an archive. It keeps answers where `answersKept` does not say otherwise; `more` is what else it is given. */
export function stageOver(
  store: Store,
  given: Partial<Config> = {},
  answersKept = 1_000_000,
  more: Partial<Dependencies> = {},
): Stage {
  const config = { readTokenRequired: false, bootstrapToken: TOKEN, ...given }
  const responses = new ResponseCache(answersKept)
  const app = createApp(() => ({ store, config, clock: () => Date.parse(NOW), responses, ...more }))
  const ask: Ask = async (path, init) => app.request(path, init)
  const send: Stage['send'] = (method, path, body, headers) =>
    ask(path, {
      method,
      headers: { ...JSON_HEADERS, ...headers },
      body: typeof body === 'string' ? body : JSON.stringify(body),
    })
  return {
    store,
    ask,
    send,
    ingest: (slug, at, title, ...paragraphs) =>
      send('POST', `/v1/articles/${slug}/versions`, {
        title,
        body: paragraphs.join('\n\n'),
        captured_at: at.includes('T') ? at : `2026-02-10T${at}:00Z`,
      }),
  }
}

/** Fails loudly where a preparation did not work. */
export async function well(answer: Promise<Response>): Promise<Response> {
  const response = await answer
  if (!response.ok) throw new Error(`${response.status} ${await response.text()}`)
  return response
}

/** What `GET path` answers, as JSON. */
export async function read<Answer>(ask: Ask, path: string): Promise<Answer> {
  return (await well(ask(path))).json() as Promise<Answer>
}

/** Two articles: `ferry` with three versions (a number, a certainty and a source change), and `bridge` with one. */
export async function tellStory({ send, ingest }: Stage): Promise<void> {
  await well(
    send('POST', '/v1/articles', { slug: 'ferry', publication: 'Harbour Gazette', url: 'https://gazette.example/ferry' }),
  )
  await well(
    ingest(
      'ferry',
      '08:00',
      'Ferry Runs Aground',
      'A ferry with 212 passengers ran aground off Norrholm on Tuesday, the coast guard said.',
      '“We felt a long scrape and then silence,” said Ingrid Dahl, a passenger.',
      'The operator will resume the service on Friday.',
    ),
  )
  await well(
    ingest(
      'ferry',
      '12:00',
      'Ferry Runs Aground',
      'A ferry with 221 passengers ran aground off Norrholm on Tuesday, the coast guard said.',
      '“We felt a long scrape and then silence,” said Ingrid Dahl, a passenger.',
      'The operator may resume the service on Friday.',
    ),
  )
  await well(
    ingest(
      'ferry',
      '18:00',
      'Ferry Freed After Ten Hours',
      'A ferry with 221 passengers ran aground off Norrholm on Tuesday, the harbour office said.',
      'The operator may resume the service on Friday.',
      'Two tugs pulled the vessel free in the evening, according to the coast guard.',
    ),
  )
  await well(send('POST', '/v1/articles', { slug: 'bridge', title: 'The Bridge', publication: 'Valley Post' }))
  await well(ingest('bridge', '09:00', 'Bridge Closes', 'The old bridge will close in May, the mayor, Tomas Brandt, said.'))
}

/** How many rows each table has. */
export async function rowCounts({ db }: Store): Promise<Record<string, number>> {
  const tables = await db.all<{ name: string }>(
    sql`select name from sqlite_master where type = 'table' and name not like '\\_%' escape '\\' and name not like 'sqlite\\_%' escape '\\'
      and name not like '%\\_search%' escape '\\' and name not like 'd1\\_%' escape '\\' order by name`,
  )
  const counts: Record<string, number> = {}
  for (const { name } of tables) {
    const [row] = await db.all<{ n: number }>(sql`select count(*) as n from ${sql.identifier(name)}`)
    counts[name] = row?.n ?? 0
  }
  return counts
}
