/** Writes many versions of an article at once, past the ingest, with the hashes that it would give them. */
import { sql } from 'drizzle-orm'
import { sentencesOf } from '../../src/core/text/sentences.ts'
import { contentHash, GENESIS, logHash, sentenceHash } from '../../src/store/hash.ts'
import { bulk } from '../../src/store/sql/bulk.ts'
import { ZONES } from '../../src/store/sql/packing.ts'
import { positionOf } from '../../src/store/sql/position.ts'
import type { Store } from '../../src/store/store.ts'
import { minute, NOW } from '../recording/desk.ts'

interface Many {
  readonly versions: number
  /** How long each version's body is, about: one sentence of its own, again and again. */
  readonly length: number
  /** The numbers of versions that the article counts but that are not written. */
  readonly missing?: readonly number[]
}

/** Fills the only article of an archive that has no versions. */
export async function fillArticle(store: Store, { versions, length, missing = [] }: Many): Promise<void> {
  let previous = GENESIS
  const rows = Array.from({ length: versions }, (_, i) => {
    const number = i + 1
    const sentence = `The harbor office counted ${number} ships at noon.`
    const body = Array.from({ length: Math.ceil(length / sentence.length) }, () => sentence).join(' ')
    const content = contentHash({ title: '', byline: null, body })
    const times = { capturedAt: minute(number), publishedAt: null, modifiedAt: null, recordedAt: NOW }
    const hash = logHash({ previous, contentHash: content, articleId: 1, number, url: null, ...times })
    const row = { number, sentence, body, content, previous, hash, capturedAt: times.capturedAt }
    previous = hash
    return row
  })
  const written = rows.filter(({ number }) => !missing.includes(number))
  await store.batchWrite([
    sql`insert into analysis_runs (id, engine, reason, started_at) values (1, 'an older one', 'ingest', ${NOW})`,
    ...bulk(
      written,
      ({ number, sentence }) => [number, sentenceHash(sentence), sentence],
      (json) => sql`insert into sentences (id, article_id, headline, hash, text)
        select value ->> 0, 1, 0, unhex(value ->> 1), value ->> 2 from json_each(${json})`,
    ),
    ...bulk(
      written,
      ({ number, body, content, previous, hash, capturedAt }) => [
        number,
        positionOf(capturedAt, number),
        capturedAt,
        content,
        previous,
        hash,
        JSON.stringify(sentencesOf({ title: '', body }).map((s) => [ZONES.indexOf(s.zone), s.start, s.end, number])),
        body,
      ],
      (json) => sql`insert into versions (id, article_id, number, place, captured_at, recorded_at, title, word_count, run_id,
          unsupported, content_hash, previous, hash, sentences, body)
        select value ->> 0, 1, value ->> 0, value ->> 1, value ->> 2, ${NOW}, '', 1, 1, 0, value ->> 3, value ->> 4, value ->> 5,
          value ->> 6, value ->> 7
        from json_each(${json})`,
    ),
    sql`update articles set version_count = ${versions} where id = 1`,
    sql`update archive set logged_until = 0`,
  ])
}
