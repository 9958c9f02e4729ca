/** A text with its artefacts of scraping read as what they mean, with a map back to the text as it stands. */
import { asMeant, hasArtefact } from './artefacts.ts'

export interface MeantText {
  readonly text: string
  /** Returns the offset in the text as it stands that corresponds to an offset in `text`. */
  toRaw(offset: number): number
}

/** An entity, or the characters as which one character of UTF-8 was read. */
const ARTEFACT = /&(?:#\d{2,5}|#x[\da-f]{2,4}|\w{2,6});|â€(?:[™˜œ“”¦\u009d\u0081]|(?=\s|$))|Ã[©¨¼¶¤±]|Â[\u00a0£°»«]/gi

/** Where a replacement ends in the text as meant and in the text as it stands. */
interface Break {
  readonly at: number
  readonly raw: number
  /** The length of the replacement. */
  readonly length: number
  /** Where what it replaces begins. */
  readonly from: number
}

/**
 * Returns the text as it is meant; null if it has no artefact. Linear in the length of the text.
 *
 *     "&quot;We lost,&quot; she said." → `"We lost," she said.`
 */
export function meantText(raw: string): MeantText | null {
  if (!hasArtefact(raw)) return null
  const breaks: Break[] = []
  let text = ''
  let last = 0
  for (const { 0: artefact, index } of raw.matchAll(ARTEFACT)) {
    const meant = asMeant(artefact)
    text += raw.slice(last, index) + meant
    last = index + artefact.length
    breaks.push({ at: text.length, raw: last, length: meant.length, from: index })
  }
  return { text: text + raw.slice(last), toRaw: (offset) => rawOffset(breaks, offset) }
}

function rawOffset(breaks: readonly Break[], offset: number): number {
  let [low, high] = [0, breaks.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((breaks[middle] as Break).at <= offset) low = middle + 1
    else high = middle
  }
  const next = breaks[low]
  if (next && offset > next.at - next.length) return next.from
  const before = breaks[low - 1]
  return before ? before.raw + offset - before.at : offset
}
