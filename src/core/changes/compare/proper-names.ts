/** Names and figures of a sentence: another wording of the same claim rarely changes all of them. */

import { wordsOf } from '../../text/stems.ts'

/** A capitalized word that does not open the sentence, or a figure. */
const NAME = /(?<=[\p{L}\p{N},;)’'"”-]\s+["“‘(]?)\p{Lu}[\p{L}\p{M}]+/gu
const FIGURE = /\p{N}+(?:[.,]\p{N}+)*/gu

/**
 * Returns true if the two sentences have different names or figures: both have some, and none in common.
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

/** Returns the names in a sentence, without duplicates. */
export const namesIn = (text: string): ReadonlySet<string> => new Set(text.match(NAME) ?? [])

/** A sentence opening that introduces a new thing, or a number of them. */
const NEW_THING = /^\W*(a|an|another|some|several|two|three|four|five|six|seven|eight|nine|ten|dozens|hundreds|thousands)\s/i

/** Returns true if a sentence mentions something specific: a new thing, a name, a figure. */
export const mentionsSpecific = (text: string): boolean =>
  NEW_THING.test(text) || [NAME, FIGURE].some((pattern) => text.match(pattern) !== null)

/**
 * Returns true if the two sentences share no content word and one of them mentions something specific: a new thing, a name, a
 * figure. Then only their place supports a pair.
 *
 *     "A goose sat on the runway." / "The caterers ran out of soup."   → true
 */
export function shareNothing(a: string, b: string): boolean {
  const there = new Set(wordsOf(a).flatMap((w) => (w.kind === 'small' ? [] : [w.key])))
  if (wordsOf(b).some((w) => w.kind !== 'small' && there.has(w.key))) return false
  return mentionsSpecific(a) || mentionsSpecific(b)
}
