/** `“It rained,” grumbled Lee.`, `“It rained,” Lee marvelled.`: beside a quotation any verb attributes. */
import type { ParsedSentence } from '../parsed-sentence.ts'
import { phraseFrom } from '../syntax/noun-phrases.ts'
import { subjectBefore } from '../syntax/subjects.ts'
import type { Range } from '../words/token.ts'
import type { AttributionRule } from './attribution.ts'
import { recordAttribution } from './record-attribution.ts'

export const unlistedCue: AttributionRule = (parsed, progress) => {
  const { tokens, quotations, quoted } = parsed
  quotations.forEach(([from, to], index) => {
    if (progress.taken[from] || from > parsed.start || !/^[,?!]$/.test(tokens[to - 2]?.text ?? '')) return
    const found = inverted(parsed, to) ?? regular(parsed, to)
    if (!found) return
    const next = quotations[index + 1]
    const more = next && tokens[found.to]?.text === ',' && next[0] === found.to + 1 ? [next] : []
    if (
      found.to < parsed.end &&
      more.length === 0 &&
      !/^(?:,|\.)$/.test(tokens[found.to]?.text ?? '') &&
      quoted[found.to] === -1 &&
      !found.adjunct
    )
      return
    const { source, verb } = found
    const lemma = tokens[verb]?.lower ?? ''
    recordAttribution(progress, {
      rule: 'unlisted-cue',
      source,
      cue: [verb, verb + 1],
      lemma,
      content: [[from, to], ...more],
      denied: false,
      level: 'certain',
    })
  })
}

interface Found {
  readonly source: Range
  readonly verb: number
  /** Past source and verb. */
  readonly to: number
  /** When, where or how it was said follows. */
  readonly adjunct: boolean
}

/** "grumbled taxi driver Omar Sayid"; not "directed by Lise Arnot". */
function inverted({ tokens, end }: ParsedSentence, verb: number): Found | null {
  const [word, next] = [tokens[verb], tokens[verb + 1]]
  if (!word || !next || !isPast(word.tag, word.lower)) return null
  if (!/^(?:determiner|possessive|name|noun|subject)$/.test(next.tag)) return null
  const source = phraseFrom(tokens, verb + 1, end)
  if (!source) return null
  const named = tokens.slice(...source).some(({ tag }) => tag === 'name' || tag === 'determiner' || tag === 'subject')
  return named ? { source, verb, to: source[1], adjunct: opensAdjunct(tokens[source[1]]?.tag) } : null
}

/** "Sgt. Dale Quimby marvelled" */
function regular({ tokens, end }: ParsedSentence, from: number): Found | null {
  for (let verb = from + 1; verb < Math.min(end, from + 10); verb++) {
    const word = tokens[verb]
    if (!word || /^(?:mark|quote)$/.test(word.tag)) return null
    const last = verb + 1 >= end || tokens[verb + 1]?.text === ','
    if (!isPast(word.tag, word.lower) && !(last && isPresent(word.tag, word.lower))) continue
    const source = subjectBefore(tokens, verb, from)
    if (!source || source[0] !== from) return null
    const adjunct = opensAdjunct(tokens[verb + 1]?.tag)
    return verb + 1 >= end || adjunct || tokens[verb + 1]?.text === ',' ? { source, verb, to: verb + 1, adjunct } : null
  }
  return null
}

const isPast = (tag: string, lower: string): boolean => tag === 'ed' || (tag === 'verb' && !/s$/.test(lower))
/** "she mocks" */
const isPresent = (tag: string, lower: string): boolean => /^(?:verb|noun)$/.test(tag) && /[^su]s$/.test(lower)
const opensAdjunct = (tag: string | undefined): boolean => /^(?:preposition|time|adverb|subordinator)$/.test(tag ?? '')
