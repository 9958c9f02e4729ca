/** Names and figures of a sentence: what another wording of the same claim rarely changes all at once. */

import { wordsOf } from '../../text/stems.ts'

/** A capitalised word that does not open the sentence, or a figure. */
const NAME = /(?<=[\p{L}\p{N},;)’'"”-]\s+["“‘(]?)\p{Lu}[\p{L}\p{M}]+/gu
const FIGURE = /\p{N}+(?:[.,]\p{N}+)*/gu

/**
 * Do the two sentences name others, or count other things: both have names, none in common, or both figures, none in common?
 *
 *     "The choir sang in Orle." / "A reward was offered by Dr. Pym."   → true
 */
export function nameOthers(a: string, b: string, figures = true): boolean {
  return (figures ? [NAME, FIGURE] : [NAME]).some((pattern) => {
    const [x, y] = [a.match(pattern) ?? [], b.match(pattern) ?? []]
    const there = new Set(y)
    return x.length > 0 && y.length > 0 && !x.some((word) => there.has(word))
  })
}

/** The names in a sentence, each once. */
export const namesIn = (text: string): ReadonlySet<string> => new Set(text.match(NAME) ?? [])

/** A new thing, or a number of them, that opens a sentence. */
const NEW_THING = /^\W*(a|an|another|some|several|two|three|four|five|six|seven|eight|nine|ten|dozens|hundreds|thousands)\s/i

/** Does a sentence speak of a thing of its own: a new one, a name, a figure? */
export const mentionsSpecific = (text: string): boolean =>
  NEW_THING.test(text) || [NAME, FIGURE].some((pattern) => text.match(pattern) !== null)

/**
 * Do the two sentences share no word of content, and does one of them speak of a thing of its own: a new one, a name, a figure? Then
 * only their place speaks for their being one.
 *
 *     "A goose sat on the runway." / "The caterers ran out of soup."   → true
 */
export function shareNothing(a: string, b: string): boolean {
  const there = new Set(wordsOf(a).flatMap((w) => (w.kind === 'small' ? [] : [w.key])))
  if (wordsOf(b).some((w) => w.kind !== 'small' && there.has(w.key))) return false
  return mentionsSpecific(a) || mentionsSpecific(b)
}
