/** `The union put the number at 40`: an estimate and its source. */

import { extentOf } from '../syntax/extent.ts'
import { subjectBefore } from '../syntax/subjects.ts'
import type { AttributionRule } from './attribution.ts'
import { recordAttribution } from './record-attribution.ts'

/** The greatest distance of "at" after the verb, in tokens. */
const REACH = 12

export const valuation: AttributionRule = (parsed, progress) => {
  const { tokens, end, quoted } = parsed
  for (let verb = 1; verb < end; verb++) {
    const word = tokens[verb]?.lower
    if ((word !== 'put' && word !== 'puts') || progress.taken[verb] || quoted[verb] !== -1) continue
    if (!/^(?:determiner|possessive)$/.test(tokens[verb + 1]?.tag ?? '')) continue
    let at = verb + 2
    while (at < Math.min(end, verb + REACH) && tokens[at]?.lower !== 'at' && tokens[at]?.tag !== 'mark') at++
    const amount = /^(?:about|around|more|less|fewer|roughly|between|just|nearly|almost|up|over|under|least)$/.test(
      tokens[at + 1]?.lower ?? '',
    )
      ? at + 2
      : at + 1
    if (tokens[at]?.lower !== 'at' || !opensAmount(tokens[amount]?.tag, tokens[amount]?.lower)) continue
    const source = subjectBefore(tokens, verb, parsed.start)
    if (!source) continue
    const extent = extentOf(parsed, verb + 1, 'phrase')
    if (extent.end <= at) continue
    recordAttribution(progress, {
      rule: 'valuation',
      source,
      cue: [verb, verb + 1],
      lemma: 'put',
      content: [[verb + 1, extent.end]],
      extent: extent.rule,
      denied: false,
      level: 'certain',
    })
  }
}

const opensAmount = (tag: string | undefined, word = ''): boolean => tag === 'number' || /^(?:than|to|a|zero)$/.test(word)
