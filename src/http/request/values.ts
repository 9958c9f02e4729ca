/** The kinds of value that requests hold: times, texts, numbers, choices. */
import { z } from 'zod'
import { isoTime } from '../../core/iso-time.ts'
import { excessOf, queryTerms } from '../../core/search/query.ts'
import { LONGEST_SLUG, SLUG } from '../../recording/slug.ts'

/** A time in a request. */
export const time = z
  .string()
  .transform((text, ctx) => {
    const iso = isoTime(text)
    if (iso !== null) return iso
    ctx.addIssue({ code: 'custom', message: `expected a time such as 2025-03-12T12:00:00Z, found "${text.slice(0, 40)}"` })
    return z.NEVER
  })
  .meta({ description: 'ISO 8601; a date alone means the end of that day, UTC.', example: '2025-03-13T16:00:00Z' })

/** A time from which to count: a date alone means its beginning. */
export const fromTime = z
  .string()
  .transform((given) => (/^\s*\d{4}-\d\d-\d\d\s*$/.test(given) ? `${given.trim()}T00:00Z` : given))
  .pipe(time)

/** Text that can be stored and read back unchanged: whole characters, no NUL. */
export const text = (max?: number) =>
  (max === undefined ? z.string() : z.string().max(max))
    .refine((given) => given.isWellFormed(), 'has half a character (a lone surrogate)')
    .refine((given) => !given.includes('\0'), 'holds the character U+0000')

/** A line of text, trimmed; a blank one counts as none. */
export const line = (max: number) =>
  text(max)
    .transform((given) => given.trim() || null)
    .nullable()

/** An address on the web. */
export const webAddress = text(2000)
  .pipe(z.url({ protocol: /^https?$/ }))
  .refine((given) => !URL.canParse(given) || withoutUser(new URL(given)), 'has a user name or password')

const withoutUser = ({ username, password }: URL) => username === '' && password === ''

/** Words to look for. */
export const words = (max: number) => z.string().min(1, 'is empty').max(max)

/** Words in the language of searches, within its limits. */
export const searchWords = (max: number) =>
  words(max).superRefine((text, ctx) => {
    const message = excessOf(queryTerms(text))
    if (message !== null) ctx.addIssue({ code: 'custom', message })
  })

/** The filters by article and publication of lists over the archive. */
export const withinShape = {
  article: words(200).optional().meta({ description: 'An article’s slug', example: 'kremlin-cease-fire' }),
  publication: words(200).optional().meta({ description: 'The name of a publication', example: 'Claimtrail demo desk' }),
}

export const slug = z.string().max(LONGEST_SLUG).regex(SLUG, 'expected lower-case letters, digits and single hyphens')

/** A whole number from 1 to `most`, as a path or a query has it. */
export function wholeNumber(most: number) {
  const message = most < 1000 ? `expected a whole number from 1 to ${most}` : 'expected a whole number from 1'
  return z.preprocess(
    (given) => (typeof given === 'string' && /^[1-9]\d{0,8}$/.test(given) ? Number(given) : given),
    z.int(message).min(1, message).max(most, message),
  )
}

/** The number of a version or a claim, the id of a change. */
export const ordinal = wholeNumber(999_999_999).meta({ description: 'Its number', example: 1 })

/** The number of a claim. */
export const claimNumber = ordinal.meta({ description: 'The claim’s number in the article', example: 7 })

/** A number from 0 to 1. */
export const share = z.preprocess(
  (given) => (typeof given === 'string' && /^(?:[01]?\.\d+|[01])$/.test(given) ? Number(given) : given),
  z.number('expected a number from 0 to 1').min(0).max(1, 'expected a number from 0 to 1'),
)

export const flag = z.preprocess(
  (given) => (given === 'true' ? true : given === 'false' ? false : given),
  z.boolean('expected true or false'),
)

/** One value, or several: repeated, or separated by commas. */
export function several<Value extends string>(values: readonly [Value, ...Value[]]) {
  return z.preprocess(
    (given) => [given].flat().flatMap((part) => (typeof part === 'string' ? part.split(',') : [part])),
    z.array(z.enum(values)).min(1),
  )
}
