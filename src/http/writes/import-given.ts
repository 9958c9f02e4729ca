/** An import of captures: its fields, and its write. */
import type { Context } from 'hono'
import { z } from 'zod'
import { Failure, invalid } from '../../failure.ts'
import { findArticle } from '../../store/read/articles.ts'
import { importCaptures } from '../../watching/import-captures.ts'
import type { ImportedCapture, SentCapture } from '../../watching/record-imported.ts'
import { MOST_BYTES } from '../../web/fetch-resource.ts'
import type { App } from '../context.ts'
import { found } from '../request/article-path.ts'
import { line, slug, time, webAddress } from '../request/values.ts'
import { settingsOf, watchFields } from './watch-writes.ts'

/** The most captures of a call, and the most bytes of its body. */
export const MOST_CAPTURES = 100
export const MOST_IMPORTED = 16 * 1024 * 1024

/** The most fields of a header. */
const MOST_FIELDS = 100

const base64 = z
  .string()
  .max(Math.ceil(MOST_BYTES / 3) * 4)
  .transform((text, ctx): Uint8Array<ArrayBuffer> => {
    try {
      return Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0))
    } catch {
      ctx.addIssue({ code: 'custom', message: 'is not base64' })
      return z.NEVER
    }
  })

const givenCapture = z
  .strictObject({
    url: webAddress.meta({ description: 'The address of the page on its site' }),
    captured_at: time,
    html: z.string().max(MOST_BYTES).optional().meta({ description: 'The body, decoded' }),
    bytes: base64.optional().meta({ description: 'The body as it came, in base64; its encoding is found as in any capture' }),
    status: z.int().min(100).max(599).optional().meta({ description: 'The HTTP status; by default 200' }),
    headers: z
      .record(z.string().max(100), z.string().max(8000))
      .refine((fields) => Object.keys(fields).length <= MOST_FIELDS, `has more than ${MOST_FIELDS} fields`)
      .optional()
      .meta({ description: "The fields of the answer's header" }),
    landed: webAddress.optional().meta({ description: 'The address of the answer, after redirects; by default `url`' }),
    source: line(2000)
      .optional()
      .meta({ description: 'Where it was read from, such as the address of a memento: kept with the evidence' }),
  })
  .refine(({ html, bytes }) => (html === undefined) !== (bytes === undefined), {
    message: 'has html or bytes, one of them',
    path: ['html'],
  })

export const newImport = {
  captures: z.array(givenCapture).min(1).max(MOST_CAPTURES),
  article: slug.optional().meta({
    description: 'The article of all captures; by default the one that is known at their addresses, or a new one',
  }),
  keep: watchFields.keep,
  drop: watchFields.drop,
  publication: watchFields.publication,
}

/** Records captures. Throws Failure: invalid, not_found, busy, not_writable. */
export async function importGiven(
  c: Context<App>,
  { captures, article, ...settings }: z.output<z.ZodObject<typeof newImport>>,
): Promise<readonly (readonly [SentCapture, ImportedCapture])[]> {
  const { store, raw, clock } = c.var
  const now = clock()
  const sent = captures.map((given, i) => sentCapture(given, i, new Date(now).toISOString()))
  const known = article === undefined ? null : found(await findArticle(store, article), article).slug
  const results = await importCaptures({ store, raw, now, article: known, settings: settingsOf(settings) }, sent)
  return sent.map((capture, i) => {
    const result = results[i]
    if (!result) throw new Failure('internal', 'A capture has no result.')
    return [capture, result] as const
  })
}

function sentCapture(given: z.output<typeof givenCapture>, i: number, now: string): SentCapture {
  const { url, captured_at: capturedAt, html, bytes, status = 200, headers = {}, landed = url, source = null } = given
  if (capturedAt > now) throw invalid(`captures.${i}.captured_at`, `${capturedAt} is in the future`)
  const fields = Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]))
  return { url, landedUrl: landed, capturedAt, status, headers: fields, body: html ?? bytes ?? '', source }
}
