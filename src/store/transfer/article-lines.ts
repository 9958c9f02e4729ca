/** The export of one article: what it is, its versions as `POST /v1/ingest` takes them, in the order of recording, and an end. */
import { sql } from 'drizzle-orm'
import { z } from 'zod'
import { Failure } from '../../failure.ts'
import { runningSha256 } from '../hash.ts'
import type { Store } from '../store.ts'
import { FORMAT, lineOf } from './format.ts'

export const articleHeaderSchema = z.strictObject({
  claimtrail: z.literal('article'),
  format: z.literal(FORMAT),
  slug: z.string(),
  title: z.string().nullable(),
  publication: z.string().nullable(),
  /** Of each version: the hash of its content, and that of its entry in the log from which it was exported. */
  versions: z.array(z.tuple([z.string(), z.string()])),
  /** Number, status, first and last version, and the sentence. */
  claims: z.array(z.tuple([z.int(), z.string(), z.int().nullable(), z.int().nullable(), z.string()])),
})

export type ArticleHeader = z.infer<typeof articleHeaderSchema>

interface Article {
  readonly slug: string
  readonly title: string | null
  readonly publication: string | null
  readonly revision: number
}

interface Version {
  readonly version: number
  readonly content_hash: string
  readonly hash: string
  readonly withheld: string | null
  readonly technical: number
}

interface Claim {
  readonly claim: number
  readonly status: string
  readonly first_version: number | null
  readonly last_version: number | null
  readonly sentence: string
}

/** How many versions are read at once. */
const PAGE = 10

const FIELDS = sql.raw('article, title, byline, body, captured_at, published_at, modified_at, url')

/**
 * An article as text, in pieces of whole lines. Where the store has no snapshot and the article changed meanwhile, the last line tells
 * that instead of the end. Throws Failure before the first piece: not_found; withheld; conflict, where a version is no edit.
 */
export async function* articleLines(archive: Store, slug: string): AsyncGenerator<string> {
  const snapshot = archive.snapshot?.()
  const store = snapshot?.store ?? archive
  try {
    const { revision, ...article } = await articleOf(store, slug)
    const versions = await store.db.all<Version>(
      sql`select version, content_hash, hash, withheld, technical from versions_flat where article = ${article.slug} order by version`,
    )
    for (const version of versions) refuseUnrepeatable(article.slug, version)
    const hash = runningSha256()
    const line = (value: unknown) => {
      const text = lineOf(value)
      hash.update(text)
      return text
    }
    yield line({
      claimtrail: 'article',
      format: FORMAT,
      ...article,
      versions: versions.map((version): [string, string] => [version.content_hash, version.hash]),
      claims: await claimsOf(store, article.slug),
    } satisfies ArticleHeader)
    for (let at = 0; at < versions.length; at += PAGE) {
      const page = await store.db.all(
        sql`select ${FIELDS} from versions_flat where article = ${article.slug} order by version limit ${PAGE} offset ${at}`,
      )
      yield page.map(line).join('')
    }
    const { revision: last } = await articleOf(store, article.slug)
    if (last !== revision) yield lineOf({ failed: 'The article was written to meanwhile. Export it again.' })
    else yield lineOf({ end: { rows: { versions: versions.length }, sha256: hash.digest() } })
  } finally {
    snapshot?.close()
  }
}

async function articleOf(store: Store, slug: string): Promise<Article> {
  const [article] = await store.db.all<Article>(sql`select a.slug, a.title, a.publication, a.revision
    from slugs s join articles a on a.id = s.article_id where s.slug = ${slug}`)
  if (!article) throw new Failure('not_found', `There is no article "${slug}".`)
  return article
}

async function claimsOf(store: Store, slug: string): Promise<ArticleHeader['claims']> {
  const claims = await store.db.all<Claim>(
    sql`select claim, status, first_version, last_version, sentence from claims_flat where article = ${slug} order by claim`,
  )
  return claims.map((one) => [one.claim, one.status, one.first_version, one.last_version, one.sentence])
}

/** Throws Failure where the version could not be recorded anew. */
function refuseUnrepeatable(slug: string, { version, withheld, technical }: Version): void {
  if (withheld !== null) throw new Failure('withheld', `Version ${version} of "${slug}" is withheld: ${withheld}`)
  if (technical === 1)
    throw new Failure('conflict', `Version ${version} of "${slug}" is no edit, but read otherwise: export the whole archive.`)
}
