/** The arguments that several tools take. */
import { z } from 'zod'
import { KINDS } from '../../core/changes/change.ts'
import { Failure, invalid } from '../../failure.ts'
import { articleRows } from '../../store/read/articles.ts'
import type { Store } from '../../store/store.ts'
import { changesPageShape, periodShape } from '../answers/latest-changes-answer.ts'
import { sourceChoice } from '../answers/source-choice.ts'
import { time, webAddress, withinShape, words } from '../request/values.ts'

const number = (what: string) => z.int().min(1).max(999_999_999).describe(what)

export const article = words(2000).describe(
  'The slug of the article, as find_article lists it, or an address at which it was read',
)
export const publication = withinShape.publication.describe('The exact name of a publication')
export const version = number('The number of a version, as list_versions has them')
export const claim = number('The number of a claim, as claims_at lists it')
export const at = time.optional().describe('As of this time: ISO 8601, UTC; a date alone means the end of that day')
export const since = periodShape.from.describe(
  'Counts what versions brought that were captured then or later: ISO 8601, UTC; a date alone means its beginning',
)
export const until = periodShape.to.describe(
  'Only what versions brought that were captured then or earlier; a date alone means its end',
)
export const kinds = z.array(z.enum(KINDS)).min(1).optional().describe('Only changes of one of these kinds')
export const source = words(300).optional().describe('The name of a source, or words of it')
export const disclosed = z
  .boolean()
  .optional()
  .describe(
    'Only changes that alter what readers had been told: true, those that a note in the article admits; false, the others',
  )
export const cursor = changesPageShape.cursor.describe('From the end of the answer before, to go on')
export const skip = z.int().min(0).max(999_999_999).optional().describe('From the end of the answer before, to go on')

/** As of a version or a time, not both. */
export const asOf = { version: version.optional(), at }

/** The slug of an article that is named by its slug or by an address. Throws Failure: not_found, invalid. */
export async function slugOf(store: Store, given: string): Promise<string> {
  if (!/^https?:/i.test(given)) return given
  const address = webAddress.safeParse(given)
  if (!address.success) throw invalid('article', 'is no address on the web')
  const [row] = await articleRows(store, { url: address.data, limit: 1 })
  if (!row) throw new Failure('not_found', `No article of the archive was read at ${given.slice(0, 200)}.`)
  return row.slug
}

/** The source that words name. Throws Failure invalid where they name none, or several. */
export async function sourceNamed(store: Store, given: string | undefined): Promise<string | undefined> {
  const { source, open } = await sourceChoice(store, given)
  if (open === null) return source
  const { words, names, more } = open
  if (names.length === 0) throw invalid('source', `there is no source “${words}”`)
  throw invalid('source', `“${words}” names several; give one of them: ${names.join('; ')}${more ? '; …' : ''}`)
}
