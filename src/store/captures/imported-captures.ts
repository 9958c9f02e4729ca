/** The rows of captures that were made elsewhere. */
import { type SQL, sql } from 'drizzle-orm'
import { bulk, chunksOf } from '../sql/bulk.ts'
import type { Store } from '../store.ts'
import type { NewCapture } from './captures.ts'

/** The statements that record captures, after the versions to which they belong; those of an address and a time that are recorded are left out. */
export function capturesRecorded(captures: readonly NewCapture[], now: string): SQL[] {
  return bulk(
    captures,
    (c) => [
      ...[c.watch, c.article, c.url, c.landedUrl, JSON.stringify(c.redirects), c.capturedAt, c.outcome, c.good ? 1 : 0],
      ...[JSON.stringify(c.evidence), c.status, JSON.stringify(c.headers), c.bytes, c.rawHash, c.reader, c.version],
    ],
    (
      json,
    ) => sql`insert into captures (watch_id, article_id, url, landed_url, redirects, captured_at, outcome, good, evidence, status,
        headers, bytes, raw_hash, reader, version_id, recorded_at)
      select value ->> 0, s.article_id, value ->> 2, value ->> 3, value ->> 4, value ->> 5, value ->> 6, value ->> 7, value ->> 8,
        value ->> 9, value ->> 10, value ->> 11, value ->> 12, value ->> 13, v.id, ${now}
      from json_each(${json}) left join slugs s on s.slug = value ->> 1
      left join versions v on v.article_id = s.article_id and v.number = value ->> 14
      where not exists (select 1 from captures c where c.url = value ->> 2 and c.captured_at = value ->> 5 and c.watch_id is null)`,
  )
}

/** A capture of an address at a time. */
export type CapturedAt = Pick<NewCapture, 'url' | 'capturedAt'>

export type KnownCapture = CapturedAt & Pick<NewCapture, 'outcome' | 'article' | 'version'> & { readonly evidence: string }

/** Those of the captures that were imported before. */
export async function importedBefore(store: Store, captures: readonly CapturedAt[]): Promise<KnownCapture[]> {
  const parts = chunksOf(captures.map(({ url, capturedAt }) => [url, capturedAt]))
  const rows = parts.map((json) =>
    store.db.all<KnownCapture>(sql`select c.url, c.captured_at as capturedAt, c.outcome, c.evidence, a.slug as article, v.number as version
      from json_each(${json}) j join captures c on c.url = j.value ->> 0 and c.captured_at = j.value ->> 1
      left join articles a on a.id = c.article_id left join versions v on v.id = c.version_id
      where c.watch_id is null order by c.id`),
  )
  return (await Promise.all(rows)).flat()
}
