/** The fate of an imported capture, as JSON. */
import { z } from 'zod'
import { OUTCOMES } from '../../../watching/outcomes.ts'
import type { ImportedCapture, SentCapture } from '../../../watching/record-imported.ts'

export const importedSchema = z
  .object({
    address: z.string(),
    captured_at: z.string(),
    outcome: z.enum(OUTCOMES).describe('As of any capture: created and unchanged read an article, all others did not'),
    known: z.boolean().describe('Whether the archive had this capture already, so that nothing was recorded'),
    article: z.string().nullable().describe('null: the address belongs to no article'),
    version: z.int().nullable().describe('The version that it made, or whose text it found again'),
    evidence: z.array(z.object({ rule: z.string(), text: z.string().nullable() })),
  })
  .meta({ id: 'ImportedCapture' })

export function importedJson({ url, capturedAt }: SentCapture, result: ImportedCapture): z.infer<typeof importedSchema> {
  const { outcome, known, article, version, evidence } = result
  return { address: url, captured_at: capturedAt, outcome, known, article, version, evidence: [...evidence] }
}
