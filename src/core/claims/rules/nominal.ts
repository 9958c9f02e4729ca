/** `his claim that it rained`, `Lee’s vow to stay`: a noun attributes, and its possessor is the source. */

import { CLAUSE_NOUNS, INFINITIVE_NOUNS, STANCE_NOUNS } from '../../lexicon/reporting-nouns.ts'
import type { ParsedSentence } from '../parsed-sentence.ts'
import { extentOf } from '../syntax/extent.ts'
import { phraseFrom, phraseStart } from '../syntax/noun-phrases.ts'
import { subjectBefore } from '../syntax/subjects.ts'
import type { Range } from '../words/token.ts'
import type { AttributionRule } from './attribution.ts'
import { recordAttribution } from './record-attribution.ts'

const NOUNS: ReadonlySet<string> = new Set([...CLAUSE_NOUNS, ...INFINITIVE_NOUNS, ...STANCE_NOUNS.keys()])

export const nominal: AttributionRule = (parsed, progress) => {
  const { tokens } = parsed
  for (let at = 0; at < parsed.end - 2; at++) {
    const token = tokens[at]
    if (!token || !NOUNS.has(token.lower) || progress.taken[at] || parsed.quoted[at] !== -1) continue
    const maker = CLAUSE_NOUNS.has(token.lower) ? makerAfter(parsed, at) : null
    const link = maker ? maker[1] : at + 1
    const next = tokens[link]
    const clause = next?.tag === 'that' && CLAUSE_NOUNS.has(token.lower)
    const infinitive =
      next?.tag === 'to' && INFINITIVE_NOUNS.has(token.lower) && /^(?:noun|verb|be|have|do)$/.test(tokens[at + 2]?.tag ?? '')
    const stance = STANCE_NOUNS.get(token.lower)?.includes(next?.lower ?? '') === true
    if ((!clause && !infinitive && !stance) || progress.taken[link]) continue
    const source = maker ?? possessorOf(parsed, at) ?? (clause ? issuerOf(parsed, at) : null)
    if (!source || progress.found.some(({ cue }) => cue && cue[0] <= at && cue[1] > at)) continue
    const from = stance ? at + 2 : link
    const extent = extentOf(parsed, from, clause ? 'clause' : stance ? 'phrase' : 'infinitive', { inside: true, cue: at })
    let { end } = extent
    for (let inner = from; inner < end; inner++) if (progress.taken[inner]) end = inner
    if (end <= from + (stance ? 0 : 1)) continue
    recordAttribution(progress, {
      rule: 'nominal',
      source,
      cue: [at, maker ? at + 1 : from],
      lemma: token.lower,
      content: [[from, end]],
      extent: end < extent.end ? 'taken' : extent.rule,
      denied: token.lower === 'denial' || token.lower === 'refusal',
      level: infinitive ? 'probable' : 'certain',
    })
    at = end
  }
}

/** "their own planners" of "warnings from their own planners that the land could flood" */
function makerAfter({ tokens, end }: ParsedSentence, noun: number): Range | null {
  if (!/^(?:from|by)$/.test(tokens[noun + 1]?.lower ?? '')) return null
  const phrase = phraseFrom(tokens, noun + 2, end, false)
  return phrase && tokens[phrase[1]]?.tag === 'that' ? phrase : null
}

/** Returns the issuer of "The union issued a statement that": the subject of the verb whose object is the noun. */
function issuerOf({ tokens, groupAt, groups, start }: ParsedSentence, noun: number): Range | null {
  let at = noun - 1
  while (at > start && noun - at < 4 && /^(?:noun|ed|ing|adverb|number)$/.test(tokens[at]?.tag ?? '')) at--
  if (tokens[at]?.tag !== 'determiner') return null
  const group = groups[groupAt[at - 1] ?? -1]
  return group && group.to === at && tokens[group.verb]?.tag !== 'be' ? subjectBefore(tokens, group.from, start) : null
}

/** Returns the possessor: "his", "the mayor’s", "Lee’s recent". */
function possessorOf({ tokens }: ParsedSentence, noun: number): Range | null {
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
