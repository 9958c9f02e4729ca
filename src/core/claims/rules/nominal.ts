/** `his claim that it rained`, `Lee’s vow to stay`: a noun attributes, and its possessor is the source. */
import { type AttributionRule, record } from '../attribution.ts'
import { extentOf } from '../extent.ts'
import { CLAUSE_NOUNS, INFINITIVE_NOUNS } from '../lexicon/reporting-nouns.ts'
import { phraseStart } from '../noun-phrases.ts'
import type { Range, Scene } from '../scene.ts'

export const nominal: AttributionRule = (scene, progress) => {
  const { tokens } = scene
  for (let at = 1; at < scene.end - 2; at++) {
    const token = tokens[at]
    if (!token || progress.taken[at] || scene.quoted[at] !== -1) continue
    const next = tokens[at + 1]
    const clause = next?.tag === 'that' && CLAUSE_NOUNS.has(token.lower)
    const infinitive =
      next?.tag === 'to' && INFINITIVE_NOUNS.has(token.lower) && /^(?:noun|verb|be|have|do)$/.test(tokens[at + 2]?.tag ?? '')
    if ((!clause && !infinitive) || progress.taken[at + 1]) continue
    const source = possessorOf(scene, at)
    if (!source || progress.found.some(({ cue }) => cue && cue[0] <= at && cue[1] > at)) continue
    const extent = extentOf(scene, at + 1, clause ? 'clause' : 'infinitive')
    let { end } = extent
    for (let inner = at + 1; inner < end; inner++) if (progress.taken[inner]) end = inner
    if (end <= at + 2) continue
    record(progress, {
      rule: 'nominal',
      source,
      cue: [at, at + 1],
      lemma: token.lower,
      content: [[at + 1, end]],
      extent: end < extent.end ? 'taken' : extent.rule,
      denied: token.lower === 'denial' || token.lower === 'refusal',
      level: infinitive ? 'probable' : 'certain',
    })
    at = end
  }
}

/** "his", "the mayor’s", "Lee’s recent". */
function possessorOf({ tokens }: Scene, noun: number): Range | null {
  for (let at = noun - 1; at >= 0 && noun - at < 4; at--) {
    const token = tokens[at]
    if (!token) return null
    if (token.tag === 'possessive') return token.lower === 'whose' ? null : [at, at + 1]
    if (/['’]s$/.test(token.text)) {
      const start = phraseStart(tokens, at)
      return start === null ? null : [start, at + 1]
    }
    if (token.tag !== 'noun' && token.tag !== 'ed' && token.tag !== 'ing' && token.tag !== 'adverb' && token.tag !== 'number')
      return null
  }
  return null
}
