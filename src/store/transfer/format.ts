/** The lines of an export: a header, rows, and an end that tells how many there were. See docs/export.md. */
import { z } from 'zod'

export const FORMAT = 1

export const headerSchema = z.strictObject({
  claimtrail: z.literal('archive'),
  format: z.literal(FORMAT),
  /** The last migration of the database: the meaning of rows depends on it. */
  migration: z.string(),
  engine: z.string(),
  /** The hash of the last entry of the log; null: there is none. */
  head: z.string().nullable(),
  revision: z.int(),
  articles: z.int(),
  versions: z.int(),
  /** Whether tokens and webhooks are exported. */
  secrets: z.boolean(),
  /** The last id that a table gave, of tables that give none again. */
  given: z.record(z.string(), z.int()),
  columns: z.record(z.string(), z.array(z.string())),
})

export type Header = z.infer<typeof headerSchema>

const endSchema = z.strictObject({
  end: z.strictObject({
    /** Rows by table. */
    rows: z.record(z.string(), z.int()),
    /** The digest of all lines before, with their line feeds. */
    sha256: z.string(),
  }),
})

export type End = z.infer<typeof endSchema>['end']

/** The header in a parsed line. Throws a RangeError. */
export function headerIn(line: unknown): Header {
  const found = headerSchema.safeParse(line)
  if (!found.success) throw new RangeError(`it is not the header of an export in format ${FORMAT}`)
  return found.data
}

/** The end in a parsed line; null: the line is none. */
export function endIn(line: unknown): End | null {
  const found = endSchema.safeParse(line)
  return found.success ? found.data.end : null
}

/** A value as a line, with its line feed. */
export const lineOf = (value: unknown): string => `${JSON.stringify(value)}\n`

/** The value of a line. Throws a RangeError. */
export function parsedLine(text: string): unknown {
  try {
    return JSON.parse(text) as unknown
  } catch {
    throw new RangeError('it is not JSON')
  }
}
