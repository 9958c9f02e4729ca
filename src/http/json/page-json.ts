/** The article read out of a page, and the kind of the page, as JSON. */
import { z } from 'zod'
import { capturePage } from '../../capture/capture-page.ts'
import { OUTCOMES } from '../../capture/judging/judging-rule.ts'
import type { SentPage } from '../../capture/reading.ts'

const timeSchema = z
  .string()
  .nullable()
  .describe(
    'ISO 8601: a time with its zone, a time without one where the page names none, or a day; null where the page does not tell',
  )

export const pageAnalysisSchema = z
  .object({
    outcome: z
      .enum(OUTCOMES)
      .describe(
        'What the page is: `good` (an article), `block_page` (refuses the reader, or the site is down), `bot_check`, `consent_wall`, `paywall` (the ' +
          'beginning of an article), `soft_404`, `empty_shell` (a script has yet to fill it), `live_blog`, `not_an_article`',
      ),
    evidence: z
      .array(
        z.object({ rule: z.string(), text: z.string().nullable().describe('The words of the page that the rule went by') }),
      )
      .describe('The rules that led to the outcome; none for `good`'),
    title: z.string().nullable().describe('The headline as it is printed'),
    byline: z.string().nullable().describe('Names, separated by commas'),
    body: z.string().nullable().describe('Paragraphs separated by one blank line; never null with the outcome `good`'),
    published_at: timeSchema,
    modified_at: timeSchema,
    canonical_url: z.string().nullable().describe('The address that the page names for itself, absolute'),
    publication: z.string().nullable(),
    language: z.string().nullable().describe('A BCP 47 tag'),
  })
  .meta({ id: 'PageAnalysis' })

export const pageJson = (page: SentPage): z.infer<typeof pageAnalysisSchema> => {
  const { outcome, evidence, reading } = capturePage(page)
  return { outcome, evidence: [...evidence], ...reading }
}
