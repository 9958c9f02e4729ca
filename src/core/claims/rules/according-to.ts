/** `According to the report, it rained.`, `It rained, according to Lee.` */

import { PEOPLE_NOUNS } from '../../lexicon/source-nouns.ts'
import type { ParsedSentence } from '../parsed-sentence.ts'
import { phraseFrom } from '../syntax/noun-phrases.ts'
import { firstContentToken } from '../syntax/openings.ts'
import type { Range } from '../syntax/tokens.ts'
import type { AttributionRule } from './attribution.ts'
import { recordAttribution } from './record-attribution.ts'

/** Phrases that name a source, as words. */
const PHRASES: readonly (readonly string[])[] = [
  ['according', 'to'],
  ['in', 'the', 'words', 'of'],
  ['in', 'the', 'view', 'of'],
  ['in', 'accordance', 'with'], // only with people: "in accordance with the law" names no source
]

export const accordingTo: AttributionRule = (parsed, progress) => {
  const { tokens } = parsed
  for (let at = 0; at < parsed.end; at++) {
    if (progress.taken[at] || parsed.quoted[at] !== -1) continue
    const phrase = PHRASES.find((words) => words.every((word, i) => tokens[at + i]?.lower === word))
    if (!phrase) continue
    const cue: Range = [at, at + phrase.length]
    const source = longPhrase(parsed, cue[1], at <= firstContentToken(parsed, 0) + 1)
    if (!source || (phrase[1] === 'accordance' && !tokens.slice(...source).some(({ lower }) => PEOPLE_NOUNS.has(lower))))
      continue
    const content = contentOf(parsed, at, source[1])
    if (!content) continue
    recordAttribution(progress, {
      rule: 'according-to',
      source,
      cue,
      lemma: phrase.join(' '),
      content: [content],
      denied: false,
      level: 'certain',
    })
    at = source[1]
  }
}

/** Returns the source after "according to": all up to the next comma, and its apposition if more follows or nothing can. */
function longPhrase(parsed: ParsedSentence, at: number, opens: boolean): Range | null {
  const short = phraseFrom(parsed.tokens, at, parsed.end)
  let to = at
  while (to < parsed.end) {
    const token = parsed.tokens[to]
    if (!token || /^[,;:]$/.test(token.text) || /^(?:—|–|--)$/.test(token.text) || parsed.quoted[to] !== -1) break
    if (to > at && token.tag === 'conjunction' && token.lower === 'but') break
    to++
  }
  if (to === at) return short
  if (!short || short[1] <= to) return [at, to]
  return opens === short[1] < parsed.end ? short : [at, to]
}

function contentOf(parsed: ParsedSentence, at: number, past: number): Range | null {
  const start = firstContentToken(parsed, 0)
  if (at <= start + 1) {
    const from = firstContentToken(parsed, past)
    return from < parsed.end ? [from, parsed.end] : null
  }
  let to = at
  while (to > start && /^[,—–(-]$|^--$/.test(parsed.tokens[to - 1]?.text ?? '')) to--
  return to > start ? [start, to] : null
}
