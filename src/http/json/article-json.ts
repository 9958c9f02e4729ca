/** An article as JSON: in a list, and one with its claims. */
import { z } from 'zod'
import type { ArticleView } from '../../store/read/articles.ts'
import { coverageSchema } from './captures/coverage-json.ts'
import { claimBriefSchema } from './claim-list-json.ts'

const shape = {
  slug: z.string(),
  url: z.string(),
  title: z.string().nullable(),
  publication: z.string().nullable(),
  urls: z.array(z.object({ url: z.string(), since: z.string() })),
  aliases: z
    .array(z.object({ slug: z.string(), since: z.string(), versions: z.string() }))
    .describe('Articles that were found to be this one, since when, and the addresses of their versions'),
  version_count: z.int(),
  latest_version: z.int().nullable(),
  first_captured_at: z.string().nullable(),
  latest_captured_at: z.string().nullable(),
  present_claims: z.int(),
  withdrawn_claims: z.int(),
  created_at: z.string(),
}
export const articleSchema = z.object(shape).meta({ id: 'Article' })

export const articleWithClaimsSchema = z
  .object({
    ...shape,
    claims: z.array(claimBriefSchema).describe('Those that are present in the latest version; at most 200'),
    coverage: coverageSchema.nullable().describe('null with `version` or `at`, since it describes the present'),
  })
  .meta({ id: 'ArticleWithClaims' })

export function articleJson(article: ArticleView): z.infer<typeof articleSchema> {
  return {
    slug: article.slug,
    url: `/v1/articles/${article.slug}`,
    title: article.title,
    publication: article.publication,
    urls: [...article.urls],
    aliases: article.aliases.map(({ slug, since }) => ({ slug, since, versions: `/v1/articles/${slug}/versions` })),
    version_count: article.versionCount,
    latest_version: article.latestVersion,
    first_captured_at: article.firstCapturedAt,
    latest_captured_at: article.latestCapturedAt,
    present_claims: article.presentClaims,
    withdrawn_claims: article.withdrawnClaims,
    created_at: article.createdAt,
  }
}

/** The answer to a write by a caller who may not read the archive: where the article is, and no more. */
const referenceSchema = z.object({ slug: z.string(), url: z.string() }).meta({ id: 'ArticleReference' })

export const writtenArticleSchema = z
  .union([articleSchema, referenceSchema])
  .describe(
    'Only slug and url where reading requires a token with the scope archive:read and the token of the request lacks it',
  )

/** `reads`: the caller may read the archive. */
export function writtenArticleJson(article: ArticleView, reads: boolean): z.infer<typeof writtenArticleSchema> {
  const whole = articleJson(article)
  return reads ? whole : { slug: whole.slug, url: whole.url }
}

/** An article as a row of CSV or NDJSON. */
export const articleTable = {
  columns: Object.keys(shape),
  flat: ({ urls, aliases, ...row }: z.infer<typeof articleSchema>) => ({
    ...row,
    urls: urls.map(({ url }) => url),
    aliases: aliases.map(({ slug }) => slug),
  }),
}
