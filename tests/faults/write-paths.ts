/** Every way by which an archive is written, one a row. */
import type SQLite from 'better-sqlite3'
import { openSqlite, sqliteStore } from '../../src/store/sqlite.ts'
import { JSON_HEADERS } from '../http/stage.ts'
import { signIn } from '../pages/editing/browser.ts'
import { exported } from '../store/transfer/whole-archive.ts'
import { article, REST, rss } from '../watching/site.ts'
import { signed } from '../watching/websub/hub.ts'
import { CALLBACK, fullArchive, HUB, HUB_SECRET, MIGRATIONS, PIER, PIER_LATER, type Rig, SITE } from './archive.ts'

export interface WritePath {
  readonly act: (rig: Rig) => Promise<Response | unknown>
  /** It begins with an empty archive. Default: a full one. */
  readonly empty?: true
  /** What the archive needs besides. */
  readonly prepare?: (rig: Rig, client: SQLite.Database) => Promise<unknown> | unknown
  /** The statuses of a request that did its work, and of one that finds it done. Default: below 400. */
  readonly done?: readonly number[]
  /** Each time makes another row, so that a client whose answer was lost looks before it sends the request again. */
  readonly adds?: true
  /** It is several writes, each of them whole: what the first did stands where the next one fails. */
  readonly parts?: true
  /** It is work that is due, and that is begun again after a while where it was not finished. */
  readonly works?: true
}

const keyed =
  (method: string, path: string, body: unknown): WritePath['act'] =>
  ({ send }) =>
    send(method, path, body, { 'Idempotency-Key': 'the-key' })

const plain =
  (method: string, path: string, body: unknown = {}): WritePath['act'] =>
  ({ send }) =>
    send(method, path, body)

const version = (body: string, hour: string, more: object = {}) =>
  keyed('POST', '/v1/articles/ferry/versions', { title: 'Ferry', body, captured_at: `2026-02-10T${hour}:00Z`, ...more })

const review = (claim: number, body: object) => keyed('POST', `/v1/articles/ferry/claims/${claim}/reviews`, body)

const LATEST = 'A ferry with 222 passengers sailed, the coast guard said.'
const FIRST = [
  'A ferry with 212 passengers ran aground off Norrholm on Tuesday, the coast guard said.',
  '“We felt a long scrape and then silence,” said Ingrid Dahl, a passenger.',
  'The operator will resume the service on Friday.',
].join('\n\n')

const versions =
  (...texts: readonly (readonly [article: string, hour: string, body: string])[]): WritePath['act'] =>
  ({ ask }) =>
    ask('/v1/ingest', {
      method: 'POST',
      headers: { ...JSON_HEADERS, 'Content-Type': 'application/x-ndjson' },
      body: texts
        .map(([slug, hour, body]) =>
          JSON.stringify({ article: slug, title: '', body, captured_at: `2026-02-10T${hour}:00:00Z` }),
        )
        .join('\n'),
    })

/** A check of the watches, after the site has changed. */
const checks = (change: (rig: Rig) => unknown): WritePath => ({
  act: (rig) => {
    change(rig)
    return rig.check()
  },
  works: true,
})
/** An export of the full archive. */
const lines = await exported(sqliteStore(openSqlite(await fullArchive(), MIGRATIONS)), true)

/** Sends an export, from the line on that the archive asks for, in three parts. */
async function restore({ ask }: Rig): Promise<Response> {
  const part = (first: number, last: number) =>
    ask(`/v1/restore?line=${first}`, {
      method: 'POST',
      headers: { ...JSON_HEADERS, 'Content-Type': 'application/x-ndjson' },
      body: lines.slice(first - 1, last).join('\n'),
    })
  let answer = await part(1, 1)
  while (answer.ok) {
    const told = (await answer.clone().json()) as { readonly lines: number; readonly done: boolean }
    if (told.done) return answer
    answer = await part(told.lines + 1, told.lines + Math.ceil(lines.length / 3))
  }
  return answer
}

const page =
  (body: string, more: object = {}) =>
  (rig: Rig) =>
    rig.site.pages.set(`${SITE}/pier`, { body, ...more })

export const WRITE_PATHS: Readonly<Record<string, WritePath>> = {
  'an article': { act: keyed('POST', '/v1/articles', { slug: 'mill', url: 'https://valley.example/mill' }) },
  'the metadata of an article': {
    act: plain('PATCH', '/v1/articles/bridge', { title: 'Bridge', slug: 'old-bridge', url: 'https://valley.example/bridge' }),
  },
  'a first version': { act: keyed('POST', '/v1/articles/empty/versions', { title: 'Mill', body: 'The mill burns, he said.' }) },
  'a version': { act: version('A ferry with 223 passengers sank, the coast guard said.', '21:00') },
  'a version in between': { act: version(`${FIRST}\n\nIt may sink.`, '10:00') },
  'a version at an address': {
    act: version('The ferry sank.', '21:00', { url: 'https://gazette.example/ferry-2', byline: 'By Ada Moreno' }),
  },
  'a version as a page': {
    act: keyed('POST', '/v1/articles/empty/versions', { html: PIER, url: `${SITE}/pier-2` }),
  },
  'a page that is no article': {
    act: plain('POST', '/v1/articles/empty/versions', { html: '<p>Log in', url: `${SITE}/pier-2` }),
    done: [400],
    adds: true,
  },
  'a check': { act: keyed('POST', '/v1/articles/ferry/versions', { title: 'Ferry Sails', body: LATEST }) },
  'a check in between': {
    act: version(FIRST, '09:00', { title: 'Ferry Runs Aground' }),
  },
  'many versions': {
    act: versions(
      ['ferry', '22', 'The ferry sank.'],
      ['ferry', '13', FIRST],
      ['bridge', '23', 'The bridge will open in June.'],
    ),
    parts: true,
  },
  'captures that others made': {
    act: plain('POST', '/v1/captures/import', {
      captures: [
        { url: `${SITE}/pier`, captured_at: '2026-02-12T08:00:00Z', html: PIER_LATER },
        {
          url: `${SITE}/mill`,
          captured_at: '2026-02-12T08:00:00Z',
          html: article('Mill Burns', 'The mill may burn.', ...REST),
        },
        { url: `${SITE}/none`, captured_at: '2026-02-12T08:00:00Z', html: '<p>Not here', status: 404 },
      ],
    }),
    parts: true,
  },
  'an export that is restored': { act: restore, empty: true, parts: true, done: [200, 409] },
  'a review that confirms': { act: review(3, { action: 'confirm', reason: 'Seen.' }) },
  'a review of a change': { act: review(1, { action: 'confirm', change: 1 }) },
  'a review that rejects': { act: review(3, { action: 'reject', reason: 'It is no claim.' }) },
  'a review that relabels': { act: review(1, { action: 'relabel', label: 'The passengers' }) },
  'a review that merges': { act: review(1, { action: 'merge', with: 5 }) },
  'a review that splits': { act: review(2, { action: 'split', version: 3 }) },
  'a review that supersedes': { act: review(3, { action: 'supersede', by: 4 }) },
  'a review that withdraws': { act: review(2, { action: 'withdraw', review: 1 }) },
  'a claim that is added': {
    act: keyed('POST', '/v1/articles/ferry/reviews', { action: 'add', version: 1, exact: 'silence', label: 'Silence' }),
  },
  'a withholding': { act: plain('PUT', '/v1/articles/ferry/versions/3/withholding', { reason: 'By order of the court' }) },
  'the end of a withholding': { act: plain('DELETE', '/v1/articles/ferry/versions/2/withholding') },
  'an erasure': {
    act: plain('POST', '/v1/articles/ferry/versions/2/erasure', { reason: 'Data protection', ordered_by: 'A court' }),
  },
  'an alias': {
    act: plain('POST', '/v1/articles/bridge-2/alias', { of: 'bridge', reason: 'The same story' }),
    done: [200, 201, 409],
  },
  'the end of an alias': { act: plain('DELETE', '/v1/articles/bridge-3/alias?reason=Another') },
  'a re-analysis': {
    // With rows of before the log, which has the engines.
    prepare: (_, client) =>
      client.exec(`update analysis_runs set engine = 'an older one'; drop trigger log_keep_delete; delete from log;
        update archive set logged_until = 0`),
    act: plain('POST', '/v1/articles/ferry/reanalysis'),
  },
  'a token': { act: plain('POST', '/v1/tokens', { name: 'wire', scopes: ['archive:write'] }), adds: true },
  'the end of a token': { act: plain('DELETE', '/v1/tokens/1'), done: [200, 204, 404] },
  'a session': { act: (rig) => signIn(rig, 'bootstrap-token-of-the-tests'), adds: true },
  'a hook': { act: plain('POST', '/v1/hooks', { url: 'https://wire.example/' }), adds: true },
  'the settings of a hook': { act: plain('PATCH', '/v1/hooks/1', { description: 'The desk', enabled: false }) },
  'the secret of a hook': { act: plain('POST', '/v1/hooks/1/secret'), adds: true },
  'the test of a hook': { act: plain('POST', '/v1/hooks/1/test'), adds: true, parts: true },
  'the end of a hook': { act: plain('DELETE', '/v1/hooks/1'), done: [200, 204, 404] },
  'a watch': { act: plain('POST', '/v1/watches', { url: `${SITE}/mill`, article: 'empty' }), done: [201, 409] },
  'the settings of a watch': { act: plain('PATCH', '/v1/watches/1', { every: 7200, publication: 'Gazette' }) },
  'the end of a watch': { act: plain('DELETE', '/v1/watches/2'), done: [200, 204, 404] },
  'a check of a watch on demand': {
    act: async (rig) => {
      page(PIER_LATER)(rig)
      return rig.send('POST', '/v1/watches/1/check', {})
    },
    works: true,
  },
  'a message that is taken': { act: ({ deliver }) => deliver(), works: true },
  'a message that is refused': {
    act: (rig) => {
      rig.receives = 500
      return rig.deliver()
    },
    works: true,
  },
  'a page that changed': checks(page(PIER_LATER)),
  'a page that did not': checks(page(PIER)),
  'a page whose validator holds': checks(() => undefined),
  'a page that is gone': checks(page('Gone', { status: 410 })),
  'a page behind a wall': checks(page('<title>Subscribe</title><p>Subscribe to read on.', { status: 402 })),
  'a page whose host fails': checks(page('', { fails: 'socket hang up' })),
  'a page whose host wants patience': checks(page('Later', { status: 429, headers: { 'Retry-After': '3600' } })),
  'a feed with a new page': checks((rig) => {
    rig.site.pages.set(`${SITE}/mill`, { body: article('Mill Burns', 'The mill may burn, its owner said.', ...REST) })
    rig.site.pages.set(`${SITE}/feed`, rss(`${SITE}/pier`, `${SITE}/mill`))
  }),
  'a feed that names a hub': checks((rig) => {
    const link = `<${HUB}>; rel="hub", <${SITE}/topic>; rel="self"`
    rig.site.pages.set(`${SITE}/feed`, {
      ...rss(`${SITE}/pier`),
      headers: { 'Content-Type': 'application/rss+xml', Link: link },
    })
  }),
  'the word of a hub': {
    act: ({ ask }) =>
      ask(
        `/websub/${CALLBACK}?hub.mode=subscribe&hub.topic=${encodeURIComponent(`${SITE}/feed`)}&hub.challenge=c&hub.lease_seconds=864000`,
      ),
    done: [200, 404],
  },
  'the report of a hub': {
    act: async ({ ask }) =>
      ask(`/websub/${CALLBACK}`, {
        method: 'POST',
        headers: { 'Content-Type': 'application/atom+xml', 'X-Hub-Signature': await signed('<feed/>', HUB_SECRET) },
        body: '<feed/>',
      }),
  },
}
