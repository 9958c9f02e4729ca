/** Cuts two claims, of which one says more, to the part that both say. */
import { comparisonOf, wordingOf } from '../changes/compare/comparison.ts'
import { type ArticleClaim, contentFrom } from './standalone-claim.ts'

/** A run of at least this many words at an edge that only one side has is additional content and not another wording. */
const LEAST_MORE = 6

/**
 * Returns the two claims without the parts that only one of them has at the beginning or the end of its content.
 *
 *     "The pier will close." / "The pier will close and the ferry will not run before May."   →   both "The pier will close"
 */
export function trimToCommon(x: ArticleClaim, y: ArticleClaim): [ArticleClaim, ArticleClaim] {
  const { before, after, hunks } = comparisonOf(wordingOf(contentFrom(x), []), wordingOf(contentFrom(y), []), [])
  const cut = (claim: ArticleClaim, words: typeof before.words, edges: (hunk: (typeof hunks)[number]) => readonly number[]) => {
    let [from, to] = [0, words.length]
    for (const hunk of hunks) {
      const [a = 0, b = 0, otherA = 0, otherB = 0] = edges(hunk)
      if (b - a < LEAST_MORE || otherB > otherA) continue
      if (a === 0) from = b
      if (b === words.length) to = a
    }
    const [first, last] = [words[from], words[to - 1]]
    return first && last && to > from && (from > 0 || to < words.length) ? within(claim, first.start, last.end) : claim
  }
  return [
    cut(x, before.words, (h) => [h.aFrom, h.aTo, h.bFrom, h.bTo]),
    cut(y, after.words, (h) => [h.bFrom, h.bTo, h.aFrom, h.aTo]),
  ]
}

/** Returns a standalone claim with the given part of its content only. */
function within({ text, claim, source }: ArticleClaim, start: number, end: number): ArticleClaim {
  const { statement } = claim
  const begin = statement.content[0]?.[0] ?? 0
  const trimmed = text.slice(0, begin) + text.slice(begin + start, begin + end)
  const moved = <Found extends { readonly start: number; readonly end: number }>(list: readonly Found[]) =>
    list.flatMap((one) => {
      const [a, b] = [one.start - start, one.end - start]
      return a >= begin && b <= trimmed.length ? [{ ...one, start: a, end: b }] : []
    })
  const { certainty, quantities, dates } = statement
  return {
    text: trimmed,
    source,
    claim: {
      ...claim,
      statement: {
        ...statement,
        content: [[begin, trimmed.length]],
        certainty: { ...certainty, hedges: moved(certainty.hedges) },
        quantities: moved(quantities),
        dates: moved(dates),
      },
    },
  }
}
