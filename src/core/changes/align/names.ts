/** Names and figures of a sentence: what another wording of the same claim rarely changes all at once. */

/** A capitalised word that does not open the sentence, or a figure. */
const NAME = /(?<=[\p{L}\p{N},;)’'"”-]\s+["“‘(]?)\p{Lu}[\p{L}\p{M}]+/gu
const FIGURE = /\p{N}+(?:[.,]\p{N}+)*/gu

/**
 * Do the two sentences name others, or count other things: both have names, none in common, or both figures, none in common?
 *
 *     "The choir sang in Orle." / "A reward was offered by Dr. Pym."   → true
 */
export function nameOthers(a: string, b: string): boolean {
  return [NAME, FIGURE].some((pattern) => {
    const [x, y] = [a.match(pattern) ?? [], b.match(pattern) ?? []]
    const there = new Set(y)
    return x.length > 0 && y.length > 0 && !x.some((word) => there.has(word))
  })
}
