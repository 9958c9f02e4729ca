/** The archive into which the write paths write, and all of its rows. */
import type SQLite from 'better-sqlite3'
import { checkWatches, deliverHooks } from '../../src/app.ts'
import type { Post } from '../../src/hooks/attempt.ts'
import { openSqlite, sqliteStore } from '../../src/store/sqlite.ts'
import type { Store } from '../../src/store/store.ts'
import { NOW, type Stage, stageOver, TOKEN, tellStory, well } from '../http/stage.ts'
import { article, REST, rss, Site } from '../watching/site.ts'

export const MIGRATIONS = 'migrations'

/** The host of the watched pages, what is there, and a feed that names a hub. */
export const SITE = 'https://gazette.example'
export const PIER = article('Pier Closes', 'The pier will close in May, its owner said.', ...REST)
export const PIER_LATER = article('Pier Closes', 'The pier may close in June, its owner said.', ...REST)
export const HUB = 'https://hub.example/'
export const CALLBACK = 'a'.repeat(64)
export const HUB_SECRET = 'a-secret-of-the-hub'

/** What writes into an archive: requests, the delivery of messages and the checks of watches, at a clock that the test moves. */
export interface Rig extends Stage {
  readonly site: Site
  /** The ids of the messages that the receiver of hooks got. */
  readonly received: string[]
  /** The status with which the receiver answers. */
  receives: number
  deliver(): Promise<unknown>
  check(): Promise<unknown>
  /** Moves the clock, by milliseconds. */
  later(by: number): void
}

/** `received`: the ids of messages are added to it. */
export function rigOver(store: Store, received: string[] = []): Rig {
  let now = Date.parse(NOW) + 3_600_000
  const site = new Site()
  site.pages.set(`${SITE}/pier`, { body: PIER, headers: { ETag: '"1"' } })
  site.pages.set(`${SITE}/feed`, rss(`${SITE}/pier`))
  site.services.set(HUB, async () => ({ status: 202 }))
  const post: Post = async (_, { headers }) => {
    received.push(headers['webhook-id'] ?? '')
    return { status: rig.receives, retryAfter: null }
  }
  const config = { readTokenRequired: false, bootstrapToken: TOKEN, capturePause: 0, publicUrl: 'https://archive.example' }
  const dependencies = { store, config, clock: () => now, get: site.get, post }
  const stage = stageOver(store, config, 0, dependencies)
  const rig: Rig = {
    ...stage,
    site,
    received,
    receives: 204,
    deliver: () => deliverHooks(dependencies),
    check: () => checkWatches(dependencies, { readers: 1 }),
    later(by) {
      now += by
    },
  }
  return rig
}

/** The bytes of an archive in which every write path finds what it needs. */
export async function fullArchive(): Promise<Buffer> {
  const client = openSqlite(':memory:', MIGRATIONS)
  const rig = rigOver(sqliteStore(client))
  const { send, ingest } = rig
  rig.later(-3_600_000)
  await tellStory(rig)
  await well(send('POST', '/v1/articles', { slug: 'empty' }))
  await well(send('POST', '/v1/articles', { slug: 'bridge-2' }))
  await well(ingest('bridge-2', '09:00', 'Bridge Closes', 'The old bridge will close in May, the mayor, Tomas Brandt, said.'))
  await well(send('POST', '/v1/articles', { slug: 'bridge-3' }))
  await well(send('POST', '/v1/articles/bridge-3/alias', { of: 'bridge', reason: 'The same story' }))
  await well(send('POST', '/v1/articles/ferry/claims/2/reviews', { action: 'confirm' }))
  await well(send('PUT', '/v1/articles/ferry/versions/2/withholding', { reason: 'By order of the court' }))
  await well(send('POST', '/v1/tokens', { name: 'desk', scopes: ['archive:read'] }))
  await well(send('POST', '/v1/watches', { url: `${SITE}/pier` }))
  await well(send('POST', '/v1/watches/1/check', {}))
  await well(send('POST', '/v1/watches', { url: `${SITE}/feed`, kind: 'feed' }))
  await well(send('POST', '/v1/watches/2/check', {}))
  await well(send('POST', '/v1/hooks', { url: 'https://desk.example/claimtrail' }))
  await well(ingest('ferry', '20:00', 'Ferry Sails', 'A ferry with 222 passengers sailed, the coast guard said.'))
  client.exec(`insert into hosts (host, free_at) values ('hub.example', '${NOW}');
    insert into subscriptions (watch_id, hub, host, topic, callback, secret, state, asked, asked_at, due_at, created_at, updated_at)
    values (2, '${HUB}', 'hub.example', '${SITE}/feed', '${CALLBACK}', '${HUB_SECRET}', 'pending', 'subscribe', '${NOW}',
      '2030-01-01T00:00:00.000Z', '${NOW}', '${NOW}')`)
  return client.serialize()
}

/** Columns of random values, of the clock of the database, and of counts of writes: each is compared by whether there is a value. */
const RANDOM: Readonly<Record<string, readonly string[]>> = {
  archive: ['revision'],
  articles: ['revision', 'recordings'],
  tokens: ['hash'],
  sessions: ['hash', 'bootstrap_hash'],
  hooks: ['secret', 'previous_secret', 'lease'],
  deliveries: ['message'],
  hosts: ['lease'],
  subscriptions: ['callback', 'secret'],
}

/** The rows of all tables, each as JSON; of the indexes of full text, the rows that are indexed. Each try has a row of its own in the audit log. */
export function rowsOf(client: SQLite.Database): Record<string, string[]> {
  const names = client
    .prepare<[], string>(
      `select name from sqlite_schema where type = 'table' and name not like 'sqlite_%' and name <> 'audit'
        and name not like '%_search' and name not like '%_search_data' and name not like '%_search_idx' order by name`,
    )
    .pluck()
    .all()
  return Object.fromEntries(
    names.map((name) => {
      const rows = client.prepare<[], Record<string, unknown>>(`select * from "${name}"`).all()
      for (const row of rows) for (const column of RANDOM[name] ?? []) row[column] = row[column] !== null
      return [name, rows.map((row) => JSON.stringify(row))]
    }),
  )
}

/** The tables whose rows differ, each with the rows that only one of the two has. */
export function differences(one: Record<string, string[]>, other: Record<string, string[]>) {
  const only = (rows: readonly string[] = [], without: readonly string[] = []) => rows.filter((row) => !without.includes(row))
  return Object.keys(one)
    .filter((name) => JSON.stringify(one[name]) !== JSON.stringify(other[name]))
    .map((name) => [name, only(one[name], other[name]), only(other[name], one[name])] as const)
}

/**
 * The rows that work leaves whenever it is done: the texts, what changed, the messages, the watches, and what is leased; without times and
 * ids, and without how often something was tried.
 */
const WORK = [
  'select a.slug, v.number, v.title, v.body from versions v join articles a on a.id = v.article_id order by 1, 2',
  'select article_id, kinds, count(*) from changes group by 1, 2 order by 1, 2',
  'select hook_id, upto, status, count(*) from deliveries group by 1, 2, 3 order by 1, 2, 3',
  'select id, cursor, lease from hooks order by 1',
  'select w.url, w.stopped_reason, w.outcome, a.slug from watches w left join articles a on a.id = w.article_id order by 1',
  'select watch_id, url, outcome, count(distinct captured_at) - count(*) from captures group by 1, 2, 3 order by 1, 2, 3',
  'select hub, topic, state, asked, ended_at is null from subscriptions order by 1, 2',
  'select host, lease from hosts order by 1',
]

export const workIn = (client: SQLite.Database): string[][] =>
  WORK.map((query) =>
    client
      .prepare(query)
      .raw()
      .all()
      .map((row) => JSON.stringify(row)),
  )
