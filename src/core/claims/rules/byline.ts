/** `“We lost all.” — Ann Lee, mayor`: a dash and a name follow a quotation. */
import { isDash } from '../syntax/coordinated-aside.ts'
import type { AttributionRule } from './attribution.ts'
import { recordAttribution } from './record-attribution.ts'

export const byline: AttributionRule = (parsed, progress) => {
  const { tokens, quotations, start, end, groups } = parsed
  const [first] = quotations
  if (!first || first[0] > start || progress.taken[first[0]] || !isDash(tokens[first[1]])) return
  const from = first[1] + 1
  const named = tokens.slice(from, end).some(({ tag }) => tag === 'name')
  if (!named || groups.some((group) => group.from >= from)) return
  recordAttribution(progress, {
    rule: 'byline',
    source: [from, end],
    cue: [first[1], from],
    lemma: 'say',
    content: [first],
    denied: false,
    level: 'certain',
  })
}
