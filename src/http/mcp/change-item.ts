/** A change as an item of a list: when, which versions, what happened, whether the article said so, and the sentences. */
import { pageOf } from '../page-addresses.ts'
import { type ChangeJson, disclosure, tellChange, tellingText } from '../words/change-in-words.ts'
import { shortened } from '../words/counts.ts'
import { timeText } from '../words/times.ts'
import type { Item } from './answer-text.ts'

/** The most characters of each side's sentences. */
const MOST_QUOTED = 180

interface Told {
  /** The number of the claim whose trail it is told on; null: none. */
  readonly claim?: number | null
  /** Names the article, too. */
  readonly named?: boolean
}

export function changeItem(change: ChangeJson, { claim = null, named = false }: Told = {}): Item {
  const { article: slug, from, to } = change
  const versions = from === null ? `version ${to.number}` : `versions ${from.number} → ${to.number}`
  const where = `${timeText(to.captured_at, { year: true })} UTC, ${named ? `${slug}, ` : ''}${versions}`
  return { text: `${where}: ${happened(change, claim)}`, page: pageOf.change({ ...change, slug }) }
}

/** The change in sentences, whether the article said so, and the sentences before and after. */
export function happened(change: ChangeJson, claim: number | null = null): string {
  const told = tellChange(change, claim, false).map(tellingText)
  const sides = [
    ['Before', change.before],
    ['After', change.after],
  ] as const
  const sentences = sides.flatMap(([name, side]) => {
    const text = [...new Set(side.map(({ exact }) => exact))].join(' ')
    return text === '' ? [] : [`${name}: “${shortened(text, MOST_QUOTED)}”`]
  })
  return [...told, disclosure(change) ?? '', ...sentences].filter((part) => part !== '').join(' ')
}
