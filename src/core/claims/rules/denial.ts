/** Cues that deny their content: "denied that it rained", "rejected claims that it rained"; "denied bail" denies nothing told. */
import { CLAUSE_NOUNS } from '../../lexicon/reporting-nouns.ts'
import type { ParsedSentence } from '../parsed-sentence.ts'
import type { ContentStart } from '../syntax/content-start.ts'
import type { Cue } from '../syntax/cues.ts'
import { headWord, phraseFrom } from '../syntax/noun-phrases.ts'

/** Verbs that assert that the content is untrue, or was not done. */
export const DENIALS = new Set(['deny', 'dispute', 'refute', 'rebut', 'doubt', 'decline', 'refuse'])
/** These deny an act, anything at all, or a claim. */
export const REJECTIONS = new Set(['deny', 'dispute', 'refute', 'rebut', 'reject', 'dismiss', 'rule out', 'disavow'])

/** "denied that it rained", "denied taking it", "denied any fault", "rejected claims that it rained". */
export function isDenied(parsed: ParsedSentence, { entry, negative }: Cue, { at, kind }: ContentStart): boolean {
  const { tokens } = parsed
  if (negative) return kind === 'clause' ? RAISING.test(entry.lemma) : FAVOURED.test(entry.lemma)
  if (kind !== 'phrase') return DENIALS.has(entry.lemma)
  if (!REJECTIONS.has(entry.lemma)) return false
  if (
    tokens[at]?.tag === 'ing' ||
    (tokens[at]?.tag === 'adverb' && tokens[at + 1]?.tag === 'ing') ||
    tokens[at]?.lower === 'any' ||
    entry.lemma === 'rule out'
  )
    return true
  // "denied theft"; a request that is denied is not untrue
  if (entry.lemma === 'deny' && phraseFrom(tokens, at, parsed.end, false) && !GRANTED.test(headWord(tokens, at))) return true
  for (let noun = at; noun < at + 5; noun++) {
    const word = tokens[noun]?.lower ?? ''
    if (ALLEGED.test(word)) return true
    if (CLAUSE_NOUNS.has(word)) return tokens[noun + 1]?.tag === 'that'
  }
  return false
}

/** Beliefs whose negation is that of their clause: "does not think that it rained". */
export const RAISING = /^(?:think|believe|expect|suppose|imagine|anticipate|reckon)$/
/** "does not recommend a new dam", "did not agree to stay": what is not wanted or not done. */
const FAVOURED =
  /^(?:recommend|propose|advocate|favou?r|want|like|prefer|plan|intend|expect|anticipate|hope|aim|decide|agree|agree to|accept|endorse|approve|approve of|support|back|welcome|recogni[sz]e|demand|seek|ask for|call for|push for|press for|vote for|encourage|offer|promise|vow|pledge|volunteer)$/

/** Nouns for what is asked for: to deny it is to refuse it. */
const GRANTED =
  /^(?:requests?|appeals?|motions?|petitions?|applications?|bail|access|entry|visas?|permits?|permission|parole|clemency|asylum|loans?|services?|rights?|opportunit(?:y|ies)|chances?|care|treatment|coverage|benefits?|leave|help|aid|it|them|him|her|us)$/

/** Nouns whose denial denies what they tell. */
const ALLEGED =
  /^(?:allegations?|accusations?|claims?|charges?|reports?|rumou?rs?|suggestions?|criticisms?|wrongdoing|involvement|responsibility|guilt|liability|account|story|arguments?|notions?|ideas?|assertions?|contentions?|speculation)$/
