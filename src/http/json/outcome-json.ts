/** What an ingest did, as JSON: a version with its changes, or a check. */
import { z } from 'zod'
import type { Outcome } from '../../recording/ingest.ts'
import { changeJson, changeSchema } from './change-json.ts'
import { versionHeadJson, versionHeadSchema } from './version-json.ts'

export const outcomeSchema = z
  .discriminatedUnion('outcome', [
    z.object({ outcome: z.literal('created'), version: versionHeadSchema, changes: z.array(changeSchema) }),
    z.object({
      outcome: z.literal('unchanged'),
      version: z.object({ article: z.string(), number: z.int(), url: z.string(), content_hash: z.string() }),
      checked_at: z.string(),
      changes: z.array(changeSchema).max(0),
    }),
  ])
  .meta({ id: 'IngestOutcome' })

export function outcomeJson(outcome: Outcome): z.infer<typeof outcomeSchema> {
  if (outcome.outcome === 'created') {
    return { outcome: 'created', version: versionHeadJson(outcome.version), changes: outcome.changes.map(changeJson) }
  }
  const { slug, number, contentHash, checkedAt } = outcome
  const version = { article: slug, number, url: `/v1/articles/${slug}/versions/${number}`, content_hash: contentHash }
  return { outcome: 'unchanged', version, checked_at: checkedAt, changes: [] }
}
