/** The verification of an article as JSON. */
import { z } from 'zod'
import type { Verification } from '../../../reading/verify/verify-article.ts'
import { faultSchema } from './log-fault.ts'

export const verificationSchema = z
  .object({
    article: z.string(),
    ok: z.boolean(),
    versions: z.int(),
    head: z.string().describe('The hash of the log’s last entry'),
    whole: z.boolean().describe('Whether rows from before the log have their entries; those without are no faults until then'),
    compared: z
      .object({
        entries: z.int().describe('Entries of the log'),
        statements: z.int(),
        claims: z.int(),
        wordings: z.int(),
        changes: z.int(),
        reviews: z.int(),
        checks: z.int(),
        withholdings: z.int(),
        erasures: z.int(),
      })
      .describe('How many rows were compared with the log, besides the versions'),
    faults: z.array(faultSchema),
  })
  .meta({ id: 'Verification' })

export type VerificationJson = z.infer<typeof verificationSchema>

export const verificationJson = ({ slug, ok, versions, head, isWhole, compared, faults }: Verification): VerificationJson => ({
  article: slug,
  ok,
  versions,
  head,
  whole: isWhole,
  compared,
  faults: [...faults],
})
