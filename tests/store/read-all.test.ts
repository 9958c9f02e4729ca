import { asc, eq, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/sqlite-core'
import { expect, it } from 'vitest'
import { openStore } from '#harness'
import { articles } from '../../src/store/schema.ts'

it('gives every column its own value, whatever the columns are called', async () => {
  const store = await openStore()
  await store.batchWrite(
    ['first', 'second', 'third'].map((slug) => sql`insert into articles (slug, created_at) values (${slug}, ${`of ${slug}`})`),
  )
  const next = alias(articles, 'next_articles')
  const query = () =>
    store.db
      .select({ id: articles.id, slug: articles.slug, nextId: next.id, nextSlug: next.slug, created: articles.createdAt })
      .from(articles)
      .leftJoin(next, eq(next.id, sql`${articles.id} + 1`))
      .orderBy(asc(articles.slug))
  const expected = [
    { id: 1, slug: 'first', nextId: 2, nextSlug: 'second', created: 'of first' },
    { id: 2, slug: 'second', nextId: 3, nextSlug: 'third', created: 'of second' },
    { id: 3, slug: 'third', nextId: null, nextSlug: null, created: 'of third' },
  ]
  expect(await store.batchRead([query(), query()])).toEqual([expected, expected])
  expect(await query()).toEqual(expected)
})
