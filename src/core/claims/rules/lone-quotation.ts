/** `“It rained.”`: a sentence that is wholly a quotation; the context tells whose. */
import { type AttributionRule, record } from './attribution.ts'

export const loneQuotation: AttributionRule = (scene, progress) => {
  if (progress.found.length > 0) return
  const [first] = scene.quotations
  const last = scene.quotations.at(-1)
  if (!first || !last || first[0] > 0 || last[1] < scene.end || first !== last) return
  record(progress, {
    rule: 'lone-quotation',
    source: null,
    cue: null,
    lemma: '',
    content: [[0, scene.tokens.length]],
    denied: false,
    level: 'certain',
    kind: 'unnamed',
  })
}
