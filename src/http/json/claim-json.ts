/** A claim's analysis as JSON, with offsets into the text that the caller knows. */
import { z } from 'zod'
import type { FoundClaim, Sentence, Span } from '../../core/article.ts'
import { flag } from '../request/values.ts'
import { certaintySchema, zoneSchema } from '../request/vocabulary.ts'

/** The text of one zone's part (title or body) as the caller knows it, and where offsets of the stored text lie in it. */
export interface PartText {
  readonly text: string
  /** The place in `text` of a span of the stored text. */
  span(start: number, end: number): Span
}

/** A text whose offsets are those of the archive. */
export function storedPart(text: string): PartText {
  return { text, span: (start, end) => [start, end] }
}

const spans = z
  .array(z.tuple([z.int(), z.int()]))
  .describe('[start, end) in UTF-16 code units into the title (zone headline) or the body')
const placed = { text: z.string(), start: z.int(), end: z.int() }
/** The language of a text. */
export const languageShape = {
  language: z.string().nullable().describe('BCP 47 code of the text’s language; null if it is not known'),
  unsupported: z
    .boolean()
    .describe('true: the rules do not support its language; its claims are its sentences, attributed to the article'),
}

export const sentenceSchema = z.object({ zone: zoneSchema, start: z.int(), end: z.int() }).meta({ id: 'Sentence' })

/** A mention of a day, week, month or year. */
export const dateSchema = z.object({
  ...placed,
  resolved: z
    .string()
    .nullable()
    .describe(
      'The day, week, month or year, in ISO 8601 ("2025-03-13", "2025-W11", "2025-03", "2025"); null if it is not certain. Relative dates count from the day of the version that first had the sentence',
    ),
})

/** `explain=true` of a query. */
export const explain = flag.optional().meta({ description: 'true: every claim lists its `rules`' })

export const rulesSchema = z.array(z.string()).describe('With explain=true: the rules that found it, with what each found')

/** The result of extraction for a claim. */
export const foundClaimShape = {
  label: z.string(),
  zone: zoneSchema,
  sentence: z.int().describe('Index into `sentences`'),
  content: z.object({ text: z.string(), spans }),
  source: z.object({
    kind: z.enum(['named', 'unnamed', 'document', 'author']),
    text: z.string().nullable(),
    name: z.string().nullable().describe('The full name, where the text has it'),
    spans,
  }),
  cue: z.object({ text: z.string(), lemma: z.string(), spans }).nullable(),
  quotation: z.enum(['direct', 'mixed', 'indirect', 'none']),
  certainty: certaintySchema,
  quantities: z.array(
    z.object({
      ...placed,
      value: z.number().nullable(),
      unit: z.string().nullable(),
      comparator: z.enum(['=', '<', '<=', '>', '>=', '~']),
    }),
  ),
  dates: z.array(dateSchema),
  check_worthiness: z.number().min(0).max(1),
  rules: rulesSchema.optional(),
}

export const foundClaimSchema = z.object(foundClaimShape).meta({ id: 'FoundClaim' })

/** The JSON of one claim, with its rules where `explained`. `part` gives the text of a zone. */
export function foundClaimJson(
  claim: FoundClaim,
  sentences: readonly Sentence[],
  part: (zone: Sentence['zone']) => PartText,
  explained: boolean,
) {
  const sentence = sentences[claim.sentence]
  if (!sentence) throw new RangeError(`no sentence ${claim.sentence}`)
  const { statement, reading } = claim
  const { text, span } = part(sentence.zone)
  const at = (start: number, end: number) => span(sentence.start + start, sentence.start + end)
  const place = <Found extends { readonly start: number; readonly end: number }>(found: Found) => {
    const [start, end] = at(found.start, found.end)
    return { text: text.slice(start, end), ...found, start, end }
  }
  const pieces = (list: readonly Span[]) => {
    const found = list.map(([start, end]) => at(start, end))
    return { text: found.map(([start, end]) => text.slice(start, end)).join(' '), spans: found }
  }
  return {
    label: reading.label ?? statement.label,
    zone: sentence.zone,
    sentence: claim.sentence,
    content: pieces(statement.content),
    source: sourceJson(),
    cue: statement.cue && { lemma: statement.cue.lemma, ...pieces(statement.cue.spans) },
    quotation: statement.quotation,
    certainty: { ...statement.certainty, hedges: statement.certainty.hedges.map(place) },
    quantities: statement.quantities.map(place),
    dates: statement.dates.map(({ start, end }, i) => ({ ...place({ start, end }), resolved: reading.dates[i] ?? null })),
    check_worthiness: statement.checkWorthiness,
    ...(explained && { rules: statement.rules }),
  }

  function sourceJson() {
    const elsewhere = reading.source && sentences[reading.source.sentence]
    const from = elsewhere ?? sentence
    const list = (elsewhere ? reading.source?.spans : statement.source.spans) ?? []
    const attributed = part(from?.zone ?? 'body')
    const found = list.map(([start, end]) => attributed.span((from?.start ?? 0) + start, (from?.start ?? 0) + end))
    const sourceText = found.length ? found.map(([start, end]) => attributed.text.slice(start, end)).join(' ') : null
    return { kind: reading.kind, text: sourceText, name: reading.name, spans: found }
  }
}
