/** `The court heard that it rained`, `The jury was told it rained`: who said it is not named. */
import { extentOf } from '../syntax/extent.ts'
import type { AttributionRule } from './attribution.ts'
import { recordAttribution } from './record-attribution.ts'

const HEARERS = new Set(
  'court jury inquest tribunal hearing inquiry panel trial committee jurors judges magistrates mps senators councillors'.split(
    ' ',
  ),
)

export const hearing: AttributionRule = (parsed, progress) => {
  const { tokens, clauses, groups } = parsed
  for (const { subject, group } of clauses.values()) {
    const verb = groups[group]?.verb ?? -1
    const word = tokens[verb]?.lower ?? ''
    const passive = word === 'told' && tokens[verb - 1]?.tag === 'be'
    if (!subject || !(word === 'heard' || word === 'hears' || passive) || progress.taken[verb]) continue
    if (!HEARERS.has(tokens[subject[1] - 1]?.lower ?? '')) continue
    const at = verb + 1
    const read = [...clauses.values()].some(({ kind, from }) => kind === 'complement' && from >= at && from <= at + 1)
    if (tokens[at]?.tag !== 'that' && !read) continue
    const { end, rule } = extentOf(parsed, at, 'clause')
    recordAttribution(progress, {
      rule: 'hearing',
      source: null,
      cue: [verb, at],
      lemma: passive ? 'tell' : 'hear',
      content: [[at, end]],
      extent: rule,
      denied: false,
      level: 'certain',
    })
  }
}
