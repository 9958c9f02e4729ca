/** The words of the interface that requests and answers share, as schemas. */
import { z } from 'zod'
import type { HedgeClass } from '../../core/article.ts'
import { VERDICTS } from '../../store/schema.ts'
import { several } from './values.ts'

export const zoneSchema = z.enum(['headline', 'lead', 'body', 'furniture']).meta({
  description:
    'headline: the title; lead: the first paragraph; body: the rest of the story; furniture: what belongs to the page (credit ' +
    'lines, cross-heads, share buttons, “Updated at” lines), which has no claims',
})

/** The filter of lists by the decisions of people. */
export const verdicts = several([...VERDICTS, 'none']).meta({
  description: 'The decision of people: confirmed, rejected, none; by default all but rejected',
})

const HEDGE_CLASSES = [
  'modal',
  'adverb',
  'adjective',
  'verb',
  'noun',
  'evidential',
  'conditional',
  'question',
] as const satisfies readonly HedgeClass[]

const placed = { text: z.string(), start: z.int(), end: z.int() }

export const certaintySchema = z.object({
  level: z.enum(['certain', 'probable', 'possible', 'unknown']),
  polarity: z.enum(['positive', 'negative']),
  hedges: z.array(z.object({ ...placed, class: z.enum(HEDGE_CLASSES).describe('The kind of word') })),
})
