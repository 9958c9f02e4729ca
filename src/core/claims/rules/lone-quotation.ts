/** `“It rained.”`: a sentence that is a single quotation; the context determines its source. */
import type { AttributionRule } from './attribution.ts'
import { recordAttribution } from './record-attribution.ts'

export const loneQuotation: AttributionRule = (parsed, progress) => {
  if (progress.found.length > 0) return
  const [first] = parsed.quotations
  const last = parsed.quotations.at(-1)
  if (!first || !last || first[0] > 0 || last[1] < parsed.end || first !== last) return
  recordAttribution(progress, {
    rule: 'lone-quotation',
    source: null,
    cue: null,
    lemma: '',
    content: [[0, parsed.tokens.length]],
    denied: false,
    level: 'certain',
    kind: 'unnamed',
  })
}
