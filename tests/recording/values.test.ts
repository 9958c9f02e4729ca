/** D1 refuses a string of more than 2,000,000 bytes, which its local copy does not: no value that is bound or read is longer. */
import { sql } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import { compareVersions } from '../../src/reading/compare-versions.ts'
import { verify } from '../../src/reading/verify/verify-article.ts'
import { MAX_SENTENCES, MAX_STORED_BYTES } from '../../src/recording/storable.ts'
import { review } from '../../src/reviews/review.ts'
import { articleRows, articleView } from '../../src/store/read/articles.ts'
import { changeRows } from '../../src/store/read/changes.ts'
import { claimRows } from '../../src/store/read/claims.ts'
import { versionRows } from '../../src/store/read/lists/version-lists.ts'
import { readVersion, versionContent } from '../../src/store/read/versions.ts'
import type { Store } from '../../src/store/store.ts'
import { writeContext } from '../../src/store/write/write-context.ts'
import { NOW, open, publish, versionOf } from './desk.ts'
import { measuredStore } from './measured.ts'

const LIMIT = 2_000_000

const sentences = (cut: (n: number) => string) => Array.from({ length: MAX_SENTENCES }, (_, n) => cut(n)).join(' ')
const NAMES = ['Ada', 'Eva', 'Ida', 'Una', 'Ina']

/** Three claims a sentence, each with a source. */
const ATTRIBUTED = sentences((n) => `${NAMES[n % 5]} said it fell; Bo said it rose; Al said it ran.`)

/** All that reads a whole version, and the lists of what is in it. */
async function readAll(store: Store): Promise<void> {
  await readVersion(store, 'harbour', 1, true)
  await compareVersions(store, 'harbour', 1, 2)
  await versionOf(store, 2)
  await versionRows(store, 'harbour', undefined, 100)
  await changeRows(store, { slug: 'harbour', standing: true, order: 'trail', limit: -1 })
  await claimRows(store, { slug: 'harbour', sort: 'number', limit: -1 })
  expect(await verify(store, 'harbour')).toMatchObject({ ok: true })
}

describe('no value is longer than D1 allows', () => {
  it.each([{ text: '5,000 sentences of three claims in 256 KiB', body: ATTRIBUTED, claims: 3 * MAX_SENTENCES }])(
    '$text: written, read, compared and written after',
    async ({ body, claims }) => {
      expect(Buffer.byteLength(body)).toBeLessThanOrEqual(MAX_STORED_BYTES)
      const { store, longest } = measuredStore()
      await open(store)
      await publish(store, body, 5)
      const stored = await readVersion(store, 'harbour', 1, true)
      expect(stored && versionContent(stored).claims).toHaveLength(claims)
      await publish(store, body.replace('it fell', 'it sank'), 9)
      await readAll(store)
      expect(longest).toMatchObject({ bytes: expect.toSatisfy((bytes: number) => bytes > 100_000 && bytes <= LIMIT) })
    },
    300_000,
  )

  it('an article at more addresses than are listed', async () => {
    const { store, longest } = measuredStore()
    await open(store)
    const path = 'a'.repeat(1960)
    await store.db.run(sql`insert into article_urls (article_id, url, since)
      with recursive n (i) as (select 1000 union all select i + 1 from n where i < 1999)
      select 1, 'https://a.example/' || i || ${path}, ${NOW} from n`)
    const [row] = await articleRows(store, { limit: 1 })
    expect(row && articleView(row).urls.map(({ url }) => url.slice(18, 22))).toEqual(
      Array.from({ length: 500 }, (_, n) => String(1000 + n)),
    )
    expect(longest).toMatchObject({ bytes: expect.toSatisfy((bytes: number) => bytes > 900_000 && bytes <= LIMIT) })
  })

  it('many reviews of one article, each with a long label', async () => {
    const { store, longest } = measuredStore()
    await open(store)
    await publish(store, 'The ferry Halcyon ran aground off Pellow.', 1)
    const label = 'The ferry ran aground. '.repeat(800)
    const input = { action: 'relabel', change: null, review: null, detail: { label }, reason: null } as const
    for (let n = 0; n < 110; n++) await review(store, 'harbour', 1, input, 'desk', NOW)
    await publish(store, 'The ferry Halcyon ran aground off Ardle.', 2)
    expect((await writeContext(store, 'harbour', '1', NOW))?.reviews).toHaveLength(110)
    expect(longest).toMatchObject({ bytes: expect.toSatisfy((bytes: number) => bytes <= LIMIT) })
  })
})
