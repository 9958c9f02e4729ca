/** `The court heard that it rained`, `The jury was told it rained`: who said it is not named. */
import { extentOf } from '../syntax/extent.ts'
import { firstContentToken } from '../syntax/openings.ts'
import type { AttributionRule } from './attribution.ts'
import { recordAttribution } from './record-attribution.ts'

const HEARERS = new Set(
  'court jury inquest tribunal hearing inquiry panel trial committee jurors judges magistrates mps senators councillors'.split(
    ' ',
  ),
)

export const hearing: AttributionRule = (parsed, progress) => {
  heardAtEnd(parsed, progress)
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

/** "Carer stole £900, court told", "He stole it, a jury has heard." */
const heardAtEnd: AttributionRule = (parsed, progress) => {
  const { tokens, start } = parsed
  const last = tokens.findLastIndex(({ tag }) => tag !== 'mark' && tag !== 'quote')
  if (!/^(?:heard|hears|told)$/.test(tokens[last]?.lower ?? '') || progress.taken[last]) return
  let hearer = last - 1
  while (/^(?:be|have|adverb)$/.test(tokens[hearer]?.tag ?? '')) hearer--
  if (!HEARERS.has(tokens[hearer]?.lower ?? '')) return
  const comma = tokens.findLastIndex(({ text }, at) => at < hearer && text === ',')
  if (comma <= start || hearer - comma > 4 || progress.taken.slice(start, comma).includes(true)) return
  recordAttribution(progress, {
    rule: 'heard-at-end',
    source: null,
    cue: [hearer + 1, last + 1],
    lemma: tokens[last]?.lower === 'told' ? 'tell' : 'hear',
    content: [[firstContentToken(parsed, start), comma]],
    extent: 'comma',
    denied: false,
    level: 'certain',
  })
}
