/** Revisions: none of an archive that was put back to an earlier state comes again for another one. */
import { sql } from 'drizzle-orm'
import { expect, it } from 'vitest'
import { openStore } from '#harness'
import { archiveRevision, articleState } from '../../../src/store/read/articles.ts'
import { insertArticle } from '../../../src/store/write/article-metadata.ts'
import { bumpArchive, nextRevision } from '../../../src/store/write/revision.ts'

const harbour = { slug: 'harbour', title: null, publication: null, url: null }

it('raises a revision to the time of the write', async () => {
  const store = await openStore()
  // The database may read another clock than this test does.
  const earlier = Date.now() - 60_000
  await insertArticle(store, harbour, new Date().toISOString())
  expect((await articleState(store, 'harbour'))?.revision).toBeGreaterThan(earlier)
  expect((await archiveRevision(store))[0]?.revision).toBeGreaterThan(earlier)
})

it('raises it by one where the clock goes back', async () => {
  const store = await openStore()
  const ahead = Date.now() + 3_600_000
  await insertArticle(store, harbour, new Date().toISOString())
  await store.batchWrite([sql`update articles set revision = ${ahead}`, sql`update archive set revision = ${ahead}`])
  await store.batchWrite([sql`update articles set revision = ${nextRevision}`, bumpArchive])
  expect((await articleState(store, 'harbour'))?.revision).toBe(ahead + 1)
  expect((await archiveRevision(store))[0]?.revision).toBe(ahead + 1)
})
