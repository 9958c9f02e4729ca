/** The outcome of an ingest as JSON: a version with its changes, or a check. */
import { z } from 'zod'
import type { Outcome } from '../../recording/ingest.ts'
import { changeJson, changeSchema } from './change-json.ts'
import { versionHeadJson, versionHeadSchema } from './version-json.ts'

export const outcomeSchema = z
  .discriminatedUnion('outcome', [
    z.object({
      outcome: z.literal('created'),
      version: versionHeadSchema,
      changes: z
        .array(changeSchema)
        .optional()
        .describe('Absent where reading requires a token with the scope archive:read and the token of the request lacks it'),
    }),
    z.object({
      outcome: z.literal('unchanged'),
      version: z.object({ article: z.string(), number: z.int(), url: z.string(), content_hash: z.string() }),
      checked_at: z.string(),
      changes: z.array(changeSchema).max(0),
    }),
  ])
  .meta({ id: 'IngestOutcome' })

/** `reads`: the caller may read the archive, so may see changes, which hold sentences of other versions. */
export function outcomeJson(outcome: Outcome, reads: boolean): z.infer<typeof outcomeSchema> {
  if (outcome.outcome === 'created') {
    const version = versionHeadJson(outcome.version)
    return { outcome: 'created', version, ...(reads && { changes: outcome.changes.map(changeJson) }) }
  }
  const { slug, number, contentHash, checkedAt } = outcome
  const version = { article: slug, number, url: `/v1/articles/${slug}/versions/${number}`, content_hash: contentHash }
  return { outcome: 'unchanged', version, checked_at: checkedAt, changes: [] }
}
