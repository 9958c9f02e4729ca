/** A claim as an item of a list: its number and label, how surely it is told, who says it, and since when. */
import type { z } from 'zod'
import type { claimSchema } from '../json/claim-list-json.ts'
import { pageOf } from '../page-addresses.ts'
import { LEVELS, sourceText } from '../words/claim-in-words.ts'
import type { Item } from './answer-text.ts'

type ClaimJson = z.infer<typeof claimSchema>

export function claimItem(claim: ClaimJson, named: boolean): Item {
  const { article, number, label, status, source, certainty, first_version: first, last_version: last } = claim
  const sure = `${LEVELS[certainty.level]}${certainty.polarity === 'negative' ? ', denied' : ''}`
  const span = last === null ? `since version ${first}` : `versions ${first} to ${last}`
  const state = status === 'present' ? '' : `; ${status}`
  const where = named ? `${article}, ` : ''
  return {
    text: `${where}claim ${number}: ${label} (${sure}; said by ${sourceText(source)}; ${span}${state})`,
    page: pageOf.claim(article, number),
  }
}
