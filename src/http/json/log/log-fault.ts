/** A fault of the archive as JSON. */
import { z } from 'zod'

export const faultSchema = z.object({
  version: z.int().describe('The number of the version; 0: the article as a whole'),
  entry: z.int().nullable().describe('The position of the entry of the log that is contradicted; null: there is none'),
  fault: z.string(),
})
