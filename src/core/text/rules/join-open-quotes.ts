/** `"We came. We saw," she said.` is one sentence: a quotation closed in the same paragraph is not cut. */
import type { JoinRule } from '../boundary.ts'

/** A longer quotation is cut inside, so that one unmatched mark cannot absorb a paragraph. In UTF-16 units. */
const LONGEST = 700

export const joinOpenQuotes: JoinRule = ({ quotations, end }) => {
  let low = 0
  let high = quotations.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((quotations[middle]?.[1] ?? 0) <= end) low = middle + 1
    else high = middle
  }
  const around = quotations[low]
  return around !== undefined && around[0] < end && around[1] > end && around[1] - around[0] <= LONGEST
}
