/** The bodies of reviews: one shape for each action. */
import { z } from 'zod'
import type { AddedInput } from '../../reviews/added-claim.ts'
import type { ReviewInput } from '../../reviews/input.ts'
import { text } from './values.ts'
import { certaintySchema, zoneSchema } from './vocabulary.ts'

/** Text that is not blank. */
const notBlank = (max: number) => text(max).pipe(z.string().trim().min(1, 'is empty'))

/** A label of one line. */
const label = notBlank(200).refine((given) => !/[\n\v\f\r\u0085\u2028\u2029]/.test(given), 'has more than one line')

const reason = notBlank(2000)
const change = z
  .int()
  .min(1)
  .nullable()
  .optional()
  .meta({ description: 'A change of this claim; without it, the claim itself' })

const optionalReason = reason.nullable().optional()
const otherClaim = z.int().min(1)

const added = z
  .strictObject({
    action: z.literal('add'),
    version: z.int().min(1).meta({ description: 'The version that has it' }),
    exact: text(2000)
      .pipe(z.string().min(1, 'is empty'))
      .meta({ description: 'Its words, exactly as one sentence of that version has them' }),
    zone: zoneSchema.nullable().optional().meta({ description: 'Look only there' }),
    start: z.int().min(0).nullable().optional().meta({
      description:
        'Where they begin, in UTF-16 code units into the title (zone headline) or the body; needed if they occur more than once',
    }),
    source: z
      .strictObject({ kind: z.enum(['named', 'unnamed', 'document']), name: notBlank(200) })
      .nullable()
      .optional()
      .meta({ description: 'The source to whom it is attributed; without it, the article itself' }),
    label: label.nullable().optional(),
    certainty: z
      .strictObject({ level: certaintySchema.shape.level, polarity: certaintySchema.shape.polarity })
      .nullable()
      .optional(),
    reason: optionalReason,
  })
  .meta({ example: { action: 'add', version: 1, exact: 'at the table', label: 'A table' } })

/** A missing claim, added to an article and not beside another claim. */
export const newClaim = added

export const newReview = z.discriminatedUnion('action', [
  z.strictObject({ action: z.literal('confirm'), change, reason: optionalReason }).meta({ example: { action: 'confirm' } }),
  z
    .strictObject({ action: z.literal('reject'), change, reason })
    .meta({ example: { action: 'reject', reason: 'A caption, no claim' } }),
  z
    .strictObject({ action: z.literal('relabel'), label, reason: optionalReason })
    .meta({ example: { action: 'relabel', label: 'Telephone call between presidents could follow' } }),
  z
    .strictObject({
      action: z.literal('merge'),
      with: otherClaim.meta({ description: 'The claim that is the same; the lower number remains' }),
      reason: optionalReason,
    })
    .meta({ example: { action: 'merge', with: 61 } }),
  z
    .strictObject({
      action: z.literal('split'),
      version: z.int().min(1).meta({ description: 'From its wording in that version on, it is another claim' }),
      reason: optionalReason,
    })
    .meta({ example: { action: 'split', version: 4 } }),
  z
    .strictObject({
      action: z.literal('supersede'),
      by: otherClaim.meta({ description: 'The claim that replaced it' }),
      reason: optionalReason,
    })
    .meta({ example: { action: 'supersede', by: 61 } }),
  added,
  z.strictObject({
    action: z.literal('withdraw'),
    review: z.int().min(1).meta({ description: 'The review to withdraw' }),
    reason: optionalReason,
  }),
])

function addedIn(given: z.infer<typeof newClaim>): AddedInput {
  const { version, exact, zone = null, start = null, source = null, label = null, certainty = null } = given
  return { version, exact, zone, start, source, label, certainty }
}

function detailIn(given: z.infer<typeof newReview>): ReviewInput['detail'] {
  switch (given.action) {
    case 'relabel':
      return { label: given.label }
    case 'merge':
      return { other: given.with }
    case 'supersede':
      return { other: given.by }
    case 'split':
      return { version: given.version }
    default:
      return {}
  }
}

export function reviewInput(given: z.infer<typeof newReview>): ReviewInput {
  return {
    action: given.action,
    change: ('change' in given ? given.change : null) ?? null,
    review: given.action === 'withdraw' ? given.review : null,
    detail: detailIn(given),
    added: given.action === 'add' ? addedIn(given) : null,
    reason: given.reason ?? null,
  }
}
