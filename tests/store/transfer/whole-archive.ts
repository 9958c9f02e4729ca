/** An archive that has a row in every exported table, and what is asked of it. */
import { sql } from 'drizzle-orm'
import { recordKey } from '../../../src/store/log/keys.ts'
import type { Store } from '../../../src/store/store.ts'
import { exportLines } from '../../../src/store/transfer/export-lines.ts'
import { restoreLines } from '../../../src/store/transfer/restore.ts'
import { type Ask, stageOver, tellStory, well } from '../../http/stage.ts'
import { article, REST, Site } from '../../watching/site.ts'

const PAGE = 'https://gazette.example/pier'

const web = () => {
  const site = new Site()
  site.pages.set(PAGE, { body: article('Pier Closes', 'The pier will close in May, its owner said.', ...REST) })
  return { get: site.get }
}

/** Fills an archive: late versions, reviews of every sort, a withheld version, an alias, a watch, and a webhook. */
export async function fillWhole(store: Store): Promise<void> {
  const stage = stageOver(store, { capturePause: 0 }, 0, web())
  const { send, ingest } = stage
  await tellStory(stage)
  await well(
    ingest(
      'ferry',
      '10:00',
      'Ferry Runs Aground',
      'A ferry with 215 passengers ran aground off Norrholm on Tuesday, the coast guard said.',
      '“We felt a long scrape and then silence,” said Ingrid Dahl, a passenger.',
      'The operator will resume the service on Friday. Ünïcode, “quotes” and 𝒜 stay.',
    ),
  )
  await well(
    ingest(
      'ferry',
      '20:00',
      'Ferry Freed After Ten Hours',
      'A ferry with 221 passengers ran aground off Norrholm on Tuesday, the harbour office said.',
      'The operator may resume the service on Friday.',
      'Two tugs pulled the vessel free in the evening, according to the coast guard.',
    ),
  )
  await well(send('POST', '/v1/articles/ferry/claims/2/reviews', { action: 'confirm' }))
  await well(send('POST', '/v1/articles/ferry/claims/3/reviews', { action: 'reject', reason: 'It is no claim.' }))
  await well(send('POST', '/v1/articles/ferry/claims/3/reviews', { action: 'withdraw', review: 2 }))
  await well(send('PUT', '/v1/articles/ferry/versions/2/withholding', { reason: 'By order of the court' }))
  await well(send('POST', '/v1/articles/ferry/versions/2/erasure', { reason: 'Data protection', ordered_by: 'A court' }))
  await well(send('POST', '/v1/articles/ferry/claims/1/reviews', { action: 'merge', with: 5 }))
  await well(send('POST', '/v1/articles/ferry/reanalysis', {}))
  await well(send('PATCH', '/v1/articles/bridge', { slug: 'old-bridge' }))
  await well(send('POST', '/v1/articles', { slug: 'bridge-2' }))
  await well(ingest('bridge-2', '09:00', 'Bridge Closes', 'The old bridge will close in May, the mayor, Tomas Brandt, said.'))
  await well(send('POST', '/v1/articles/bridge-2/alias', { of: 'old-bridge', reason: 'The same story' }))
  await well(send('POST', '/v1/hooks', { url: 'https://desk.example/claimtrail' }))
  await well(send('POST', '/v1/hooks/1/test', {}))
  await well(send('POST', '/v1/tokens', { name: 'desk', scopes: ['archive:read'] }))
  await well(send('POST', '/v1/watches', { url: PAGE }))
  await well(send('POST', '/v1/watches/1/check', {}))
  await well(send('POST', '/v1/watches', { url: `${PAGE}-2` }))
  await well(send('DELETE', '/v1/watches/2', {}))
  await recordKey(store, 'gazette.example+00000000+AAAA', '2026-03-01T12:00:00.000Z')
  await store.batchWrite([
    sql`insert into web_archives (version_id, address, requested_at) values (1, 'https://archive.example/', '2026-03-01T12:00:00.000Z')`,
    sql`insert into lapsed_reviews (review_id, article_id) select 1, 1 where not exists (select 1 from lapsed_reviews)`,
    sql`insert into subscriptions (watch_id, hub, host, topic, callback, secret, state, due_at, created_at, updated_at)
      select 1, 'https://hub.example/', host, url, 'a-callback', 'a-hub-secret', 'active', updated_at, updated_at, updated_at from watches`,
  ])
}

/** The lines of an export. */
export async function exported(store: Store, secrets = false): Promise<string[]> {
  let text = ''
  for await (const piece of exportLines(store, secrets)) text += piece
  return text.split('\n').slice(0, -1)
}

/** Restores lines, so many at once. */
export async function restored(store: Store, lines: readonly string[], together = 40): Promise<void> {
  await restoreLines(store, lines.slice(0, 1), 1)
  for (let at = 1; at < lines.length; at += together) await restoreLines(store, lines.slice(at, at + together), at + 1)
}

export const READS = [
  '/v1/articles',
  '/v1/articles/ferry',
  '/v1/articles/bridge-2?version=1',
  '/v1/articles/ferry/versions',
  '/v1/articles/ferry/versions/1?claims=true&explain=true',
  '/v1/articles/ferry/versions/2',
  '/v1/articles/ferry/claims?explain=true',
  '/v1/articles/ferry/claims/1',
  '/v1/articles/ferry/changes',
  '/v1/articles/ferry/lanes',
  '/v1/articles/ferry/reviews',
  '/v1/articles/ferry/verify',
  '/v1/articles/ferry/reanalysis',
  '/v1/articles/ferry/compare/1..3',
  '/v1/changes',
  '/v1/changes?sort=-captured',
  '/v1/claims?q=ferry',
  '/v1/log',
  '/v1/sources',
  '/v1/stories',
  '/v1/search?q=norrholm',
  '/v1/search?q=coast+guard&in=claims',
  '/v1/search?q=brandt&in=claims',
  '/v1/stats/changes?interval=day&by=kind',
  '/v1/watches',
  '/v1/captures',
  '/feeds/changes.atom',
]

/** The answers of an archive to READS, with its ETags. */
export async function answersOf(store: Store): Promise<Record<string, string>> {
  const { ask } = stageOver(store, {}, 0)
  const answers: Record<string, string> = {}
  for (const path of READS) answers[path] = await answerOf(ask, path)
  return answers
}

async function answerOf(ask: Ask, path: string): Promise<string> {
  const response = await ask(path)
  return `${response.status} ${response.headers.get('etag')} ${await response.text()}`
}
