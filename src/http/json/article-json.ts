/** An article as JSON: in a list, and one with its claims. */
import { z } from 'zod'
import type { ArticleView } from '../../store/read/articles.ts'
import { claimBriefSchema } from './claim-list-json.ts'

const shape = {
  slug: z.string(),
  url: z.string(),
  title: z.string().nullable(),
  publication: z.string().nullable(),
  urls: z.array(z.object({ url: z.string(), since: z.string() })),
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
    coverage: z
      .object({
        last_check: z.string().nullable(),
        next_check: z.string().nullable().describe('null: nobody watches it'),
        gaps: z.array(z.object({ from: z.string(), to: z.string() })),
      })
      .nullable()
      .describe('null with `version` or `at`: it tells of now'),
  })
  .meta({ id: 'ArticleWithClaims' })

export function articleJson(article: ArticleView): z.infer<typeof articleSchema> {
  return {
    slug: article.slug,
    url: `/v1/articles/${article.slug}`,
    title: article.title,
    publication: article.publication,
    urls: [...article.urls],
    version_count: article.versionCount,
    latest_version: article.latestVersion,
    first_captured_at: article.firstCapturedAt,
    latest_captured_at: article.latestCapturedAt,
    present_claims: article.presentClaims,
    withdrawn_claims: article.withdrawnClaims,
    created_at: article.createdAt,
  }
}

/** An article as a row of CSV or NDJSON. */
export const articleTable = {
  columns: Object.keys(shape),
  flat: ({ urls, ...row }: z.infer<typeof articleSchema>) => ({ ...row, urls: urls.map((u) => u.url).join(' ') }),
}
