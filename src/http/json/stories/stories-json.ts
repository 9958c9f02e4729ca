/** A story of the front page as JSON. */
import { z } from 'zod'
import type { Story } from '../../../reading/stories.ts'
import { articleJson, articleSchema } from '../article-json.ts'
import { changeJson, changeSchema } from '../change-json.ts'
import { countsJson, countsShape } from './lanes-json.ts'

export const storySchema = z
  .object({
    article: articleSchema,
    headline: z.string().nullable().describe('The title of the latest version that is not withheld'),
    version: z
      .object({ number: z.int(), captured_at: z.string(), url: z.string() })
      .nullable()
      .describe('The latest version that is not withheld; null: all are'),
    previous: z.int().nullable().describe('The number of the version before it that is not withheld; null: there is none'),
    withheld_between: z
      .int()
      .describe('How many withheld versions lie between these two: what changed across them is not counted here, but compared'),
    ...countsShape,
    matching: z.int().describe('How many of these changes pass the filters: one change passes all of them'),
    matches: z
      .array(changeSchema)
      .describe('The weightiest of those, three at most; without new claims, but where they are asked for'),
  })
  .meta({ id: 'Story' })

export type StoryJson = z.infer<typeof storySchema>

export function storyJson({
  article,
  headline,
  version,
  previous,
  withheldBetween,
  counts,
  matching,
  matches,
}: Story): StoryJson {
  return {
    article: articleJson(article),
    headline,
    version: version && {
      number: version.number,
      captured_at: version.capturedAt,
      url: `/v1/articles/${article.slug}/versions/${version.number}`,
    },
    previous,
    withheld_between: withheldBetween,
    ...countsJson(counts),
    matching,
    matches: matches.map(changeJson),
  }
}

/** A story as a row of CSV or NDJSON. */
export const storyTable = {
  columns: [
    'article',
    'publication',
    'headline',
    'version',
    'captured_at',
    'previous',
    'changes',
    'told',
    'disclosed',
    'matching',
    'matches',
  ],
  flat: ({ article, headline, version, previous, changes, told, disclosed, matching, matches }: StoryJson) => ({
    article: article.slug,
    publication: article.publication,
    headline,
    version: version?.number ?? null,
    captured_at: version?.captured_at ?? null,
    previous,
    changes,
    told,
    disclosed,
    matching,
    matches: matches.map(({ url }) => url),
  }),
}
