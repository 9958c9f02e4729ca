/** `Rumours that it failed spread`: a subject that tells its clause, and nobody is named. */
import { HEARSAY } from '../../lexicon/reporting-nouns.ts'
import { extentOf } from '../syntax/extent.ts'
import { groupWith } from '../syntax/verb-groups.ts'
import type { AttributionRule } from './attribution.ts'
import { recordAttribution } from './record-attribution.ts'

export const hearsay: AttributionRule = (parsed, progress) => {
  const { tokens, verbOfSubject, quoted } = parsed
  for (let noun = 0; noun < parsed.end - 2; noun++) {
    const level = HEARSAY.get(tokens[noun]?.lower ?? '')
    const verb = verbOfSubject[noun] ?? -1
    const group = groupWith(parsed, verb)
    if (!level || !group || tokens[noun + 1]?.tag !== 'that' || progress.taken[noun] || quoted[noun] !== -1) continue
    // "Lee’s claim that it failed"
    const owned = tokens
      .slice(Math.max(0, noun - 3), noun)
      .some(({ tag, lower }) => tag === 'possessive' || /['’]s?$/.test(lower))
    if (owned || groupWith(parsed, noun + 2)?.from === noun + 2) continue
    const { end } = extentOf(parsed, noun + 1, 'clause', { inside: true, cue: noun })
    const denied = tokens.slice(group.verb, group.to + 2).some(({ lower }) => UNTRUE.test(lower))
    recordAttribution(progress, {
      rule: 'nominal',
      source: null,
      cue: [noun, noun + 1],
      lemma: tokens[noun]?.lower ?? '',
      content: [[noun + 1, Math.min(end, verb)]],
      denied,
      level: denied ? 'certain' : level,
    })
  }
}

const UNTRUE = /^(?:untrue|false|wrong|unfounded|baseless|groundless|dismissed|denied|rejected|refuted)$/
